"""Where the lines of bar, beat and grid are, as columns of ticks."""

from dataclasses import dataclass

import numpy as np

from studio.music.note import Column
from studio.music.timing import MetreMap


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Bar lines: their ticks and numbers (N,), and whether they are ``every`` one of them."""

    ticks: Column
    numbers: Column
    every: bool


def bars(metres: MetreMap, begin: int, end: int, closest: float) -> Bars:
    """The bar lines from the bar of ``begin`` to ``end``, at least ``closest`` ticks apart.

    Where bars are shorter than that, only each 2nd, 4th, 8th … is taken.
    """
    ticks: list[Column] = []
    numbers: list[Column] = []
    every = True
    borders = [*(one.tick for one in metres.changes[1:]), max(end, metres.changes[-1].tick + 1)]
    for metre, border in zip(metres.changes, borders, strict=True):
        if border <= begin or metre.tick >= end:
            continue
        stride = 1
        while stride * metre.bar < closest:
            stride *= 2
        every = every and stride == 1
        first_number = metres.position(metre.tick).bar
        skipped = max(0, begin - metre.tick) // metre.bar // stride * stride
        count = -(-(min(end, border) - metre.tick) // metre.bar)
        places = np.arange(skipped, max(skipped, count), stride, dtype=np.int64)
        ticks.append(metre.tick + places * metre.bar)
        numbers.append(first_number + places)
    if not ticks:
        return Bars(np.zeros(0, np.int64), np.zeros(0, np.int64), True)
    return Bars(np.concatenate(ticks), np.concatenate(numbers), every)


def within_bars(metres: MetreMap, begin: int, end: int, step: int | None) -> Column:
    """The lines of every bar each ``step`` ticks, of every beat where it is None; no bar lines."""
    found: list[Column] = []
    borders = [*(one.tick for one in metres.changes[1:]), max(end, metres.changes[-1].tick + 1)]
    for metre, border in zip(metres.changes, borders, strict=True):
        if border <= begin or metre.tick >= end:
            continue
        first = metre.tick + max(0, begin - metre.tick) // metre.bar * metre.bar
        starts = np.arange(first, min(end, border), metre.bar, dtype=np.int64)
        inside = np.arange(0, metre.bar, step or metre.beat, dtype=np.int64)[1:]
        ticks = (starts[:, None] + inside).ravel()
        found.append(ticks[ticks < min(end, border)])
    return np.concatenate(found) if found else np.zeros(0, np.int64)
