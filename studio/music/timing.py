"""Where a tick is: in seconds by the tempo map, in bars and beats by the metre map."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.note import LAST_TICK, TICKS

SLOWEST, FASTEST = 4.0, 1000.0  # quarters a minute; MIDI's 24 bits say 3.58 and more


@dataclass(frozen=True, slots=True)
class Tempo:
    """From ``tick`` on, ``bpm`` quarters a minute (4 to 1000)."""

    tick: int
    bpm: float

    def __post_init__(self) -> None:
        if not (0 <= self.tick <= LAST_TICK and SLOWEST <= self.bpm <= FASTEST):
            raise StudioError("The tempo lies between 4 and 1000 beats a minute.")


@dataclass(frozen=True, slots=True)
class Metre:
    """From ``tick`` on, ``numerator``/``denominator`` (a power of two up to 64) a bar.

    A change in the middle of a bar begins a new bar.
    """

    tick: int
    numerator: int = 4
    denominator: int = 4

    def __post_init__(self) -> None:
        powers = (1, 2, 4, 8, 16, 32, 64)
        inside = 0 <= self.tick <= LAST_TICK and 1 <= self.numerator <= 64
        if not inside or self.denominator not in powers:
            raise StudioError("The metre has 1 to 64 beats of 1/1 to 1/64.")

    @property
    def beat(self) -> int:
        """Ticks a beat."""
        return TICKS * 4 // self.denominator

    @property
    def bar(self) -> int:
        """Ticks a bar."""
        return self.beat * self.numerator


class Position(NamedTuple):
    """A place as musicians count it: bar and beat from 1, and ticks into the beat."""

    bar: int
    beat: int
    tick: int


_Change = TypeVar("_Change", Tempo, Metre)


class TempoMap:
    """The tempos of a song in order, the first at tick 0; frozen, compared by value."""

    __slots__ = ("_seconds", "_ticks", "changes")

    def __init__(self, changes: Sequence[Tempo] = ()) -> None:
        self.changes: tuple[Tempo, ...] = _from_the_start(changes, Tempo(0, 120.0))
        ticks = np.array([one.tick for one in self.changes], np.float64)
        spans = np.diff(ticks) * [60 / one.bpm / TICKS for one in self.changes[:-1]]
        self._ticks = ticks
        self._seconds = np.concatenate([[0.0], np.cumsum(spans)])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TempoMap) and self.changes == other.changes

    def __hash__(self) -> int:
        return hash(self.changes)

    def __repr__(self) -> str:
        return f"TempoMap({self.changes})"

    def at(self, tick: float) -> float:
        """Quarters a minute at ``tick``."""
        place = int(np.searchsorted(self._ticks, tick, side="right")) - 1
        return self.changes[max(0, place)].bpm

    def seconds(self, tick: float) -> float:
        """When ``tick`` is, in seconds from the beginning."""
        return float(self.all_seconds(np.array([tick]))[0])

    def all_seconds(self, ticks: NDArray[Any]) -> NDArray[np.float64]:
        """When each of ``ticks`` is, in seconds."""
        places = np.maximum(np.searchsorted(self._ticks, ticks, side="right") - 1, 0)
        pace = np.array([60 / one.bpm / TICKS for one in self.changes])
        result: NDArray[np.float64] = (
            self._seconds[places] + (ticks - self._ticks[places]) * pace[places]
        )
        return result

    def tick(self, seconds: float) -> float:
        """Which tick (with its fraction) is heard at ``seconds``."""
        place = max(0, int(np.searchsorted(self._seconds, seconds, side="right")) - 1)
        into = seconds - float(self._seconds[place])
        return float(self._ticks[place]) + into * self.changes[place].bpm * TICKS / 60

    def with_bpm(self, bpm: float, tick: float = 0) -> "TempoMap":
        """The same curve, faster or slower as a whole, so that it is ``bpm`` at ``tick``.

        Raises StudioError where ``bpm`` is out of range; other places are held within it.
        """
        Tempo(0, bpm)
        factor = bpm / self.at(tick)
        return TempoMap(
            [Tempo(c.tick, min(FASTEST, max(SLOWEST, c.bpm * factor))) for c in self.changes]
        )


class MetreMap:
    """The metres of a song in order, the first at tick 0; frozen, compared by value."""

    __slots__ = ("_bars", "_ticks", "changes")

    def __init__(self, changes: Sequence[Metre] = ()) -> None:
        self.changes: tuple[Metre, ...] = _from_the_start(changes, Metre(0))
        self._ticks = [one.tick for one in self.changes]
        self._bars = [1]
        for before, after in zip(self.changes, self.changes[1:], strict=False):
            self._bars.append(self._bars[-1] + -(-(after.tick - before.tick) // before.bar))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MetreMap) and self.changes == other.changes

    def __hash__(self) -> int:
        return hash(self.changes)

    def __repr__(self) -> str:
        return f"MetreMap({self.changes})"

    def at(self, tick: int) -> Metre:
        """The metre at ``tick``."""
        return self.changes[self._place(tick)]

    def position(self, tick: int) -> Position:
        """Bar, beat and rest of ``tick``."""
        place = self._place(tick)
        metre = self.changes[place]
        bars, rest = divmod(max(0, tick) - metre.tick, metre.bar)
        beat, rest = divmod(rest, metre.beat)
        return Position(self._bars[place] + bars, beat + 1, rest)

    def tick(self, bar: int, beat: int = 1, tick: int = 0) -> int:
        """The tick of a place counted from 1; a bar before the first is the first."""
        place = max(0, bisect_right(self._bars, bar) - 1)
        metre = self.changes[place]
        bars = max(0, bar - self._bars[place])
        return metre.tick + bars * metre.bar + (beat - 1) * metre.beat + tick

    def bar_start(self, tick: int) -> int:
        """Where the bar begins in which ``tick`` lies."""
        metre = self.at(tick)
        return metre.tick + (max(0, tick) - metre.tick) // metre.bar * metre.bar

    def bar_end(self, tick: int) -> int:
        """Where the bar after the one of ``tick`` begins."""
        place = self._place(tick)
        end = self.bar_start(tick) + self.changes[place].bar
        return min(end, self._ticks[place + 1]) if place + 1 < len(self._ticks) else end

    def whole_bars(self, tick: int) -> int:
        """The first bar line at or after ``tick``."""
        start = self.bar_start(tick)
        return start if start == tick else self.bar_end(tick)

    def bars(self, begin: int, end: int) -> Iterator[tuple[int, int, Metre]]:
        """Number, first tick and metre of the bars that touch ``begin`` … ``end`` (excluded)."""
        start = self.bar_start(begin)
        number = self.position(start).bar
        while start < end:
            yield number, start, self.at(start)
            start = self.bar_end(start)
            number += 1

    def _place(self, tick: int) -> int:
        return max(0, bisect_right(self._ticks, tick) - 1)


def _from_the_start(changes: Sequence[_Change], plain: _Change) -> tuple[_Change, ...]:
    """In order, the last of those on one tick, and from tick 0; repeats of one value left out."""
    by_tick = {one.tick: one for one in sorted(changes, key=lambda one: one.tick)}
    ordered = [by_tick[tick] for tick in sorted(by_tick)]
    if not ordered or ordered[0].tick > 0:
        ordered.insert(0, plain)
    return tuple(ordered)
