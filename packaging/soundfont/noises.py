"""Noises for General MIDI's sound effects: wind and sea, breath, a bird, a telephone, a shot."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from numpy.random import default_rng

from soundfont.sf2 import Wave
from soundfont.tone import Frame, band, bins, edge_gain, faded, normalised, shaped


def waves() -> dict[str, Wave]:
    """All of them by name."""
    made = (
        _loop("hiss", 20000, 0.45, 0.5),
        _bird(),
        _telephone(),
        _shot(),
        _fret(),
    )
    return {wave.name: wave for wave in made}


def _loop(name: str, rate: int, length: float, slope: float) -> Wave:
    """Noise that falls gently with the frequency; presets filter the rest out of it."""
    at = Frame(60, rate, 8, round(rate * length), 1)
    hertz = bins(at)
    colour = edge_gain(hertz, low=60) / np.maximum(hertz, 60) ** slope
    data = band(at, colour, default_rng(crc32(name.encode())))
    return at.wave(name, normalised(data))


def _bird() -> Wave:
    rate = 22000
    time = np.arange(round(rate * 0.45)) / rate
    data = np.zeros(len(time))
    for begin, low, high, length in (
        (0.0, 2600, 4300, 0.07), (0.11, 4600, 3000, 0.09), (0.24, 2900, 4900, 0.06),
        (0.33, 5000, 3400, 0.11),
    ):  # fmt: skip
        part = np.clip((time - begin) / length, 0, 1)
        turns = np.cumsum(low + (high - low) * part) / rate
        data += np.sin(2 * np.pi * turns) * np.sin(np.pi * part) ** 2
    return Wave("bird", normalised(data), rate, 60)


def _telephone() -> Wave:
    """Two bells by turns, twenty-five blows a second; the loop holds two of them."""
    rate = 22000
    at = Frame(60, rate, 8, round(rate * 0.08), 1)
    time = (np.arange(at.length) - at.lead) / rate
    data = np.zeros(at.length)
    for begin, cycles in ((0.0, (110, 226)), (0.04, (94, 196))):
        part = ((time - begin) % 0.08) / 0.08
        for one in cycles:
            data += (
                np.exp(-part * 4) * np.sin(2 * np.pi * one * time / 0.08) * np.minimum(1, part * 60)
            )
    return at.wave("telephone", normalised(data))


def _shot() -> Wave:
    rate = 20000
    random = default_rng(crc32(b"shot"))
    time = np.arange(round(rate * 0.45)) / rate
    low = shaped(random.normal(0, 1, len(time)), rate, low=50, high=420)
    high = shaped(random.normal(0, 1, len(time)), rate, low=500, high=5000)
    data = 3 * low * np.exp(-time * 7) + high * (np.exp(-time * 60) + 0.25 * np.exp(-time * 10))
    return Wave("shot", normalised(faded(data, rate, 0.0005, 0.15)), rate, 60)


def _fret() -> Wave:
    rate = 26000
    random = default_rng(crc32(b"fret"))
    time = np.arange(round(rate * 0.16)) / rate
    noise = shaped(random.normal(0, 1, len(time)), rate, low=1500, high=6000)
    turns = np.cumsum(1100 + 1500 * time / 0.16) / rate
    squeak = np.sin(2 * np.pi * turns) + 0.5 * np.sin(4 * np.pi * turns)
    shape = np.sin(np.pi * time / 0.16) ** 0.7 * np.exp(-time * 6)
    return Wave("fret", normalised((noise + 0.7 * squeak) * shape), rate, 60)
