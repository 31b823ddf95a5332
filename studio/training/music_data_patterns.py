"""Progressions of chords with their moods, and drum patterns on a grid: small tables read whole."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from studio.errors import UnreadableFile
from studio.music.song_source import contents
from studio.music.theory import SCALES

_NUMERAL = re.compile(r"([b#]?)(VII|VI|V|IV|III|II|I|vii|vi|v|iv|iii|ii|i)(.*)")
_DEGREES = ("i", "ii", "iii", "iv", "v", "vi", "vii")
_MODES = {"prog_maj": "major", "prog_min": "minor", "prog_modal": "modal"}
_QUALITIES = {
    "M": "", "m": "m", "M7": "maj7", "m7": "m7", "dom7": "7", "sus2": "sus2", "sus4": "sus4",
    "6": "6", "M6": "6", "69": "6", "m6": "m6", "5": "5", "dim": "dim", "aug": "aug", "M-5": "",
    "add9": "add9", "madd9": "madd9", "9": "9", "m9": "m9",
}  # fmt: skip
DRUMS: Mapping[str, int] = {
    "BD": 36, "SD": 38, "RS": 37, "CH": 42, "OH": 46, "CY": 49, "CB": 56, "LT": 45, "MT": 47,
    "HT": 50,
}  # fmt: skip
"""General MIDI's drums by the names in the table; ``AC`` is an accent of all that sounds."""


@dataclass(frozen=True, slots=True)
class Progression:
    """Chords as semitones above the tonic with a quality, in a ``mode``, and the moods they have.

    ``mode`` is major, minor or modal; the qualities are those of ``tokenizer_chords``.
    """

    mode: str
    chords: tuple[tuple[int, str], ...]
    moods: tuple[str, ...]
    text: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class DrumPattern:
    """A bar of drums in steps: ``hits`` (drums, steps) by the pitches ``drums``, and accents."""

    name: str
    part: str
    """``A``, ``B`` or ``Break``."""
    feel: str
    drums: tuple[int, ...]
    hits: NDArray[np.bool_]
    accents: NDArray[np.bool_]


def read_progressions(folder: Path) -> tuple[Progression, ...]:
    """Those of freechords/; raises UnreadableFile for another table."""
    found = []
    for row in _rows(folder / "progressions.tsv", ("mode", "progression", "mood")):
        mode = _MODES.get(row["mode"], "modal")
        chords = tuple(_chord(word, mode) for word in row["progression"].split())
        found.append(Progression(mode, chords, tuple(row["mood"].split()), row["progression"]))
    return tuple(found)


def read_patterns(folder: Path) -> tuple[DrumPattern, ...]:
    """Those of drum_patterns/; raises UnreadableFile for another table."""
    names = ("pattern", "meter_and_tempo", "measure", "drum", "steps")
    rows = _rows(folder / "patterns.tsv", names)
    found = []
    for (name, part), group in groupby(rows, key=lambda row: (row["pattern"], row["measure"])):
        lines = list(group)
        size = max(len(row["steps"]) for row in lines)
        steps = {row["drum"]: _steps(row["steps"], size) for row in lines}
        accents = steps.pop("AC", np.zeros(size, np.bool_))
        known = [drum for drum in steps if drum in DRUMS]
        if known:
            hits = np.stack([steps[drum] for drum in known])
            drums = tuple(DRUMS[drum] for drum in known)
            feel = lines[0]["meter_and_tempo"]
            found.append(DrumPattern(name, part, feel, drums, hits, accents))
    return tuple(found)


def _chord(word: str, mode: str) -> tuple[int, str]:
    """Semitones above the tonic, and the quality.

    A numeral is a degree of its own mode, of major in modal ones. A plain seventh is the one that
    the scale has.
    """
    match = _NUMERAL.fullmatch(word)
    if match is None:
        raise UnreadableFile(f"“{word}” is no chord of a progression.")
    sign, numeral, rest = match.groups()
    scale = SCALES["minor" if mode == "minor" else "major"]
    degree = _DEGREES.index(numeral.lower())
    root = (scale[degree] + {"b": -1, "#": 1, "": 0}[sign]) % 12
    small = numeral.islower()
    if rest in ("", "7"):
        fifth = (scale[(degree + 4) % 7] - scale[degree]) % 12
        if small and fifth == 6 and not sign:
            return root, "m7b5" if rest else "dim"
        seventh = (scale[(degree + 6) % 7] - scale[degree]) % 12
        plain = "m7" if small else ("maj7" if seventh == 11 else "7")
        return root, plain if rest else ("m" if small else "")
    quality = _QUALITIES.get(rest, "m" if small else "")
    return root, {"add9": "madd9", "9": "m9", "6": "m6"}.get(quality, quality) if small else quality


def _steps(text: str, size: int) -> NDArray[np.bool_]:
    return np.array([one == "x" for one in text.ljust(size, ".")])


def _rows(path: Path, names: Sequence[str]) -> list[Mapping[str, str]]:
    lines = contents(path).decode("utf-8-sig", "replace").splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t"))
    if not rows or any(row.get(name) is None for row in rows for name in names):
        raise UnreadableFile(f"“{path.name}” lacks the columns {', '.join(names)}.")
    return [{name: row[name] for name in names} for row in rows]
