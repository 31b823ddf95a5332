"""A square of small pictures: those of a folder as they will be cut, or what is made of them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui import icons, theme
from studio.ui.pixels import Pixels, to_image
from studio.ui.widgets.painting import dashed

_SIDE = 300


class Mosaic(QWidget):
    """Shows square pixels as large as it is; an invitation to drop a folder before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._hanging = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Pictures of the folder"))
        self.setToolTip(self.tr("Drop a folder with your pictures here"))

    @property
    def image(self) -> QImage | None:
        """What is shown, None for the invitation."""
        return self._image

    def show_pixels(self, pixels: Pixels | None, name: str, tip: str) -> None:
        """Show a square of pictures, called so, with a tooltip; None for the invitation."""
        self._image = None if pixels is None else to_image(pixels)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.update()

    def set_hanging(self, hanging: bool) -> None:
        """Show whether something to be dropped hangs above."""
        self._hanging = hanging
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = theme.metrics(self).px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures with round corners, or the invitation."""
        colours, em = theme.tokens(), theme.metrics(self)
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(self.rect())
        if self._image is None or self._hanging:
            shade = colours.colour("accent" if self._hanging else "faint")
            dashed(painter, area.adjusted(1, 1, -1, -1), em.radius, shade, 1.2)
            self._invite(painter, area)
        else:
            path = QPainterPath()
            path.addRoundedRect(area, em.radius, em.radius)
            painter.setClipPath(path)
            painter.drawImage(area, self._image)
        painter.end()

    def _invite(self, painter: QPainter, area: QRectF) -> None:
        em, side = theme.metrics(self), theme.metrics(self).px(28)
        middle = area.center()
        sign = QRectF(middle.x() - side / 2, middle.y() - side - em.px(4), side, side)
        icons.icon("folder", "accent" if self._hanging else "faint").paint(painter, sign.toRect())
        painter.setPen(theme.tokens().colour("muted"))
        below = QRectF(area.left(), middle.y() + em.px(8), area.width(), em.px(40))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, flags, self.tr("Drop a folder here"))
