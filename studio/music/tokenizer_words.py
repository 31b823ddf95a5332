"""The vocabulary of the composer: which number stands for which word.

Time is counted in units of a 24th of a quarter. Of the notes in the books of tunes 95.1 % lie on
the grid of sixteenths, 98.7 % on twelfths of a quarter, and 99.96 % on 24ths, which hold triplets
beside 32nds; as position and length are one word each, the finer grid makes no piece longer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from studio.music.note import TICKS
from studio.music.theory import SCALES
from studio.music.timing import Metre
from studio.music.tokenizer_chords import QUALITIES

UNIT = TICKS // 24
"""Ticks a unit."""
LONGEST_BAR = 8 * 24
LONGEST = 4 * 24
"""Units that one word of length says; ``MORE`` says so many before it."""
MOST_TRACKS = 16
SPECIALS = ("fill", "start", "end", "gap", "answer", "bar", "more")
PAD, START, END, GAP, ANSWER, BAR, MORE = range(7)
"""``GAP`` stands for bars that are left out, ``ANSWER`` before what belongs there."""
SCALE_NAMES = tuple(SCALES)
QUALITY_NAMES = tuple(QUALITIES)
TEMPOS = (*range(20, 120, 2), *range(120, 200, 5), *range(200, 301, 10))
"""Quarters a minute."""
VELOCITIES = tuple(range(2, 128, 4))


def _metres() -> tuple[tuple[int, int], ...]:
    every = ((top, bottom) for bottom in (4, 8, 2, 16, 1, 32) for top in range(1, 17))
    return tuple(one for one in every if Metre(0, *one).bar <= LONGEST_BAR * UNIT)


METRES = _metres()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one kind: ``count`` numbers from ``first`` on."""

    first: int
    count: int

    def __contains__(self, token: object) -> bool:
        return isinstance(token, int) and self.first <= token < self.first + self.count

    def __getitem__(self, value: int) -> int:
        """The token of a value 0..count - 1."""
        if not 0 <= value < self.count:
            raise IndexError(value)
        return self.first + value

    def value(self, token: int) -> int:
        """What a token of this kind says."""
        return token - self.first

    @property
    def all(self) -> slice:
        """Their place in a row of the whole vocabulary."""
        return slice(self.first, self.first + self.count)


def _kinds() -> tuple[Words, ...]:
    sizes = (
        len(METRES), 12, len(SCALE_NAMES), len(TEMPOS), LONGEST_BAR, 12 * len(QUALITY_NAMES) + 1,
        MOST_TRACKS, 128, 128, 128, 128, LONGEST, len(VELOCITIES),
    )  # fmt: skip
    edges = np.cumsum([len(SPECIALS), *sizes]).tolist()
    return tuple(Words(first, count) for first, count in zip(edges, sizes, strict=False))


(
    METRE,
    TONIC,
    SCALE,
    TEMPO,
    POSITION,
    CHORD,
    TRACK,
    PROGRAM,
    KIT,
    PITCH,
    DRUM,
    LENGTH,
    VELOCITY,
) = _kinds()
NAMES = {
    "metre": METRE, "tonic": TONIC, "scale": SCALE, "tempo": TEMPO, "position": POSITION,
    "chord": CHORD, "track": TRACK, "program": PROGRAM, "kit": KIT, "pitch": PITCH, "drum": DRUM,
    "length": LENGTH, "velocity": VELOCITY,
}  # fmt: skip
NO_CHORD = CHORD[CHORD.count - 1]
VOCABULARY = VELOCITY.first + VELOCITY.count


def word(token: int) -> str:
    """A token for people: ``pitch 60``, ``bar``."""
    for name, words in NAMES.items():
        if token in words:
            return f"{name} {words.value(token)}"
    return SPECIALS[token]


def nearest(values: tuple[float, ...] | tuple[int, ...], wanted: float) -> int:
    """The place of the value that comes nearest, of equal ones the first."""
    return int(np.abs(np.array(values, np.float64) - wanted).argmin())
