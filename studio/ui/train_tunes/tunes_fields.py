"""The fields of the dialog: a folder, a model to go on from, and the name of the new one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from studio import registry
from studio.registry import ModelSpec
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role

_MOST_LETTERS = 60


class TunesFields(QWidget):
    """Folder, model and name; ``changed`` comes from the user's hand only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.folder = QPushButton(self.tr("Choose a folder, or drop it here …"), self)
        self.folder.setIcon(icon("folder", "muted"))
        self.folder.setStyleSheet("text-align: left;")
        self.folder.setAutoDefault(False)
        self.folder.setAccessibleName(self.tr("Folder of tunes"))
        self.folder.setToolTip(self.tr("A folder with MIDI, MusicXML, ABC or kern files"))
        self.model = QComboBox(self)
        self.model.setAccessibleName(self.tr("Model to go on from"))
        self.model.setToolTip(
            self.tr("The melody network writes one voice; the composer several tracks")
        )
        self.model.activated.connect(lambda _: self.changed.emit())
        self.name = QLineEdit(self)
        self.name.setMaxLength(_MOST_LETTERS)
        self.name.setAccessibleName(self.tr("Name of the new model"))
        self.name.setToolTip(self.tr("How it is called where you choose a model to compose"))
        self._lay_out()
        self.show_models(registry.music_models())

    @property
    def base(self) -> str:
        """The model to go on from."""
        return str(self.model.currentData() or "lstm")

    def show_folder(self, folder: Path) -> None:
        """Show a folder, and its name as that of the model where none was typed."""
        self.path = folder
        self.folder.setText(folder.name or str(folder))
        if not self.name.isModified():
            self.name.setText(folder.name[:_MOST_LETTERS])

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

    def _lay_out(self) -> None:
        sizes = metrics(self)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(sizes.px(16))
        form.setVerticalSpacing(sizes.px(10))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, widget in (
            (self.tr("Tunes"), self.folder),
            (self.tr("Model"), self.model),
            (self.tr("Name"), self.name),
        ):
            label = QLabel(text, self)
            label.setBuddy(widget)
            set_role(label, "muted")
            form.addRow(label, widget)
