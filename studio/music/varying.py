"""Which notes of a melody stay in a variation, and the melody on a grid to vary it on."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from studio.music.note import Notes
from studio.music.timing import MetreMap

_BAR, _MIDDLE, _BEAT, _OFF = 3.0, 2.0, 1.4, 0.4
_EDGE = 2.0  # what the first and the last note count more
_CHANCE = 1.2


def changed_first(notes: Notes, metres: MetreMap, seed: int) -> NDArray[np.intp]:
    """The places of the notes (N,), those that a variation changes first in front.

    What stands on a strong beat, lasts long, begins or ends stays longer (the reduction of Lerdahl
    & Jackendoff 1983 in its simplest form), with chance by the seed. The order does not depend on
    how much is changed, so more change leaves fewer of the same notes.
    """
    random = np.random.default_rng(seed % 2**63)
    weight = np.array([_strength(tick, metres) for tick in notes.start.tolist()])
    quarters = notes.length / 480
    weight += np.minimum(quarters, 4.0) * 0.5
    if len(weight):
        weight[[0, -1]] += _EDGE
    weight += random.gumbel(0.0, _CHANCE, len(notes))
    return np.argsort(weight, kind="stable")


def count_to_change(notes: int, change: float) -> int:
    """How many of so many notes are written anew: none at 0, one at least above, all at 1."""
    return min(notes, math.ceil(round(change * notes, 9)))


def on_grid(notes: Notes, step: int, *, melody: bool) -> Notes:
    """The notes on steps of so many ticks, with their ids.

    Of a melody only the highest of what begins on a step is left, and each ends where the next
    begins.
    """
    if not len(notes):
        return notes
    start = (notes.start + step // 2) // step * step
    end = np.maximum((notes.start + notes.length + step // 2) // step * step, start + step)
    moved = notes.altered(np.ones(len(notes), np.bool_), start=start, length=end - start)
    if not melody:
        return moved
    top = np.append(moved.start[1:] != moved.start[:-1], True)
    line = moved.where(top)
    room = np.append(np.diff(line.start), np.iinfo(np.int64).max)
    return line.altered(np.ones(len(line), np.bool_), length=np.minimum(line.length, room))


def _strength(tick: int, metres: MetreMap) -> float:
    metre = metres.at(tick)
    into = tick - metres.bar_start(tick)
    if into == 0:
        return _BAR
    if metre.numerator % 2 == 0 and into * 2 == metre.bar:
        return _MIDDLE
    return _BEAT if into % metre.beat == 0 else _OFF
