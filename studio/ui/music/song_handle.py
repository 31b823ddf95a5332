"""The handle by which the song is dragged into another program, as a MIDI file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from studio.ui import theme
from studio.ui.icons import icon


class SongHandle(QToolButton):
    """Drags out the file that ``write`` gives; ``write`` is called when a drag begins.

    It gives None where there is nothing to drag, and says so itself. ``dragging`` is true while
    the file is on its way.
    """

    def __init__(self, write: Callable[[], Path | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._pressed: QPoint | None = None
        self.dragging = False
        sizes = theme.metrics(self)
        self.setIcon(icon("drag", "muted"))
        self.setIconSize(QSize(sizes.px(14), sizes.px(14)))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("Drag the song out"))
        self.setToolTip(
            self.tr(
                "Drag the song into another program as MIDI; click to export it  ({keys})"
            ).format(keys="Ctrl+Shift+E")
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = QApplication.startDragDistance()
        at = event.position().toPoint()
        if self._pressed is None or (at - self._pressed).manhattanLength() < far:
            return
        self._pressed = None
        self.setDown(False)
        mime = self.mime()
        if mime is not None:
            self._drag(mime)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            super().mouseReleaseEvent(event)
        self._pressed = None

    def mime(self) -> QMimeData | None:
        """What is dragged: the address of the file, written now."""
        path = self._write()
        if path is None:
            return None
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        return mime

    def _drag(self, mime: QMimeData) -> None:
        drag = QDrag(self)
        drag.setMimeData(mime)
        size = theme.metrics(self).px(32)
        drag.setPixmap(icon("note", "accent").pixmap(QSize(size, size)))
        self.dragging = True
        try:
            drag.exec(Qt.DropAction.CopyAction)
        finally:
            self.dragging = False
