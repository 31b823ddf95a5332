"""Cymbals, hi-hats, triangle and cowbell.

A cymbal has so many modes that they are taken as a dense choir of partials at random; the blow
first reaches the low ones, and within tens of milliseconds their energy climbs to the high ones,
which then ring (N. Fletcher and T. Rossing, The Physics of Musical Instruments, 2nd ed., chapter
20). The tails are loops, closed as in ``tone``, so that a crash may last.
"""

from __future__ import annotations

from zlib import crc32

import numpy as np
from numpy.random import Generator, default_rng

from soundfont.sf2 import Signal, Wave
from soundfont.tone import (
    Frame,
    Partials,
    band,
    bell_curve,
    bins,
    faded,
    normalised,
    render,
    shaped,
)


def waves() -> dict[str, Wave]:
    """All of them by name."""
    made = (
        _cymbal("crash", 0.36, 0.36, (380, 13500), 260, 0.9, 1.1, 5200),
        _cymbal("ride", 0.26, 0.26, (300, 11500), 240, 0.7, 1.6, 4800, ping=0.55),
        _cymbal("open hat", 0.20, 0.20, (3000, 14300), 170, 1.5, 0.7, 8500),
        _hat("closed hat", 0.12, 0.024),
        _bell("ride bell", 30000, 0.22, 0.12, ((760, 0.5), (1130, 1), (1720, 0.6), (2480, 0.6),
              (3610, 0.5), (5200, 0.35), (7400, 0.2)), 0.9, 0.14),
        _bell("cowbell", 26000, 0.10, 0.04, ((562, 1), (845, 0.9), (1400, 0.25), (2150, 0.3),
              (3300, 0.2)), 0.30, 0.25),
        _bell("triangle", 40000, 0.12, 0.08, ((1480, 0.2), (3120, 0.6), (5010, 1), (6870, 0.7),
              (9240, 0.6), (11900, 0.5)), 1.8, 0.1),
    )  # fmt: skip
    return {wave.name: wave for wave in made}


def _frame(rate: int, lead: float, loop: float) -> Frame:
    return Frame(60, rate, round(lead * rate), round(loop * rate), 1)


def _random(name: str) -> Generator:
    return default_rng(crc32(name.encode()))


def _cymbal(
    name: str, lead: float, loop: float, span: tuple[float, float], count: int, wash: float,
    slow: float, peak: float, ping: float = 0.0,
) -> Wave:  # fmt: skip
    at, random = _frame(30000, lead, loop), _random(name)
    hertz = np.sort(random.uniform(span[0] ** 0.6, span[1] ** 0.6, count) ** (1 / 0.6))
    level = random.rayleigh(1, count) * (0.35 + bell_curve(hertz, peak, 1.1)) / count**0.5
    none = np.zeros(count)
    speed = 6.91 / (slow * 3) * (0.5 + (hertz / 6000) ** 0.7)
    phase = 2 * np.pi * random.random(count)
    data = render(at, Partials(hertz, hertz, phase, none, none, level, speed), 6.91 / (slow * 3))
    data /= np.sqrt(np.mean(data**2))
    hiss = band(at, bell_curve(bins(at), peak * 1.5, 0.7), random)
    climb = 1 - 0.6 * np.exp(-at.settling(0.4) / 0.03)
    data = data * climb + wash * hiss * climb * (0.25 + 0.75 * np.exp(-at.settling(0.4) * 7))
    hit = shaped(random.normal(0, 1, at.length), at.rate, low=900, high=7000)
    data += (1.4 if not ping else 2.4) * hit * np.exp(-at.time * 120) * _before(at)
    if ping:
        for tone in (2950, 3870, 5230):
            data += (
                ping * 2 * np.exp(-at.time * 16) * np.sin(2 * np.pi * tone * at.time) * _before(at)
            )
    data *= np.minimum(1, at.time / 0.001)
    return at.wave(name, normalised(data))


def _before(at: Frame) -> Signal:
    return np.asarray(np.clip((at.lead - np.arange(at.length)) / (0.4 * at.lead), 0, 1))


def _hat(name: str, length: float, fall: float) -> Wave:
    rate, random = 38000, _random("hat")
    time = np.arange(round(rate * length)) / rate
    data = np.zeros(len(time))
    for hertz in random.uniform(3300, 15500, 70):
        data += random.rayleigh(0.13) * np.sin(2 * np.pi * hertz * time + 6.3 * random.random())
    noise = shaped(random.normal(0, 1, len(time)), rate, low=6500, high=14500, slope=3)
    noise /= np.sqrt(np.mean(noise**2))
    data = shaped(data + 0.9 * noise, rate, low=5200, slope=3)
    shape = np.exp(-time / fall) + 0.5 * np.exp(-time * 230)
    return Wave(name, normalised(faded(data * shape, rate, 0.0003, 0.25 * length)), rate, 60)


def _bell(
    name: str, rate: int, lead: float, loop: float, modes: tuple[tuple[float, float], ...],
    lasting: float, hit: float,
) -> Wave:  # fmt: skip
    at, random = _frame(rate, lead, loop), _random(name)
    hertz, level = (np.array(column, float) for column in zip(*modes, strict=True))
    none = np.zeros(len(hertz))
    slowest = 6.91 / (lasting * 1.6)
    speed = slowest * (0.7 + hertz / hertz.mean() * 0.6)
    phase = 2 * np.pi * random.random(len(hertz))
    data = render(at, Partials(hertz, hertz, phase, none, none, level, speed), slowest)
    data /= np.abs(data).max()
    blow = shaped(random.normal(0, 1, at.length), rate, low=1500, high=rate / 3)
    data += hit * blow * np.exp(-at.time * 260) * _before(at)
    return at.wave(name, normalised(data * np.minimum(1, at.time / 0.0006)))
