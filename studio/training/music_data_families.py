"""Which tunes are near copies of one another, so that none is learned from and measured on."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from studio.music.melody_grid import FIRST, Steps

LENGTH = 7
"""Intervals in a shingle."""
SHARED = 0.25
"""The share of the shorter tune's shingles that makes two tunes near copies."""
_COMMON = 40  # a shingle of more tunes than these says nothing
_PARTS = 100

_Ints = NDArray[np.int64]


def shingles_of(symbols: Steps) -> _Ints:
    """The runs of ``LENGTH`` intervals of a melody, each once, as numbers.

    Neither key nor rhythm counts, so a tune in another key or metre has the same.
    """
    pitch = symbols[symbols >= FIRST]
    steps = np.clip(np.diff(pitch), -18, 18) + 18
    if len(steps) < LENGTH:
        return np.unique(steps.astype(np.int64).dot(37 ** np.arange(len(steps)))[None])
    windows = np.lib.stride_tricks.sliding_window_view(steps, LENGTH)
    return np.unique(windows.astype(np.int64) @ 37 ** np.arange(LENGTH))


def families_of(melodies: Sequence[Steps]) -> _Ints:
    """A number for each melody (N,), the same for near copies, and for their near copies."""
    shingles = [shingles_of(symbols) for symbols in melodies]
    sizes = np.array([len(one) for one in shingles])
    tune = np.repeat(np.arange(len(shingles)), sizes)
    values = np.concatenate(shingles) if shingles else np.zeros(0, np.int64)
    order = np.lexsort((tune, values))
    tune, values = tune[order], values[order]
    edges = np.flatnonzero(np.append(True, values[1:] != values[:-1]))
    pairs = []
    for first, last in zip(edges.tolist(), [*edges[1:].tolist(), len(values)], strict=True):
        if 2 <= last - first <= _COMMON:
            here = tune[first:last]
            left, right = np.triu_indices(len(here), 1)
            pairs.append(here[left] * len(melodies) + here[right])
    parents = list(range(len(melodies)))
    if pairs:
        coded, shared = np.unique(np.concatenate(pairs), return_counts=True)
        left, right = np.divmod(coded, len(melodies))
        near = shared >= SHARED * np.minimum(sizes[left], sizes[right])
        for one, other in zip(left[near].tolist(), right[near].tolist(), strict=True):
            parents[_root(parents, other)] = _root(parents, one)
    return np.array([_root(parents, place) for place in range(len(parents))], np.int64)


def side_of(family: _Ints, names: Sequence[str]) -> _Ints:
    """0, 1 or 2 for 90, 5 and 5 in a hundred families, drawn by a name that does not change."""
    drawn = [zlib.crc32(names[head].encode()) % _PARTS for head in family.tolist()]
    return np.searchsorted([90, 95], np.array(drawn), side="right").astype(np.int64)


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place
