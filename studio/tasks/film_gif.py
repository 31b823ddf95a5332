"""GIF films, written frame by frame so that a long one needs no more memory than a short one."""

from __future__ import annotations

import struct
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image

COLOURS = 256
_SOONEST = 2  # hundredths of a second; what is shorter, players show slowly
_SAMPLED = 128  # pixels a side of which the colours are chosen: those of all take four times longer
_FOR_EVER = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"


class Gif:
    """Takes frames of one size. Each has the 256 colours that suit it best, diffused.

    The times of a GIF are hundredths of a second: frames end where they should to the nearest, so
    that the whole is as long as it should be.
    """

    def __init__(self, file: BinaryIO, rate: float, loop: bool) -> None:
        self._file, self._rate, self._loop = file, rate, loop
        self._count = 0
        self._ended = 0  # hundredths of a second

    def add(self, pixels: NDArray[np.uint8]) -> None:
        """Write the next frame."""
        if not self._count:
            height, width = pixels.shape[:2]
            self._file.write(b"GIF89a" + struct.pack("<HHBBB", width, height, 0x70, 0, 0))
            if self._loop:
                self._file.write(_FOR_EVER)
        self._count += 1
        end = max(self._ended + _SOONEST, round(100 * self._count / self._rate))
        frame = quantized(pixels)
        words: dict[str, Any] = {"duration": 10 * (end - self._ended), "include_color_table": True}
        for part in GifImagePlugin.getdata(frame, (0, 0), **words):
            self._file.write(part)
        self._ended = end

    def close(self) -> None:
        """Write the end."""
        if self._count:
            self._file.write(b"\x3b")


def quantized(pixels: NDArray[np.uint8]) -> Image.Image:
    """The picture in the 256 colours that suit it best, the error diffused to the neighbours."""
    picture = Image.fromarray(pixels)
    every = max(1, min(picture.size) // _SAMPLED)
    palette = Image.fromarray(np.ascontiguousarray(pixels[::every, ::every])).quantize(COLOURS)
    return picture.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
