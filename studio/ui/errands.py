"""Short work on a worker with an answer in the GUI thread: read, save, open, export."""

import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.jobs import Job, State, Step, Update, Work
from studio.ui.messages import Choice, Message, MessageBar
from studio.ui.worker import QtWorker

T = TypeVar("T")
SLOW = 500  # ms until an errand says that it is under way


def at_once(function: Callable[[], T]) -> Work[T]:
    """Make work of one step out of a plain function."""
    yield Step(0, 1)
    return function()


def in_parts(parts: Generator[float, None, T]) -> Work[T]:
    """Make work out of a generator that yields how much of it is done, 0..1."""
    try:
        while True:
            done = next(parts)
            yield Step(round(100 * done), 100, fraction=done)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        parts.close()


def waiting(work: Generator[None, None, T]) -> Work[T]:
    """Make work out of a generator that yields while there is nothing to do but wait."""
    try:
        while True:
            next(work)
            yield Step(0, 1)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        work.close()


def raise_to_hook(error: BaseException) -> None:
    """Hand a bug from a worker to the crash hook, with the traceback it came with."""
    sys.excepthook(type(error), error, error.__traceback__)


@dataclass(frozen=True, slots=True)
class _Errand:
    key: str
    done: Callable[[Any], object]
    failed: Callable[[BaseException], object] | None
    timer: QTimer
    keep: bool


class Errands(QObject):
    """Sends work to one worker and calls back with its result in the GUI thread.

    A ``StudioError`` becomes a message unless ``failed`` takes it; anything else is a bug and
    goes to the crash hook. Work that lasts says so in the message bar while it lasts.
    """

    idle = Signal()  # nothing that must be finished is under way any more

    def __init__(
        self, worker: QtWorker, messages: MessageBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._messages = messages
        self._open: dict[int, tuple[Job, _Errand]] = {}
        self._count = 0
        worker.updated.connect(self._on_update)

    @property
    def writing(self) -> bool:
        """Whether something that must be finished before quitting is still under way."""
        return any(errand.keep for _, errand in self._open.values())

    def run(
        self,
        title: str,
        work: Callable[[], Work[T]],
        done: Callable[[T], object],
        *,
        failed: Callable[[BaseException], object] | None = None,
        slot: str | None = None,
        keep: bool = False,
        quiet: bool = False,
        cancellable: bool = False,
    ) -> Job:
        """Submit ``work`` and call ``done`` with what it returns.

        ``keep`` marks work that the window waits for before it closes; ``quiet`` work nobody
        waits for, so it does not say that it lasts. ``cancellable`` work says so with a button.
        """
        self._count += 1
        key = f"errand-{self._count}"
        timer = QTimer(self)
        timer.setSingleShot(True)
        job = Job(title, work, slot=slot)
        choices = (Choice(self.tr("Cancel"), job.cancel),) if cancellable else ()
        message = Message(f"{title} …", choices=choices, key=key, stays=True)
        timer.timeout.connect(lambda: self._messages.show_message(message))
        if not quiet:
            timer.start(SLOW)
        self._open[id(job)] = (job, _Errand(key, done, failed, timer, keep))
        self._worker.submit(job)
        return job

    def _on_update(self, update: Update) -> None:
        known = self._open.get(id(update.job))
        if known is None or update.state not in (State.DONE, State.CANCELLED, State.FAILED):
            return
        _, errand = self._open.pop(id(update.job))
        errand.timer.stop()
        errand.timer.deleteLater()
        self._messages.forget(errand.key)
        if update.state is State.DONE:
            errand.done(update.result)
        elif update.state is State.FAILED and update.error is not None:
            (errand.failed or self.fail)(update.error)
        if errand.keep and not self.writing:
            self.idle.emit()

    def fail(self, error: BaseException) -> None:
        """Show a StudioError as a message; hand anything else to the crash hook."""
        if isinstance(error, StudioError):
            self._messages.error(error)
        else:
            raise_to_hook(error)
