"""A small slider from -1 to 1 whose fill begins in the middle: how much one thing decides."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from studio.ui import theme
from studio.ui.widgets.track import Track


class AmountTrack(Track):
    """A track over -1 … 1; 0, where it has no say, lies in the middle."""

    def amount(self) -> float:
        """Where the handle is, in hundredths."""
        return round(2 * self.fraction() - 1, 2)

    def set_amount(self, amount: float) -> None:
        """Put the handle there; emits nothing."""
        self.set_fraction((amount + 1) / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groove, the fill from the middle, and the handle."""
        colours, em = theme.tokens(), theme.metrics(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        height, x, zero = self.height() / 2, self.along(self.fraction()), self.along(0.5)
        thick = em.px(3)
        painter.setBrush(colours.colour("track"))
        groove = QRectF(0, height - thick / 2, self.width(), thick)
        painter.drawRoundedRect(groove, thick / 2, thick / 2)
        painter.setBrush(colours.colour("faint"))
        painter.drawRect(QRectF(zero - em.px(1) / 2, height - thick, em.px(1), 2 * thick))
        shade = "faint" if not self.isEnabled() else "accent" if x >= zero else "cool"
        painter.setBrush(colours.colour(shade))
        painter.drawRect(QRectF(min(x, zero), groove.top(), abs(x - zero), thick))
        radius = em.px(5)
        painter.setBrush(QColor(0, 0, 0, 70))
        painter.drawEllipse(QPointF(x, height + 1), radius + 0.5, radius + 0.5)
        painter.setBrush(colours.colour("handle" if self.isEnabled() else "faint"))
        if colours.border:
            painter.setPen(QPen(colours.colour("faint"), 1))
        painter.drawEllipse(QPointF(x, height), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("focus"), em.px(2)))
            painter.drawEllipse(QPointF(x, height), radius + em.px(1), radius + em.px(1))
        painter.end()
