"""What was seen, at a glance: the colours of the palette, and small bars."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.image.picture_mood import Colour
from studio.ui import theme
from studio.ui.compose_mapping.names import seen_names


class PaletteView(QWidget):
    """The colours of a picture side by side, each as wide as its share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours: tuple[Colour, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_colours(())

    def show_colours(self, colours: Sequence[Colour]) -> None:
        """Show these colours."""
        self.colours = tuple(colours)
        shares = ", ".join(f"{one.hex} {one.share:.0%}" for one in self.colours)
        self.setAccessibleName(self.tr("Palette: {colours}").format(colours=shares))
        self.setToolTip(self.tr("The colours of the picture by their share: {colours}").format(
            colours=shares
        ))  # fmt: skip
        self.update()

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(200), em.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill a rounded strip with the colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        outline = QPainterPath()
        radius = theme.metrics(self).px(5)
        outline.addRoundedRect(box, radius, radius)
        if not self.colours:
            painter.fillPath(outline, theme.tokens().colour("raised"))
            return
        whole = sum(one.share for one in self.colours) or 1.0
        left = 0.0
        for one in self.colours:
            width = box.width() * one.share / whole
            part = QPainterPath()
            part.addRect(QRectF(left, 0, width + 0.5, box.height()))
            painter.fillPath(outline.intersected(part), QColor(one.red, one.green, one.blue))
            left += width
        painter.end()


class TraitBars(QWidget):
    """What was seen, in two columns: its name and a bar from 0 to 1; the middle is usual."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: dict[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_seen(self, seen: Mapping[str, float]) -> None:
        """Show what was seen, each 0..1; the hue has no more and less and stays away."""
        self._seen = {name: seen[name] for name in seen_names() if name in seen and name != "hue"}
        names = seen_names()
        words = ", ".join(f"{names[name]} {value:.2f}" for name, value in self._seen.items())
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        rows = -(-len(self._seen) // 2)
        return QSize(em.px(240), rows * self._row)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.metrics(self).px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names and the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, em = theme.tokens(), theme.metrics(self)
        font = theme.small_font(self.font())
        sizes = QFontMetricsF(font)
        painter.setFont(font)
        names = seen_names()
        for name, value, box in self._boxes():
            bar = QRectF(box.right() - em.px(44), box.center().y() - em.px(2), em.px(44), em.px(4))
            room = bar.left() - box.left() - em.px(6)
            painter.setPen(colours.colour("muted"))
            text = sizes.elidedText(names[name], Qt.TextElideMode.ElideRight, room)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("track"))
            painter.drawRoundedRect(bar, em.px(2), em.px(2))
            painter.setBrush(colours.colour("cool"))
            filled = QRectF(bar.topLeft(), QPointF(bar.left() + bar.width() * value, bar.bottom()))
            painter.drawRoundedRect(filled, em.px(2), em.px(2))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Say name and number of the bar below the pointer."""
        if isinstance(event, QHelpEvent):
            names = seen_names()
            for name, value, box in self._boxes():
                if box.contains(QPointF(event.pos())):
                    QToolTip.showText(event.globalPos(), f"{names[name]} {value:.2f}", self)
            return True
        return super().event(event)

    @property
    def _row(self) -> int:
        return self.fontMetrics().height() + theme.metrics(self).px(3)

    def _boxes(self) -> list[tuple[str, float, QRectF]]:
        gap = theme.metrics(self).px(16)
        width = (self.width() - gap) / 2
        return [
            (name, value, QRectF((n % 2) * (width + gap), n // 2 * self._row, width, self._row))
            for n, (name, value) in enumerate(self._seen.items())
        ]
