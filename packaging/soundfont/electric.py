"""What lives on electricity: tines with pickups, frequency modulation, oscillators.

Frequency modulation: J. Chowning, "The synthesis of complex audio spectra by means of frequency
modulation", JAES 21:7 (1973). The oscillators are sums of harmonics below half the sampling rate,
hence free of aliases.
"""

from __future__ import annotations

import numpy as np
from numpy.random import default_rng

from soundfont.sf2 import Gen, Gens, Signal, Wave, Zone
from soundfont.tone import Frame, evened, frame, normalised
from soundfont.zones import spread_keys

TINES = (38, 52, 66, 81)
_LASTING = (36, 60, 96), (20.0, 14.0, 4.5)


def _lasting(key: float) -> float:
    return float(np.exp(np.interp(key, _LASTING[0], np.log(_LASTING[1]))))


def _round(at: Frame, ratio: float) -> Signal:
    """The angle of an oscillator that closes in the loop nearest to ``ratio`` times the key."""
    cycles = max(1, round(at.cycles * ratio))
    return np.asarray(2 * np.pi * ((cycles * np.arange(at.length)) % at.loop) / at.loop)


def tine_waves() -> list[Wave]:
    """An electric piano: a tine before a pickup, which bends its swing, and the tine's own ring."""
    waves = []
    for key in TINES:
        at = frame(key, 24000, float(np.interp(key, (36, 88), (0.34, 0.2))), 0.05)
        clock = at.settling(0.4)
        random = default_rng(70000 + key)
        swing = (0.62 + 0.75 * np.exp(-clock * 4.5)) * float(np.interp(key, (36, 88), (1.15, 0.6)))
        place = swing * np.sin(_round(at, 1))
        data = 1 / (1 + (place - 0.52) ** 2 * 1.7)  # the flux through the pickup
        data = np.diff(data, prepend=data[-1 - at.loop])
        data /= np.sqrt(np.mean(data[-at.loop :] ** 2))
        data[0] = 0
        ring = np.exp(-clock * 9) * np.sin(_round(at, 6.27)) + 0.5 * np.exp(-clock * 16) * np.sin(
            _round(at, 11.3)
        )
        data = data + 0.34 * ring * _before(at)
        knock = random.normal(0, 1, at.length) * np.exp(-at.time * 160) * _before(at)
        data = data + 0.12 * knock
        data[:40] *= np.linspace(0, 1, 40) ** 2
        waves.append(at.wave(f"Tine {key}", normalised(data)))
    return evened(waves)


def fm_waves() -> list[Wave]:
    """The electric piano of frequency modulation: a soft body 1:1 and a glassy blow 1:14."""
    waves = []
    for key in TINES:
        at = frame(key, 28000, float(np.interp(key, (36, 88), (0.32, 0.18))), 0.04)
        clock = at.settling(0.4)
        body = np.sin(
            _round(at, 1) + (0.35 + 0.75 * np.exp(-clock * 3.5)) * np.sin(_round(at, 1) + 0.3)
        )
        blow = np.exp(-clock * 10)
        index = 1.1 * blow * float(np.interp(key, (36, 88), (1.0, 0.5)))
        glass = np.sin(_round(at, 1) + index * np.sin(_round(at, 14))) - np.sin(_round(at, 1))
        data = body + 0.7 * glass * _before(at) + 0.25 * np.sin(_round(at, 2)) * (0.3 + blow)
        data[:30] *= np.linspace(0, 1, 30)
        waves.append(at.wave(f"FM {key}", normalised(data)))
    return evened(waves)


def _before(at: Frame) -> Signal:
    """1 at the beginning, 0 from the loop on."""
    return np.asarray(np.clip((at.lead - np.arange(at.length)) / (0.35 * at.lead), 0, 1))


def tine_zones(samples: list[Wave], longer: float = 1.0) -> list[Zone]:
    """The keyboard of an electric piano."""

    def gens(wave: Wave) -> Gens:
        slow = _lasting(wave.key) * longer * 100 / 60
        return {Gen.DECAY: round(1200 * np.log2(slow)), Gen.SUSTAIN: 1000}

    return spread_keys(samples, gens=gens)


_OCTAVES = (28, 40, 52, 64, 76, 88, 100)


def oscillator(name: str) -> list[Wave]:
    """``saw``, ``square``, ``pulse`` or ``sine``, a wave an octave."""
    keys = _OCTAVES if name != "sine" else (40, 64, 88)
    waves = []
    for key in keys:
        at = frame(key, 32000, 0.0, float(np.interp(key, (28, 100), (0.07, 0.012))))
        number = np.arange(1, 200)
        number = number[number * at.hertz < 12500 / 2 ** (1 / 2)]
        levels = {
            "saw": 1 / number,
            "square": np.where(number % 2, 1 / number, 0),
            "pulse": np.abs(np.sin(np.pi * number * 0.2)) / number,
            "sine": np.where(number == 1, 1.0, 0),
        }[name]
        fade = np.cos(0.5 * np.pi * number / (len(number) + 1)) if len(number) > 1 else 1.0
        data = np.zeros(at.length)
        for one, level in zip(number, levels * fade, strict=True):
            if level:
                data += level * np.sin(_round(at, float(one)))
        waves.append(at.wave(f"{name.capitalize()} {key}", normalised(data)))
    return evened(waves)
