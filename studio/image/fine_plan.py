"""What a Fine run will do, worked out without torch: scales, steps, weights, time and memory."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """One scale of the work: the picture's size there and how many steps it gets."""

    height: int
    width: int
    steps: int

    @property
    def side(self) -> float:
        """The square root of the area."""
        return math.sqrt(self.height * self.width)


@dataclass(frozen=True, slots=True)
class FineSettings:
    """All that decides a run beside the photo, the styles and the encoder."""

    stages: tuple[Stage, ...]
    content_weight: float = 1.0
    style_weight: float = 1.0
    style_share: float = 1.0
    """How far the target moves from the photo's own statistics (0) to the style's (1)."""
    smoothness: float = 0.0
    """Weight of the total variation."""
    rate: float = 0.025
    decay: float = 0.95
    """Of the average of the iterates."""
    seed: int = 0
    noise: float = 0.02
    """Deviation of the noise added to the photo at the coarsest scale, where the seed enters."""
    tile: int = 640
    levels: int = 4
    """Of the pyramid that is optimised; 1 is plain pixels."""


STEPS = {
    "draft": (25, 30, 40, 60, 80),
    "good": (60, 70, 90, 120, 150),
    "print": (140, 150, 180, 220, 260),
}
"""Steps at each scale, the finest first; the last number serves all coarser scales."""
_FULL_STEPS_SIDE = 724.0
"""Beyond this square root of area a scale gets fewer steps in proportion: it only adds detail."""


def plan_stages(
    height: int, width: int, quality: str, *, smallest: float = 90.0, begin: float = 0.0
) -> tuple[Stage, ...]:
    """Sizes that grow by the square root of two and end at (height, width).

    They begin at ``smallest``, or near ``begin``, the square root of the area of a picture to go on
    from.
    """
    steps: Sequence[int] = STEPS[quality]
    stages: list[Stage] = []
    scale = 1.0
    while True:
        rows, columns = max(1, round(height * scale)), max(1, round(width * scale))
        side = math.sqrt(rows * columns)
        given = steps[min(len(stages), len(steps) - 1)]
        stages.append(Stage(rows, columns, max(12, round(given * min(1, _FULL_STEPS_SIDE / side)))))
        scale /= math.sqrt(2)
        enough = begin and side / math.sqrt(2) < begin / 2**0.25
        if enough or side / math.sqrt(2) < smallest or min(height, width) * scale < 48:
            return tuple(reversed(stages))


def content_weight(strength: float) -> float:
    """The weight of the content for a strength in [0, 1]: logarithmic, 0.5 at 0.6."""
    return float(0.5 * 10 ** ((0.6 - strength) * 2.2))


def style_share(strength: float) -> float:
    """Below a strength of 0.35 the target itself approaches the photo's own statistics."""
    return min(1.0, strength / 0.35)


def smoothness_weight(smoothness: float) -> float:
    """The weight of the total variation for a slider in [0, 1]: logarithmic, 0 is off."""
    return 0.0 if smoothness <= 0 else float(10 ** (2.5 * smoothness - 0.45))


def pixel_steps(stages: Sequence[Stage]) -> float:
    """The cost of a run in millions of pixels times steps."""
    return sum(stage_cost(stage) for stage in stages)


_STEP_ITSELF = 50_000
"""What a step costs beside its pixels, in pixels: small pictures take their time too."""


def stage_cost(stage: Stage) -> float:
    """The cost of a stage in millions of pixels times steps."""
    return (stage.height * stage.width + _STEP_ITSELF) * stage.steps / 1e6


TILES = (640, 512, 384, 256)
"""Sides of a tile that are tried when memory is short, the largest first."""
SMALLEST_TILE = 128
"""Where memory runs out all the same; it costs four times the work, so no plan begins with it."""
_OF_TORCH = 350 * 2**20
_PER_TILE_PIXEL = 1100
_PER_PIXEL = 190
_PER_GUIDED_PIXEL = 50


def memory_needed(
    height: int,
    width: int,
    tile: int,
    widths: float = 1.0,
    *,
    factor: float = 1.0,
    guided: bool = False,
) -> int:
    """Bytes that a run takes at its finest scale; ``widths`` scales for a wider encoder.

    ``factor`` is what runs on this machine took beside ``memory_working``.
    """
    working = factor * memory_working(height, width, tile, widths)
    return int(_OF_TORCH * widths + working + guided * _PER_GUIDED_PIXEL * height * width)


def memory_working(height: int, width: int, tile: int, widths: float = 1.0) -> int:
    """Bytes of these that come and go with the run, beside what torch takes."""
    rows, columns = (min(side, tile + 128) for side in (height, width))
    return int(_PER_TILE_PIXEL * widths * rows * columns + _PER_PIXEL * height * width)


def choose_tile(
    height: int,
    width: int,
    available: int,
    widths: float = 1.0,
    *,
    factor: float = 1.0,
    guided: bool = False,
) -> int | None:
    """The largest tile that fits into ``available`` bytes, or None."""
    for tile in TILES:
        needed = memory_needed(height, width, tile, widths, factor=factor, guided=guided)
        if needed <= available:
            return tile
    return None
