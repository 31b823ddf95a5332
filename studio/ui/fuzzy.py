"""How well a few typed letters fit a title: the order of the command palette."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

_CONTIGUOUS, _WORD_START, _LETTER, _GAP = 6.0, 8.0, 1.0, 0.15


def score(typed: str, title: str) -> float | None:
    """Return how well ``typed`` fits ``title``, None when a letter is missing; higher is better.

    The letters must occur in order. Letters at the start of a word and runs of letters count
    most, gaps cost a little, so "sa" finds "Save as" before "Photo as style". Several words
    may come in any order: each must fit on its own.
    """
    words = typed.casefold().split()
    if not words:
        return 0.0
    total = 0.0
    for word in words:
        value = _score_word(word, title.casefold())
        if value is None:
            return None
        total += value
    return total - 0.02 * len(title)


def _score_word(word: str, title: str) -> float | None:
    best: float | None = None
    start = title.find(word[0])
    while start >= 0:
        value = _score_from(word, title, start)
        if value is not None and (best is None or value > best):
            best = value
        start = title.find(word[0], start + 1)
    return best


def _score_from(word: str, title: str, start: int) -> float | None:
    value, at, previous = 0.0, start, start - 1
    for letter in word:
        at = title.find(letter, previous + 1)
        if at < 0:
            return None
        value += _LETTER
        if at == 0 or not title[at - 1].isalnum():
            value += _WORD_START
        if at == previous + 1 and at > start:
            value += _CONTIGUOUS
        value -= _GAP * (at - previous - 1 if at > start else 0)
        previous = at
    return value


def best_first(typed: str, things: Iterable[T], title: Callable[[T], str]) -> list[T]:
    """Return the things whose title fits, the best first; with nothing typed all, in order."""
    scored = [(score(typed, title(thing)), index, thing) for index, thing in enumerate(things)]
    fitting = [(-value, index, thing) for value, index, thing in scored if value is not None]
    return [thing for _, _, thing in sorted(fitting, key=lambda entry: entry[:2])]
