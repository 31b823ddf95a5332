"""Many at once: string sections, choirs and pads, made in the frequency domain.

``tone.spread`` (PADsynth) lets every harmonic be as wide as the players are apart; a body gives
the colour. Formants of the sung vowels after J. Sundberg, The Science of the Singing Voice (1987),
and the tables of the Csound manual (appendix D); of the violin after J. Meyer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import default_rng

from soundfont.sf2 import Signal, Wave
from soundfont.tone import (
    band,
    bell_curve,
    bins,
    evened,
    formants,
    frame,
    normalised,
    spread,
    tiled,
)

Bumps = Sequence[tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Ensemble:
    """A section: ``slope`` of the source, a body, how many ``cents`` it is wide, and its breath.

    ``low_body`` colours the lowest key, ``body`` the highest; between them they are mixed.
    """

    name: str
    keys: Sequence[int]
    rate: int
    loop: tuple[float, float]
    slope: float
    body: Bumps
    low_body: Bumps
    floor: float
    top: float
    cents: float
    lean: float = 0.9
    breath: float = 0.0
    breath_at: float = 3000
    octave: float = 0.0
    odd: float = 1.0
    seed: int = 0


_VIOLINS = ((290, 0.4, 0.25), (500, 0.8, 0.3), (1200, 0.5, 0.45), (2600, 0.55, 0.5))
_CELLOS = ((110, 0.5, 0.3), (230, 0.9, 0.3), (480, 0.5, 0.4), (1300, 0.4, 0.5), (2300, 0.25, 0.5))
_AH_WOMEN = ((850, 1.0, 0.20), (1250, 0.6, 0.16), (2850, 0.20, 0.14), (3600, 0.08, 0.12))
_AH_MEN = ((620, 1.0, 0.22), (1080, 0.5, 0.16), (2550, 0.22, 0.14), (2900, 0.18, 0.12))

STRINGS = Ensemble(
    "Strings", (34, 42, 50, 58, 66, 75, 85), 22000, (1.0, 0.60), 0.95, _VIOLINS, _CELLOS,
    0.36, 4300, 10, breath=0.012, breath_at=4000, seed=60,
)  # fmt: skip
AH = Ensemble(
    "Choir", (43, 53, 63, 73), 16000, (1.0, 0.75), 0.55, _AH_WOMEN, _AH_MEN, 0.12, 4500, 14,
    0.8, breath=0.02, breath_at=3000, seed=61,
)  # fmt: skip
WARM = Ensemble(
    "Warm pad", (40, 55, 70), 13000, (1.0, 0.7), 1.15, ((500, 0.5, 1.5),), ((300, 0.5, 1.5),), 0.7,
    3200, 9, 0.7, octave=0.35, seed=63,
)  # fmt: skip
GLASS = Ensemble(
    "Glass pad", (48, 66, 84), 17000, (0.6, 0.45), 0.75, ((2500, 1.0, 0.9),), ((1500, 1.0, 0.9),),
    0.35, 7500, 6, 0.6, breath=0.02, breath_at=5000, odd=0.25, seed=64,
)  # fmt: skip


def waves(ensemble: Ensemble) -> list[Wave]:
    """A loop for every one of its keys."""
    return evened([_wave(ensemble, key) for key in ensemble.keys])


def _wave(ensemble: Ensemble, key: int) -> Wave:
    ends = (ensemble.keys[0], ensemble.keys[-1])
    at = frame(key, ensemble.rate, 0.0, float(np.interp(key, ends, ensemble.loop)))
    random = default_rng(ensemble.seed * 1000 + key)
    number = np.arange(1.0, 160.0)
    number = number[number * at.hertz < min(0.45 * at.rate, 10500)]
    high = float(np.interp(key, ends, (0, 1)))
    hertz = number * at.hertz
    level = number**-ensemble.slope * (
        high * formants(hertz, ensemble.body, ensemble.floor)
        + (1 - high) * formants(hertz, ensemble.low_body, ensemble.floor)
    )
    level = level / np.sqrt(1 + (hertz / ensemble.top) ** 5)
    level *= np.where(number % 2 == 0, ensemble.odd, 1.0)
    if ensemble.octave:
        level[1::2] += ensemble.octave * level[: len(level[1::2])] * 0.6
    level *= 10 ** (random.normal(0, 0.8, len(level)) / 20)
    width = ensemble.cents * (1 - 0.4 * high)  # or the highest keys would waver
    once = spread(at, level, width, random, ensemble.lean)
    data = tiled(at, even_level(once))
    if ensemble.breath:
        colour = bell_curve(bins(at), ensemble.breath_at, 0.8)
        data = data + ensemble.breath * band(at, colour, random)
    return at.wave(f"{ensemble.name} {key}", normalised(data))


def even_level(once: Signal) -> Signal:
    """Take most of the slow swell out of a loop, so that its round is not heard as a pulse."""
    size = len(once)
    power = np.fft.rfft(once**2)
    power[7:] = 0
    swell = np.sqrt(np.maximum(np.fft.irfft(power, size), 1e-9))
    swell /= swell.mean()
    return np.asarray(once / np.maximum(swell, 0.3) ** 0.85)
