"""What hands do on the canvas: wheel, drags, holds and keys, turned into calls of the canvas."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from studio.ui import theme

if TYPE_CHECKING:
    from studio.ui.canvas.canvas import Canvas

_ZOOMS = {Qt.Key.Key_1: 1.0, Qt.Key.Key_2: 2.0, Qt.Key.Key_3: 4.0, Qt.Key.Key_4: 8.0}
_ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Ways in which the focus comes by the keyboard."""


class Gestures(QObject):
    """Keeps what is being dragged or held; the canvas keeps everything else."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._doing = ""  # "pan", "split", "hold", "open", "out"
        self._last = QPointF()
        self._space = False
        self.on_split = False
        self.over = False

    def stop(self) -> None:
        """Let go of everything."""
        self._doing = ""
        self._space = False
        self.on_split = False
        self._canvas.set_holding(False)
        self._cursor()

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        canvas, button = self._canvas, event.button()
        self._last = event.position()
        left = button == Qt.MouseButton.LeftButton
        if canvas.is_empty():
            self._doing = "open" if left else ""
        elif button == Qt.MouseButton.MiddleButton or (left and self._space):
            self._doing = "pan"
        elif not left:
            event.ignore()
            return
        elif self._near_split(event.position()):
            self._doing = "split"
        elif canvas.compare() == "hold" and canvas.can_compare():
            self._doing = "hold"
            canvas.set_holding(True)
        else:
            self._doing = "out"
        self._cursor()

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves, with or without a button."""
        canvas, now = self._canvas, event.position()
        if self._doing == "pan":
            ratio = canvas.devicePixelRatioF()
            by = now - self._last
            canvas.set_view(canvas.view().panned(by.x() * ratio, by.y() * ratio))
            self._last = now
        elif self._doing == "split":
            area = canvas.split_area()
            canvas.set_split((now.x() - area.left()) / max(1.0, area.width()))
        elif self._doing == "out":
            far = (now - self._last).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._doing = ""
                canvas.dragRequested.emit()
        else:
            self._hover(self._near_split(now))

    def release(self, event: QMouseEvent) -> None:
        """A button goes up."""
        doing, self._doing = self._doing, ""
        if doing == "hold":
            self._canvas.set_holding(False)
        elif doing == "open" and self._canvas.rect().contains(event.position().toPoint()):
            self._canvas.openRequested.emit()
        self._cursor()

    def double_click(self, event: QMouseEvent) -> None:
        """A second press: fit, or 100 % at the pointer where it is fitted already."""
        canvas = self._canvas
        if event.button() != Qt.MouseButton.LeftButton or canvas.is_empty():
            return
        if self._near_split(event.position()):
            canvas.set_split(0.5)
        elif canvas.compare() == "hold" and canvas.can_compare():
            self.press(event)
        elif canvas.is_fitted():
            canvas.set_view(canvas.view().zoomed_to(1.0, self._at(event.position())))
        else:
            canvas.fit()

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms at the pointer; two fingers on a touchpad pan; Shift pans across."""
        canvas = self._canvas
        if canvas.is_empty():
            event.ignore()
            return
        ratio = canvas.devicePixelRatioF()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        held = event.modifiers()
        touchpad = event.device().type() == QInputDevice.DeviceType.TouchPad
        if touchpad and not held & Qt.KeyboardModifier.ControlModifier:
            by = pixels if not pixels.isNull() else angle / 2
            canvas.set_view(canvas.view().panned(by.x() * ratio, by.y() * ratio))
        elif held & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier):
            across = angle.y() or angle.x()
            canvas.set_view(canvas.view().panned(across * ratio / 2, 0))
        else:
            delta = angle.y() or pixels.y()
            canvas.set_view(canvas.view().zoomed_by(0.999**-delta, self._at(event.position())))
        event.accept()

    def native(self, event: QNativeGestureEvent) -> bool:
        """Two fingers spread on a touchpad zoom."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        canvas = self._canvas
        at = self._at(event.position())
        canvas.set_view(canvas.view().zoomed_by(1 + event.value(), at))
        return True

    def key_press(self, event: QKeyEvent) -> None:
        """Every way of the canvas by keys."""
        canvas, key = self._canvas, Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        alt = held == Qt.KeyboardModifier.AltModifier
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if canvas.is_empty():
            self._key_empty(event)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) and (plain or control):
            canvas.zoom_in()
        elif key == Qt.Key.Key_Minus and (plain or control):
            canvas.zoom_out()
        elif control and key == Qt.Key.Key_0:
            canvas.fit()
        elif control and key in _ZOOMS:
            canvas.zoom_to(_ZOOMS[key])
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            canvas.set_split(canvas.split() + (0.02 if key == Qt.Key.Key_Right else -0.02))
        elif plain and key in _ARROWS:
            self._pan_by_key(key, bool(held))
        elif plain and key == Qt.Key.Key_M:
            canvas.cycle_compare()
        elif plain and key == Qt.Key.Key_C:
            canvas.swap()
        elif plain and key in _ENTER and canvas.compare() == "hold":
            canvas.set_holding(True)
        elif plain and key == Qt.Key.Key_Space:
            self._space = True
            self._cursor()
        else:
            event.ignore()

    def key_release(self, event: QKeyEvent) -> None:
        """Space and Enter are let go."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Space:
            self._space = False
            self._cursor()
        elif event.key() in _ENTER:
            self._canvas.set_holding(False)
        else:
            event.ignore()

    def enter(self) -> None:
        """The pointer comes."""
        self.over = True
        self._canvas.update()
        self._cursor()

    def leave(self) -> None:
        """The pointer goes."""
        self.over = False
        self._hover(False)
        self._canvas.update()

    def _key_empty(self, event: QKeyEvent) -> None:
        if event.key() in (*_ENTER, Qt.Key.Key_Space):
            self._canvas.openRequested.emit()
        else:
            event.ignore()

    def _pan_by_key(self, key: Qt.Key, far: bool) -> None:
        canvas = self._canvas
        step = (0.5 if far else 0.1) * min(canvas.view().window)
        across, down = _ARROWS[key]
        canvas.set_view(canvas.view().panned(across * step, down * step))

    def _at(self, point: QPointF) -> tuple[float, float]:
        """A logical point of the canvas as a device point of the pane it lies in."""
        ratio = self._canvas.devicePixelRatioF()
        inside = point - self._canvas.pane_at(point).topLeft()
        return inside.x() * ratio, inside.y() * ratio

    def _near_split(self, point: QPointF) -> bool:
        x = self._canvas.split_x()
        if x is None or self._space:
            return False
        area, em = self._canvas.split_area(), theme.metrics(self._canvas)
        if not area.top() <= point.y() <= area.bottom():
            return False
        on_handle = abs(point.y() - area.center().y()) <= em.px(15)
        return abs(point.x() - x) <= em.px(15 if on_handle else 6)

    def _hover(self, on_split: bool) -> None:
        if on_split != self.on_split:
            self.on_split = on_split
            self._cursor()
            self._canvas.update()

    def _cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._canvas.is_empty():
            shape = Qt.CursorShape.PointingHandCursor
        elif self._doing == "pan":
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._doing == "split" or self.on_split:
            shape = Qt.CursorShape.SplitHCursor
        if self._canvas.cursor().shape() != shape:
            self._canvas.setCursor(shape)
