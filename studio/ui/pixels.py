"""Between numpy pixels and QImage, without a copy where there need not be one."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Pixels = NDArray[Any]  # (H, W, 3|4) uint8, or uint16 which is brought down to uint8


def eight_bits(pixels: Pixels) -> NDArray[np.uint8]:
    """The same picture in C order with 8 bits a channel; itself where it has them already."""
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or 0 in pixels.shape:
        raise ValueError(f"expected (H, W, 3) or (H, W, 4), got {pixels.shape}")
    if pixels.dtype == np.uint16:
        # pixels / 257, rounded to the nearest, without leaving 16 bits
        rest = pixels - (pixels >> 8) - ((pixels >> 7) & 1)
        pixels = ((rest + 128) >> 8).astype(np.uint8)
    if pixels.dtype != np.uint8:
        raise TypeError(f"expected uint8 or uint16, got {pixels.dtype}")
    return np.ascontiguousarray(pixels)


def wrap(pixels: NDArray[np.uint8]) -> QImage:
    """A QImage that looks at the array: keep the array for as long as the image, unchanged."""
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_RGBA8888 if channels == 4 else QImage.Format.Format_RGB888
    return QImage(pixels.data, width, height, width * channels, kind)


def to_image(pixels: Pixels) -> QImage:
    """A QImage of its own memory, in the format that paints fastest."""
    alpha = pixels.shape[2] == 4
    kind = QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32
    return wrap(eight_bits(pixels)).convertToFormat(kind)
