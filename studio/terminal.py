"""How long work is shown without a window: a bar on a terminal, plain lines in a pipe.

Everything here goes to stderr, so that stdout holds nothing but the answer.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any, Protocol, TypeVar

from rich.cells import cell_len
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from studio.errors import StudioError
from studio.jobs import Step
from studio.pace import Pace

T = TypeVar("T")
_SAVE_EVERY = 30.0  # seconds between two checkpoints
_LINE_EVERY = 15.0  # seconds between two plain lines of the same stage
_SOONEST = 0.02  # of the work, before which nobody knows how long it will take


class Interrupted(Exception):
    """Ctrl+C was pressed; ``kept`` says whether the work can go on from a checkpoint."""

    def __init__(self, kept: bool) -> None:
        super().__init__()
        self.kept = kept


class _Display(Protocol):
    def show(self, step: Step, pace: Pace) -> None:
        """Take note of a step."""

    def note(self, text: str) -> None:
        """Show a line that stays."""


class _Bar:
    """One line that is redrawn ten times a second."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=1.0)

    def show(self, step: Step, pace: Pace) -> None:
        """Move the bar."""
        self._progress.update(self._task, completed=step.progress, description=_line(step, pace))

    def note(self, text: str) -> None:
        """Print above the bar."""
        self._progress.console.print(text, markup=False, highlight=False, soft_wrap=True)


class _Lines:
    """A line when a stage begins, and now and then while it lasts."""

    def __init__(self) -> None:
        self._label: str | None = None
        self._due = 0.0

    def show(self, step: Step, pace: Pace) -> None:
        """Print where a new stage begins or the last line is old."""
        if step.label == self._label and time.monotonic() < self._due:
            return
        self._label = step.label
        self._due = time.monotonic() + _LINE_EVERY
        self.note(f"{step.progress:4.0%}  {_line(step, pace)}".rstrip())

    def note(self, text: str) -> None:
        """Print a line."""
        note(text)


def note(text: str) -> None:
    """Print a line on stderr."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def follow(work: Generator[Any, None, T], *, tell: Callable[[Any], None] | None = None) -> T:
    """Run the work to its end, showing where it stands, and return its result.

    The news that it yields beside steps is given to ``tell``. Ctrl+C ends it between two steps with
    ``Interrupted``, after a checkpoint where it can write one; a second Ctrl+C ends it at once.
    """
    pace = Pace()
    keeper = _Keeper()
    with _interruptible() as interruption, _display() as display:
        try:
            while True:
                began = time.perf_counter()
                try:
                    item = next(work)
                except StopIteration as end:
                    result: T = end.value
                    return result
                pace.spend(time.perf_counter() - began)
                if not isinstance(item, Step):
                    if tell is not None:
                        tell(item)
                    continue
                pace.note(item.label, item.done, item.total, item.progress)
                display.show(item, pace)
                interruption.held = True
                if interruption.asked:
                    raise Interrupted(keeper.keep(item, display))
                keeper.keep_now_and_then(item, display)
        finally:
            interruption.held = False
            work.close()


class _Keeper:
    """Writes checkpoints; a disk that is full costs the checkpoint, not the work."""

    def __init__(self) -> None:
        self._due = time.monotonic() + _SAVE_EVERY

    def keep_now_and_then(self, step: Step, display: _Display) -> None:
        """Write a checkpoint where the last one is old."""
        if time.monotonic() >= self._due:
            self.keep(step, display)
            self._due = time.monotonic() + _SAVE_EVERY

    def keep(self, step: Step, display: _Display) -> bool:
        """Write a checkpoint; whether it is there."""
        if step.save is None:
            return False
        try:
            step.save()
        except (OSError, StudioError) as problem:
            display.note(f"The checkpoint could not be written: {problem}")
            return False
        return True


class _Interruption:
    def __init__(self) -> None:
        self.asked = False
        self.held = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if self.asked or not self.held:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def _interruptible() -> Iterator[_Interruption]:
    """Let Ctrl+C wait for the end of a step once there is something to keep."""
    interruption = _Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield interruption
        return
    before = signal.signal(signal.SIGINT, interruption)
    try:
        yield interruption
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _display() -> Iterator[_Display]:
    console = Console(file=sys.stderr)
    if not console.is_terminal:
        yield _Lines()
        return
    columns = (
        BarColumn(bar_width=24),
        TextColumn("{task.percentage:3.0f} %"),
        TextColumn("{task.description}", markup=False),
    )
    # On the same terminal the answer goes above the bar; into a pipe it goes as it is.
    above = sys.stdout.isatty()
    with Progress(*columns, console=console, transient=True, redirect_stdout=above) as progress:
        yield _Bar(progress)


def _line(step: Step, pace: Pace) -> str:
    """The job line: ``scale 3/4 · 724×543 · 210/500 · 7.4 it/s · 0:38 left``."""
    parts = [step.label] if step.label else []
    if step.total > 1:
        parts.append(f"{step.done}/{step.total}")
    if pace.rate is not None:
        parts.append(f"{pace.rate:.1f} it/s")
    if pace.remaining is not None and step.progress >= _SOONEST:
        parts.append(f"{clock(pace.remaining)} left")
    return " · ".join(parts)


def clock(seconds: float) -> str:
    """Seconds as ``0:07``, ``12:30`` or ``1:02:03``."""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines in which the cells of each column stand below one another, wide letters counted."""
    if not rows:
        return []
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
