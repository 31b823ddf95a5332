"""Lay a layer above the photo: opacity and blend modes after W3C Compositing and Blending 1."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.document.layer import Layer, Pixels

_ROWS = 256  # one strip at a time: a print of 100 megapixels would need 4 GB in one piece


def above(layer: Layer, photo: Pixels | None) -> Pixels:
    """The layer's picture above the photo, in the layer's size and bits.

    Without a photo, and for a plain layer at full opacity without alpha, these are the layer's own
    pixels, not a copy. Otherwise the photo is scaled to the layer's size; the result is opaque
    wherever the photo is.
    """
    plain = layer.blend == "normal" and layer.opacity == 1.0
    if photo is None or plain:
        return layer.pixels
    height, width, channels = layer.pixels.shape
    most = float(np.iinfo(layer.pixels.dtype).max)
    below = _resized(photo, (width, height))
    result = np.empty((height, width, max(channels, photo.shape[2])), layer.pixels.dtype)
    for y in range(0, height, _ROWS):
        rows = slice(y, y + _ROWS)
        mixed = _composite(below[rows], _unit(layer.pixels[rows]), layer.blend, layer.opacity)
        result[rows] = np.rint(mixed[..., : result.shape[2]] * most)
    result.setflags(write=False)
    return result


def _unit(pixels: Pixels) -> NDArray[np.float32]:
    """Pixels as floats in 0..1 with an alpha channel."""
    values: NDArray[np.float32] = pixels.astype(np.float32)
    values /= np.float32(np.iinfo(pixels.dtype).max)
    if values.shape[2] == 4:
        return values
    return np.concatenate([values, np.ones_like(values[..., :1])], axis=2)


def _resized(pixels: Pixels, size: tuple[int, int]) -> NDArray[np.float32]:
    values = _unit(pixels)
    if (pixels.shape[1], pixels.shape[0]) == size:
        return values
    planes = [
        np.asarray(Image.fromarray(values[..., c]).resize(size, Image.Resampling.BOX))
        for c in range(4)
    ]
    return np.stack(planes, axis=2)


def _composite(
    below: NDArray[np.float32], source: NDArray[np.float32], mode: str, opacity: float
) -> NDArray[np.float32]:
    """Blend, then lie source-over (sections 5.1 and 10.1), with straight alpha in and out."""
    b, s = below[..., :3], source[..., :3]
    alpha_b, alpha_s = below[..., 3:], source[..., 3:] * np.float32(opacity)
    colour = (1 - alpha_b) * s + alpha_b * _mix(b, s, mode)
    alpha = alpha_s + alpha_b * (1 - alpha_s)
    premultiplied = alpha_s * colour + (1 - alpha_s) * alpha_b * b
    straight = premultiplied / np.maximum(alpha, 1e-6)
    mixed: NDArray[np.float32] = np.concatenate([straight, alpha], axis=2).clip(0, 1)
    return mixed


def _mix(b: NDArray[np.float32], s: NDArray[np.float32], mode: str) -> NDArray[np.float32]:
    """The blend function B(below, source) of each mode, channel by channel."""
    if mode == "multiply":
        return b * s
    if mode == "screen":
        return b + s - b * s
    if mode == "overlay":
        return np.where(b <= 0.5, 2 * b * s, 1 - 2 * (1 - b) * (1 - s))
    if mode == "soft-light":
        root = np.where(b <= 0.25, ((16 * b - 12) * b + 4) * b, np.sqrt(b))
        return np.where(s <= 0.5, b - (1 - 2 * s) * b * (1 - b), b + (2 * s - 1) * (root - b))
    return s
