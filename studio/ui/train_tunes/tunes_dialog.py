"""The dialog in which a model learns from a folder of the artist's own tunes."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio import registry
from studio.errors import StudioError
from studio.jobs import Job, State, Update
from studio.music.song import Song
from studio.tasks import train_tunes
from studio.tasks.train_tunes import TunesCheck, TunesPlan
from studio.tasks.train_tunes_card import discard, unfinished
from studio.training.tunes_set import TuneSet
from studio.ui.dialogs import choose_folder
from studio.ui.errands import Errands
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role
from studio.ui.train_tunes import tunes_words
from studio.ui.train_tunes.tunes_fields import TunesFields
from studio.ui.train_tunes.tunes_jobs import TunesJobs
from studio.ui.widgets.drop_target import DropTarget
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
        self._errands = errands
        self._reading: Job | None = None
        self._tunes: TuneSet | None = None
        self._resumed: TunesPlan | None = None
        self._song: Song | None = None
        self.plot: LossPlot | None = None
        self.setWindowTitle(self.tr("Train on your own tunes"))
        self.setMinimumWidth(metrics(self).px(440))
        self.fields = TunesFields(self)
        self.fields.folder.clicked.connect(self._ask_folder)
        self.fields.changed.connect(self._refresh)
        target = DropTarget(self)
        target.dropped.connect(self._drop)
        self._make_news()
        self._lay_out()
        jobs.advanced.connect(self._advanced)
        jobs.ended.connect(self._ended)
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
            if found and self.fields.path is None:
                self._take_up(found[0])
            self._refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    def take_folder(self, folder: Path) -> None:
        """Learn from the music in a folder: it is read at once."""
        self._drop_reading()
        self._resumed = None
        self.fields.show_folder(folder)
        self._say("")
        self.found.setText(self.tr("Reading the tunes …"))
        self._reading = self._errands.run(
            self.tr("Reading the tunes"),
            lambda: train_tunes.read_tunes(folder),
            self._read,
            failed=self._unread,
            quiet=True,
        )
        self._refresh()

    def plan(self) -> TunesPlan:
        """What is asked for; StudioError where it cannot be."""
        folder = self.fields.path
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
            if self._tunes is not None:
                train_tunes.learnable(self._tunes, train_tunes.kind_of(plan.base))
        except StudioError as problem:
            self._say(problem.sentence, bad=True)
            return
        if self._jobs.start(plan, self._tunes) is not None:
            self._begin()

    # -- building --------------------------------------------------------------------------------

    def _make_news(self) -> None:
        self.found = QLabel(self)
        self.found.setWordWrap(True)
        set_role(self.found, "small")
        self.line = QLabel(self)
        self.line.setWordWrap(True)
        for label in (self.found, self.line):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.estimate = QLabel(self)
        set_role(self.estimate, "small")
        self.go = self._button(self.tr("Start"), self.tr("Let a copy of the model learn them"))
        set_role(self.go, "primary")
        self.go.clicked.connect(self.start)
        self.give_up = self._button(
            self.tr("Give up"), self.tr("Forget what was begun, and choose anew")
        )
        set_role(self.give_up, "quiet")
        self.give_up.clicked.connect(self._give_up)
        self.pause = self._button(self.tr("Pause"), self.tr("Rest here; nothing is lost"))
        self.pause.clicked.connect(self._jobs.toggle_pause)
        self.enough = self._button(
            self.tr("Stop early"), self.tr("End now and keep the best that was learned")
        )
        self.enough.clicked.connect(self._jobs.stop_early)
        self.cancel = self._button(self.tr("Cancel"), self.tr("Stop; the training can go on later"))
        set_role(self.cancel, "danger")
        self.cancel.clicked.connect(self._jobs.cancel)
        self.listen = self._button(
            self.tr("Hear it"), self.tr("Play the tune that it wrote at the last look")
        )
        self.listen.setIcon(icon("play", "muted"))
        self.listen.clicked.connect(lambda: self.hear.emit(self._song))

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        sizes = metrics(self)
        row = QHBoxLayout()
        row.setSpacing(sizes.px(8))
        row.addWidget(self.estimate, 1)
        row.addWidget(self.listen)
        for button in (self.give_up, self.cancel, self.enough, self.pause, self.go):
            row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(sizes.px(20),) * 4)
        self._column.setSpacing(sizes.px(12))
        self._column.addWidget(self.fields)
        self._column.addWidget(self.found)
        self._column.addWidget(self.line)
        self._column.addLayout(row)

    # -- the folder ------------------------------------------------------------------------------

    def _ask_folder(self) -> None:
        title = self.tr("A folder with your tunes")
        choose_folder(self, title, "", lambda folders: self.take_folder(folders[0]))

    def _drop(self, data: QMimeData) -> None:
        if self._jobs.job is not None:
            return
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if not paths:
            self._say(self.tr("Drop a folder with music."), bad=True)
            return
        self.take_folder(paths[0] if paths[0].is_dir() else paths[0].parent)

    def _read(self, tunes: TuneSet) -> None:
        self._reading = None
        self._tunes = tunes
        self._refresh()

    def _unread(self, error: BaseException) -> None:
        self._reading = None
        if isinstance(error, StudioError):
            self._say(error.sentence, bad=True)
            self._refresh()
        else:
            self._errands.fail(error)

    def _drop_reading(self) -> None:
        self._tunes = None
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _take_up(self, plan: TunesPlan) -> None:
        """Show what was interrupted; “Start” goes on with it."""
        self.take_folder(plan.folder)
        self._resumed = plan
        self.fields.name.setText(plan.name)
        self.fields.choose_base(plan.base)
        text = self.tr("The training of {name} was interrupted; “Start” goes on where it was.")
        self._say(text.format(name=plan.name))

    def _give_up(self) -> None:
        if self._resumed is not None:
            discard(self._resumed)
        self._resumed = None
        self._say("")
        self._refresh()

    # -- what happens ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        running = self._jobs.job is not None
        self.fields.setEnabled(not running)
        self.go.setVisible(not running)
        self.go.setEnabled(self._reading is None)
        self.give_up.setVisible(not running and self._resumed is not None)
        for button in (self.pause, self.enough, self.cancel):
            button.setVisible(running)
        self.listen.setVisible(self._song is not None)
        if self._tunes is not None:
            warning = tunes_words.warning_words(self._tunes)
            self.found.setText(f"{tunes_words.found_words(self._tunes)} {warning}".strip())
        elif self._reading is None:
            self.found.setText(
                self.tr("MIDI, MusicXML, ABC and kern are read; ten tunes or more are good.")
            )
        self.found.setVisible(not running)
        self.estimate.setText("" if running else self._cost())
        self._grow()

    def _cost(self) -> str:
        if self._tunes is None:
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
        self._say(self.tr("waiting"))
        self._refresh()

    def _advanced(self, update: Update) -> None:
        paused = update.state is State.PAUSED
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self._say(tunes_words.progress_words(update))
        step = update.step
        if step is None:
            return
        if step.figures is not None and self.plot is not None:
            self.plot.add(step.done, step.figures)
        if isinstance(step.so_far, TunesCheck) and step.so_far.song is not self._song:
            self._song = step.so_far.song
            self.listen.setVisible(self._song is not None)

    def _ended(self, update: Update) -> None:
        self.pause.setText(self.tr("Pause"))
        self._resumed = None
        if update.state is State.DONE:
            learned: train_tunes.LearnedTunes = update.result
            self._song = learned.song or self._song
            self._say(tunes_words.ended_words(learned))
            self.fields.name.clear()
        elif isinstance(update.error, StudioError):
            self._say(update.error.sentence, bad=True)
        else:
            self._say(self.tr("Stopped; “Start” goes on where it was."))
        self._refresh()

    def _say(self, text: str, *, bad: bool = False) -> None:
        self.line.setText(text)
        self.line.setVisible(bool(text))
        set_role(self.line, "bad" if bad else "muted")
        self._grow()

    def _grow(self) -> None:
        """Be as high as the sentences need; a dialog does not do so by itself."""
        self._column.activate()
        needed = self._column.heightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)
