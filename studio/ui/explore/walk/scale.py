"""Where the moments of a time line lie in pixels, and what its ruler says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

LEAST = 4.0
"""Seconds that are shown at least."""
_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """``span`` seconds between pixels ``left`` and ``right``."""

    left: float
    right: float
    span: float

    def x(self, seconds: float) -> float:
        """Where a moment is."""
        return self.left + seconds / self.span * (self.right - self.left)

    def seconds(self, x: float) -> float:
        """Which moment is there, from 0 on."""
        wide = max(1.0, self.right - self.left)
        return max(0.0, (x - self.left) / wide * self.span)

    def marks(self, room: float) -> Iterator[tuple[float, bool]]:
        """Moments of the ruler, and whether each is written: those lie ``room`` pixels apart."""
        pace = (self.right - self.left) / self.span
        step = next((step for step in _STEPS if step * pace >= room), _STEPS[-1])
        parts = 5 if step * pace / 5 >= 5 else 1
        for number in range(int(self.span / step * parts + 1e-6) + 1):
            yield number * step / parts, number % parts == 0


def span_of(seconds: float, fixed: bool) -> float:
    """How many seconds are shown of a walk: with room behind it, unless its length is fixed."""
    return max(LEAST, seconds if fixed else seconds * 1.08 + 0.5)


def clock(seconds: float) -> str:
    """A moment for the ruler: 0:05, 1:20, 0:00.5."""
    whole = round(seconds, 3)
    minutes, rest = divmod(whole, 60)
    if abs(rest - round(rest)) < 1e-6:
        return f"{int(minutes)}:{round(rest):02d}"
    return f"{int(minutes)}:{rest:04.1f}"


def boxes(centres: Sequence[float], side: float, top: float, gap: float) -> list[QRectF]:
    """Where the pictures of keyframes lie: squares that share what room there is between them."""
    made = []
    for place, x in enumerate(centres):
        left, right = x - side / 2, x + side / 2
        if place:
            left = max(left, (centres[place - 1] + x + gap) / 2)
        if place + 1 < len(centres):
            right = min(right, (x + centres[place + 1] - gap) / 2)
        made.append(QRectF(left, top, max(1.0, right - left), side))
    return made


def nearest(moments: Sequence[float], seconds: float, within: float) -> float:
    """The moment nearest to that, where one is as near as ``within``; else that itself."""
    at = bisect_left(moments, seconds)
    near = [one for one in moments[max(0, at - 1) : at + 1] if abs(one - seconds) <= within]
    return min(near, key=lambda one: abs(one - seconds)) if near else seconds
