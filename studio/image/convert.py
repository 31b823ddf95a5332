"""Between pixels and tensors, between sizes and between depths; torch is imported when used."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, overload

import numpy as np
from numpy.typing import NDArray
from PIL import Image

if TYPE_CHECKING:
    from torch import Tensor

Pixels = NDArray[np.uint8] | NDArray[np.uint16]
_ROWS = 256


def to_tensor(pixels: NDArray[np.uint8 | np.uint16], device: str = "cpu") -> Tensor:
    """Give (1, 3, H, W) float32 in [0, 1] for (H, W, 3|4) of 8 or 16 bits; alpha is dropped."""
    import torch

    height, width = pixels.shape[:2]
    planes = np.empty((1, 3, height, width), np.float32)
    most = np.float32(np.iinfo(pixels.dtype).max)
    for channel in range(3):
        np.divide(pixels[..., channel], most, out=planes[0, channel], dtype=np.float32)
    return torch.from_numpy(planes).to(device)


@overload
def to_pixels(tensor: Tensor) -> NDArray[np.uint8]: ...
@overload
def to_pixels(tensor: Tensor, dtype: type[np.uint8]) -> NDArray[np.uint8]: ...
@overload
def to_pixels(tensor: Tensor, dtype: type[np.uint16]) -> NDArray[np.uint16]: ...
def to_pixels(tensor: Tensor, dtype: type[np.uint8] | type[np.uint16] = np.uint8) -> Pixels:
    """Give (H, W, 3) of 8 or 16 bits for (1, 3, H, W) or (3, H, W); clamped, rounded, NaN is 0."""
    import torch

    image = tensor.detach()
    image = image[0] if image.dim() == 4 else image  # (3, H, W)
    scaled = image.to(torch.float32).nan_to_num(0.0).clamp(0, 1)
    scaled = scaled.mul(float(np.iinfo(dtype).max)).add_(0.5)
    whole = scaled.to(torch.uint8 if dtype is np.uint8 else torch.int32)
    planes = whole.permute(1, 2, 0).contiguous().cpu().numpy()
    return planes if dtype is np.uint8 else planes.astype(np.uint16)


def resize(tensor: Tensor, size: tuple[int, int]) -> Tensor:
    """Resize (B, C, H, W) to (height, width) by area: each pixel counts where it lies.

    Smaller: antialiased with a triangle as wide as a new pixel, so no value leaves its range.
    Larger: bicubic, held within the range that the tensor had. Differentiable.
    """
    from torch.nn.functional import interpolate

    height, width = size
    if (height, width) == tuple(tensor.shape[-2:]):
        return tensor
    if height <= tensor.shape[-2] and width <= tensor.shape[-1]:
        return interpolate(tensor, (height, width), mode="bilinear", antialias=True)
    bounds = tensor.detach().aminmax()
    grown = interpolate(tensor, (height, width), mode="bicubic", antialias=True)
    return grown.clamp(float(bounds.min), float(bounds.max))


def fit_size(size: tuple[int, int], longer_side: int) -> tuple[int, int]:
    """The (height, width) of the same shape whose longer side is ``longer_side``; at least 1."""
    height, width = size
    longer = max(height, width)
    if longer < 1 or longer_side < 1:
        raise ValueError("a size is at least 1")
    half = longer // 2
    return (
        max(1, (height * longer_side + half) // longer),
        max(1, (width * longer_side + half) // longer),
    )


def resize_pixels(pixels: Pixels, longer_side: int) -> Pixels:
    """Resize (H, W, 3|4) so that the longer side is ``longer_side``; the depth stays.

    Lanczos, after averaging whole blocks where it becomes much smaller. Colours are weighted with
    alpha, so nothing invisible bleeds into the edges.
    """
    height, width = fit_size((pixels.shape[0], pixels.shape[1]), longer_side)
    if (height, width) == pixels.shape[:2]:
        return pixels
    if pixels.dtype == np.uint16:
        return _resize_deep(pixels, (width, height))
    image = Image.fromarray(pixels)
    return np.array(_smaller(image, (width, height)))


def _smaller(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _resize_deep(pixels: NDArray[Any], size: tuple[int, int]) -> NDArray[np.uint16]:
    """Resize 16 bits a channel: Pillow has no such mode, so every channel goes as floats."""
    alpha = pixels[..., 3].astype(np.float32) / 65535 if pixels.shape[2] == 4 else None
    result = np.empty((size[1], size[0], pixels.shape[2]), np.uint16)
    small = None if alpha is None else np.asarray(_smaller(Image.fromarray(alpha), size))
    for channel in range(3):
        plane = pixels[..., channel].astype(np.float32)
        if alpha is None or small is None:
            made = np.asarray(_smaller(Image.fromarray(plane), size))
        else:
            made = np.asarray(_smaller(Image.fromarray(plane * alpha), size))
            made = np.divide(made, small, out=np.zeros_like(made), where=small > 1e-6)
        result[..., channel] = np.rint(made.clip(0, 65535))
    if small is not None:
        result[..., 3] = np.rint(small.clip(0, 1) * 65535)
    return result


def eight_bit(pixels: Pixels, *, dither: bool = False) -> NDArray[np.uint8]:
    """Give 8 bits for 16, rounded, or spread by a fixed pattern so that gradients do not band.

    Values that 8 bits can express exactly stay exact under ``dither``. 8 bits come back as they
    are.
    """
    if pixels.dtype == np.uint8:
        return pixels.astype(np.uint8, copy=False)
    result = np.empty(pixels.shape, np.uint8)
    height, width = pixels.shape[:2]
    for begin in range(0, height, _ROWS):
        rows = pixels[begin : begin + _ROWS].astype(np.uint32)
        if dither:
            pattern = np.tile(_pattern(), (1, -(-width // _ROWS)))[: len(rows), :width]
            rows += pattern.reshape(*pattern.shape, *(1,) * (pixels.ndim - 2))
        else:
            rows += 128
        result[begin : begin + _ROWS] = rows // 257
    return result


@cache
def _pattern() -> NDArray[np.uint32]:
    """Thresholds 0 to 256 of interleaved gradient noise (Jimenez, SIGGRAPH 2014), (256, 256)."""
    across, down = np.meshgrid(np.arange(_ROWS), np.arange(_ROWS))
    noise = (52.9829189 * ((0.06711056 * across + 0.00583715 * down) % 1)) % 1
    pattern = (noise * 257).astype(np.uint32)
    pattern.flags.writeable = False
    return pattern
