"""Programs 40 to 103 and 120 to 127 of General MIDI: strings, voices, winds, synthesisers."""

from __future__ import annotations

from soundfont import blown, ensembles, plucked, struck
from soundfont.electric import tine_zones
from soundfont.sf2 import Gen, Zone
from soundfont.voice import (
    Programs,
    Voice,
    altered,
    bars_of,
    doubled,
    fm_waves,
    one,
    oscillated,
    section_of,
    strings_of,
    twice,
    winds_of,
)
from soundfont.zones import darker, envelope, filtered, room, slower, vibrato


def _bowed() -> list[Zone]:
    """Cello below, violin above."""
    low, high = winds_of(blown.CELLO), winds_of(blown.VIOLIN)
    return _below(low, 53) + _above(high, 54)


def _below(zones: list[Zone], last: int) -> list[Zone]:
    return [
        Zone(z.wave, z.gens, (z.keys[0], last if z.keys[1] > last else z.keys[1]))
        for z in zones if z.keys[0] <= last
    ]  # fmt: skip


def _above(zones: list[Zone], first: int) -> list[Zone]:
    return [
        Zone(z.wave, z.gens, (max(first, z.keys[0]), z.keys[1]))
        for z in zones
        if z.keys[1] >= first
    ]


def strings() -> Programs:
    """Solo strings, harp and timpani, 40 to 47."""
    bowed = _bowed()
    voice = envelope(0.03, release=0.16) | room(20)
    return {
        40: Voice(winds_of(blown.VIOLIN), voice | vibrato(5.8, 12, 0.3, 0.5), (darker(2000),)),
        41: Voice(bowed, voice | filtered(3600) | vibrato(5.5, 11, 0.3, 0.5), (darker(2000),)),
        42: Voice(bowed, voice | filtered(5200) | vibrato(5.2, 11, 0.3, 0.5), (darker(2200),)),
        43: Voice(bowed, envelope(0.05, release=0.2) | room(18) | filtered(2200)
                  | vibrato(4.8, 8, 0.35, 0.3), (darker(1800),)),
        44: Voice(section_of(ensembles.STRINGS), envelope(0.05, release=0.3) | room(26)
                  | vibrato(9.5, 0, 0.01, 3.2), (darker(1800),)),
        45: Voice(twice(strings_of(plucked.PIZZICATO)), envelope(release=0.4) | room(26),
                  (darker(3000),)),
        46: Voice(strings_of(plucked.HARP), envelope(release=0.9) | room(24), (darker(3000),)),
        47: Voice(bars_of(struck.TIMPANI), envelope(release=1.6) | room(28), (darker(3200),)),
    }  # fmt: skip


def sections() -> Programs:
    """Ensembles and voices, 48 to 55."""
    section = section_of(ensembles.STRINGS)
    choir = section_of(ensembles.AH)
    saws = doubled(oscillated("saw"), 8, 350)
    hit = strings_of(plucked.PIZZICATO) + altered(section, {Gen.RELEASE: -1200})
    return {
        48: Voice(section, envelope(0.09, release=0.45) | filtered(7500) | room(28),
                  (darker(2400), slower(900))),
        49: Voice(section, envelope(0.32, release=0.7) | filtered(4800) | room(34),
                  (darker(1800),)),
        50: Voice(saws, envelope(0.10, release=0.35) | filtered(3200) | room(22, 50),
                  (darker(1800),)),
        51: Voice(saws, envelope(0.30, release=0.6)
                  | filtered(1300, 0, 1200, attack=0.6, decay=3) | room(28, 60), (darker(1800),)),
        52: Voice(choir, envelope(0.10, release=0.35) | room(34), (darker(1500),)),
        53: Voice(choir, envelope(0.08, release=0.3) | filtered(780) | room(32), (darker(900),)),
        54: Voice(choir + altered(doubled(oscillated("pulse"), 6), {Gen.ATTENUATION: 350}),
                  envelope(0.06, release=0.3) | filtered(2600) | room(26, 30), (darker(1500),)),
        55: Voice(hit + altered(winds_of(blown.TRUMPET), {Gen.ATTENUATION: 150}),
                  envelope(0.002, 0.12, 1.4, 100, 0.25) | room(34), (darker(1800),)),
    }  # fmt: skip


