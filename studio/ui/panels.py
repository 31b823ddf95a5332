"""What the panels share: a column of parts, what stays below it, and Escape as their own key."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from studio.ui.docks import Dock
from studio.ui.theme import metrics


def panel_column(content: QWidget, gap: int = 14) -> QVBoxLayout:
    """Lay out a panel's parts one below another, ``gap`` apart, with the edges of every panel."""
    sizes = metrics(content)
    layout = QVBoxLayout(content)
    layout.setContentsMargins(sizes.px(16), sizes.px(4), sizes.px(16), sizes.px(12))
    layout.setSpacing(sizes.px(gap))
    return layout


def scroll_above(content: QWidget, below: QWidget, panel: QWidget) -> QScrollArea:
    """Fill a panel with content that scrolls, above what is always in sight."""
    area = Dock.scrolling(content)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(area, 1)
    layout.addWidget(below)
    return area


class EscapeKey(QObject):
    """Takes Escape in a panel before the window's shortcuts, while it means something there."""

    pressed = Signal()

    def __init__(self, panel: QWidget, wanted: Callable[[], bool]) -> None:
        super().__init__(panel)
        self._wanted = wanted
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key and its announcement; the panel gets every other event."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        early = event.type() == QEvent.Type.ShortcutOverride
        if not (early or event.type() == QEvent.Type.KeyPress) or not self._wanted():
            return False
        event.accept()
        if not early:
            self.pressed.emit()
        return True
