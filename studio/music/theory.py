"""Keys, scales and the names of notes and instruments: what needs no library."""

from dataclasses import dataclass

from studio.errors import StudioError
from studio.music.note import LAST_TICK

SCALES: dict[str, tuple[int, ...]] = {
    "major": (0, 2, 4, 5, 7, 9, 11),
    "minor": (0, 2, 3, 5, 7, 8, 10),
    "harmonic minor": (0, 2, 3, 5, 7, 8, 11),
    "melodic minor": (0, 2, 3, 5, 7, 9, 11),
    "dorian": (0, 2, 3, 5, 7, 9, 10),
    "phrygian": (0, 1, 3, 5, 7, 8, 10),
    "lydian": (0, 2, 4, 6, 7, 9, 11),
    "mixolydian": (0, 2, 4, 5, 7, 9, 10),
    "locrian": (0, 1, 3, 5, 6, 8, 10),
    "major pentatonic": (0, 2, 4, 7, 9),
    "minor pentatonic": (0, 3, 5, 7, 10),
    "blues": (0, 3, 5, 6, 7, 10),
    "whole tone": (0, 2, 4, 6, 8, 10),
    "chromatic": tuple(range(12)),
}
"""Semitones above the tonic, by the name of the scale."""

_SHARPS = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_FLATS = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")
_NATURALS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SIGNS = {"#": 1, "♯": 1, "b": -1, "♭": -1}
# Semitones from a mode's tonic up to that of the major scale with the same notes.
_TO_MAJOR = {
    "major": 0, "minor": 3, "harmonic minor": 3, "melodic minor": 3, "dorian": 10, "phrygian": 8,
    "lydian": 7, "mixolydian": 5, "locrian": 1, "major pentatonic": 0, "minor pentatonic": 3,
    "blues": 3, "whole tone": 0, "chromatic": 0,
}  # fmt: skip
_MINOR_LIKE = frozenset(("minor", "harmonic minor", "melodic minor", "minor pentatonic", "blues"))


@dataclass(frozen=True, slots=True)
class Key:
    """From ``tick`` on, a scale upon a tonic: pitch class 0..11 with 0 for C."""

    tonic: int = 0
    scale: str = "major"
    tick: int = 0

    def __post_init__(self) -> None:
        known = self.scale in SCALES and 0 <= self.tonic <= 11
        if not known or not 0 <= self.tick <= LAST_TICK:
            raise StudioError("The key is none that the studio knows, such as “D dorian”.")

    @property
    def pitch_classes(self) -> frozenset[int]:
        """The notes of the scale, 0..11."""
        return frozenset((self.tonic + step) % 12 for step in SCALES[self.scale])

    @property
    def fifths(self) -> int:
        """Sharps (above 0) or flats (below 0) of the key signature, -6..6."""
        major = (self.tonic + _TO_MAJOR[self.scale]) % 12
        return (major * 7 + 5) % 12 - 5 if (major * 7) % 12 != 6 else 6

    @property
    def is_minor(self) -> bool:
        """Whether a MIDI file calls it minor."""
        return self.scale in _MINOR_LIKE

    @property
    def name(self) -> str:
        """``D dorian``, ``Bb major``."""
        names = _FLATS if self.fifths < 0 else _SHARPS
        return f"{names[self.tonic]} {self.scale}"


def key_of_signature(fifths: int, minor: bool, tick: int = 0) -> Key:
    """The major or minor key with so many sharps or (below 0) flats."""
    major = fifths * 7 % 12
    return Key((major - 3) % 12 if minor else major, "minor" if minor else "major", tick)


def parse_key(text: str) -> Key:
    """Read ``D dorian``, ``f# minor``, ``Bb``; StudioError with an example when it is none."""
    words = text.strip().split(maxsplit=1)
    letter = words[0][:1].upper() if words else ""
    signs = words[0][1:] if words else ""
    scale = words[1].strip().lower() if len(words) > 1 else "major"
    if letter not in _NATURALS or any(s not in _SIGNS for s in signs) or scale not in SCALES:
        scales = ", ".join(SCALES)
        raise StudioError(f"“{text}” is no key; say it as in “D dorian”. The scales are: {scales}.")
    return Key((_NATURALS[letter] + sum(_SIGNS[s] for s in signs)) % 12, scale)


def pitch_name(pitch: int, flats: bool = False) -> str:
    """``C4`` for 60, ``C#4`` or ``Db4`` for 61."""
    return f"{(_FLATS if flats else _SHARPS)[pitch % 12]}{pitch // 12 - 1}"