def brass() -> Programs:
    """Brass, 56 to 63; the louder, the brighter, and brighter as the tone opens."""

    def opening(base: float, swing: int, attack: float = 0.06) -> dict[Gen, int]:
        return filtered(base, 0, swing, attack, 0.7, 0.7, 0.3)

    trumpet, trombone = winds_of(blown.TRUMPET), winds_of(blown.TROMBONE)
    horn = winds_of(blown.HORN)
    voice = envelope(0.012, release=0.12) | room(18)
    section = _below(doubled(trombone, 6), 58) + _above(doubled(trumpet, 6), 59)
    saws = doubled(oscillated("saw"), 7)
    return {
        56: Voice(trumpet, voice | opening(2600, 1700) | vibrato(5.2, 6, 0.45, 0.3),
                  (darker(2400),)),
        57: Voice(trombone, voice | opening(1700, 1700) | vibrato(4.8, 5, 0.45), (darker(2400),)),
        58: Voice(horn, voice | opening(700, 1000) | vibrato(4.5, 3, 0.5), (darker(1800),)),
        59: Voice(trumpet, voice | filtered(3800, 9) | {Gen.MOD_LFO_TO_VOLUME: 8}, (darker(1200),)),
        60: Voice(horn, envelope(0.03, release=0.2) | room(28) | opening(1300, 1300, 0.09),
                  (darker(2400),)),
        61: Voice(section, voice | opening(2000, 1700), (darker(2400),)),
        62: Voice(saws, envelope(0.015, release=0.2) | room(18, 20)
                  | filtered(900, 2, 2600, 0.06, 0.9, 0.45), (darker(2400),)),
        63: Voice(saws, envelope(0.06, release=0.35) | room(22, 30)
                  | filtered(700, 1, 2200, 0.18, 1.6, 0.5), (darker(2000),)),
    }  # fmt: skip


def reeds() -> Programs:
    """Reeds, 64 to 71."""
    sax, oboe = winds_of(blown.SAX), winds_of(blown.OBOE)
    voice = envelope(0.012, release=0.1) | room(17)
    return {
        64: Voice(sax, voice | filtered(6800) | vibrato(5.4, 9, 0.35, 0.6), (darker(2400),)),
        65: Voice(sax, voice | filtered(5200) | vibrato(5.2, 9, 0.35, 0.6), (darker(2400),)),
        66: Voice(sax, voice | filtered(3800) | vibrato(5.0, 9, 0.35, 0.7), (darker(2400),)),
        67: Voice(sax, voice | filtered(2900) | vibrato(4.8, 6, 0.4, 0.5), (darker(2200),)),
        68: Voice(oboe, voice | vibrato(5.5, 7, 0.35, 0.8), (darker(1500),)),
        69: Voice(oboe, voice | filtered(2600) | vibrato(5.2, 7, 0.35, 0.8), (darker(1500),)),
        70: Voice(winds_of(blown.BASSOON), voice | vibrato(4.8, 4, 0.4, 0.4), (darker(1500),)),
        71: Voice(winds_of(blown.CLARINET), voice | filtered(5200), (darker(2000),)),
    }  # fmt: skip


