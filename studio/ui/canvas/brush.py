"""The style brush on the canvas: what the hand, the wheel and the keys do while it is held."""

import math

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from studio.image.style_map import Dab, Stroke, StyleMap
from studio.ui import theme
from studio.ui.canvas.canvas import Canvas

LEAST_SIZE, MOST_SIZE = 0.005, 0.6
_STEP = 1.15  # of the size, by one key or notch
_SPACING = 0.15  # of the radius, between two dabs of a stroke
_BEAT = 40  # ms between two looks of a stroke that grows
_DIGITS = (
    *(Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2),
    *(Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5),
)


class Brush(QObject):
    """A tool that paints a plane of the style map; it stands before the canvas's own gestures.

    The left button paints, the right one erases, a held Space or the middle button still pans.
    Ctrl or Alt with the wheel changes the size, the digits choose what to paint with (0 keeps
    the photo). ``size`` is the diameter in parts of the picture's longer side. ``grew`` carries
    the map while a stroke grows, ``ended`` once the hand lifts; the map of the document comes
    back through ``set_map``. ``changed`` tells of every other change, ``moved`` of the pointer.
    """

    changed = Signal()
    moved = Signal()
    grew = Signal(object)  # StyleMap
    ended = Signal(object)  # StyleMap

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._map: StyleMap | None = None
        self._stroke: Stroke | None = None
        self._waiting: list[Dab] = []
        self._last: tuple[float, float] | None = None
        self._space = False
        self.active = False
        self.plane = 0
        self.planes = 1
        self.erasing = False
        self.laying: int | None = 0  # the plane of the last stroke, None where it erased
        self.size = 0.12
        self.hardness = 0.4
        self.opacity = 1.0
        self.showing = True
        self.pointer: QPointF | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT)
        self._beat.timeout.connect(self._grow)
        canvas.installEventFilter(self)

    # What there is to paint

    @property
    def map(self) -> StyleMap | None:
        """What is painted, with the stroke that is under the hand; None without a photo."""
        return self._map

    @property
    def stroking(self) -> bool:
        """Whether the hand is painting."""
        return self._stroke is not None

    def set_map(self, style_map: StyleMap | None) -> None:
        """Take the document's map; a stroke under the hand goes on from its own."""
        if self._stroke is not None and style_map is not None:
            return
        self._drop()
        if style_map is not self._map:
            self._map = style_map
            self.changed.emit()

    def set_planes(self, planes: int) -> None:
        """How many planes there are: one for the photo and one for each style."""
        if planes != self.planes:
            fresh = self.plane == 0 and self.planes <= 2 < planes  # now there is a choice
            if fresh or self.plane >= planes:
                self.plane = 2 if planes > 2 else 0
            self.planes = planes
            self.changed.emit()

    # How it paints

    def set_active(self, active: bool) -> None:
        """Take the brush up, or lay it down."""
        if active == self.active:
            return
        self._finish()
        self.active = active
        if active:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pointer = None
            self._canvas.unsetCursor()
        self.changed.emit()

    def choose(self, plane: int) -> None:
        """Paint with a plane from now on."""
        if 0 <= plane < self.planes:
            self.plane = plane
            self.erasing = False
            self.changed.emit()

    def set_erasing(self, erasing: bool) -> None:
        """Erase from now on, or paint again."""
        if erasing != self.erasing:
            self.erasing = erasing
            self.changed.emit()

    def set_size(self, size: float) -> None:
        """Take another diameter, in parts of the picture's longer side."""
        self.size = round(min(MOST_SIZE, max(LEAST_SIZE, size)), 3)
        self.changed.emit()

    def resize_by(self, steps: float) -> None:
        """Make the brush larger or smaller by steps."""
        self.set_size(self.size * _STEP**steps)

    def set_hardness(self, hardness: float) -> None:
        """How much of the brush is full before its soft edge begins, 0 to 1."""
        self.hardness = min(1.0, max(0.0, hardness))
        self.changed.emit()

    def set_opacity(self, opacity: float) -> None:
        """How much one stroke lays on, 0 to 1."""
        self.opacity = min(1.0, max(0.05, opacity))
        self.changed.emit()

    def set_showing(self, showing: bool) -> None:
        """Show what is painted as a tint over the picture, or not."""
        self.showing = showing
        self.changed.emit()

    # Where it is

    def place(self, pane: QRectF) -> QRectF:
        """The picture's rectangle in a pane, in logical pixels."""
        ratio = self._canvas.devicePixelRatioF()
        x, y, width, height = (value / ratio for value in self._canvas.view().rect)
        return QRectF(pane.left() + x, pane.top() + y, width, height)

    def radius_on(self, place: QRectF) -> float:
        """The brush's radius in logical pixels on a picture that has that place."""
        return self.size / 2 * max(place.width(), place.height())

    # Hands

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is the brush's before the canvas sees it."""
        kind = event.type()
        if not self.active or self._canvas.is_empty():
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if kind == QEvent.Type.Leave:
            self.pointer = None
            self.moved.emit()
        elif kind == QEvent.Type.FocusOut:
            self._space = False
            self._finish()
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return self._press(event)
        if kind == QEvent.Type.MouseMove:
            self.pointer = at
            if self._stroke is not None:
                self._draw_to(at)
            elif not self._space and event.buttons() == Qt.MouseButton.NoButton:
                self._canvas.setCursor(self._shape(at))
            self.moved.emit()
            return self._stroke is not None
        if kind == QEvent.Type.MouseButtonRelease and self._stroke is not None:
            self._finish()
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        button, at = event.button(), event.position()
        if self._stroke is not None:
            return True
        if button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return False
        if self._space or self._map is None or self._on_split(at):
            return False
        erase = self.erasing or button == Qt.MouseButton.RightButton
        self.laying = None if erase else self.plane
        self._stroke = Stroke(self._map, self.laying)
        self.pointer, self._last = at, None
        self._draw_to(at)
        self._grow()
        self._beat.start()
        return True

    def _wheel(self, event: QWheelEvent) -> bool:
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        notches = (event.angleDelta().y() or event.angleDelta().x()) / 120
        if not event.modifiers() & held or not notches:
            return False
        self.resize_by(notches)
        event.accept()
        return True

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = event.type() == QEvent.Type.KeyPress
            return False
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.type() == QEvent.Type.KeyPress and plain and event.key() in _DIGITS:
            self.choose(_DIGITS.index(Qt.Key(event.key())))
            return True
        return False

    def _shape(self, at: QPointF) -> Qt.CursorShape:
        on_split = self._on_split(at)
        return Qt.CursorShape.SplitHCursor if on_split else Qt.CursorShape.CrossCursor

    def _on_split(self, at: QPointF) -> bool:
        x = self._canvas.split_x()
        return x is not None and abs(at.x() - x) <= theme.metrics(self._canvas).px(8)

    # The stroke

    def _draw_to(self, at: QPointF) -> None:
        place = self.place(self._canvas.pane_at(at))
        now = (at.x() - place.left(), at.y() - place.top())  # on the picture, in pixels
        radius = self.radius_on(place)
        before = self._last if self._last is not None else now
        steps = max(1, math.ceil(math.dist(before, now) / max(1.0, radius * _SPACING)))
        for step in range(1, steps + 1):
            part = step / steps
            x = before[0] + (now[0] - before[0]) * part
            y = before[1] + (now[1] - before[1]) * part
            self._waiting.append(
                Dab(
                    x / place.width(),
                    y / place.height(),
                    self.size / 2,
                    self.opacity,
                    self.hardness,
                )
            )
        self._last = now

    def _grow(self) -> None:
        if self._stroke is None or not self._waiting:
            return
        self._map = self._stroke.add(self._waiting)
        self._waiting = []
        self.moved.emit()
        self.grew.emit(self._map)

    def _finish(self) -> None:
        if self._stroke is None:
            return
        if self._waiting:
            self._map = self._stroke.add(self._waiting)
        self._drop()
        self.changed.emit()
        self.ended.emit(self._map)

    def _drop(self) -> None:
        self._stroke, self._last, self._waiting = None, None, []
        self._beat.stop()
