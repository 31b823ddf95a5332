"""Teaching Fast a style: what from, how long, and how it goes while it runs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.image.style_card import CardInfo
from studio.jobs import State, Update
from studio.tasks import train_style
from studio.tasks.train_style import StylePlan
from studio.ui import job_text
from studio.ui.dialogs import choose_files, choose_folder, picture_filter
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role
from studio.ui.train_jobs import TrainJobs
from studio.ui.widgets.loss_plot import LossPlot
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.segmented_control import SegmentedControl


class TrainPanel(QDialog):
    """Asks for a picture (or takes a style), starts the training and shows its losses."""

    def __init__(self, training: TrainJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._training = training
        self._card: CardInfo | None = None
        self._picture: Path | None = None
        self._photos: Path | None = None
        self.plot: LossPlot | None = None
        self.setWindowTitle(self.tr("Teach Fast a style"))
        self.setMinimumWidth(metrics(self).px(440))
        self._make_fields()
        self._make_progress()
        self._lay_out()
        training.advanced.connect(self._advanced)
        training.ended.connect(self._ended)
        self._refresh()

    def open_for(self, card: CardInfo | None) -> None:
        """Show the panel for a style, or for a picture to be chosen; waits for nothing."""
        if self._training.job is None:
            self._card, self._picture = card, None
            self.name.clear()
            self._say("")
            self._refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    def take_picture(self, path: Path) -> None:
        """Use a picture as the style to learn."""
        self._card, self._picture = None, path
        words = path.stem.replace("_", " ").replace("-", " ").strip()
        self.name.setText(words[:1].upper() + words[1:])
        self._refresh()

    def take_photos(self, folder: Path | None) -> None:
        """Train on the photos of a folder too."""
        self._photos = folder
        self._refresh()

    def plan(self) -> StylePlan:
        """What is asked for; StudioError where it cannot be."""
        if self._card is None and self._picture is None:
            raise StudioError("Choose a picture whose style Fast is to learn.")
        style = str(self._picture) if self._card is None else self._card.id
        return StylePlan(
            style,
            name="" if self._card is not None else self.name.text().strip(),
            photos=self._photos,
            whole=self.kind.current() == "whole",
            minutes=self.minutes.value(),
        )

    def start(self) -> None:
        """Begin, with a sentence in the panel where that cannot be."""
        try:
            plan = self.plan()
        except StudioError as problem:
            self._say(problem.sentence, bad=True)
            return
        title = self.name.text().strip() if self._card is None else self._card.title
        if self._training.start(plan, title or Path(plan.style).stem) is not None:
            self._begin()

    # -- building --------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.picture = QPushButton(self)
        self.picture.setIcon(icon("style", "muted"))
        self.picture.setStyleSheet("text-align: left;")
        self.picture.setAccessibleName(self.tr("Picture"))
        self.picture.setToolTip(self.tr("Choose the picture whose style Fast is to learn"))
        self.picture.clicked.connect(self._ask_picture)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the style"))
        self.name.setToolTip(self.tr("How the style is called in the gallery"))
        self.photos = QPushButton(self)
        self.photos.setIcon(icon("folder", "muted"))
        self.photos.setStyleSheet("text-align: left;")
        self.photos.setAccessibleName(self.tr("Photos to practise on"))
        self.photos.setToolTip(
            self.tr("A folder of photos like those you paint; without it the studio's samples")
        )
        self.photos.clicked.connect(self._ask_photos)
        self.kind = SegmentedControl(
            [
                (
                    "embedding",
                    self.tr("Embedding only"),
                    self.tr("Minutes; the style can be mixed with the others"),
                ),
                (
                    "whole",
                    self.tr("Whole network"),
                    self.tr("Closer to the picture, slower; it cannot be mixed"),
                ),
            ],
            name=self.tr("What is trained"),
            parent=self,
        )
        self.kind.currentChanged.connect(lambda _: self._refresh())
        self.minutes = NumberField(
            self.tr("At most"),
            train_style.MINUTES,
            suffix=" min",
            limits=(1, 600),
            tooltip=self.tr("After that it ends with what is learned"),
            parent=self,
        )
        self.minutes.valueCommitted.connect(lambda _: self._refresh())
        self.estimate = QLabel(self)
        set_role(self.estimate, "small")

    def _make_progress(self) -> None:
        self.line = QLabel(self)
        self.line.setWordWrap(True)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.go = QPushButton(self.tr("Start"), self)
        set_role(self.go, "primary")
        self.go.setToolTip(self.tr("Teach Fast this style"))
        self.go.clicked.connect(self.start)
        self.pause = QPushButton(self.tr("Pause"), self)
        self.pause.setToolTip(self.tr("Rest here; nothing is lost"))
        self.pause.clicked.connect(self._training.toggle_pause)
        self.enough = QPushButton(self.tr("Stop early"), self)
        self.enough.setToolTip(self.tr("End now and keep the best that was learned"))
        self.enough.clicked.connect(self._training.stop_early)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        set_role(self.cancel, "danger")
        self.cancel.setToolTip(self.tr("Stop; the training can go on later"))
        self.cancel.clicked.connect(self._training.cancel)
        for button in (self.go, self.pause, self.enough, self.cancel, self.picture, self.photos):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        sizes = metrics(self)
        form = QFormLayout()
        form.setHorizontalSpacing(sizes.px(16))
        form.setVerticalSpacing(sizes.px(10))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, widget in (
            (self.tr("Picture"), self.picture),
            (self.tr("Name"), self.name),
            (self.tr("Photos"), self.photos),
            (self.tr("Train"), self.kind),
            (self.tr("At most"), self.minutes),
        ):
            label = QLabel(text, self)
            label.setBuddy(widget)
            set_role(label, "muted")
            form.addRow(label, widget)
        self._fields = (self.picture, self.name, self.photos, self.kind, self.minutes, self.go)
        row = QHBoxLayout()
        row.setSpacing(sizes.px(8))
        row.addWidget(self.estimate, 1)
        for button in (self.cancel, self.enough, self.pause, self.go):
            row.addWidget(button)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.px(20),) * 4)
        layout.setSpacing(sizes.px(14))
        layout.addLayout(form)
        layout.addWidget(self.line)
        layout.addLayout(row)

    # -- what happens ----------------------------------------------------------------------------

    def _ask_picture(self) -> None:
        title = self.tr("The picture whose style Fast is to learn")
        choose_files(self, title, "", [picture_filter()], lambda paths: self.take_picture(paths[0]))

    def _ask_photos(self) -> None:
        title = self.tr("Photos to practise on")
        choose_folder(self, title, "", lambda folders: self.take_photos(folders[0]))

    def _refresh(self) -> None:
        running = self._training.job is not None
        shown = self.tr("Choose a picture…")
        if self._card is not None:
            shown = self._card.title
        elif self._picture is not None:
            shown = self._picture.name
        self.picture.setText(shown)
        self.name.setEnabled(self._card is None)
        if self._card is not None:
            self.name.setText(self._card.title)
        self.photos.setText(self._photos.name if self._photos else self.tr("The studio's samples"))
        for field in self._fields:
            field.setEnabled(not running and not (field is self.name and self._card is not None))
        self.go.setVisible(not running)
        for button in (self.pause, self.enough, self.cancel):
            button.setVisible(running)
        whole = self.kind.current() == "whole"
        plan = StylePlan("", whole=whole, minutes=self.minutes.value())
        seconds = train_style.estimate_seconds(plan)
        about = self.tr("about {time}").format(time=job_text.clock(seconds))
        self.estimate.setText("" if running else about)

    def _begin(self) -> None:
        if self.plot is None:
            names = {
                "style": self.tr("style"),
                "content": self.tr("content"),
                "validation": self.tr("validation"),
            }
            self.plot = LossPlot(names, self)
            self._column.insertWidget(1, self.plot)
        self.plot.clear()
        self._say(self.tr("waiting"))
        self._refresh()

    def _advanced(self, update: Update) -> None:
        paused = update.state is State.PAUSED
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        if update.step is not None:
            parts = [job_text.stage(update.step.label)]
            if update.step.figures is not None:
                parts.append(f"{update.step.done}/{update.step.total}")
                if self.plot is not None:
                    self.plot.add(update.step.done, update.step.figures)
            if paused:
                parts.append(self.tr("paused"))
            elif update.remaining is not None:
                clock = job_text.clock(update.remaining)
                parts.append(self.tr("{time} left").format(time=clock))
            self._say(" · ".join(part for part in parts if part))

    def _ended(self, update: Update) -> None:
        self.pause.setText(self.tr("Pause"))
        if update.state is State.DONE:
            learned: train_style.LearnedStyle = update.result
            text = self.tr("Learned in {time}; the style is in the gallery, chosen.")
            self._say(text.format(time=job_text.clock(learned.seconds)))
            self._card, self._picture = learned.card, None
        elif isinstance(update.error, StudioError):
            self._say(update.error.sentence, bad=True)
        else:
            self._say(self.tr("Stopped; “Start” goes on where it was."))
        self._refresh()

    def _say(self, text: str, *, bad: bool = False) -> None:
        self.line.setText(text)
        set_role(self.line, "bad" if bad else "muted")
