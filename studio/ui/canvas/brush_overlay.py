"""What is painted, as a faint tint over the picture, and the circle under the hand."""

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from studio.image.style_map import PLANES, StyleMap
from studio.ui import theme
from studio.ui.canvas.brush import Brush
from studio.ui.canvas.canvas import Canvas
from studio.ui.style_tints import tint

_STRENGTH = 0.52  # of a tint where a plane is full


class BrushOverlay(QWidget):
    """Lies over the canvas and lets every event through; hidden while the brush is laid down."""

    def __init__(self, canvas: Canvas, brush: Brush) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._brush = brush
        self._image: QImage | None = None
        self._drawn: StyleMap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        canvas.installEventFilter(self)
        brush.changed.connect(self._follow)
        brush.moved.connect(self.update)
        canvas.zoomChanged.connect(lambda _: self.update())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the canvas."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.resize(self._canvas.size())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._canvas.is_empty():
            return
        painter = QPainter(self)
        if self._brush.showing:
            self._paint_map(painter)
        if self._brush.pointer is not None:
            self._paint_circle(painter, self._brush.pointer)
        painter.end()

    def _follow(self) -> None:
        self.setVisible(self._brush.active)
        if self._brush.active:
            self.resize(self._canvas.size())
            self.update()

    def _paint_map(self, painter: QPainter) -> None:
        painted = self._brush.map
        if painted is None or painted.is_empty:
            return
        if painted is not self._drawn:
            self._image, self._drawn = tinted(painted), painted
        image = self._image
        if image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for pane in self._panes():
            painter.save()
            painter.setClipRect(pane)
            painter.drawImage(self._brush.place(pane), image, QRectF(image.rect()))
            painter.restore()

    def _panes(self) -> list[QRectF]:
        ends = (QPointF(1, 1), QPointF(self.width() - 1.0, 1))
        panes = [self._canvas.pane_at(end) for end in ends]
        return panes if panes[0] != panes[1] else panes[:1]

    def _paint_circle(self, painter: QPainter, at: QPointF) -> None:
        brush, em = self._brush, theme.metrics(self)
        radius = max(2.0, brush.radius_on(brush.place(self._canvas.pane_at(at))))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = max(1.5, em.px(3) / 2)
        painter.setPen(QPen(QColor(0, 0, 0, 150), line + 2))
        painter.drawEllipse(at, radius, radius)
        pen = QPen(QColor("#FFFFFF") if brush.erasing else tint(brush.plane), line)
        if brush.erasing:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawEllipse(at, radius, radius)
        core = radius * brush.hardness
        if core > em.px(3) and radius - core > em.px(3):
            faint = QColor(pen.color())
            faint.setAlphaF(0.35)
            painter.setPen(QPen(faint, 1))
            painter.drawEllipse(at, core, core)


def tinted(painted: StyleMap) -> QImage:
    """The planes in their colours, transparent where nothing is painted."""
    width, height = painted.size
    summed = np.zeros((4, height, width), np.uint16)  # in 256ths of a colour, premultiplied
    for plane in range(PLANES):
        if painted.planes[plane].any():
            colour = tint(plane)
            for at, part in enumerate((colour.red(), colour.green(), colour.blue(), 255)):
                summed[at] += painted.planes[plane] * np.uint16(round(part * _STRENGTH))
    pixels = np.ascontiguousarray((summed // 255).astype(np.uint8).transpose(1, 2, 0))
    kind = QImage.Format.Format_RGBA8888_Premultiplied
    made = QImage(pixels.data, width, height, 4 * width, kind)
    return made.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
