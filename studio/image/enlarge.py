"""Enlarges small pictures that networks made, so that no grid of the small pixels shows.

What alternates from pixel to pixel, where such networks leave a weave, is taken out first by a
binomial filter; what it takes from the next coarser detail is given back by comparing pixels with
those two further on, which leaves the weave where it is. Then follows a bicubic enlargement.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.image.convert import resize_pixels

_SMOOTH = (0.25, 0.5, 0.25)
_GRAIN = 6.0
"""The deviation of the grain, of 255."""
_CLEAR = (-0.14, 0.0, 1.28, 0.0, -0.14)


def enlarged(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """A square picture (S, S, 3) at a larger side, (side, side, 3), read-only.

    A picture that is as large already is given back as it is.
    """
    small = len(pixels)
    if side <= small:
        return pixels
    filtered = _filter(small)
    rows = np.tensordot(filtered, pixels.astype(np.float32), (1, 0))
    clean = np.tensordot(filtered, rows, (1, 1)).transpose(1, 0, 2)
    image = Image.fromarray(np.clip(clean + 0.5, 0, 255).astype(np.uint8))
    large = np.asarray(image.resize((side, side), Image.Resampling.BICUBIC))
    large.flags.writeable = False
    return large


def at_side(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """A square picture (S, S, 3) at any side: enlarged as above, or made smaller."""
    if side >= len(pixels):
        return enlarged(pixels, side)
    small = np.asarray(resize_pixels(pixels, side), np.uint8)
    small.flags.writeable = False
    return small


def ground(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """A square picture (S, S, 3) at a larger side, to be painted over: broad forms, grained paper.

    Detail near the small pixels is left out, and a fine grain of every direction takes its place:
    painters grow their strokes from what little there is, and would grow them along the pixels.
    The grain is always the same.
    """
    half = max(8, len(pixels) // 2)
    broad = Image.fromarray(pixels).resize((half, half), Image.Resampling.LANCZOS)
    large = np.asarray(broad.resize((side, side), Image.Resampling.BICUBIC), np.float32)
    grained = np.clip(large + _GRAIN * _grain(side) + 0.5, 0, 255).astype(np.uint8)
    grained.flags.writeable = False
    return grained


def moving_ground(values: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """As ``ground``, for the frames of a film: (S, S, 3) and (side, side, 3) in [0, 1], unrounded.

    Where one frame hardly differs from the next, rounding to whole levels makes pixels jump to and
    fro, and painters make strokes of that: painted by Instant in the style of the Starry Night, the
    change from frame to frame changed twelve times as much as without rounding.
    """
    half = max(8, len(values) // 2)
    layers = []
    for layer in np.moveaxis(np.asarray(values, np.float32), 2, 0):
        broad = Image.fromarray(np.ascontiguousarray(layer)).resize(
            (half, half), Image.Resampling.LANCZOS
        )
        layers.append(np.asarray(broad.resize((side, side), Image.Resampling.BICUBIC)))
    grained = np.stack(layers, 2) + _grain(side) * np.float32(_GRAIN / 255)
    held: NDArray[np.float32] = np.clip(grained, 0, 1, dtype=np.float32)
    return held


@lru_cache(maxsize=2)
def _grain(side: int) -> NDArray[np.float32]:
    """Noise (side, side, 3) of deviation 1 that falls off with the frequency, mostly grey."""
    random = np.random.default_rng(0)
    down, across = np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side)[None]
    frequency = np.maximum(np.hypot(down, across), 1 / side)
    shape = np.exp(-((frequency / 0.25) ** 2)) * (1 - np.exp(-((frequency * 40) ** 2))) / frequency
    layers = []
    for _ in range(4):
        spectrum = np.fft.rfft2(random.standard_normal((side, side)).astype(np.float32))
        layer = np.fft.irfft2(spectrum * shape, s=(side, side))
        layers.append(layer / layer.std())
    grey, *colours = layers
    noise = np.stack([grey + 0.3 * colour for colour in colours], 2).astype(np.float32)
    noise /= noise.std()
    return noise


@lru_cache(maxsize=8)
def _filter(small: int) -> NDArray[np.float32]:
    """The filter along an axis as a matrix (small, small); rows sum to 1, edges are mirrored."""
    kernel = np.convolve(_SMOOTH, _CLEAR)
    reach = len(kernel) // 2
    matrix = np.zeros((small, small))
    for place in range(small):
        near = np.arange(place - reach, place + reach + 1)
        near = np.abs(near)
        near = np.where(near >= small, 2 * (small - 1) - near, near).clip(0, small - 1)
        np.add.at(matrix[place], near, kernel)
    return matrix.astype(np.float32)
