"""The words of kern: how long, how high, in what key, and in which order sections are played."""

import re
from dataclasses import dataclass, field
from typing import Final

from studio.music.note import TICKS
from studio.music.score_repeats import NOT_FOLLOWED, Bar, followed
from studio.music.theory import Key, key_of_signature, parse_key

UNIT: Final = 1_441_440  # of a tick, so that tuplets up to thirteen are whole
_NOTE: Final = re.compile(r"([a-gA-G])\1*")
_TIME: Final = re.compile(r"(\d+)(?:%(\d+))?(\.*)")
_NAMES: Final = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
METRE: Final = re.compile(r"\*M(\d{1,3})/(\d{1,3})")
TEMPO: Final = re.compile(r"\*MM(\d{1,4}(?:\.\d{1,4})?)")
_SIGNATURE: Final = re.compile(r"\*k\[([a-g#-]*)\]")
_KEY: Final = re.compile(r"\*([A-Ga-g][#-]?):(\w*)")
_MODES: Final = {
    "dor": "dorian", "phr": "phrygian", "lyd": "lydian", "mix": "mixolydian", "loc": "locrian",
}  # fmt: skip
PROGRAMS: Final = {
    "piano": 0, "cemba": 6, "organ": 19, "guitr": 24, "violn": 40, "viola": 41, "cello": 42,
    "cbass": 43, "arpa": 46, "soprn": 52, "alto": 52, "tenor": 52, "bass": 52, "vox": 52,
    "tromp": 56, "tromb": 57, "tuba": 58, "cor": 60, "oboe": 68, "fagot": 70, "clars": 71,
    "flt": 73,
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Order:
    """Where repeats and sections begin and end, by the number of the measure from 0."""

    begins: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)
    sections: dict[str, int] = field(default_factory=dict)
    plan: list[str] = field(default_factory=list)

    def played(self, count: int, notes: list[str]) -> list[int] | None:
        """The numbers of the measures as they are played; None for once through."""
        if not self.plan:
            bars = [
                Bar(begins=number in self.begins, times=2 * (number in self.ends))
                for number in range(count)
            ]
            return followed(bars, notes)
        order = self._by_plan(count)
        if not order or len(order) > 8 * count:
            notes.append(NOT_FOLLOWED)
            return None
        return None if order == list(range(count)) else order

    def _by_plan(self, count: int) -> list[int]:
        """Section after section; nothing where the plan names one that is not there."""
        starts = sorted({*self.sections.values(), count})
        order = list(range(starts[0]))
        for name in self.plan:
            if name not in self.sections or len(order) > 8 * count:
                return []
            start = self.sections[name]
            order += range(start, next(one for one in starts if one > start or one == count))
        return order


def units(token: str) -> int:
    """How long a note or rest lasts: 4 is a quarter, 0 a breve, 3%2 two thirds of a whole."""
    found = _TIME.search(token)
    if found is None:
        return 0
    part, over = int(found[1][:6]), int((found[2] or "1")[:6])
    whole = 4 * TICKS * UNIT
    # 0 is a breve, 00 a long, 000 a maxima
    length = whole * over // part if part else whole << min(len(found[1]), 3)
    dots = min(len(found[3]), 4)
    return 2 * length - (length >> dots)


def pitch_of(token: str) -> int | None:
    """MIDI's number of a note; None of a rest."""
    found = _NOTE.search(token)
    if found is None or "r" in token:
        return None
    letter, many = found[1], len(found[0])
    octave = 3 + many if letter.islower() else 4 - many
    return 12 * (octave + 1) + _NAMES[letter.lower()] + token.count("#") - token.count("-")


def key_of(word: str) -> Key | None:
    """A key signature such as ``*k[b-e-]``, or a key such as ``*f#:`` or ``*D:dor``."""
    if found := _SIGNATURE.fullmatch(word):
        fifths = found[1].count("#") - found[1].count("-")
        return key_of_signature(fifths, False) if -7 <= fifths <= 7 else None
    found = _KEY.fullmatch(word)
    if found is None:
        return None
    minor = found[1][0].islower()
    mode = _MODES.get(found[2], "minor" if minor else "major")
    return parse_key(f"{found[1].replace('-', 'b')} {mode}")
