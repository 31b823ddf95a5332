"""A melody as events, one to one with its grid, and what a network is told before each event.

An event is a kind (a rest, a note of a pitch seen from the tonic, or more of what sounds) and a
length of 1..32 steps. Longer ones go on with ``HOLD``, so that grid and events say the same.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from studio.music.melody_grid import FIRST, HIGH, HOLD, LOW, REST, MelodyGrid, Steps
from studio.music.theory import Key

LONGEST = 32
"""Steps that one event lasts at most."""
LOWEST_KIND, HIGHEST_KIND = LOW - 6, HIGH + 5
"""The pitches that a melody in the range may have, seen from its tonic as C."""
KINDS = FIRST + HIGHEST_KIND - LOWEST_KIND + 1
START = KINDS
"""Stands where there is no event yet."""
LAGS = (1, 2, 4, 8, 16)
"""The bars before this one at which a network looks."""
PLACES, PHRASE = 48, 16
METRES = ((2, 4), (3, 4), (4, 4), (2, 2), (6, 8), (9, 8), (12, 8), (3, 8), (6, 4), (3, 2))
UNKNOWN_MODE = 0
MODES = {
    "major": 1, "minor": 2, "harmonic minor": 2, "melodic minor": 2, "dorian": 3, "mixolydian": 4,
    "lydian": 5, "phrygian": 6, "major pentatonic": 1, "minor pentatonic": 2, "blues": 2,
}  # fmt: skip
RUNS = (0, 1, 2, 3, 4, 6, 9, 16)
"""Where the classes of lengths of agreement begin."""

COLUMNS = 6 + 3 * len(LAGS) + 3
"""Of a row: kind, length, place, phrase, metre, mode; for each lag, and for the longest agreement
with any earlier place, the kind there, its length, and the class of agreement so far."""
KIND_COLUMNS = (0, *range(6, COLUMNS, 3))
LENGTH_COLUMNS = (1, *range(7, COLUMNS, 3))
RUN_COLUMNS = tuple(range(8, COLUMNS, 3))

Rows = NDArray[np.uint8]
_CLASS_OF_RUN = np.searchsorted(RUNS, np.arange(RUNS[-1] + 1), side="right") - 1


def shift_of(key: Key | None) -> int:
    """Semitones from C to the tonic, -5..6; 0 without a key."""
    tonic = 0 if key is None else key.tonic
    return tonic if tonic <= 6 else tonic - 12


def metre_class(metre: tuple[int, int]) -> int:
    """1 and more for a known metre, 0 for others."""
    return METRES.index(metre) + 1 if metre in METRES else 0


def events_of(symbols: Steps, shift: int) -> tuple[Steps, Steps]:
    """The kinds and lengths (E,) of a grid's symbols (T,), seen from a tonic ``shift`` above C."""
    edges = np.flatnonzero(symbols != HOLD)
    if not len(edges) or edges[0]:
        edges = np.append(0, edges)
    spans = np.diff(np.append(edges, len(symbols)))
    parts = -(-spans // LONGEST)
    first = np.cumsum(parts) - parts
    kinds = np.full(int(parts.sum()), HOLD, np.int64)
    raw = symbols[edges]
    kinds[first] = np.where(raw >= FIRST, raw + LOW - LOWEST_KIND - shift, raw)
    lengths = np.full(len(kinds), LONGEST, np.int64)
    lengths[first + parts - 1] = spans - (parts - 1) * LONGEST
    return kinds, lengths


def symbols_of(kinds: Sequence[int] | Steps, lengths: Sequence[int] | Steps, shift: int) -> Steps:
    """The grid's symbols that events (E,) say; the way back of ``events_of``."""
    kind, length = np.asarray(kinds, np.int64), np.asarray(lengths, np.int64)
    symbols = np.full(int(length.sum()), HOLD, np.int64)
    raw = np.where(kind >= FIRST, kind - LOW + LOWEST_KIND + shift, kind)
    symbols[np.cumsum(length) - length] = raw
    return symbols


def kinds_in_range(shift: int) -> NDArray[np.bool_]:
    """The kinds that lie on the grid for a tonic ``shift`` above C: (KINDS,)."""
    kind = np.arange(KINDS)
    pitch = kind - FIRST + LOWEST_KIND + shift
    return (kind < FIRST) | ((pitch >= LOW) & (pitch <= HIGH))


def allowed_kinds(before: int, length: int, silent: bool) -> tuple[bool, bool]:
    """Whether a rest, and whether more of the same, may follow an event of that kind and length.

    ``silent`` says that nothing sounds at its end. With these two rules there is one sequence of
    events for each grid.
    """
    return before != START and not silent, before != START and length == LONGEST


class MelodyHistory:
    """A melody as far as it goes, and the row that tells a network where it stands.

    The same object serves training and generation, so both see the very same. ``place``, ``bar``
    (both (T,)) are those of ``MelodyGrid`` for all the steps there may be.
    """

    def __init__(self, place: Steps, bar: Steps, metre: tuple[int, int], mode: int) -> None:
        self._place, self._bar = place.tolist(), bar.tolist()
        self._first_bar = self._bar[0] + (self._place[0] > 0) if self._bar else 0
        self._origins: dict[int, int] = {}
        for step in np.flatnonzero(np.diff(bar, prepend=-1)).tolist():
            self._origins.setdefault(self._bar[step], step - self._place[step])
        self._fixed = (metre_class(metre), mode)
        self._steps: list[int] = []
        self._edges: list[int] = []
        self._runs = [0] * len(LAGS)
        self._codes = np.zeros(64, np.int64)
        self._common = np.zeros(64, np.int64)
        self.count = 0
        self.kind, self.length = START, 0
        self.silent = True

    @property
    def step(self) -> int:
        """Where the next event begins."""
        return len(self._steps)

    @property
    def room(self) -> int:
        """The steps that are left."""
        return len(self._place) - len(self._steps)

    def row(self) -> list[int]:
        """What is known before the next event: ``COLUMNS`` numbers."""
        now = min(self.step, len(self._place) - 1)
        place, bar = self._place[now], self._bar[now]
        row = [self.kind, self.length, min(place, PLACES - 1)]
        row += [(bar - self._first_bar) % PHRASE, *self._fixed]
        for lag, run in zip(LAGS, self._runs, strict=True):
            there = self._aligned(bar, place, lag)
            if there is None:
                row += [START, 0, 0]
            else:
                row += [self._steps[there], self._left(there), _run_class(run)]
        return row + self._agreeing()

    def append(self, kind: int, length: int) -> None:
        """One more event."""
        self._remember(kind * (LONGEST + 1) + length)
        self._edges.append(self.step)
        for offset in range(length):
            now = self.step
            symbol = HOLD if offset else kind
            place, bar = self._place[now], self._bar[now]
            for number, lag in enumerate(LAGS):
                there = self._aligned(bar, place, lag)
                same = there is not None and self._steps[there] == symbol
                self._runs[number] = self._runs[number] + 1 if same else 0
            self._steps.append(symbol)
        self.kind, self.length = kind, length
        if kind != HOLD:
            self.silent = kind == REST

    def _aligned(self, bar: int, place: int, lag: int) -> int | None:
        """The step at the same place so many bars before."""
        origin = self._origins.get(bar - lag)
        if origin is None:
            return None
        there = origin + place
        known = 0 <= there < len(self._steps) and self._bar[there] == bar - lag
        return there if known else None

    def _left(self, step: int) -> int:
        """The steps from there to the next event after it."""
        for end in range(step + 1, min(step + LONGEST, len(self._steps))):
            if self._steps[end] != HOLD:
                return end - step
        return min(LONGEST, len(self._steps) - step)

    def _remember(self, code: int) -> None:
        count = self.count
        if count == len(self._codes):
            self._codes = np.append(self._codes, np.zeros(count, np.int64))
            self._common = np.append(self._common, np.zeros(count, np.int64))
        before = self._common[: max(0, count - 1)].copy()
        common = self._common[:count]
        common[:] = 1
        common[1:] += before
        common[self._codes[:count] != code] = 0
        self._codes[count] = code
        self.count = count + 1

    def _agreeing(self) -> list[int]:
        """What followed the last place that agrees longest with what was just heard."""
        if self.count < 2:
            return [START, 0, 0]
        common = self._common[: self.count - 1]
        there = self.count - 2 - int(common[::-1].argmax())
        run = int(common[there])
        if not run:
            return [START, 0, 0]
        kind, length = divmod(int(self._codes[there + 1]), LONGEST + 1)
        return [kind, length, _run_class(run)]


def rows_of(grid: MelodyGrid, *, known_key: bool = True) -> tuple[Rows, Steps, Steps]:
    """The row before each event of a grid (E, COLUMNS), and its kind and length: each (E,)."""
    shift = shift_of(grid.key) if known_key else 0
    kinds, lengths = events_of(grid.symbols, shift)
    mode = MODES.get(grid.key.scale, UNKNOWN_MODE) if known_key else UNKNOWN_MODE
    history = MelodyHistory(grid.place, grid.bar, grid.metre, mode)
    rows = np.zeros((len(kinds), COLUMNS), np.uint8)
    for number, (kind, length) in enumerate(zip(kinds.tolist(), lengths.tolist(), strict=True)):
        rows[number] = history.row()
        history.append(kind, length)
    return rows, kinds, lengths


def _run_class(run: int) -> int:
    return int(_CLASS_OF_RUN[min(run, RUNS[-1])])
