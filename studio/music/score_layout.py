"""Where notes stand on paper: on a grid, cut at bar lines, in lengths that can be written."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from studio.music.note import LAST_TICK, TICKS, Notes
from studio.music.song import Song
from studio.music.timing import MetreMap

GRID: Final = 48
"""Places in a quarter where a note can be written: 64ths, and triplets of them."""
_CELL: Final = TICKS // GRID
_COARSE: Final = (TICKS // 4, TICKS // 6)  # sixteenths, and triplets of them
# Quarters, in 48ths, that one sign can say: whole to 256th, dotted, and as triplets.
_PLAIN: Final = (192, 96, 48, 24, 12, 6, 3)
_DOTTED: Final = tuple(n * 3 // 2 for n in _PLAIN[1:-1])
_SIGNS: Final = tuple(sorted({1, *_PLAIN, *_DOTTED, *(n * 2 // 3 for n in _PLAIN)}))
_MOST_CELLS: Final = 192


class Piece(NamedTuple):
    """A part of a note in one measure, in 48ths of a quarter from the beginning of that measure."""

    start: int
    length: int
    pitch: int
    velocity: int
    went_on: bool
    goes_on: bool


def on_grid(song: Song) -> bool:
    """Whether every note begins and ends at a place where it can be written."""
    return all(
        not ((track.notes.start % _CELL).any() or (track.notes.length % _CELL).any())
        for track in song.tracks
    )


def settled(notes: Notes, exact: bool) -> Notes:
    """The notes on the grid. What was played by hand is settled on sixteenths or their triplets.

    Which of the two is decided for every quarter, by what its beginnings are nearest to.
    """
    if exact or not len(notes):
        return notes
    plain, triple = (np.abs(notes.start - _nearest(notes.start, one)) for one in _COARSE)
    nearest = (notes.start + _COARSE[1] // 2) // TICKS
    quarters, quarter = np.unique(nearest, return_inverse=True)
    off = [np.bincount(quarter, error, len(quarters)) for error in (plain, triple)]
    step = np.where(off[1] < off[0], _COARSE[1], _COARSE[0])[quarter]
    start = _nearest(notes.start, step)
    end = np.maximum(_nearest(notes.start + notes.length, step), start + step)
    end = np.minimum(end, LAST_TICK // TICKS * TICKS)
    start = np.minimum(start, end - step)
    every = np.ones(len(notes), np.bool_)
    return notes.altered(every, start=start, length=end - start)


def _nearest(value: NDArray[np.int64], step: NDArray[np.int64] | int) -> NDArray[np.int64]:
    result: NDArray[np.int64] = (2 * value + step) // (2 * step) * step
    return result


def pieces(notes: Notes, bars: list[tuple[int, int]]) -> dict[int, list[Piece]]:
    """The notes cut at the bar lines: for the number of a bar, from 0, what is in it.

    ``bars`` are first tick and length of each, without gaps.
    """
    begins = np.array([begin for begin, _ in bars], np.int64)
    found: dict[int, list[Piece]] = {}
    for note in notes:
        at = note.start
        bar = int(np.searchsorted(begins, at, side="right")) - 1
        while at < note.end and bar < len(bars):
            begin, length = bars[bar]
            until = min(note.end, begin + length)
            place = (at - begin) // _CELL, (until - at) // _CELL
            joined = at > note.start, until < note.end
            found.setdefault(bar, []).append(Piece(*place, note.pitch, note.velocity, *joined))
            at, bar = until, bar + 1
    return found


def voices(found: Iterable[Piece]) -> list[list[list[Piece]]]:
    """The pieces of a measure in voices: in each, chords that follow one another.

    Those that begin and end together are one chord, except unisons. A chord goes to the first
    voice that is free.
    """
    chords: dict[tuple[int, int, int], list[Piece]] = {}
    unisons: Counter[tuple[int, int, int]] = Counter()
    for piece in found:
        span = piece.start, piece.length
        chords.setdefault((*span, unisons[*span, piece.pitch]), []).append(piece)
        unisons[*span, piece.pitch] += 1
    free: list[int] = []
    placed: list[list[list[Piece]]] = []
    for (start, length, _), chord in sorted(
        chords.items(), key=lambda one: (one[0][0], -one[0][1])
    ):
        voice = next((n for n, end in enumerate(free) if end <= start), len(free))
        if voice == len(free):
            free.append(0)
            placed.append([])
        free[voice] = start + length
        placed[voice].append(sorted(chord, key=lambda piece: piece.pitch))
    return placed


def signs(length: int) -> list[int]:
    """The lengths, in 48ths of a quarter, of the tied notes that make one of ``length``."""
    whole, rest = divmod(length, _MOST_CELLS)
    return [_MOST_CELLS] * whole + (list(_signs(rest)) if rest else [])


@lru_cache(maxsize=256)
def _signs(length: int) -> tuple[int, ...]:
    """As few as can be, and of those the ones whose shortest is longest."""
    if length in _SIGNS:
        return (length,)
    ways = [(sign, *_signs(length - sign)) for sign in reversed(_SIGNS) if sign < length]
    return min(ways, key=lambda way: (len(way), -min(way)))


def bars_of(metres: MetreMap, end: int) -> list[tuple[int, int]]:
    """First tick and length of every bar until ``end``, at least of one."""
    found = [start for _, start, _ in metres.bars(0, max(end, 1))]
    found.append(metres.bar_end(found[-1]))
    return [(begin, until - begin) for begin, until in pairwise(found)]
