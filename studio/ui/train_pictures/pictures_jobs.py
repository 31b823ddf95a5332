"""The training on own pictures on a worker: begun, watched, held, ended early, and kept."""

import threading

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.jobs import Job, State, Update
from studio.tasks.train_own_pictures import LearnedSpace, OwnPlan, train_own_pictures
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import Choice, MessageBar
from studio.ui.training_jobs import TrainingJobs
from studio.ui.worker import QtWorker


class PicturesJobs(TrainingJobs):
    """Runs one training at a time, with its own line among the jobs of ``worker``."""

    started = Signal(object)  # OwnPlan
    grown = Signal(object)  # Pixels: what it makes by now
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
        self._plan: OwnPlan | None = None
        worker.updated.connect(self._on_update)

    @property
    def plan(self) -> OwnPlan | None:
        """What was begun last."""
        return self._plan

    def start(self, plan: OwnPlan) -> Job | None:
        """Queue a training; a sentence where one runs already."""
        if self._job is not None:
            self._messages.info(self.tr("A model is learning pictures already; wait for its end."))
            return None
        self._plan = plan
        self._enough = enough = threading.Event()
        title = self.tr("{name} learns your pictures").format(name=plan.name)
        work = lambda: train_own_pictures(plan, enough=enough.is_set)  # noqa: E731
        self._job = self._jobs.run(title, plan.name, work, self._end)
        self.started.emit(plan)
        return self._job

    def _on_update(self, update: Update) -> None:
        super()._on_update(update)
        if update.job is self._job and update.preview is not None:
            self.grown.emit(update.preview)

    def _end(self, update: Update) -> None:
        self._job = None
        plan = self._plan
        if update.state is State.DONE:
            result: LearnedSpace = update.result
            text = self.tr("{name} has learned your pictures; walk through it in Explore.")
            self._messages.good(text.format(name=result.name))
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
