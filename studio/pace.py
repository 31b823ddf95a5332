"""How fast a job runs and how long it will take, from the time it spends and the steps it makes."""

import math
from collections import deque

_WINDOW = 5.0  # seconds over which the rate is averaged
_SPACING = 0.1  # seconds between two remembered points of it
_SMOOTHING = 2.0  # seconds, the time constant of the remaining time


class Pace:
    """The running time of one job, its rate and what remains; pauses are simply not spent."""

    def __init__(self) -> None:
        self.active = 0.0
        """Seconds spent."""
        self.rate: float | None = None
        """Steps per second of the present stage, averaged over the last five seconds."""
        self.remaining: float | None = None
        """Seconds to go, smoothed."""
        self._stage: tuple[str, int] | None = None
        self._points: deque[tuple[float, int]] = deque()  # (active, done), oldest first
        self._origin = (0.0, 0.0)  # (active, progress) from which the speed is taken
        self._estimated = 0.0  # when `remaining` was last computed

    def spend(self, seconds: float) -> None:
        """Add running time."""
        self.active += max(seconds, 0.0)

    def note(self, label: str, done: int, total: int, progress: float) -> None:
        """Take note of a step that has just been made; ``progress`` is of the whole work, 0..1."""
        first = self._stage is None
        self._note_rate((label, total), done)
        if first or progress <= self._origin[1]:  # what comes before the first progress is loading
            self._origin = (self.active, progress)
            self.remaining = None
        self._note_remaining(progress)

    def _note_rate(self, stage: tuple[str, int], done: int) -> None:
        points = self._points
        if stage != self._stage or (points and done < points[-1][1]):
            self._stage = stage
            points.clear()
            self.rate = None
        if points:
            since, before = points[0]
            if self.active > since:
                self.rate = (done - before) / (self.active - since)
        if not points or self.active - points[-1][0] >= _SPACING:
            points.append((self.active, done))
        while len(points) > 2 and self.active - points[1][0] >= _WINDOW:
            points.popleft()

    def _note_remaining(self, progress: float) -> None:
        """Estimate from the mean speed since the first step, so that loading does not count."""
        began, start = self._origin
        spent = self.active - began
        if progress <= start or spent <= 0.0:
            return
        estimate = spent * (1.0 - progress) / (progress - start)
        if self.remaining is not None:
            # The last estimate, run down by the clock, drawn towards the new one: softly after the
            # first seconds, in which an estimate is worth little.
            passed = self.active - self._estimated
            expected = max(self.remaining - passed, 0.0)
            weight = 1.0 - math.exp(-passed / min(_SMOOTHING, spent))
            estimate = expected + weight * (estimate - expected)
        self._estimated = self.active
        self.remaining = estimate if progress < 1.0 else 0.0
