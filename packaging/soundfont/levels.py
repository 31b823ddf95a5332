"""How far each program is taken back so that all are equally loud, as measured.

``measure_soundfont.py --calibrate`` prints these tables: it plays the same phrase on every program
through FluidSynth and compares the loudness (ITU-R BS.1770) with ``loudness_aim``.
"""

from __future__ import annotations

PROGRAMS: tuple[int, ...] = (
    0, 0, 0, 72, 85, 113, 13, 27, 114, 103, 31, 176, 0, 6, 45, 36,
    163, 63, 207, 130, 84, 116, 182, 96, 2, 14, 0, 38, 30, 123, 220, 136,
    52, 38, 0, 8, 62, 11, 74, 291, 119, 99, 110, 107, 173, 12, 24, 0,
    178, 146, 235, 204, 190, 32, 178, 115, 192, 136, 121, 159, 145, 247, 225, 222,
    132, 111, 100, 93, 203, 167, 161, 199, 184, 168, 248, 245, 251, 163, 244, 230,
    346, 251, 322, 274, 219, 201, 225, 291, 288, 163, 238, 111, 53, 167, 93, 152,
    156, 72, 197, 13, 139, 149, 92, 217, 0, 76, 0, 127, 0, 198, 119, 149,
    71, 0, 5, 0, 170, 112, 28, 247, 19, 20, 112, 212, 159, 34, 0, 66,
)  # fmt: skip
"""Centibels by program, in FluidSynth's scale."""
KITS: dict[int, int] = {0: 0, 8: 0, 16: 30, 24: 0, 25: 34, 32: 0, 40: 0, 48: 73, 56: 0}
