"""Export: which pictures, as what, under which names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.ui.dialogs import choose_folder
from studio.ui.exporting import Exported, Plan, plan
from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role
from studio.ui.widgets.parameter_slider import ParameterSlider
from studio.ui.widgets.segmented_control import SegmentedControl

FORMATS = (("png", "PNG"), ("jpg", "JPEG"), ("webp", "WebP"), ("tif", "TIFF 16"))
LOSSY = ("jpg", "webp")


@dataclass(frozen=True, slots=True)
class ExportWishes:
    """What the dialog starts with and gives back, to be remembered."""

    kind: str
    quality: int
    folder: Path
    template: str
    recipe: bool = True


class ExportDialog(QDialog):
    """Asks for format, quality, folder and names; says what will be written before it is.

    ``groups`` are the choices of what to export: a title and its pictures.
    """

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[Exported]]],
        wishes: ExportWishes,
        done: Callable[[Plan, ExportWishes], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._groups = [group for group in groups if group[1]]
        self._folder = wishes.folder
        self._done = done
        self.setWindowTitle(self.tr("Export"))
        sizes = metrics(self)
        self.setMinimumWidth(sizes.px(460))
        self.what = SegmentedControl(
            [(str(index), title) for index, (title, _) in enumerate(self._groups)],
            name=self.tr("What"),
            filled=False,
            parent=self,
        )
        self.kind = SegmentedControl(FORMATS, name=self.tr("Format"), parent=self)
        self.kind.set_current(wishes.kind if wishes.kind in dict(FORMATS) else "png")
        self.quality = ParameterSlider(
            self.tr("Quality"), 50, 100, wishes.quality, limits=(1, 100), parent=self
        )
        self.template = QLineEdit(wishes.template, self)
        self.template.setAccessibleName(self.tr("Name"))
        self.template.setToolTip(
            self.tr("Fields: {fields}").format(fields="{photo} {style} {quality} {size} {seed} {n}")
        )
        self.folder = QPushButton(self)
        self.folder.setIcon(icon("folder", "muted"))
        self.folder.setStyleSheet("text-align: left;")
        self.folder.setAccessibleName(self.tr("Folder"))
        self.folder.setToolTip(self.tr("Choose the folder to write to"))
        self.recipe = QCheckBox(self.tr("Put the recipe inside, to restore it by dropping"), self)
        self.recipe.setChecked(wishes.recipe)
        self.preview = QLabel(self)
        self.preview.setWordWrap(True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.preview, "small")
        self._lay_out()
        self.what.currentChanged.connect(self._refresh)
        self.kind.currentChanged.connect(self._refresh)
        self.template.textChanged.connect(self._refresh)
        self.folder.clicked.connect(self._choose_folder)
        self._refresh()

    def plan(self) -> Plan:
        """What will be written as things stand."""
        exported = self._groups[int(self.what.current())][1]
        suffix = f".{self.kind.current()}"
        return plan(
            exported,
            self._folder,
            self.template.text(),
            suffix,
            quality=round(self.quality.value()),
            with_recipe=self.recipe.isChecked(),
        )

    def accept(self) -> None:
        """Hand the plan over and close."""
        wishes = ExportWishes(
            self.kind.current(),
            round(self.quality.value()),
            self._folder,
            self.template.text(),
            self.recipe.isChecked(),
        )
        self._done(self.plan(), wishes)
        super().accept()

    def _lay_out(self) -> None:
        sizes = metrics(self)
        form = QFormLayout()
        form.setHorizontalSpacing(sizes.px(16))
        form.setVerticalSpacing(sizes.px(12))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("Format"), self.kind),
            (self.tr("Name"), self.template),
            (self.tr("Folder"), self.folder),
        ]
        self.what.setVisible(len(self._groups) > 1)
        if len(self._groups) > 1:
            rows.insert(0, (self.tr("What"), self.what))
        for text, widget in rows:
            label = QLabel(text, self)
            label.setBuddy(widget)
            set_role(label, "muted")
            form.addRow(label, widget)
        form.insertRow(form.rowCount() - 2, "", self.quality)
        buttons = QDialogButtonBox(self)
        self.button = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.px(20),) * 4)
        layout.setSpacing(sizes.px(16))
        layout.addLayout(form)
        layout.addWidget(self.recipe)
        layout.addLayout(below)
        layout.addWidget(buttons)

    def _refresh(self, *_: object) -> None:
        self.quality.setVisible(self.kind.current() in LOSSY)
        metrics_ = self.folder.fontMetrics()
        self.folder.setText(
            metrics_.elidedText(str(self._folder), Qt.TextElideMode.ElideMiddle, 320)
        )
        made = self.plan()
        names = [item.path.name for item in made.items]
        text = self.tr("Writes {names}").format(names=", ".join(names[:3]))
        if len(names) > 3:
            text = self.tr("Writes {names} and {more} more").format(
                names=", ".join(names[:2]), more=len(names) - 2
            )
        if made.existing:
            text += "\n" + self.tr("Already there; you will be asked before it is replaced.")
        self.preview.setText(text)

    def _choose_folder(self) -> None:
        def chosen(paths: list[Path]) -> None:
            self._folder = paths[0]
            self._refresh()

        choose_folder(self, self.tr("Export to"), str(self._folder), chosen)
