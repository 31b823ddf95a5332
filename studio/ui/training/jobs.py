"""A training under way in the window: begun, watched, held, ended early, and gone on with."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.jobs import Job, State, Update, Work
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import Choice, MessageBar
from studio.ui.worker import QtWorker


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learned, how, and what becomes of it."""

    plan: Any
    name: str
    """Of what is learned, for sentences."""
    title: str
    """Of its line among the jobs."""
    work: Callable[[Callable[[], bool]], Work[Any]]
    """The training, which asks after each step whether it is enough."""
    learned: Callable[[Any], object]
    """Is told the result."""
    again: Callable[[], object]
    """Goes on with it after a stop."""


class TrainingJobs(QObject):
    """One training at a time, with its own line among the jobs of ``worker``.

    It can be held, ended early and given up; what was stopped is offered to go on.
    """

    started = Signal(object)  # its plan
    advanced = Signal(object)  # Update
    ended = Signal(object)  # Update

    def __init__(
        self,
        worker: QtWorker,
        jobs: StyleJobs,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._job: Job | None = None
        self._plan: Any = None
        self._enough = threading.Event()
        worker.updated.connect(self._on_update)

    @property
    def job(self) -> Job | None:
        """The training that waits, runs or is paused."""
        return self._job

    @property
    def plan(self) -> Any:
        """What was begun last, None before the first."""
        return self._plan

    def toggle_pause(self) -> None:
        """Hold the training, or let it go on."""
        if self._job is not None:
            paused = self._job.state is State.PAUSED
            (self._job.resume if paused else self._job.pause)()

    def stop_early(self) -> None:
        """End it after the present step, with the best that was learned."""
        self._enough.set()
        if self._job is not None:
            self._job.resume()

    def cancel(self) -> None:
        """End it; it can be gone on with."""
        if self._job is not None:
            self._job.cancel()

    def _begin(self, lesson: Lesson, busy: str) -> Job | None:
        """Queue a training; the sentence ``busy`` where one is under way."""
        if self._job is not None:
            self._messages.info(busy)
            return None
        self._plan = lesson.plan
        self._enough = enough = threading.Event()
        self._job = self._jobs.run(
            lesson.title,
            lesson.name,
            lambda: lesson.work(enough.is_set),
            lambda update: self._end(update, lesson),
        )
        self.started.emit(lesson.plan)
        return self._job

    def _on_update(self, update: Update) -> None:
        if update.job is self._job and not update.state.final:
            self.advanced.emit(update)

    def _end(self, update: Update, lesson: Lesson) -> None:
        self._job = None
        if update.state is State.DONE:
            lesson.learned(update.result)
        elif isinstance(update.error, StudioError):
            self._messages.error(update.error)
        elif update.state is State.CANCELLED:
            text = self.tr("The training of {title} was stopped; it can go on where it was.")
            again = Choice(self.tr("Go on"), lesson.again)
            self._messages.info(text.format(title=lesson.name), again)
        self.ended.emit(update)
