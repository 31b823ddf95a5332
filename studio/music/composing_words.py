"""A piece's words taken apart into bars and events, and what a network is told beside each word.

What is to be filled is moved to the end (Donahue et al. 2020, Huang et al. 2017 for the idea that
any notes may be the missing ones): its bars are marked with ``GAP``, and after ``ANSWER`` come the
tracks that are asked for (``NO_CHORD`` for chords) and then those bars with what was taken out.

    rest   = START (TRACK (PROGRAM | KIT))+ GAP? (BAR head GAP? place*)*
    answer = ANSWER (NO_CHORD)? TRACK* (BAR place*)* END

A ``GAP`` before the first bar says that the piece began earlier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from studio.music.timing import Metre
from studio.music.tokenizer_words import (
    ANSWER,
    BAR,
    CHORD,
    DRUM,
    END,
    GAP,
    METRE,
    METRES,
    NO_CHORD,
    PITCH,
    POSITION,
    SCALE,
    TEMPO,
    TONIC,
    TRACK,
    UNIT,
    VELOCITY,
)
from studio.music.transformer import COLUMNS, PHRASE

HEADS = (METRE, TONIC, SCALE, TEMPO)
"""What may be said at the head of a bar, in order."""
CHORDS = -1
"""Stands for the chords where others have the number of a track."""
Tokens = NDArray[np.int64]
Rows = NDArray[np.int32]


class Clock:
    """Where in time each word of a piece lies, also of one whose gaps are filled at the end."""

    def __init__(self, bar: int = 0) -> None:
        """``bar`` is the number of the first bar that will be read."""
        self.bar = bar - 1
        self.size = self.line = self.next_line = self.place = 0
        self._gaps: list[tuple[int, int]] = []
        self._answering = False

    def feed(self, token: int) -> tuple[int, int, int, int]:
        """The row of one more word: ``COLUMNS`` numbers."""
        if token == BAR:
            self.place = 0
            if not self._answering:
                self.bar, self.line = self.bar + 1, self.next_line
                self.next_line = self.line + self.size
            elif self._gaps:
                self.line, self.bar = self._gaps.pop(0)
        elif POSITION.first <= token < CHORD.first:
            self.place = token - POSITION.first
        elif METRE.first <= token < TONIC.first:
            self.size = Metre(0, *METRES[token - METRE.first]).bar // UNIT
            self.next_line = self.line + self.size
        elif token == GAP and self.size:
            self._gaps.append((self.line, self.bar))
        elif token == ANSWER:
            self._answering = True
        return token, self.line + self.place, self.place, self.bar % PHRASE


def rows_of(tokens: Iterable[int], bar: int = 0) -> Rows:
    """The rows (T, COLUMNS) of words, of which the first bar has the number ``bar``."""
    clock = Clock(bar)
    table = [clock.feed(token) for token in tokens]
    return np.array(table, np.int32).reshape(-1, COLUMNS)


@dataclass(frozen=True, slots=True)
class Event:
    """A chord or a note: its place in the bar, its track (``CHORDS``), its words without both."""

    place: int
    track: int
    words: tuple[int, ...]

    @property
    def pitch(self) -> int:
        """0..127; -1 for a chord."""
        first = self.words[0]
        if first in PITCH:
            return PITCH.value(first)
        return DRUM.value(first) if first in DRUM else -1


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what is said at its head, and its events in order."""

    head: tuple[int, ...]
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Parted:
    """A piece in bars; ``header`` goes from ``START`` to the last instrument."""

    header: tuple[int, ...]
    bars: tuple[Bar, ...]
    first: int = 0
    """The number of its first bar in the whole piece."""
    ended: bool = True
    """Whether it goes to the end of the whole piece."""

    @property
    def tokens(self) -> list[int]:
        """Its words."""
        words = list(self.header)
        if self.first:
            words.append(GAP)
        for bar in self.bars:
            words += [BAR, *bar.head, *words_of(bar.events)]
        return [*words, END] if self.ended else words

    @property
    def tracks(self) -> int:
        """How many tracks it has."""
        return (len(self.header) - 1) // 2

    def part(self, first: int, stop: int) -> Parted:
        """The bars ``first`` to ``stop`` (excluded), the first with metre, key and tempo said."""
        head = head_of(self.bars[: first + 1])
        begin = replace(self.bars[first], head=head)
        bars = (begin, *self.bars[first + 1 : stop])
        ended = self.ended and stop >= len(self.bars)
        return Parted(self.header, bars, self.first + first, ended)


