"""Chords read from symbols and from roman numerals, and laid on the keys with smooth voices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from studio.errors import StudioError
from studio.music.theory import SCALES, Key
from studio.music.tokenizer_chords import QUALITIES, Chord

_LETTERS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SIGNS = {"#": 1, "♯": 1, "b": -1, "♭": -1}
_SYMBOL = re.compile(r"([A-G])([#♯b♭]?)([^/]*)(?:/([A-G])([#♯b♭]?))?")
_ROMAN = re.compile(r"([#♯b♭]?)(VII|VI|IV|V|III|II|I|vii|vi|iv|v|iii|ii|i)([^/]*)")
_DEGREES = {"i": 0, "ii": 1, "iii": 2, "iv": 3, "v": 4, "vi": 5, "vii": 6}
# Other ways to write a quality.
_ALSO = {
    "M": "", "maj": "", "major": "", "min": "m", "-": "m", "minor": "m", "°": "dim", "o": "dim",
    "+": "aug", "sus": "sus4", "M7": "maj7", "Δ": "maj7", "Δ7": "maj7", "Maj7": "maj7",
    "min7": "m7", "-7": "m7", "ø": "m7b5", "ø7": "m7b5", "min7b5": "m7b5", "°7": "dim7",
    "o7": "dim7", "mM7": "mmaj7", "mMaj7": "mmaj7", "dom7": "7", "M6": "6", "min6": "m6",
    "2": "sus2", "4": "sus4", "69": "6", "6/9": "6", "13": "9", "11": "9", "M9": "maj9",
    "min9": "m9", "ma7": "maj7", "add2": "add9", "madd2": "madd9",
}  # fmt: skip


def parse_chord(text: str, tick: int = 0) -> Chord:
    """Read ``Dm7``, ``F#dim``, ``Bbmaj7``; the bass of ``C/E`` is left out, see ``parse_bass``.

    Raises StudioError with an example where it is none.
    """
    found = _SYMBOL.fullmatch(text.strip())
    if found is None:
        raise StudioError(f"“{text}” is no chord; say it as in “Dm7” or “C/E”.")
    letter, sign, rest, *_ = found.groups()
    return Chord(tick, (_LETTERS[letter] + _SIGNS.get(sign, 0)) % 12, _quality(rest, text))


def parse_bass(text: str) -> int | None:
    """The bass note 0..11 that stands behind the stroke of ``C/E``; None where there is none."""
    found = _SYMBOL.fullmatch(text.strip())
    if found is None or not found[4]:
        return None
    return (_LETTERS[found[4]] + _SIGNS.get(found[5], 0)) % 12


def parse_roman(text: str, key: Key, tick: int = 0) -> Chord:
    """Read ``V7``, ``ii``, ``bVI``, ``#ivdim`` as a chord of ``key``; capitals are major.

    Degrees are those of the key's own scale where it has seven notes (else of major or minor);
    a sign before the numeral counts from the major scale. ``7`` without more is the seventh that
    the scale has. Raises StudioError where it is none.
    """
    found = _ROMAN.fullmatch(text.strip())
    if found is None:
        raise StudioError(f"“{text}” is no chord of a key; say it as in “V7” or “ii”.")
    sign, numeral, rest = found.groups()
    steps = seven_steps(key)
    degree = _DEGREES[numeral.lower()]
    step = SCALES["major"][degree] + _SIGNS[sign] if sign else steps[degree]
    small = numeral.islower()
    if rest == "7":
        quality = _seventh(step, steps, small)
    elif small and not rest and not sign and _fifth(degree, steps) == 6:
        quality = "dim"
    else:
        written = rest if not small or rest[:1] in ("m", "d", "o", "°", "ø", "s") else f"m{rest}"
        quality = _quality(written, text)
    return Chord(tick, (key.tonic + step) % 12, quality)


def seven_steps(key: Key) -> tuple[int, ...]:
    """The seven semitones of the key's scale; of major or minor for a scale of other size."""
    steps = SCALES[key.scale]
    return steps if len(steps) == 7 else SCALES["minor" if key.is_minor else "major"]


