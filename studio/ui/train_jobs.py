"""The training of a style for Fast on the gpu worker: its sentences, and its style when learned."""

from PySide6.QtCore import QObject

from studio.jobs import Job, State, Update
from studio.tasks.train_style import LearnedStyle, StylePlan, train_style
from studio.ui.job_controller import StyleJobs
from studio.ui.messages import MessageBar
from studio.ui.style_shelf import StyleShelf
from studio.ui.training.jobs import Lesson, TrainingJobs
from studio.ui.worker import QtWorker


class TrainJobs(TrainingJobs):
    """Teaches one style at a time, beside the paintings; it is chosen when it is learned."""

    def __init__(
        self,
        worker: QtWorker,
        jobs: StyleJobs,
        shelf: StyleShelf,
        messages: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(worker, jobs, messages, parent)
        self._shelf = shelf
        self.ended.connect(self._look_again)

    def start(self, plan: StylePlan, title: str) -> Job | None:
        """Queue a training; a sentence where one runs already."""
        lesson = Lesson(
            plan,
            title,
            self.tr("Fast learns {title}").format(title=title),
            lambda enough: train_style(plan, enough=enough),
            lambda result: self._learned(result, title),
            lambda: self.start(plan, title),
        )
        busy = self.tr("Fast is learning a style already; wait for its end.")
        return self._begin(lesson, busy)

    def _learned(self, result: LearnedStyle, title: str) -> None:
        self._shelf.add(result.card)
        text = self.tr("Fast has learned {title}: choose Fast and paint.")
        self._messages.good(text.format(title=title))

    def _look_again(self, update: Update) -> None:
        """The card may have been made before the training was stopped."""
        if update.state is State.CANCELLED:
            self._shelf.refresh()
