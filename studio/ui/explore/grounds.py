"""What lies under the pad: the endless map of seeds, or what is between the four slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from studio.image.latent import slerp
from studio.tasks.latent_place import LatentPlace

CELLS = 5
"""Cells along each side between the slots."""
Told = tuple[float, ...]


class Ground(Protocol):
    """Where a place is on the pad, and which place is where."""

    def place(self, here: LatentPlace, x: float, y: float) -> LatentPlace | None:
        """The place at a point of the ground; None where there is nothing."""

    def where(self, place: LatentPlace) -> tuple[float, float] | None:
        """The point of the ground at which a place is, None for one that is not on it."""

    def held(self, x: float, y: float) -> tuple[float, float]:
        """The nearest point that can be gone to."""


@dataclass(frozen=True, slots=True)
class MapGround:
    """The map of the present place's seed."""

    def place(self, here: LatentPlace, x: float, y: float) -> LatentPlace | None:
        """The place there; what was told is left."""
        return replace(here, x=round(x, 4), y=round(y, 4), told=())

    def where(self, place: LatentPlace) -> tuple[float, float] | None:
        """Its x and y, unless it is told."""
        return None if place.told else (place.x, place.y)

    def held(self, x: float, y: float) -> tuple[float, float]:
        """Everywhere."""
        return x, y


@dataclass(slots=True)
class SlotGround:
    """Between the slots: A and B along the top, C and D along the bottom.

    An empty corner is as its neighbour in the row, an empty row as the other one, so that two
    slots span a line.
    """

    slots: tuple[Told, ...] = ((), (), (), ())
    _last: tuple[Told, tuple[float, float]] | None = None

    @property
    def filled(self) -> int:
        """How many slots are filled."""
        return sum(map(bool, self.slots))

    def place(self, here: LatentPlace, x: float, y: float) -> LatentPlace | None:
        """What is there on the way between the slots; None where all are empty."""
        told = mixed(self.slots, x / (CELLS - 1), y / (CELLS - 1))
        if not told:
            return None
        self._last = told, (x, y)
        return replace(here, told=told, amounts=(), x=0.0, y=0.0)

    def where(self, place: LatentPlace) -> tuple[float, float] | None:
        """Where it was gone to last, if it is that; or the corner whose slot it is."""
        if not place.told:
            return None
        if self._last is not None and self._last[0] == place.told:
            return self._last[1]
        most = float(CELLS - 1)
        corners = ((0.0, 0.0), (most, 0.0), (0.0, most), (most, most))
        found = [at for slot, at in zip(self.slots, corners, strict=True) if slot == place.told]
        return found[0] if found else None

    def held(self, x: float, y: float) -> tuple[float, float]:
        """Within the square."""
        most = float(CELLS - 1)
        return min(most, max(0.0, x)), min(most, max(0.0, y))


def mixed(slots: Sequence[Told], across: float, down: float) -> Told:
    """The latent between four slots, each way round the centre; () where all are empty."""
    a, b, c, d = slots
    rows = [row for row in (_between(a, b, across), _between(c, d, across)) if row]
    if not rows:
        return ()
    return _between(rows[0], rows[-1], down) if len(rows) == 2 else rows[0]


def _between(one: Told, other: Told, share: float) -> Told:
    if not one or not other or one == other:
        return one or other
    if share in (0, 1):
        return other if share else one
    way = slerp(np.array(one, np.float32), np.array(other, np.float32), share)
    return tuple(float(number) for number in way)
