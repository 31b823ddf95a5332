"""A pad on which two to five styles are mixed: the nearer the handle to a style, the more of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui import theme
from studio.ui.pixels import to_image
from studio.ui.widgets import polygon
from studio.ui.widgets.mixing_paint import PadPainter
from studio.ui.widgets.mixing_places import Places, places
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.polygon import Point
from studio.ui.widgets.style_gallery import StyleItem
from studio.ui.widgets.tile import Tile

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)


class _Corner(Tile):
    """A thumbnail so small that its badge must leave the middle to the click on itself."""

    def badge_box(self) -> QRectF:
        em = theme.metrics(self)
        side, edge = em.px(16), em.px(2)
        return QRectF(self.width() - side - edge, edge, side, side)


class MixingPad(QWidget):
    """Two styles on a line, three on a triangle, up to five on a pentagon; hidden for fewer.

    The handle is dragged, or moved by the arrow keys (with Shift finely); a double click, or
    Home, mixes all alike; a digit, or a click on a thumbnail, takes one style alone. The field
    at a thumbnail takes an exact per cent, the others share the rest as they did. Both signals
    carry a dict of id to weight, summing to one: ``weightsChanged`` while the hand moves,
    ``weightsCommitted`` once it rests. ``removeRequested`` asks to take a style out.

    Weights that no point has are kept as they are; the handle stands at the mean of the corners.
    """

    weightsChanged = Signal(dict)
    weightsCommitted = Signal(dict)
    removeRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Mix"))
        self.setToolTip(
            self.tr(
                "Drag towards a style for more of it · arrows: move, with Shift finely · "
                "double-click or Home: all alike · 1 to 5: one alone"
            )
        )
        self._weights: dict[str, float] = {}
        self._titles: dict[str, str] = {}
        self._point: Point = (0.0, 0.0)
        self._dragging = False
        self._painter = PadPainter()
        self.tiles: dict[str, Tile] = {}
        self.fields: dict[str, NumberField] = {}
        self.hide()

    def set_styles(
        self, items: Sequence[StyleItem], weights: Mapping[str, float] | None = None
    ) -> None:
        """Show a corner for each style; weights not given are kept, or 1. Emits nothing."""
        kept = self._weights | dict(weights or {})
        if list(self._weights) != [item.id for item in items]:
            self._dragging = False
            for old in (*self.tiles.values(), *self.fields.values()):
                old.hide()
                old.deleteLater()
            self.tiles, self.fields = {}, {}
            self._weights = {item.id: 1.0 for item in items}
            self._titles = {item.id: item.title for item in items}
            for item in items:
                self._add_corner(item)
            self._arrange()
            self.updateGeometry()
        self.set_weights({item.id: kept.get(item.id, 1.0) for item in items})
        self.setVisible(len(items) > 1)

    def weights(self) -> dict[str, float]:
        """The weight of each shown style, as it was set or as the hand made it."""
        return dict(self._weights)

    def set_weights(self, weights: Mapping[str, float]) -> None:
        """Show other weights; emits nothing. A handle that is being dragged stays in the hand."""
        if self._dragging:
            return
        known = {key: weights.get(key, weight) for key, weight in self._weights.items()}
        if known != self._weights or not any(known.values()):
            self._weights = known
        if len(known) > 1:
            self._point = polygon.mean(list(known.values()))
        self._show()

    def point(self) -> Point:
        """Where the handle is, on the polygon in the unit circle."""
        return self._point

    def place_of(self, point: Point) -> QPointF:
        """Where a point of the polygon is on the widget."""
        return self._places.place(point)

    def words(self) -> str:
        """The mix to be read: "Great Wave 64 %, Moss 36 %"."""
        parts = self._parts()
        return ", ".join(f"{self._titles[key]} {parts[key] * 100:.0f} %" for key in parts)

    # Geometry

    @property
    def _places(self) -> Places:
        return places(max(2, len(self._weights)), self.width(), theme.metrics(self))

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(280), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.metrics(self).px(200), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return places(max(2, len(self._weights)), width, theme.metrics(self)).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()
            self.updateGeometry()
        self.update()

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        if self._places.reaches(event.position()):
            self._dragging = True
            self._move(self._places.point(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._move(self._places.point(event.position()))
        reached = self._dragging or self._places.reaches(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if reached else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self.weightsCommitted.emit(self.weights())
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._places.reaches(event.position()):
            self._dragging = False
            self._settle((0.0, 0.0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in _ARROWS:
            across, down = _ARROWS[key]
            step = 0.01 if shift else 0.05
            x, y = self._point
            self._settle(polygon.inside(len(self._weights), (x + step * across, y + step * down)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._settle((0.0, 0.0))
        elif key in _DIGITS[: len(self._weights)]:
            self._settle(polygon.corners(len(self._weights))[_DIGITS.index(key)])
        else:
            event.ignore()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._weights) > 1:
            self._painter.paint(
                self, self._places, self._point, list(self._parts().values()), self._dragging
            )

    # Parts

    def _add_corner(self, item: StyleItem) -> None:
        tile = _Corner(to_image(item.thumbnail), parent=self)
        tile.badge = "close"
        tile.setAccessibleName(self.tr("{title} alone").format(title=item.title))
        tile.clicked.connect(lambda _=False: self._take(item.id, 1.0))
        tile.badgeClicked.connect(lambda: self.removeRequested.emit(item.id))
        tile.installEventFilter(self)
        field = NumberField(
            self.tr("Part of {title}").format(title=item.title),
            suffix=" %",
            factor=100.0,
            limits=(0.0, 1.0),
            plain=True,
            tooltip=self.tr("Type the part of {title}; the others share the rest").format(
                title=item.title
            ),
            parent=self,
        )
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setTextMargins(0, 0, 0, 0)
        field.valueCommitted.connect(lambda part: self._take(item.id, part))
        self.tiles[item.id] = tile
        self.fields[item.id] = field
        tile.show()
        field.show()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        """Delete on a thumbnail takes its style out, as its badge does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            wiping = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            found = [key for key, tile in self.tiles.items() if wiping and tile is watched]
            for key in found:
                self.removeRequested.emit(key)
            return bool(found)
        return False

    def _arrange(self) -> None:
        if len(self._weights) < 2:
            return
        where = self._places
        for tile, box in zip(self.tiles.values(), where.thumbs, strict=True):
            tile.aspect = 1.0
            tile.setGeometry(box.toRect())
        for field, box in zip(self.fields.values(), where.fields, strict=True):
            field.setGeometry(box.toRect())

    def _parts(self) -> dict[str, float]:
        total = sum(self._weights.values())
        return {key: weight / total if total else 0.0 for key, weight in self._weights.items()}

    def _move(self, point: Point) -> None:
        self._point = polygon.inside(len(self._weights), point)
        found = polygon.shares_at(len(self._weights), self._point)
        self._weights = {
            key: round(share, 4) for key, share in zip(self._weights, found, strict=True)
        }
        self._show()
        self.weightsChanged.emit(self.weights())

    def _settle(self, point: Point) -> None:
        before = self.weights()
        self._move(point)
        if self._weights != before:
            self.weightsCommitted.emit(self.weights())

    def _take(self, key: str, part: float) -> None:
        """Give one style an exact part; the others share the rest as they did."""
        parts = self._parts()
        others = 1 - parts[key]
        for other in parts:
            if other != key:
                share = parts[other] / others if others > 1e-9 else 1 / (len(parts) - 1)
                parts[other] = (1 - part) * share
        parts[key] = part
        if parts != self._weights:
            self._weights = parts
            self._point = polygon.mean(list(parts.values()))
            self._show()
            self.weightsChanged.emit(self.weights())
            self.weightsCommitted.emit(self.weights())

    def _show(self) -> None:
        for key, part in self._parts().items():
            self.fields[key].set_value(round(part, 3 if 0 < part < 0.1 else 2))
            self.tiles[key].setToolTip(
                self.tr("{title} · {part} %\nClick: this one alone · Delete: take it out").format(
                    title=self._titles[key], part=f"{part * 100:.2f}".rstrip("0").rstrip(".")
                )
            )
        self.setAccessibleDescription(self.words())
        self.update()
