"""What a sound device takes its frames from: rendered ahead, copied and counted in the callback."""

import math
import time
from collections.abc import Callable

import numpy as np

from studio.audio.synth import Frames

FADE = 0.012
"""Seconds of a cross-fade between what was to be heard and what is now."""
_KEPT = 1.0  # seconds that stay readable after they were heard, for the meter


class Ring:
    """The frames from ``begin`` to ``end`` (excluded), counted by the clock of the device.

    One thread writes, another reads; ``end`` is moved after the frames are there.
    """

    def __init__(self, size: int) -> None:
        self.begin = 0
        self.end = 0
        self._frames: Frames = np.zeros((size, 2), np.float32)
        self._size = size

    def copy_to(self, at: int, out: Frames, *, add: bool = False) -> None:
        """Fill ``out`` with what is there from frame ``at`` on, and silence elsewhere."""
        count = len(out)
        first = min(max(self.begin - at, 0), count)
        last = min(max(self.end - at, first), count)
        if not add:
            out[:first] = 0
            out[last:] = 0
        start = (at + first) % self._size
        length = last - first
        head = min(length, self._size - start)
        middle = first + head
        if add:
            out[first:middle] += self._frames[start : start + head]
            out[middle:last] += self._frames[: length - head]
        else:
            out[first:middle] = self._frames[start : start + head]
            out[middle:last] = self._frames[: length - head]

    def read(self, at: int, count: int) -> Frames:
        """A copy of ``count`` frames from frame ``at`` on."""
        out = np.empty((count, 2), np.float32)
        self.copy_to(at, out)
        return out

    def write(self, at: int, frames: Frames) -> None:
        """Put frames at ``at``, which becomes the beginning where nothing is there any more."""
        if at > self.end:
            self.begin = at
        self._put(at, frames)
        self.end = at + len(frames)

    def add(self, at: int, frames: Frames) -> None:
        """Mix frames with what is there, and go on where that ends."""
        over = self.read(at, len(frames)) if at < self.end else 0
        if at > self.end:
            self.begin = at
        self._put(at, frames + over)
        self.end = max(self.end, at + len(frames))

    def _put(self, at: int, frames: Frames) -> None:
        start = at % self._size
        head = min(len(frames), self._size - start)
        self._frames[start : start + head] = frames[:head]
        self._frames[: len(frames) - head] = frames[head:]


class Mixer:
    """The song and the notes that are played by hand, added up for the device.

    `fill` belongs to the device's thread: it allocates no sound, takes no lock and tells nobody.
    Everything that writes belongs to one other thread; the properties may be read anywhere.
    """

    def __init__(self, rate: int, seconds: float) -> None:
        self.rate = rate
        self.clock = 0
        """The frame that the device asks for next."""
        self.owed = 0.0
        """Up to which frame the song has something to say; infinite while it plays."""
        self.underruns = 0
        """How often the device had to go without frames while the song played."""
        size = int((seconds + _KEPT) * rate)
        self.song = Ring(size)
        self.hand = Ring(size)
        self._now: Callable[[], float] = time.perf_counter
        self._asked = (0, 0.0, 0.0)
        self._lasts = math.inf  # until when the device has something to play
        self._count = 0

    def fill(self, out: Frames, delay: float, dry: bool) -> None:
        """Give the next frames to the device, which are heard ``delay`` seconds from now.

        A delay of 0 is that of no device; ``dry`` is whether the device says that it ran dry.
        """
        at, count = self.clock, len(out)
        self.song.copy_to(at, out)
        if self.hand.end > at:
            self.hand.copy_to(at, out, add=True)
        now = self._now()
        # Some drivers keep it to themselves when they run dry: then the clock tells.
        dry = dry or now > self._lasts or self.song.end < min(at + count, self.owed)
        if dry and at < self.owed:
            self.underruns += 1
        self._asked = (at, now, delay)
        self._lasts = now + delay + count / self.rate if delay else math.inf
        self._count = count
        self.clock = at + count

    def soon(self, seconds: float, *, safe: bool = True) -> int:
        """A frame that the device asks for in ``seconds``; if ``safe``, not with the next call."""
        return self.clock + max(int(seconds * self.rate), self._count if safe else 0)

    def heard(self, moment: float | None = None) -> float:
        """The frame that is heard just now, or at a moment of `time.perf_counter`."""
        at, when, delay = self._asked
        moment = self._now() if moment is None else moment
        return min(at + (moment - when - delay) * self.rate, float(self.clock))

    def levels(self, seconds: float = 0.05) -> tuple[float, float]:
        """The peaks of left and right in what was heard lately."""
        count = int(seconds * self.rate)
        at = int(self.heard()) - count
        frames = self.song.read(at, count)
        self.hand.copy_to(at, frames, add=True)
        left, right = np.abs(frames).max(axis=0, initial=0.0)
        return float(left), float(right)

    def splice(self, at: int, frames: Frames) -> None:
        """Let the song be ``frames`` from ``at`` on, faded over from what was there."""
        count = min(int(FADE * self.rate), len(frames))
        if at < self.song.end and count:
            ramp = np.linspace(0, 1, count, dtype=np.float32)[:, None]
            frames = frames.copy()
            frames[:count] = frames[:count] * ramp + self.song.read(at, count) * (1 - ramp)
        self.song.write(at, frames)

    def fade_out(self, at: int) -> None:
        """Let the song be over from ``at`` on."""
        self.owed = 0.0
        count = int(FADE * self.rate)
        ramp = np.linspace(1, 0, count, dtype=np.float32)[:, None]
        self.song.write(at, self.song.read(at, count) * ramp)

    def owe_until(self, frame: float = math.inf) -> None:
        """Say up to which frame the song goes on, so that what lacks is counted."""
        self.owed = frame
