"""A song is a value: tracks of notes, the maps of tempo, metre and key, the loop and markers."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from studio.errors import StudioError
from studio.music.note import LAST_TICK, Column, Notes
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, TempoMap

MOST_TRACKS = 512
PITCH_BEND, PRESSURE, PROGRAM, KEY_PRESSURE = 128, 129, 130, 131
"""Numbers of ``Controls`` beyond the 128 controllers; a bend has the value -8192..8191.

A ``PROGRAM`` is a change of instrument after the first. ``KEY_PRESSURE`` has pitch * 128 + value.
"""
SUSTAIN = 64


class Controls:
    """The controllers of a track in time: columns tick, number, value (N,), frozen.

    ``number`` 0..127 is a MIDI controller with a value 0..127, beyond see PITCH_BEND and others.
    Ordered by tick; those on one tick keep their order. Compares by value.
    """

    __slots__ = ("number", "tick", "value")
    __hash__ = None  # type: ignore[assignment]

    tick: Column
    number: Column
    value: Column

    def __init__(self, tick: Any = (), number: Any = (), value: Any = ()) -> None:
        columns = [np.array(column, np.int64) for column in (tick, number, value)]
        if len({len(column) for column in columns}) > 1:
            raise ValueError("columns of different lengths")
        ticks, numbers, _ = columns
        if len(ticks) and (ticks.min() < 0 or numbers.min() < 0 or numbers.max() > KEY_PRESSURE):
            raise StudioError("A controller lies before the song or has no number.")
        order = np.argsort(ticks, kind="stable")
        for name, column in zip(("tick", "number", "value"), columns, strict=True):
            column = column[order]
            column.flags.writeable = False
            setattr(self, name, column)

    def __len__(self) -> int:
        return len(self.tick)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Controls):
            return NotImplemented
        names = self.__slots__
        return len(self) == len(other) and all(
            np.array_equal(getattr(self, name), getattr(other, name)) for name in names
        )

    def __repr__(self) -> str:
        return f"Controls({len(self)})"


@dataclass(frozen=True, slots=True)
class Track:
    """One voice of the song: an instrument, how it is heard, and its notes.

    ``program`` is General MIDI's 0..127; a ``drums`` track plays on channel 10, where it chooses
    the kit. ``volume`` (100 is General MIDI's own) and ``pan`` (64 is the middle) are 0..127.
    ``colour`` is a place in the palette of the theme, below 0 to be chosen by the track's place.
    """

    name: str = ""
    program: int = 0
    drums: bool = False
    notes: Notes = field(default_factory=Notes)
    controls: Controls = field(default_factory=Controls)
    volume: int = 100
    pan: int = 64
    colour: int = -1
    muted: bool = False
    solo: bool = False
    bank: int = 0

    def __post_init__(self) -> None:
        sound = (self.program, self.volume, self.pan)
        if any(not 0 <= value <= 127 for value in sound) or not 0 <= self.bank < 2**14:
            raise StudioError("A track has an instrument or a volume that MIDI does not know.")


@dataclass(frozen=True, slots=True)
class Loop:
    """The stretch that is played again and again: ticks ``start`` to ``end`` (excluded)."""

    start: int
    end: int
    on: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= LAST_TICK:
            raise StudioError("The loop ends before it begins.")


@dataclass(frozen=True, slots=True)
class Marker:
    """A word at a tick."""

    tick: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Song:
    """A piece of music, frozen; every change is a new song. Time is in ticks, 480 a quarter.

    ``keys`` are in order, the first at tick 0. ``recipe`` is the text of the recipe that made
    the song, if there is one. Compares by value.
    """

    tracks: tuple[Track, ...] = ()
    tempos: TempoMap = field(default_factory=TempoMap)
    metres: MetreMap = field(default_factory=MetreMap)
    keys: tuple[Key, ...] = (Key(),)
    loop: Loop | None = None
    markers: tuple[Marker, ...] = ()
    title: str = ""
    recipe: str | None = None

    def __post_init__(self) -> None:
        if len(self.tracks) > MOST_TRACKS:
            raise StudioError(f"A song holds {MOST_TRACKS} tracks at most.")
        keys = {key.tick: key for key in sorted(self.keys, key=lambda key: key.tick)}
        if 0 not in keys:
            keys[0] = Key()
        object.__setattr__(self, "keys", tuple(keys[tick] for tick in sorted(keys)))
        markers = tuple(sorted(self.markers, key=lambda marker: marker.tick))
        object.__setattr__(self, "markers", markers)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hear in it."""
        return not any(len(track.notes) for track in self.tracks)

    @property
    def end(self) -> int:
        """The tick at which the last note is over."""
        return max((track.notes.end for track in self.tracks), default=0)

    @property
    def length(self) -> int:
        """Ticks to the bar line after the last note; at least one bar."""
        return max(self.metres.whole_bars(self.end), self.metres.bar_end(0))

    @property
    def seconds(self) -> float:
        """How long it lasts, to the end of the last note."""
        return self.tempos.seconds(self.end)

    @property
    def audible(self) -> tuple[bool, ...]:
        """Which tracks are heard: those with a solo, or all that are not muted."""
        solo = any(track.solo for track in self.tracks)
        return tuple(t.solo if solo else not t.muted for t in self.tracks)

    def key_at(self, tick: int) -> Key:
        """The key at ``tick``."""
        return [key for key in self.keys if key.tick <= max(0, tick)][-1]

    def with_track(self, place: int, track: Track) -> "Song":
        """Put another track in the place of one; IndexError when there is none."""
        tracks = list(self.tracks)
        tracks[place] = track
        return replace(self, tracks=tuple(tracks))

    def with_notes(self, place: int, notes: Notes) -> "Song":
        """Give a track other notes; the same song when they are the same."""
        if notes is self.tracks[place].notes:
            return self
        return self.with_track(place, replace(self.tracks[place], notes=notes))

    def with_new_track(self, track: Track) -> "Song":
        """Append a track."""
        return replace(self, tracks=(*self.tracks, track))

    def without_track(self, place: int) -> "Song":
        """Leave a track out."""
        tracks = self.tracks[:place] + self.tracks[place + 1 :]
        return replace(self, tracks=tracks)

    def with_tempo(self, bpm: float, tick: float = 0) -> "Song":
        """Faster or slower as a whole, so that it goes at ``bpm`` at ``tick``."""
        return replace(self, tempos=self.tempos.with_bpm(bpm, tick))

    def with_metre(self, numerator: int, denominator: int) -> "Song":
        """One metre for the whole song."""
        return replace(self, metres=MetreMap([Metre(0, numerator, denominator)]))

    def with_keys(self, keys: Iterable[Key]) -> "Song":
        """Other keys."""
        return replace(self, keys=tuple(keys))
