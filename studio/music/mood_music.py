"""From a mood to the elements of music: mode, key, tempo, register, density and chords.

What goes with what follows A. Gabrielsson and E. Lindström, "The role of structure in the musical
expression of emotions" (2010): glad with major, sad with minor, stirred with fast and dense, calm
with slow and sparse, bright with high, dark with low. All inputs are 0..1, 0.5 for neither.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from studio.music.chords import parse_roman
from studio.music.mood import Feeling, feeling_of
from studio.music.theory import Key
from studio.music.tokenizer_chords import Chord

MODES = ("phrygian", "minor", "dorian", "mixolydian", "major", "lydian")
"""From dark to bright (Persichetti, "Twentieth-Century Harmony", 1961)."""
_EDGES = (0.08, 0.38, 0.48, 0.58, 0.92)
SLOWEST, FASTEST = 52, 160


@dataclass(frozen=True, slots=True)
class Progression:
    """Chords in numerals of a scale, one a bar, and the moods that they have been heard as."""

    scale: str
    numerals: str
    moods: str

    @property
    def feeling(self) -> Feeling:
        """The mean of its moods."""
        places = [feeling_of(word) for word in self.moods.split()]
        return Feeling(
            sum(place.valence for place in places) / len(places),
            sum(place.energy for place in places) / len(places),
            sum(place.darkness for place in places) / len(places),
        )

    def chords(self, key: Key, bar: int, bars: int) -> tuple[Chord, ...]:
        """Its chords in a key, one a bar of ``bar`` ticks, over so many bars."""
        numerals = self.numerals.split()
        named = [parse_roman(numerals[n % len(numerals)], key, n * bar) for n in range(bars)]
        return tuple(named)


def _table(scale: str, text: str) -> tuple[Progression, ...]:
    rows = (line.split(":") for line in text.strip().splitlines())
    return tuple(Progression(scale, chords.strip(), moods.strip()) for chords, moods in rows)


# Facts of the mood words are those of "free-chords" (MIT), the choice and the grouping our own.
PROGRESSIONS: tuple[Progression, ...] = (
    *_table("major", """
        I V vi IV: hopeful romantic
        I IV V IV: joyful triumphant
        I IV vi V: joyful hopeful
        I V I IV: joyful playful
        I vi IV V: romantic hopeful
        I vi ii V: nostalgic romantic
        I vi I IV: tender nostalgic
        IV I ii vi: nostalgic peaceful
        I IV Isus2 IV: peaceful hopeful
        I iii IV vi: romantic nostalgic
        I7 IV I7 IV: relaxed nostalgic
        I iii vi Isus4: tender spiritual
        vi IV I V: hopeful romantic
        IV V iii vi: romantic hopeful
        I V vi iii IV I IV V: hopeful joyful
    """),
    *_table("minor", """
        i VI III VII: nostalgic hopeful
        i VI VII i: triumphant rebellious
        i VII VI VII: rebellious triumphant
        i iv VII i: sad nostalgic
        i iv v i: sad lonely
        i iv VI v: sad hopeful
        i iv III VI: nostalgic romantic
        i VI iv ii: sad tender
        i iv i V: dramatic sad
        i vdim iv VI: dark nostalgic
        i i iv v7: dark mysterious
        i v iv VII: sad rebellious
        i VI VII v: mysterious rebellious
        i VII iv V: mysterious dramatic
        i V i VI: fearful dark
    """),
    *_table("dorian", """
        i IV i VII: nostalgic mysterious
        i III IV i: mysterious hopeful
        i v VII IV: hopeful mysterious
        i ii v IV: nostalgic hopeful
        i VII IV i: nostalgic mysterious
    """),
    *_table("mixolydian", """
        I VII IV I: joyful rebellious
        I IV VII IV: joyful rebellious
        I v VII IV: nostalgic peaceful
        I VII I IV: triumphant playful
    """),
    *_table("lydian", """
        I II I II: surprised triumphant
        I II vi V: joyful hopeful
        I V II I: peaceful surprised
        I II iii V: surprised triumphant
    """),
    *_table("phrygian", """
        i II i vii: mysterious spiritual
        i II III II: mysterious dark
        i II VI II: fearful dark
        i VI vii i: mysterious dark
    """),
)  # fmt: skip
"""Chords for each mode, with the moods that listeners gave them."""


def mode_of(brightness: float) -> str:
    """From dark to bright: phrygian, minor, dorian, mixolydian, major, lydian."""
    return MODES[sum(brightness > edge for edge in _EDGES)]


def key_of(scale: str, brightness: float) -> Key:
    """The key of that mode with four flats (dark) to four sharps (bright)."""
    wanted = round((brightness - 0.5) * 8)
    return next(key for key in (Key(t, scale) for t in range(12)) if key.fifths == wanted)


def tempo_of(energy: float) -> int:
    """Quarters a minute: 52 to 160, by even ratios, to the nearest even number."""
    return 2 * round(SLOWEST * math.pow(FASTEST / SLOWEST, energy) / 2)


def register_of(height: float) -> tuple[int, int]:
    """Lowest and highest pitch of a melody: about two octaves around F sharp 3 to F sharp 5."""
    middle = round(56 + 20 * height)
    return middle - 10, middle + 12


def density_of(density: float, quarters: float) -> tuple[int, int]:
    """Notes in a bar of so many quarters, at least and at most: half to four a quarter."""
    mean = 0.5 * 6**density
    return max(1, round(0.5 * mean * quarters)), max(2, round(1.6 * mean * quarters))


def progression_of(scale: str, feeling: Feeling) -> Progression:
    """The chords of that scale whose moods come nearest; of equal ones the first."""
    known = {one.scale for one in PROGRESSIONS}
    if scale not in known:
        scale = "minor" if Key(0, scale).is_minor else "major"
    found = [one for one in PROGRESSIONS if one.scale == scale]
    return min(found, key=lambda one: one.feeling.far_from(feeling))
