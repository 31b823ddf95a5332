"""The grid that notes snap to: straight, triplet, dotted, or as fine as the zoom shows it."""

from dataclasses import dataclass

from studio.music.note import TICKS
from studio.music.timing import MetreMap

WHOLE = 4 * TICKS
STRAIGHT = tuple(WHOLE // part for part in (1, 2, 4, 8, 16, 32, 64))
TRIPLETS = tuple(WHOLE * 2 // (3 * part) for part in (2, 4, 8, 16, 32))
DOTTED = tuple(WHOLE * 3 // (2 * part) for part in (2, 4, 8, 16, 32))
SIXTEENTH = WHOLE // 16
_CLOSEST = 11.5  # pixels of the design between two lines; closer ones are not drawn


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid of ``ticks``; 0 chooses among the straight ones by the zoom.

    It begins anew at each bar, so that it fits odd metres as well.
    """

    ticks: int = SIXTEENTH

    def step(self, pace: float, unit: float = 1.0) -> int:
        """The ticks of a step where ``pace`` pixels are a tick."""
        if self.ticks > 0:
            return self.ticks
        fine = [ticks for ticks in STRAIGHT if ticks * pace >= _CLOSEST * unit]
        return fine[-1] if fine else STRAIGHT[0]

    def drawn(self, pace: float, unit: float = 1.0) -> int:
        """The ticks between two lines, 0 where they would be too close to be drawn."""
        step = self.step(pace, unit)
        return step if step * pace >= _CLOSEST / 2 * unit else 0


def floor(tick: int, step: int, metres: MetreMap) -> int:
    """The line at or before ``tick``."""
    bar = metres.bar_start(tick)
    return bar + (max(0, tick) - bar) // step * step


def ceiling(tick: int, step: int, metres: MetreMap) -> int:
    """The line at or after ``tick``."""
    below = floor(tick, step, metres)
    return below if below == tick else min(below + step, metres.bar_end(below))


def nearest(tick: float, step: int, metres: MetreMap) -> int:
    """The line that is nearest to ``tick``, the later one in the middle."""
    below = floor(int(tick), step, metres)
    above = min(below + step, metres.bar_end(below))
    return above if tick - below >= above - tick else below


def after(tick: int, step: int, metres: MetreMap) -> int:
    """The next line after ``tick``."""
    return ceiling(tick + 1, step, metres)


def before(tick: int, step: int, metres: MetreMap) -> int:
    """The last line before ``tick``, not before the beginning."""
    return floor(max(0, tick - 1), step, metres)
