"""Composing on the gpu worker: one request at a time, its notes told while they are sampled."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.jobs import Job, State, Step, Update, Work
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Composition
from studio.ui.errands import raise_to_hook
from studio.ui.messages import MessageBar
from studio.ui.worker import QtWorker

SLOT = "compose"

Compose: TypeAlias = Callable[[ComposeRequest], Work[Composition]]
"""What composes: ``tasks.compose.compose``, or work of the same shape."""


def compose(request: ComposeRequest) -> Work[Composition]:
    """Compose by the networks; torch is imported by the worker that makes the first step."""
    yield Step(0, 1)
    from studio.tasks.compose import compose as composed

    return (yield from composed(request))


class ComposeJobs(QObject):
    """Runs one composition, which overtakes a long painting; a new one ends the one before.

    What has been written when it is stopped is told as its end.
    """

    advanced = Signal(object)  # Composition so far
    ended = Signal(object)  # Composition, or None where nothing was written
    changed = Signal()  # it began, or ended

    def __init__(
        self,
        worker: QtWorker,
        messages: MessageBar,
        parent: QObject | None = None,
        *,
        compose: Compose = compose,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._messages = messages
        self._compose = compose
        self._job: Job | None = None
        self._so_far: Composition | None = None
        worker.updated.connect(self._on_update)

    @property
    def busy(self) -> bool:
        """Whether something is being composed."""
        return self._job is not None

    @property
    def number(self) -> int:
        """The place of the variation that is being written, 0 for the first."""
        return max(0, len(self._so_far.variations) - 1) if self._so_far is not None else 0

    def start(self, request: ComposeRequest) -> None:
        """Begin to compose."""
        self.drop()
        job = Job(self.tr("Composing"), lambda: self._compose(request), slot=SLOT, live=True)
        self._job = job
        self._worker.submit(job)
        self.changed.emit()

    def stop(self) -> None:
        """End it; what is written so far stays. Nobody waits for the worker's last step."""
        if self._job is not None:
            written = self._so_far
            self.drop()
            self.ended.emit(_worth(written))

    def drop(self) -> None:
        """End it, and forget what was written."""
        job, self._job, self._so_far = self._job, None, None
        if job is not None:
            job.cancel()
            self.changed.emit()

    def _on_update(self, update: Update) -> None:
        if update.job is not self._job:
            return
        if update.state.final:
            self._end(update)
        elif update.step is not None and isinstance(update.step.so_far, Composition):
            self._so_far = update.step.so_far
            self.advanced.emit(self._so_far)

    def _end(self, update: Update) -> None:
        written = update.result if update.state is State.DONE else _worth(self._so_far)
        self._job = self._so_far = None
        self.changed.emit()
        self.ended.emit(written)
        if isinstance(update.error, StudioError):
            self._messages.error(update.error)
        elif update.error is not None:
            raise_to_hook(update.error)


def _worth(composition: Composition | None) -> Composition | None:
    """What was written when it was broken off, without variations that have no note."""
    if composition is None:
        return None
    written = tuple(one for one in composition.variations if one.count)
    if not written:
        return None
    return Composition(composition.request, written, composition.models)
