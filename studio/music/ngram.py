"""How surprising a melody is to counted runs of symbols: the measure that a network has to beat.

Interpolated Kneser–Ney (Chen & Goodman 1998, section 2.7) over the 38 symbols of the grid, in the
keys that the tunes have. One table of runs of ``ORDER`` symbols serves all orders from 1 on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from studio.errors import UnreadableFile
from studio.music.melody_grid import SYMBOLS, Steps

ORDER = 6
_BASE = SYMBOLS + 1  # one more for what is before the beginning
_Ints = NDArray[np.int64]
_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """Runs of one length in order of their codes, how often they count, and their contexts."""

    codes: _Ints
    counts: _Floats
    contexts: _Ints
    totals: _Floats
    kinds: _Floats
    """Of each context: the sum of its runs' counts, and how many different ones there are."""
    discount: float

    @classmethod
    def of(cls, codes: _Ints, counts: _Ints) -> _Order:
        contexts, where = np.unique(codes // _BASE, return_inverse=True)
        once, twice = int((counts == 1).sum()), int((counts == 2).sum())
        discount = once / (once + 2 * twice) if once else 0.5
        return cls(
            codes,
            counts.astype(np.float64),
            contexts,
            np.bincount(where, counts, len(contexts)).astype(np.float64),
            np.bincount(where, minlength=len(contexts)).astype(np.float64),
            min(0.95, discount),
        )


class MelodyNgrams:
    """Counts of runs of symbols; ``codes`` are sorted and unique, ``counts`` 1 and more.

    A code has the symbols as its digits, the last as the lowest.
    """

    def __init__(self, codes: _Ints, counts: _Ints) -> None:
        self.codes, self.counts = codes.astype(np.int64), counts.astype(np.int64)
        sound = len(self.codes) == len(self.counts) > 0
        if not sound or np.any(np.diff(self.codes) <= 0) or self.counts.min() < 1:
            raise UnreadableFile("The table of runs of notes is damaged.")

    @classmethod
    def count(cls, melodies: Iterable[Steps]) -> MelodyNgrams:
        """Count the runs of grids' symbols, each (T,)."""
        every = [_codes(symbols, ORDER) for symbols in melodies]
        codes, counts = np.unique(np.concatenate(every), return_counts=True)
        return cls(codes, counts)

    def columns(self) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
        """The codes and counts as a file holds them; a count over 65535 becomes that."""
        counts = np.minimum(self.counts, 2**16 - 1)
        return self.codes.astype(np.uint32), counts.astype(np.uint16)

    def nats(self, symbols: Steps, order: int) -> _Floats:
        """What each of the symbols (T,) costs, by runs of 1 to ``ORDER`` symbols: (T,)."""
        likely = np.full(len(symbols), 1 / SYMBOLS)
        for length in range(1, order + 1):
            table = self._raw[length] if length == order else self._continuing[length]
            likely = _interpolated(table, _codes(symbols, length), likely)
        nats: _Floats = -np.log(likely)
        return nats

    @cached_property
    def _raw(self) -> dict[int, _Order]:
        """By how often a run is there."""
        return {n: _Order.of(*self._runs(n)) for n in range(1, ORDER + 1)}

    @cached_property
    def _continuing(self) -> dict[int, _Order]:
        """By how many different symbols stand before a run."""
        found = {}
        for length in range(1, ORDER):
            longer, _ = self._runs(length + 1)
            found[length] = _Order.of(*np.unique(longer % _BASE**length, return_counts=True))
        return found

    def _runs(self, length: int) -> tuple[_Ints, _Ints]:
        codes, where = np.unique(self.codes % _BASE**length, return_inverse=True)
        return codes, np.bincount(where, self.counts, len(codes)).astype(np.int64)


def _codes(symbols: Steps, length: int) -> _Ints:
    """The code of the run that ends at each symbol: (T,)."""
    padded = np.append(np.full(length - 1, SYMBOLS), symbols).astype(np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(padded, length)
    codes: _Ints = windows @ (_BASE ** np.arange(length - 1, -1, -1, dtype=np.int64))
    return codes


def _interpolated(table: _Order, codes: _Ints, lower: _Floats) -> _Floats:
    place, known = _found(table.contexts, codes // _BASE)
    run, counted = _found(table.codes, codes)
    counts = np.where(counted, table.counts[run], 0.0)
    total = np.where(known, table.totals[place], 1.0)
    left = np.where(known, table.discount * table.kinds[place] / total, 1.0)
    likely: _Floats = np.maximum(counts - table.discount, 0) / total + left * lower
    return likely


def _found(values: _Ints, wanted: _Ints) -> tuple[_Ints, NDArray[np.bool_]]:
    place = np.minimum(np.searchsorted(values, wanted), len(values) - 1)
    return place, values[place] == wanted
