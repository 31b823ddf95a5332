"""The training on own tunes on a worker: begun, watched, held, ended early, and kept."""

import threading

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.jobs import Job, State, Update
from studio.tasks.train_tunes import LearnedTunes, TunesPlan, train_tunes
from studio.training.tunes_set import TuneSet
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import Choice, MessageBar
from studio.ui.training_jobs import TrainingJobs
from studio.ui.worker import QtWorker


class TunesJobs(TrainingJobs):
    """Runs one training at a time, with its own line among the jobs of ``worker``."""

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
        self._plan: TunesPlan | None = None
        worker.updated.connect(self._on_update)

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
