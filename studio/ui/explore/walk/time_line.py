"""The time line of a walk: its keyframes as pictures below a ruler, and the playhead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from studio.ui import theme
from studio.ui.explore.thumbnails import Thumbnails
from studio.ui.explore.walk import scale
from studio.ui.explore.walk.time_paint import RULER, TimePaint
from studio.ui.explore.walk.walking import Walking

HEIGHT = 76
_NEAR = 6.0  # pixels of the design within which a bar line catches
_LEAP = 0.1  # seconds that a key moves a keyframe


class TimeLine(QWidget):
    """Drag a keyframe to another time, click it to go there, double-click to put one down.

    A press beside them moves the playhead. Keys: ← → choose, with Alt they move, Enter goes there,
    Delete removes, + puts down the present place, Home and End move the playhead, Space plays.
    """

    seeked = Signal(float)  # seconds
    visited = Signal(int)  # a keyframe by its place
    moved = Signal(int, float)
    let_go = Signal()
    removed = Signal(int)
    added = Signal(float)
    play_wanted = Signal()

    def __init__(
        self, walking: Walking, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._walking = walking
        self._paint = TimePaint(self, walking, thumbnails)
        self.playhead = 0.0
        self.chosen = -1
        self.hovered = -1
        self._span: float | None = None  # while something is dragged
        self._grip: float | None = None  # of a keyframe that may be dragged: x beside its middle
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Time line of the walk"))
        self.setAccessibleDescription(
            self.tr(
                "Left and right choose a keyframe, with Alt they move it, Enter goes there, "
                "Delete removes it, plus puts down the present place, Space plays."
            )
        )
        thumbnails.arrived.connect(self._redraw)
        walking.changed.connect(self._follow)

    # -- what there is ---------------------------------------------------------------------------

    @property
    def scale(self) -> scale.TimeScale:
        """Where moments are."""
        inset = theme.metrics(self).px(30)
        fixed = self._walking.times is not None
        span = self._span or scale.span_of(self._walking.seconds, fixed)
        return scale.TimeScale(inset, max(inset + 1, self.width() - inset), span)

    def centre(self, place: int) -> QPointF:
        """The middle of a keyframe's picture."""
        return self._paint.boxes()[place].center()

    def set_playhead(self, seconds: float) -> None:
        """Show where the walk is."""
        if seconds == self.playhead:
            return
        before, self.playhead = self.playhead, seconds
        wide = theme.metrics(self).px(8)
        for moment in (before, seconds):  # what lies beside it stays as it is
            x = round(self.scale.x(moment))
            self.update(x - wide, 0, 2 * wide, self.height())

    def choose(self, place: int) -> None:
        """Mark a keyframe, -1 marks none."""
        self.chosen = place if place < len(self._paint.keyframes()) else -1
        self.update()

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(400), em.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(160), em.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint.paint(event.rect())

    # -- the mouse -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed, self._dragged = event.position(), False
        self._span = self.scale.span
        place = self._at(event.position())
        self.choose(place)
        if place < 0:
            self._grip = None
            self._seek(event.position().x())
        else:
            self._grip = event.position().x() - self.scale.x(self._paint.keyframes()[place].time)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(self._at(event.position()))
            return
        if self._grip is None:
            self._seek(event.position().x())
            return
        far = (event.position() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._dragged = True
        if self._dragged and self._walking.times is None:
            time = self.scale.seconds(event.position().x() - self._grip)
            self.moved.emit(self.chosen, self._caught(time, event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = self._span = None
        if self._grip is not None and not self._dragged:
            self.visited.emit(self.chosen)
        elif self._dragged:
            self.let_go.emit()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._at(event.position()) < 0:
            self.added.emit(round(self.scale.seconds(event.position().x()), 2))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._action(event) is not None:
            event.accept()
            return True
        return super().event(event)

    # -- the keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does here; None for a key that is not of the time line."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return None
        chosen = self.chosen
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in steps:
            step = steps[key]
            return (lambda: self._leap(step)) if alt else (lambda: self._step(step))
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return (lambda: self.removed.emit(chosen)) if chosen >= 0 else (lambda: None)
        return {
            Qt.Key.Key_Return: lambda: self.visited.emit(chosen) if chosen >= 0 else None,
            Qt.Key.Key_Enter: lambda: self.visited.emit(chosen) if chosen >= 0 else None,
            Qt.Key.Key_Plus: lambda: self.added.emit(-1.0),
            Qt.Key.Key_Insert: lambda: self.added.emit(-1.0),
            Qt.Key.Key_Home: lambda: self.seeked.emit(0.0),
            Qt.Key.Key_End: lambda: self.seeked.emit(self._walking.seconds),
            Qt.Key.Key_Space: self.play_wanted.emit,
        }.get(key)

    def _step(self, step: int) -> None:
        count = len(self._paint.keyframes())
        if count:
            start = self.chosen if self.chosen >= 0 else (-1 if step > 0 else count)
            self.choose(min(count - 1, max(0, start + step)))

    def _leap(self, step: int) -> None:
        if self.chosen >= 0 and self._walking.times is None:
            time = self._paint.keyframes()[self.chosen].time + step * _LEAP
            self.moved.emit(self.chosen, max(0.0, time))

    # -- parts -----------------------------------------------------------------------------------

    def _at(self, point: QPointF) -> int:
        """The keyframe under a point, -1 for none."""
        if point.y() < theme.metrics(self).px(RULER):
            return -1
        found = [n for n, box in enumerate(self._paint.boxes()) if box.contains(point)]
        return found[-1] if found else -1

    def _seek(self, x: float) -> None:
        self.seeked.emit(min(self.scale.seconds(x), self._walking.seconds))

    def _caught(self, time: float, event: QMouseEvent) -> float:
        """The time of a whole tenth near it; with Alt the time itself."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return time
        pace = (self.scale.right - self.scale.left) / self.scale.span
        step = 0.5 if 0.5 * pace < 4 * _NEAR else 0.1
        return scale.nearest([round(time / step) * step], time, _NEAR / pace)

    def _hover(self, place: int) -> None:
        if place != self.hovered:
            self.hovered = place
            hand = Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(hand)
            self.update()

    def _tip(self, point: QPointF) -> str:
        place = self._at(point)
        if place < 0:
            return self.tr("Click: move the playhead · double-click: put down the present place")
        when = scale.clock(round(self._paint.keyframes()[place].time, 1))
        if self._walking.times is not None:
            return self.tr("{time} · click: go there · Delete: remove").format(time=when)
        return self.tr("{time} · drag: move · click: go there · Delete: remove").format(time=when)

    def _follow(self) -> None:
        self.choose(self.chosen)
        self._redraw()

    def _redraw(self) -> None:
        self._paint.forget()
        self.update()
