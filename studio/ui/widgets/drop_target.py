"""Makes a widget a place where pictures and files can be dropped."""

from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def accepts(data: QMimeData) -> bool:
    """Whether dropped data may hold something for the studio: files, links, a picture."""
    return data.hasUrls() or data.hasImage() or data.hasHtml() or data.hasText()


class DropTarget(QObject):
    """Watches a widget for drops.

    ``hovered`` says that something hangs above it, or no longer does; ``dropped`` hands over the
    QMimeData, which is valid only until the slot returns.
    """

    hovered = Signal(bool)
    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            drag = cast(QDragEnterEvent, event)
            if accepts(drag.mimeData()):
                drag.acceptProposedAction()
                if kind == QEvent.Type.DragEnter:
                    self.hovered.emit(True)
            else:
                drag.ignore()
            return True
        if kind == QEvent.Type.DragLeave:
            self.hovered.emit(False)
            return True
        if kind == QEvent.Type.Drop:
            drop = cast(QDropEvent, event)
            self.hovered.emit(False)
            drop.acceptProposedAction()
            self.dropped.emit(drop.mimeData())
            return True
        return False
