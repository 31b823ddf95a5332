"""The big button at the foot of the panel, and the one that goes on to painting."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role


class KeepBar(QWidget):
    """Keep, and Paint it."""

    keep_wanted = Signal()
    paint_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics(self)
        self.keep = QPushButton(self.tr("Keep"), self)
        set_role(self.keep, "big")
        self.keep.setAccessibleName(self.tr("Keep"))
        self.keep.clicked.connect(self.keep_wanted)
        self.paint = QPushButton(self.tr("Paint it"), self)
        set_role(self.paint, "beside")
        self.paint.setIcon(icon("paint"))
        self.paint.setIconSize(QSize(sizes.px(18), sizes.px(18)))
        self.paint.setAccessibleName(self.tr("Paint it"))
        self.paint.clicked.connect(self.paint_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(16), sizes.px(8), sizes.px(16), sizes.px(12))
        row.setSpacing(sizes.px(6))
        row.addWidget(self.keep, 1)
        row.addWidget(self.paint)
        self.show_kind(sounds=False)

    def show_kind(self, *, sounds: bool) -> None:
        """Say what the buttons do with a picture, or with a melody."""
        self.paint.setVisible(not sounds)
        self.paint.setToolTip(
            self.tr("Dream, then paint: it becomes the photo, and the style you choose works on it")
        )
        self.keep.setToolTip(
            self.tr("Put the melody into the song")
            if sounds
            else self.tr("Put it into the history, 1024 × 1024, with the place it came from")
        )
