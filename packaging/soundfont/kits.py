"""The drum kits: General MIDI's keys 27 to 87, and nine kits that differ in what they strike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from soundfont import struck
from soundfont.sf2 import Gen, Wave, Zone, seconds
from soundfont.voice import QUIETER, Voice, single_waves, struck_waves
from soundfont.zones import darker, room

ATTENUATION = 25
"""Centibels to a decibel: FluidSynth takes 0.4 of what a file says, as the EMU8000 did."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A key of a kit: a sound, ``tune`` semitones off, ``level`` dB down, ``pan`` -50..50 %.

    ``decay`` seconds to -60 dB shorten it or let its loop end; keys of one ``group`` cut one
    another off.
    """

    sound: str
    tune: float = 0.0
    level: float = 0.0
    pan: float = 0.0
    decay: float = 0.0
    group: int = 0
    reverb: float = 10.0


STANDARD: Mapping[int, Hit] = {
    27: Hit("bird", 0, 12), 28: Hit("slap", 3, 3), 29: Hit("short guiro", 2, 6),
    30: Hit("short guiro", -2, 6), 31: Hit("side stick", 2, 4), 32: Hit("maraca", 0, 6),
    33: Hit("side stick", 7, 6), 34: Hit("triangle", 5, 8, 0, 1.2),
    35: Hit("kick", -2, 2, reverb=4), 36: Hit("kick", 0, 2, reverb=4),
    37: Hit("side stick", 0, 0, -5), 38: Hit("snare", 0, 0, -3, reverb=14),
    39: Hit("clap", 0, 1, 6, reverb=16), 40: Hit("snare", 2.5, 0, -3, 0.35, reverb=10),
    41: Hit("tom", -5, 0, 30, reverb=16), 42: Hit("closed hat", 0, 4, 16, group=1, reverb=6),
    43: Hit("tom", -2.5, 0, 20, reverb=16), 44: Hit("closed hat", -2, 7, 16, 0.10, 1, 6),
    45: Hit("tom", 0, 0, 8, reverb=16), 46: Hit("open hat", 0, 6, 16, 1.3, 1, 8),
    47: Hit("tom", 2.5, 0, -4, reverb=16), 48: Hit("tom", 5, 0, -16, reverb=16),
    49: Hit("crash", 0, 2, -24, 4.5, reverb=16), 50: Hit("tom", 8, 0, -26, reverb=16),
    51: Hit("ride", 0, 6, 28, 2.6, reverb=10), 52: Hit("crash", -5, 2, 24, 2.0, reverb=14),
    53: Hit("ride bell", 0, 4, 28, 2.2, reverb=10), 54: Hit("tambourine", 0, 3, 12),
    55: Hit("crash", 6, 2, -12, 1.3, reverb=14), 56: Hit("cowbell", 0, 3, 10, 0.5),
    57: Hit("crash", -2, 2, 20, 4.2, reverb=16), 58: Hit("vibraslap", 0, 3, -14),
    59: Hit("ride", 2, 6, -22, 2.2, reverb=10), 60: Hit("conga", 7, 3, -18),
    61: Hit("conga", 2, 3, -14), 62: Hit("slap", 0, 4, 16), 63: Hit("conga", 1, 3, 16),
    64: Hit("conga", -4, 3, 12), 65: Hit("timbale", 2, 1, -12), 66: Hit("timbale", -4, 1, -12),
    67: Hit("agogo", 7, 4, -20, 0.7), 68: Hit("agogo", 0, 4, -20, 0.8),
    69: Hit("shaker", 1, 3, -24), 70: Hit("maraca", 0, 2, 22),
    71: Hit("whistle", 2, 6, 18, 0.25, 2), 72: Hit("whistle", 0, 6, 18, 0, 2),
    73: Hit("short guiro", 0, 3, 20, 0, 3), 74: Hit("guiro", 0, 3, 20, 0, 3),
    75: Hit("woodblock", 12, 2, 14, 0.14), 76: Hit("woodblock", 5, 2, -20, 0.16),
    77: Hit("woodblock", 0, 2, -20, 0.18), 78: Hit("cuica", 4, 3, -16, 0.14, 4),
    79: Hit("cuica", 0, 3, -16, 0, 4), 80: Hit("triangle", 0, 6, -22, 0.16, 5),
    81: Hit("triangle", 0, 6, -22, 2.6, 5, 16), 82: Hit("shaker", 0, 3, 14),
    83: Hit("tambourine", 3, 4, 0), 84: Hit("triangle", 9, 6, 0, 1.6, reverb=20),
    85: Hit("woodblock", 16, 6, 0, 0.12), 86: Hit("tom", -9, 3, 0, 0.25), 87: Hit("tom", -11, 0, 0),
}  # fmt: skip

_TOMS = (41, 43, 45, 47, 48, 50)


def _changed(base: Mapping[int, Hit], **changes: Hit) -> dict[int, Hit]:
    return {**base, **{int(key[1:]): hit for key, hit in changes.items()}}


def _toms(
    base: Mapping[int, Hit], tune: float, level: float, decay: float, room_: float
) -> dict[int, Hit]:
    return {
        key: replace(hit, tune=hit.tune + tune, level=hit.level + level, decay=decay, reverb=room_)
        if key in _TOMS else hit
        for key, hit in base.items()
    }  # fmt: skip


def _effects() -> dict[int, Hit]:
    names = ("fret", "slap", "guiro", "side stick", "clap", "whistle", "cuica", "bird", "telephone",
             "shot", "applause", "vibraslap", "crash", "triangle")  # fmt: skip
    return {39 + place: Hit(name, 0, 6, 0, 1.5) for place, name in enumerate(names)}


def kits() -> dict[int, Voice]:
    """All kits by program."""
    standard = STANDARD
    roomy = {key: replace(hit, reverb=hit.reverb * 2 + 8) for key, hit in standard.items()}
    power = _changed(
        _toms(roomy, -2, -0.5, 0, 30),
        k35=Hit("kick", -4, 0, reverb=8), k36=Hit("kick", -1.5, -1, reverb=8),
        k38=Hit("snare", -2, 0, -3, reverb=34), k40=Hit("snare", 0, 0, -3, reverb=34),
    )  # fmt: skip
    electronic = _changed(
        _toms(standard, 3, 0, 0.35, 10),
        k35=Hit("kick", -3, 0, 0, 0.25), k36=Hit("kick", 3, 0, 0, 0.22),
        k38=Hit("snare", 3, 0, 0, 0.22), k40=Hit("clap", 2, 2),
    )  # fmt: skip
    analogue = _changed(
        _toms(standard, 5, 1, 0.5, 8),
        k35=Hit("boom", 0, 0, reverb=2), k36=Hit("boom", 3, 0, reverb=2),
        k38=Hit("snare", 5, 2, 0, 0.18), k40=Hit("snare", 7, 2, 0, 0.15),
        k42=Hit("closed hat", 4, 4, 8, 0.05, 1), k46=Hit("open hat", 4, 6, 8, 0.4, 1),
    )  # fmt: skip
    jazz = _changed(_toms(standard, 4, 2, 0, 22), k35=Hit("kick", 5, 4), k36=Hit("kick", 7, 4))
    brush = _changed(
        jazz, k37=Hit("side stick", -1, 7, -5), k38=Hit("brush", 0, 3, -3),
        k39=Hit("slap", 6, 7, -3), k40=Hit("brush", 3, 4, -3, 0.3),
    )  # fmt: skip
    timpani = {
        key: Hit(
            f"Timpani {38 if key < 48 else 47}", key - (38 if key < 48 else 47), 2, 0, 2.4, 0, 26
        )
        for key in range(41, 54)
    }
    orchestra = {
        **_changed(roomy, k35=Hit("boom", -3, 0, reverb=24), k36=Hit("boom", 0, 0, reverb=24)),
        **timpani, 57: roomy[49], 59: roomy[57],
    }  # fmt: skip
    made = {
        0: standard, 8: roomy, 16: power, 24: electronic, 25: analogue, 32: jazz, 40: brush,
        48: orchestra, 56: _effects(),
    }  # fmt: skip
    return {program: Voice(_zones(kit), room(0), (darker(1800),)) for program, kit in made.items()}


def _zones(kit: Mapping[int, Hit]) -> list[Zone]:
    struck_ = {
        wave.name: wave
        for family in (struck.WOODBLOCK, struck.AGOGO, struck.TIMPANI)
        for wave in struck_waves(family)
    }
    single = {
        **single_waves(), **struck_, "woodblock": next(iter(struck_waves(struck.WOODBLOCK))),
        "agogo": next(iter(struck_waves(struck.AGOGO))),
    }  # fmt: skip
    return [_zone(key, hit, single[hit.sound]) for key, hit in sorted(kit.items())]


def _zone(key: int, hit: Hit, wave: Wave) -> Zone:
    root = key - round(hit.tune)
    gens = {
        Gen.ROOT_KEY: root,
        Gen.ATTENUATION: round((hit.level - QUIETER.get(hit.sound, 0)) * ATTENUATION),
        Gen.REVERB: round(hit.reverb * 10),
    }
    fine = round(100 * (hit.tune - round(hit.tune)))
    if fine:
        gens[Gen.FINE_TUNE] = fine
    if hit.pan:
        gens[Gen.PAN] = round(hit.pan * 10)
    if hit.group:
        gens[Gen.EXCLUSIVE_CLASS] = hit.group
    if hit.decay:
        gens[Gen.DECAY], gens[Gen.SUSTAIN] = seconds(hit.decay * 100 / 60), 1000
    gens[Gen.RELEASE] = seconds(hit.decay * 100 / 60 if hit.decay else 2.5)
    return Zone(wave, gens, (key, key))