def parted(tokens: Sequence[int], first: int = 0) -> Parted:
    """Take a piece apart; words in the order of the grammar, without gaps, are taken for granted.

    ``first`` is the number of its first bar.
    """
    header: list[int] = []
    bars: list[Bar] = []
    head: list[int] = []
    events: list[Event] = []
    words: list[int] = []
    place = track = 0
    begun = ended = False
    for token in tokens:
        if token == BAR:
            if begun:
                bars.append(Bar(tuple(head), tuple(events)))
            begun, head, events = True, [], []
        elif token == END:
            ended = True
        elif not begun:
            if token != GAP:
                header.append(token)
        elif METRE.first <= token < POSITION.first:
            head.append(token)
        elif token < CHORD.first and token >= POSITION.first:
            place = token - POSITION.first
        elif CHORD.first <= token < TRACK.first:
            events.append(Event(place, CHORDS, (token,)))
        elif token in TRACK:
            track = token - TRACK.first
        else:
            words.append(token)
            if token >= VELOCITY.first:
                events.append(Event(place, track, tuple(words)))
                words = []
    if begun:
        bars.append(Bar(tuple(head), tuple(events)))
    return Parted(tuple(header), tuple(bars), first, ended)


def words_of(events: Iterable[Event]) -> list[int]:
    """The words of a bar's events, which are put in order."""
    words: list[int] = []
    place, track = -1, CHORDS
    for event in sorted(events, key=lambda e: (e.place, e.track, e.pitch)):
        if event.place != place:
            words.append(POSITION[event.place])
            place, track = event.place, CHORDS
        if event.track != track:
            words.append(TRACK[event.track])
            track = event.track
        words += event.words
    return words


def head_of(bars: Sequence[Bar]) -> tuple[int, ...]:
    """The metre, key and tempo that hold in the last of the bars, in words."""
    said: dict[int, int] = {}
    for bar in bars:
        for token in bar.head:
            said |= {words.first: token for words in HEADS if token in words}
    return tuple(said[words.first] for words in HEADS if words.first in said)


def rearranged(
    piece: Parted,
    first: int,
    stop: int,
    asked: Sequence[int],
    taken: Callable[[Event], bool] = lambda event: True,
) -> tuple[list[int], list[int]]:
    """The rest and the answer, where in bars ``first`` to ``stop`` something is to be filled.

    ``asked`` are the tracks, ``CHORDS`` for chords; of their events those that are ``taken`` go to
    the answer, the others stay.
    """
    rest, answer = list(piece.header), asking(asked)
    if piece.first:
        rest.append(GAP)
    wanted = frozenset(asked)
    for number, bar in enumerate(piece.bars):
        rest += [BAR, *bar.head]
        events = list(bar.events)
        if first <= number < stop:
            moved = [event for event in events if event.track in wanted and taken(event)]
            gone = {id(event) for event in moved}
            events = [event for event in events if id(event) not in gone]
            rest.append(GAP)
            answer += [BAR, *words_of(moved)]
        rest += words_of(events)
    return rest, [*answer, END]


def asking(asked: Sequence[int]) -> list[int]:
    """The words between what is there and the answer."""
    chords = [NO_CHORD] * (CHORDS in asked)
    return [ANSWER, *chords, *(TRACK[track] for track in sorted(asked) if track != CHORDS)]
