"""What is asked of a latent space: one place, a map, a way between two things, or a walk."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from studio.errors import StudioError
from studio.image.latent import Latent, seed_at, slerp, truncated
from studio.image.latent_walk import Walk

MOST_CELLS, MOST_STEPS, MOST_SIDE = 400, 2000, 2048


@dataclass(frozen=True, slots=True)
class ExploreRequest:
    """What is asked for; at most one of ``grid``, ``between`` and ``walk``.

    ``x`` and ``y`` are the place on the map of ``seed``. ``grid`` are rows and columns of the map.
    ``between`` are two files, pictures or songs, and ``steps`` how many stand on the way, the ends
    among them. ``truncation`` 1 leaves latents as they are, 0 is the middle of the space.
    ``temperature`` is for melodies: above 0 their symbols are drawn. ``side`` is that of each
    picture in pixels; 0 for the model's own.
    """

    model: str
    seed: int = 0
    x: float = 0.0
    y: float = 0.0
    grid: tuple[int, int] | None = None
    between: tuple[Path, Path] | None = None
    steps: int = 9
    walk: Walk | None = None
    truncation: float = 1.0
    temperature: float = 0.0
    side: int = 0

    def __post_init__(self) -> None:
        asked = [one for one in (self.grid, self.between, self.walk) if one is not None]
        if len(asked) > 1:
            raise StudioError("Ask for a grid, for a way between two files, or for a walk.")
        if self.grid is not None and not 1 <= self.grid[0] * self.grid[1] <= MOST_CELLS:
            raise StudioError(f"A grid has 1 to {MOST_CELLS} places.")
        if not 2 <= self.steps <= MOST_STEPS:
            raise StudioError(f"On a way there are 2 to {MOST_STEPS} steps.")
        if not 0 <= self.truncation <= 2:
            raise StudioError("The truncation lies between 0 and 2; 1 changes nothing.")
        if not 0 <= self.temperature <= 1.5:
            raise StudioError("The temperature lies between 0 and 1.5.")
        if self.side and not 16 <= self.side <= MOST_SIDE:
            raise StudioError(f"The side of a picture lies between 16 and {MOST_SIDE} pixels.")
        if max(abs(self.x), abs(self.y)) > 1e6 or not 0 <= self.seed < 2**53:
            raise StudioError("A seed is a whole number from 0; x and y lie within a million of 0.")

    @property
    def columns(self) -> int:
        """Pictures in a row of a still."""
        if self.grid is not None:
            return self.grid[1]
        return self.steps if self.between is not None else 1

    @property
    def count(self) -> int:
        """How many latents are asked for."""
        if self.walk is not None:
            return self.walk.frames
        if self.between is not None:
            return self.steps
        return self.grid[0] * self.grid[1] if self.grid is not None else 1

    def latents(self, size: int, begin: int, end: int, ends: Latent | None = None) -> Latent:
        """Those from ``begin`` to ``end``, (n, size); ``ends`` (2, size) are of ``between``."""
        numbers = np.arange(begin, min(end, self.count))
        if self.walk is not None:
            found = self.walk.latents(size, begin, end)
        elif self.between is not None:
            assert ends is not None
            found = slerp(ends[0], ends[1], numbers / (self.steps - 1))
        else:
            rows, columns = np.divmod(numbers, self.columns)
            places = zip((self.x + columns).tolist(), (self.y + rows).tolist(), strict=True)
            found = np.stack([seed_at(x, y, size, self.seed) for x, y in places])
        return truncated(found, self.truncation)


def read_grid(text: str) -> tuple[int, int]:
    """Rows and columns of ``3x4``; raises StudioError for anything else."""
    found = re.fullmatch(r"\s*(\d{1,3})\s*[x×]\s*(\d{1,3})\s*", text)
    if found is None:
        raise StudioError(f"“{text[:20]}” is no grid; say rows and columns, such as 3x4.")
    return int(found[1]), int(found[2])
