"""Loudness as ITU-R BS.1770-4 measures it: K-weighted, in blocks of 400 ms, gated twice."""

from __future__ import annotations

import math

import numpy as np

from soundfont.sf2 import Signal


def weighting(hertz: Signal) -> Signal:
    """Gain of the K-weighting: a shelf of +4 dB above 1.7 kHz and a high-pass at 38 Hz.

    The analogue filters that the standard's coefficients at 48 kHz come from.
    """
    s = 2j * np.pi * np.maximum(hertz, 1e-3)
    centre, quality, lift = 2 * np.pi * 1681.974450955533, 0.7071752369554196, 3.999843853973347
    high = 10 ** (lift / 20)
    middle = high**0.4996667741545416
    shelf = (high * s**2 + middle * centre / quality * s + centre**2) / (
        s**2 + centre / quality * s + centre**2
    )
    edge, sharp = 2 * np.pi * 38.13547087602444, 0.5003270373238773
    return np.asarray(np.abs(shelf * s**2 / (s**2 + edge / sharp * s + edge**2)))


def integrated(sound: Signal, rate: int) -> float:
    """Loudness of (N, channels) in LUFS; minus infinity for silence."""
    size = 1 << (2 * len(sound) - 1).bit_length()
    gain = weighting(np.fft.rfftfreq(size, 1 / rate))[:, None]
    weighted = np.fft.irfft(np.fft.rfft(sound, size, axis=0) * gain, size, axis=0)[: len(sound)]
    block, hop = round(0.4 * rate), round(0.1 * rate)
    energy = np.concatenate([np.zeros(1), np.cumsum((weighted**2).sum(1))])
    begins = np.arange(0, max(1, len(sound) - block + 1), hop)
    power = (energy[np.minimum(begins + block, len(sound))] - energy[begins]) / block
    power = power[power > 10 ** ((-70 + 0.691) / 10)]
    if not len(power):
        return -math.inf
    power = power[power > power.mean() / 10]
    return float(-0.691 + 10 * math.log10(power.mean()))
