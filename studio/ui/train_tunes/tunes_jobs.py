"""The training on own tunes on a worker: begun, watched, held, ended early, and kept."""

import threading

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.jobs import Job, State, Update
from studio.tasks.train_tunes import LearnedTunes, TunesPlan, train_tunes
from studio.training.tunes_set import TuneSet
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import Choice, MessageBar
from studio.ui.worker import QtWorker


class TunesJobs(QObject):
    """Runs one training at a time, with its own line among the jobs of ``worker``."""

    advanced = Signal(object)  # Update of the training
    ended = Signal(object)  # the last Update
    learned = Signal(str)  # the name of the new model

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
        self._plan: TunesPlan | None = None
        self._enough = threading.Event()
        worker.updated.connect(self._on_update)

    @property
    def job(self) -> Job | None:
        """The training that waits, runs or is paused."""
        return self._job

    def start(self, plan: TunesPlan, tunes: TuneSet | None = None) -> Job | None:
        """Queue a training; a sentence where one runs already."""
        if self._job is not None:
            self._messages.info(self.tr("A model is learning tunes already; wait for its end."))
            return None
        self._plan = plan
        self._enough = enough = threading.Event()
        title = self.tr("{name} learns your tunes").format(name=plan.name)
        work = lambda: train_tunes(plan, enough=enough.is_set, tunes=tunes)  # noqa: E731
        self._job = self._jobs.run(title, plan.name, work, self._end)
        return self._job

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

    def _on_update(self, update: Update) -> None:
        if update.job is self._job and not update.state.final:
            self.advanced.emit(update)

    def _end(self, update: Update) -> None:
        self._job = None
        plan = self._plan
        if update.state is State.DONE:
            result: LearnedTunes = update.result
            self._messages.good(
                self.tr("{name} has learned your tunes; choose it as the model to compose.").format(
                    name=result.name
                )
            )
            self.learned.emit(result.name)
        elif isinstance(update.error, StudioError):
            self._messages.error(update.error)
        elif update.state is State.CANCELLED and plan is not None:
            text = self.tr("The training of {title} was stopped; it can go on where it was.")
            self._messages.info(
                text.format(title=plan.name),
                Choice(self.tr("Go on"), lambda: self.start(plan)),
            )
        self.ended.emit(update)
