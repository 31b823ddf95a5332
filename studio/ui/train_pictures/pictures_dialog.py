"""The dialog in which a latent space is learned from a folder of the artist's own pictures."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QDialog, QWidget

from studio.errors import StudioError
from studio.jobs import Job, State, Update
from studio.tasks import train_own_pictures
from studio.tasks.train_own_kept import forget, unfinished
from studio.tasks.train_own_pictures import OwnPlan
from studio.ui.dialogs import choose_folder
from studio.ui.errands import Errands
from studio.ui.theme import set_role
from studio.ui.train_pictures import pictures_words
from studio.ui.train_pictures.pictures_jobs import PicturesJobs
from studio.ui.train_pictures.pictures_view import PicturesView
from studio.ui.train_pictures.plots import Plots
from studio.ui.widgets.drop_target import DropTarget

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
        self._jobs, self._disk, self._gpu = jobs, disk, gpu
        self._looking: Job | None = None
        self._timing: Job | None = None
        self._survey: Survey | None = None
        self._resumed: OwnPlan | None = None
        self.setWindowTitle(self.tr("Train on my pictures"))
        self.view = PicturesView(self)
        self.fields, self.mosaic, self.models = self.view.fields, self.view.mosaic, self.view.models
        self._connect()
        self._refresh()

    @property
    def survey(self) -> "Survey | None":
        """What was found in the folder, None before that is known to be enough."""
        return self._survey

    def show_dialog(self) -> None:
        """Open it, with what was interrupted where there is such a thing; waits for nothing."""
        if self._jobs.job is None:
            self.models.refresh()
            found = unfinished()
            if found and self.fields.path is None:
                self._take_up(found[0])
            self._refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    def take_folder(self, folder: Path) -> None:
        """Learn from the pictures in a folder: it is looked at at once."""
        self._drop_looking()
        self._resumed = None
        self.fields.show_folder(folder)
        self._say("")
        self.view.found.setText(self.tr("Looking at the pictures …"))
        self._looking = self._disk.run(
            self.tr("Looking at the pictures"),
            lambda: train_own_pictures.survey(folder, lambda one: self._seen.emit(folder, one)),
            self._looked,
            failed=self._unlooked,
            quiet=True,
        )
        self._refresh()

    def plan(self) -> OwnPlan:
        """What is asked for; StudioError where it cannot be."""
        from studio.tasks.train_own_sizes import for_minutes

        if self._resumed is not None:
            return self._resumed
        count = self._survey.readable if self._survey is not None else 0
        return for_minutes(self.fields.plan(count), self.fields.time)

    def start(self) -> None:
        """Begin, with a sentence in the dialog where that cannot be."""
        try:
            plan = self.plan()
            if self._survey is None and self._resumed is None:
                raise StudioError(self.tr("Choose a folder with enough pictures first."))
        except StudioError as problem:
            self._say(problem.sentence, bad=True)
            return
        if self._timing is not None:
            self._timing.cancel()
        self._jobs.start(plan)

    # -- the folder ------------------------------------------------------------------------------

    def _connect(self) -> None:
        view, jobs = self.view, self._jobs
        self.fields.folder.clicked.connect(self._ask_folder)
        self.fields.changed.connect(self._chosen)
        view.go.clicked.connect(self.start)
        view.give_up.clicked.connect(self._give_up)
        view.pause.clicked.connect(jobs.toggle_pause)
        view.enough.clicked.connect(self._stop_early)
        view.cancel.clicked.connect(jobs.cancel)
        self.models.failed.connect(lambda sentence: self._say(sentence, bad=True))
        target = DropTarget(self)
        target.hovered.connect(lambda hangs: self.mosaic.set_hanging(hangs and jobs.job is None))
        target.dropped.connect(self._drop)
        self._seen.connect(self._see)
        jobs.started.connect(self._begin)
        jobs.advanced.connect(self._advanced)
        jobs.grown.connect(view.show_samples)
        jobs.ended.connect(self._ended)

    def _ask_folder(self) -> None:
        title = self.tr("A folder with your pictures")
        choose_folder(self, title, "", lambda folders: self.take_folder(folders[0]))

    def _drop(self, data: QMimeData) -> None:
        if self._jobs.job is not None:
            return
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if not paths:
            self._say(self.tr("Drop a folder with pictures."), bad=True)
            return
        self.take_folder(paths[0] if paths[0].is_dir() else paths[0].parent)

    def _see(self, folder: Path, survey: "Survey") -> None:
        if self._looking is None or folder != self.fields.path:
            return
        self._tell(survey)

    def _looked(self, survey: "Survey") -> None:
        self._looking = None
        self._survey = survey
        self._tell(survey)
        self._chosen()

    def _tell(self, survey: "Survey") -> None:
        bad = len(survey.unreadable)
        self.view.found.setText(
            pictures_words.found_words(survey.there, survey.looked, survey.wanted, bad)
        )
        self.view.found.setToolTip("\n".join(survey.unreadable[:20]))
        if survey.mosaic is not None and self._jobs.job is None:
            self.view.show_cut(survey.mosaic)

    def _unlooked(self, error: BaseException) -> None:
        self._looking = None
        if isinstance(error, StudioError):
            self.view.found.setText("")
            self._say(error.sentence, bad=True)
            self._refresh()
        else:
            self._disk.fail(error)

    def _drop_looking(self) -> None:
        self._survey = None
        self.view.show_cut(None)
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    # -- the time --------------------------------------------------------------------------------

    def _chosen(self) -> None:
        """Other sizes: how long a step of them takes is measured where it is not known."""
        self._refresh()
        if self._survey is None or self._jobs.job is not None:
            return
        from studio.tasks.train_own_sizes import measured, step_seconds

        plan = self.fields.shape(self._survey.readable)
        if not step_seconds(plan)[1]:
            self._timing = self._gpu.run(
                self.tr("Measuring the speed"),
                lambda: measured(plan),
                lambda _: self._refresh(),
                slot="speed of training",
                quiet=True,
            )

    def _cost(self) -> str:
        if self._survey is None or self._resumed is not None:
            return ""
        from studio.tasks.train_own_sizes import CLEAR, for_minutes, step_seconds

        shape = self.fields.shape(self._survey.readable)
        steps = for_minutes(shape, self.fields.time).steps
        known = step_seconds(shape)[1]
        return pictures_words.cost_words(self.fields.time, steps, CLEAR[shape.kind], known)

    def _advice(self) -> str:
        if self._survey is None:
            return self.tr(
                "Pictures of one kind, seen from the same side, are learned best: faces, leaves, "
                "houses. From 48 on it can be tried, from 500 on it is worth it."
            )
        from studio.tasks.train_own_sizes import MOST

        kind = self.fields.kind.current()
        return pictures_words.advice_words(self._survey.readable, kind, MOST)

    # -- what was interrupted --------------------------------------------------------------------

    def _take_up(self, plan: OwnPlan) -> None:
        """Show what was interrupted; “Start” goes on with it."""
        self.take_folder(plan.folder)
        self._resumed = plan
        self.fields.show_plan(plan)
        text = self.tr("The training of {name} was interrupted; “Start” goes on where it was.")
        self._say(text.format(name=plan.name))

    def _give_up(self) -> None:
        if self._resumed is not None:
            forget(self._resumed)
        self._resumed = None
        self._say("")
        self._chosen()

    # -- the training ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        running = self._jobs.job is not None
        ready = self._survey is not None or self._resumed is not None
        self.view.go.setEnabled(ready)
        self.view.advice.setText("" if running else self._advice())
        self.view.estimate.setText("" if running else self._cost())
        self.view.show_state(running, resumable=self._resumed is not None)

    def _begin(self, plan: OwnPlan) -> None:
        self._resumed = None
        self.view.show_plots(Plots(plan.kind, self))
        self._say(self.tr("waiting"))
        self._refresh()

    def _stop_early(self) -> None:
        self.view.enough.setEnabled(False)
        self._jobs.stop_early()

    def _advanced(self, update: Update) -> None:
        self.view.show_paused(update.state is State.PAUSED)
        self._say(pictures_words.progress_words(update))
        step = update.step
        if step is not None and step.figures is not None and self.view.plots is not None:
            self.view.plots.add(step.done, step.figures)

    def _ended(self, update: Update) -> None:
        self.view.show_paused(False)
        if update.state is State.DONE:
            learned: train_own_pictures.LearnedSpace = update.result
            self._say(pictures_words.ended_words(learned))
            self.fields.name.setModified(False)
            if self.fields.path is not None:
                self.fields.show_folder(self.fields.path)
        else:
            self._offer_again(update)
        self.models.refresh()
        self._refresh()

    def _offer_again(self, update: Update) -> None:
        """After a stop or a fault: the same training can go on where it was kept."""
        plan = self._jobs.plan
        if plan is not None and plan in unfinished():
            self._resumed = replace(plan)
        if isinstance(update.error, StudioError):
            self._say(update.error.sentence, bad=True)
        elif self._resumed is not None:
            self._say(self.tr("Stopped; “Start” goes on where it was."))
        else:
            self._say(self.tr("Stopped."))

    def _say(self, text: str, *, bad: bool = False) -> None:
        line, role = self.view.line, "bad" if bad else "muted"
        if (text, role) == (line.text(), line.property("role")):
            return
        line.setText(text)
        line.setVisible(bool(text))
        if line.property("role") != role:
            set_role(line, role)
        self.view.grow()
