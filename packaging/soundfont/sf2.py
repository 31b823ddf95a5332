"""Writes SoundFont 2.01 files: samples, instruments and presets into RIFF chunks.

Source: E-mu Systems, SoundFont Technical Specification, version 2.01 (1998); the numbers in
comments are its sections. Nothing but structure is here; what a value means is up to the maker.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float64]
GUARD = 46  # frames of silence after every sample (7.10)
LOOP_GUARD = 8  # frames that a loop keeps from the edges of its sample (7.10)


class Gen(IntEnum):
    """Generators by number (8.1.2), those that are used here."""

    START_OFFSET = 0
    MOD_LFO_TO_PITCH = 5
    VIB_LFO_TO_PITCH = 6
    MOD_ENV_TO_PITCH = 7
    FILTER = 8
    FILTER_Q = 9
    MOD_LFO_TO_FILTER = 10
    MOD_ENV_TO_FILTER = 11
    MOD_LFO_TO_VOLUME = 13
    CHORUS = 15
    REVERB = 16
    PAN = 17
    MOD_LFO_DELAY = 21
    MOD_LFO_RATE = 22
    VIB_LFO_DELAY = 23
    VIB_LFO_RATE = 24
    MOD_ENV_DELAY = 25
    MOD_ENV_ATTACK = 26
    MOD_ENV_HOLD = 27
    MOD_ENV_DECAY = 28
    MOD_ENV_SUSTAIN = 29
    MOD_ENV_RELEASE = 30
    DELAY = 33
    ATTACK = 34
    HOLD = 35
    DECAY = 36
    SUSTAIN = 37
    RELEASE = 38
    KEY_TO_DECAY = 40
    INSTRUMENT = 41
    KEY_RANGE = 43
    VELOCITY_RANGE = 44
    ATTENUATION = 48
    COARSE_TUNE = 51
    FINE_TUNE = 52
    SAMPLE = 53
    SAMPLE_MODES = 54
    SCALE_TUNING = 56
    EXCLUSIVE_CLASS = 57
    ROOT_KEY = 58


Gens = Mapping[Gen, int]


@dataclass(frozen=True, slots=True)
class Mod:
    """A modulator (8.2): ``source`` moves ``target`` by up to ``amount``."""

    source: int
    target: Gen
    amount: int
    amount_source: int = 0
    transform: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Wave:
    """A mono sample: ``data`` -1..1, its rate, the key it sounds, and what it loops (half open)."""

    name: str
    data: Signal  # (N,)
    rate: int
    key: int
    loop: tuple[int, int] | None = None
    cents: int = 0

    def __post_init__(self) -> None:
        if self.loop is not None:
            begin, end = self.loop
            if not LOOP_GUARD <= begin < end <= len(self.data) - LOOP_GUARD:
                raise ValueError(f"{self.name}: the loop {self.loop} leaves the sample")


@dataclass(frozen=True, slots=True)
class Zone:
    """A wave on some keys and velocities, with its generators and modulators."""

    wave: Wave
    gens: Gens = field(default_factory=dict)
    keys: tuple[int, int] = (0, 127)
    velocities: tuple[int, int] = (0, 127)


@dataclass(frozen=True, slots=True)
class Preset:
    """A program: one instrument with generators and modulators that hold for all its zones.

    ``attenuation`` (centibels) is added to that of the zones.
    """

    bank: int
    program: int
    name: str
    zones: Sequence[Zone]
    gens: Gens = field(default_factory=dict)
    mods: Sequence[Mod] = ()
    attenuation: int = 0


def seconds(value: float) -> int:
    """A time in timecents (8.1.3)."""
    return max(-12000, min(8000, round(1200 * math.log2(max(value, 0.001)))))


def hertz(value: float) -> int:
    """A frequency in absolute cents (8.1.3), as filters and oscillators have it."""
    return round(1200 * math.log2(value / 8.176))


def write(name: str, author: str, comment: str, presets: Sequence[Preset]) -> bytes:
    """Return the bytes of a soundfont of ``presets``, each with an instrument of its own."""
    presets = sorted(presets, key=lambda one: (one.bank, one.program))
    waves = list({id(z.wave): z.wave for p in presets for z in p.zones}.values())
    info = b"".join(
        (
            _chunk(b"ifil", struct.pack("<HH", 2, 1)),
            _chunk(b"isng", _text("EMU8000")),
            _chunk(b"INAM", _text(name)),
            _chunk(b"IENG", _text(author)),
            _chunk(b"ICMT", _text(comment)),
            _chunk(b"ISFT", _text(name)),
        )
    )
    samples, headers = _samples(waves)
    body = b"".join(
        (
            b"sfbk",
            _chunk(b"LIST", b"INFO" + info),
            _chunk(b"LIST", b"sdta" + _chunk(b"smpl", samples)),
            _chunk(b"LIST", b"pdta" + _hydra(presets, waves) + _chunk(b"shdr", headers)),
        )
    )
    return _chunk(b"RIFF", body)


def _samples(waves: Sequence[Wave]) -> tuple[bytes, bytes]:
    """The sample data as 16 bits, and their headers (7.10)."""
    data: list[bytes] = []
    headers: list[bytes] = []
    place = 0
    for wave in waves:
        frames = np.clip(np.rint(wave.data * 32767), -32768, 32767).astype("<i2")
        begin, end = wave.loop or (0, 0)
        headers.append(
            struct.pack(
                "<20sIIIIIBbHH",
                _name(wave.name),
                place,
                place + len(frames),
                place + begin,
                place + end,
                wave.rate,
                wave.key,
                wave.cents,
                0,
                1,
            )
        )
        data.append(frames.tobytes() + bytes(2 * GUARD))
        place += len(frames) + GUARD
    headers.append(struct.pack("<20sIIIIIBbHH", _name("EOS"), 0, 0, 0, 0, 0, 0, 0, 0, 0))
    return b"".join(data), b"".join(headers)


def _hydra(presets: Sequence[Preset], waves: Sequence[Wave]) -> bytes:
    """The eight lists that make presets of instruments and instruments of samples (7.2 to 7.9)."""
    place = {id(wave): number for number, wave in enumerate(waves)}
    phdr, pbag, pgen = bytearray(), bytearray(), bytearray()
    inst, ibag, imod, igen = bytearray(), bytearray(), bytearray(), bytearray()

    def bag() -> bytes:
        return struct.pack("<HH", len(igen) // 4, len(imod) // 10)

    for number, preset in enumerate(presets):
        phdr += struct.pack(
            "<20sHHHIII", _name(preset.name), preset.program, preset.bank, len(pbag) // 4, 0, 0, 0
        )
        pbag += struct.pack("<HH", len(pgen) // 4, 0)
        if preset.attenuation:
            pgen += _gen(Gen.ATTENUATION, preset.attenuation)
        pgen += _gen(Gen.INSTRUMENT, number)
        inst += struct.pack("<20sH", _name(preset.name), len(ibag) // 4)
        ibag += bag()
        igen += b"".join(_gen(*pair) for pair in sorted(preset.gens.items()))
        for mod in preset.mods:
            imod += struct.pack(
                "<HHhHH", mod.source, mod.target, mod.amount, mod.amount_source, mod.transform
            )
        for zone in preset.zones:
            ibag += bag()
            igen += _zone(zone, place[id(zone.wave)])
    phdr += struct.pack("<20sHHHIII", _name("EOP"), 0, 0, len(pbag) // 4, 0, 0, 0)
    pbag += struct.pack("<HH", len(pgen) // 4, 0)
    inst += struct.pack("<20sH", _name("EOI"), len(ibag) // 4)
    ibag += bag()
    lists = (
        (b"phdr", phdr), (b"pbag", pbag), (b"pmod", bytes(10)), (b"pgen", pgen + bytes(4)),
        (b"inst", inst), (b"ibag", ibag), (b"imod", imod + bytes(10)), (b"igen", igen + bytes(4)),
    )  # fmt: skip
    return b"".join(_chunk(key, bytes(value)) for key, value in lists)


def _zone(zone: Zone, sample: int) -> bytes:
    """A zone's generators: key range, velocity range first, the sample last (8.5)."""
    parts = [struct.pack("<HBB", Gen.KEY_RANGE, *zone.keys)]
    if zone.velocities != (0, 127):
        parts.append(struct.pack("<HBB", Gen.VELOCITY_RANGE, *zone.velocities))
    gens = dict(zone.gens)
    if zone.wave.loop is not None:
        gens.setdefault(Gen.SAMPLE_MODES, 1)
    parts += [_gen(*pair) for pair in sorted(gens.items())]
    return b"".join((*parts, _gen(Gen.SAMPLE, sample)))


def _gen(number: Gen, value: int) -> bytes:
    return struct.pack("<Hh", number, value)


def _chunk(key: bytes, data: bytes) -> bytes:
    return key + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def _name(text: str) -> bytes:
    return text.encode("ascii")[:19].ljust(20, b"\0")


def _text(text: str) -> bytes:
    data = text.encode("ascii") + b"\0"
    return data + bytes(len(data) % 2)
