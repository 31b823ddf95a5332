"""A print that looks as its preview did: one pass decides, finer passes only add what is finer.

A network that paints in one pass has strokes of a fixed number of pixels, so a large picture would
come out finer than its small preview, and no longer alike. Here the whole is painted at the size of
the preview, which settles everything that can be seen there; the full size is painted in tiles by
the same maps and normalisation, and of that only what is finer than the preview is added (as the
levels of a Laplacian pyramid are; Burt & Adelson 1983).
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.errors import WontFit
from studio.image.convert import resize
from studio.image.memory import Steps, is_out_of_memory, spoils_kernels
from studio.image.one_pass import Painter, Weights
from studio.image.one_pass_plan import MARGIN, TILES
from studio.image.tiling import Tile, divide

_CELL = 8
"""Pixels to a cell of a map of weights at full size."""


@dataclass(frozen=True, slots=True)
class Painted:
    """News: how many of how many parts are painted, and the picture so far."""

    done: int
    total: int
    picture: Tensor
    smaller_tiles: bool = False


def paint_true(
    painter: Painter, photo: Tensor, base: tuple[int, int], weights: Weights, tile: int = TILES[0]
) -> Generator[Painted, None, Tensor]:
    """Paint ``photo`` (1, 3, H, W), decided at ``base`` (height, width); yields after every part.

    Where memory does not suffice for a tile, all goes on with smaller ones; WontFit where it does
    not suffice for the smallest.
    """
    size = (photo.shape[-2], photo.shape[-1])
    painter.begin(resize(photo, base))
    coarse = painter.whole(weights)
    if size == base:
        return coarse
    grown = resize(coarse, size)
    if base[0] * base[1] >= size[0] * size[1]:
        return grown
    steps = Steps()
    try:
        fine = yield from _smaller_and_smaller(painter, photo, weights, tile, grown, steps)
    finally:
        steps.close()
    return _join(grown, fine, base)


def _smaller_and_smaller(
    painter: Painter, photo: Tensor, weights: Weights, tile: int, grown: Tensor, steps: Steps
) -> Generator[Painted, None, Tensor]:
    """The whole photo at full size, in tiles as large as memory allows."""
    for turn, side in enumerate([side for side in TILES if side <= tile] or TILES[-1:]):
        tiles = divide(photo.shape[-2], photo.shape[-1], side, MARGIN)
        yield Painted(1, len(tiles) + 1, grown, turn > 0)
        try:
            return (yield from _fine(painter, photo, weights, tiles, grown, turn > 0, steps))
        except (RuntimeError, MemoryError) as problem:
            if not is_out_of_memory(problem):
                raise
            kernels = spoils_kernels(problem)
        if not steps.recover(kernels=kernels):
            break
    raise WontFit(
        "Memory ran out even for the smallest tiles; close other programs, or paint smaller."
    )


def _fine(
    painter: Painter,
    photo: Tensor,
    weights: Weights,
    tiles: tuple[Tile, ...],
    grown: Tensor,
    smaller: bool,
    steps: Steps,
) -> Generator[Painted, None, Tensor]:
    """The whole photo painted at full size, tile by tile."""
    if isinstance(weights, Tensor):
        cells = [-(-side // _CELL) for side in photo.shape[-2:]]
        weights = F.interpolate(weights[None], cells, mode="bilinear", antialias=True)[0]
    fine = torch.empty_like(photo)
    for done, tile in enumerate(tiles, start=2):
        rows, columns = tile.rows, tile.columns
        seen = photo[..., rows.start : rows.stop, columns.start : columns.stop]
        local = _weights_at(weights, tile)
        here = steps.call(partial(painter.part, seen, local))
        inner = here[
            ...,
            rows.inner_start - rows.start : rows.inner_stop - rows.start,
            columns.inner_start - columns.start : columns.inner_stop - columns.start,
        ]
        fine[..., rows.inner_start : rows.inner_stop, columns.inner_start : columns.inner_stop] = (
            inner
        )
        yield Painted(done, len(tiles) + 1, grown, smaller)
    return fine


def _weights_at(weights: Weights, tile: Tile) -> Weights:
    if not isinstance(weights, Tensor):
        return weights
    rows, columns = tile.rows, tile.columns
    return weights[
        :,
        rows.start // _CELL : -(-rows.stop // _CELL),
        columns.start // _CELL : -(-columns.stop // _CELL),
    ]


@torch.no_grad()
def _join(grown: Tensor, fine: Tensor, base: tuple[int, int]) -> Tensor:
    """What the preview shows, and of the fine picture what is finer than that."""
    size = (fine.shape[-2], fine.shape[-1])
    fine -= resize(resize(fine, base), size)
    return fine.add_(grown).clamp_(0, 1)
