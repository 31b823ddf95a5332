"""Struck bars, tubes, plates and skins: vibraphone, marimba, bells, celesta, steel drum, timpani.

Modal synthesis: a blow excites modes that die each in its own time. Ratios of the modes from
N. Fletcher and T. Rossing, The Physics of Musical Instruments, 2nd ed., chapters 18 (drums), 19
(bars: 1 : 2.76 : 5.40 where they are straight, 1 : 4 : 10 or 1 : 3 where they are tuned) and 21
(bells). A mallet's softness takes the high ones away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import default_rng

from soundfont.sf2 import Gen, Gens, Wave, Zone
from soundfont.tone import Partials, evened, frame, normalised, render, shaped
from soundfont.zones import spread_keys


@dataclass(frozen=True, slots=True)
class Struck:
    """A family of things that are struck.

    ``modes`` has (ratio, level, time to -60 dB at the lowest key); times shrink to ``shrink`` of
    that at the highest key. ``mallet`` is the loudness of the blow, ``click`` its brightness (Hz).
    """

    name: str
    keys: Sequence[int]
    rate: int
    lead: float
    loop: float
    modes: Sequence[tuple[float, float, float]]
    shrink: float = 0.35
    mallet: float = 0.1
    click: float = 2500
    attack: float = 0.001
    beating: float = 0.0
    seed: int = 0


VIBRAPHONE = Struck(
    "Vibraphone", (53, 64, 75, 87), 24000, 0.22, 0.05,
    ((1, 1, 8), (4, 0.22, 2.2), (10, 0.06, 0.5), (2.0, 0.015, 1.5)), mallet=0.05, click=1200,
    attack=0.002, seed=20,
)  # fmt: skip
MARIMBA = Struck(
    "Marimba", (45, 57, 69, 82), 22000, 0.20, 0.03,
    ((1, 1, 1.9), (3.93, 0.30, 0.32), (9.4, 0.10, 0.10), (2.6, 0.03, 0.15)), 0.22, 0.16, 1500,
    0.0015, seed=21,
)  # fmt: skip
XYLOPHONE = Struck(
    "Xylophone", (65, 78, 91), 30000, 0.12, 0.03,
    ((1, 0.9, 0.9), (3, 0.6, 0.35), (6.1, 0.35, 0.15), (9.8, 0.2, 0.08)), 0.4, 0.35, 5000,
    0.0006, seed=22,
)  # fmt: skip
GLOCKENSPIEL = Struck(
    "Glockenspiel", (72, 84, 96), 34000, 0.12, 0.05,
    ((1, 1, 5), (2.756, 0.45, 2.0), (5.404, 0.28, 0.6), (8.93, 0.12, 0.25)), 0.5, 0.12, 8000,
    0.0005, seed=23,
)  # fmt: skip
CELESTA = Struck(
    "Celesta", (60, 71, 83, 95), 26000, 0.15, 0.05,
    ((1, 1, 3.4), (2.0, 0.10, 1.4), (4.0, 0.16, 0.7), (6.7, 0.06, 0.25)), 0.45, 0.08, 2500,
    0.0012, seed=24,
)  # fmt: skip
MUSIC_BOX = Struck(
    "Music box", (64, 82), 28000, 0.14, 0.05,
    ((1, 1, 2.8), (2, 0.22, 1.6), (3, 0.10, 1.0), (6.27, 0.22, 0.35)), 0.5, 0.14, 6000,
    0.0006, seed=25,
)  # fmt: skip
BELL = Struck(
    "Bell", (57, 69, 81), 25000, 0.32, 0.22,
    ((0.5, 0.25, 11), (1, 0.8, 9), (1.2, 0.28, 5), (1.5, 0.22, 4), (2, 1, 7), (2.99, 0.7, 3.5),
     (4.14, 0.6, 2.2), (5.4, 0.4, 1.2), (6.8, 0.25, 0.8), (8.3, 0.15, 0.5)), 0.5, 0.12, 4000,
    0.001, 0.7, seed=26,
)  # fmt: skip
STEEL_DRUM = Struck(
    "Steel drum", (52, 62, 73), 24000, 0.26, 0.06,
    ((1, 1, 1.6), (2, 0.7, 1.3), (3, 0.28, 0.8), (4.02, 0.2, 0.6), (5.05, 0.08, 0.3),
     (6.1, 0.07, 0.2)), 0.6, 0.12, 2500, 0.004, 1.4, seed=27,
)  # fmt: skip
KALIMBA = Struck(
    "Kalimba", (55, 66, 77), 24000, 0.14, 0.04,
    ((1, 1, 1.6), (2, 0.08, 0.7), (5.4, 0.16, 0.14), (6.3, 0.10, 0.12)), 0.5, 0.22, 3000,
    0.001, seed=28,
)  # fmt: skip
TIMPANI = Struck(
    "Timpani", (38, 47), 13000, 0.45, 0.22,
    ((1, 1, 3.0), (1.504, 0.55, 2.4), (1.742, 0.08, 0.8), (2.0, 0.30, 2.0), (2.44, 0.15, 1.4),
     (2.9, 0.1, 1.0), (0.62, 0.35, 0.35)), 0.7, 0.35, 500, 0.003, 0.0, seed=29,
)  # fmt: skip
WOODBLOCK = Struck(
    "Woodblock", (76,), 26000, 0.09, 0.02,
    ((1, 1, 0.16), (1.52, 0.5, 0.10), (2.7, 0.35, 0.06)), 1.0, 0.25, 4000, 0.0005, seed=30,
)  # fmt: skip
AGOGO = Struck(
    "Agogo", (78,), 28000, 0.16, 0.06,
    ((1, 1, 0.9), (1.51, 0.35, 0.5), (2.62, 0.5, 0.5), (4.1, 0.3, 0.3), (5.9, 0.18, 0.2)),
    0.8, 0.15, 5000, 0.0005, 1.0, seed=31,
)  # fmt: skip


def waves(family: Struck) -> list[Wave]:
    """A sample for every one of its keys."""
    return evened([_wave(family, key) for key in family.keys])


def _scale(family: Struck, key: int) -> float:
    if len(family.keys) == 1:
        return 1.0
    return float(
        np.exp(np.interp(key, (family.keys[0], family.keys[-1]), (0, np.log(family.shrink))))
    )


def lasting(family: Struck, key: int) -> float:
    """Seconds to -60 dB of the mode that lasts, the fundamental."""
    first = next(time for ratio, _, time in family.modes if ratio == 1)
    return first * _scale(family, key)


def _wave(family: Struck, key: int) -> Wave:
    scale = _scale(family, key)
    at = frame(key, family.rate, family.lead, family.loop)
    random = default_rng(family.seed * 1000 + key)
    ratio, level, time = (np.array(column, float) for column in zip(*family.modes, strict=True))
    hertz = at.hertz * ratio
    inside = hertz < 0.45 * at.rate
    hertz, level, speed = hertz[inside], level[inside], 6.91 / (time[inside] * scale)
    phase = 2 * np.pi * random.random(len(hertz))
    none = np.zeros(len(hertz))
    partials = Partials(hertz, hertz, phase, none, none, level, speed)
    if family.beating:
        off = hertz + family.beating * (1 + 0.3 * random.normal(0, 1, len(hertz)))
        partials = partials.joined(
            Partials(off, hertz, phase + 0.5, none, none, 0.4 * level, speed)
        )
    data = render(at, partials, 6.91 / lasting(family, key), settle=0.4)
    data /= np.sqrt(np.mean(data[: at.rate // 10] ** 2))
    now = at.time
    blow = shaped(random.normal(0, 1, at.length), at.rate, low=150, high=family.click)
    blow /= np.sqrt(np.mean(blow**2))
    fade = np.clip((at.lead - np.arange(at.length)) / (0.3 * at.lead), 0, 1)
    data += 2.2 * family.mallet * blow * np.exp(-now * 130) * fade
    rise = max(2, round(at.rate * family.attack))
    data[:rise] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    return at.wave(f"{family.name} {key}", normalised(data))


def zones(family: Struck, samples: list[Wave], longer: float = 1.0) -> list[Zone]:
    """The keyboard with each sample's own decay."""

    def gens(wave: Wave) -> Gens:
        slow = lasting(family, wave.key) * longer * 100 / 60
        return {Gen.DECAY: round(1200 * np.log2(slow)), Gen.SUSTAIN: 1000}

    return spread_keys(samples, gens=gens)
