"""Which part of an endless chequered ground a square pad shows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

LEAST, MOST = 2.0, 9.0
"""Cells across."""


@dataclass(frozen=True, slots=True)
class PadView:
    """A pad of ``side`` pixels whose middle is ``centre`` on the ground, ``across`` cells wide.

    Whole numbers stand in the middles of cells; y grows downwards.
    """

    side: float = 1.0
    across: float = 5.0
    centre: tuple[float, float] = (0.0, 0.0)

    @property
    def cell(self) -> float:
        """The side of a cell in pixels."""
        return self.side / self.across

    def to_ground(self, x: float, y: float) -> tuple[float, float]:
        """The place on the ground under a point of the pad."""
        half = self.side / 2
        return (
            self.centre[0] + (x - half) / self.cell,
            self.centre[1] + (y - half) / self.cell,
        )

    def to_pad(self, x: float, y: float) -> tuple[float, float]:
        """The point of the pad where a place on the ground is."""
        half = self.side / 2
        return (
            half + (x - self.centre[0]) * self.cell,
            half + (y - self.centre[1]) * self.cell,
        )

    def panned(self, dx: float, dy: float) -> PadView:
        """The ground moved under the pad by pixels."""
        x, y = self.centre
        return replace(self, centre=(x - dx / self.cell, y - dy / self.cell))

    def zoomed(self, factor: float, x: float, y: float) -> PadView:
        """Larger cells by a factor; what is under a point of the pad stays there."""
        across = min(MOST, max(LEAST, self.across / factor))
        at = self.to_ground(x, y)
        near = replace(self, across=across)
        moved = near.to_ground(x, y)
        centre = (near.centre[0] + at[0] - moved[0], near.centre[1] + at[1] - moved[1])
        return replace(near, centre=centre)

    def showing(self, x: float, y: float) -> PadView:
        """The same, moved no further than needed for a place to be well in sight."""
        reach = self.across / 2 - 0.5
        middle = tuple(
            min(here + reach, max(here - reach, there))
            for here, there in zip((x, y), self.centre, strict=True)
        )
        return replace(self, centre=(middle[0], middle[1]))

    def cells(self) -> Iterator[tuple[int, int]]:
        """The whole places that are in sight, the nearest to the middle first."""
        left, top = self.to_ground(0, 0)
        right, bottom = self.to_ground(self.side, self.side)
        found = [
            (column, row)
            for row in range(math.floor(top + 0.5), math.floor(bottom + 0.5 - 1e-9) + 1)
            for column in range(math.floor(left + 0.5), math.floor(right + 0.5 - 1e-9) + 1)
        ]
        x, y = self.centre
        return iter(sorted(found, key=lambda one: (one[0] - x) ** 2 + (one[1] - y) ** 2))
