"""Tones whose loops are exact: sums of partials that all close after a whole number of cycles.

Every tone chooses a loop of whole periods first, and lays its partials upon the frequencies that
close in it. What moves before the loop (decay, beating, inharmonic drift) is written as a function
of a time that slows down and stands still when the loop begins (``settling``), so that the loop
follows without a seam and needs no cross-fade. Ensembles and noise are made in the frequency
domain, where everything that has the loop's length closes by itself: P. Nasca, "PADsynth
algorithm", ZynAddSubFX documentation (2005).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from soundfont.loudness import weighting
from soundfont.sf2 import LOOP_GUARD, Signal, Wave

TAIL = 16  # frames after the loop, the loop's own continuation for those who interpolate


def key_hertz(key: float) -> float:
    """Frequency of a key of the equally tempered scale with A4 = 440 Hz."""
    return float(440.0 * 2.0 ** ((key - 69.0) / 12.0))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a tone's frames lie: ``lead`` of them, then a loop of ``cycles`` periods."""

    key: int
    rate: int
    lead: int
    loop: int
    cycles: int

    @property
    def length(self) -> int:
        """All frames, with those after the loop."""
        return self.lead + self.loop + TAIL

    @property
    def hertz(self) -> float:
        """The fundamental that closes in the loop, within a few hundredths of a cent."""
        return self.cycles * self.rate / self.loop

    @property
    def time(self) -> Signal:
        """Seconds of every frame."""
        return np.arange(self.length) / self.rate

    def settling(self, begin: float = 0.25) -> Signal:
        """Seconds of a clock that slows down from the part ``begin`` of the lead, and stops."""
        start, stop = self.lead * begin, float(max(self.lead, 1))
        into = np.clip(np.arange(self.length) - start, 0, stop - start)
        clock = np.minimum(np.arange(self.length), start) + into - into**2 / (2 * (stop - start))
        return np.asarray(clock / self.rate)

    def wave(self, name: str, data: Signal) -> Wave:
        """A sample of these frames."""
        return Wave(name, data, self.rate, self.key, (self.lead, self.lead + self.loop))


def frame(key: int, rate: int, lead: float, loop: float) -> Frame:
    """Choose a loop near ``loop`` seconds in which the key closes within 0.05 cents or so."""
    hertz = key_hertz(key)
    least = max(1, round(loop * hertz * 0.85))
    most = max(least + 1, round(loop * hertz * 1.15))
    counts = np.arange(least, most + 1)
    lengths = np.rint(counts * rate / hertz)
    off = np.abs(1200 * np.log2(counts * rate / lengths / hertz))
    near = np.abs(counts / hertz - loop) / loop
    best = int(np.argmin(off + 0.05 * near))
    return Frame(
        key, rate, max(LOOP_GUARD, round(lead * rate)), int(lengths[best]), int(counts[best])
    )


@dataclass(frozen=True, slots=True)
class Partials:
    """The partials of a tone, columns of one length (P,).

    ``hertz`` is where a partial really is, ``home`` the frequency by which the loop chooses the
    nearest one that closes.
    ``early`` and ``late`` are the amplitudes of the two stages of its decay, ``early_rate`` and
    ``late_rate`` their speeds in nepers a second.
    """

    hertz: Signal
    home: Signal
    phase: Signal
    early: Signal
    early_rate: Signal
    late: Signal
    late_rate: Signal

    @classmethod
    def steady(cls, hertz: Signal, level: Signal, phase: Signal) -> Partials:
        """Partials that do not decay."""
        none = np.zeros(len(hertz))
        return cls(hertz, hertz, phase, none, none, level, none)

    def joined(self, *others: Partials) -> Partials:
        """These and others."""
        names = self.__slots__
        return Partials(*(np.concatenate([getattr(p, n) for p in (self, *others)]) for n in names))


def render(at: Frame, partials: Partials, speed: float = 0.0, settle: float = 0.25) -> Signal:
    """Sum the partials over the frame, (N,).

    ``speed`` (nepers a second) is the decay that the volume envelope of the soundfont will give;
    it is taken out of the sample, so that the loop holds its level.
    """
    clock = at.settling(settle)
    count = np.arange(at.length)
    result = np.zeros(at.length)
    for hertz, home, phase, early, early_rate, late, late_rate in zip(
        *(getattr(partials, name) for name in Partials.__slots__), strict=True
    ):
        if hertz >= at.rate * 0.47:
            continue
        closing = round(home * at.loop / at.rate)
        drift = 2 * math.pi * (hertz - closing * at.rate / at.loop)
        turn = 2 * math.pi * ((closing * count) % at.loop) / at.loop
        level = late * np.exp((speed - late_rate) * clock)
        if early:
            level = level + early * np.exp((speed - early_rate) * clock)
        result += level * np.cos(turn + drift * clock + phase)
    return result


def band(at: Frame, level: Signal, random: Generator) -> Signal:
    """Noise that closes in the loop: ``level`` (loop // 2 + 1,) by frequency, RMS 1, (N,)."""
    spectrum = level * np.exp(2j * np.pi * random.random(len(level)))
    spectrum[0] = 0
    once = np.fft.irfft(spectrum, at.loop)
    once /= max(1e-12, float(np.sqrt(np.mean(once**2))))
    return tiled(at, once)


