"""Weights in eight or six bits: whole numbers with a scale for each row, a half or less of half's.

A row is what belongs to the first index. The largest number of a row is kept exactly, the others to
a 254th of it in eight bits (Dettmers et al. 2022, absmax by rows), to a 62nd in six.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

SCALE = ":scale"
"""What stands behind a tensor's name in that of its scales."""
SHAPE = ":shape"
"""What stands behind it in that of its shape, where six bits lie in a plain table of bytes."""
FINE = ("centre", "spread")
"""Buffers that are never rounded coarsely: the linear map before a network bears no such noise."""
BITS = (6, 8)
_LARGEST = {6: 31, 8: 127}
_FEWEST = 4096  # numbers of a tensor from which on it is worth while
_MOST_DIMENSIONS = 8


def packed(tensors: Mapping[str, Tensor], bits: int = 8) -> dict[str, Tensor]:
    """Tables of many numbers as whole ones beside their scales (rows,); all others as half.

    In eight bits they are int8 of the tensor's shape; in six, four lie in three bytes of a table
    (rows, bytes), and the shape beside it. Norms, biases and ``FINE`` are among the others, counts
    stay whole.
    """
    import torch

    largest = _LARGEST[bits]
    found: dict[str, Tensor] = {}
    for name, tensor in tensors.items():
        value = tensor.detach().cpu()
        if not _coarse(name, value):
            found[name] = (value.half() if value.is_floating_point() else value).contiguous()
            continue
        rows = value.float().flatten(1)
        scale = (rows.abs().amax(1) / largest).clamp_min(torch.finfo(torch.float32).tiny)
        whole = (rows / scale[:, None]).round().to(torch.int8)
        found[name + SCALE] = scale
        if bits == 8:
            found[name] = whole.view(value.shape).contiguous()
        else:
            found[name] = _in_three_bytes(whole)
            found[name + SHAPE] = torch.tensor(value.shape, dtype=torch.int32)
    return found


def unpacked(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The tensors that ``packed`` was given, as near as it kept them; others as they are.

    Raises ValueError where scales, shapes and rows do not fit.
    """
    found = {}
    for name, tensor in tensors.items():
        if name.endswith((SCALE, SHAPE)):
            continue
        scale, shape = tensors.get(name + SCALE), tensors.get(name + SHAPE)
        if shape is not None:
            tensor = _of_three_bytes(name, tensor, shape)
        if scale is not None:
            if scale.shape != tensor.shape[:1]:
                raise ValueError(f"scales of another shape: {name}")
            tensor = tensor.float() * scale.float().view(-1, *[1] * (tensor.dim() - 1))
        found[name] = tensor
    return found


def _coarse(name: str, value: Tensor) -> bool:
    if name.rpartition(".")[2] in FINE or not value.is_floating_point():
        return False
    return value.dim() >= 2 and value.numel() >= _FEWEST


def _in_three_bytes(whole: Tensor) -> Tensor:
    """Four numbers in -31…31 of each row (R, N) in three bytes: (R, bytes) uint8."""
    import torch

    rows = torch.nn.functional.pad(whole.int() + 32, (0, -whole.shape[1] % 4))
    a, b, c, d = rows.view(len(rows), -1, 4).unbind(2)
    three = [a << 2 | b >> 4, (b & 15) << 4 | c >> 2, (c & 3) << 6 | d]
    return torch.stack(three, 2).flatten(1).to(torch.uint8)


def _of_three_bytes(name: str, table: Tensor, shape: Tensor) -> Tensor:
    """The whole numbers that ``_in_three_bytes`` was given, in their tensor's shape."""
    import torch

    if table.dtype != torch.uint8 or table.dim() != 2 or shape.dtype != torch.int32:
        raise ValueError(f"no table of six bits: {name}")
    if shape.dim() != 1 or not 2 <= len(shape) <= _MOST_DIMENSIONS or bool((shape < 1).any()):
        raise ValueError(f"no shape: {name}")
    sizes = shape.tolist()
    each = 1
    for size in sizes[1:]:
        each *= size
    if tuple(table.shape) != (sizes[0], -(-each // 4) * 3):
        raise ValueError(f"a table of another shape: {name}")
    one, two, three = table.int().view(sizes[0], -1, 3).unbind(2)
    four = [one >> 2, (one & 3) << 4 | two >> 4, (two & 15) << 2 | three >> 6, three & 63]
    whole = torch.stack(four, 2).flatten(1)[:, :each] - 32
    return whole.reshape(sizes)
