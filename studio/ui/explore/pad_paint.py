"""How the pad is painted: the thumbnails, the marker, the letters in the corners."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPixmap

from studio.tasks.latent_place import LatentPlace
from studio.ui import theme
from studio.ui.explore.pad_view import PadView
from studio.ui.explore.values import SLOTS
from studio.ui.widgets.painting import ring, rounded

_GAP = 1.0  # between two thumbnails, in pixels


def backdrop(
    view: PadView,
    places: Mapping[tuple[int, int], LatentPlace],
    images: Callable[[LatentPlace, int], QImage | None],
    ratio: float,
) -> QPixmap:
    """All thumbnails in sight as one picture, so that a moved marker costs next to nothing.

    ``images`` gives the picture of a place for a side in pixels, None where there is none yet.
    """
    colours = theme.tokens()
    side = max(1, round(view.side * ratio))
    made = QPixmap(side, side)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.fillRect(QRectF(0, 0, view.side, view.side), colours.colour("ground"))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    wanted = math.ceil(view.cell * ratio)
    for (column, row), place in places.items():
        x, y = view.to_pad(column - 0.5, row - 0.5)
        box = QRectF(x, y, view.cell, view.cell).adjusted(0, 0, -_GAP, -_GAP)
        image = images(place, wanted)
        if image is None or image.isNull():
            painter.fillRect(box, colours.colour("raised"))
        else:
            painter.drawImage(box, image, QRectF(image.rect()))
    painter.end()
    return _round(made, view.side)


def _round(picture: QPixmap, side: float) -> QPixmap:
    """The picture with round corners, cut once so that painting it is a plain copy."""
    made = QPixmap(picture.size())
    made.setDevicePixelRatio(picture.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    em = theme.Metrics(painter.fontMetrics().height())
    rounded(painter, QRectF(0, 0, side, side), em.px(8), picture)
    painter.end()
    return made


def pad(
    painter: QPainter, box: QRectF, picture: QPixmap, slots: Sequence[object], focused: bool
) -> None:
    """The pad with round corners; where ``slots`` are shown, their letters in the corners."""
    em = theme.Metrics(painter.fontMetrics().height())
    painter.drawPixmap(box.topLeft(), picture)
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
    ratio = painter.device().devicePixelRatioF()
    drawn = _drawn_marker(em.line, lively, ratio, theme.current())
    half = drawn.width() / ratio / 2
    painter.drawPixmap(at - QPointF(half, half), drawn)


@lru_cache(maxsize=16)
def _drawn_marker(line: float, lively: bool, ratio: float, name: theme.ThemeName) -> QPixmap:
    """The marker, drawn once for a size and a theme."""
    em = theme.Metrics(line)
    radius, half = em.px(11 if lively else 9), em.px(16)
    made = QPixmap(round(2 * half * ratio), round(2 * half * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    at = QPointF(half, half)
    for colour, width in ((QColor(16, 17, 20, 170), em.px(6)), (QColor("#FFFFFF"), em.px(3))):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(at, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.THEMES[name].colour("accent"))
    painter.drawEllipse(at, em.px(3), em.px(3))
    painter.end()
    return made


def words(painter: QPainter, box: QRectF, text: str) -> None:
    """A quiet line in the middle of an empty pad."""
    painter.setPen(theme.tokens().colour("muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
