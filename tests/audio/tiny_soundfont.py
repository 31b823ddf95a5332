"""A soundfont of one looped wave, made in memory: an instrument and a drum kit that play it."""

import struct
from pathlib import Path

import numpy as np

RATE = 44100
_PERIOD = 100  # frames, a tone of 441 Hz
_ROOT = 69


def write_tiny_soundfont(path: Path) -> Path:
    """Write it and give its path back."""
    path.write_bytes(tiny_soundfont())
    return path


def tiny_soundfont() -> bytes:
    """The bytes of a SoundFont 2.01 file (specification of 1998, sections 4 to 7)."""
    turns = np.arange(_PERIOD * 20) / _PERIOD
    wave = (np.sin(2 * np.pi * turns) * 20000).astype("<i2").tobytes() + bytes(92)
    info = _list(b"INFO", _chunk(b"ifil", struct.pack("<HH", 2, 1)), _chunk(b"INAM", b"Tiny\0\0"))
    return _riff(info, _list(b"sdta", _chunk(b"smpl", wave)), _tables())


def _tables() -> bytes:
    def presets(*rows: tuple[str, int, int, int]) -> bytes:
        return b"".join(
            struct.pack("<20sHHHIII", name.encode(), program, bank, bag, 0, 0, 0)
            for name, program, bank, bag in rows
        )

    last = _PERIOD * 20
    sample = struct.pack(
        "<20sIIIIIBbHH", b"wave", 0, last, _PERIOD, last - _PERIOD, RATE, _ROOT, 0, 0, 1
    )
    nothing = struct.pack("<20sIIIIIBbHH", b"EOS", 0, 0, 0, 0, 0, 0, 0, 0, 0)
    generators = struct.pack("<HhHh", 54, 1, 53, 0)  # looped, sample 0
    return _list(
        b"pdta",
        _chunk(b"phdr", presets(("tone", 0, 0, 0), ("kit", 0, 128, 1), ("EOP", 0, 0, 2))),
        _chunk(b"pbag", struct.pack("<6H", 0, 0, 1, 0, 2, 0)),
        _chunk(b"pmod", bytes(10)),
        _chunk(b"pgen", struct.pack("<6H", 41, 0, 41, 0, 0, 0)),
        _chunk(b"inst", struct.pack("<20sH20sH", b"tone", 0, b"EOI", 1)),
        _chunk(b"ibag", struct.pack("<4H", 0, 0, 2, 0)),
        _chunk(b"imod", bytes(10)),
        _chunk(b"igen", generators + bytes(4)),
        _chunk(b"shdr", sample + nothing),
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + bytes(len(content) & 1)


def _list(kind: bytes, *chunks: bytes) -> bytes:
    return _chunk(b"LIST", kind + b"".join(chunks))


def _riff(*lists: bytes) -> bytes:
    return _chunk(b"RIFF", b"sfbk" + b"".join(lists))
