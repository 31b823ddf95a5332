"""How far each program is taken back so that all are equally loud, as measured.

``measure_soundfont.py --calibrate`` prints these tables: it plays the same phrase on every program
through FluidSynth and compares the loudness (ITU-R BS.1770) with its ``AIM``.
"""

from __future__ import annotations

PROGRAMS: tuple[int, ...] = (
    56, 57, 56, 72, 84, 114, 14, 25, 113, 103, 31, 176, 0, 7, 45, 36,
    163, 63, 207, 130, 83, 117, 182, 97, 1, 13, 0, 38, 31, 123, 221, 138,
    51, 39, 0, 8, 60, 13, 73, 292, 119, 98, 110, 107, 154, 9, 23, 0,
    163, 130, 235, 203, 203, 45, 186, 96, 192, 137, 122, 159, 145, 247, 225, 222,
    132, 113, 100, 94, 203, 168, 161, 198, 183, 169, 248, 245, 253, 163, 243, 230,
    347, 253, 322, 273, 218, 217, 225, 292, 301, 177, 238, 123, 35, 182, 117, 152,
    162, 63, 197, 13, 134, 147, 90, 216, 0, 77, 0, 126, 0, 199, 118, 148,
    72, 0, 5, 0, 170, 112, 29, 247, 18, 20, 112, 212, 159, 33, 0, 67,
)  # fmt: skip
"""Centibels by program, in FluidSynth's scale."""
KITS: dict[int, int] = {0: 0, 8: 0, 16: 30, 24: 0, 25: 34, 32: 0, 40: 0, 48: 74, 56: 0}
