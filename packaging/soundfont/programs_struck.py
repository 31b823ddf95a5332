"""Programs 0 to 39 and 104 to 119 of General MIDI: keys, bars, organs, guitars, basses, drums."""

from __future__ import annotations

from dataclasses import replace

from soundfont import blown, piano, plucked, struck
from soundfont.electric import tine_zones
from soundfont.sf2 import Gen
from soundfont.voice import (
    Programs,
    Voice,
    altered,
    bars_of,
    doubled,
    fm_waves,
    one,
    oscillated,
    piano_waves,
    strings_of,
    tine_waves,
    twice,
    winds_of,
)
from soundfont.zones import darker, envelope, filtered, room, vibrato


def keys() -> Programs:
    """Pianos and their kin, 0 to 7."""
    grand = piano.zones(piano_waves())
    bright = [
        replace(z, gens={**z.gens, Gen.FILTER: min(13500, z.gens[Gen.FILTER] + 1400)})
        for z in grand
    ]
    plain = [zone for zone in bright if Gen.FINE_TUNE not in zone.gens]
    tines = tine_zones(tine_waves())
    fm = tine_zones(fm_waves(), 0.9)
    quills = strings_of(plucked.HARPSICHORD)
    choirs = quills + altered(quills, {Gen.COARSE_TUNE: 12, Gen.ATTENUATION: 125, Gen.FINE_TUNE: 1})
    return {
        0: Voice(grand, piano.gens(), piano.mods()),
        1: Voice(bright, piano.gens(), (darker(5200),)),
        2: Voice(bright, piano.gens() | room(12, 25), (darker(4400),)),
        3: Voice(doubled(plain, 7, 180), piano.gens(), piano.mods()),
        4: Voice(tines, envelope(release=0.25) | filtered(5200) | room(14, 14)
                 | vibrato(4.6, 0, 0.02, 0.7), (darker(3600),)),
        5: Voice(fm, envelope(release=0.3) | filtered(9000) | room(16, 30), (darker(4200),)),
        6: Voice(choirs, envelope(release=0.12) | room(16), (darker(900),)),
        7: Voice(twice(strings_of(plucked.HARPSICHORD, 0.4)),
                 envelope(release=0.06) | filtered(1500, 5, 2200, decay=0.5, sustain=0.15)
                 | room(8), (darker(1800),)),
    }  # fmt: skip


def bars() -> Programs:
    """Chromatic percussion, 8 to 15."""
    return {
        8: Voice(bars_of(struck.CELESTA), envelope(release=0.5) | filtered(7000) | room(22),
                 (darker(2400),)),
        9: Voice(bars_of(struck.GLOCKENSPIEL), envelope(release=1.6) | room(22), (darker(1800),)),
        10: Voice(bars_of(struck.MUSIC_BOX), envelope(release=1.0) | room(20), (darker(1500),)),
        11: Voice(bars_of(struck.VIBRAPHONE), envelope(release=0.7) | filtered(6000) | room(20)
                  | vibrato(5.2, 0, 0.01, 1.8), (darker(3000),)),
        12: Voice(bars_of(struck.MARIMBA), envelope(release=0.7) | filtered(6500) | room(18),
                  (darker(3200),)),
        13: Voice(twice(bars_of(struck.XYLOPHONE)), envelope(release=0.5) | room(18),
                  (darker(2400),)),
        14: Voice(bars_of(struck.BELL), envelope(release=2.8) | filtered(8000) | room(30),
                  (darker(2600),)),
        15: Voice(doubled(strings_of(plucked.HARPSICHORD, 0.8), 3, 150),
                  envelope(release=0.8) | filtered(5500) | room(18), (darker(3000),)),
    }  # fmt: skip


def organs() -> Programs:
    """Organs and free reeds, 16 to 23."""
    draw = winds_of(blown.DRAWBAR)
    free = winds_of(blown.ACCORDION)
    held = envelope(0.004, release=0.07)
    return {
        16: Voice(draw, held | room(14, 22) | vibrato(6.3, 4, 0.02, 0.5)),
        17: Voice(draw, envelope(0.002, decay=2.2, sustain=5, release=0.06) | room(14, 18)
                  | vibrato(6.3, 5, 0.02, 0.7)),
        18: Voice(doubled(draw, 5), held | filtered(5200, 2) | room(12, 45)
                  | vibrato(6.7, 8, 0.02, 1.2)),
        19: Voice(winds_of(blown.PIPE), envelope(0.02, release=0.35) | room(40)),
        20: Voice(free, envelope(0.04, release=0.15) | filtered(2600) | room(16)),
        21: Voice(free, envelope(0.02, release=0.12) | filtered(7500) | room(14), (darker(1200),)),
        22: Voice(winds_of(blown.REED), envelope(0.02, release=0.12) | room(16)
                  | vibrato(5.4, 6, 0.25, 1.2), (darker(2000),)),
        23: Voice(free, envelope(0.015, release=0.1) | filtered(4200) | room(16), (darker(1800),)),
    }  # fmt: skip


