"""Drums and small percussion: skins, snares, wood, hands, shakers.

A skin is a handful of modes whose pitch falls as its tension slackens after the blow; snares,
shakers and hands are noise in bands with envelopes of their own (N. Fletcher and T. Rossing, The
Physics of Musical Instruments, 2nd ed., chapter 18; P. Cook, Real Sound Synthesis (2002), chapter
12, for what is shaken). Every sound is a recording without a loop, from a seed of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.random import Generator, default_rng

from soundfont.sf2 import Signal, Wave
from soundfont.tone import faded, normalised, shaped

Modes = Sequence[tuple[float, float, float]]


def waves() -> dict[str, Wave]:
    """All of them by name."""
    made = (
        _skin("kick", 22000, 0.34, ((52, 1, 0.36), (88, 0.25, 0.16)), 2.6, 0.028, 0.55, 5000),
        _skin("boom", 12000, 0.55, ((46, 1, 0.75),), 1.6, 0.05, 0.05, 900),
        _skin("tom", 16000, 0.50, ((110, 1, 0.62), (175, 0.42, 0.34), (236, 0.25, 0.25),
              (290, 0.12, 0.2)), 0.45, 0.05, 0.20, 2400),
        _skin("conga", 18000, 0.34, ((210, 1, 0.36), (330, 0.5, 0.18), (475, 0.35, 0.14),
              (640, 0.2, 0.1)), 0.14, 0.02, 0.28, 3000),
        _skin("slap", 22000, 0.12, ((230, 0.7, 0.10), (520, 0.8, 0.08), (980, 0.6, 0.06)), 0.1,
              0.01, 0.7, 5000),
        _skin("timbale", 26000, 0.32, ((320, 1, 0.42), (505, 0.7, 0.35), (690, 0.5, 0.3),
              (1040, 0.35, 0.22), (1380, 0.25, 0.18)), 0.06, 0.02, 0.3, 7000),
        _snare("snare", 190, 0.28, 0.22, 1.1),
        _snare("brush", 210, 0.26, 0.20, 2.4),
        _stick(),
        _clap(),
        _noise("shaker", 32000, 0.10, 6200, 0.7, 0.018, 0.03),
        _noise("maraca", 32000, 0.06, 7500, 0.6, 0.004, 0.016),
        _tambourine(),
        _scraped("guiro", 0.26, 95),
        _scraped("short guiro", 0.10, 140),
        _vibraslap(),
        _whistle(),
        _cuica(),
        _slapped_hands(),
    )  # fmt: skip
    return {wave.name: wave for wave in made}


def _random(name: str) -> Generator:
    return default_rng(crc32(name.encode()))


def _time(rate: int, length: float) -> Signal:
    return np.arange(round(rate * length)) / rate


def _sample(name: str, rate: int, data: Signal, release: float = 0.02, drive: float = 0.0) -> Wave:
    """A recording; ``drive`` lets the blow saturate, as on tape, which leaves more of the rest."""
    data = normalised(faded(data, rate, 0.0, release))
    if drive:
        data = normalised(np.tanh(drive * data))
    return Wave(name, data, rate, 60)


def _skin(
    name: str, rate: int, length: float, modes: Modes, bend: float, slack: float, stick: float,
    click: float,
) -> Wave:  # fmt: skip
    """Modes (Hz, level, time to -60 dB) that begin ``bend`` higher and fall within ``slack``."""
    random, time = _random(name), _time(rate, length)
    data = np.zeros(len(time))
    for hertz, level, lasting in modes:
        turns = hertz * (time + bend * slack * (1 - np.exp(-time / slack)))
        data += level * np.exp(-6.91 * time / lasting) * np.sin(2 * np.pi * turns)
    hit = shaped(random.normal(0, 1, len(time)), rate, low=300, high=click)
    hit *= np.exp(-time * 260) / np.sqrt(np.mean(hit**2))
    data = data / np.abs(data).max() + 0.5 * stick * hit
    return _sample(name, rate, data * np.minimum(1, time / 0.0008), 0.06, 1.4)


def _snare(name: str, tone: float, length: float, rattle: float, wires: float) -> Wave:
    rate = 30000
    random, time = _random(name), _time(rate, length)
    data = np.zeros(len(time))
    for ratio, level, lasting in ((1, 1.0, 0.16), (1.59, 0.6, 0.11), (2.14, 0.35, 0.09)):
        turns = tone * ratio * (time + 0.25 * 0.012 * (1 - np.exp(-time / 0.012)))
        data += level * np.exp(-6.91 * time / lasting) * np.sin(2 * np.pi * turns)
    noise = shaped(random.normal(0, 1, len(time)), rate, low=1300, high=9500, slope=1.5)
    noise /= np.sqrt(np.mean(noise**2))
    body = np.exp(-time / rattle * 5.2) + 0.5 * np.exp(-time * 70)
    hit = np.exp(-time * 600) * random.normal(0, 1, len(time))
    rise = np.minimum(1, time / (0.0006 if wires < 2 else 0.02))
    return _sample(name, rate, (data + wires * 0.42 * noise * body) * rise + 0.35 * hit, 0.05, 2.4)


def _stick() -> Wave:
    rate, name = 30000, "side stick"
    random, time = _random(name), _time(rate, 0.07)
    data = sum(
        level * np.exp(-time * speed) * np.sin(2 * np.pi * hertz * time + 6 * random.random())
        for hertz, level, speed in (
            (480, 0.7, 90),
            (1720, 1, 120),
            (2650, 0.6, 170),
            (410, 0.5, 60),
        )
    )
    return _sample(
        name, rate, data + 0.5 * random.normal(0, 1, len(time)) * np.exp(-time * 700), 0.02, 2.0
    )


def _clap() -> Wave:
    rate, name = 28000, "clap"
    random, time = _random(name), _time(rate, 0.22)
    noise = shaped(random.normal(0, 1, len(time)), rate, low=800, high=3600, slope=2)
    bursts = sum(
        np.where(time >= at, np.exp(-(time - at) * 170), 0.0) for at in (0.0, 0.011, 0.023)
    )
    tail = np.where(time >= 0.034, 0.9 * np.exp(-(time - 0.034) * 26), 0.0)
    return _sample(name, rate, noise * (bursts + tail), 0.05, 2.0)


def _noise(
    name: str, rate: int, length: float, hertz: float, octaves: float, rise: float, fall: float
) -> Wave:
    """A burst of one band."""
    random, time = _random(name), _time(rate, length)
    size = 2 * len(time)
    curve = np.exp(
        -0.5 * (np.log2(np.maximum(np.fft.rfftfreq(size, 1 / rate), 1) / hertz) / octaves) ** 2
    )
    data = shaped(random.normal(0, 1, len(time)), rate, curve)
    return _sample(
        name, rate, data * np.minimum(1, time / rise) * np.exp(-np.maximum(0, time - rise) / fall)
    )


def _tambourine() -> Wave:
    rate, name = 32000, "tambourine"
    random, time = _random(name), _time(rate, 0.18)
    data = np.zeros(len(time))
    for _ in range(26):
        begin = abs(random.normal(0, 0.018))
        since = np.maximum(0, time - begin)
        hertz = random.uniform(4800, 13500)
        ring = np.exp(-since * random.uniform(18, 60)) * np.sin(2 * np.pi * hertz * since)
        data += random.uniform(0.3, 1) * ring * (time >= begin)
    slap = shaped(random.normal(0, 1, len(time)), rate, low=300, high=2500) * np.exp(-time * 90)
    return _sample(name, rate, data + 1.2 * slap, 0.06)


def _scraped(name: str, length: float, teeth: float) -> Wave:
    rate = 26000
    random, time = _random(name), _time(rate, length)
    noise = shaped(random.normal(0, 1, len(time)), rate, low=1800, high=5500)
    phase = (time * teeth * (1 + 0.35 * time / length)) % 1
    shape = np.minimum(1, time / 0.01) * np.sin(np.pi * np.minimum(1, time / length)) ** 0.3
    return _sample(name, rate, noise * np.exp(-phase * 6) * shape)


def _vibraslap() -> Wave:
    rate, name = 26000, "vibraslap"
    random, time = _random(name), _time(rate, 0.45)
    phase = (time * 27) % 1
    noise = shaped(random.normal(0, 1, len(time)), rate, low=2300, high=5200, slope=3)
    return _sample(name, rate, noise * np.exp(-phase * 9) * np.exp(-time * 6.5), 0.1)


def _whistle() -> Wave:
    rate, name = 22000, "whistle"
    random, time = _random(name), _time(rate, 0.24)
    pea = 1 + 0.35 * np.sin(2 * np.pi * 31 * time)
    turns = np.cumsum(2350 + 60 * np.sin(2 * np.pi * 31 * time)) / rate
    air = shaped(random.normal(0, 1, len(time)), rate, low=1800, high=5000) * 0.15
    data = (np.sin(2 * np.pi * turns) + air) * pea * np.minimum(1, time / 0.012)
    return _sample(name, rate, data, 0.05)


def _cuica() -> Wave:
    rate, name = 18000, "cuica"
    time = _time(rate, 0.24)
    turns = np.cumsum(430 + 260 * np.sin(np.pi * np.minimum(1, time / 0.2))) / rate
    data = sum(np.sin(2 * np.pi * turns * n) / n**1.4 for n in range(1, 7))
    return _sample(name, rate, data * np.minimum(1, time / 0.015) * np.exp(-time * 4), 0.06)


def _slapped_hands() -> Wave:
    """A loop of many hands, for applause."""
    rate, name = 16000, "applause"
    random = default_rng(crc32(name.encode()))
    size = round(0.6 * rate)
    data = np.zeros(size)
    grain = np.arange(420) / rate
    for _ in range(330):
        hertz = random.uniform(700, 2600)
        clap = np.sin(2 * np.pi * hertz * grain + 6 * random.random()) * np.exp(-grain * 330)
        clap += 0.4 * random.normal(0, 1, len(grain)) * np.exp(-grain * 500)
        place = (int(random.integers(size)) + np.arange(len(grain))) % size
        data[place] += random.uniform(0.3, 1) * clap
    looped = np.concatenate([data[-8:], data, data[:16]])
    return Wave(name, normalised(looped), rate, 60, (8, 8 + size))
