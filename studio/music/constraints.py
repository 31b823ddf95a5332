"""The artist's rules for new notes, as plain values, and how kept notes are found to break them.

``constraints_mask`` says from them what may be drawn next, so that nothing forbidden can be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.note import TICKS, Note, Notes
from studio.music.theory import Key, pitch_name
from studio.music.timing import Metre
from studio.music.tokenizer_chords import Chord

MOST_BARS = 256
"""So many bars are written in one go."""
PITCHES = 128


@dataclass(frozen=True, slots=True)
class Rules:
    """What new notes must keep. Time is in ticks from the first bar that is written.

    ``key``: the pitches of its scale and no others. ``chords``: what begins on a beat (everywhere
    where ``chords_everywhere``) is a note of the chord that holds there. ``lowest`` and ``highest``
    bound the pitches. ``fewest`` and ``most`` notes begin in a bar. ``rhythm``: at these ticks a
    note begins, and nowhere else. ``leap``: semitones from one note to the next at most.
    ``locked`` notes stay; they count in their bar, but need keep no other rule themselves.
    ``melody``: one note at a time; else notes may sound together, and ``leap`` does not count.
    ``room``: new notes begin from its first tick to its second (excluded) and nowhere else, and
    bars that do not lie in it as a whole may have fewer notes than ``fewest``.
    """

    bars: int = 8
    metre: Metre = field(default_factory=lambda: Metre(0))
    key: Key | None = None
    chords: tuple[Chord, ...] = ()
    chords_everywhere: bool = False
    lowest: int = 0
    highest: int = 127
    fewest: int = 0
    most: int | None = None
    rhythm: tuple[int, ...] | None = None
    leap: int | None = None
    locked: Notes = field(default_factory=Notes)
    melody: bool = True
    room: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.bars <= MOST_BARS:
            raise StudioError(f"Between 1 and {MOST_BARS} bars can be written at once.")
        if not 0 <= self.lowest <= self.highest <= 127:
            raise StudioError("The range ends below its beginning; choose a highest note above.")
        if self.fewest < 0 or (self.most is not None and self.most < max(0, self.fewest)):
            raise StudioError("The bars are to have fewer notes at most than at least; swap them.")
        if self.leap is not None and self.leap < 0:
            raise StudioError("The largest leap is 0 semitones or more.")
        if self.rhythm is not None:
            inside = all(0 <= tick < self.end for tick in self.rhythm)
            if not self.rhythm or not inside:
                raise StudioError("The rhythm has no note in the bars that are to be written.")
            object.__setattr__(self, "rhythm", tuple(sorted(set(self.rhythm))))

    @property
    def end(self) -> int:
        """The tick after the last bar."""
        return self.bars * self.metre.bar

    def in_room(self, tick: int) -> bool:
        """Whether a new note may begin there at all."""
        return self.room is None or self.room[0] <= tick < self.room[1]

    def fewest_in(self, bar: int) -> int:
        """Notes that begin in that bar at least."""
        whole = self.in_room(bar * self.metre.bar) and self.in_room((bar + 1) * self.metre.bar - 1)
        return self.fewest if whole else 0

    def pitches(self, tick: int) -> NDArray[np.bool_]:
        """Which pitches scale, chord and range leave for a note that begins there: (128,)."""
        allowed = np.zeros(PITCHES, np.bool_)
        allowed[self.lowest : self.highest + 1] = True
        if self.key is not None:
            allowed &= _of_classes(self.key.pitch_classes)
        chord = self.chord_at(tick)
        if chord is not None and (self.chords_everywhere or tick % self.beat == 0):
            allowed &= _of_classes(chord.pitch_classes)
        return allowed

    @property
    def beat(self) -> int:
        """Ticks of what is counted: three eighths in 6/8, 9/8 and 12/8."""
        compound = self.metre.denominator >= 8 and self.metre.numerator % 3 == 0
        return self.metre.beat * (3 if compound and self.metre.numerator > 3 else 1)

    def chord_at(self, tick: int) -> Chord | None:
        """The chord that holds there; None where there is none."""
        found = None
        for chord in self.chords:
            if chord.tick <= tick and (found is None or chord.tick >= found.tick):
                found = chord
        return None if found is None or found.root is None else found


def _of_classes(classes: frozenset[int]) -> NDArray[np.bool_]:
    one = np.zeros(12, np.bool_)
    one[list(classes)] = True
    return np.tile(one, 11)[:PITCHES]


class Violation(NamedTuple):
    """A rule that is broken: its name, where, and a sentence."""

    rule: str
    tick: int
    sentence: str


def check(notes: Notes | Iterable[Note], rules: Rules) -> tuple[Violation, ...]:
    """Where notes break the rules; locked ones (by their id or as in ``rules``) may."""
    every = notes if isinstance(notes, Notes) else Notes(notes)
    kept = {(n.start, n.pitch) for n in rules.locked} | {
        (n.start, n.pitch) for n in every if n.locked
    }
    new = [n for n in every if (n.start, n.pitch) not in kept]
    found = [one for note in new for one in _of_one(note, rules)]
    found += _of_bars(every, kept, rules)
    if rules.rhythm is not None:
        begun = {n.start for n in every}
        found += [
            Violation("rhythm", tick, "No note begins where the rhythm has one.")
            for tick in rules.rhythm
            if tick not in begun and rules.in_room(tick) and not _covered(tick, rules.locked)
        ]
    if rules.melody:
        found += _of_line(every, kept, rules)
    held = {(n.start, n.length, n.pitch) for n in every}
    found += [
        Violation("locked", n.start, "A locked note is gone or was changed.")
        for n in rules.locked
        if (n.start, n.length, n.pitch) not in held
    ]
    return tuple(sorted(found, key=lambda one: one.tick))


def _of_one(note: Note, rules: Rules) -> list[Violation]:
    found, name = [], pitch_name(note.pitch)
    if not rules.lowest <= note.pitch <= rules.highest:
        found.append(Violation("range", note.start, f"{name} is out of the range."))
    if rules.key is not None and note.pitch % 12 not in rules.key.pitch_classes:
        found.append(Violation("scale", note.start, f"{name} is not in {rules.key.name}."))
    chord = rules.chord_at(note.start)
    struck = rules.chords_everywhere or note.start % rules.beat == 0
    if chord is not None and struck and note.pitch % 12 not in chord.pitch_classes:
        found.append(Violation("chord", note.start, f"{name} is not in {chord.name}."))
    if rules.rhythm is not None and note.start not in rules.rhythm:
        found.append(Violation("rhythm", note.start, "A note begins where the rhythm has none."))
    if not rules.in_room(note.start):
        found.append(Violation("room", note.start, "A note begins where none is to be written."))
    if note.end > rules.end:
        found.append(Violation("bars", note.start, "A note lasts beyond the last bar."))
    return found


def _of_bars(every: Notes, kept: set[tuple[int, int]], rules: Rules) -> list[Violation]:
    found = []
    count = np.bincount(every.start // rules.metre.bar, minlength=rules.bars)[: rules.bars]
    held = [n.start // rules.metre.bar for n in every if (n.start, n.pitch) in kept]
    for bar, notes in enumerate(count.tolist()):
        tick = bar * rules.metre.bar
        if notes < rules.fewest_in(bar):
            found.append(Violation("density", tick, f"Bar {bar + 1} has only {notes} notes."))
        if rules.most is not None and notes > max(rules.most, held.count(bar)):
            found.append(Violation("density", tick, f"Bar {bar + 1} has {notes} notes."))
    return found


def _of_line(every: Notes, kept: set[tuple[int, int]], rules: Rules) -> list[Violation]:
    """Of a single voice: no two at once, and no leap too large."""
    found = []
    top = {n.start: n for n in every}  # of locked ones that begin together the highest
    notes = [top[start] for start in sorted(top)]
    found += [
        Violation("melody", note.start, "Two notes begin at once.")
        for note in every
        if (note.start, note.pitch) not in kept and note != top[note.start]
    ]
    for before, after in pairwise(notes):
        both = all((n.start, n.pitch) in kept for n in (before, after))
        if both:
            continue
        if before.end > after.start:
            found.append(Violation("melody", after.start, "Two notes sound at once."))
        if rules.leap is not None and abs(after.pitch - before.pitch) > rules.leap:
            found.append(Violation("leap", after.start, "The leap to this note is too large."))
    return found


def _covered(tick: int, locked: Notes) -> bool:
    """Whether a locked note sounds there, or begins within a sixteenth, so that none has room."""
    return bool(len(locked.sounding(tick, tick + TICKS // 4)))
