"""Plucked strings: guitars, basses, harp, harpsichord, pizzicato.

The string is the loop of K. Karplus and A. Strong, "Digital synthesis of plucked-string and drum
timbres", Computer Music Journal 7:2 (1983), with the extensions of D. Jaffe and J. Smith,
"Extensions of the Karplus–Strong plucked-string algorithm" in the same issue: exact tuning, the
place of the pluck as a comb, losses that grow with the frequency, stiffness. Here it is written
as what the loop amounts to, a sum of its modes, since a mode can be laid upon the soundfont's
loop without a seam. A string swings in two planes, which lose their strength at different speeds
and are slightly out of tune with one another; the body adds its resonances and a thump.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import default_rng

from soundfont.sf2 import Gen, Gens, Signal, Wave, Zone
from soundfont.tone import Frame, Partials, evened, formants, frame, normalised, render, shaped
from soundfont.zones import spread_keys


@dataclass(frozen=True, slots=True)
class Plucked:
    """A family of strings.

    ``lead`` and ``loop`` are seconds at its lowest key, the highest has 0.55 of them. ``point`` is
    where it is plucked (part of the string), ``bright`` Hz where the finger or plectrum rolls off.
    ``lasting`` is the time to -60 dB at the lowest and the highest key, ``loss`` Hz where partials
    die twice as fast, ``stiff`` the inharmonicity. ``body`` has (Hz, gain, octaves), ``thump`` and
    ``scrape`` the loudness of the body's blow and of the finger. ``drive`` overdrives an amplifier.
    """

    name: str
    keys: Sequence[int]
    rate: int
    lead: float
    loop: float
    point: float
    bright: float
    lasting: tuple[float, float]
    loss: float
    stiff: float = 3e-5
    body: Sequence[tuple[float, float, float]] = ()
    floor: float = 1.0
    thump: float = 0.0
    scrape: float = 0.0
    drive: float = 0.0
    slope: float = 1.0
    attack: float = 0.0015
    apart: float = 0.35
    seed: int = 0


_GUITAR = ((105, 1.1, 0.12), (205, 1.2, 0.16), (410, 0.6, 0.25), (900, 0.4, 0.5), (2600, 0.35, 0.7))
NYLON = Plucked(
    "Nylon", (40, 48, 56, 64, 72, 82), 28000, 0.48, 0.07, 0.19, 2300, (7.0, 2.4), 1100,
    body=_GUITAR, floor=0.42, thump=0.22, scrape=0.10, attack=0.002, seed=1,
)  # fmt: skip
STEEL = Plucked(
    "Steel", (40, 47, 55, 63, 72), 27000, 0.43, 0.07, 0.13, 7500, (12.0, 5.0), 2600,
    body=_GUITAR, floor=0.55, thump=0.12, scrape=0.16, attack=0.001, apart=0.6, slope=0.7,
    seed=2, stiff=6e-5,
)  # fmt: skip
CLEAN = Plucked(
    "Clean", (40, 48, 56, 64, 73), 24000, 0.36, 0.07, 0.16, 3600, (9.0, 4.0), 1800,
    body=((2800, 0.8, 0.8),), floor=0.8, scrape=0.05, apart=0.4, seed=3, stiff=5e-5,
)  # fmt: skip
DRIVEN = Plucked(
    "Driven", (40, 48, 56, 64, 73), 26000, 0.22, 0.10, 0.2, 2600, (12.0, 8.0), 2000,
    drive=7.0, scrape=0.04, apart=0.3, seed=4, stiff=1e-5,
)  # fmt: skip
UPRIGHT = Plucked(
    "Upright", (28, 34, 40, 47, 55), 16000, 0.46, 0.08, 0.23, 620, (5.0, 2.8), 480,
    body=((98, 1.0, 0.35), (180, 0.7, 0.4), (500, 0.3, 0.7)), floor=0.5, thump=0.18, scrape=0.09,
    attack=0.006, seed=5, stiff=6e-5,
)  # fmt: skip
FINGER = Plucked(
    "Finger", (28, 35, 42, 49, 57), 16000, 0.40, 0.08, 0.2, 950, (7.0, 4.0), 700,
    scrape=0.06, attack=0.003, apart=0.2, seed=6, stiff=5e-5,
)  # fmt: skip
PICKED = Plucked(
    "Picked", (28, 35, 42, 50), 24000, 0.32, 0.08, 0.09, 3000, (7.0, 4.0), 1300,
    scrape=0.15, attack=0.001, apart=0.2, seed=7, stiff=6e-5,
)  # fmt: skip
HARP = Plucked(
    "Harp", (31, 43, 55, 67, 79, 91), 22000, 0.36, 0.07, 0.4, 1700, (8.0, 1.6), 1200,
    body=((210, 0.8, 0.5), (700, 0.4, 0.8)), floor=0.6, thump=0.12, scrape=0.05, seed=8,
)  # fmt: skip
HARPSICHORD = Plucked(
    "Harpsichord", (34, 44, 54, 64, 75), 30000, 0.27, 0.07, 0.11, 9000, (6.0, 2.2), 2600,
    body=((330, 0.4, 0.6), (1800, 0.5, 0.8)), floor=0.7, thump=0.10, scrape=0.14, attack=0.0007,
    slope=0.6, seed=9, stiff=2e-5,
)  # fmt: skip
PIZZICATO = Plucked(
    "Pizzicato", (36, 46, 56, 66, 76, 86), 22000, 0.22, 0.05, 0.23, 1500, (1.5, 0.6), 700,
    body=((280, 1.0, 0.3), (480, 0.8, 0.3), (1100, 0.4, 0.6)), floor=0.4, thump=0.3, scrape=0.08,
    attack=0.003, apart=1.5, seed=10,
)  # fmt: skip


def waves(strings: Plucked) -> list[Wave]:
    """A sample for every one of its keys."""
    return evened([_wave(strings, key) for key in strings.keys])


def lasting(strings: Plucked, key: float) -> float:
    """Seconds to -60 dB of the fundamental."""
    return float(np.exp(np.interp(key, _ends(strings), np.log(strings.lasting))))


def _ends(strings: Plucked) -> tuple[int, int]:
    return strings.keys[0], strings.keys[-1]


def _wave(strings: Plucked, key: int) -> Wave:
    size = float(np.interp(key, _ends(strings), (1.0, 0.55)))
    at = frame(key, strings.rate, strings.lead * size, strings.loop * size)
    random = default_rng(strings.seed * 1000 + key)
    data = render(at, _modes(strings, at, random), 6.91 / lasting(strings, key), settle=0.5)
    data /= np.sqrt(np.mean(data[: at.rate // 8] ** 2))
    if strings.drive:
        data = _amplified(at, data, strings.drive)
    rise = max(2, round(at.rate * strings.attack))
    data[:rise] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    return at.wave(f"{strings.name} {key}", normalised(data + _blow(strings, at, random)))


def _modes(strings: Plucked, at: Frame, random: np.random.Generator) -> Partials:
    number = np.arange(1, 150)
    hertz = at.hertz * number * np.sqrt((1 + strings.stiff * number**2) / (1 + strings.stiff))
    inside = hertz < min(11000, at.rate * 0.46)
    number, hertz = number[inside], hertz[inside]
    level = np.abs(np.sin(number * np.pi * strings.point)) + 0.03
    level = level / number**strings.slope / np.sqrt(1 + (hertz / strings.bright) ** 3)
    level = level * formants(hertz, strings.body, strings.floor)
    level = level * 10 ** (random.normal(0, 1.2, len(hertz)) / 20)
    speed = 6.91 / lasting(strings, at.key) * (1 + (hertz / strings.loss) ** 1.25)
    phase = np.where(np.sin(number * np.pi * strings.point) < 0, np.pi, 0) - np.pi / 2
    phase = phase + random.uniform(-np.pi, np.pi, len(hertz)) * np.minimum(1, number / 5)
    off = 2 ** (strings.apart / 1200) - 1
    share = np.clip(0.5 + 0.15 * random.normal(0, 1, len(hertz)), 0.2, 0.8)
    none = np.zeros(len(hertz))
    across = Partials(
        hertz * (1 - off),
        hertz,
        phase,
        level * (1 - share),
        1.9 * speed,
        0.35 * level * share,
        speed,
    )
    along = Partials(hertz * (1 + off), hertz, phase + 0.4, none, none, level * share, speed)
    return across.joined(along)


def _blow(strings: Plucked, at: Frame, random: np.random.Generator) -> Signal:
    """The thump of the body and the scrape of the finger, over before the loop begins."""
    time = at.time
    result = np.zeros(at.length)
    for hertz, gain, _ in strings.body[:3]:
        low = hertz * (1 + 0.02 * random.normal())
        result += strings.thump * gain * np.sin(2 * np.pi * low * time) * np.exp(-time * low / 7)
    noise = shaped(random.normal(0, 1, at.length), at.rate, low=700, high=strings.bright * 2)
    noise /= np.sqrt(np.mean(noise**2))
    result += strings.scrape * noise * np.exp(-time * 110) * np.minimum(1, time / 0.0008)
    fade = np.clip((at.lead - np.arange(at.length)) / (0.3 * at.lead), 0, 1)
    return np.asarray(1.6 * result * fade)


def _amplified(at: Frame, data: Signal, drive: float) -> Signal:
    """A valve amplifier and its cabinet.

    A curve without memory keeps what is periodic so; the cabinet is laid on the loop by itself and
    on the lead with the loop after it, hence closes too.
    """
    bent = np.tanh(drive * data + 0.25) - np.tanh(0.25)
    hertz = np.fft.rfftfreq(at.loop, 1 / at.rate)
    round_ = bent[at.lead : at.lead + at.loop]
    closed = np.fft.irfft(np.fft.rfft(round_) * _cabinet(hertz), at.loop)
    laid = np.concatenate([bent[: at.lead], np.tile(round_, 8)])
    size = len(laid) + len(laid) % 2
    wide = np.fft.irfft(
        np.fft.rfft(laid, size) * _cabinet(np.fft.rfftfreq(size, 1 / at.rate)), size
    )
    result = wide[: at.length].copy()
    loop = closed[(np.arange(at.length) - at.lead) % at.loop]
    weight = np.clip((np.arange(at.length) - at.lead + 400) / 400, 0, 1)
    result = result * (1 - weight) + loop * weight
    return np.asarray(result / np.sqrt(np.mean(result**2)))


def _cabinet(hertz: Signal) -> Signal:
    body = 1 / np.sqrt(1 + (85 / np.maximum(hertz, 1)) ** 4) / np.sqrt(1 + (hertz / 4300) ** 8)
    return np.asarray(body * formants(hertz, ((120, 0.4, 0.4), (2600, 1.0, 0.6)), 0.7))


def zones(strings: Plucked, samples: list[Wave], longer: float = 1.0, **more: int) -> list[Zone]:
    """The keyboard with each sample's own decay, ``longer`` times as long as the string's."""

    def gens(wave: Wave) -> Gens:
        slow = lasting(strings, wave.key) * longer * 100 / 60
        return {Gen.DECAY: round(1200 * np.log2(slow)), Gen.SUSTAIN: 1000}

    return spread_keys(samples, gens=gens)