def pipes() -> Programs:
    """Pipes, 72 to 79."""
    flute, recorder = winds_of(blown.FLUTE), winds_of(blown.RECORDER)
    hiss = one("hiss", root=64, gens={Gen.ATTENUATION: 420})
    sine = oscillated("sine")
    voice = envelope(0.015, release=0.12) | room(20)
    return {
        72: Voice(flute, voice | vibrato(5.6, 6, 0.3, 0.9), (darker(1500),)),
        73: Voice(flute, voice | filtered(6800) | vibrato(5.1, 6, 0.32, 1.1), (darker(2400),)),
        74: Voice(recorder, voice | vibrato(4.6, 3, 0.4, 0.5), (darker(900),)),
        75: Voice([*recorder, hiss], envelope(0.02, release=0.25) | filtered(3800) | room(26)
                  | vibrato(4.8, 5, 0.3, 1.0), (darker(1500),)),
        76: Voice([*sine, hiss], envelope(0.05, release=0.2) | filtered(2400) | room(24),
                  (darker(1200),)),
        77: Voice([*flute, altered([hiss], {Gen.ATTENUATION: 500})[0]],
                  envelope(0.05, release=0.2) | filtered(5200) | room(26)
                  | vibrato(4.4, 18, 0.4, 1.6), (darker(1800),)),
        78: Voice(sine, envelope(0.03, release=0.12) | room(20) | vibrato(5.8, 14, 0.25, 0.5)),
        79: Voice(sine + altered(recorder, {Gen.ATTENUATION: 250}), voice | filtered(2600)
                  | vibrato(4.6, 5, 0.3, 0.6), (darker(900),)),
    }  # fmt: skip


def leads() -> Programs:
    """Synthesiser leads, 80 to 87."""
    saw, square, pulse = (oscillated(name) for name in ("saw", "square", "pulse"))
    voice = envelope(0.005, release=0.12) | room(14, 18)
    fifth = altered(saw, {Gen.COARSE_TUNE: 7, Gen.PAN: 250, Gen.ATTENUATION: 60})
    low = altered(square, {Gen.COARSE_TUNE: -12, Gen.PAN: 0})
    return {
        80: Voice(doubled(square, 4), voice | filtered(4200) | vibrato(5.4, 8, 0.4),
                  (darker(2000),)),
        81: Voice(doubled(saw, 7), voice | filtered(5200) | vibrato(5.4, 8, 0.4), (darker(2400),)),
        82: Voice(oscillated("sine") + altered(winds_of(blown.RECORDER), {Gen.ATTENUATION: 100}),
                  envelope(0.02, release=0.15) | room(20, 20) | vibrato(5.2, 6, 0.3)),
        83: Voice(winds_of(blown.RECORDER) + altered(pulse, {Gen.ATTENUATION: 200}),
                  voice | filtered(4800) | vibrato(5.2, 6, 0.35), (darker(1800),)),
        84: Voice(strings_of(plucked.DRIVEN, 2) + altered(saw, {Gen.ATTENUATION: 150}),
                  voice | filtered(5200), (darker(1800),)),
        85: Voice(section_of(ensembles.AH, 250), envelope(0.03, release=0.2) | room(24)
                  | vibrato(5.2, 9, 0.3), (darker(1500),)),
        86: Voice(altered(saw, {Gen.PAN: -250}) + fifth, voice | filtered(4200), (darker(2000),)),
        87: Voice(doubled(saw, 6) + low, voice | filtered(1700, 4, 1900, decay=0.6, sustain=0.4),
                  (darker(2400),)),
    }  # fmt: skip


def pads() -> Programs:
    """Synthesiser pads, 88 to 95."""
    warm, glass = section_of(ensembles.WARM, 400), section_of(ensembles.GLASS, 400)
    choir, section = section_of(ensembles.AH, 400), section_of(ensembles.STRINGS, 400)
    saws = doubled(oscillated("saw"), 9, 400)
    swell = envelope(0.45, release=1.1)
    bells = altered(tine_zones(fm_waves(), 0.7), {Gen.ATTENUATION: 60})
    return {
        88: Voice([*glass, *bells], swell | room(34, 20) | envelope(0.01, release=1.1),
                  (darker(1800),)),
        89: Voice(warm, swell | filtered(2600) | room(34, 20), (darker(1800),)),
        90: Voice(saws, envelope(0.03, release=0.5) | room(24, 40)
                  | filtered(1500, 1, 1500, decay=1.6, sustain=0.3), (darker(2000),)),
        91: Voice(choir, swell | filtered(2600) | room(40, 20), (darker(1500),)),
        92: Voice(section, envelope(0.6, release=1.2) | filtered(2200, 3) | room(36, 30)),
        93: Voice(glass, swell | filtered(7500, 4) | room(34, 35), (darker(1500),)),
        94: Voice(choir + altered(glass, {Gen.ATTENUATION: 150}),
                  envelope(0.7, release=1.6) | filtered(3200) | room(44, 30)),
        95: Voice(saws, envelope(0.4, release=1.1) | room(32, 45)
                  | filtered(500, 5, 3200, 2.6, 4.0, 0.35), (darker(1500),)),
    }  # fmt: skip


