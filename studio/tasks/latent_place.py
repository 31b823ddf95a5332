"""A place in a latent space, as the window and its recipes know it: where it is, and how."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from studio.document.json_value import JSON
from studio.errors import StudioError
from studio.image.latent import Latent, seed_at, truncated, wander

TASK = "explore"
FARTHEST = 10.0
"""Deviations along a direction, either way."""
_MOST_NUMBERS = 4096
_MOST_AMOUNTS = 64


@dataclass(frozen=True, slots=True)
class LatentPlace:
    """Where one is in the space of ``model``, the name of one of ``registry.latent_models()``.

    The base is the place ``x``, ``y`` on the map of ``seed``, unless it is ``told``: a latent that
    was found for a picture, mixed of others or reckoned. From there it goes ``amounts`` deviations
    along directions by their names, is brought nearer to the centre by ``truncation`` (1 leaves it)
    and strays by ``wander`` 0..1 to where it is after so many ``turns``. ``temperature`` is for
    melodies: above 0 their symbols are drawn, always by the same chance.
    """

    model: str = "paintings"
    seed: int = 0
    x: float = 0.0
    y: float = 0.0
    told: tuple[float, ...] = ()
    amounts: tuple[tuple[str, float], ...] = ()
    truncation: float = 1.0
    wander: float = 0.0
    turns: float = 0.0
    temperature: float = 0.0

    def __post_init__(self) -> None:
        numbers = (self.x, self.y, self.truncation, self.wander, self.turns, self.temperature)
        if not all(math.isfinite(n) for n in (*numbers, *self.told, *dict(self.amounts).values())):
            raise StudioError("A place in a latent space is made of finite numbers.")
        if max(abs(self.x), abs(self.y)) > 1e6 or not 0 <= self.seed < 2**53:
            raise StudioError("A seed is a whole number from 0; x and y lie within a million of 0.")
        if not 0 <= self.truncation <= 2 or not 0 <= self.wander <= 1:
            raise StudioError("The truncation lies between 0 and 2, and wandering from 0 to 1.")
        if not 0 <= self.temperature <= 1.5:
            raise StudioError("The temperature lies between 0 and 1.5.")
        if any(abs(far) > FARTHEST for _, far in self.amounts):
            raise StudioError(f"Along a direction it goes at most {FARTHEST:.0f} deviations.")
        if len(self.told) > _MOST_NUMBERS or len(self.amounts) > _MOST_AMOUNTS:
            raise StudioError("That is more than a place in a latent space can be made of.")

    def latent(self, size: int, steps: Mapping[str, Latent]) -> Latent:
        """The latent (size,) there; ``steps`` are a deviation along each direction by name.

        A name that is not among them is passed over. Raises StudioError where what is told has
        another length.
        """
        if self.told and len(self.told) != size:
            raise StudioError(
                f"This place has {len(self.told)} numbers, but the model has {size}: it belongs to "
                "another model."
            )
        base = (
            np.array(self.told, np.float32)
            if self.told
            else seed_at(self.x, self.y, size, self.seed)
        )
        for name, far in self.amounts:
            step = steps.get(name)
            if step is not None:
                base = base + np.float32(far) * step
        near = truncated(base, self.truncation)
        return wander(near, self.wander, self.turns, self.seed) if self.wander else near

    def to_json(self) -> dict[str, JSON]:
        """The place as it is kept in a project or a recipe."""
        table: dict[str, JSON] = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**table, "told": list(self.told), "amounts": [list(one) for one in self.amounts]}

    @staticmethod
    def from_json(table: Mapping[str, Any]) -> LatentPlace:
        """Read what ``to_json`` wrote; StudioError for anything else."""
        try:
            told = tuple(float(number) for number in table.get("told", ()))
            amounts = tuple((str(name), float(far)) for name, far in table.get("amounts", ()))
            plain = {
                name: kind(table[name])
                for name, kind in _PLAIN.items()
                if name in table and not isinstance(table[name], bool)
            }
            return LatentPlace(**plain, told=told, amounts=amounts)
        except (TypeError, ValueError, OverflowError):
            raise StudioError("This place in a latent space is damaged.") from None


_PLAIN: Mapping[str, Any] = {
    "model": str,
    "seed": int,
    "x": float,
    "y": float,
    "truncation": float,
    "wander": float,
    "turns": float,
    "temperature": float,
}