def tiled(at: Frame, once: Signal) -> Signal:
    """Lay one round of the loop (loop,) over the whole frame, (N,)."""
    return np.asarray(once[(np.arange(at.length) - at.lead) % at.loop])


def bins(at: Frame) -> Signal:
    """The frequencies that close in the loop, (loop // 2 + 1,)."""
    return np.asarray(np.fft.rfftfreq(at.loop, 1 / at.rate))


def spread(at: Frame, levels: Signal, cents: float, random: Generator, lean: float = 1.0) -> Signal:
    """An ensemble on the harmonics ``levels`` (H,): PADsynth, one round of the loop, RMS 1.

    Each harmonic becomes a bell ``cents`` wide (standard deviation) with phases at random; the
    bell is even about the harmonic, so that the ensemble is in tune. ``lean`` is the power of the
    harmonic's number with which the width grows.
    """
    place = np.arange(at.loop // 2 + 1)
    spectrum = np.zeros(len(place), complex)
    for number, level in enumerate(levels, 1):
        centre = at.cycles * number
        if level <= 0 or centre >= len(place) - 2:
            continue
        width = at.cycles * number**lean * (2 ** (cents / 1200) - 1)
        reach = max(1, math.ceil(3.5 * width))
        offset = np.arange(-reach, reach + 1)
        offset = offset[(centre + offset > 0) & (centre + offset < len(place))]
        bell = np.exp(-0.5 * (offset / max(width, 0.3)) ** 2)
        bell[offset == 0] *= 2.0
        bell /= np.sqrt(np.sum(bell**2))
        spectrum[centre + offset] += level * bell * np.exp(2j * np.pi * random.random(len(bell)))
    once = np.fft.irfft(spectrum, at.loop)
    return np.asarray(once / np.sqrt(np.mean(once**2)))


def bell_curve(hertz: Signal, centre: float, octaves: float) -> Signal:
    """A bump on the logarithmic axis of frequency, 1 at ``centre``."""
    distance = np.log2(np.maximum(hertz, 1.0) / centre)
    return np.asarray(np.exp(-0.5 * (distance / octaves) ** 2))


def formants(hertz: Signal, bumps: Sequence[tuple[float, float, float]], floor: float) -> Signal:
    """Gain of a body: bumps of (Hz, gain, octaves) above a ``floor``."""
    gain = np.full(len(hertz), floor)
    for centre, height, octaves in bumps:
        gain = gain + height * bell_curve(hertz, centre, octaves)
    return gain


def shaped(data: Signal, rate: int, gain: Signal | None = None, **edges: float) -> Signal:
    """Filter a whole recording by ``gain`` (N + N // 2 + 1 frequencies) or soft edges.

    ``low`` and ``high`` are the edges in Hz, ``slope`` the order of both (12 dB an octave is 2).
    """
    size = 2 * len(data)
    hertz = np.fft.rfftfreq(size, 1 / rate)
    if gain is None:
        gain = edge_gain(hertz, **edges)
    return np.asarray(np.fft.irfft(np.fft.rfft(data, size) * gain, size)[: len(data)])


def edge_gain(hertz: Signal, low: float = 0, high: float = 0, slope: float = 2) -> Signal:
    """Gain of a band between two soft edges."""
    gain = np.ones(len(hertz))
    if low:
        gain = gain / np.sqrt(1 + (low / np.maximum(hertz, 1e-3)) ** (2 * slope))
    if high:
        gain = gain / np.sqrt(1 + (hertz / high) ** (2 * slope))
    return np.asarray(gain)


def faded(data: Signal, rate: int, attack: float = 0.0, release: float = 0.0) -> Signal:
    """Soft beginning and end, in seconds."""
    data = data.copy()
    rise, fall = round(attack * rate), round(release * rate)
    if rise:
        data[:rise] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    if fall:
        data[-fall:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(fall) / fall)
    return data


def normalised(data: Signal, peak: float = 0.98) -> Signal:
    """At a peak of ``peak``."""
    return np.asarray(data * (peak / max(1e-9, float(np.abs(data).max()))))


def evened(waves: Sequence[Wave], strength: float = 0.8, length: float = 0.35) -> list[Wave]:
    """Make the samples of a family about equally loud at their beginning, none above the peak.

    ``strength`` 1 takes all of the differences out, as BS.1770 weighs them; 0 none.
    """
    loud = []
    for wave in waves:
        begin, end = wave.loop or (0, len(wave.data))
        rounds = 1 + max(0, math.ceil((length * wave.rate - end) / max(1, end - begin)))
        part = wave.data[:end] if wave.loop is None else np.concatenate(
            [wave.data[:begin], np.tile(wave.data[begin:end], rounds)]
        )  # fmt: skip
        part = part[: round(length * wave.rate)]
        gain = weighting(np.fft.rfftfreq(2 * len(part), 1 / wave.rate))
        loud.append(float(np.sqrt(np.mean(shaped(part, wave.rate, gain) ** 2))))
    levels = [one**-strength for one in loud]
    top = max(
        level * float(np.abs(wave.data).max()) for level, wave in zip(levels, waves, strict=True)
    )
    return [
        replace(wave, data=wave.data * (level * 0.98 / top))
        for level, wave in zip(levels, waves, strict=True)
    ]
