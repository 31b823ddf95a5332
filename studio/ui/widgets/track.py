"""The track of a slider: a thin line, an accent fill and a round handle."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from studio.ui import theme

_STEPS = 1000  # what assistive technology sees: per mille of the travel


class Track(QSlider):
    """A horizontal slider over a travel of 0..1 that is set by a click, a drag, keys or the wheel.

    Shift makes every way of moving it ten times finer; the wheel acts only while it has the focus,
    so that a scrolled panel never changes a value; a double click asks for the default.
    """

    moved = Signal(float)
    released = Signal()
    resetRequested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, _STEPS)
        self.setPageStep(_STEPS // 10)
        self.setSingleStep(_STEPS // 100)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fraction = 0.0
        self._mark: float | None = None
        self._origin = 0.0
        self._grabbed: tuple[float, float] | None = None  # pointer x, fraction
        self._fine = False
        self._swell = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(110)
        self._animation.valueChanged.connect(self._swollen)
        self.actionTriggered.connect(self._acted)

    def fraction(self) -> float:
        """Where the handle is, 0..1."""
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        """Put the handle there; emits nothing."""
        self._fraction = min(1.0, max(0.0, fraction))
        blocked = self.blockSignals(True)
        self.setValue(round(self._fraction * _STEPS))
        self.blockSignals(blocked)
        self.update()

    def is_fine(self) -> bool:
        """Whether the last movement was made with Shift held."""
        return self._fine

    def set_mark(self, fraction: float | None) -> None:
        """Draw a small notch, where the default is."""
        self._mark = fraction
        self.update()

    def set_origin(self, fraction: float) -> None:
        """Fill the line from there: where nothing is, in a travel that goes both ways."""
        self._origin = fraction
        self.update()

    def along(self, fraction: float) -> float:
        """Where a fraction of the travel lies, in pixels from the left."""
        return self._edge + fraction * self._travel

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(120), em.px(20))

    def minimumSizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(48), em.px(20))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = event.position().x()
        if abs(x - self.along(self._fraction)) > self._handle and not self._finely(event):
            self._move(self._at(x))
        self._grabbed = (x, self._fraction)
        self.setSliderDown(True)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        x, fraction = self._grabbed
        pace = 0.1 if self._finely(event) else 1.0
        now = event.position().x()
        self._move(fraction + (now - x) / self._travel * pace)
        self._grabbed = (now, self._fraction) if 0 < self._fraction < 1 else (x, fraction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = None
            self.setSliderDown(False)
            self.update()
            self.released.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = None
            self.setSliderDown(False)
            self.resetRequested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        pace = 0.1 if self._finely(event) else 1.0
        by = {
            Qt.Key.Key_Left: -0.01,
            Qt.Key.Key_Down: -0.01,
            Qt.Key.Key_Right: 0.01,
            Qt.Key.Key_Up: 0.01,
            Qt.Key.Key_PageDown: -0.1,
            Qt.Key.Key_PageUp: 0.1,
        }.get(key)
        if by is not None:
            self._step(self._fraction + by * pace)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step(0.0 if key == Qt.Key.Key_Home else 1.0)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.resetRequested.emit()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y() or event.angleDelta().x()
        if not self.hasFocus() or delta == 0:
            event.ignore()
            return
        self._step(self._fraction + delta / 120 * (0.002 if self._finely(event) else 0.02))
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._grow(1.0)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._grow(0.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, em = theme.tokens(), theme.metrics(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, x = self.height() / 2, self.along(self._fraction)
        thick = em.px(4)
        groove = QRectF(0, middle - thick / 2, self.width(), thick)
        painter.setBrush(colours.colour("track"))
        painter.drawRoundedRect(groove, thick / 2, thick / 2)
        enabled = self.isEnabled()
        if self._mark is not None and (abs(self._mark - self._fraction) > 0.005 or self._origin):
            painter.setBrush(colours.colour("faint"))
            side = em.px(2)
            notch = QRectF(self.along(self._mark) - side / 2, middle - thick, side, thick * 2)
            painter.drawRoundedRect(notch, side / 2, side / 2)
        shade = "accent" if self._fraction >= self._origin else "cool"
        painter.setBrush(colours.colour(shade if enabled else "faint"))
        begin = self.along(self._origin) if self._origin else 0.0
        fill = QRectF(min(begin, x), groove.top(), max(thick, abs(x - begin)), thick)
        painter.drawRoundedRect(fill, thick / 2, thick / 2)
        radius = self._handle * (0.94 + 0.12 * self._swell)
        if self.isSliderDown():
            radius = self._handle
        centre = QPointF(x, middle)
        painter.setBrush(QColor(0, 0, 0, 70))
        painter.drawEllipse(centre + QPointF(0, em.px(1)), radius + 0.5, radius + 0.5)
        painter.setBrush(colours.colour("handle" if enabled else "faint"))
        if colours.border:
            painter.setPen(QPen(colours.colour("faint"), 1))
        painter.drawEllipse(centre, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("focus"), em.px(2)))
            painter.drawEllipse(centre, radius + em.px(1), radius + em.px(1))

    @property
    def _handle(self) -> float:
        return theme.metrics(self).px(7)

    @property
    def _edge(self) -> float:
        return self._handle + theme.metrics(self).px(2)

    @property
    def _travel(self) -> float:
        return max(1.0, self.width() - 2 * self._edge)

    def _at(self, x: float) -> float:
        return (x - self._edge) / self._travel

    def _move(self, fraction: float) -> None:
        fraction = min(1.0, max(0.0, fraction))
        if fraction != self._fraction:
            self.set_fraction(fraction)
            self.moved.emit(fraction)

    def _step(self, fraction: float) -> None:
        before = self._fraction
        self._move(fraction)
        if self._fraction != before:
            self.released.emit()

    def _acted(self) -> None:
        if self._grabbed is None:  # assistive technology moved the slider
            self._step(self.sliderPosition() / _STEPS)

    def _grow(self, towards: float) -> None:
        self._animation.stop()
        self._animation.setStartValue(self._swell)
        self._animation.setEndValue(towards)
        self._animation.start()

    def _swollen(self, value: float) -> None:
        self._swell = value
        self.update()

    def _finely(self, event: QMouseEvent | QKeyEvent | QWheelEvent) -> bool:
        self._fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return self._fine
