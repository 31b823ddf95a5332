"""Real Qt events for tests: wheels, drags and drops as a window system would send them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget


def wheel(
    widget: QWidget,
    notches: float,
    at: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> bool:
    """Turn the wheel above a widget; returns whether the widget took the event."""
    point = QPointF(at if at is not None else widget.rect().center())
    event = QWheelEvent(
        point,
        widget.mapToGlobal(point),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drag_over(widget: QWidget, data: QMimeData) -> bool:
    """Bring dragged data above a widget; returns whether it would take it."""
    event = QDragEnterEvent(
        widget.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drag_away(widget: QWidget) -> None:
    """Take dragged data away from a widget again."""
    QApplication.sendEvent(widget, QDragLeaveEvent())


def drop(widget: QWidget, data: QMimeData) -> bool:
    """Drop data onto a widget; returns whether it took it."""
    drag_over(widget, data)
    event = QDropEvent(
        QPointF(widget.rect().center()),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def pixels(
    width: int = 8, height: int = 6, colour: tuple[int, ...] = (200, 80, 40)
) -> NDArray[np.uint8]:
    """A picture of one colour."""
    made = np.empty((height, width, len(colour)), np.uint8)
    made[:] = colour
    made.setflags(write=False)
    return made
