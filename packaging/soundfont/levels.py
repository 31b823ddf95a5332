"""How far each program is taken back so that all are equally loud, as measured.

``measure_soundfont.py --calibrate`` prints these tables: it plays the same phrase on every program
through FluidSynth and compares the loudness (ITU-R BS.1770) with ``loudness_aim``.
"""

from __future__ import annotations

PROGRAMS: tuple[int, ...] = (
    0, 0, 0, 72, 83, 112, 14, 26, 115, 103, 31, 176, 0, 7, 45, 36,
    163, 63, 207, 130, 85, 117, 182, 95, 1, 15, 0, 38, 32, 123, 222, 137,
    53, 39, 0, 8, 61, 12, 75, 290, 119, 100, 110, 107, 171, 11, 23, 0,
    179, 147, 235, 205, 192, 31, 176, 113, 192, 137, 120, 159, 145, 247, 225, 222,
    132, 112, 100, 94, 201, 169, 161, 198, 185, 169, 248, 245, 252, 163, 245, 230,
    347, 252, 322, 273, 218, 201, 225, 292, 286, 163, 238, 111, 53, 167, 91, 154,
    157, 74, 197, 13, 138, 150, 91, 216, 0, 77, 0, 126, 0, 199, 120, 150,
    72, 0, 5, 0, 170, 112, 29, 247, 20, 20, 112, 212, 159, 35, 0, 67,
)  # fmt: skip
"""Centibels by program, in FluidSynth's scale."""
KITS: dict[int, int] = {0: 0, 8: 0, 16: 30, 24: 0, 25: 34, 32: 0, 40: 0, 48: 74, 56: 0}