def triads(key: Key) -> tuple[Chord, ...]:
    """The seven chords in thirds upon the key's scale, from its tonic up."""
    steps = seven_steps(key)
    found = []
    for degree, root in enumerate(steps):
        shape = tuple((steps[(degree + up) % 7] - root) % 12 for up in (0, 2, 4))
        quality = next((name for name, wanted in QUALITIES.items() if wanted == shape), "")
        found.append(Chord(0, (key.tonic + root) % 12, quality))
    return tuple(found)


def voice(
    chords: Sequence[Chord], *, lowest: int = 52, highest: int = 72, voices: int = 3
) -> list[tuple[int, ...]]:
    """Lay chords on the keys, each as near as can be to the one before it: pitches upward.

    Every way to put so many notes of the chord into the range is a candidate; the dynamic
    programme takes the row with the least movement of all voices together, a repeated outer
    interval of a fifth or an octave costing more (no parallels). Empty for no chord.
    """
    if highest - lowest < 12:
        raise StudioError("Chords need a range of an octave at least.")
    cost, tables, options = [0.0], [], []
    before: list[tuple[int, ...]] = [()]
    for chord in chords:
        layouts = _layouts(chord, lowest, highest, voices)
        if layouts == [()]:
            options.append(layouts)
            tables.append([min(range(len(cost)), key=cost.__getitem__)])
            cost = [cost[tables[-1][0]]]
            before = [before[tables[-1][0]]]  # the voices move from where they were last heard
            continue
        total = [
            [c + _moved(old, layout, lowest, highest) for c, old in zip(cost, before, strict=True)]
            for layout in layouts
        ]
        tables.append([min(range(len(row)), key=row.__getitem__) for row in total])
        cost = [min(row) for row in total]
        before = layouts
        options.append(layouts)
    place = min(range(len(cost)), key=cost.__getitem__)
    found = []
    for layouts, table in zip(reversed(options), reversed(tables), strict=True):
        found.append(layouts[place])
        place = table[place]
    return found[::-1]


def _layouts(chord: Chord, lowest: int, highest: int, voices: int) -> list[tuple[int, ...]]:
    if chord.root is None:
        return [()]
    steps = QUALITIES[chord.quality]
    if len(steps) > voices:  # the fifth goes first, then the root, which the bass has
        steps = tuple(s for s in steps if s != 7)[-voices:] if voices > 1 else steps[1:2]
    classes = [(chord.root + step) % 12 for step in steps]
    found = set()
    places = [[p for p in range(lowest, highest + 1) if p % 12 == one] for one in classes]
    for pitches in product(*places):
        layout = tuple(sorted(pitches))
        if layout[-1] - layout[0] <= 16 and len(set(layout)) == len(layout):
            found.add(layout)
    return sorted(found) or [tuple(sorted(place[0] for place in places))]


def _moved(before: tuple[int, ...], layout: tuple[int, ...], lowest: int, highest: int) -> float:
    away = abs(sum(layout) / len(layout) - (lowest + highest) / 2) * 0.3
    if not before:
        return away
    moves = sum(min(abs(pitch - old) for old in before) for pitch in layout)
    moves += sum(min(abs(pitch - old) for pitch in layout) for old in before)
    parallel = 0
    if len(before) == len(layout) and before != layout:
        outer = (before[-1] - before[0], layout[-1] - layout[0])
        parallel = 4 * (outer[0] % 12 == outer[1] % 12 and outer[0] % 12 in (0, 7))
    return moves / 2 + parallel + away


def _quality(text: str, whole: str) -> str:
    name = text.strip().replace("(", "").replace(")", "")
    name = _ALSO.get(name, name)
    if name not in QUALITIES:
        raise StudioError(f"“{whole}” is no chord that the studio knows; say it as in “Dm7”.")
    return name


def _seventh(step: int, steps: tuple[int, ...], small: bool) -> str:
    minor = step in steps and (steps[(steps.index(step) + 6) % 7] - step) % 12 == 10
    if small:
        low = step in steps and _fifth(steps.index(step), steps) == 6
        return "m7b5" if low else "m7"
    return "7" if minor or step not in steps else "maj7"


def _fifth(degree: int, steps: tuple[int, ...]) -> int:
    return (steps[(degree + 4) % 7] - steps[degree]) % 12
