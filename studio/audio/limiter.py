"""Keeps the sum of many voices within what a device and a file can hold, without a click."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from studio.audio.synth import GRAIN, Frames

CEILING = 0.966
"""The highest sample that comes out: -0.3 dB below full scale."""
_AHEAD = 5  # grains: 6.7 ms at 48,000 frames a second
_RELEASE = 0.008  # of the way back to 1 in each grain: a sixth of a second
_NEARLY = 0.99999


class Limiter:
    """A peak limiter that looks ahead; what stays below `CEILING` comes out bit by bit as it was.

    For each grain of 64 frames there is the gain that its peak needs. The gain comes down to the
    lowest that is needed in the next five grains in a straight line and goes back slowly, so it
    never exceeds what a peak needs (the usual design of a look-ahead limiter, with the minimum
    and the smoothing on grains instead of frames). The delay is made good by `process` giving
    320 frames less at first and `flush` giving them in the end.
    """

    def __init__(self) -> None:
        self._held: Frames = np.zeros((0, 2), np.float32)
        self._gain: float | None = None  # at the border where the next grain comes out

    def process(self, frames: Frames) -> Frames:
        """Take the next frames (n, 2), n a multiple of `GRAIN`, and give those that are ready."""
        held = np.concatenate([self._held, frames]) if len(self._held) else frames
        ready = max(0, len(held) // GRAIN - _AHEAD)
        peaks = np.abs(held).reshape(-1, 2 * GRAIN).max(axis=1, initial=0.0)
        needs = np.minimum(1.0, CEILING / np.maximum(peaks, 1e-9))
        out = held[: ready * GRAIN]
        if ready:
            gain = float(needs[0]) if self._gain is None else self._gain
            if gain < 1.0 or needs.min() < 1.0:
                out = self._turned_down(out, needs, gain)
            else:
                self._gain = gain
        self._held = held[ready * GRAIN :].copy()
        return out

    def flush(self) -> Frames:
        """Give the last frames; silence follows."""
        count = len(self._held)
        return self.process(np.zeros((_AHEAD * GRAIN, 2), np.float32))[:count]

    def _turned_down(self, frames: Frames, needs: NDArray[np.float64], gain: float) -> Frames:
        count = len(frames) // GRAIN
        borders = np.empty(count + 1)
        borders[0] = gain
        for place in range(count):
            window = needs[place + 1 : place + 1 + _AHEAD]
            # In a straight line to each of the needs ahead, to be there when its grain begins.
            away = np.arange(1, len(window) + 1)
            steep = (window - gain) / away
            released = gain + (1 - gain) * _RELEASE if gain < _NEARLY else 1.0
            goal = min(float(needs[place]), released)
            gain = min(goal, gain + float(steep.min()))
            borders[place + 1] = gain
        self._gain = gain
        ramp = np.linspace(0, 1, GRAIN, endpoint=False)
        gains = borders[:-1, None] + np.diff(borders)[:, None] * ramp
        return frames * gains.reshape(-1, 1).astype(np.float32)


def limited(blocks: Iterable[Frames]) -> Iterator[Frames]:
    """The same sound, block after block, with no sample beyond `CEILING`."""
    limiter = Limiter()
    for block in blocks:
        yield limiter.process(block)
    yield limiter.flush()
