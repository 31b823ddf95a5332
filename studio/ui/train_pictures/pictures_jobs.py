"""The training on own pictures on a worker: its sentences, and what is seen of it meanwhile."""

from PySide6.QtCore import Signal

from studio.jobs import Job, Update
from studio.tasks.train_own_pictures import LearnedSpace, OwnPlan, train_own_pictures
from studio.ui.training.jobs import Lesson, TrainingJobs


class PicturesJobs(TrainingJobs):
    """Learns one latent space at a time."""

    grown = Signal(object)  # Pixels: what it makes by now
    learned = Signal(str)  # the name of the new model

    def start(self, plan: OwnPlan) -> Job | None:
        """Queue a training; a sentence where one runs already."""
        lesson = Lesson(
            plan,
            plan.name,
            self.tr("{name} learns your pictures").format(name=plan.name),
            lambda enough: train_own_pictures(plan, enough=enough),
            self._learned,
            lambda: self.start(plan),
        )
        busy = self.tr("A model is learning pictures already; wait for its end.")
        return self._begin(lesson, busy)

    def _on_update(self, update: Update) -> None:
        super()._on_update(update)
        if update.job is self._job and update.preview is not None:
            self.grown.emit(update.preview)

    def _learned(self, result: LearnedSpace) -> None:
        text = self.tr("{name} has learned your pictures; walk through it in Explore.")
        self._messages.good(text.format(name=result.name))
        self.learned.emit(result.name)
