"""Measures of a soundfont as it is heard: loudness, peaks, tuning, clicks.

The phrase, the chord and the notes are the same for every program, so that programs compare.
"""

from __future__ import annotations

import numpy as np

from soundfont.listening import RATE, Event, Listener
from soundfont.loudness import integrated
from soundfont.sf2 import Signal
from soundfont.tone import key_hertz

PHRASE = (60, 64, 67, 72, 69, 65, 62, 55)
CHORD = (48, 55, 60, 64, 67, 72)
NOISES = frozenset({*range(115, 128)})
"""Programs without a pitch of their own: woodblock, drums, reversed cymbal, sound effects."""
RANGES = {
    **dict.fromkeys(range(128), (36, 84)), 0: (21, 108), 1: (21, 108), 2: (28, 103), 4: (28, 96),
    5: (28, 96), 8: (60, 108), 9: (72, 108), 10: (60, 96), 11: (53, 89), 12: (45, 91),
    13: (65, 103), 14: (55, 84), 22: (55, 91), 32: (28, 60), 33: (28, 60), 34: (28, 60),
    35: (28, 60), 36: (28, 60), 37: (28, 60), 38: (28, 60), 39: (28, 60), 40: (55, 100),
    41: (48, 84), 42: (36, 76), 43: (28, 60), 46: (31, 96), 47: (38, 55), 48: (30, 96),
    49: (30, 96), 56: (54, 84), 57: (40, 72), 58: (30, 60), 59: (54, 84), 60: (40, 77),
    64: (56, 87), 65: (49, 80), 66: (44, 75), 67: (37, 68), 68: (58, 91), 69: (52, 81),
    70: (34, 72), 71: (50, 91), 72: (74, 108), 73: (60, 96), 74: (64, 96), 75: (60, 96),
    78: (60, 96), 79: (60, 90), 87: (28, 72), 108: (55, 84), 109: (55, 79), 110: (55, 96),
    112: (72, 103), 113: (72, 96), 114: (52, 79), 116: (48, 72), 117: (45, 72), 118: (45, 72),
}  # fmt: skip
"""The keys on which a program is useful."""


def phrase(program: int) -> list[Event]:
    """Eight quarters at 100 beats a minute, velocity 90, in the program's range."""
    low, high = RANGES[program]
    shift = 0
    while max(PHRASE) + shift > high and shift > -36:
        shift -= 12
    while min(PHRASE) + shift < low and shift < 36:
        shift += 12
    events: list[Event] = []
    for place, key in enumerate(PHRASE):
        events.append((place * 0.6, "on", key + shift, 90))
        events.append((place * 0.6 + 0.57, "off", key + shift, 0))
    return events


def loudness(listener: Listener, program: int) -> float:
    """Integrated loudness of the phrase in LUFS."""
    return integrated(listener.play(program, phrase(program), 5.2), RATE)


def groove() -> list[Event]:
    """Two bars of kick, snare and hats with a fill and a crash, velocity 90."""
    events: list[Event] = [(0.0, "on", 49, 90)]
    for step in range(16):
        at = step * 0.3
        events.append((at, "on", 46 if step == 14 else 42, 90))
        if step % 4 == 0 or step == 10:
            events.append((at, "on", 36, 90))
        if step % 8 == 4 or step == 12:
            events.append((at, "on", 38, 90))
    events += [(4.2, "on", 48, 90), (4.35, "on", 45, 90), (4.5, "on", 41, 90)]
    return events


def kit_loudness(listener: Listener, kit: int) -> float:
    """Integrated loudness of two bars of drums in LUFS."""
    return integrated(listener.play(kit, groove(), 5.2, 128), RATE)


def chord_peak(listener: Listener, program: int) -> float:
    """Highest sample of six keys struck together at velocity 110, with full scale 1."""
    low, high = RANGES[program]
    shift = 0
    while max(CHORD) + shift > high + 12 and shift > -24:
        shift -= 12
    while max(CHORD) + shift < low + 12 and shift < 24:
        shift += 12
    events: list[Event] = [(0.0, "on", key + shift, 110) for key in CHORD]
    return float(np.abs(listener.play(program, events, 2.5)).max())


def cents_off(listener: Listener, program: int, key: int) -> float:
    """Cents by which a key is out of tune: the power's centre about its first harmonics.

    Each of the first six harmonics is looked at within 45 cents (or 3 Hz) by a window of two
    seconds; what they say is weighed by their power. NaN where there is nothing to be heard.
    """
    sound = listener.play(program, [(0.0, "on", key, 100)], 2.6).sum(1)
    part = sound[round(0.12 * RATE) : round(2.4 * RATE)]
    size = 1 << 18
    spectrum = np.abs(np.fft.rfft(part * np.blackman(len(part)), size)) ** 2
    hertz = np.fft.rfftfreq(size, 1 / RATE)
    wanted = key_hertz(key)
    total = weight = 0.0
    for number in range(1, 7):
        centre = wanted * number
        reach = max(centre * (2 ** (45 / 1200) - 1), 3.0)
        first, last = np.searchsorted(hertz, (centre - reach, centre + reach))
        band = spectrum[first:last]
        power = float(band.sum())
        if power <= 0:
            continue
        found = float((hertz[first:last] * band).sum()) / power
        total += power * 1200 * float(np.log2(found / centre))
        weight += power
    return total / weight if weight > 1e-9 else float("nan")


def clicks(listener: Listener, program: int, key: int) -> float:
    """How far the sharpest bend of a held note stands out of its neighbourhood, as a factor.

    The third difference of the sound brings out what is not smooth; its peak within 20 ms is
    compared with the median of such peaks. A seam in a loop would come back in every round.
    """
    sound: Signal = listener.play(program, [(0.0, "on", key, 100)], 3.2).sum(1)
    bend = np.abs(np.diff(sound[round(0.9 * RATE) :], 3))
    size = round(0.02 * RATE)
    peaks = bend[: len(bend) // size * size].reshape(-1, size).max(1)
    # A tone that dies away is compared with what is around it, not with its beginning.
    around = np.array([np.median(peaks[max(0, n - 6) : n + 7]) for n in range(len(peaks))])
    heard = around > 3e-6  # below that the synthesiser ends a note
    return float((peaks[heard] / around[heard]).max()) if heard.any() else 1.0
