"""The fields of the dialog: a folder, what shall be learned of it, in which time, and a name."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from studio.errors import StudioError
from studio.tasks import train_own_pictures
from studio.tasks.train_own_pictures import OwnPlan
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.segmented_control import SegmentedControl

_MOST_LETTERS = 40
_MINUTES = (5, 20, 60, 480)


class PicturesFields(QWidget):
    """Folder, kind, size, time, mirroring and name; ``changed`` comes from the user's hand only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.folder = QPushButton(self.tr("Choose a folder, or drop it here …"), self)
        self.folder.setIcon(icon("folder", "muted"))
        self.folder.setStyleSheet("text-align: left;")
        self.folder.setAutoDefault(False)
        self.folder.setAccessibleName(self.tr("Folder of pictures"))
        self.folder.setToolTip(self.tr("A folder with pictures of one kind, and folders within it"))
        self.kind = self._choice(self.tr("Kind"), self._kinds())
        self.side = self._choice(self.tr("Size"), self._sides())
        self.minutes = self._choice(self.tr("Time"), self._times())
        self.minutes.set_current(str(_MINUTES[1]))
        self.flips = QCheckBox(self.tr("Mirror pictures too"), self)
        self.flips.setChecked(True)
        self.flips.setToolTip(
            self.tr("Twice as much to learn from; switch it off for letters and the like")
        )
        self.flips.setAccessibleName(self.flips.text())
        self.name = QLineEdit(self)
        self.name.setMaxLength(_MOST_LETTERS)
        self.name.setAccessibleName(self.tr("Name of the new model"))
        self.name.setToolTip(self.tr("How it is called where you choose a model to explore"))
        self._lay_out()

    def plan(self, count: int) -> OwnPlan:
        """What is asked for, but for its steps; StudioError where it cannot be."""
        if self.path is None:
            raise StudioError(self.tr("Choose a folder with your pictures."))
        name = train_own_pictures.checked_name(self.name.text())
        return replace(self.shape(count), folder=self.path, name=name)

    def shape(self, count: int) -> OwnPlan:
        """The kind and the sizes for so many pictures, whatever folder and name."""
        side = int(self.side.current())
        flips = self.flips.isChecked()
        return OwnPlan(Path(), "", self.kind.current(), side, count=count, flips=flips)

    @property
    def time(self) -> int:
        """The minutes that are given."""
        return int(self.minutes.current())

    def show_folder(self, folder: Path) -> None:
        """Show a folder, and a name after it for the model where none was typed."""
        self.path = folder
        self.folder.setText(folder.name or str(folder))
        if not self.name.isModified():
            self.name.setText(train_own_pictures.free_name(folder.name))

    def show_plan(self, plan: OwnPlan) -> None:
        """Show what was begun."""
        self.name.setText(plan.name)
        self.kind.set_current(plan.kind)
        self.side.set_current(str(plan.side))
        self.flips.setChecked(plan.flips)

    def hold(self, held: bool) -> None:
        """Let nothing but the folder be changed, while what was begun can go on."""
        for one in (self.kind, self.side, self.minutes, self.flips, self.name):
            one.setEnabled(not held)

    def _kinds(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "vae",
                self.tr("Autoencoder"),
                self.tr("VAE: quick, and finds your own photos again; its pictures are soft"),
            ),
            (
                "gan",
                self.tr("Generator"),
                self.tr("WGAN-GP: sharper, but slower, and in need of more pictures"),
            ),
        )

    def _sides(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("64", self.tr("64 pixels"), self.tr("Quick; the canvas enlarges them well")),
            ("128", self.tr("128 pixels"), self.tr("Finer, and three times as slow")),
        )

    def _times(self) -> tuple[tuple[str, str, str], ...]:
        few, some, hour, night = (str(minutes) for minutes in _MINUTES)
        return (
            (few, self.tr("5 min"), self.tr("To see whether it comes to anything")),
            (some, self.tr("20 min"), self.tr("Enough for small pictures of one kind")),
            (hour, self.tr("1 hour"), self.tr("For 128 pixels, and for the generator")),
            (night, self.tr("a night"), self.tr("Eight hours; you may pause it and quit")),
        )

    def _choice(self, name: str, options: tuple[tuple[str, str, str], ...]) -> SegmentedControl:
        control = SegmentedControl(options, name=name, filled=False, parent=self)
        control.currentChanged.connect(lambda _: self.changed.emit())
        return control

    def _lay_out(self) -> None:
        sizes = metrics(self)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(sizes.px(16))
        form.setVerticalSpacing(sizes.px(10))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, widget in (
            (self.tr("Pictures"), self.folder),
            (self.tr("Kind"), self.kind),
            (self.tr("Size"), self.side),
            (self.tr("Time"), self.minutes),
            ("", self.flips),
            (self.tr("Name"), self.name),
        ):
            label = QLabel(text, self)
            label.setBuddy(widget)
            set_role(label, "muted")
            form.addRow(label, widget)
