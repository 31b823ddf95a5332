"""Teaching Fast a style: what from, how long, and how it goes while it runs."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.image.style_card import CardInfo
from studio.jobs import State, Update
from studio.tasks import train_style
from studio.tasks.train_style import StylePlan
from studio.ui import job_text
from studio.ui.dialogs import choose_files, choose_folder, picture_filter
from studio.ui.sentences import told
from studio.ui.theme import metrics
from studio.ui.train_jobs import TrainJobs
from studio.ui.training.fields import Chooser, lay_out_rows
from studio.ui.training.foot import TrainingFoot
from studio.ui.training.line import TrainingLine, rest_words
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
        training.started.connect(self._begin)
        training.advanced.connect(self._advanced)
        training.ended.connect(self._ended)
        self._refresh()

    def open_for(self, card: CardInfo | None) -> None:
        """Show the panel for a style, or for a picture to be chosen; waits for nothing."""
        if self._training.job is None:
            self._card, self._picture = card, None
            self.name.clear()
            self.line.say("")
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
            self.line.say(told(problem), bad=True)
            return
        title = self.name.text().strip() if self._card is None else self._card.title
        self._training.start(plan, title or Path(plan.style).stem)

    # -- building --------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.picture = Chooser(
            self.tr("Picture"),
            self.tr("Choose the picture whose style Fast is to learn"),
            self,
            sign="style",
        )
        self.picture.clicked.connect(self._ask_picture)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the style"))
        self.name.setToolTip(self.tr("How the style is called in the gallery"))
        self.photos = Chooser(
            self.tr("Photos to practise on"),
            self.tr("A folder of photos like those you paint; without it the studio's samples"),
            self,
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

    def _make_progress(self) -> None:
        self.line = TrainingLine(self)
        room = self.line.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.line.setSizePolicy(room)
        self.foot = TrainingFoot(
            self._training,
            self.tr("Teach Fast this style"),
            self.tr("End now and keep the best that was learned"),
            self,
        )
        self.foot.go.clicked.connect(self.start)

    def _lay_out(self) -> None:
        sizes = metrics(self)
        form = QFormLayout()
        rows = (
            (self.tr("Picture"), self.picture),
            (self.tr("Name"), self.name),
            (self.tr("Photos"), self.photos),
            (self.tr("Train"), self.kind),
            (self.tr("At most"), self.minutes),
        )
        lay_out_rows(form, rows, self)
        self._fields = tuple(widget for _, widget in rows)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.px(20),) * 4)
        layout.setSpacing(sizes.px(14))
        layout.addLayout(form)
        layout.addWidget(self.line)
        layout.addLayout(self.foot)

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
        whole = self.kind.current() == "whole"
        plan = StylePlan("", whole=whole, minutes=self.minutes.value())
        seconds = train_style.estimate_seconds(plan)
        about = self.tr("about {time}").format(time=job_text.clock(seconds))
        self.foot.show_state(running, about)

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
        self.line.say(self.tr("waiting"))
        self._refresh()

    def _advanced(self, update: Update) -> None:
        step = update.step
        if step is None:
            return
        parts = [job_text.stage(step.label)]
        if step.figures is not None:
            parts.append(f"{step.done}/{step.total}")
            if self.plot is not None:
                self.plot.add(step.done, step.figures)
        self.line.say(" · ".join(part for part in (*parts, *rest_words(update)) if part))

    def _ended(self, update: Update) -> None:
        if update.state is State.DONE:
            learned: train_style.LearnedStyle = update.result
            text = self.tr("Learned in {time}; the style is in the gallery, chosen.")
            self.line.say(text.format(time=job_text.clock(learned.seconds)))
            self._card, self._picture = learned.card, None
        else:
            self.line.say_stopped(update)
        self._refresh()
