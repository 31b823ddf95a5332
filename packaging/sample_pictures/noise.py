"""Gradient noise and its sums: what gives the sample pictures texture at every scale."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]

_SIDE = 256


def _lattice(seed: int) -> Field:
    """Return unit gradients on a periodic square, (65536, 2)."""
    angle = np.random.default_rng(seed).random(_SIDE * _SIDE) * (2 * np.pi)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)


def perlin(x: Field, y: Field, seed: int = 0) -> Field:
    """Return gradient noise in about [-1, 1]; the period is 256.

    Perlin, Improving Noise (2002), with the quintic fade and gradients at any angle.
    """
    gradients = _lattice(seed)
    left, top = np.floor(x), np.floor(y)
    u, v = (x - left).astype(np.float32), (y - top).astype(np.float32)
    i, j = left.astype(np.int32), top.astype(np.int32)

    def corner(di: int, dj: int) -> Field:
        at = ((i + di) & (_SIDE - 1)) * _SIDE + ((j + dj) & (_SIDE - 1))
        return gradients[at, 0] * (u - di) + gradients[at, 1] * (v - dj)

    fade_u = u * u * u * (u * (u * 6 - 15) + 10)
    fade_v = v * v * v * (v * (v * 6 - 15) + 10)
    low = corner(0, 0)
    low += fade_u * (corner(1, 0) - low)
    high = corner(0, 1)
    high += fade_u * (corner(1, 1) - high)
    return (low + fade_v * (high - low)) * np.float32(1.5)


def fbm(x: Field, y: Field, octaves: int, seed: int = 0, gain: float = 0.5) -> Field:
    """Return a sum of octaves of noise, in about [-1, 1]."""
    total = np.zeros(np.broadcast(x, y).shape, np.float32)
    weight, scale = 1.0, 1.0
    for octave in range(octaves):
        total += np.float32(weight) * perlin(x * scale, y * scale, seed + octave)
        weight *= gain
        scale *= 2.03
    return total * np.float32((1 - gain) / (1 - gain**octaves))


def ridged(x: Field, y: Field, octaves: int, seed: int = 0, gain: float = 0.52) -> Field:
    """Return ridged multifractal noise in about [0, 1]: sharp crests, smooth valleys.

    Musgrave in Texturing and Modeling (2003), chapter 16: an octave is weighted by the one below,
    so that crests are rough and valleys are not.
    """
    total = np.zeros(np.broadcast(x, y).shape, np.float32)
    carried = np.ones_like(total)
    weight, scale, sum_of_weights = 1.0, 1.0, 0.0
    for octave in range(octaves):
        crest = 1 - np.abs(perlin(x * scale, y * scale, seed + octave))
        crest *= crest
        total += np.float32(weight) * crest * carried
        carried = np.clip(crest * 1.6, 0, 1)
        sum_of_weights += weight
        weight *= gain
        scale *= 2.07
    return total / np.float32(sum_of_weights)


def spectral(shape: tuple[int, ...], low: float, high: float, power: float, seed: int) -> Field:
    """Return periodic Gaussian noise of unit deviation between two frequencies (waves a side)."""
    white = np.random.default_rng(seed).standard_normal(shape).astype(np.float32)
    axes = [np.fft.fftfreq(n) * n for n in shape[:-1]] + [np.fft.rfftfreq(shape[-1]) * shape[-1]]
    squares = sum(axis**2 for axis in np.meshgrid(*axes, indexing="ij", sparse=True))
    radius = np.sqrt(np.maximum(squares, 1e-9))
    band = np.where((radius >= low) & (radius <= high), radius**-power, 0.0)
    field = np.fft.irfftn(np.fft.rfftn(white) * band, shape)
    return (field / field.std()).astype(np.float32)


def smoothstep(low: float, high: float, value: Field) -> Field:
    """Return 0 below ``low``, 1 above ``high`` and a smooth ramp between."""
    t = np.clip((value - np.float32(low)) / np.float32(high - low), 0, 1)
    return t * t * (3 - 2 * t)
