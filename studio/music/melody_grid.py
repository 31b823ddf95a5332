"""A melody on the grid of sixteenths: 38 symbols a step, as Magenta's melodies have it.

A step is a sixteenth (120 ticks). ``REST`` ends what sounds, ``HOLD`` lets it go on, and the
other 36 symbols begin a note of pitch 48..83 (Jaques et al. 2017, Waite 2016). The rules for what
does not lie on the grid:

- of notes that begin together the highest is the melody; a note ends where the next begins;
- a beginning or an end goes to the nearest step, from the middle to the later one;
- of two beginnings that fall on one step the nearer stays, of equally near ones the first;
- the melody is moved by the octaves that leave the fewest notes outside of the range, and what is
  still outside is folded into it by octaves.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.note import TICKS, Notes
from studio.music.song import Song
from studio.music.theory import Key
from studio.music.timing import MetreMap

STEP = TICKS // 4
"""Ticks a step."""
REST, HOLD, FIRST = 0, 1, 2
LOW, HIGH = 48, 83
SYMBOLS = FIRST + HIGH - LOW + 1

Steps = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class MelodyGrid:
    """A melody from its first note to the end of its last, with where each step lies.

    All arrays are (T,) and read-only. ``place`` counts the steps from the bar line, ``bar`` the
    bars from the song's first, ``size`` is the steps of a whole bar there; the metre is ``metre``.
    """

    symbols: Steps
    place: Steps
    bar: Steps
    size: Steps
    metre: tuple[int, int] = (4, 4)
    key: Key = field(default_factory=Key)
    begin: int = 0
    """The step of the song at which it begins."""
    octaves: int = 0
    """By how many octaves it was moved into the range."""
    exact: bool = True
    """Whether ``notes`` gives back the very notes it was made of."""

    def __post_init__(self) -> None:
        for column in (self.symbols, self.place, self.bar, self.size):
            column.flags.writeable = False

    def __len__(self) -> int:
        return len(self.symbols)

    def notes(self, velocity: int = 90) -> Notes:
        """The notes that the symbols say, where they were in the song but for octaves moved."""
        return notes_of_symbols(self.symbols, self.begin, velocity)


def melody_grid(song: Song, track: int | None = None) -> MelodyGrid:
    """Put the melody of a song on the grid: of ``track``, or of the highest that is no drum.

    Raises StudioError where there is no note.
    """
    chosen = _melody_track(song) if track is None else track
    notes = song.tracks[chosen].notes if chosen is not None else Notes()
    if not len(notes):
        raise StudioError("There is no melody in it: no track with notes.")
    return grid_of_notes(notes, song.metres, song.key_at(int(notes.start[0])))


def grid_of_notes(notes: Notes, metres: MetreMap, key: Key | None = None) -> MelodyGrid:
    """Put notes on the grid by the rules of this module; raises StudioError for no note."""
    if not len(notes):
        raise StudioError("There is no melody in it: no notes.")
    start, end, pitch = _skyline(notes)
    octaves, folded = _into_range(pitch)
    first, last, kept = _snapped(start, end)
    begin = int(first[0])
    symbols = np.full(int(last[-1]) - begin, HOLD, np.int64)
    until = np.append(first[1:], last[-1])
    rests = last < until
    symbols[last[rests] - begin] = REST
    symbols[first - begin] = folded[kept] - LOW + FIRST
    place, bar, size = places(metres, begin, len(symbols))
    metre = metres.at(begin * STEP)
    grid = MelodyGrid(
        symbols,
        place,
        bar,
        size,
        (metre.numerator, metre.denominator),
        key or Key(),
        begin,
        octaves,
    )
    exact = len(kept) == len(notes) and _same(grid.notes(), notes)
    return grid if exact else replace(grid, exact=False)


def notes_of_symbols(symbols: Steps, begin: int = 0, velocity: int = 90) -> Notes:
    """The notes of symbols (T,), of which the first stands at step ``begin``."""
    edges = np.flatnonzero(symbols != HOLD)
    until = np.append(edges[1:], len(symbols))
    sounding = symbols[edges] >= FIRST
    starts, ends = edges[sounding], until[sounding]
    pitch = symbols[starts] - FIRST + LOW
    columns = ((begin + starts) * STEP, (ends - starts) * STEP, pitch)
    return Notes.of_columns(*columns, np.full(len(starts), velocity))


def places(metres: MetreMap, begin: int, count: int) -> tuple[Steps, Steps, Steps]:
    """Step in the bar, number of the bar from 0, and steps of a whole bar: three of (count,)."""
    place, bar, size = (np.zeros(count, np.int64) for _ in range(3))
    end = (begin + count) * STEP
    for number, tick, metre in metres.bars(begin * STEP, end):
        stop = metres.bar_end(tick)
        first, last = max(0, -(-tick // STEP) - begin), min(count, -(-stop // STEP) - begin)
        steps = np.arange(first, last)
        place[first:last] = steps + begin - tick // STEP
        bar[first:last] = number - 1
        size[first:last] = max(1, metre.bar // STEP)
    return place, bar, size


def _melody_track(song: Song) -> int | None:
    """The track that sounds highest on the whole: by the median pitch."""
    found = [
        (float(np.median(track.notes.pitch)), -place)
        for place, track in enumerate(song.tracks)
        if len(track.notes) and not track.drums
    ]
    return -max(found)[1] if found else None


def _skyline(notes: Notes) -> tuple[Steps, Steps, Steps]:
    """Start, end and pitch of the highest of what begins together, each ended by the next."""
    last_of_each = np.append(notes.start[1:] != notes.start[:-1], True)
    start, pitch = notes.start[last_of_each], notes.pitch[last_of_each]
    end = start + notes.length[last_of_each]
    end[:-1] = np.minimum(end[:-1], start[1:])
    return start, end, pitch


def _into_range(pitch: Steps) -> tuple[int, Steps]:
    def outside(octaves: int) -> tuple[int, int]:
        moved = pitch + 12 * octaves
        return int(((moved < LOW) | (moved > HIGH)).sum()), abs(octaves)

    octaves = min(range(-6, 7), key=outside)
    moved = pitch + 12 * octaves
    moved = np.where(moved < LOW, LOW + (moved - LOW) % 12, moved)
    return octaves, np.where(moved > HIGH, HIGH - (HIGH - moved) % 12, moved)


def _snapped(start: Steps, end: Steps) -> tuple[Steps, Steps, Steps]:
    """First step, step after the last, and which of the notes these are."""
    steps = (start + STEP // 2) // STEP
    away = np.abs(start - steps * STEP)
    order = np.lexsort((np.arange(len(steps)), away, steps))
    chosen = np.append(True, steps[order][1:] != steps[order][:-1])
    kept = np.sort(order[chosen])
    first = steps[kept]
    last = np.maximum((end[kept] + STEP // 2) // STEP, first + 1)
    last[:-1] = np.minimum(last[:-1], first[1:])
    return first, last, kept


def _same(found: Notes, wanted: Notes) -> bool:
    return (
        np.array_equal(found.start, wanted.start)
        and np.array_equal(found.length, wanted.length)
        and np.array_equal(found.pitch, wanted.pitch)
    )
