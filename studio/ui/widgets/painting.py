"""Shapes that several widgets paint: rounded thumbnails, rings, pills, dashed wells."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from studio.ui import theme


def cover(image: QImage, width: int, height: int, ratio: float) -> QPixmap:
    """The middle of an image, scaled smoothly to fill ``width × height`` logical pixels."""
    target = QSizeF(width * ratio, height * ratio).toSize().expandedTo(QSizeF(1, 1).toSize())
    scaled = image.scaled(
        target,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    left = (scaled.width() - target.width()) // 2
    top = (scaled.height() - target.height()) // 2
    made = QPixmap.fromImage(scaled.copy(left, top, target.width(), target.height()))
    made.setDevicePixelRatio(ratio)
    return made


def rounded(painter: QPainter, box: QRectF, radius: float, picture: QPixmap | None) -> None:
    """Paint a picture with round corners, or a raised ground where there is none."""
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    if picture is None:
        painter.fillPath(path, theme.tokens().colour("raised"))
    else:
        # A brush keeps the edge smooth; a clip path would leave it jagged.
        painter.translate(box.topLeft())
        path.translate(-box.topLeft())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(picture)
        painter.drawPath(path)
    painter.restore()


def ring(painter: QPainter, box: QRectF, radius: float, colour: QColor, width: float) -> None:
    """Paint an outline of a width that lies wholly inside ``box``."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    half = width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.restore()


def dashed(painter: QPainter, box: QRectF, radius: float, colour: QColor, width: float) -> None:
    """Paint a dashed outline, the sign of a place where things can be dropped."""
    painter.save()
    pen = QPen(colour, width)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def pill(
    painter: QPainter, text: str, font: QFont, corner: QPointF, *, right: bool = False
) -> QRectF:
    """Paint a small dark label with its upper left (or ``right``) corner there; returns its box.

    It lies on pictures, so that its colours are the same in every theme.
    """
    sizes = QFontMetricsF(font)
    em = theme.metrics(font)
    width = sizes.horizontalAdvance(text) + em.px(16)
    height = sizes.height() + em.px(6)
    left = corner.x() - width if right else corner.x()
    box = QRectF(left, corner.y(), width, height)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(16, 17, 20, 190))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(QColor("#F4F5F7"))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box
