"""Fields of a training's dialog: what is chosen, a name, and the form in which they stand."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role


class Chooser(QPushButton):
    """A wide button that shows what was chosen, and by which something else is."""

    def __init__(self, name: str, tip: str, parent: QWidget, sign: str = "folder") -> None:
        super().__init__(parent)
        self.setIcon(icon(sign, "muted"))
        self.setStyleSheet("text-align: left;")
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(tip)


class FolderField(Chooser):
    """The folder that is learned from: ``path`` is None before it is chosen."""

    def __init__(self, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(name, tip, parent)
        self.path: Path | None = None
        self.setText(self.tr("Choose a folder, or drop it here …"))

    def show_folder(self, folder: Path) -> None:
        """Show a folder by its name."""
        self.path = folder
        self.setText(folder.name or str(folder))


class NameField(QLineEdit):
    """The name of a new model: what is suggested, until one is typed."""

    def __init__(self, tip: str, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(most)
        self.setAccessibleName(self.tr("Name of the new model"))
        self.setToolTip(tip)

    def suggest(self, name: str) -> None:
        """Show a name, where none was typed."""
        if not self.isModified():
            self.setText(name[: self.maxLength()])


def lay_out_rows(form: QFormLayout, rows: Iterable[tuple[str, QWidget]], parent: QWidget) -> None:
    """Fill a form with fields and muted labels before them."""
    sizes = metrics(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(sizes.px(16))
    form.setVerticalSpacing(sizes.px(10))
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for text, widget in rows:
        label = QLabel(text, parent)
        label.setBuddy(widget)
        set_role(label, "muted")
        form.addRow(label, widget)
