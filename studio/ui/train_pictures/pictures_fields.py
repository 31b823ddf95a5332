"""The fields of the dialog: a folder, what shall be learned of it, in which time, and a name."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from studio.errors import StudioError
from studio.tasks import train_own_pictures
from studio.tasks.train_own_pictures import OwnPlan
from studio.ui.training.fields import FolderField, NameField, lay_out_rows
from studio.ui.widgets.segmented_control import SegmentedControl

_MOST_LETTERS = 40
_MINUTES = (5, 20, 60, 480)


class PicturesFields(QWidget):
    """Folder, kind, size, time, mirroring and name; ``changed`` comes from the user's hand only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = FolderField(
            self.tr("Folder of pictures"),
            self.tr("A folder with pictures of one kind, and folders within it"),
            self,
        )
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
        tip = self.tr("How it is called where you choose a model to explore")
        self.name = NameField(tip, _MOST_LETTERS, self)
        rows = (
            (self.tr("Pictures"), self.folder),
            (self.tr("Kind"), self.kind),
            (self.tr("Size"), self.side),
            (self.tr("Time"), self.minutes),
            ("", self.flips),
            (self.tr("Name"), self.name),
        )
        lay_out_rows(QFormLayout(self), rows, self)

    def plan(self, count: int) -> OwnPlan:
        """What is asked for, but for its steps; StudioError where it cannot be."""
        if self.folder.path is None:
            raise StudioError(self.tr("Choose a folder with your pictures."))
        name = train_own_pictures.checked_name(self.name.text())
        return replace(self.shape(count), folder=self.folder.path, name=name)

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
        self.folder.show_folder(folder)
        self.name.suggest(train_own_pictures.free_name(folder.name))

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
