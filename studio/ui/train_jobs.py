"""The training of a style for Fast on the gpu worker: begun, watched, ended early, and kept."""

import threading

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.jobs import Job, State, Update
from studio.tasks.train_style import LearnedStyle, StylePlan, train_style
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import Choice, MessageBar
from studio.ui.style_shelf import StyleShelf
from studio.ui.training_jobs import TrainingJobs
from studio.ui.worker import QtWorker


class TrainJobs(TrainingJobs):
    """Runs one training at a time, beside the paintings; its style is chosen when it is learned."""

    started = Signal(object)  # StylePlan

    def __init__(
        self,
        worker: QtWorker,
        jobs: StyleJobs,
        shelf: StyleShelf,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shelf = shelf
        self._messages = messages
        self._plan: StylePlan | None = None
        worker.updated.connect(self._on_update)

    def start(self, plan: StylePlan, title: str) -> Job | None:
        """Queue a training; a sentence where one runs already."""
        if self._job is not None:
            self._messages.info(self.tr("Fast is learning a style already; wait for its end."))
            return None
        self._plan = plan
        self._enough = enough = threading.Event()
        label = self.tr("Fast learns {title}").format(title=title)
        work = lambda: train_style(plan, enough=enough.is_set)  # noqa: E731
        self._job = self._jobs.run(label, title, work, lambda update: self._end(update, title))
        self.started.emit(plan)
        return self._job

    def _end(self, update: Update, title: str) -> None:
        self._job = None
        if update.state is State.DONE:
            learned: LearnedStyle = update.result
            self._shelf.add(learned.card)
            self._messages.good(
                self.tr("Fast has learned {title}: choose Fast and paint.").format(title=title)
            )
        elif isinstance(update.error, StudioError):
            self._messages.error(update.error)
        elif update.state is State.CANCELLED and self._plan is not None:
            plan = self._plan
            self._messages.info(
                self.tr("The training of {title} was stopped; it can go on where it was.").format(
                    title=title
                ),
                Choice(self.tr("Go on"), lambda: self.start(plan, title)),
            )
            self._shelf.refresh()
        self.ended.emit(update)
