"""Where everything of the mixing pad stands: its polygon, and a thumbnail at each corner."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from studio.ui.theme import Metrics
from studio.ui.widgets import polygon
from studio.ui.widgets.polygon import Point


@dataclass(frozen=True, slots=True)
class Places:
    """The polygon's centre and radius, and the boxes of thumbnails and number fields."""

    count: int
    centre: QPointF
    radius: float
    reach: float
    """How far outside of the polygon a press still counts."""
    thumbs: tuple[QRectF, ...]
    fields: tuple[QRectF, ...]
    height: int

    @property
    def corners(self) -> tuple[QPointF, ...]:
        """The corners of the polygon on the widget."""
        return tuple(self.place(point) for point in polygon.corners(self.count))

    def place(self, point: Point) -> QPointF:
        """Where a point of the polygon is on the widget."""
        return self.centre + QPointF(point[0], point[1]) * self.radius

    def point(self, place: QPointF) -> Point:
        """The point of the polygon at a place of the widget, which may lie outside."""
        away = (place - self.centre) / self.radius
        return away.x(), away.y()

    def reaches(self, place: QPointF) -> bool:
        """Whether a press there takes hold of the handle."""
        point = self.point(place)
        near = polygon.inside(self.count, point)
        return math.dist(point, near) * self.radius <= self.reach


def places(count: int, width: int, em: Metrics) -> Places:
    """The places for a number of styles on a widget of a width."""
    thumb, field, gap = em.px(44), em.px(20), em.px(10)
    side = em.px(50)  # of a thumbnail with its field below
    if count == 2:
        return _line(width, em, thumb, field, side)
    top = 0 if count == 4 else thumb + gap
    widest = max(abs(x) for x, _ in polygon.corners(count))
    spare = side + gap + em.px(5)
    radius = min(em.px(98 if count != 4 else 108), max(em.px(40), (width / 2 - spare) / widest))
    low = max(y for _, y in polygon.corners(count))
    high = min(y for _, y in polygon.corners(count))
    edge = em.px(8)
    centre = QPointF(width / 2, edge + top - high * radius)
    thumbs, fields = [], []
    for x, y in polygon.corners(count):
        corner = centre + QPointF(x, y) * radius
        if abs(x) < 1e-9:  # on top, with its field to the right
            box = QRectF(corner.x() - thumb / 2, edge, thumb, thumb)
            fields.append(QRectF(box.right() + em.px(4), box.center().y() - field / 2, side, field))
        else:
            away = side / 2 + gap + em.px(3) + (em.px(18) if count == 5 and y > 0 else 0)
            middle = corner.x() + math.copysign(away, x)
            tall = thumb + field
            if count != 4 and y > 0:
                start = centre.y() + low * radius - tall + em.px(8)
            elif count == 4:
                start = corner.y() - (0 if y < 0 else tall)
            else:
                start = corner.y() - tall / 2 - em.px(6)
            box = QRectF(middle - thumb / 2, start, thumb, thumb)
            fields.append(QRectF(middle - side / 2, box.bottom() + em.px(1), side, field))
        thumbs.append(box)
    foot = max(max(box.bottom() for box in fields), centre.y() + low * radius + edge)
    height = math.ceil(foot + em.px(2))
    return Places(count, centre, radius, em.px(14), tuple(thumbs), tuple(fields), height)


def _line(width: int, em: Metrics, thumb: int, field: int, side: int) -> Places:
    gap = em.px(18)
    top = em.px(4)
    left = (side - thumb) / 2
    thumbs = (
        QRectF(left, top, thumb, thumb),
        QRectF(width - left - thumb, top, thumb, thumb),
    )
    fields = tuple(
        QRectF(box.center().x() - side / 2, box.bottom() + em.px(1), side, field) for box in thumbs
    )
    radius = max(em.px(20), width / 2 - side - gap)
    centre = QPointF(width / 2, top + thumb / 2)
    height = math.ceil(fields[0].bottom() + em.px(2))
    return Places(2, centre, radius, em.px(18), thumbs, fields, height)
