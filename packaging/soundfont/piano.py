"""A grand piano: struck strings of three, heard through a soundboard.

What is taken from the literature (N. Fletcher and T. Rossing, The Physics of Musical Instruments,
2nd ed., chapter 12; G. Weinreich, "Coupled piano strings", JASA 62 (1977); B. Bank and
V. Välimäki, "Robust loss filter design for digital waveguide synthesis of string tones", IEEE
Signal Processing Letters 10 (2003)):
 - partials at n f sqrt(1 + B n²), B smallest near key 40;
 - a hammer at about an eighth of the string leaves a comb in the spectrum, its felt a low-pass;
 - two or three strings a key, slightly apart: they beat, and their common motion dies quickly
   while what is left of their difference lasts (two-stage decay);
 - losses grow with the square of the frequency;
 - the blow shakes the soundboard: a knock of its own low modes at the beginning.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.random import default_rng

from soundfont.sf2 import Gen, Gens, Mod, Signal, Wave, Zone
from soundfont.tone import Frame, Partials, evened, frame, normalised, render, shaped
from soundfont.zones import darker, spread_keys

KEYS = (24, 29, 34, 39, 44, 49, 54, 59, 64, 69, 74, 79, 84, 89, 94, 99, 104)
_AT = (21, 33, 40, 60, 72, 84, 96, 108)
_LASTING = (16.0, 14.0, 12.5, 8.5, 5.2, 2.8, 1.5, 0.8)  # seconds to -60 dB, the late stage
_PROMPT = (8.0, 6.5, 5.5, 3.4, 2.1, 1.25, 0.8, 0.5)  # the same of the early stage
_STIFFNESS = (2.2e-4, 1.0e-4, 0.9e-4, 3.0e-4, 7e-4, 1.8e-3, 4.5e-3, 1.0e-2)  # B
_HAMMER = (700.0, 780.0, 820.0, 900.0, 1100.0, 1450.0, 2000.0, 2700.0)  # Hz, fortissimo
_STRINGS = ((0.0,), (-0.25, 0.25), (-0.42, 0.05, 0.47))  # cents apart


def _along(key: float, values: tuple[float, ...]) -> float:
    """A property of the keyboard, interpolated geometrically."""
    return float(np.exp(np.interp(key, _AT, np.log(values))))


def waves() -> list[Wave]:
    """A sample every five keys."""
    return evened([_wave(key) for key in KEYS], 0.7)


def _frame(key: int) -> Frame:
    """High notes need less of everything."""
    rate = 22000 if key < 40 else 26000 if key < 60 else 30000
    lead = float(np.interp(key, (24, 60, 84, 104), (0.72, 0.66, 0.36, 0.19)))
    loop = float(np.interp(key, (24, 60, 84, 104), (0.46, 0.38, 0.16, 0.08)))
    return frame(key, rate, lead, loop)


def _wave(key: int) -> Wave:
    at = _frame(key)
    data = render(at, _strings(at), 6.91 / _along(key, _LASTING), settle=0.45)
    data = data / np.sqrt(np.mean(data[: at.rate // 5] ** 2))
    rise = max(2, round(at.rate * float(np.interp(key, (24, 60, 104), (0.0035, 0.0018, 0.0006)))))
    data[:rise] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    return at.wave(f"Piano {key}", normalised(data + _knock(at)))


def _strings(at: Frame) -> Partials:
    """Every partial of every string of the key."""
    key = at.key
    random = default_rng(1000 + key)
    stiff = _along(key, _STIFFNESS)
    number = np.arange(1, 200)
    stretch = number * np.sqrt(1 + stiff * number**2) / np.sqrt(1 + stiff)
    hertz = at.hertz * stretch
    number, hertz = number[hertz < 11500], hertz[hertz < 11500]
    level = _spectrum(key, number, hertz) * 10 ** (random.normal(0, 1.6, len(hertz)) / 20)
    phase = np.where(np.sin(number * np.pi / 8) < 0, np.pi, 0.0) - np.pi / 2
    phase = phase + random.normal(0, 1, len(hertz)) * np.minimum(1.0, number / 6)
    apart = _STRINGS[0 if key < 31 else 1 if key < 43 else 2]
    loss = 1 + (hertz / 1900) ** 1.2
    prompt = 6.91 / _along(key, _PROMPT) * loss
    lasting = 6.91 / _along(key, _LASTING) * (1 + (hertz / 2400) ** 1.2)
    share = np.clip(0.34 * 10 ** (random.normal(0, 2.5, len(hertz)) / 20), 0.12, 0.7)
    share[0] = 0.40
    sets = []
    for cents in apart:
        off = hertz * (2 ** (cents / 1200) - 1)
        sets.append(
            Partials(
                hertz + off,
                np.where(number < 9, hertz, hertz + off),
                phase + random.normal(0, 0.25, len(hertz)),
                level * (1 - share) / len(apart),
                prompt,
                level * share / len(apart) * (1 + 0.25 * random.normal(0, 1, len(hertz))),
                lasting,
            )
        )
    return sets[0].joined(*sets[1:])


def _spectrum(key: int, number: Signal, hertz: Signal) -> Signal:
    """Levels of the partials right after a hard blow, at the bridge and out of the board."""
    struck = 0.12 + np.abs(np.sin(number * np.pi / 7.8))
    felt = np.exp(-((hertz / _along(key, _HAMMER)) ** 0.7)) / number**0.45
    board = 1 / (1 + (75 / hertz) ** 2.2)
    return struck * felt * board * board_ripple(hertz)


def board_ripple(hertz: Signal) -> Signal:
    """How unevenly the soundboard takes up frequencies: the same for all keys."""
    random = default_rng(7)
    octave = np.log2(np.maximum(hertz, 20) / 20)
    decibels = sum(
        1.3 * np.sin(2 * np.pi * (octave * pace + turn))
        for pace, turn in zip((0.7, 1.3, 2.1, 3.7, 5.3), random.random(5), strict=True)
    )
    return np.asarray(10 ** (decibels / 20))


def _knock(at: Frame) -> Signal:
    """The blow against the keybed and the board: modes that die within a tenth of a second.

    It lives in the lead alone; before the loop it is over.
    """
    random = default_rng(77)
    time = at.time
    result = np.zeros(at.length)
    for hertz in np.geomspace(70, 1900, 26) * (1 + 0.06 * random.normal(0, 1, 26)):
        size = random.normal(0, 1) * (hertz / 160) ** -0.35
        result += (
            size
            * np.sin(2 * np.pi * hertz * time + 6 * random.random())
            * np.exp(-time * (26 + hertz / 12))
        )
    result *= np.minimum(1, time / 0.001)
    hiss = shaped(random.normal(0, 1, at.length), at.rate, low=250, high=3200, slope=1.5)
    result += 2.6 * hiss * (np.exp(-time * 22) + 0.15 * np.exp(-time * 9))
    fade = np.clip((at.lead - np.arange(at.length)) / (0.2 * at.lead), 0, 1)
    loud = float(np.interp(at.key, (24, 60, 84, 104), (0.10, 0.13, 0.30, 0.55)))
    return np.asarray(result * fade * loud / 2.2)


def zones(samples: list[Wave], pan: int = 170) -> list[Zone]:
    """The whole keyboard, bass to the left, with each sample's own decay and damper.

    A fainter second zone, a cent lower and to the other side, goes on beating against the first
    where the loop alone would stand still, and makes the instrument wide.
    """

    def gens(wave: Wave) -> Gens:
        key = wave.key
        released = float(np.interp(key, (24, 60, 84, 88, 89), (0.55, 0.38, 0.30, 0.3, 2.0)))
        return {
            Gen.PAN: round(pan * (key - 64) / 44),
            Gen.DECAY: round(1200 * np.log2(_along(key, _LASTING) * 100 / 60)),
            Gen.SUSTAIN: 1000,
            Gen.RELEASE: round(1200 * np.log2(released)),
            Gen.FILTER: round(float(np.interp(key, (24, 60, 96), (10400, 11000, 12300)))),
        }

    first = spread_keys(samples, gens=gens)
    result = []
    for zone in first:
        here = zone.gens[Gen.PAN]
        second = {**zone.gens, Gen.PAN: here + 260, Gen.FINE_TUNE: -1, Gen.ATTENUATION: 190}
        result.append(replace(zone, gens={**zone.gens, Gen.PAN: here - 100}))
        result.append(replace(zone, gens=second))
    return result


def gens() -> dict[Gen, int]:
    """The filter closes slowly while the note rings, as high partials die first."""
    return {
        Gen.MOD_ENV_TO_FILTER: 2400,
        Gen.MOD_ENV_DECAY: round(1200 * np.log2(5.0)),
        Gen.MOD_ENV_SUSTAIN: 1000,
        Gen.MOD_ENV_RELEASE: 0,
        Gen.REVERB: 160,
    }


def mods() -> tuple[Mod, ...]:
    """A soft hammer is a dark one."""
    return (darker(6000),)
