"""Paints the mixing pad: a soft field of the styles' colours, lines of influence, the handle."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from studio.ui import theme
from studio.ui.style_tints import tint
from studio.ui.widgets import polygon
from studio.ui.widgets.mixing_places import Places
from studio.ui.widgets.painting import ring
from studio.ui.widgets.polygon import Point

_STRENGTH = 0.7  # of the tints in the field, over the raised ground
_BEYOND = 1.3  # the field goes on past the corners, for its round rim
_CELLS = 80  # of the field's colours a side; it is scaled smoothly


class PadPainter:
    """Keeps the field of colours between paints, which changes only with theme and count."""

    def __init__(self) -> None:
        self._field: QImage | None = None
        self._made_for: tuple[object, ...] = ()

    def paint(
        self,
        widget: QWidget,
        places: Places,
        point: Point,
        parts: Sequence[float],
        dragging: bool,
    ) -> None:
        """Paint the pad as it is; thumbnails and numbers are widgets of their own."""
        painter = QPainter(widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_field(painter, places, theme.metrics(widget))
        self._paint_lines(painter, places, point, parts, theme.metrics(widget))
        _paint_rings(painter, places, parts, theme.metrics(widget))
        lively = dragging or widget.underMouse()
        _paint_handle(painter, places.place(point), theme.metrics(widget), widget, lively)
        painter.end()

    def _paint_field(self, painter: QPainter, places: Places, em: theme.Metrics) -> None:
        side = 2 * places.radius * _BEYOND
        box = QRectF(0, 0, side, side)
        box.moveCenter(places.centre)
        field = self._colours(places.count)
        brush = QBrush(field)
        scale = box.width() / field.width()
        brush.setTransform(QTransform.fromTranslate(box.left(), box.top()).scale(scale, scale))
        rim = em.px(12)
        if places.count == 2:
            first, last = places.corners
            strip = QRectF(first.x() - rim, first.y() - rim, 0, 2 * rim)
            strip.setRight(last.x() + rim)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush)
            painter.drawRoundedRect(strip, rim, rim)
            return
        path = QPainterPath()
        path.addPolygon(QPolygonF(list(places.corners)))
        path.closeSubpath()
        pen = QPen(brush, rim, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawPath(path)

    def _colours(self, count: int) -> QImage:
        ground = theme.tokens().raised
        made_for = (count, ground)
        if self._field is None or self._made_for != made_for:
            self._field = _field(count, QColor(ground))
            self._made_for = made_for
        return self._field

    def _paint_lines(
        self,
        painter: QPainter,
        places: Places,
        point: Point,
        parts: Sequence[float],
        em: theme.Metrics,
    ) -> None:
        handle = places.place(point)
        light = theme.tokens().colour("raised").lightnessF() > 0.5
        for plane, (corner, part) in enumerate(zip(places.corners, parts, strict=True), start=1):
            if part < 0.005:
                continue
            colour = tint(plane).darker(150) if light else tint(plane).lighter(125)
            colour.setAlphaF(min(1.0, 0.25 + 0.75 * part))
            pen = QPen(colour, 1 + (em.px(5) - 1) * part)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(corner, handle)


def _paint_rings(
    painter: QPainter, places: Places, parts: Sequence[float], em: theme.Metrics
) -> None:
    """A ring in a style's colour around its thumbnail, stronger the more of it there is."""
    out = em.px(3)
    for plane, (box, part) in enumerate(zip(places.thumbs, parts, strict=True), start=1):
        colour = tint(plane)
        colour.setAlphaF(0.35 + 0.65 * min(1.0, part * 1.5))
        ring(painter, box.adjusted(-out, -out, out, out), em.radius + out, colour, em.px(2))


def _paint_handle(
    painter: QPainter, at: QPointF, em: theme.Metrics, widget: QWidget, lively: bool
) -> None:
    colours = theme.tokens()
    radius = em.px(9) * (1.1 if lively else 1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 90))
    painter.drawEllipse(at + QPointF(0, em.px(1)), radius + em.px(1), radius + em.px(1))
    painter.setBrush(colours.colour("handle"))
    painter.drawEllipse(at, radius, radius)
    painter.setBrush(colours.colour("accent"))
    painter.drawEllipse(at, radius * 0.45, radius * 0.45)
    if widget.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("focus"), em.px(2)))
        painter.drawEllipse(at, radius + em.px(2), radius + em.px(2))


def _field(count: int, ground: QColor) -> QImage:
    """The colours of the styles, blended by their shares, over the ground."""
    along = ((np.arange(_CELLS) + 0.5) / _CELLS * 2 - 1) * _BEYOND
    x, y = np.meshgrid(along, along)
    shares = polygon.shares(count, x, y)  # (count, side, side)
    tints = np.array([_rgb(tint(plane + 1)) for plane in range(count)])
    colours = np.tensordot(shares, tints, (0, 0))
    base = np.array(_rgb(ground))
    strength = _STRENGTH * (0.35 + 0.65 * (shares**2).sum(0) ** 0.5)[..., None]
    mixed = base + (colours - base) * strength
    rgb = np.ascontiguousarray((mixed * 255).round().astype(np.uint8))
    image = QImage(rgb.data, _CELLS, _CELLS, 3 * _CELLS, QImage.Format.Format_RGB888).copy()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _rgb(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()
