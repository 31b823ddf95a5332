"""Long work as a generator: its steps, and how it is advanced, previewed and saved.

The work knows no thread, no Qt and no cancel flag: it yields a `Step` at least every 100 ms and
returns its result. Nothing here knows a thread either: see `studio.jobs` for that.
"""

import logging
import time
import traceback
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from studio.pace import Pace

_log = logging.getLogger(__name__)

T = TypeVar("T")
Pixels: TypeAlias = NDArray[np.uint8]  # (H, W, 3) or (H, W, 4)

_PREVIEW_EVERY = 1 / 20  # seconds between two previews
_PREVIEW_SHARE = 0.05  # of the running time
_SAVE_EVERY = 30.0  # seconds of running between two checkpoints


@dataclass(frozen=True, slots=True)
class Step:
    """Where the work stands at one instant, while its generator rests at the ``yield``.

    ``done`` of ``total`` steps belong to the present stage; a new ``label`` begins a new stage.
    ``fraction`` is the part of the whole work by cost, 0..1; without it, ``done / total``.
    ``preview`` and ``save`` are called on the worker's thread before the work goes on, seldom.
    ``figures`` are what a training has reached, by name. ``so_far`` is what is made until now, a
    frozen value that other threads may keep.
    """

    done: int
    total: int
    label: str = ""
    fraction: float | None = None
    preview: Callable[[], Pixels] | None = None
    save: Callable[[], None] | None = None
    figures: Mapping[str, float] | None = None
    so_far: object = None

    @property
    def progress(self) -> float:
        """The part of the whole work that is done, 0..1."""
        part = self.fraction
        if part is None:
            part = self.done / self.total if self.total > 0 else 0.0
        return min(max(part, 0.0), 1.0)


Work: TypeAlias = Generator[Step, None, T]


def never() -> bool:
    """Whether a training is long enough, for one that goes on to its end."""
    return False


@dataclass(frozen=True, slots=True, eq=False)
class Returned:
    """The result of work that came to its end."""

    value: Any


@dataclass(frozen=True, slots=True, eq=False)
class Raised:
    """What work raised instead of going on."""

    error: BaseException


class Running:
    """Work being advanced by one thread, with its pace, its last preview and its checkpoints.

    Whatever the work, a preview or a checkpoint raises is kept, never passed on.
    """

    def __init__(self, work: Callable[[], Work[Any]]) -> None:
        self.clock: Callable[[], float] = time.perf_counter
        """Seconds from anywhere; a test may put its own."""
        self.pace = Pace()
        """The time spent here."""
        self.step: Step | None = None
        """The step at which the work rests."""
        self.pixels: Pixels | None = None
        """The last preview."""
        self._work = work
        self._generator: Work[Any] | None = None
        self._trouble: BaseException | None = None
        self._previewed: Step | None = None
        self._preview_due = 0.0
        self._saved: Step | None = None
        self._save_due = _SAVE_EVERY

    @property
    def preview_due(self) -> bool:
        """Whether the budget allows a preview: 20 a second, and 5 % of the running time."""
        return self.pace.active >= self._preview_due

    @property
    def save_due(self) -> bool:
        """Whether the last checkpoint is 30 s of running old."""
        return self.pace.active >= self._save_due

    def told_step(self) -> Step | None:
        """The present step for other threads: without what only this one may call."""
        return None if self.step is None else replace(self.step, preview=None, save=None)

    def told_trouble(self) -> BaseException | None:
        """Why a preview or checkpoint could not be made, once."""
        trouble, self._trouble = self._trouble, None
        return trouble

    def advance(self) -> Step | Returned | Raised:
        """Make one step; the first one makes the generator."""
        outcome = self._timed(self._next)
        if isinstance(outcome, Step):
            self.step = outcome
            self.pace.note(outcome.label, outcome.done, outcome.total, outcome.progress)
        return outcome

    def preview(self) -> bool:
        """Take the preview of the present step, unless it has been taken; whether it is new."""
        step = self.step
        if step is None or step.preview is None or step is self._previewed:
            return False
        began = self.pace.active
        outcome = self._timed(step.preview)
        cost = self.pace.active - began
        self._previewed = step
        if isinstance(outcome, Raised):
            # It would most likely fail again, twenty times a second.
            self._preview_due = float("inf")
            self._complain("preview", outcome.error)
            return False
        # After a preview of c seconds the work runs for 19 c, which makes 5 % of both.
        rest = max(_PREVIEW_EVERY - cost, cost * (1 / _PREVIEW_SHARE - 1))
        self._preview_due = self.pace.active + rest
        self.pixels = outcome
        return True

    def save(self) -> None:
        """Write the checkpoint of the present step, unless it has been written."""
        step = self.step
        if step is None or step.save is None or step is self._saved:
            return
        outcome = self._timed(step.save)
        self._saved = step
        self._save_due = self.pace.active + _SAVE_EVERY
        if isinstance(outcome, Raised):
            self._complain("checkpoint", outcome.error)

    def close(self) -> BaseException | None:
        """Let the generator unwind; what it raises doing so."""
        if self._generator is None:
            return None
        outcome = attempt(self._generator.close)
        if isinstance(outcome, Raised):
            forget_locals(outcome.error)
            return outcome.error
        return None

    def _next(self) -> Step | Returned:
        if self._generator is None:
            self._generator = self._work()
        try:
            step: object = next(self._generator)
        except StopIteration as end:
            return Returned(end.value)
        if not isinstance(step, Step):
            self._generator.close()
            raise TypeError(f"the work yielded {type(step).__name__}, not a Step")
        return step

    def _timed(self, call: Callable[[], T]) -> T | Raised:
        began = self.clock()
        outcome = attempt(call)
        self.pace.spend(self.clock() - began)
        if isinstance(outcome, Raised):
            forget_locals(outcome.error)
        return outcome

    def _complain(self, what: str, error: BaseException) -> None:
        self._trouble = error
        _log.warning("a %s could not be made", what, exc_info=error)


def attempt(call: Callable[[], T]) -> T | Raised:
    """Call what others wrote: whatever it raises is returned, so that a thread lives on."""
    try:
        return call()
    except BaseException as error:  # noqa: BLE001
        return Raised(error)


def forget_locals(error: BaseException | None) -> None:
    """Let go of the tensors in the frames of an error, which may be shown for hours."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
