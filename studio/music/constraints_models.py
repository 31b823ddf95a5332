"""The artist's rules in the words of each network: for the melody LSTM and for the composer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.composing import Draft
from studio.music.constraints import Rules
from studio.music.constraints_mask import Limits, Mask, State
from studio.music.melody_events import LONGEST, MelodyHistory
from studio.music.melody_grid import FIRST, HIGH, HOLD, LOW, REST, STEP
from studio.music.tokenizer_words import (
    BAR,
    DRUM,
    LENGTH,
    MORE,
    PITCH,
    POSITION,
    TRACK,
    VELOCITY,
    VOCABULARY,
)
from studio.music.tokenizer_words import LONGEST as LONGEST_WORD


def melody_limits(rules: Rules) -> Limits:
    """The rules on the grid of the melody network, within its own range of C3 to B5.

    Raises StudioError where nothing is left.
    """
    lowest, highest = max(rules.lowest, LOW), min(rules.highest, HIGH)
    if lowest > highest:
        raise StudioError("This model writes from C3 to B5; choose a range that reaches into it.")
    return Limits(replace(rules, lowest=lowest, highest=highest), STEP)


class MelodyRule:
    """Rules for ``melody_generate.generate``, with ``melody_limits``.

    One for each melody, used up with it. As a melody of the network begins with a note, give it
    ``opening`` steps of silence before where that is above 0. ``with_locked`` of the limits puts
    the locked notes back at the end. The limits' first slot is step ``offset`` of the history;
    ``begin`` is the state after what is there already.
    """

    def __init__(self, limits: Limits, begin: State | None = None, offset: int = 0) -> None:
        self.limits, self.offset = limits, offset
        self._state = begin
        self._left = 0

    @property
    def opening(self) -> int:
        """The first slot at which a note may begin."""
        return int(self.limits.positions(self._state or State()).argmax())

    def kinds(self, history: MelodyHistory, pitches: NDArray[np.int64]) -> Mask:
        """Which kinds of events may come next: (KINDS,)."""
        self._follow(history, pitches)
        state, limits = self._now(history), self.limits
        found = np.zeros(len(pitches), np.bool_)
        if self._left:
            found[HOLD] = True
            return found
        allowed = limits.pitches(state)
        if limits.forced(state):
            allowed = _folded(allowed)
        notes = (pitches >= 0) & (pitches < len(allowed))
        found[notes] = allowed[pitches[notes]]
        rest = bool(self._rests(state).any())
        found[REST] = rest
        found[HOLD] = rest and history.silent
        return found

    def lengths(self, history: MelodyHistory, pitch: int | None) -> Mask:
        """Which lengths 1..LONGEST it may have: (LONGEST,)."""
        state = self._now(history)
        found = np.zeros(LONGEST, np.bool_)
        if self._left:
            found[min(self._left, LONGEST) - 1] = True
        elif pitch is None:
            found = self._rests(state)
        elif self.limits.forced(state):
            found[min(self.limits.forced_length(state), LONGEST) - 1] = True
        else:
            found = self.limits.lengths(state, pitch, LONGEST)
        return found

    def _now(self, history: MelodyHistory) -> State:
        return self._state or State(history.step - self.offset)

    def _follow(self, history: MelodyHistory, pitches: NDArray[np.int64]) -> None:
        """Take in the event that was drawn since."""
        step = history.step - self.offset
        if self._state is None:
            self._state = self.limits.at(State(), step)
        elif self._left:
            self._left -= history.length
        elif step > self._state.slot:
            state = self._state
            if history.kind < FIRST:
                self._state = self.limits.moved(state, history.length)
            else:
                length = history.length
                if self.limits.forced(state):
                    length = self.limits.forced_length(state)
                    self._left = length - history.length
                self._state = self.limits.noted(state, int(pitches[history.kind]), length)

    def _rests(self, state: State) -> Mask:
        """Silences after which a note may begin or the end is; the longest may be gone on with."""
        found = self.limits.rests(state, LONGEST)
        far = state.slot + LONGEST
        if far < self.limits.slots and self.limits.rests(state, self.limits.slots).any():
            rests = self.limits.rests(state, self.limits.slots - state.slot)
            found[-1] |= bool(rests[LONGEST - 1 :].any())
        return found


def _folded(pitches: Mask) -> Mask:
    """The same notes in the octaves that the network has: locked ones may lie anywhere."""
    found = np.zeros_like(pitches)
    for pitch in np.flatnonzero(pitches).tolist():
        found[min(max(pitch, LOW + pitch % 12), HIGH - (HIGH - pitch) % 12)] = True
    return found


class ComposerRule:
    """Rules for ``composing.compose``, for one of the song's tracks, on the composer's grid.

    ``limits`` are ``Limits(rules, UNIT)``, whose tick 0 is the song's tick ``begin``. The locked
    notes are in the song already and are not written again. One for each time of composing.
    ``state`` is where a melody stands after what comes before.
    """

    def __init__(
        self,
        limits: Limits,
        track: int,
        begin: int = 0,
        *,
        drums: bool = False,
        state: State | None = None,
    ) -> None:
        self.limits, self.track, self.begin = limits, track, begin
        self.words_of_pitch = DRUM if drums else PITCH
        self._kept = {(n.start + begin, n.pitch) for n in limits.rules.locked}
        self._state = state or State()
        self._read = 0

    def words(self, draft: Draft) -> Mask:
        """Which words may come next: (VOCABULARY,)."""
        self._follow(draft)
        found = np.ones(VOCABULARY, np.bool_)
        last, mine = draft.grammar.last, draft.track == self.track
        if mine and (last in PITCH or last in DRUM or last == MORE):
            self._lengths(draft, found)
        elif mine and last in TRACK:
            self._pitches(draft, found)
        elif last not in LENGTH:
            if mine and last in VELOCITY:
                self._pitches(draft, found)
            self._places(draft, found)
        return found

    def _slot(self, tick: int) -> int:
        return (tick - self.begin) // self.limits.step

    def _follow(self, draft: Draft) -> None:
        """Take in the notes that were written since."""
        for track, start, end, pitch in draft.sounding[self._read :]:
            inside = 0 <= start - self.begin < self.limits.rules.end
            if track == self.track and inside and (start, pitch) not in self._kept:
                state = self._at(self._slot(start))
                self._state = self.limits.noted(state, pitch, -(-(end - start) // self.limits.step))
        self._read = len(draft.sounding)

    def _at(self, slot: int) -> State:
        return self.limits.at(self._state, slot)

    def _pitches(self, draft: Draft, found: Mask) -> None:
        slot = self._slot(draft.tick)
        words = self.words_of_pitch.all
        if slot < self._state.slot:
            found[words] = False
        else:
            found[words] &= self.limits.pitches(self._at(slot))

    def _lengths(self, draft: Draft, found: Mask) -> None:
        state = self._at(self._slot(draft.tick))
        longest = max(1, self.limits.slots - state.slot)
        units = np.zeros((draft.more + 2) * LONGEST_WORD + longest, np.bool_)
        units[:longest] = self.limits.lengths(state, draft.grammar.pitch, longest)
        said = draft.more * LONGEST_WORD
        found[LENGTH.all] &= units[said : said + LONGEST_WORD]
        found[MORE] = bool(units[said + LONGEST_WORD :].any())

    def _places(self, draft: Draft, found: Mask) -> None:
        """Which places, tracks and bar lines may come where none of the track's words is open."""
        line, size = self._slot(draft.line), draft.grammar.size
        silent, begin = self.limits.ahead(self._state, line + size)
        here = line + draft.grammar.position
        slots = line + np.arange(POSITION.count)
        inside = (slots >= 0) & (slots < self.limits.slots)
        place = np.where(inside, slots, 0)
        alone = draft.sheet.asked == [draft.sheet.places.index(self.track)]
        found[POSITION.all] &= ~inside | (begin if alone else silent)[place]
        found[BAR] &= not 0 <= line + size <= self.limits.slots or bool(silent[line + size])
        own = TRACK.first + draft.sheet.places.index(self.track)
        if draft.grammar.position >= 0 and 0 <= here < self.limits.slots:
            found[own] &= begin[here]
            must = begin[here] and not silent[here + 1] and here >= self._state.slot
            if must and not self._state.here:
                found[own + 1 : TRACK.first + TRACK.count] = False
