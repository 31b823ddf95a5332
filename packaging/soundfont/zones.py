"""Lays waves over the keyboard, and names what the envelopes and filters of a preset do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from soundfont.sf2 import Gen, Gens, Mod, Wave, Zone, hertz, seconds

VELOCITY_DOWN = 0x0102  # note-on velocity, linear, unipolar, from 1 at the softest to 0 (8.2.1)
VELOCITY_UP = 0x0002
WHEEL = 0x0081
PRESSURE = 0x000D
OPEN = 13500  # the filter stands open


def spread_keys(
    waves: Sequence[Wave],
    lowest: int = 0,
    highest: int = 127,
    gens: Callable[[Wave], Gens] | None = None,
) -> list[Zone]:
    """Give every wave the keys that are nearest to it; ``gens`` says what is its own."""
    ordered = sorted(waves, key=lambda wave: wave.key)
    zones = []
    low = lowest
    for place, wave in enumerate(ordered):
        last = place + 1 == len(ordered)
        high = highest if last else min(highest, (wave.key + ordered[place + 1].key) // 2)
        if high >= low:
            zones.append(Zone(wave, dict(gens(wave)) if gens else {}, (low, high)))
        low = max(low, high + 1)
    return zones


def wide(zones: Sequence[Zone], pan: int = 350) -> list[Zone]:
    """Two of every zone, left and right; the right one enters its loop half a round later.

    Where a loop is an ensemble (``tone.spread``) the two halves know nothing of each other, which
    makes it stereo without further samples.
    """
    result = []
    for zone in zones:
        begin, end = zone.wave.loop or (0, 0)
        for side, offset in ((-pan, 0), (pan, (end - begin) // 2)):
            own = {**zone.gens, Gen.PAN: side}
            if offset:
                own[Gen.START_OFFSET] = offset
            result.append(Zone(zone.wave, own, zone.keys, zone.velocities))
    return result


def envelope(
    attack: float = 0.001,
    hold: float = 0.0,
    decay: float = 0.0,
    sustain: float = 0.0,
    release: float = 0.1,
    delay: float = 0.0,
) -> dict[Gen, int]:
    """Volume in time: seconds, ``sustain`` in dB below the peak; ``decay`` falls by 100 dB."""
    result = {Gen.ATTACK: seconds(attack), Gen.RELEASE: seconds(release)}
    if hold:
        result[Gen.HOLD] = seconds(hold)
    if decay:
        result[Gen.DECAY] = seconds(decay)
        result[Gen.SUSTAIN] = round(10 * sustain)
    if delay:
        result[Gen.DELAY] = seconds(delay)
    return result


def filtered(
    base: float = 0.0, resonance: float = 0.0, swing: int = 0, attack: float = 0.001,
    decay: float = 1.0, sustain: float = 1.0, release: float = 0.5,
) -> dict[Gen, int]:  # fmt: skip
    """A low-pass at ``base`` Hz that an envelope lifts by ``swing`` cents.

    ``sustain`` is the part (0..1) of the swing that the envelope falls to within ``decay``.
    """
    result = {Gen.FILTER: min(OPEN, hertz(base)) if base else OPEN}
    if resonance:
        result[Gen.FILTER_Q] = round(10 * resonance)
    if swing:
        result |= {
            Gen.MOD_ENV_TO_FILTER: swing,
            Gen.MOD_ENV_ATTACK: seconds(attack),
            Gen.MOD_ENV_DECAY: seconds(decay),
            Gen.MOD_ENV_SUSTAIN: round(1000 * (1 - sustain)),
            Gen.MOD_ENV_RELEASE: seconds(release),
        }
    return result


def vibrato(rate: float, cents: int, delay: float = 0.3, tremolo: float = 0.0) -> dict[Gen, int]:
    """A slow wave on the pitch (cents) and, at the same rate, on the volume (dB)."""
    result: dict[Gen, int] = {}
    if cents:
        result |= {
            Gen.VIB_LFO_TO_PITCH: cents,
            Gen.VIB_LFO_RATE: hertz(rate),
            Gen.VIB_LFO_DELAY: seconds(delay),
        }
    if tremolo:
        result |= {
            Gen.MOD_LFO_TO_VOLUME: round(10 * tremolo),
            Gen.MOD_LFO_RATE: hertz(rate),
            Gen.MOD_LFO_DELAY: seconds(delay),
        }
    return result


def room(reverb: float, chorus: float = 0.0) -> dict[Gen, int]:
    """What goes to the reverb and the chorus, in per cent."""
    result = {Gen.REVERB: round(10 * reverb)}
    if chorus:
        result[Gen.CHORUS] = round(10 * chorus)
    return result


def darker(cents: int) -> Mod:
    """Close the filter by up to ``cents`` for soft notes (in place of default modulator 2)."""
    return Mod(VELOCITY_DOWN, Gen.FILTER, -cents)


def slower(cents: int) -> Mod:
    """A slower attack by up to ``cents`` (timecents) for soft notes."""
    return Mod(VELOCITY_DOWN, Gen.ATTACK, cents)
