"""At which size an engine of one pass decides its picture, and what that costs: no torch."""

from __future__ import annotations

import math

from studio.image.convert import fit_size

BASE = 512
"""The longer side, in pixels, at which the networks learned to paint."""
SMALLEST_BASE, LARGEST_BASE = 128, 2048
FULL = 0.6
"""The strength at which a style is applied as it is; beyond, it is exaggerated."""
MOST = 1.3
"""How far, as a multiple of the style, at full strength."""


def base_size(engine: str, size: tuple[int, int], style_size: float) -> tuple[int, int]:
    """The (height, width) at which a picture of that size is decided.

    A larger style is the picture decided on fewer pixels. A smaller one is, for Fast, the picture
    decided on more; Instant takes the style's statistics at a smaller size instead, and never
    decides on more pixels than are wanted.
    """
    most = LARGEST_BASE if engine == "fast" else min(BASE, max(size))
    longer = min(max(BASE / style_size, SMALLEST_BASE), most)
    height, width = fit_size(size, round(longer))
    return max(32, height), max(32, width)


def statistics_side(base: tuple[int, int], style_size: float) -> float:
    """The square root of area at which Instant's styles are measured."""
    return math.sqrt(base[0] * base[1]) * min(1.0, style_size)


def amount(strength: float) -> float:
    """How much of the style: 0 is the photo, 1 the style, beyond it exaggerated."""
    if strength <= FULL:
        return strength / FULL
    return 1 + (MOST - 1) * (strength - FULL) / (1 - FULL)


def pixels_painted(size: tuple[int, int], base: tuple[int, int]) -> int:
    """Pixels that go through the network: the base's, and the picture's where it is larger."""
    small, large = base[0] * base[1], size[0] * size[1]
    return small + (large if large > small else 0)


TILES = (768, 512, 320, 192)
"""Sides of tiles, from large to small; after the last nothing smaller is tried."""
MARGIN = 96
"""Pixels around a tile that its inner part can depend on."""
_COPIES = 6
"""Pictures at full size that are held at once, with the photo and the result."""
_BYTES = 900
"""Bytes a pixel that a tile's features take."""


def memory_needed(size: tuple[int, int], base: tuple[int, int], tile: int) -> int:
    """Bytes that painting a picture of (height, width) takes at its peak."""
    held = size[0] * size[1] * 3 * 4 * _COPIES
    sides = [min(side, tile + 2 * MARGIN) for side in size]
    return held + max(base[0] * base[1], sides[0] * sides[1]) * _BYTES


def choose_tile(size: tuple[int, int], base: tuple[int, int], spare: int) -> int | None:
    """The largest tile that fits into ``spare`` bytes; None where none does."""
    return next((tile for tile in TILES if memory_needed(size, base, tile) <= spare), None)
