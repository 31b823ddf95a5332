"""Paints what the canvas shows: pictures, checkerboard, split line, invitation."""

import math

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from studio.ui import icons, theme
from studio.ui.canvas.pyramid import Pyramid
from studio.ui.widgets.painting import dashed

translate = QCoreApplication.translate
NEAREST_FROM = 3.0  # zoom from which single pixels are shown as squares


def picture(
    painter: QPainter, pyramid: Pyramid, rect: QRectF, window: QRectF, *, exact: bool
) -> None:
    """Paint a picture into ``rect``, of which only what lies in ``window`` is touched.

    Both are in device pixels. ``exact`` shows single pixels as squares when they are large; a
    picture that stands in for one of another size is always smoothed.
    """
    visible = rect & window
    if visible.isEmpty():
        return
    width, height = pyramid.size
    across, down = rect.width() / width, rect.height() / height
    image, level = pyramid.image(min(across, down))
    step = 2**level
    left = max(0, math.floor((visible.left() - rect.left()) / across / step) - 1)
    top = max(0, math.floor((visible.top() - rect.top()) / down / step) - 1)
    right = min(image.width(), math.ceil((visible.right() - rect.left()) / across / step) + 1)
    bottom = min(image.height(), math.ceil((visible.bottom() - rect.top()) / down / step) + 1)
    target = QRectF(
        rect.left() + left * step * across,
        rect.top() + top * step * down,
        (right - left) * step * across,
        (bottom - top) * step * down,
    )
    squares = exact and min(across, down) >= NEAREST_FROM
    painter.save()
    painter.setClipRect(_whole(visible), Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not squares)
    painter.drawImage(target, image, QRectF(left, top, right - left, bottom - top))
    painter.restore()


def placed(size: tuple[int, int], rect: QRectF) -> QRectF:
    """Where a picture goes within the rectangle of the document.

    Sides that differ by the rounding of a resize are stretched to it; another shape is centred.
    """
    shape, wanted = size[0] / size[1], rect.width() / rect.height()
    if abs(math.log(shape / wanted)) < 0.03 or min(rect.width(), rect.height()) < 16:
        return rect
    if shape > wanted:
        height = rect.width() / shape
        return QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height)
    width = rect.height() * shape
    return QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height())


def checkerboard(painter: QPainter, rect: QRectF, window: QRectF, side: int) -> None:
    """Paint the ground that shows through transparent pictures."""
    first, second = (QColor(colour) for colour in theme.tokens().checker)
    tile = QPixmap(side * 2, side * 2)
    tile.fill(first)
    brush = QPainter(tile)
    brush.fillRect(0, 0, side, side, second)
    brush.fillRect(side, side, side, side, second)
    brush.end()
    painter.save()
    painter.setBrushOrigin(rect.topLeft())
    painter.fillRect(_whole(rect & window), QBrush(tile))
    painter.restore()


def split_line(
    painter: QPainter, x: float, area: QRectF, centre_y: float, em: theme.Metrics, lively: bool
) -> None:
    """Paint the line of the split and its round handle with two arrow heads."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    line = em.px(2)
    painter.setBrush(QColor(0, 0, 0, 60))
    painter.drawRect(QRectF(x - line / 2 - 1, area.top(), line + 2, area.height()))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawRect(QRectF(x - line / 2, area.top(), line, area.height()))
    radius = em.px(13) * (1.1 if lively else 1.0)
    centre = QPointF(x, centre_y)
    painter.setBrush(QColor(0, 0, 0, 70))
    painter.drawEllipse(centre + QPointF(0, em.px(1)), radius + 1, radius + 1)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(
        QPen(
            QColor("#24272D"),
            max(1.5, em.px(2) * 0.9),
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    near, far, rise = radius * 0.22, radius * 0.56, radius * 0.32
    for side in (-1, 1):
        tip = centre + QPointF(side * far, 0)
        painter.drawPolyline(
            [
                centre + QPointF(side * near, -rise),
                tip,
                centre + QPointF(side * near, rise),
            ]
        )
    painter.restore()


def progress(painter: QPainter, area: QRectF, fraction: float, thick: int) -> None:
    """Paint how far the work is, 0..1, as a line along the foot of ``area``."""
    foot = QRectF(area.left(), area.bottom() - thick, area.width(), thick)
    foot.setWidth(foot.width() * min(1.0, max(0.0, fraction)))
    painter.fillRect(foot, theme.tokens().colour("accent"))


def invitation(painter: QPainter, area: QRectF, font: QFont, ratio: float, lively: bool) -> None:
    """Paint the empty canvas: where to drop a photo, and that a click opens one."""
    title = translate("Canvas", "Drop a photo here")
    hint = translate(
        "Canvas", "or click to open one. A folder, a project or a finished picture work too."
    )
    colours, em = theme.tokens(), theme.metrics(font)
    large, small = theme.large_font(font), font
    large.setWeight(QFont.Weight.DemiBold)
    wide = max(QFontMetricsF(large).horizontalAdvance(title), em.px(300)) + em.px(72)
    box = QRectF(0, 0, min(area.width() - em.px(32), wide), min(area.height() - 32, em.px(220)))
    box.moveCenter(area.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("raised" if lively else "panel"))
    painter.drawRoundedRect(box, em.px(14), em.px(14))
    dashed(
        painter,
        box,
        em.px(14),
        colours.colour("accent" if lively else "faint"),
        max(1.0, em.px(3) / 2),
    )
    side = em.px(44)
    title_height = QFontMetricsF(large).height()
    hint_height = QFontMetricsF(small).boundingRect(
        QRectF(0, 0, box.width() - em.px(48), 1000), Qt.TextFlag.TextWordWrap, hint
    )
    total = side + em.px(14) + title_height + em.px(6) + hint_height.height()
    top = box.center().y() - total / 2
    shade = "ink" if lively else "muted"
    painter.drawPixmap(
        QPointF(box.center().x() - side / 2, top), icons.pixmap("photo", side, ratio, shade)
    )
    top += side + em.px(14)
    painter.setFont(large)
    painter.setPen(colours.colour("text"))
    row = QRectF(box.left(), top, box.width(), title_height)
    painter.drawText(row, Qt.AlignmentFlag.AlignCenter, title)
    painter.setFont(small)
    painter.setPen(colours.colour("muted"))
    row = box.adjusted(em.px(24), 0, -em.px(24), 0)
    row.setTop(top + title_height + em.px(6))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(row, flags, hint)
    painter.restore()


def _whole(rect: QRectF) -> QRect:
    left, top = math.floor(rect.left() + 1e-6), math.floor(rect.top() + 1e-6)
    right, bottom = math.ceil(rect.right() - 1e-6), math.ceil(rect.bottom() - 1e-6)
    return QRect(left, top, max(1, right - left), max(1, bottom - top))