def guitars() -> Programs:
    """Guitars, 24 to 31."""
    clean = strings_of(plucked.CLEAN)
    driven = strings_of(plucked.DRIVEN)
    return {
        24: Voice(strings_of(plucked.NYLON), envelope(release=0.22) | filtered(7500) | room(17),
                  (darker(3600),)),
        25: Voice(strings_of(plucked.STEEL), envelope(release=0.22)
                  | filtered(9000) | room(17), (darker(3600),)),
        26: Voice(clean, envelope(release=0.15) | filtered(1700) | room(14), (darker(2400),)),
        27: Voice(clean, envelope(release=0.15) | filtered(5200, 0, 900, decay=3, sustain=0)
                  | room(14, 28), (darker(3000),)),
        28: Voice(twice(strings_of(plucked.CLEAN, 0.07)), envelope(release=0.05)
                  | filtered(900, 0, 1600, decay=0.4, sustain=0) | room(12), (darker(2400),)),
        29: Voice(driven, envelope(release=0.12) | filtered(4200) | room(12, 12),
                  (darker(1500),)),
        30: Voice(doubled(strings_of(plucked.DRIVEN, 1.5), 4, 300),
                  envelope(release=0.12) | filtered(6500) | room(12), (darker(1200),)),
        31: Voice(altered(bars_of(struck.CELESTA), {}), envelope(0.004, release=0.5)
                  | filtered(4200) | room(22), (darker(2400),)),
    }  # fmt: skip


def basses() -> Programs:
    """Basses, 32 to 39."""
    finger, picked = strings_of(plucked.FINGER), strings_of(plucked.PICKED)
    saw = oscillated("saw")
    return {
        32: Voice(strings_of(plucked.UPRIGHT), envelope(release=0.14) | filtered(3200) | room(8),
                  (darker(2400),)),
        33: Voice(finger, envelope(release=0.1) | filtered(2600) | room(5), (darker(2600),)),
        34: Voice(picked, envelope(release=0.1) | filtered(4200) | room(5), (darker(2400),)),
        35: Voice(finger, envelope(0.03, release=0.12) | filtered(1500, 3) | room(8, 12)
                  | vibrato(5.0, 7, 0.35), (darker(1800),)),
        36: Voice(twice(strings_of(plucked.PICKED, 0.6)), envelope(release=0.08)
                  | filtered(2200, 5, 2400, decay=0.35, sustain=0) | room(5), (darker(3600),)),
        37: Voice(twice(strings_of(plucked.PICKED, 0.45)), envelope(release=0.08)
                  | filtered(1600, 8, 3000, decay=0.25, sustain=0) | room(5), (darker(3600),)),
        38: Voice(saw, envelope(decay=14, sustain=30, release=0.09)
                  | filtered(380, 6, 3000, decay=0.45, sustain=0.1) | room(4), (darker(2400),)),
        39: Voice(doubled(oscillated("square"), 4, 60), envelope(decay=16, sustain=24, release=0.1)
                  | filtered(320, 3, 2200, decay=0.7, sustain=0.25) | room(5), (darker(2000),)),
    }  # fmt: skip


def world() -> Programs:
    """Plucked and blown things of the world, 104 to 111."""
    return {
        104: Voice(doubled(strings_of(plucked.STEEL, 0.8), 3, 120), envelope(release=0.4)
                   | filtered(2400, 9, 2200, attack=0.12, decay=1.4, sustain=0.2) | room(18)),
        105: Voice(twice(strings_of(plucked.STEEL, 0.22)), envelope(release=0.1) | filtered(8500)
                   | room(12), (darker(2400),)),
        106: Voice(twice(strings_of(plucked.HARPSICHORD, 0.22)),
                   envelope(release=0.1) | filtered(4200, 4) | room(14), (darker(2400),)),
        107: Voice(twice(strings_of(plucked.HARP, 0.55)), envelope(release=0.4) | room(18),
                   (darker(2400),)),
        108: Voice(bars_of(struck.KALIMBA), envelope(release=0.5) | room(16), (darker(2400),)),
        109: Voice(winds_of(blown.OBOE), envelope(0.02, release=0.08) | room(12)),
        110: Voice(winds_of(blown.VIOLIN), envelope(0.02, release=0.1) | room(14)
                   | vibrato(5.6, 10, 0.25, 0.4), (darker(1500),)),
        111: Voice(winds_of(blown.OBOE), envelope(0.01, release=0.08) | filtered(9000, 4) | room(14)
                   | vibrato(5.2, 16, 0.2, 0.8)),
    }  # fmt: skip


def percussion() -> Programs:
    """What is struck and tuned, 112 to 119."""
    toms = {Gen.DECAY: 2400, Gen.SUSTAIN: 1000, Gen.RELEASE: 600}
    return {
        112: Voice(bars_of(struck.GLOCKENSPIEL, 0.7), envelope(release=1.2) | room(26)),
        113: Voice(bars_of(struck.AGOGO), envelope(release=0.8) | room(14), (darker(2000),)),
        114: Voice(bars_of(struck.STEEL_DRUM), envelope(release=0.6) | room(20), (darker(3000),)),
        115: Voice(twice(bars_of(struck.WOODBLOCK)), envelope(release=0.5) | room(14),
                   (darker(1800),)),
        116: Voice(twice([one("tom", root=66, gens=toms)]), room(26), (darker(3000),)),
        117: Voice(twice([one("tom", root=57, gens=toms)]), room(14), (darker(2400),)),
        118: Voice([one("boom", root=52, gens=toms)], room(12), (darker(2400),)),
        119: Voice(twice(twice([one("crash")])),
                   envelope(0.7, 0, 0.6, 100, release=0.08) | room(16)),
    }  # fmt: skip
