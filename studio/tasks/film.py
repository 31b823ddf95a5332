"""Frames become a film: MP4 by the library “av”, GIF, or a sequence of PNG pictures."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.errors import AlreadyExists, StudioError, Unavailable
from studio.paths import replacing

Pixels = NDArray[np.uint8]
FILMS = (".mp4", ".gif")


class Film(Protocol):
    """What takes frames (H, W, 3), all of one size, and is whole when the ``with`` ends."""

    def add(self, pixels: Pixels) -> None:
        """Take the next frame."""


def check_film(path: Path, force: bool) -> None:
    """Raise StudioError where no film can be written there, before anything slow."""
    if path.suffix.lower() not in FILMS:
        raise StudioError(f"“{path.name}” is no name of a film; use one in {' or '.join(FILMS)}.")
    if path.suffix.lower() == ".mp4":
        _av()
    if path.exists() and not force:
        raise AlreadyExists(f"“{path}” exists already; choose another name or give --force.")


@contextmanager
def film(path: Path, rate: float, *, force: bool = False, loop: bool = True) -> Iterator[Film]:
    """Open a film of so many frames a second; whole or not there when the block ends."""
    check_film(path, force)
    with replacing(path, force=force) as temporary:
        if path.suffix.lower() == ".gif":
            made = _Gif(temporary, rate, loop)
            yield made
            made.close()
        else:
            yield from _mp4(temporary, rate)


class _Gif:
    def __init__(self, path: Path, rate: float, loop: bool) -> None:
        self.path, self.rate, self.loop = path, rate, loop
        self.frames: list[Image.Image] = []

    def add(self, pixels: Pixels) -> None:
        """Take the next frame; kept with 256 colours."""
        picture = Image.fromarray(pixels)
        self.frames.append(picture.quantize(256, dither=Image.Dither.FLOYDSTEINBERG))

    def close(self) -> None:
        """Write them all. The times of a GIF are hundredths of a second."""
        if not self.frames:
            return
        edges = [round(100 * n / self.rate) * 10 for n in range(len(self.frames) + 1)]
        durations = [max(20, later - sooner) for sooner, later in pairwise(edges)]
        endless = {"loop": 0} if self.loop else {}
        first, *rest = self.frames
        with self.path.open("wb") as file:
            first.save(
                file, "GIF", save_all=True, append_images=rest, duration=durations, **endless
            )


class _Mp4:
    def __init__(self, container: Any, rate: float) -> None:
        self.container, self.rate = container, Fraction(rate).limit_denominator(1001)
        self.stream: Any = None

    def add(self, pixels: Pixels) -> None:
        """Encode the next frame; an odd last row or column is left out."""
        av = _av()
        height, width = (side - side % 2 for side in pixels.shape[:2])
        if self.stream is None:
            stream = self.container.add_stream("libx264", rate=self.rate)
            stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
            stream.options = {"crf": "16", "preset": "medium"}
            self.stream = stream
        frame = av.VideoFrame.from_ndarray(
            np.ascontiguousarray(pixels[:height, :width]), format="rgb24"
        )
        self._mux(frame)

    def close(self) -> None:
        """Write what the encoder still holds."""
        if self.stream is not None:
            self._mux(None)

    def _mux(self, frame: object) -> None:
        for packet in self.stream.encode(frame):
            self.container.mux(packet)


def _mp4(path: Path, rate: float) -> Iterator[Film]:
    with _av().open(str(path), "w", format="mp4") as container:
        made = _Mp4(container, rate)
        yield made
        made.close()


def _av() -> Any:
    try:
        return importlib.import_module("av")
    except ImportError:
        raise Unavailable(
            "An MP4 film needs the library “av”: install it with “pip install av”, or choose a "
            "name that ends in .gif."
        ) from None
