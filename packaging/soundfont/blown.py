"""Tones that last: flutes, reeds, brass, solo strings, organs, accordion.

Source and body: a source whose spectrum falls with the number of the harmonic (a bowed string's
saw, a reed's pulse, the odd harmonics of a closed pipe), seen through a body or bell with fixed
resonances (N. Fletcher and T. Rossing, The Physics of Musical Instruments, 2nd ed., chapters 10,
13 to 17; J. Meyer, Acoustics and the Performance of Music, for the formants). Low harmonics speak
first; the player's unevenness moves every harmonic a little; breath and bow add noise.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import default_rng

from soundfont.sf2 import Signal, Wave
from soundfont.tone import Frame, band, bell_curve, bins, evened, formants, frame, normalised


@dataclass(frozen=True, slots=True)
class Blown:
    """A family of winds, bowed strings or pipes.

    ``source`` gives the levels (H,) of the harmonics (H,) at a key; ``body`` has (Hz, gain,
    octaves) above ``floor``; ``top`` Hz is where the sound rolls off. ``lead`` seconds the
    beginning, ``loop`` the rest at the lowest key (the highest has 0.6 of it). ``breath`` is the
    loudness of the noise around ``breath_at`` Hz, ``chiff`` that of the noise of the beginning,
    ``uneven`` how far harmonics move in the loop. ``ranks`` are further reeds or pipes, each
    (cycles of the loop that it is off, loudness).
    """

    name: str
    keys: Sequence[int]
    rate: int
    source: Callable[[Signal, float], Signal]
    body: Sequence[tuple[float, float, float]] = ()
    floor: float = 1.0
    top: float = 6000
    lead: float = 0.09
    loop: float = 0.26
    breath: float = 0.0
    breath_at: float = 1500
    chiff: float = 0.0
    uneven: float = 0.03
    ranks: Sequence[tuple[int, float]] = ()
    tight: bool = False
    octave: int = 0
    seed: int = 0


def falling(slope: float, even: float = 1.0) -> Callable[[Signal, float], Signal]:
    """Harmonics that fall by ``slope`` (power of their number), the even ones by ``even`` more."""

    def levels(number: Signal, key: float) -> Signal:
        return np.asarray(number**-slope * np.where(number % 2 == 0, even, 1.0))

    return levels


def _flute(number: Signal, key: float) -> Signal:
    """Low notes are rich, high ones almost pure."""
    rich = float(np.interp(key, (58, 72, 96), (0.0, 6.0, 14.0)))
    decibels = np.interp(number, (1, 2, 3, 4, 5, 6, 8, 12), (0, -3, -9, -17, -23, -29, -38, -60))
    return np.asarray(10 ** ((decibels - rich * np.minimum(number - 1, 3) / 3) / 20))


def _recorder(number: Signal, key: float) -> Signal:
    decibels = np.interp(number, (1, 2, 3, 4, 5, 6, 9), (0, -21, -15, -30, -32, -42, -60))
    return np.asarray(10 ** (decibels / 20))


def _clarinet(number: Signal, key: float) -> Signal:
    """Even harmonics are missing in the low register and come back above it."""
    even = float(np.interp(key, (50, 68, 80), (-27, -20, -8)))
    decibels = -4.5 * np.log2(number) - np.maximum(0, number - 9) * 1.6
    return np.asarray(10 ** ((decibels + np.where(number % 2 == 0, even, 0.0)) / 20))


def _drawbars(*levels: float) -> Callable[[Signal, float], Signal]:
    """16', 5⅓', 8', 4', 2⅔', 2', 1⅗', 1⅓', 1' on the harmonics of the 16' pipe."""
    places = (1, 3, 2, 4, 6, 8, 10, 12, 16)

    def draw(number: Signal, key: float) -> Signal:
        drawn = dict(zip(places, levels, strict=True))
        return np.array([drawn.get(int(one), 0.0) for one in number])

    return draw


FLUTE = Blown(
    "Flute", (60, 67, 74, 81, 89), 24000, _flute, top=7000, lead=0.10, loop=0.32, breath=0.055,
    breath_at=2200, chiff=0.20, uneven=0.05, seed=40,
)  # fmt: skip
RECORDER = Blown(
    "Recorder", (64, 74, 84), 26000, _recorder, top=7000, lead=0.06, loop=0.24, breath=0.03,
    breath_at=3500, chiff=0.22, uneven=0.02, seed=41,
)  # fmt: skip
CLARINET = Blown(
    "Clarinet", (52, 61, 70, 79), 24000, _clarinet, ((1500, 0.5, 0.6),), 0.8, 5200, 0.06, 0.20,
    0.012, 1800, 0.05, 0.03, seed=42,
)  # fmt: skip
OBOE = Blown(
    "Oboe", (58, 67, 76, 85), 28000, falling(0.6), ((1100, 1.0, 0.38), (2700, 0.4, 0.3)), 0.16,
    4300, 0.05, 0.20, 0.012, 3500, 0.06, 0.03, seed=43,
)  # fmt: skip
BASSOON = Blown(
    "Bassoon", (36, 45, 54, 63), 20000, falling(0.45), ((470, 1.0, 0.36), (1180, 0.35, 0.3)), 0.14,
    3600, 0.06, 0.20, 0.012, 1500, 0.08, 0.03, seed=44,
)  # fmt: skip
SAX = Blown(
    "Saxophone", (45, 53, 61, 69, 78), 25000, falling(0.75),
    ((620, 0.7, 0.45), (1500, 0.6, 0.4), (3200, 0.35, 0.4)), 0.4, 6500, 0.06, 0.21, 0.05, 2600,
    0.16, 0.06, seed=45,
)  # fmt: skip
TRUMPET = Blown(
    "Trumpet", (55, 63, 71, 80), 30000, falling(0.35), ((1250, 1.0, 0.6), (2600, 0.35, 0.4)), 0.26,
    6500, 0.06, 0.21, 0.015, 2500, 0.10, 0.04, seed=46,
)  # fmt: skip
TROMBONE = Blown(
    "Trombone", (34, 43, 52, 61), 22000, falling(0.5), ((550, 1.0, 0.6), (1400, 0.3, 0.5)), 0.22,
    4200, 0.08, 0.24, 0.012, 1500, 0.10, 0.04, seed=47,
)  # fmt: skip
HORN = Blown(
    "Horn", (41, 52, 63, 75), 20000, falling(0.8), ((380, 1.0, 0.6), (800, 0.3, 0.5)), 0.22,
    2300, 0.09, 0.26, 0.012, 900, 0.06, 0.04, seed=48,
)  # fmt: skip
VIOLIN = Blown(
    "Violin", (55, 63, 71, 80, 90), 26000, falling(0.95),
    ((285, 0.5, 0.18), (480, 0.7, 0.2), (1150, 0.45, 0.35), (2700, 0.9, 0.42)), 0.34, 6000, 0.09,
    0.28, 0.022, 3500, 0.14, 0.10, seed=49,
)  # fmt: skip
CELLO = Blown(
    "Cello", (31, 38, 45, 52), 20000, falling(0.95),
    ((105, 0.5, 0.25), (210, 0.8, 0.25), (430, 0.5, 0.35), (1100, 0.5, 0.4), (2100, 0.3, 0.4)),
    0.34, 4600, 0.10, 0.27, 0.022, 1800, 0.16, 0.10, seed=50,
)  # fmt: skip
DRAWBAR = Blown(
    "Organ", (36, 46, 56, 66, 76, 86), 26000,
    _drawbars(0.55, 0.30, 1.0, 0.62, 0.22, 0.30, 0.05, 0.08, 0.16), top=9000, lead=0.02, loop=0.12,
    chiff=0.10, uneven=0.0, octave=1, seed=51,
)  # fmt: skip
PIPE = Blown(
    "Pipe organ", (36, 48, 60, 72, 86), 24000,
    _drawbars(0.32, 0.0, 1.0, 0.80, 0.30, 0.50, 0.0, 0.22, 0.24), top=8000, lead=0.08, loop=0.34,
    breath=0.012, breath_at=2500, chiff=0.07, uneven=0.02, octave=1, ranks=((1, 0.3), (-1, 0.3)),
    seed=52,
)  # fmt: skip
ACCORDION = Blown(
    "Accordion", (41, 50, 59, 68, 77), 22000, falling(0.55), ((1100, 0.6, 0.8), (2800, 0.4, 0.5)),
    0.45, 6000, 0.04, 0.30, 0.010, 2500, 0.06, 0.02, ((1, 0.5), (-1, 0.5)), seed=53,
)  # fmt: skip
REED = Blown(
    "Harmonica", (60, 70, 80), 22000, falling(0.5), ((900, 0.5, 0.5), (2400, 0.8, 0.6)), 0.35, 6000,
    0.04, 0.26, 0.03, 3000, 0.10, 0.05, seed=54,
)  # fmt: skip


def waves(family: Blown) -> list[Wave]:
    """A sample for every one of its keys."""
    return evened([_wave(family, key) for key in family.keys])


def _wave(family: Blown, key: int) -> Wave:
    size = float(np.interp(key, (family.keys[0], family.keys[-1]), (1.0, 0.6)))
    at = frame(key - 12 * family.octave, family.rate, family.lead, family.loop * size)
    random = default_rng(family.seed * 1000 + key)
    number = np.arange(1.0, 129.0)
    number = number[number * at.hertz < min(0.45 * at.rate, 11500)]
    hertz = number * at.hertz
    level = family.source(number, key) * formants(hertz, family.body, family.floor)
    level = level / np.sqrt(1 + (hertz / family.top) ** 6)
    level *= 10 ** (random.normal(0, 1.0, len(level)) / 20)
    loudest = np.sqrt(0.5 * np.sum(level**2))
    result = np.zeros(at.length)
    for cycles, loud in ((0, 1.0), *family.ranks):
        result += loud * _rank(family, at, number, level / loudest, cycles, random)
    result += _noise(family, at, random)
    data = at.wave(f"{family.name} {key}", normalised(result))
    return Wave(data.name, data.data, data.rate, key, data.loop)


def _rank(
    family: Blown, at: Frame, number: Signal, level: Signal, off: int, random: np.random.Generator
) -> Signal:
    """One reed or pipe: its harmonics, each with its own beginning and its own unevenness."""
    count = np.arange(at.length)
    time = count / at.rate
    lead = at.lead / at.rate
    result = np.zeros(at.length)
    angle = 2 * np.pi * (count - at.lead) / at.loop
    for one, loud in zip(number, level, strict=True):
        if loud < 1e-5:
            continue
        apart = off * round(one if one < 4 else 4 + (one - 4) / 3)
        cycles = round(at.cycles * one) + apart
        spoken = lead * float(np.clip(0.45 + 0.07 * one, 0.45, 1.0))
        onset = np.clip(time / spoken, 0, 1)
        onset = onset * onset * (3 - 2 * onset)
        move = 1.0 + sum(
            family.uneven * random.normal() / rate * np.cos(rate * angle + 6.3 * random.random())
            for rate in (1, 2, 3)
        )
        turn = 2 * np.pi * ((cycles * count) % at.loop) / at.loop
        result += loud * onset * move * np.cos(turn + 6.2832 * random.random())
    return result


def _noise(family: Blown, at: Frame, random: np.random.Generator) -> Signal:
    """Breath or bow in the loop, and the noise of the beginning, which is over before it."""
    hertz = bins(at)
    result = np.zeros(at.length)
    lead = at.lead / at.rate
    if family.breath:
        colour = bell_curve(hertz, family.breath_at, 1.1) / np.sqrt(np.maximum(hertz, 50))
        comb = 0.35 + np.abs(np.cos(np.pi * hertz / at.hertz)) ** 3  # a tube colours its own breath
        rise = np.clip(at.time / (0.5 * lead), 0, 1)
        result += family.breath * band(at, colour * comb, random) * rise
    if family.chiff:
        colour = bell_curve(hertz, min(family.breath_at * 0.9, 6 * at.hertz), 0.9)
        part = np.clip(at.time / lead, 0, 1)
        result += (
            family.chiff * band(at, colour, random) * np.sin(np.pi * part**0.6) ** 2 * (1 - part)
        )
    return result
