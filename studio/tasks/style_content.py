"""What every engine begins with and ends with: the photo at its size, and the painting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from studio.device import Device
from studio.image.convert import resize_pixels
from studio.image.picture_file import Picture
from studio.tasks.style_request import StyleRequest

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Painting:
    """A finished picture (1, 3, H, W) in [0, 1], and the checksums of what made it."""

    picture: Tensor
    models: Mapping[str, str]


def content_of(
    photo: Picture, request: StyleRequest, size: tuple[int, int], device: Device
) -> Tensor:
    """The photo as (1, 3, height, width) on the device."""
    from studio.image.convert import resize, to_tensor

    small = photo.pixels
    if max(photo.size) > 2 * request.size:
        small = resize_pixels(photo.pixels, request.size)
    return resize(to_tensor(small, device.device), size)


def with_alpha(pixels: NDArray[np.uint16], photo: Picture) -> NDArray[np.uint16]:
    """The painting with the photo's alpha, if it has one."""
    if photo.pixels.shape[2] == 4:
        scale = 1 if photo.pixels.dtype == np.uint16 else 257
        alpha = np.repeat(photo.pixels[..., 3:].astype(np.uint16) * scale, 3, axis=2)
        fitted = resize_pixels(alpha, max(pixels.shape[:2]))
        pixels = np.concatenate([pixels, fitted[..., :1]], axis=2)
    pixels.flags.writeable = False
    return pixels
