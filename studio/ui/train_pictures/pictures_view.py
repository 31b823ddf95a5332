"""What the dialog of own pictures shows: fields or plots beside the pictures, words and buttons."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
)

from studio.ui.pixels import Pixels
from studio.ui.theme import metrics, set_role
from studio.ui.train_pictures.models_row import ModelsRow
from studio.ui.train_pictures.mosaic import Mosaic
from studio.ui.train_pictures.pictures_fields import PicturesFields
from studio.ui.train_pictures.plots import Plots
from studio.ui.training import height
from studio.ui.training.foot import TrainingFoot
from studio.ui.training.jobs import TrainingJobs
from studio.ui.training.line import TrainingLine

_WIDTH = 760


class PicturesView(QObject):
    """The parts of the dialog, laid out; it decides nothing."""

    def __init__(self, dialog: QDialog, jobs: TrainingJobs) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.setMinimumWidth(metrics(dialog).px(_WIDTH))
        self.fields = PicturesFields(dialog)
        self.mosaic = Mosaic(dialog)
        self.models = ModelsRow(dialog)
        self.plots: Plots | None = None
        self.found = self._label("small")
        self.caption = self._label("small")
        self.advice = self._label("small")
        self.line = TrainingLine(dialog)
        self.line.setSizePolicy(self.found.sizePolicy())
        self.foot = TrainingFoot(
            jobs,
            self.tr("Let a new model learn the pictures"),
            self.tr("End now and keep what was learned"),
            dialog,
        )
        self.go, self.enough = self.foot.go, self.foot.enough
        self._lay_out()
        self.line.said.connect(lambda: height.grow(dialog, self._column))

    def show_cut(self, pixels: Pixels | None) -> None:
        """Show pictures of the folder as they will be cut."""
        tip = self.tr("Some of the pictures, as they will be cut")
        if pixels is None:
            tip = self.tr("Drop a folder with your pictures here")
        self.mosaic.show_pixels(pixels, self.tr("Pictures of the folder"), tip)

    def show_samples(self, pixels: Pixels) -> None:
        """Show what is made by now."""
        name = self.tr("What it makes by now")
        if self.plots is not None and self.plots.kind == "vae":
            tip = self.tr("Pictures kept back, how they come back, and below what chance makes")
        else:
            tip = self.tr("What chance makes of it by now")
        self.mosaic.show_pixels(pixels, name, tip)
        self.caption.setText(tip)

    def show_plots(self, plots: Plots) -> None:
        """Put the plots of a training in the place of those of the last one."""
        if self.plots is not None:
            self._side.removeWidget(self.plots)
            self.plots.deleteLater()
        self.plots = plots
        self.caption.clear()
        self._side.insertWidget(1, plots, 1)

    def show_state(self, running: bool, estimate: str, *, resumable: bool) -> None:
        """Show what belongs to a training that runs, or to its choice."""
        self.fields.setVisible(not running)
        self.fields.hold(resumable)
        if self.plots is not None:
            self.plots.setVisible(running)
        self.caption.setVisible(running)
        self.found.setVisible(not running)
        self.advice.setVisible(not running and not resumable)
        self.foot.show_state(running, estimate, resumable=resumable)
        if not running:
            self.enough.setEnabled(True)
        self.models.setVisible(not running and self.models.models.count() > 0)
        self._side.setStretch(self._side.count() - 1, 0 if running else 1)
        height.fit(self._dialog, self._column)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self._dialog)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        set_role(label, role)
        return label

    def _lay_out(self) -> None:
        sizes = metrics(self._dialog)
        self._side = QVBoxLayout()
        self._side.setSpacing(sizes.px(12))
        self._side.addWidget(self.fields)
        self._side.addWidget(self.advice)
        self._side.addWidget(self.line)
        self._side.addStretch(1)
        pictures = QVBoxLayout()
        pictures.setSpacing(sizes.px(8))
        pictures.addWidget(self.mosaic)
        pictures.addWidget(self.found)
        pictures.addWidget(self.caption)
        pictures.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(sizes.px(20))
        top.addLayout(self._side, 1)
        top.addLayout(pictures)
        self._column = QVBoxLayout(self._dialog)
        self._column.setContentsMargins(*(sizes.px(20),) * 4)
        self._column.setSpacing(sizes.px(16))
        self._column.addLayout(top, 1)
        self._column.addWidget(self.models)
        self._column.addLayout(self.foot)
