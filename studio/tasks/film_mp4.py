"""MP4 films by the library “av”: H.264 pictures, and AAC sound as long as they are."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError, Unavailable

Frames: TypeAlias = NDArray[np.float32]  # (n, 2)
Sound: TypeAlias = Iterator[Frames]
SOUND_RATE = 48_000
_PICTURES = {
    "crf": "16",
    "preset": "veryfast",
}  # which looks few frames ahead, so that it ends soon
_SOUND_BITS = 192_000
_BT709 = 1  # of players' colour tables; what untagged films are taken for differs by size


class Mp4:
    """Takes frames of one size into an open container; an odd last row or column is left out."""

    def __init__(self, container: Any, rate: float, sound: Sound | None) -> None:
        self._container = container
        self._rate = Fraction(rate).limit_denominator(1001)
        self._source = sound
        self._pictures: Any = None
        self._sound: Any = None
        self._count = 0
        self._heard = 0  # samples written
        self._left = np.zeros((0, 2), np.float32)

    def add(self, pixels: NDArray[np.uint8]) -> None:
        """Encode the next frame, and what is heard while it is seen."""
        av = library()
        height, width = (side - side % 2 for side in pixels.shape[:2])
        if self._pictures is None:
            self._begin(width, height)
        self._count += 1
        picture = np.ascontiguousarray(pixels[:height, :width])
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        frame = frame.reformat(
            format="yuv420p",
            dst_colorspace=_BT709,
            dst_color_range=av.video.reformatter.ColorRange.MPEG,
        )
        frame.pts, frame.time_base = self._count - 1, 1 / self._rate
        self._write(self._pictures, frame)
        if self._sound is not None:
            self._hear(round(self._count / self._rate * SOUND_RATE))

    def close(self) -> None:
        """Write what the encoders still hold."""
        for stream in (self._pictures, self._sound):
            if stream is not None:
                self._write(stream, None)

    def _begin(self, width: int, height: int) -> None:
        stream = self._container.add_stream("libx264", rate=self._rate)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.options = dict(_PICTURES)
        context = stream.codec_context
        context.time_base = 1 / self._rate
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        context.color_range = 1
        self._pictures = stream
        if self._source is not None:
            self._sound = self._container.add_stream("aac", rate=SOUND_RATE)
            self._sound.codec_context.layout = "stereo"
            self._sound.codec_context.bit_rate = _SOUND_BITS

    def _hear(self, until: int) -> None:
        """Encode the sound until then, in samples from the beginning."""
        wanted = until - self._heard
        assert self._source is not None
        while len(self._left) < wanted:
            block = next(self._source, None)
            if block is None:
                block = np.zeros((wanted - len(self._left), 2), np.float32)
            self._left = np.concatenate([self._left, block])
        taken, self._left = self._left[:wanted], self._left[wanted:]
        frame = library().AudioFrame.from_ndarray(
            np.ascontiguousarray(taken.T), format="fltp", layout="stereo"
        )
        frame.sample_rate = SOUND_RATE
        frame.pts, frame.time_base = self._heard, Fraction(1, SOUND_RATE)
        self._heard = until
        self._write(self._sound, frame)

    def _write(self, stream: Any, frame: object) -> None:
        for packet in stream.encode(frame):
            self._container.mux(packet)


@contextmanager
def mp4(path: Path, rate: float, sound: Sound | None = None) -> Iterator[Mp4]:
    """Open a film; its index comes first in the file, so that it plays while it is fetched.

    Raises StudioError where the library fails, such as on a full disk.
    """
    av = library()
    try:
        options = {"movflags": "+faststart"}
        with av.open(str(path), "w", format="mp4", options=options) as container:
            made = Mp4(container, rate, sound)
            yield made
            made.close()
    except av.error.FFmpegError as problem:
        raise StudioError(f"The film could not be written: {problem.strerror}.") from problem


def library() -> Any:
    """The library “av”, which is heavy; `Unavailable` where it is not installed."""
    try:
        return importlib.import_module("av")
    except ImportError:
        raise Unavailable(
            "An MP4 film needs the library “av”: install it with “pip install av”, or choose a "
            "name that ends in .gif."
        ) from None
