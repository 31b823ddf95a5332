"""The dialog in which a latent space is learned from a folder of the artist's own pictures."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from studio.errors import StudioError
from studio.jobs import Job, State, Update, Work
from studio.tasks import train_own_pictures
from studio.tasks.train_own_kept import forget, unfinished
from studio.tasks.train_own_pictures import OwnPlan
from studio.ui.errands import Errands
from studio.ui.sentences import told
from studio.ui.train_pictures import pictures_words
from studio.ui.train_pictures.pictures_jobs import PicturesJobs
from studio.ui.train_pictures.pictures_view import PicturesView
from studio.ui.train_pictures.plots import Plots
from studio.ui.training.folder_look import FolderLook, LookWords

if TYPE_CHECKING:
    from studio.training.picture_survey import Survey


class PicturesDialog(QDialog):
    """Asks for a folder, looks at it, starts the training and shows how it gets on.

    ``disk`` errands look at the folder, ``gpu`` errands measure how quick a step is; the training
    is that of ``jobs`` and goes on while the dialog is closed.
    """

    _seen = Signal(object, object)  # folder, Survey: from the worker's thread

    def __init__(
        self, jobs: PicturesJobs, disk: Errands, gpu: Errands, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._gpu = jobs, gpu
        self._timing: Job | None = None
        self._resumed: OwnPlan | None = None
        self.setWindowTitle(self.tr("Train on my pictures"))
        self.view = PicturesView(self, jobs)
        self.fields, self.mosaic, self.models = self.view.fields, self.view.mosaic, self.view.models
        self._look = FolderLook(self, jobs, disk, self._surveyed, self._look_words())
        self._connect()
        self._refresh()

    @property
    def survey(self) -> "Survey | None":
        """What was found in the folder, None before that is known to be enough."""
        found: Survey | None = self._look.result
        return found

    def show_dialog(self) -> None:
        """Open it, with what was interrupted where there is such a thing; waits for nothing."""
        if self._jobs.job is None:
            self.models.refresh()
            found = unfinished()
            if found and self.fields.folder.path is None:
                self._take_up(found[0])
            self._refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    def take_folder(self, folder: Path) -> None:
        """Learn from the pictures in a folder: it is looked at at once."""
        self._look.begin(folder)
        self.view.show_cut(None)
        self._resumed = None
        self.fields.show_folder(folder)
        self.view.line.say("")
        self.view.found.setText(self.tr("Looking at the pictures …"))
        self._refresh()

    def plan(self) -> OwnPlan:
        """What is asked for; StudioError where it cannot be."""
        from studio.tasks.train_own_sizes import for_minutes

        if self._resumed is not None:
            return self._resumed
        count = self.survey.readable if self.survey is not None else 0
        return for_minutes(self.fields.plan(count), self.fields.time)

    def start(self) -> None:
        """Begin, with a sentence in the dialog where that cannot be."""
        try:
            plan = self.plan()
            if self.survey is None and self._resumed is None:
                raise StudioError(self.tr("Choose a folder with enough pictures first."))
        except StudioError as problem:
            self.view.line.say(told(problem), bad=True)
            return
        if self._timing is not None:
            self._timing.cancel()
        self._jobs.start(plan)

    # -- the folder ------------------------------------------------------------------------------

    def _look_words(self) -> LookWords:
        return LookWords(
            choose=self.tr("A folder with your pictures"),
            looking=self.tr("Looking at the pictures"),
            no_folder=self.tr("Drop a folder with pictures."),
        )

    def _surveyed(self, folder: Path) -> "Work[Survey]":
        return train_own_pictures.survey(folder, lambda one: self._seen.emit(folder, one))

    def _connect(self) -> None:
        view, jobs, look = self.view, self._jobs, self._look
        self.fields.folder.clicked.connect(look.ask)
        self.fields.changed.connect(self._chosen)
        look.wanted.connect(self.take_folder)
        look.failed.connect(lambda sentence: view.line.say(sentence, bad=True))
        look.ended.connect(self._looked)
        look.target.hovered.connect(
            lambda hangs: self.mosaic.set_hanging(hangs and jobs.job is None)
        )
        self._seen.connect(self._see)
        view.go.clicked.connect(self.start)
        view.foot.give_up.clicked.connect(self._give_up)
        view.enough.clicked.connect(lambda: view.enough.setEnabled(False))
        self.models.failed.connect(lambda sentence: view.line.say(sentence, bad=True))
        jobs.started.connect(self._begin)
        jobs.advanced.connect(self._advanced)
        jobs.grown.connect(view.show_samples)
        jobs.ended.connect(self._ended)

    def _see(self, folder: Path, survey: "Survey") -> None:
        if self._look.busy and folder == self.fields.folder.path:
            self._tell(survey)

    def _looked(self) -> None:
        if self.survey is not None:
            self._tell(self.survey)
        else:
            self.view.found.setText("")
        self._chosen()

    def _tell(self, survey: "Survey") -> None:
        bad = len(survey.unreadable)
        self.view.found.setText(
            pictures_words.found_words(survey.there, survey.looked, survey.wanted, bad)
        )
        self.view.found.setToolTip("\n".join(survey.unreadable[:20]))
        if survey.mosaic is not None and self._jobs.job is None:
            self.view.show_cut(survey.mosaic)

    # -- the time --------------------------------------------------------------------------------

    def _chosen(self) -> None:
        """Other sizes: how long a step of them takes is measured where it is not known."""
        self._refresh()
        if self.survey is None or self._jobs.job is not None:
            return
        from studio.tasks.train_own_sizes import measured, step_seconds

        plan = self.fields.shape(self.survey.readable)
        if not step_seconds(plan)[1]:
            self._timing = self._gpu.run(
                self.tr("Measuring the speed"),
                lambda: measured(plan),
                lambda _: self._refresh(),
                slot="speed of training",
                quiet=True,
            )

    def _cost(self) -> str:
        if self.survey is None or self._resumed is not None:
            return ""
        from studio.tasks.train_own_sizes import CLEAR, for_minutes, step_seconds

        shape = self.fields.shape(self.survey.readable)
        steps = for_minutes(shape, self.fields.time).steps
        known = step_seconds(shape)[1]
        return pictures_words.cost_words(self.fields.time, steps, CLEAR[shape.kind], known)

    def _advice(self) -> str:
        if self.survey is None:
            return self.tr(
                "Pictures of one kind, seen from the same side, are learned best: faces, leaves, "
                "houses. From 48 on it can be tried, from 500 on it is worth it."
            )
        from studio.tasks.train_own_sizes import MOST

        kind = self.fields.kind.current()
        return pictures_words.advice_words(self.survey.readable, kind, MOST)

    # -- what was interrupted --------------------------------------------------------------------

    def _take_up(self, plan: OwnPlan) -> None:
        """Show what was interrupted; “Start” goes on with it."""
        self.take_folder(plan.folder)
        self._resumed = plan
        self.fields.show_plan(plan)
        self.view.line.say_interrupted(plan.name)

    def _give_up(self) -> None:
        if self._resumed is not None:
            forget(self._resumed)
        self._resumed = None
        self.view.line.say("")
        self._chosen()

    # -- the training ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        running = self._jobs.job is not None
        ready = self.survey is not None or self._resumed is not None
        self.view.go.setEnabled(ready)
        self.view.advice.setText("" if running else self._advice())
        self.view.show_state(running, self._cost(), resumable=self._resumed is not None)

    def _begin(self, plan: OwnPlan) -> None:
        self._resumed = None
        self.view.show_plots(Plots(plan.kind, self))
        self.view.line.say(self.tr("waiting"))
        self._refresh()

    def _advanced(self, update: Update) -> None:
        self.view.line.say(pictures_words.progress_words(update))
        step = update.step
        if step is not None and step.figures is not None and self.view.plots is not None:
            self.view.plots.add(step.done, step.figures)

    def _ended(self, update: Update) -> None:
        if update.state is State.DONE:
            learned: train_own_pictures.LearnedSpace = update.result
            self.view.line.say(pictures_words.ended_words(learned))
            self.fields.name.setModified(False)
            if self.fields.folder.path is not None:
                self.fields.show_folder(self.fields.folder.path)
        else:
            if self._jobs.plan in unfinished():  # what was kept can go on
                self._resumed = self._jobs.plan
            self.view.line.say_stopped(update, resumable=self._resumed is not None)
        self.models.refresh()
        self._refresh()
