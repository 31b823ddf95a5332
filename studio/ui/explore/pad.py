"""The pad: thumbnails of what stands where, and a marker that is dragged from place to place."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.tasks.latent_place import LatentPlace
from studio.ui import theme
from studio.ui.explore import pad_paint
from studio.ui.explore.grounds import CELLS, Ground, MapGround, SlotGround
from studio.ui.explore.pad_view import PadView
from studio.ui.explore.thumbnails import REST, How, Thumbnails, how

STEP, FINE = 0.25, 0.05
"""How far an arrow key goes, and with Shift."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_FARTHEST = 1e6


class Pad(QWidget):
    """A square over the map of seeds, or over what is between the slots.

    Left button: drag the marker. Right or middle button: pan; wheel: zoom; double click: bring the
    marker to the middle. Arrows move, with Shift finely; + and − zoom, Home brings the marker to
    the middle. ``moved`` comes while the hand moves, ``released`` when it lets go; ``hovered`` says
    which whole place is under the pointer, None where there is none.

    What it shows is what one finds there: as truncation, directions and temperature say, once these
    have come to rest. Until a picture is there, the one before them stands in for it.
    """

    moved = Signal(object)  # LatentPlace
    released = Signal()
    hovered = Signal(object)  # LatentPlace | None

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._thumbnails = thumbnails
        self._map, self._between = MapGround(), SlotGround()
        self._ground: Ground = self._map
        self._view = PadView()
        self._map_view = self._view
        self._place = LatentPlace()
        self._how = self._before = how(self._place)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._settle)
        self._dragging = False
        self._panning: QPointF | None = None
        self._hovered: LatentPlace | None = None
        self._backdrop: QPixmap | None = None
        self._alone = False
        thumbnails.arrived.connect(self._fresh)
        self.set_mode("map")

    # What is shown

    @property
    def mode(self) -> str:
        """What the pad lies over: "map" or "slots"."""
        return "map" if self._ground is self._map else "slots"

    @property
    def view(self) -> PadView:
        """Which part of the ground is seen."""
        return self._view

    @property
    def dragging(self) -> bool:
        """Whether the marker is in the hand."""
        return self._dragging

    def set_mode(self, mode: str) -> None:
        """Lie over the "map", or between the "slots"."""
        if self._ground is self._map:
            self._map_view = self._view
        self._ground = self._map if mode == "map" else self._between
        middle = (CELLS - 1) / 2
        fixed = PadView(self._view.side, float(CELLS), (middle, middle))
        self._view = replace(self._map_view, side=self._view.side) if mode == "map" else fixed
        self._describe()
        self._changed()

    def set_slots(self, slots: tuple[tuple[float, ...], ...]) -> None:
        """Show what is between other slots."""
        if slots != self._between.slots:
            self._between.slots = slots
            self._changed()

    def show_place(self, place: LatentPlace) -> None:
        """Show where one is; emits nothing."""
        ground = (place.model, place.seed) != (self._place.model, self._place.seed)
        self._place = place
        if ground:
            self._rest.stop()
            self._how = self._before = how(place)
        elif how(place) != self._how:
            self._rest.start()
        at = self._ground.where(place)
        if at is not None and not self._dragging and self.mode == "map":
            view = self._view.showing(*at)
            ground, self._view = ground or view != self._view, view
        self._describe()
        if ground:
            self._changed()
        else:
            self.update()

    def marker(self) -> QPointF | None:
        """Where the marker is on the pad; None for a place that is not on the ground."""
        at = self._ground.where(self._place)
        return None if at is None else QPointF(*self._view.to_pad(*at))

    def point_of(self, x: float, y: float) -> QPointF:
        """Where a place of the ground is on the pad."""
        return QPointF(*self._view.to_pad(x, y))

    def words(self) -> str:
        """Where one is, to be read."""
        at = self._ground.where(self._place)
        if at is None:
            return self.tr("a place of its own, away from the map")
        x, y = (f"{number:.2f}".rstrip("0").rstrip(".") for number in at)
        if self.mode == "slots":
            return self.tr("between the slots, {x} across, {y} down").format(x=x, y=y)
        return self.tr("seed {seed}, {x} across, {y} down").format(seed=self._place.seed, x=x, y=y)

    # Geometry

    def sizeHint(self) -> QSize:
        side = theme.metrics(self).px(328)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        side = theme.metrics(self).px(180)
        return QSize(side, side)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(width, theme.metrics(self).px(440))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view = replace(self._view, side=float(max(1, min(self.width(), self.height()))))
        self._changed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._fresh()

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = True
            self._thumbnails.set_held(True)
            self._drag(event.position())
        elif event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            self._panning = event.position() if self.mode == "map" else None
            if self._panning is not None:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._drag(event.position())
        elif self._panning is not None:
            way = event.position() - self._panning
            self._panning = event.position()
            self._set_view(self._view.panned(way.x(), way.y()))
        else:
            self._hover(self._cell_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._let_go()
        elif self._panning is not None:
            self._panning = None
            self.setCursor(Qt.CursorShape.CrossCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.centre()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.mode != "map":
            event.ignore()
            return
        at = self._on_square(event.position())
        factor = 1.2 ** (event.angleDelta().y() / 120)
        self._set_view(self._view.zoomed(factor, at.x(), at.y()))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            across, down = _ARROWS[key]
            step = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            x, y = self._ground.where(self._place) or self._view.centre
            self._go(x + across * step, y + down * step)
            self.released.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus) and self.mode == "map":
            factor = 1 / 1.25 if key == Qt.Key.Key_Minus else 1.25
            middle = self._view.side / 2
            self._set_view(self._view.zoomed(factor, middle, middle))
        elif key == Qt.Key.Key_Home:
            self.centre()
        else:
            super().keyPressEvent(event)

    def centre(self) -> None:
        """Bring the marker to the middle of the map."""
        at = self._ground.where(self._place)
        if self.mode == "map":
            self._set_view(replace(self._view, centre=at or (0.0, 0.0)))

    def hideEvent(self, event: QEvent) -> None:
        if self._dragging:
            self._let_go()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._view.side
        if self._backdrop is None:
            self._backdrop = pad_paint.backdrop(
                self._view, self._shown(), self._image, self.devicePixelRatioF()
            )
        box = QRectF(self._left(), 0, side, side)
        names = self._between.slots if self.mode == "slots" else ()
        pad_paint.pad(painter, box, self._backdrop, names, self.hasFocus())
        marker = self.marker()
        if marker is not None:
            painter.setClipRect(box)
            at = marker + box.topLeft()
            pad_paint.marker(painter, at, theme.metrics(self), lively=self._dragging)
        elif self.mode == "slots" and not self._between.filled:
            words = self.tr("Put two places or more by\nin the slots below")
            pad_paint.words(painter, box, words)

    # Parts

    def _shown(self) -> dict[tuple[int, int], LatentPlace]:
        """The places of the cells that are in sight, the nearest to the middle first."""
        found = {}
        for column, row in self._view.cells():
            if self.mode == "slots" and not (0 <= column < CELLS and 0 <= row < CELLS):
                continue
            place = self._ground_place(_with(self._place, self._how), column, row)
            if place is not None:
                found[column, row] = place
        return found

    def _image(self, place: LatentPlace, side: int) -> QImage | None:
        """The picture of a cell; until it is there, that of before the last change."""
        image = self._thumbnails.image(place, side)
        if image is None and self._before != self._how:
            here = _with(place, self._before)
            return self._thumbnails.image(
                replace(here, amounts=()) if self.mode == "slots" else here, side
            )
        return image

    def _settle(self) -> None:
        """Show the ground as it is now that truncation, directions and temperature rest."""
        if how(self._place) != self._how:
            self._before, self._how = self._how, how(self._place)
            self._changed()

    def _ground_place(self, here: LatentPlace, x: float, y: float) -> LatentPlace | None:
        """What is at a point, without going there."""
        if isinstance(self._ground, SlotGround):
            return replace(self._ground).place(here, x, y)
        return self._ground.place(here, x, y)

    def _cell_at(self, point: QPointF) -> LatentPlace | None:
        at = self._on_square(point)
        if not (0 <= at.x() < self._view.side and 0 <= at.y() < self._view.side):
            return None
        x, y = self._view.to_ground(at.x(), at.y())
        return self._ground_place(self._place, round(x), round(y))

    def _drag(self, point: QPointF) -> None:
        at = self._on_square(point)
        side = self._view.side
        x, y = self._view.to_ground(min(side, max(0.0, at.x())), min(side, max(0.0, at.y())))
        self._go(x, y)

    def _go(self, x: float, y: float) -> None:
        x, y = (min(_FARTHEST, max(-_FARTHEST, number)) for number in self._ground.held(x, y))
        place = self._ground.place(self._place, x, y)
        if place is not None:
            self.moved.emit(place)

    def _let_go(self) -> None:
        self._dragging = False
        self._thumbnails.set_held(False)
        self.released.emit()
        self.show_place(self._place)

    def _hover(self, place: LatentPlace | None) -> None:
        if place != self._hovered:
            self._hovered = place
            self.hovered.emit(place)

    def _left(self) -> float:
        return max(0.0, (self.width() - self._view.side) / 2)

    def _on_square(self, point: QPointF) -> QPointF:
        return point - QPointF(self._left(), 0)

    def _set_view(self, view: PadView) -> None:
        if view != self._view:
            self._view = view
            self._changed()

    def _changed(self) -> None:
        """Another part of the ground is in sight, or another ground."""
        self._thumbnails.want("pad", tuple(self._shown().values()))
        self._fresh()

    def _fresh(self) -> None:
        self._backdrop = None
        self.update()

    def _describe(self) -> None:
        if self.mode == "map":
            name = self.tr("Map")
            tip = self.tr(
                "Drag to move · wheel: zoom · right button: pan · double-click: to the middle\n"
                "Arrows move, with Shift finely · + and − zoom"
            )
        else:
            name = self.tr("Between the slots")
            tip = self.tr("Drag from slot to slot · arrows move, with Shift finely")
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.words())
        if tip != self.toolTip():
            self.setToolTip(tip)


def _with(place: LatentPlace, changed: How) -> LatentPlace:
    truncation, amounts, temperature = changed
    return replace(place, truncation=truncation, amounts=amounts, temperature=temperature)
