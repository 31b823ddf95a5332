"""Whether a melody repeats a known tune: the longest run that both share, in any key.

Known tunes are kept as hashes of their runs of ``RUN`` notes in the order in which they stand, so
that runs can be followed note by note without keeping the tunes themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.errors import UnreadableFile
from studio.music.melody_grid import FIRST, MelodyGrid, Steps

RUN = 6
"""Notes in a run; a shorter agreement is no copy."""
_PAIRS = RUN - 1
_EDGE = 0  # a hash that no run has, between two tunes
_LONGEST_STEP = 63


@dataclass(frozen=True, slots=True)
class Copied:
    """The longest run that is in a known tune too: ``notes``, its ``steps``, and where it begins.

    ``bars`` are those steps in bars of the melody's own metre; all 0 where there is none.
    """

    notes: int = 0
    steps: int = 0
    bars: float = 0.0
    begin: int = 0


class KnownTunes:
    """Tunes as hashes of their runs: uint32 (N,), with 0 between two tunes."""

    def __init__(self, hashes: NDArray[np.uint32]) -> None:
        if hashes.ndim != 1 or not len(hashes):
            raise UnreadableFile("The list of known tunes is damaged.")
        self.hashes = hashes
        self._order = np.argsort(hashes, kind="stable")
        self._sorted = hashes[self._order]

    @classmethod
    def of(cls, melodies: Iterable[Steps]) -> KnownTunes:
        """Remember the grids' symbols, each (T,)."""
        parts = [
            part for symbols in melodies for part in (_hashes(symbols), np.zeros(1, np.uint32))
        ]
        return cls(np.concatenate(parts))

    def longest(self, grid: MelodyGrid) -> Copied:
        """The longest run of the melody that a known tune has too."""
        hashes = _hashes(grid.symbols)
        best, end = 0, 0
        places, runs = np.zeros(0, np.int64), np.zeros(0, np.int64)
        for number, value in enumerate(hashes):
            first, last = (int(np.searchsorted(self._sorted, value, s)) for s in ("left", "right"))
            here = self._order[first:last]  # ascending, for the sort was stable
            length = np.ones(len(here), np.int64)
            if len(places) and len(here):
                at = np.minimum(np.searchsorted(places, here - 1), len(places) - 1)
                length += np.where(places[at] == here - 1, runs[at], 0)
            places, runs = here, length
            if len(runs) and int(runs.max()) > best:
                best, end = int(runs.max()), number
        if not best:
            return Copied()
        onsets = np.append(np.flatnonzero(grid.symbols >= FIRST), len(grid))
        notes = best + _PAIRS
        begin, stop = int(onsets[end - best + 1]), int(onsets[end + RUN])
        size = max(1, int(grid.size[begin]))
        return Copied(notes, stop - begin, (stop - begin) / size, begin)


def _hashes(symbols: Steps) -> NDArray[np.uint32]:
    """Of the run that begins at each note: the steps in pitch and in time; never 0."""
    onsets = np.flatnonzero(symbols >= FIRST)
    if len(onsets) < RUN:
        return np.zeros(0, np.uint32)
    pitch = np.diff(symbols[onsets]) + 64
    time = np.minimum(np.diff(onsets), _LONGEST_STEP)
    pairs = (pitch * (_LONGEST_STEP + 1) + time).astype(np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(pairs, _PAIRS)
    mixed = np.zeros(len(windows), np.uint64)
    for column in windows.T:
        mixed = (mixed ^ column) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    found = (mixed >> np.uint64(32)).astype(np.uint32)
    return np.where(found == _EDGE, np.uint32(1), found).astype(np.uint32)
