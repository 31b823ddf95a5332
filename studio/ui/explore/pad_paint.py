"""How the pad is painted: the thumbnails, the marker, the letters in the corners."""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from studio.tasks.latent_place import LatentPlace
from studio.ui import theme
from studio.ui.explore.pad_view import PadView
from studio.ui.explore.thumbnails import Thumbnails
from studio.ui.explore.values import SLOTS
from studio.ui.widgets.painting import ring, rounded

_GAP = 1.0  # between two thumbnails, in pixels


def backdrop(
    view: PadView,
    places: Mapping[tuple[int, int], LatentPlace],
    thumbnails: Thumbnails,
    ratio: float,
) -> QPixmap:
    """All thumbnails in sight as one picture, so that a moved marker costs next to nothing."""
    colours = theme.tokens()
    side = max(1, round(view.side * ratio))
    made = QPixmap(side, side)
    made.setDevicePixelRatio(ratio)
    made.fill(colours.colour("ground"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    wanted = math.ceil(view.cell * ratio)
    for (column, row), place in places.items():
        x, y = view.to_pad(column - 0.5, row - 0.5)
        box = QRectF(x, y, view.cell, view.cell).adjusted(0, 0, -_GAP, -_GAP)
        image = thumbnails.image(place, wanted)
        if image is None or image.isNull():
            painter.fillRect(box, colours.colour("raised"))
        else:
            painter.drawImage(box, image, QRectF(image.rect()))
    painter.end()
    return made


def pad(
    painter: QPainter, box: QRectF, picture: QPixmap, slots: Sequence[object], focused: bool
) -> None:
    """The pad with round corners; where ``slots`` are shown, their letters in the corners."""
    em = theme.Metrics(painter.fontMetrics().height())
    rounded(painter, box, em.px(8), picture)
    inset = em.px(8)
    corners = (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    for number, (slot, corner) in enumerate(zip(slots, corners, strict=False)):
        if slot:
            across = inset if number % 2 == 0 else -inset - em.px(20)
            down = inset if number < 2 else -inset - em.px(20)
            letter(painter, corner + QPointF(across, down), SLOTS[number])
    if focused:
        ring(painter, box, em.px(8), theme.tokens().colour("focus"), em.px(2))


def letter(painter: QPainter, corner: QPointF, text: str) -> None:
    """A letter on a small dark disc, its upper left corner there."""
    em = theme.Metrics(painter.fontMetrics().height())
    box = QRectF(corner.x(), corner.y(), em.px(20), em.px(20))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(16, 17, 20, 190))
    painter.drawEllipse(box)
    font = QFont(theme.small_font(painter.font()))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor("#F4F5F7"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def marker(painter: QPainter, at: QPointF, em: theme.Metrics, *, lively: bool) -> None:
    """The ring that says where one is, to be seen on light and on dark."""
    radius = em.px(11 if lively else 9)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(16, 17, 20, 170), em.px(6)))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(QPen(QColor("#FFFFFF"), em.px(3)))
    painter.drawEllipse(at, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens().colour("accent"))
    painter.drawEllipse(at, em.px(3), em.px(3))


def words(painter: QPainter, box: QRectF, text: str) -> None:
    """A quiet line in the middle of an empty pad."""
    painter.setPen(theme.tokens().colour("muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
