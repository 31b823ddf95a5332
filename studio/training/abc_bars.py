"""From bar lines as they are printed to a map of metres: pickups, and bars that are short."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from studio.music.timing import Metre

Signature = tuple[int, int]


def metres_of_bars(
    lines: Sequence[int], changes: Sequence[tuple[int, Signature]]
) -> tuple[int, list[tuple[int, Signature]]]:
    """How far all is to be moved so that a pickup ends its bar, and the metres by tick after that.

    ``lines`` are the ticks of the bar lines in order, the last where the tune ends; ``changes`` the
    metres by tick. A repeat in the middle of a bar parts it in two, which count as one bar where
    they add up. A bar that is too short or too long begins a new one after it.
    """
    edges = sorted({0, *(tick for tick in lines if tick > 0), *(tick for tick, _ in changes)})
    spans = [(begin, end) for begin, end in pairwise(edges)]
    first = _bar(changes, 0)
    shift = first - spans[0][1] if len(spans) > 1 and spans[0][1] < first else 0
    metres = [(0, _at(changes, 0))]
    filled = shift
    signature = _at(changes, 0)
    for begin, end in spans:
        bar = Metre(0, *signature).bar
        changed = _at(changes, begin) != signature
        if changed or (filled and filled + end - begin > bar):
            signature = _at(changes, begin)
            metres.append((begin + shift, signature))
            filled, bar = 0, Metre(0, *signature).bar
        filled += end - begin
        if filled > bar and filled % bar:
            metres.append((end + shift, signature))
            filled = 0
        filled %= bar
    return shift, [one for place, one in enumerate(metres) if one[0] or not place]


def _at(changes: Sequence[tuple[int, Signature]], tick: int) -> Signature:
    return [signature for start, signature in changes if start <= tick][-1]


def _bar(changes: Sequence[tuple[int, Signature]], tick: int) -> int:
    return Metre(0, *_at(changes, tick)).bar
