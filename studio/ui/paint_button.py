"""The big button: how long painting takes and how much memory; Refine and sheets beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from studio.ui.actions import plain
from studio.ui.icons import icon
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
        self._row = QHBoxLayout()
        self._row.setSpacing(sizes.px(6))
        self._row.addWidget(self.button, 1)
        layout.addLayout(self._row)
        layout.addWidget(self._why)
        self.refresh()

    def add(self, refine: QAction, sheets: Sequence[QAction]) -> None:
        """Put Refine and the contact sheets beside the button."""
        sizes = metrics(self)
        self.refine = self._beside(refine.toolTip())
        self.refine.setText(self.tr("Refine"))
        self.refine.setAccessibleName(plain(refine.text()))
        self.refine.clicked.connect(refine.trigger)
        self.sheets = self._beside(self.tr("Contact sheet: nine pictures in one click"))
        self.sheets.setAccessibleName(self.tr("Contact sheet"))
        self.sheets.setIcon(icon("sheet"))
        self.sheets.setIconSize(QSize(sizes.px(18), sizes.px(18)))
        menu = QMenu(self.sheets)
        menu.setToolTipsVisible(True)
        menu.addActions(list(sheets))
        self.sheets.setMenu(menu)

        def follow() -> None:
            self.refine.setVisible(refine.isEnabled())

        refine.changed.connect(follow)
        follow()

    def _beside(self, tip: str) -> QPushButton:
        button = QPushButton(self)
        set_role(button, "beside")
        button.setToolTip(tip)
        self._row.addWidget(button)
        return button

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
