"""A few pictures on which a training is looked at: cut to one shape, in one batch."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from studio.image.convert import to_pixels, to_tensor
from studio.training.pictures import PictureSet

WIDTH, HEIGHT = 288, 192
"""Of each picture in pixels."""


def views_of(pictures: PictureSet, most: int) -> Tensor:
    """The first few pictures, cut to their middle: (N, 3, HEIGHT, WIDTH)."""
    return torch.cat([_cut(pixels) for pixels in pictures.pictures[:most]])


def strip(painted: Tensor) -> NDArray[np.uint8]:
    """Pictures (N, 3, H, W) side by side as pixels."""
    return to_pixels(torch.cat(list(painted.unsqueeze(1)), 3))


def rounded(style: Tensor, content: Tensor) -> Mapping[str, float]:
    """The mean distances of pictures for a card."""
    return {
        "validation style": round(float(style.mean()), 4),
        "validation content": round(float(content.mean()), 4),
    }


def _cut(pixels: NDArray[np.uint8]) -> Tensor:
    height, width = pixels.shape[:2]
    wide = min(width, round(height * WIDTH / HEIGHT))
    tall = min(height, round(width * HEIGHT / WIDTH))
    top, left = (height - tall) // 2, (width - wide) // 2
    picture = to_tensor(np.ascontiguousarray(pixels[top : top + tall, left : left + wide]))
    fitted = F.interpolate(picture, (HEIGHT, WIDTH), mode="bicubic", antialias=True)
    return fitted.clamp(0, 1)
