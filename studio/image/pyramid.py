"""A picture as the sum of its own size and coarser ones, so that a stroke can move as one."""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor


def empty_levels(paint: Tensor, count: int) -> list[Tensor]:
    """Zeros at a half, a quarter … of the size, for all levels of a pyramid but the first."""
    height, width = paint.shape[-2:]
    sizes = [(-(-height // 2**k), -(-width // 2**k)) for k in range(1, count)]
    return [paint.new_zeros(1, 3, *size) for size in sizes]


def collapse(levels: Sequence[Tensor]) -> Tensor:
    """The sum of a pyramid's levels at the size of the first."""
    total = levels[-1]
    for level in reversed(levels[:-1]):
        total = level + F.interpolate(total, level.shape[-2:], mode="bilinear")
    return total.clone() if len(levels) == 1 else total


def spread(slope: Tensor, levels: Sequence[Tensor]) -> list[Tensor]:
    """The gradient with respect to every level from that with respect to their sum."""
    slopes = [slope]
    for level in levels[1:]:
        with torch.enable_grad():
            zero = torch.zeros_like(level, requires_grad=True)
            up = F.interpolate(zero, slopes[-1].shape[-2:], mode="bilinear")
        slopes.append(torch.autograd.grad(up, zero, slopes[-1])[0])
    return slopes
