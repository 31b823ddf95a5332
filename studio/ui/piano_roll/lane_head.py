"""What stands left of the velocities: their name and three values to go by."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui import theme
from studio.ui.piano_roll.coordinates import KEYBOARD
from studio.ui.piano_roll.velocity_lane import VelocityLane

_VALUES = (32, 64, 96)
_LOW, _WITH_VALUES = 34, 80  # pixels of the design below which name, and values, are left out


class LaneHead(QWidget):
    """A scale for the lane beside it."""

    def __init__(self, lane: VelocityLane, parent: QWidget) -> None:
        super().__init__(parent)
        self._lane = lane
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:
        return QSize(theme.metrics(self).px(KEYBOARD), 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens, em = theme.tokens(), theme.metrics(self)
        painter.fillRect(self.rect(), tokens.colour("panel"))
        font = theme.small_font(self.font())
        painter.setFont(font)
        high = painter.fontMetrics().height()
        if self.height() >= em.px(_LOW):
            painter.setPen(tokens.colour("muted"))
            box = QRectF(em.px(8), em.px(3), self.width() - em.px(10), 1.5 * high)
            middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter  # any script fits
            painter.drawText(box, middle, self.tr("Velocity"))
        if self.height() >= em.px(_WITH_VALUES):
            painter.setPen(tokens.colour("faint"))
            for value in _VALUES:
                y = float(self._lane.y(value))
                if y > em.px(8) + 1.5 * high:
                    row = QRectF(0, y - high / 2, self.width() - em.px(6), high)
                    painter.drawText(row, Qt.AlignmentFlag.AlignRight, str(value))
        painter.end()
