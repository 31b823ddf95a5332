"""The big button: it says how long painting takes and how much memory, or why it cannot."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from studio.ui.theme import metrics, set_role


class PaintButton(QWidget):
    """The big button with time and memory on it, and below it why it cannot paint."""

    pressed = Signal()

    def __init__(self, describe: Callable[[], tuple[str, str, bool]], parent: QWidget) -> None:
        """``describe`` returns the button's text, the line below it, and whether it can paint."""
        super().__init__(parent)
        self._describe = describe
        self.button = QPushButton(self)
        set_role(self.button, "big")
        self.button.clicked.connect(self.pressed)
        self._why = QLabel(self)
        self._why.setWordWrap(True)
        set_role(self._why, "small")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._refresh)
        sizes = metrics(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(16), sizes.px(8), sizes.px(16), sizes.px(12))
        layout.setSpacing(sizes.px(6))
        layout.addWidget(self.button)
        layout.addWidget(self._why)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew what it costs, once for all changes of this turn of the event loop."""
        self._timer.start()

    def _refresh(self) -> None:
        text, why, can = self._describe()
        self.button.setText(text)
        self.button.setAccessibleName(text)
        self.button.setEnabled(can)
        self._why.setText(why)
        self._why.setVisible(bool(why))
