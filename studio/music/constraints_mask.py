"""What the artist's rules let a network draw next: pitches, lengths and places, on any grid.

Looks ahead: a table says for each place, last pitch and count of notes in the bar whether the
piece can still be finished within the rules, so that drawing what is allowed never gets stuck.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.constraints import PITCHES, Rules
from studio.music.note import TICKS, Note, Notes
from studio.music.theory import pitch_name

Mask = NDArray[np.bool_]
_NONE, _LOCKED = 128, 129  # in place of the pitch before: there was no note, or a locked one
_ENDLESS = 1 << 30


@dataclass(frozen=True, slots=True)
class State:
    """Where the writing stands: the next note begins at ``slot`` (steps of the grid) or later.

    ``before`` is the pitch of the last note (128: none yet, 129: a locked one), ``count`` the new
    notes of this bar so far, ``here`` the pitches that begin at ``slot`` already.
    """

    slot: int = 0
    before: int = _NONE
    count: int = 0
    here: tuple[int, ...] = ()


class Limits:
    """The rules on a grid of ``step`` ticks: a sixteenth for the melody network, 20 for the other.

    In a melody the locked notes are drawn too, in their place and at their pitch, so that the
    network hears them; ``with_locked`` then puts the true ones back. Raises StudioError where the
    rules leave nothing or the metre does not fit the grid.
    """

    def __init__(self, rules: Rules, step: int = TICKS // 4) -> None:
        _check_range(rules)
        self._set(rules, step)
        if not self.feasible:
            possible(rules, step)

    def _set(self, rules: Rules, step: int) -> None:
        if rules.metre.bar % step:
            raise StudioError("The metre does not fit the grid of the model; choose another one.")
        self.rules, self.step = rules, step
        self.size = rules.metre.bar // step
        self.slots = rules.bars * self.size
        self._leap = rules.leap if rules.melody else None
        self._forced = _forced(rules, step, self.slots) if rules.melody else {}
        self._allowed, self._must = _places(rules, step, self.slots, self._forced)
        self._latest = _latest(self._forced, self.slots)
        self._least, self._most = _density(rules, step)
        self._look_ahead()

    # -- what may come ---------------------------------------------------------------------------

    @property
    def feasible(self) -> bool:
        """Whether there is any way from the beginning to the end."""
        return bool(self._open[0, self._column(_NONE), 0])

    def forced(self, state: State) -> bool:
        """Whether a locked note is all that may begin here."""
        return state.slot in self._forced

    def forced_length(self, state: State) -> int:
        """The steps of the locked note that begins here; KeyError where none does."""
        return self._forced[state.slot][1]

    def pitches(self, state: State) -> Mask:
        """Which pitches may begin at the state's slot: (128,); none where only silence may be."""
        slot = state.slot
        found = np.zeros(PITCHES, np.bool_)
        if slot >= self.slots:
            return found
        if slot in self._forced:
            column = self._column(state.before)
            found[self._forced[slot][0]] = self._begin[slot, column, state.count]
            return found
        if state.count >= self._most[slot // self.size]:
            return found
        after = self._passed(slot)[:, min(state.count + 1, self._top)]
        found[:] = self._allowed[slot] & after[:PITCHES] & self._near(state.before, slot)
        if state.here:
            found[: max(state.here) + 1] = False
        return found

    def lengths(self, state: State, pitch: int, longest: int) -> Mask:
        """Which lengths of 1..``longest`` steps a note of ``pitch`` from there may have."""
        found = np.zeros(longest, np.bool_)
        if state.slot in self._forced:
            found[min(self._forced[state.slot][1], longest) - 1] = True
            return found
        if not self.rules.melody:
            found[: max(0, self.slots - state.slot)] = True
            return found
        for slot, column, count in self._walk(self._begun(state, pitch)):
            if slot - state.slot > longest:
                break
            found[slot - state.slot - 1] = self._open[slot, column, count]
        return found

    def positions(self, state: State) -> Mask:
        """At which slots the next note may begin: (slots,), counted from the beginning."""
        found = np.zeros(self.slots, np.bool_)
        if state.here:
            found[state.slot] = bool(self.pitches(state).any())
            steps = self._walk((state.slot, self._column(state.before), state.count))
        else:
            steps = self._from(state)
        for slot, column, count in steps:
            if slot < self.slots:
                found[slot] = self._begin[slot, column, count]
        return found

    def rests(self, state: State, longest: int) -> Mask:
        """Which silences of 1..``longest`` steps may be before the next note, or the end."""
        found = np.zeros(longest, np.bool_)
        for slot, column, count in self._from(state):
            if state.slot < slot <= state.slot + longest:
                last = slot == self.slots
                open_ = self._open if last else self._begin
                found[slot - state.slot - 1] = open_[slot, column, count]
        return found

    def may_end(self, state: State) -> bool:
        """Whether nothing more need come."""
        for slot, column, count in self._from(state):
            if slot == self.slots:
                return bool(self._open[slot, column, count])
        return False

    def ahead(self, state: State, until: int) -> tuple[Mask, Mask]:
        """Up to the slot ``until``: where one may be with no new note, and where one may begin.

        Both (slots + 1,). Locked notes on the way are passed over, as they are there already.
        """
        silent, begin = (np.zeros(self.slots + 1, np.bool_) for _ in range(2))
        silent[: state.slot + 1] = True
        if state.here:
            begin[state.slot] = bool(self.pitches(state).any())
        while True:
            slot, count = state.slot, state.count
            for slot, column, count in self._from(state):
                if slot > until:
                    return silent, begin
                silent[slot] |= self._open[slot, column, count]
                again = bool(state.here) and slot == state.slot
                if slot < self.slots and slot not in self._forced and not again:
                    begin[slot] = self._begin[slot, column, count]
            if slot not in self._forced or not silent[slot]:
                return silent, begin
            state = self.noted(State(slot, state.before, count), *self._forced[slot])
            silent[slot : state.slot + 1] = silent[slot]

    def at(self, state: State, slot: int) -> State:
        """The state at a later slot, with nothing new before it; locked notes are passed over."""
        for held in sorted(self._forced):
            if state.slot <= held < slot:
                there = self.moved(state, held - state.slot)
                state = self.noted(there, *self._forced[held])
        return self.moved(state, slot - state.slot) if slot > state.slot else state

    # -- going on --------------------------------------------------------------------------------

    def noted(self, state: State, pitch: int, length: int) -> State:
        """The state after a note; with notes that sound together, still at its slot."""
        forced = state.slot in self._forced
        before = _LOCKED if forced else pitch
        count = min(state.count + (not forced), self._top)
        if not self.rules.melody:
            return replace(state, before=before, count=count, here=(*state.here, pitch))
        return self.moved(replace(state, before=before, count=count), length)

    def moved(self, state: State, length: int) -> State:
        """The state so many steps later."""
        slot = state.slot + length
        same = slot // self.size == state.slot // self.size
        return State(slot, state.before, state.count if same else 0, () if length else state.here)

    def with_locked(self, notes: Notes) -> Notes:
        """What was drawn, with the true locked notes where they were drawn too."""
        if not self._forced:
            return self.rules.locked.added(notes)
        new = [n for n in notes if n.start // self.step not in self._forced]
        return self.rules.locked.added(Note(n.start, n.length, n.pitch, n.velocity) for n in new)

    # -- the table -------------------------------------------------------------------------------

    def _look_ahead(self) -> None:
        """Fill the tables (slots, columns, counts) from the end: open, and with a note there."""
        finite = [count for count in self._most if count < _ENDLESS]
        self._top = max([*self._least, *finite])
        columns = 1 if self._leap is None else _LOCKED + 1
        self._open = np.zeros((self.slots + 1, columns, self._top + 1), np.bool_)
        self._begin = np.zeros((self.slots, columns, self._top + 1), np.bool_)
        self._open[self.slots, :, 0] = True
        for slot in range(self.slots - 1, -1, -1):
            passed = self._passed(slot)
            self._begin[slot] = self._begun_table(slot, passed)
            self._open[slot] = self._begin[slot]
            if not self._must[slot]:
                self._open[slot] |= passed

    def _passed(self, slot: int) -> Mask:
        """Whether it can be finished when all that begins at the slot has begun."""
        if (slot + 1) % self.size:
            following: Mask = self._open[slot + 1]
            return following
        enough = np.arange(self._top + 1) >= self._least[slot // self.size]
        found: Mask = self._open[slot + 1][:, :1] & enough
        return found

    def _begun_table(self, slot: int, passed: Mask) -> Mask:
        if slot in self._forced:
            near = np.array([self._joins(column, slot) for column in range(len(passed))])
            forced: Mask = near[:, None] & passed[-1:]
            return forced
        counts = np.arange(self._top + 1)
        after = passed[:, np.minimum(counts + 1, self._top)]
        after = after & (counts < self._most[slot // self.size])
        landing = self._allowed[slot][:, None] & after[:PITCHES]  # (128, counts)
        if self._leap is None:
            anywhere: Mask = landing.any(axis=0, keepdims=True)
            return anywhere
        total = np.concatenate([np.zeros((1, len(counts)), np.int64), landing.cumsum(axis=0)])
        pitch = np.append(np.arange(PITCHES), (64, self._latest[slot]))
        reach = np.full(len(pitch), self._leap)
        reach[_NONE] = PITCHES
        high = np.minimum(pitch + reach, PITCHES - 1) + 1
        reached: Mask = total[high] > total[np.maximum(pitch - reach, 0)]
        return reached

    def _joins(self, column: int, slot: int) -> bool:
        """Whether the locked note at the slot may follow; locked ones may follow each other."""
        if self._leap is None or column >= _NONE:
            return True
        return abs(column - self._forced[slot][0]) <= self._leap

    def _near(self, before: int, slot: int) -> Mask:
        if self._leap is None or before == _NONE:
            return np.ones(PITCHES, np.bool_)
        pitch = self._latest[slot] if before == _LOCKED else before
        return np.abs(np.arange(PITCHES) - pitch) <= self._leap

    def _column(self, before: int) -> int:
        return 0 if self._leap is None else before

    def _begun(self, state: State, pitch: int) -> tuple[int, int, int]:
        return state.slot, self._column(pitch), min(state.count + 1, self._top)

    def _from(self, state: State) -> Iterator[tuple[int, int, int]]:
        """The state's own slot and those that silence can reach."""
        if state.slot > self.slots:
            return
        here = (state.slot, self._column(state.before), min(state.count, self._top))
        yield here
        if state.slot < self.slots and (state.here or not self._must[state.slot]):
            yield from self._walk(here)

    def _walk(self, begin: tuple[int, int, int]) -> Iterator[tuple[int, int, int]]:
        """The slots after one while nothing begins, up to the first at which something must."""
        slot, column, count = begin
        while slot < self.slots:
            if (slot + 1) % self.size == 0:
                if count < self._least[slot // self.size]:
                    return
                count = 0
            slot += 1
            yield slot, column, count
            if slot < self.slots and self._must[slot]:
                return


def possible(rules: Rules, step: int = TICKS // 4) -> None:
    """Raise StudioError with the reason where the rules leave no way through all the bars."""
    _check_range(rules)
    if _feasible(rules, step):
        return
    looser = {
        "the largest leap": replace(rules, leap=None),
        "the density": replace(rules, fewest=0, most=None),
        "the chords": replace(rules, chords=()),
        "the locked rhythm": replace(rules, rhythm=None),
        "the locked notes": replace(rules, locked=Notes()),
        "the key": replace(rules, key=None),
        "the range": replace(rules, lowest=0, highest=127),
    }
    for name, tried in looser.items():
        if tried != rules and _feasible(tried, step):
            raise StudioError(f"No melody keeps all these rules; loosen {name}.")
    raise StudioError("No melody keeps all these rules; take some of them away.")


def _check_range(rules: Rules) -> None:
    if not Rules(key=rules.key, lowest=rules.lowest, highest=rules.highest).pitches(0).any():
        name = rules.key.name if rules.key else "the scale"
        low, high = pitch_name(rules.lowest), pitch_name(rules.highest)
        raise StudioError(
            f"No note of {name} lies between {low} and {high}; widen the range or choose another "
            "scale."
        )


def _feasible(rules: Rules, step: int) -> bool:
    limits = Limits.__new__(Limits)
    limits._set(rules, step)
    return limits.feasible


def _forced(rules: Rules, step: int, slots: int) -> dict[int, tuple[int, int]]:
    """The locked notes as a melody on the grid: slot -> pitch and steps; of several the highest."""
    highest: dict[int, Note] = {}
    for note in rules.locked:
        slot = note.start // step
        if slot < slots and (slot not in highest or note.pitch > highest[slot].pitch):
            highest[slot] = note
    found = {}
    starts = [*sorted(highest), slots]
    for slot, following in pairwise(starts):
        note = highest[slot]
        found[slot] = note.pitch, max(1, min(-(-note.end // step), following) - slot)
    return found


def _places(
    rules: Rules, step: int, slots: int, forced: dict[int, tuple[int, int]]
) -> tuple[Mask, Mask]:
    """Which pitches may begin at each slot (slots, 128), and where something must (slots,)."""
    allowed = np.stack([rules.pitches(slot * step) for slot in range(slots)])
    must = np.zeros(slots, np.bool_)
    if rules.rhythm is not None:
        if any(tick % step for tick in rules.rhythm):
            raise StudioError("The rhythm does not lie on the grid; quantise its notes first.")
        must[[tick // step for tick in rules.rhythm]] = True
        allowed &= must[:, None]
    room = np.array([rules.in_room(slot * step) for slot in range(slots)])
    allowed[~room] = False
    must &= room
    for note in rules.locked:
        covered = slice(note.start // step, -(-note.end // step))
        if rules.melody:
            allowed[covered] = False
            must[covered] = False
        else:
            allowed[covered, note.pitch] = False
    must[list(forced)] = True
    return allowed, must


def _latest(forced: dict[int, tuple[int, int]], slots: int) -> list[int]:
    """The pitch of the last locked note before each slot."""
    found, pitch = [], 64
    for slot in range(slots):
        found.append(pitch)
        pitch = forced.get(slot, (pitch, 0))[0]
    return found


def _density(rules: Rules, step: int) -> tuple[list[int], list[int]]:
    """How many new notes each bar has at least and at most, beside the locked ones."""
    held = np.bincount(rules.locked.start // rules.metre.bar, minlength=rules.bars)
    most = _ENDLESS if rules.most is None or rules.most >= rules.metre.bar // step else rules.most
    if not rules.melody and rules.most is not None:
        most = rules.most
    least = [
        max(0, rules.fewest_in(bar) - kept) for bar, kept in enumerate(held[: rules.bars].tolist())
    ]
    return least, [
        most if most == _ENDLESS else max(0, most - kept) for kept in held[: rules.bars].tolist()
    ]
