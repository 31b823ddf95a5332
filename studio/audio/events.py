"""A song as messages in time: what a synthesiser is told between two ticks, and at a start."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.audio.synth import CHANNELS, Do
from studio.music.note import Column
from studio.music.song import KEY_PRESSURE, PITCH_BEND, PRESSURE, PROGRAM, Song, Track

CLICKS = CHANNELS - 1
"""The channel of the metronome; tracks beyond the first 255 share the others."""
_ACCENT, _BEAT = (76, 112), (77, 84)  # pitch and velocity: high and low woodblock
_RESET_CONTROLLERS = 121
_VOLUME, _PAN = 7, 10
# Data entry and what it is for: only all of them in order say what a channel has been told.
_PARAMETERS = (6, 38, 96, 97, 98, 99, 100, 101)
_MOST_PARAMETERS = 512


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """Messages as columns (N,) of int64, in order of ``tick``; see `Do` for the others."""

    tick: Column
    do: Column
    channel: Column
    first: Column
    second: Column

    def __len__(self) -> int:
        return len(self.tick)

    @staticmethod
    def of_rows(rows: Iterable[tuple[int, int, int, int, int]]) -> "Events":
        """Of (tick, do, channel, first, second)."""
        table = np.array(list(rows), np.int64).reshape(-1, 5)
        return Events(*table.T)

    @staticmethod
    def joined(parts: Iterable["Events"], *, sort: bool = True) -> "Events":
        """All of them in order: by tick, and on a tick notes end before others begin."""
        present = [part for part in parts if len(part)]
        if not present:
            return Events.of_rows(())
        columns = [
            np.concatenate([getattr(part, name) for part in present])
            for name in ("tick", "do", "channel", "first", "second")
        ]
        if sort:
            order = np.lexsort((_RANKS[columns[1]], columns[0]))
            columns = [column[order] for column in columns]
        return Events(*columns)


# On one tick: ends of notes, then what changes the sound, then beginnings.
_RANKS = np.array([2 if do is Do.NOTE_ON else int(do is not Do.NOTE_OFF) for do in Do])


class Part:
    """The messages of one track on its channel, sorted once so that a stretch is cut out fast.

    Where a note begins before another of its pitch has ended, the first one ends there: a key of
    a synthesiser sounds once.
    """

    __slots__ = ("_controls", "_end_order", "channel", "end", "pitch", "start", "track", "velocity")

    def __init__(self, track: Track, channel: int) -> None:
        notes = track.notes
        self.track = track
        self.channel = channel
        self.start, self.pitch, self.velocity = notes.start, notes.pitch, notes.velocity
        self.end = _held_apart(notes.start, notes.start + notes.length, notes.pitch)
        self._end_order = np.argsort(self.end, kind="stable")
        self._controls = _control_events(track, channel)

    def between(self, begin: int, end: int) -> Iterable[Events]:
        """What happens from tick ``begin`` to ``end`` (excluded)."""
        a, b = np.searchsorted(self.start, (begin, end))
        yield self._of(self.start[a:b], Do.NOTE_ON, self.pitch[a:b], self.velocity[a:b])
        a, b = np.searchsorted(self.end, (begin, end), sorter=self._end_order)
        ended = self._end_order[a:b]
        yield self._of(self.end[ended], Do.NOTE_OFF, self.pitch[ended])
        a, b = np.searchsorted(self._controls.tick, (begin, end))
        yield _cut(self._controls, slice(a, b))

    def sounding(self, tick: int) -> NDArray[np.intp]:
        """The places of the notes that begin before ``tick`` and end after it."""
        before = int(np.searchsorted(self.start, tick))
        places: NDArray[np.intp] = np.flatnonzero(self.end[:before] > tick)
        return places

    def begun(self, tick: int) -> Iterable[Events]:
        """What brings a synthesiser, whatever it has played, to how things stand at ``tick``."""
        track, channel = self.track, self.channel
        yield Events.of_rows(
            (tick, do, channel, first, second)
            for do, first, second in (
                (Do.DRUMS, int(track.drums), 0),
                (Do.BANK, track.bank, 0),
                (Do.PROGRAM, track.program, 0),
                (Do.CONTROL, _RESET_CONTROLLERS, 0),
                (Do.CONTROL, _VOLUME, track.volume),
                (Do.CONTROL, _PAN, track.pan),
            )
        )
        yield self._last_controls(tick)
        places = self.sounding(tick)
        at = np.full(len(places), tick)
        yield self._of(at, Do.NOTE_ON, self.pitch[places], self.velocity[places])

    def ended(self, tick: int) -> Events:
        """The ends of all notes that a stretch up to ``tick`` leaves sounding."""
        before = int(np.searchsorted(self.start, tick))
        places = np.flatnonzero(self.end[:before] >= tick)
        return self._of(np.full(len(places), tick), Do.NOTE_OFF, self.pitch[places])

    def _last_controls(self, tick: int) -> Events:
        """The last value of each controller before ``tick``, in the order they were given."""
        events = self._controls
        past = slice(0, int(np.searchsorted(events.tick, tick)))
        do, first = events.do[past], events.first[past]
        name = do * 1000 + np.where((do == Do.CONTROL) | (do == Do.KEY_PRESSURE), first, 0)
        _, last = np.unique(name[::-1], return_index=True)
        kept = np.zeros(len(name), np.bool_)
        kept[len(name) - 1 - last] = True
        entries = np.flatnonzero((do == Do.CONTROL) & np.isin(first, _PARAMETERS))
        kept[entries[-_MOST_PARAMETERS:]] = True
        chosen = _cut(events, np.flatnonzero(kept))
        at = np.full(len(chosen), tick)
        return Events(at, chosen.do, chosen.channel, chosen.first, chosen.second)

    def _of(self, tick: Column, do: Do, first: Column, second: Column | None = None) -> Events:
        same = np.full(len(tick), self.channel)
        second = np.zeros(len(tick), np.int64) if second is None else second
        return Events(tick, np.full(len(tick), int(do)), same, first, second)


class Score:
    """What is heard of a song: its audible tracks as parts, and a metronome if wanted.

    ``before`` is the score of the song that this one came from: tracks that are the same are not
    prepared again, so that a change of one note costs little. 100,000 notes take some hundredths
    of a second.
    """

    def __init__(
        self, song: Song, *, metronome: bool = False, before: "Score | None" = None
    ) -> None:
        known = {} if before is None else {(id(p.track), p.channel): p for p in before.all_parts}
        self.song = song
        self.metronome = metronome
        self.all_parts: tuple[Part, ...] = tuple(
            known.get((id(track), place % CLICKS)) or Part(track, place % CLICKS)
            for place, track in enumerate(song.tracks)
        )
        heard = zip(self.all_parts, song.audible, strict=True)
        self.parts = tuple(part for part, audible in heard if audible)

    def between(self, begin: int, end: int) -> Events:
        """What happens from tick ``begin`` to ``end`` (excluded), in order."""
        parts = [events for part in self.parts for events in part.between(begin, end)]
        if self.metronome:
            parts.append(self.clicks(begin, end))
        return Events.joined(parts)

    def begun(self, tick: int) -> Events:
        """What brings a synthesiser to ``tick``: programs, controllers, notes that sound there."""
        parts = [events for part in self.parts for events in part.begun(tick)]
        return Events.joined([self.ready_to_click(tick), *parts], sort=False)

    def ended(self, tick: int) -> Events:
        """The ends of all notes that sound just before ``tick``."""
        return Events.joined([part.ended(tick) for part in self.parts], sort=False)

    def ready_to_click(self, tick: int) -> Events:
        """What gives the metronome its sound."""
        return Events.of_rows(((tick, Do.DRUMS, CLICKS, 1, 0), (tick, Do.PROGRAM, CLICKS, 0, 0)))

    def count_in(self, begin: int, end: int, start: int) -> Events:
        """The clicks from ``begin`` to ``end`` (excluded) of those that lead up to ``start``."""
        metre = self.song.metres.at(start)
        first = -(-(start - begin) // metre.beat)  # beats before the start, rounded up
        last = (start - end) // metre.beat
        beats = [beat for beat in range(first, last, -1) if start - beat * metre.beat >= begin]
        return _clicks((start - beat * metre.beat, beat % metre.numerator == 0) for beat in beats)

    def clicks(self, begin: int, end: int) -> Events:
        """The metronome from ``begin`` to ``end``: a beat each, the first of a bar accented."""
        beats = []
        for _, bar, metre in self.song.metres.bars(max(0, begin), end):
            bar_end = min(self.song.metres.bar_end(bar), end)
            beats += [(t, t == bar) for t in range(bar, bar_end, metre.beat) if t >= begin]
        return _clicks(beats)


def _clicks(beats: Iterable[tuple[int, bool]]) -> Events:
    """A click at each tick, higher and louder where it is accented."""
    return Events.of_rows(
        (tick, Do.NOTE_ON, CLICKS, *(_ACCENT if accent else _BEAT)) for tick, accent in beats
    )


def events_of(
    song: Song, begin: int = 0, end: int | None = None, *, metronome: bool = False
) -> Events:
    """All that a synthesiser is told to play a song from tick ``begin`` to ``end``, in order.

    Begins with the state at ``begin``, the notes that sound there included, and ends with the end
    of every note. Muted tracks are left out; where one has a solo, those without are.
    """
    score = Score(song, metronome=metronome)
    end = max(song.end, begin) if end is None else end
    parts = [score.begun(begin), score.between(begin, end), score.ended(end)]
    return Events.joined(parts, sort=False)


def _held_apart(start: Column, end: Column, pitch: Column) -> Column:
    """The ends of notes, none later than the beginning of the next one of its pitch."""
    order = np.lexsort((start, pitch))
    next_start = np.full(len(start), np.iinfo(np.int64).max)
    same = pitch[order[1:]] == pitch[order[:-1]]
    next_start[order[:-1][same]] = start[order[1:]][same]
    apart: Column = np.minimum(end, next_start)
    return apart


def _control_events(track: Track, channel: int) -> Events:
    """The controllers of a track as messages."""
    controls = track.controls
    number, value = controls.number, controls.value
    do = np.full(len(controls), int(Do.CONTROL))
    first, second = number.copy(), value.copy()
    for kind, asked in ((PITCH_BEND, Do.BEND), (PRESSURE, Do.PRESSURE), (PROGRAM, Do.PROGRAM)):
        mask = number == kind
        do[mask], first[mask], second[mask] = asked, value[mask], 0
    mask = number == KEY_PRESSURE
    do[mask], first[mask], second[mask] = Do.KEY_PRESSURE, value[mask] >> 7, value[mask] & 127
    return Events(controls.tick, do, np.full(len(controls), channel), first, second)


def _cut(events: Events, where: Any) -> Events:
    return Events(
        events.tick[where],
        events.do[where],
        events.channel[where],
        events.first[where],
        events.second[where],
    )
