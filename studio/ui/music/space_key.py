"""Space tapped on the canvas plays; held, it still moves the picture."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class SpaceTap(QObject):
    """Watches a widget for Space pressed and let go without the mouse in between."""

    tapped = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._down = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on; the widget gets every event all the same."""
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut):
            self._down = False
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and _is_space(event):
            if kind == QEvent.Type.KeyRelease and self._down:
                self.tapped.emit()
            self._down = kind == QEvent.Type.KeyPress
        return False


def _is_space(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
        return False
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return event.key() == Qt.Key.Key_Space and plain