def effects() -> Programs:
    """Synthesiser effects, 96 to 103."""
    warm, glass = section_of(ensembles.WARM, 400), section_of(ensembles.GLASS, 400)
    bells, box = bars_of(struck.BELL), bars_of(struck.MUSIC_BOX)
    choir = section_of(ensembles.AH, 400)
    echo = [
        Zone(z.wave, {**z.gens, Gen.DELAY: round(1200 * when), Gen.ATTENUATION: down, Gen.PAN: pan},
             z.keys)
        for when, down, pan in ((-10, 0, 0), (-1.74, 200, -300), (-0.74, 400, 300))
        for z in box
    ]  # fmt: skip
    return {
        96: Voice(box + altered(glass, {Gen.ATTENUATION: 250}), envelope(0.003, release=1.2)
                  | room(40, 40)),
        97: Voice(warm + altered(glass, {Gen.COARSE_TUNE: 0, Gen.ATTENUATION: 200}),
                  envelope(0.9, release=1.6) | room(40, 25)),
        98: Voice(bars_of(struck.GLOCKENSPIEL) + altered(bars_of(struck.VIBRAPHONE), {}),
                  envelope(release=1.6) | room(40, 25), (darker(1500),)),
        99: Voice(strings_of(plucked.NYLON)
                  + altered(warm, {Gen.ATTENUATION: 250, Gen.ATTACK: 600}),
                  envelope(release=0.9) | room(36, 25), (darker(1800),)),
        100: Voice(tine_zones(fm_waves())
                   + altered(choir, {Gen.ATTENUATION: 200, Gen.ATTACK: -1200}),
                   envelope(release=0.9) | room(36, 30), (darker(1800),)),
        101: Voice(choir + warm,
                   envelope(0.5, release=1.4) | filtered(900, 9, 2400, 1.8, 3.0, 0.2)
                   | room(44, 40) | vibrato(0.9, 14, 0.2)),
        102: Voice(echo, envelope(0.003, release=1.0) | room(34, 20), (darker(1500),)),
        103: Voice(doubled(oscillated("pulse"), 9, 400) + altered(bells, {Gen.ATTENUATION: 150}),
                   envelope(0.02, release=1.0) | room(36, 40)
                   | filtered(1300, 8, 2400, 0.4, 2.0, 0.2) | vibrato(4.2, 9, 0.3)),
    }  # fmt: skip


def noises() -> Programs:
    """Sound effects, 120 to 127; they keep their pitch loosely."""
    loose = {Gen.SCALE_TUNING: 30}
    hiss = twice([one("hiss", root=60, gens=loose)])
    return {
        120: Voice([one("fret", root=60, gens=loose)], room(10)),
        121: Voice(hiss, envelope(0.05, 0.05, 1.0, 100, 0.15) | filtered(2600, 4) | room(14)),
        122: Voice(twice(hiss), envelope(1.2, release=1.5) | filtered(700, 2, 1800, 2.2, 3.5, 0.2)
                   | vibrato(0.17, 0, 0.05, 4.0) | room(24)),
        123: Voice([one("bird", root=60, gens=loose)], envelope(release=0.5) | room(24)),
        124: Voice([one("telephone", root=60, gens=loose)], envelope(release=0.25) | room(12)),
        125: Voice(hiss, envelope(0.15, release=0.5) | filtered(420, 3) | room(12)
                   | vibrato(12.5, 0, 0.01, 9.0)),
        126: Voice([one("applause", root=60, gens=loose)], envelope(0.3, release=0.8) | room(22)),
        127: Voice(twice([one("shot", root=60, gens=loose)]), envelope(release=0.6) | room(26)),
    }  # fmt: skip
