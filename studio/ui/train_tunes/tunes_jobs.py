"""The training on own tunes on a worker: its sentences, and the tunes that are read already."""

from PySide6.QtCore import Signal

from studio.jobs import Job
from studio.tasks.train_tunes import LearnedTunes, TunesPlan, train_tunes
from studio.training.tunes_set import TuneSet
from studio.ui.training.jobs import Lesson, TrainingJobs


class TunesJobs(TrainingJobs):
    """Lets one model at a time learn tunes."""

    learned = Signal(str)  # the name of the new model

    def start(self, plan: TunesPlan, tunes: TuneSet | None = None) -> Job | None:
        """Queue a training; a sentence where one runs already."""
        lesson = Lesson(
            plan,
            plan.name,
            self.tr("{name} learns your tunes").format(name=plan.name),
            lambda enough: train_tunes(plan, enough=enough, tunes=tunes),
            self._learned,
            lambda: self.start(plan),
        )
        return self._begin(lesson, self.tr("A model is learning tunes already; wait for its end."))

    def _learned(self, result: LearnedTunes) -> None:
        text = self.tr("{name} has learned your tunes; choose it as the model to compose.")
        self._messages.good(text.format(name=result.name))
        self.learned.emit(result.name)
