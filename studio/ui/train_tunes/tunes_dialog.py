"""The dialog in which a model learns from a folder of the artist's own tunes."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from studio import registry
from studio.errors import StudioError
from studio.jobs import State, Update
from studio.music.song import Song
from studio.tasks import train_tunes
from studio.tasks.train_tunes import TunesCheck, TunesPlan
from studio.tasks.train_tunes_card import discard, unfinished
from studio.ui.errands import Errands
from studio.ui.icons import icon
from studio.ui.sentences import told
from studio.ui.theme import metrics, set_role
from studio.ui.train_tunes import tunes_words
from studio.ui.train_tunes.tunes_fields import TunesFields
from studio.ui.train_tunes.tunes_jobs import TunesJobs
from studio.ui.training import height
from studio.ui.training.folder_look import FolderLook, LookWords
from studio.ui.training.foot import TrainingFoot
from studio.ui.training.line import TrainingLine
from studio.ui.widgets.loss_plot import LossPlot


class TunesDialog(QDialog):
    """Asks for a folder, a model and a name, starts the training and shows how it gets on.

    ``hear`` gives the Song that was written at the last look, to be played. ``errands`` read the
    folder; the training is that of ``jobs`` and goes on while the dialog is closed.
    """

    hear = Signal(object)

    def __init__(self, jobs: TunesJobs, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._resumed: TunesPlan | None = None
        self._song: Song | None = None
        self.plot: LossPlot | None = None
        self.setWindowTitle(self.tr("Train on your own tunes"))
        self.setMinimumWidth(metrics(self).px(440))
        self.fields = TunesFields(self)
        self._look = FolderLook(self, jobs, errands, train_tunes.read_tunes, self._look_words())
        self._make_news()
        self._lay_out()
        self._connect()
        self._refresh()

    @property
    def song(self) -> Song | None:
        """The tune of the last look."""
        return self._song

    def show_dialog(self) -> None:
        """Open it, with what was interrupted where there is such a thing; waits for nothing."""
        if self._jobs.job is None:
            self.fields.show_models(registry.music_models())
            found = unfinished()
            if found and self.fields.folder.path is None:
                self._take_up(found[0])
            self._refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    def take_folder(self, folder: Path) -> None:
        """Learn from the music in a folder: it is read at once."""
        self._look.begin(folder)
        self._resumed = None
        self.fields.show_folder(folder)
        self.line.say("")
        self.found.setText(self.tr("Reading the tunes …"))
        self._refresh()

    def plan(self) -> TunesPlan:
        """What is asked for; StudioError where it cannot be."""
        folder = self.fields.folder.path
        if folder is None:
            raise StudioError(self.tr("Choose a folder with your tunes."))
        name = train_tunes.checked_name(self.fields.name.text())
        return TunesPlan(folder, name, self.fields.base)

    def start(self) -> None:
        """Begin, with a sentence in the dialog where that cannot be."""
        try:
            plan = self.plan()
            if self._resumed is not None and plan.name == self._resumed.name:
                plan = self._resumed
            if self._look.result is not None:
                train_tunes.learnable(self._look.result, train_tunes.kind_of(plan.base))
        except StudioError as problem:
            self.line.say(told(problem), bad=True)
            return
        self._jobs.start(plan, self._look.result)

    # -- building --------------------------------------------------------------------------------

    def _look_words(self) -> LookWords:
        return LookWords(
            choose=self.tr("A folder with your tunes"),
            looking=self.tr("Reading the tunes"),
            no_folder=self.tr("Drop a folder with music."),
        )

    def _make_news(self) -> None:
        self.found = QLabel(self)
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.found, "small")
        self.line = TrainingLine(self)
        self.foot = TrainingFoot(
            self._jobs,
            self.tr("Let a copy of the model learn them"),
            self.tr("End now and keep the best that was learned"),
            self,
        )
        self.listen = self.foot.button(
            self.tr("Hear it"), self.tr("Play the tune that it wrote at the last look")
        )
        self.listen.setIcon(icon("play", "muted"))
        self.foot.add(self.listen)

    def _lay_out(self) -> None:
        sizes = metrics(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(sizes.px(20),) * 4)
        self._column.setSpacing(sizes.px(12))
        for part in (self.fields, self.found, self.line):
            self._column.addWidget(part)
        self._column.addLayout(self.foot)

    def _connect(self) -> None:
        look, jobs = self._look, self._jobs
        self.fields.folder.clicked.connect(look.ask)
        self.fields.changed.connect(self._refresh)
        look.wanted.connect(self.take_folder)
        look.failed.connect(lambda sentence: self.line.say(sentence, bad=True))
        look.ended.connect(self._refresh)
        self.line.said.connect(lambda: height.grow(self, self._column))
        self.foot.go.clicked.connect(self.start)
        self.foot.give_up.clicked.connect(self._give_up)
        self.listen.clicked.connect(lambda: self.hear.emit(self._song))
        jobs.started.connect(self._begin)
        jobs.advanced.connect(self._advanced)
        jobs.ended.connect(self._ended)

    # -- what was interrupted --------------------------------------------------------------------

    def _take_up(self, plan: TunesPlan) -> None:
        """Show what was interrupted; “Start” goes on with it."""
        self.take_folder(plan.folder)
        self._resumed = plan
        self.fields.name.setText(plan.name)
        self.fields.choose_base(plan.base)
        self.line.say_interrupted(plan.name)

    def _give_up(self) -> None:
        if self._resumed is not None:
            discard(self._resumed)
        self._resumed = None
        self.line.say("")
        self._refresh()

    # -- what happens ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        running = self._jobs.job is not None
        self.fields.setEnabled(not running)
        self.foot.go.setEnabled(not self._look.busy)
        self.foot.show_state(running, self._cost(), resumable=self._resumed is not None)
        self.listen.setVisible(self._song is not None)
        tunes = self._look.result
        if tunes is not None:
            warning = tunes_words.warning_words(tunes)
            self.found.setText(f"{tunes_words.found_words(tunes)} {warning}".strip())
        elif not self._look.busy:
            self.found.setText(
                self.tr("MIDI, MusicXML, ABC and kern are read; ten tunes or more are good.")
            )
        self.found.setVisible(not running)
        height.grow(self, self._column)

    def _cost(self) -> str:
        if self._look.result is None:
            return ""
        try:
            kind = train_tunes.kind_of(self.fields.base)
        except StudioError:
            return ""
        return tunes_words.cost_words(train_tunes.estimate_seconds(kind))

    def _begin(self) -> None:
        if self.plot is None:
            names = {
                "nats": self.tr("learned"),
                "before": self.tr("before"),
                "unseen": self.tr("kept back"),
            }
            self.plot = LossPlot(names, self)
            self._column.insertWidget(2, self.plot)
        self.plot.clear()
        self._song = None
        self.line.say(self.tr("waiting"))
        self._refresh()

    def _advanced(self, update: Update) -> None:
        self.line.say(tunes_words.progress_words(update))
        step = update.step
        if step is None:
            return
        if step.figures is not None and self.plot is not None:
            self.plot.add(step.done, step.figures)
        if isinstance(step.so_far, TunesCheck) and step.so_far.song is not self._song:
            self._song = step.so_far.song
            self.listen.setVisible(self._song is not None)

    def _ended(self, update: Update) -> None:
        self._resumed = None
        if update.state is State.DONE:
            learned: train_tunes.LearnedTunes = update.result
            self._song = learned.song or self._song
            self.line.say(tunes_words.ended_words(learned))
            self.fields.name.clear()
        else:
            self.line.say_stopped(update)
        self._refresh()
