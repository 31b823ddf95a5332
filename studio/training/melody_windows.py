"""Melodies of so many whole bars to learn from, cut out of tunes in 4/4 and 2/4."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from studio.music.melody_grid import FIRST, SYMBOLS, MelodyGrid, Steps
from studio.music.music_vae import BAR, window

Windows = NDArray[np.uint8]
"""Symbols (N, T)."""
_SIZES = (BAR, BAR // 2)  # of bars that fill a bar of the network, one or two of them
_SHORT = 8  # steps that a tune may lack at its end, where its last note is held on
_FEWEST_NOTES = 3  # for each two bars
_PART = 8  # bars of a part that is played twice


def melody_windows(grids: Sequence[MelodyGrid], bars: int) -> Windows:
    """Every run of so many whole bars in these tunes, each once: (N, T).

    Of a tune of two parts of 8 bars, which are played twice each, there are also the runs of 16
    that so come about: AA, BB and BA. Runs with hardly a note are left out.
    """
    found: dict[bytes, Windows] = {}
    for grid in grids:
        runs = _runs(grid, bars)
        if bars == 2 * _PART and runs and len(grid) < (2 * _PART + 4) * BAR:
            runs += _repeated(runs[0])
        for run in runs:
            if (run >= FIRST).sum() >= _FEWEST_NOTES * bars // 2:
                symbols = run.astype(np.uint8)
                found.setdefault(symbols.tobytes(), symbols)
    if not found:
        return np.zeros((0, bars * BAR), np.uint8)
    return np.stack(list(found.values()))


def transposed(windows: Windows, move: NDArray[np.int64]) -> NDArray[np.int64]:
    """Windows (N, T) with pitches moved by semitones (N,), as far as the range lets them."""
    symbols = windows.astype(np.int64)
    notes = symbols >= FIRST
    lowest = np.where(notes, symbols, SYMBOLS).min(1)
    highest = np.where(notes, symbols, 0).max(1)
    held = np.clip(move, np.minimum(FIRST - lowest, 0), np.maximum(SYMBOLS - 1 - highest, 0))
    return symbols + notes * held[:, None]


def _runs(grid: MelodyGrid, bars: int) -> list[Steps]:
    count = bars * BAR
    runs = []
    for first in np.flatnonzero(grid.place == 0).tolist():
        size = int(grid.size[first])
        there = min(count, len(grid) - first)
        if size not in _SIZES or there < count - min(_SHORT, count // 4):
            continue
        stop = first + there
        if (grid.size[first:stop] == size).all() and _unbroken(grid.place[first:stop], size):
            runs.append(window(grid.symbols, first, count))
    return runs


def _unbroken(place: Steps, size: int) -> bool:
    """Whether these are whole bars, one after the other."""
    return bool((place == np.arange(len(place)) % size).all())


def _repeated(run: Steps) -> list[Steps]:
    half = len(run) // 2
    one, other = window(run, 0, half), window(run, half, half)
    pairs = ((one, one), (other, other), (other, one))
    return [window(np.concatenate(pair), 0, len(run)) for pair in pairs]
