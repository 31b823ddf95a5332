"""Chords as symbols: a root and a quality from a tick on."""

from __future__ import annotations

from dataclasses import dataclass

from studio.errors import StudioError
from studio.music.note import LAST_TICK

QUALITIES: dict[str, tuple[int, ...]] = {
    "": (0, 4, 7),
    "m": (0, 3, 7),
    "dim": (0, 3, 6),
    "aug": (0, 4, 8),
    "sus2": (0, 2, 7),
    "sus4": (0, 5, 7),
    "5": (0, 7),
    "6": (0, 4, 7, 9),
    "m6": (0, 3, 7, 9),
    "7": (0, 4, 7, 10),
    "maj7": (0, 4, 7, 11),
    "m7": (0, 3, 7, 10),
    "mmaj7": (0, 3, 7, 11),
    "m7b5": (0, 3, 6, 10),
    "dim7": (0, 3, 6, 9),
    "7sus4": (0, 5, 7, 10),
    "add9": (0, 4, 7, 14),
    "madd9": (0, 3, 7, 14),
    "9": (0, 4, 7, 10, 14),
    "maj9": (0, 4, 7, 11, 14),
    "m9": (0, 3, 7, 10, 14),
}
"""Semitones above the root, by what stands after it in a chord symbol."""
_NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")


@dataclass(frozen=True, slots=True)
class Chord:
    """From ``tick`` on the chord upon ``root`` (0..11, 0 for C); a root of None is no chord."""

    tick: int
    root: int | None
    quality: str = ""

    def __post_init__(self) -> None:
        known = self.quality in QUALITIES and (self.root is None or 0 <= self.root <= 11)
        if not known or not 0 <= self.tick <= LAST_TICK:
            raise StudioError("A chord is none that the studio knows, such as “Dm7”.")

    @property
    def pitch_classes(self) -> frozenset[int]:
        """Its notes 0..11; none for no chord."""
        if self.root is None:
            return frozenset()
        return frozenset((self.root + step) % 12 for step in QUALITIES[self.quality])

    @property
    def name(self) -> str:
        """``Dm7``; ``N.C.`` for no chord."""
        return "N.C." if self.root is None else _NAMES[self.root] + self.quality


def quality_of(steps: frozenset[int]) -> str | None:
    """The quality that has these semitones above its root (0..11), or that comes nearest.

    None where not even the fifth or a third is there.
    """
    if not steps & {3, 4, 6, 7, 8}:
        return None

    def far(name: str) -> tuple[int, int]:
        wanted = frozenset(step % 12 for step in QUALITIES[name])
        return len(wanted ^ steps), len(wanted)

    return min(QUALITIES, key=far)
