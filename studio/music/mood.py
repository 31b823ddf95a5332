"""Reads a mood out of words: English and Chinese, several together, and says which it knew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studio.errors import StudioError
from studio.music.mood_words import NOT, PASSED_OVER, STRONGER, WEAKER, WORDS

_PARTS = re.compile(r"[a-z][a-z'-]*|[\u3400-\u9fff]+")
_KNOWN = frozenset().union(WORDS, STRONGER, WEAKER, NOT, PASSED_OVER)
_LONGEST = max(len(word) for word in _KNOWN if word > "\u3400")
_ENDINGS = ("ly", "ness", "ful", "y", "ily", "iness", "s", "ing")
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Feeling:
    """A mood: sad to glad, calm to stirred, bright to dark; each 0..1, 0.5 for neither."""

    valence: float = 0.5
    energy: float = 0.5
    darkness: float = 0.5

    def __post_init__(self) -> None:
        if not all(0 <= value <= 1 for value in (self.valence, self.energy, self.darkness)):
            raise ValueError("a feeling lies between 0 and 1")

    def far_from(self, other: Feeling) -> float:
        """How far apart two are; darkness counts half."""
        valence, energy = self.valence - other.valence, self.energy - other.energy
        return float((valence**2 + energy**2 + 0.5 * (self.darkness - other.darkness) ** 2) ** 0.5)


@dataclass(frozen=True, slots=True)
class Mood:
    """What words say: the feeling of all together, the words that were known and those not."""

    feeling: Feeling
    known: tuple[str, ...]
    unknown: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What was not understood, for the artist; empty where all was."""
        if not self.unknown:
            return ""
        words = ", ".join(f"“{word}”" for word in self.unknown[:5])
        return f"No mood is known for {words}; the other words decide."


def read_mood(text: str) -> Mood:
    """The mood of ``a calm, slightly dark night`` or ``宁静而忧伤``.

    The feelings of the known words are averaged; “very” counts twice and goes further from the
    middle, “slightly” half, “not” turns the word about. Raises StudioError where no word is known.
    """
    found: list[tuple[float, tuple[float, ...]]] = []
    known, unknown = [], []
    weight, sign = 1.0, 1
    for word in _words(text[:_MOST]):
        place = _place(word)
        if word in STRONGER or word in WEAKER:
            weight = 1.5 if word in STRONGER else 0.5
        elif word in NOT:
            sign = -sign
        elif place is not None:
            stretch = min(weight, 1.25) * sign
            found.append((weight, tuple(0.5 + stretch * (value - 0.5) for value in place)))
            known.append(word)
            weight, sign = 1.0, 1
        elif word not in PASSED_OVER and word not in unknown:
            unknown.append(word)
    if not found:
        raise StudioError(
            "None of the words names a mood that the studio knows; try “calm”, “joyful” or “dark”."
        )
    return Mood(_mean(found), tuple(known), tuple(unknown))


def feeling_of(word: str) -> Feeling:
    """The feeling of one known word; KeyError for another."""
    return Feeling(*WORDS[word])


def _mean(found: Sequence[tuple[float, tuple[float, ...]]]) -> Feeling:
    total = sum(weight for weight, _ in found)
    means = [sum(weight * place[axis] for weight, place in found) / total for axis in range(3)]
    return Feeling(*(min(1.0, max(0.0, value)) for value in means))


def _place(word: str) -> tuple[float, float, float] | None:
    """Of the word, or of its stem: joyfully, gladness, storms."""
    if word in WORDS or word > "\u3400":
        return WORDS.get(word)
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        for tried in (stem, f"{stem}y", f"{stem}ful", f"{stem}e"):
            if stem != word and len(stem) > 2 and tried in WORDS:
                return WORDS[tried]
    return None


def _words(text: str) -> Iterator[str]:
    for part in _PARTS.findall(text.lower()):
        if part[0] < "\u3400":
            yield part.strip("'-")
        else:
            yield from _chinese(part)


def _chinese(text: str) -> Iterator[str]:
    """Parts a row of characters into the longest known words; the unknown between stay together."""
    place, begun = 0, 0
    while place < len(text):
        tries = (text[place : place + size] for size in range(_LONGEST, 0, -1))
        word = next((one for one in tries if one in _KNOWN), "")
        if word:
            if begun < place:
                yield text[begun:place]
            yield word
            place += len(word)
            begun = place
        else:
            place += 1
    if begun < place:
        yield text[begun:place]
