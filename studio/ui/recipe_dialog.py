"""A dropped picture carries its recipe: what shall it be?"""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.document.layer import small
from studio.image.picture_file import Picture
from studio.ui.pixels import to_image
from studio.ui.theme import metrics, set_role

Use = Literal["restore", "settings", "photo", "style"]


class RecipeDialog(QDialog):
    """Shows the picture and four ways to use it; Escape leaves everything as it is."""

    def __init__(
        self, picture: Picture, chosen: Callable[[Use], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A picture with its recipe"))
        self._chosen = chosen
        sizes = metrics(self)
        side = sizes.px(190)
        thumbnail = QLabel(self)
        ratio = self.devicePixelRatioF()
        drawn = QPixmap.fromImage(to_image(small(picture.pixels, round(side * ratio))))
        drawn.setDevicePixelRatio(ratio)
        thumbnail.setPixmap(drawn)
        thumbnail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        thumbnail.setAccessibleName(picture.name)
        title = QLabel(self.tr("{name} was made here").format(name=picture.name), self)
        title.setWordWrap(True)
        set_role(title, "title")
        text = QLabel(
            self.tr("It carries the recipe of its making: photo, styles, settings and seed."), self
        )
        text.setWordWrap(True)
        set_role(text, "muted")
        right = QVBoxLayout()
        right.setSpacing(sizes.px(8))
        right.addWidget(title)
        right.addWidget(text)
        right.addStretch(1)
        uses: tuple[tuple[Use, str, str], ...] = (
            ("restore", self.tr("&Restore"), self.tr("Photo, settings and this result, as it was")),
            ("settings", self.tr("&Settings only"), self.tr("Paint the present photo like this")),
            ("photo", self.tr("Use as &photo"), self.tr("Paint this picture")),
            ("style", self.tr("Use as s&tyle"), self.tr("Paint in the manner of this picture")),
        )
        self.buttons: dict[Use, QPushButton] = {}
        for use, name, tip in uses:
            button = QPushButton(name, self)
            keys = QKeySequence.mnemonic(name).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{tip}  ({keys})")
            button.setAccessibleDescription(tip)
            button.clicked.connect(lambda _=False, use=use: self._use(use))
            right.addWidget(button)
            self.buttons[use] = button
        self.buttons["restore"].setDefault(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(sizes.px(20),) * 4)
        layout.setSpacing(sizes.px(20))
        layout.addWidget(thumbnail)
        layout.addLayout(right, 1)
        self.setMinimumWidth(sizes.px(480))

    def _use(self, use: Use) -> None:
        self.accept()
        self._chosen(use)
