"""The big button of the Compose panel, whose label is its state, and what stands beside it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role


class ComposeButton(QWidget):
    """Composes, or stops; beside it another seed and the compositions of before."""

    pressed = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics(self)
        self.button = QPushButton(self)
        set_role(self.button, "big")
        self.button.clicked.connect(self.pressed)
        self.again = self._beside("dice", self.tr("Again"))
        self.again.setToolTip(self.tr("Compose again with a new seed  (Ctrl+Alt+G)"))
        self.again.clicked.connect(self.again_wanted)
        self.earlier = self._beside("history", self.tr("Earlier compositions"))
        self.earlier.setToolTip(self.tr("Call back what was composed before"))
        self.earlier.setMenu(QMenu(self.earlier))
        self.why = QLabel(self)
        self.why.setWordWrap(True)
        set_role(self.why, "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(16), sizes.px(8), sizes.px(16), sizes.px(12))
        layout.setSpacing(sizes.px(6))
        row = QHBoxLayout()
        row.setSpacing(sizes.px(6))
        row.addWidget(self.button, 1)
        row.addWidget(self.again)
        row.addWidget(self.earlier)
        layout.addLayout(row)
        layout.addWidget(self.why)

    def show_state(self, text: str, why: str, can: bool, tip: str) -> None:
        """Show what a press would do, and below why it cannot."""
        self.button.setText(text)
        self.button.setAccessibleName(text)
        self.button.setToolTip(tip)
        self.button.setEnabled(can)
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _beside(self, name: str, text: str) -> QPushButton:
        sizes = metrics(self)
        button = QPushButton(self)
        set_role(button, "beside")
        button.setIcon(icon(name))
        button.setIconSize(QSize(sizes.px(18), sizes.px(18)))
        button.setAccessibleName(text)
        return button
