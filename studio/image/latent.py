"""Moves in a latent space: points by seed, ways between them, directions; arrays, no network.

A latent is (L,) or (…, L) float32, thought of as drawn from the standard normal distribution. What
mixes several of them keeps their variance, so that what a network makes of it stays sound.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Latent = NDArray[np.float32]
_HARMONICS = 3
_CORNERS = ((0, 0), (1, 0), (0, 1), (1, 1))


@dataclass(frozen=True, slots=True, eq=False)
class Directions:
    """Ways that change most, the strongest first.

    ``steps`` (K, L) lead as far as one deviation, ``shares`` (K,) of the variance they explain.
    """

    mean: Latent
    steps: Latent
    shares: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.steps)


def seeded(seed: int, size: int) -> Latent:
    """The latent (size,) of a seed, always the same."""
    return np.random.default_rng(seed % 2**63).standard_normal(size).astype(np.float32)


def seed_at(x: float, y: float, size: int, seed: int = 0) -> Latent:
    """The latent of a place on an endless map: four neighbouring seeds blended, with variance 1.

    At whole numbers it is a seed's own; the map of another ``seed`` is another one.
    """
    left, below = math.floor(x), math.floor(y)
    across, up = x - left, y - below
    weights = [abs(1 - i - across) * abs(1 - j - up) for i, j in _CORNERS]
    total = np.zeros(size, np.float64)
    for weight, (i, j) in zip(weights, _CORNERS, strict=True):
        if weight:
            total += weight * seeded(lattice_seed(left + i, below + j, seed), size)
    return _typed(total / math.sqrt(sum(weight * weight for weight in weights)))


def lattice_seed(x: int, y: int, seed: int = 0) -> int:
    """The seed at a whole place of the map; along the first row it counts on from ``seed``."""
    if y == 0 and seed + x >= 0:
        return seed + x
    words = [seed & 0xFFFFFFFF, x & 0xFFFFFFFF, y & 0xFFFFFFFF]
    return int(np.random.SeedSequence(words).generate_state(1, np.uint64)[0] >> 1)


def slerp(one: ArrayLike, other: ArrayLike, share: ArrayLike) -> Latent:
    """Go round the centre from ``one`` (…, L) to ``other``; ``share`` (…) from 0 to 1.

    Directions turn evenly and lengths change evenly (Shoemake 1985). Of opposite or empty ones
    there is no arc: the way is straight.
    """
    a, b = np.asarray(one, np.float64), np.asarray(other, np.float64)
    t = np.asarray(share, np.float64)[..., None]
    long_a, long_b = (np.linalg.norm(v, axis=-1, keepdims=True) for v in (a, b))
    safe_a, safe_b = np.maximum(long_a, 1e-12), np.maximum(long_b, 1e-12)
    cosine = np.clip(np.sum(a / safe_a * (b / safe_b), -1, keepdims=True), -1, 1)
    angle = np.arccos(cosine)
    sine = np.sin(angle)
    round_it = (sine > 1e-6) & (long_a > 1e-9) & (long_b > 1e-9)
    sine = np.where(round_it, sine, 1)
    turned = np.sin((1 - t) * angle) / sine * (a / safe_a) + np.sin(t * angle) / sine * (b / safe_b)
    arc = turned * ((1 - t) * long_a + t * long_b)
    return _typed(np.where(round_it, arc, (1 - t) * a + t * b))


def truncated(latent: Latent, share: float, centre: Latent | None = None) -> Latent:
    """Bring latents nearer to the centre: 1 leaves them, 0 is the centre (Karras et al. 2019)."""
    middle = np.zeros(latent.shape[-1], np.float32) if centre is None else centre
    return _typed(middle + share * (latent - middle))


def wander(latent: Latent, radius: float, turns: float, seed: int = 0) -> Latent:
    """Where a smooth round trip from around ``latent`` (L,) is after so many ``turns``.

    After a whole turn it is where it was. ``radius`` 0 stays, 1 goes as far as another seed is.
    """
    held = min(max(radius, 0.0), 1.0)
    random = np.random.default_rng((seed % 2**63, 1))
    waves = random.standard_normal((2, _HARMONICS, len(latent)))
    angles = 2 * math.pi * turns * np.arange(1, _HARMONICS + 1)
    strength = 1.0 / np.arange(1, _HARMONICS + 1)
    strength /= np.linalg.norm(strength)
    way = (strength * np.cos(angles)) @ waves[0] + (strength * np.sin(angles)) @ waves[1]
    return _typed(math.sqrt(1 - held * held) * latent + held * way)


def analogy(one: Latent, without: Latent, instead: Latent) -> Latent:
    """What ``one`` is, less ``without``, with ``instead``: A − B + C.

    No longer than the longest of the three, since far from the centre nothing was learned.
    """
    made = one.astype(np.float64) - without + instead
    longest = max(float(np.linalg.norm(v)) for v in (one, without, instead))
    length = float(np.linalg.norm(made))
    return _typed(made * min(1.0, longest / length) if length else made)


def principal(
    latents: Latent, activations: NDArray[np.float32] | None = None, count: int = 16
) -> Directions:
    """The directions along which latents (N, L), or what a layer makes of them, differ most.

    With ``activations`` (N, C) their components are found, and the latents that lead to them by
    least squares (Härkönen et al. 2020, GANSpace, section 3.2). Each points where its largest
    entry is positive, so that it is the same at each finding.
    """
    own = latents.astype(np.float64)
    mean = own.mean(0)
    seen = own if activations is None else activations.astype(np.float64)
    seen = seen - seen.mean(0)
    covariance = seen.T @ seen / max(1, len(seen) - 1)
    values, vectors = np.linalg.eigh(covariance)
    values = np.maximum(values[::-1], 0.0)
    usable = int((values > 1e-9 * max(values[0], 1e-30)).sum())
    count = min(count, usable)
    vectors = vectors[:, ::-1][:, :count]
    spread = np.sqrt(values[:count])
    if activations is None:
        steps = vectors.T * spread[:, None]
    else:
        places = seen @ vectors / spread  # (N, K), each of deviation 1
        steps = np.linalg.lstsq(places, own - mean, rcond=None)[0]
    largest = np.abs(steps).argmax(1)
    signs = np.where(steps[np.arange(count), largest] < 0, -1.0, 1.0)
    shares = values[:count] / max(values.sum(), 1e-30)
    return Directions(_typed(mean), _typed(steps * signs[:, None]), shares)


def moved(latent: Latent, directions: Directions, amounts: ArrayLike) -> Latent:
    """Go so many deviations along each of the first directions: ``amounts`` (…, up to K)."""
    far = np.asarray(amounts, np.float64)
    return _typed(latent + far @ directions.steps[: far.shape[-1]].astype(np.float64))


def _typed(values: NDArray[np.float64]) -> Latent:
    return values.astype(np.float32)
