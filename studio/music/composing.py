"""Lets the composer write: words drawn one after another, held to the grammar and to rules.

Where nothing comes after, it goes on from what is there; where notes stand around or beside what is
wanted (a bar to fill, a melody to accompany or to harmonise), they are read first, with gaps, and
what belongs into the gaps is written at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio.errors import StudioError
from studio.music.composing_sheet import Composed, PlacedNote, Sheet, Wanted
from studio.music.composing_words import CHORDS, Clock, Event, words_of
from studio.music.note import Note
from studio.music.sampling import Sampling, draw
from studio.music.theory import Key
from studio.music.tokenizer_chords import Chord
from studio.music.tokenizer_grammar import Grammar
from studio.music.tokenizer_score import Score
from studio.music.tokenizer_words import (
    BAR,
    CHORD,
    DRUM,
    END,
    LENGTH,
    LONGEST,
    METRE,
    MORE,
    NO_CHORD,
    PITCH,
    POSITION,
    QUALITY_NAMES,
    TONIC,
    TRACK,
    UNIT,
    VELOCITIES,
    VELOCITY,
    VOCABULARY,
)
from studio.music.transformer import Composer, Memory

Mask = NDArray[np.bool_]
_OVER = 256
"""Words beyond its context that the network may write before the beginning is left out."""


class Rule(Protocol):
    """What an artist forbids: what it leaves out is never drawn."""

    def words(self, draft: Draft) -> Mask | None:
        """Which words (VOCABULARY,) may come next, or None for all."""


class Draft:
    """What is written so far, for rules to look at; all in the song's own key and time.

    ``grammar`` has the place in the bar (units), the track of the words and the last pitch; ``bar``
    is the song's, from 0, ``line`` the tick at which it begins. ``sounding`` are the notes so far
    and those that stay: (track, start, end, pitch) in ticks.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.grammar = Grammar()
        self.grammar.drums = list(sheet.drums)
        self.bar = self.line = 0
        self.more = 0
        self.count = 0
        self.sounding: list[tuple[int, int, int, int]] = []
        for bar in range(max(0, sheet.first - 8), len(sheet.bars)):
            if sheet.lines[bar] < sheet.wanted.end:
                for event in sheet.bars[bar].events:
                    self.remember(bar, event)

    @property
    def tick(self) -> int:
        """Where in the song the next note begins, once its place is said."""
        return self.line + max(0, self.grammar.position) * UNIT

    @property
    def track(self) -> int:
        """The song's track that is written for, -1 for none yet."""
        place = self.grammar.track
        return self.sheet.places[place] if 0 <= place < len(self.sheet.places) else -1

    def begin(self, bar: int) -> None:
        """A new bar."""
        grammar = self.grammar
        self.bar, self.line = bar, self.sheet.lines[bar]
        grammar.bar, grammar.size, grammar.last = bar, self.sheet.size(bar), BAR
        grammar.position = grammar.track = grammar.pitch = -1

    def remember(self, bar: int, event: Event) -> None:
        """A note that sounds."""
        if event.track != CHORDS:
            start = self.sheet.lines[bar] + event.place * UNIT
            track = self.sheet.places[event.track]
            self.sounding.append((track, start, start + length_of(event), event.pitch))

    def allowed(self) -> Mask:
        """The words that the grammar, what is wanted and what sounds allow."""
        grammar, wanted = self.grammar, self.sheet.wanted
        mask = grammar.allowed()
        mask[METRE.first : POSITION.first] = False
        mask[END] = False
        asked = np.zeros(TRACK.count, np.bool_)
        asked[[track for track in self.sheet.asked if track != CHORDS]] = True
        mask[TRACK.all] &= asked
        mask[CHORD.all] &= CHORDS in self.sheet.asked
        ticks = self.line + np.arange(POSITION.count) * UNIT
        mask[POSITION.all] &= (ticks >= wanted.begin) & (ticks < wanted.end)
        if grammar.last in TRACK or grammar.last in VELOCITY:
            self._pitches(mask)
        elif grammar.last in PITCH or grammar.last in DRUM or grammar.last == MORE:
            self._lengths(mask)
        if not self.count and self.bar == self.sheet.stop - 1 and bool(mask[POSITION.all].any()):
            mask[BAR] = False  # something is to be written
        return mask

    def _pitches(self, mask: Mask) -> None:
        """No pitch that sounds in the track already."""
        words = DRUM if self.grammar.drums[self.grammar.track] else PITCH
        tick, track = self.tick, self.track
        for one, start, end, pitch in self.sounding:
            if one == track and start <= tick < end:
                mask[words[pitch]] = False

    def _lengths(self, mask: Mask) -> None:
        """No longer than to the end of what is wanted, or to the same pitch again."""
        tick, grammar = self.tick, self.grammar
        until = self.sheet.wanted.end
        for track, start, _, pitch in self.sounding:
            if track == self.track and pitch == grammar.pitch and tick < start:
                until = min(until, start)
        left = max(1, -(-(until - tick) // UNIT) - self.more * LONGEST)
        mask[LENGTH.first + min(left, LONGEST) : LENGTH.first + LENGTH.count] = False
        mask[MORE] &= left > LONGEST


def length_of(event: Event) -> int:
    """Ticks that a note lasts."""
    units = sum(
        LENGTH.value(word) + 1 if word in LENGTH else LONGEST * (word == MORE)
        for word in event.words
    )
    return units * UNIT


def compose(
    network: Composer,
    score: Score,
    wanted: Wanted,
    sampling: Sampling,
    random: torch.Generator,
    *,
    rules: Sequence[Rule] = (),
    cached: bool = True,
) -> Iterator[Composed]:
    """Write what is wanted, note by note and chord by chord, in order of time.

    The same network, score, request and ``random`` (on the CPU) write the same. Without ``cached``
    all is read again for every word, which is slower and writes the same. Raises StudioError where
    the rules leave nothing.
    """
    sheet = Sheet(score, wanted)
    hand = _Hand(network, Draft(sheet), sampling, random, tuple(rules), cached)
    room = network.config.context
    going_on = sheet.is_last
    at = sheet.first
    while at < sheet.stop:
        if going_on:
            tokens, stop = sheet.before(at, room // 2), sheet.stop
            hand.begin(at - tokens.count(BAR), tokens)
        else:
            tokens, first, stop = sheet.around(at, room // 2)
            hand.begin(first, tokens)
        while at < stop and hand.count < room + _OVER:
            yield from hand.bar(at, going_on)
            at += 1


class _Hand:
    """The network that writes into a draft."""

    def __init__(
        self,
        network: Composer,
        draft: Draft,
        sampling: Sampling,
        random: torch.Generator,
        rules: tuple[Rule, ...],
        cached: bool,
    ) -> None:
        self.network, self.draft = network, draft
        self.sampling, self.random, self.rules, self.cached = sampling, random, rules, cached
        self.seen = _seen(draft.sheet.key)
        self.device = network.words.weight.device

    @property
    def count(self) -> int:
        """The words that were read since the beginning."""
        return len(self.rows)

    def begin(self, bar: int, tokens: Sequence[int]) -> None:
        """Forget what was read, and read words of which the first bar has this number."""
        self.clock = Clock(bar)
        self.rows: list[tuple[int, int, int, int]] = []
        self.memory = Memory(self.network, self.network.config.context + _OVER)
        self.read(tokens)

    def read(self, tokens: Iterable[int]) -> None:
        """Take in words."""
        self.rows += [self.clock.feed(int(self.seen[token])) for token in tokens]

    def bar(self, bar: int, going_on: bool) -> Iterator[Composed]:
        """Write one bar."""
        draft, grammar = self.draft, self.draft.grammar
        there = draft.sheet.bars[bar]
        draft.begin(bar)
        self.read([BAR])
        if going_on:
            before = words_of(there.events)
            self.read([*there.head, *before])
            for token in before:
                grammar.feed(token)
        events: list[Event] = []
        words: list[int] = []
        while (token := self._draw()) != BAR:
            self.read([token])
            grammar.feed(token)
            if token in CHORD:
                events.append(Event(grammar.position, CHORDS, (token,)))
                yield self._written(events[-1])
            elif token not in POSITION and token not in TRACK:
                words.append(token)
                draft.more = draft.more + 1 if token == MORE else 0
            if token in VELOCITY:
                events.append(Event(grammar.position, grammar.track, tuple(words)))
                words = []
                draft.remember(bar, events[-1])
                yield self._written(events[-1])
        draft.sheet.write(bar, events)

    def _written(self, event: Event) -> Composed:
        draft = self.draft
        draft.count += 1
        if event.track == CHORDS:
            quality, root = divmod(CHORD.value(event.words[0]), 12)
            if event.words[0] == NO_CHORD:
                return Chord(draft.tick, None)
            return Chord(draft.tick, root, QUALITY_NAMES[quality])
        loud = VELOCITIES[VELOCITY.value(event.words[-1])]
        note = Note(draft.tick, length_of(event), event.pitch, loud)
        return PlacedNote(draft.sheet.places[event.track], note)

    def _draw(self) -> int:
        """The next word; without the network where there is but one."""
        allowed = self.draft.allowed()
        for rule in self.rules:
            found = rule.words(self.draft)
            if found is not None:
                allowed &= found
        possible = np.flatnonzero(allowed)
        if len(possible) == 1:
            return int(possible[0])
        if not len(possible):
            raise StudioError("The rules leave no note that could follow; loosen one of them.")
        logits = self._logits()[torch.from_numpy(self.seen[possible])]
        return int(possible[draw(logits, self.sampling, self.random)])

    @torch.no_grad()
    def _logits(self) -> Tensor:
        """How likely each word is after those that were read, as the network has them."""
        network = self.network
        if self.cached:
            new = torch.tensor([self.rows[self.memory.count :]], device=self.device)
            out = network.read(new, self.memory)
        else:
            out = network.read(torch.tensor([self.rows], device=self.device))
        return network.logits(out[0, -1]).cpu()


def _seen(key: Key) -> NDArray[np.int64]:
    """The network's word for each of the song's: it reads and writes as if in C."""
    shift = -key.tonic if key.tonic <= 6 else 12 - key.tonic
    found = np.arange(VOCABULARY)
    pitch = np.arange(PITCH.count) + shift
    pitch += 12 * ((pitch < 0).astype(np.int64) - (pitch >= PITCH.count))
    found[PITCH.all] = PITCH.first + pitch
    found[TONIC.all] = TONIC.first + (np.arange(TONIC.count) + shift) % 12
    quality, root = np.divmod(np.arange(CHORD.count - 1), 12)
    found[CHORD.first : NO_CHORD] = CHORD.first + quality * 12 + (root + shift) % 12
    return found
