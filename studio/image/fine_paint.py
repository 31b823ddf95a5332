"""What Fine changes: a picture as paint in opponent colours, over levels, with its momentum."""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.image.fine_plan import FineSettings, Stage
from studio.image.pyramid import collapse, empty_levels, spread

LIGHT, CHROMA = 1.0, 0.45
_OPPONENT = torch.tensor(
    [
        [1 / math.sqrt(3), 1 / math.sqrt(2), 1 / math.sqrt(6)],
        [1 / math.sqrt(3), 0.0, -2 / math.sqrt(6)],
        [1 / math.sqrt(3), -1 / math.sqrt(2), 1 / math.sqrt(6)],
    ]
) * torch.tensor([LIGHT, CHROMA, CHROMA])
"""Columns: light, red against blue, purple against green; chroma moves slower than light."""


class Paint:
    """The paint of one scale: its levels, the moments of their slopes, the average of iterates."""

    @torch.no_grad()
    def __init__(self, picture: Tensor, stage: Stage, settings: FineSettings) -> None:
        """Begin from ``picture`` (1, 3, any, any) at the stage's size."""
        self.settings, self.steps, self.done = settings, stage.steps, 0
        self.moved = False
        self._basis = _OPPONENT.to(picture.device)
        self._inverse = torch.linalg.inv(_OPPONENT).to(picture.device)
        size = (stage.height, stage.width)
        if picture.shape[-2:] != size:
            picture = F.interpolate(picture, size, mode="bicubic")
        paint = _turn(self._inverse, picture.clamp(0, 1)).contiguous()
        self.levels = [paint, *empty_levels(paint, settings.levels)]
        self.first = [torch.zeros_like(level) for level in self.levels]
        self.second = [torch.zeros_like(level) for level in self.levels]
        self.average = torch.zeros_like(paint)

    def present(self) -> Tensor:
        """The picture as it is now, (1, 3, h, w)."""
        return _turn(self._basis, collapse(self.levels))

    @torch.no_grad()
    def picture(self) -> Tensor:
        """The average of the iterates as (1, 3, h, w) in [0, 1]."""
        paint = self.levels[0]
        if self.done:
            paint = self.average / (1 - self.settings.decay**self.done)
        return _turn(self._basis, paint).clamp(0, 1)

    @torch.no_grad()
    def move(self, slope: Tensor) -> None:
        """One step along the picture's slope, to be followed by ``hold``.

        Kingma & Ba 2015, with a rate that fades over a stage. Memory is taken before anything is
        changed, so that a step that found none can be repeated.
        """
        settings, n = self.settings, self.done + 1
        share = self.done / max(1, self.steps)
        rate = settings.rate * (1 - 0.95 * share)
        slopes = spread(_turn(self._basis.T, slope), self.levels)
        rooms = [torch.empty_like(level) for level in self.levels]
        for level, first, second, own, room in zip(
            self.levels, self.first, self.second, slopes, rooms, strict=True
        ):
            first.lerp_(own, 0.1)
            second.mul_(0.99).addcmul_(own, own, value=0.01)
            spread_of_slopes = torch.div(second, 1 - 0.99**n, out=room).sqrt_().add_(1e-12)
            level.addcdiv_(first, spread_of_slopes, value=-rate / (1 - 0.9**n))
        self.moved = True

    @torch.no_grad()
    def hold(self) -> None:
        """End a step: hold the picture within [0, 1] and let the average follow."""
        paint = collapse(self.levels)
        held = _turn(self._inverse, _turn(self._basis, paint).clamp_(0, 1))
        self.levels[0].add_(torch.sub(held, paint, out=paint))
        self.average.lerp_(held, 1 - self.settings.decay)
        self.done += 1
        self.moved = False

    def tensors(self) -> Mapping[str, Tensor]:
        """All that the next step depends on, by name; writing to them changes the paint."""
        named = {"average": self.average}
        for name in ("levels", "first", "second"):
            named |= {f"{name}.{k}": level for k, level in enumerate(getattr(self, name))}
        return named


def _turn(matrix: Tensor, picture: Tensor) -> Tensor:
    """Another basis for the three channels of (1, 3, H, W)."""
    return (matrix @ picture.reshape(3, -1)).view(1, 3, *picture.shape[-2:])
