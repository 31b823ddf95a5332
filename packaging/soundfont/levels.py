"""How far each program is taken back so that all are equally loud, as measured.

``measure_soundfont.py --calibrate`` prints these tables: it plays the same phrase on every program
through FluidSynth and compares the loudness (ITU-R BS.1770) with ``loudness_aim``.
"""

from __future__ import annotations

PROGRAMS: tuple[int, ...] = (
    0, 0, 0, 72, 72, 96, 9, 34, 114, 103, 31, 176, 0, 7, 73, 35,
    163, 63, 209, 130, 87, 118, 183, 96, 0, 0, 0, 31, 33, 121, 222, 136,
    9, 29, 0, 0, 54, 6, 74, 291, 119, 101, 111, 109, 173, 8, 0, 0,
    176, 144, 239, 207, 208, 33, 187, 114, 192, 136, 121, 161, 145, 248, 225, 224,
    133, 113, 100, 93, 201, 152, 162, 199, 186, 168, 248, 247, 253, 164, 246, 230,
    347, 253, 324, 274, 219, 212, 227, 293, 285, 166, 247, 124, 56, 182, 107, 178,
    161, 72, 251, 0, 129, 158, 105, 216, 0, 35, 2, 81, 0, 197, 121, 151,
    71, 0, 5, 0, 170, 112, 29, 247, 19, 20, 112, 273, 159, 36, 2, 71,
)  # fmt: skip
"""Centibels by program, in FluidSynth's scale."""
KITS: dict[int, int] = {0: 0, 8: 0, 16: 43, 24: 0, 25: 34, 32: 0, 40: 0, 48: 74, 56: 0}
