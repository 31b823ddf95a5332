"""The fields of ABC tunes: where a tune begins, its key, its metre and its unit of length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from studio.music.note import TICKS
from studio.music.theory import Key

_WHOLE = 4 * TICKS
_FIELD = re.compile(r"([A-Za-z]):(?![|:\]])(.*)")
_KEY = re.compile(r"\s*(HP|Hp|none|[A-Ga-g][#b♯♭]?)\s*([A-Za-z]*)(.*)", re.DOTALL)
_EXPLICIT = re.compile(r"(\^\^|__|\^|_|=)([A-Ga-g])")
_MODES = {
    "": ("major", 0), "maj": ("major", 0), "ion": ("major", 0), "m": ("minor", -3),
    "min": ("minor", -3), "aeo": ("minor", -3), "mix": ("mixolydian", -1), "dor": ("dorian", -2),
    "phr": ("phrygian", -4), "lyd": ("lydian", 1), "loc": ("locrian", -5),
}  # fmt: skip
_FIFTHS = {"F": -1, "C": 0, "G": 1, "D": 2, "A": 3, "E": 4, "B": 5}
_NATURALS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SHARPS = "FCGDAEB"
SIGNS = {"": 0, "=": 0, "^": 1, "^^": 2, "_": -1, "__": -2}


@dataclass(frozen=True, slots=True)
class AbcKey:
    """A key, and by how many semitones it alters each letter."""

    key: Key = field(default_factory=Key)
    alters: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AbcTune:
    """One tune as text: its header, and the lines of its body with the comments left out."""

    number: str
    fields: Mapping[str, str]
    """The first of each field of the header by its letter."""
    voices: tuple[str, ...]
    """What the ``V:`` fields of the header say, in order."""
    lines: tuple[str, ...]


def split_tunes(text: str) -> Iterator[AbcTune]:
    """The tunes of a file in order; a blank line or the next ``X:`` ends one."""
    for part in re.split(r"(?m)^X:", text)[1:]:
        fields: dict[str, str] = {}
        voices, body = [], []
        number, *rest = part.split("\n")
        for line in rest:
            if line.startswith("%"):
                continue
            plain = _without_comment(line)
            if not plain.strip():
                break
            found = field_of(plain)
            if found is None or "K" in fields:
                body.append(plain)
                continue
            letter, value = found
            if letter == "V":
                voices.append(value)
            fields.setdefault(letter, value)
        yield AbcTune(number.strip(), fields, tuple(voices), tuple(body))


def _without_comment(line: str) -> str:
    return re.sub(r"(?<!\\)%.*", "", line).rstrip()


def field_of(line: str) -> tuple[str, str] | None:
    """The letter and value where the line is a field, else None."""
    match = _FIELD.fullmatch(line)
    return None if match is None else (match[1], match[2].strip())


def key_of(text: str) -> AbcKey:
    """Read ``Ador``, ``D Mixolydian``, ``Dmix=c``, ``Hp``; what is unknown is C major."""
    match = _KEY.match(text)
    if match is None or match[1] == "none":
        return AbcKey()
    if match[1] in ("HP", "Hp"):
        return AbcKey(Key(9, "mixolydian"), {"F": 1, "C": 1})
    letter = match[1][0].upper()
    sign = {"#": 1, "♯": 1, "b": -1, "♭": -1}.get(match[1][1:], 0)
    word = match[2].lower()
    if word in ("clef", "treble", "bass", "exp", "transpose", "octave", "middle"):
        word = ""
    scale, shift = _MODES.get(word if word == "m" else word[:3], _MODES[""])
    fifths = _FIFTHS[letter] + 7 * sign + shift
    letters = _SHARPS[: min(fifths, 7)] if fifths > 0 else _SHARPS[::-1][: min(-fifths, 7)]
    alters = dict.fromkeys(letters, 1 if fifths > 0 else -1)
    alters |= {name.upper(): SIGNS[mark] for mark, name in _EXPLICIT.findall(match[3])}
    return AbcKey(Key((_NATURALS[letter] + sign) % 12, scale), alters)


def metre_of(text: str) -> tuple[int, int] | None:
    """Numerator and denominator of ``6/8``, ``C|``, ``2+3/8``; None for free metre."""
    word = text.replace(" ", "")
    if word.startswith("C"):
        return (2, 2) if word.startswith("C|") else (4, 4)
    match = re.match(r"\(?(\d+(?:\+\d+)*)\)?/(\d+)", word)
    if match is None:
        return None
    top, bottom = sum(int(part) for part in match[1].split("+")), int(match[2])
    known = 1 <= top <= 64 and bottom in (1, 2, 4, 8, 16, 32, 64)
    return (top, bottom) if known else None


def unit_of(text: str) -> Fraction | None:
    """Ticks of ``1/8``; None where it is no length."""
    match = re.match(r"\s*(\d+)\s*/\s*(\d+)", text)
    if match is None or not int(match[1]) or not int(match[2]):
        return None
    return Fraction(int(match[1]) * _WHOLE, int(match[2]))


def usual_unit(metre: tuple[int, int] | None) -> Fraction:
    """The unit where none is given: a sixteenth in short bars, else an eighth."""
    short = metre is not None and Fraction(*metre) < Fraction(3, 4)
    return Fraction(_WHOLE, 16 if short else 8)


def tempo_of(text: str) -> float | None:
    """Quarters a minute of ``1/4=120`` or ``3/8=80``; None where it says no such thing."""
    match = re.search(r"(\d+)\s*/\s*(\d+)\s*=\s*(\d+)", text)
    if match is None or not int(match[2]):
        return None
    speed = 4 * int(match[3]) * int(match[1]) / int(match[2])
    return speed if 4 <= speed <= 1000 else None
