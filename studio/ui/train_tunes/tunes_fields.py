"""The fields of the dialog: a folder, a model to go on from, and the name of the new one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from studio import registry
from studio.registry import ModelSpec
from studio.ui.training.fields import FolderField, NameField, lay_out_rows

_MOST_LETTERS = 60


class TunesFields(QWidget):
    """Folder, model and name; ``changed`` comes from the user's hand only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = FolderField(
            self.tr("Folder of tunes"),
            self.tr("A folder with MIDI, MusicXML, ABC or kern files"),
            self,
        )
        self.model = QComboBox(self)
        self.model.setAccessibleName(self.tr("Model to go on from"))
        self.model.setToolTip(
            self.tr("The melody network writes one voice; the composer several tracks")
        )
        self.model.activated.connect(lambda _: self.changed.emit())
        tip = self.tr("How it is called where you choose a model to compose")
        self.name = NameField(tip, _MOST_LETTERS, self)
        rows = (
            (self.tr("Tunes"), self.folder),
            (self.tr("Model"), self.model),
            (self.tr("Name"), self.name),
        )
        lay_out_rows(QFormLayout(self), rows, self)
        self.show_models(registry.music_models())

    @property
    def base(self) -> str:
        """The model to go on from."""
        return str(self.model.currentData() or "lstm")

    def show_folder(self, folder: Path) -> None:
        """Show a folder, and its name as that of the model where none was typed."""
        self.folder.show_folder(folder)
        self.name.suggest(folder.name)

    def show_models(self, models: Sequence[ModelSpec]) -> None:
        """Offer these models; the chosen one stays."""
        chosen = self.base
        titles = {"lstm": self.tr("Melody network"), "composer": self.tr("Composer")}
        self.model.clear()
        for spec in models:
            self.model.addItem(titles.get(spec.name, spec.name), spec.name)
        self.choose_base(chosen)

    def choose_base(self, name: str) -> None:
        """Choose a model, where it is there."""
        place = self.model.findData(name)
        if place >= 0:
            self.model.setCurrentIndex(place)
