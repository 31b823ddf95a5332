"""Weights in eight bits: whole numbers with a scale for each row, half the size of half precision.

A row is what belongs to the first index. The largest number of a row is kept exactly, the others to
a 254th of it (Dettmers et al. 2022, absmax by rows).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

SCALE = ":scale"
"""What stands behind a tensor's name in that of its scales."""
_FEWEST = 4096  # numbers of a tensor from which on it is worth while


def packed(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Tables of many numbers as int8 beside their scales (rows,) in float32; all others as half."""
    import torch

    found: dict[str, Tensor] = {}
    for name, tensor in tensors.items():
        value = tensor.detach().cpu().float()
        if value.dim() < 2 or value.numel() < _FEWEST:
            found[name] = value.half().contiguous()
            continue
        rows = value.flatten(1)
        scale = (rows.abs().amax(1) / 127).clamp_min(torch.finfo(torch.float32).tiny)
        found[name] = (rows / scale[:, None]).round().to(torch.int8).view(value.shape).contiguous()
        found[name + SCALE] = scale
    return found


def unpacked(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The tensors that ``packed`` was given, as near as it kept them; others as they are.

    Raises ValueError where scales and rows do not fit.
    """
    found = {}
    for name, tensor in tensors.items():
        if name.endswith(SCALE):
            continue
        scale = tensors.get(name + SCALE)
        if scale is not None:
            if scale.shape != tensor.shape[:1]:
                raise ValueError(f"scales of another shape: {name}")
            tensor = tensor.float() * scale.float().view(-1, *[1] * (tensor.dim() - 1))
        found[name] = tensor
    return found
