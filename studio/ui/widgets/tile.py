"""A thumbnail that can be pressed, chosen and focused: the stone of the gallery and history."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from studio.ui import icons, theme
from studio.ui.widgets.painting import cover, dashed, ring, rounded


class Tile(QAbstractButton):
    """A rounded thumbnail with an optional caption below and a badge in its upper right corner.

    ``badgeClicked`` comes instead of ``clicked`` when the badge is hit. The badge is the name of
    an icon; it shows while the tile is hovered or focused, or always when ``badge_stays``.
    """

    badgeClicked = Signal()

    def __init__(
        self, image: QImage | None, caption: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(caption)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._image = image
        self._picture: QPixmap | None = None
        self._caption = bool(caption)
        self.empty_icon = ""
        self.badge = ""
        self.badge_stays = False
        self.badge_colour = "on_accent"
        self.faint = False
        self.chosen_colour = "accent"
        self.aspect = 1.2

    def set_image(self, image: QImage | None) -> None:
        """Show another thumbnail."""
        self._image = image
        self._picture = None
        self.update()

    def height_for(self, width: int) -> int:
        """The height of a tile of a width, caption included."""
        return round(width / self.aspect) + (self._caption_height() if self._caption else 0)

    def sizeHint(self) -> QSize:
        width = theme.metrics(self).px(72)
        return QSize(width, self.height_for(width))

    def badge_box(self) -> QRectF:
        """Where the badge is."""
        em = theme.metrics(self)
        side, edge = em.px(20), em.px(4)
        return QRectF(self.width() - side - edge, edge, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._on_badge(event.position()) and event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.badgeClicked.emit()
            return
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._picture = None
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, em = theme.tokens(), theme.metrics(self)
        box = self._picture_box()
        radius = em.radius
        if self._image is None:
            self._paint_empty(painter, box, radius)
        else:
            rounded(painter, box, radius, self._scaled(box))
        if not self.isEnabled() or (self.faint and not self.isChecked()):
            shade = colours.colour("panel")
            shade.setAlpha(150)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(box, radius, radius)
        if self.isChecked():
            ring(painter, box, radius, colours.colour(self.chosen_colour), em.px(2))
        elif self.underMouse() and self.isEnabled() and self._image is not None:
            ring(painter, box, radius, colours.colour("muted"), em.px(1))
        if self.hasFocus():
            inset = em.px(3) if self.isChecked() else 0
            inner = box.adjusted(inset, inset, -inset, -inset)
            ring(painter, inner, radius - inset / 2, colours.colour("focus"), em.px(2))
        self._paint_badge(painter)
        if self._caption:
            self._paint_caption(painter, box)

    def _paint_empty(self, painter: QPainter, box: QRectF, radius: float) -> None:
        colours, em = theme.tokens(), theme.metrics(self)
        active = self.underMouse() or self.hasFocus() or self.isDown()
        shade = "muted" if active else "faint"
        if active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("raised"))
            painter.drawRoundedRect(box, radius, radius)
        dashed(painter, box, radius, colours.colour(shade), em.px(1))
        if self.empty_icon:
            side = em.px(20)
            drawn = icons.pixmap(self.empty_icon, side, self.devicePixelRatioF(), "muted")
            painter.drawPixmap(box.center() - QPointF(side / 2, side / 2), drawn)

    def _paint_badge(self, painter: QPainter) -> None:
        if not self._badge_shown():
            return
        colours, em = theme.tokens(), theme.metrics(self)
        box = self.badge_box()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent"))
        painter.drawEllipse(box)
        side = em.px(13)
        drawn = icons.pixmap(self.badge, side, self.devicePixelRatioF(), self.badge_colour)
        painter.drawPixmap(box.center() - QPointF(side / 2, side / 2), drawn)

    def _paint_caption(self, painter: QPainter, box: QRectF) -> None:
        colours, em = theme.tokens(), theme.metrics(self)
        bright = self.isChecked() or self.underMouse() or self.hasFocus()
        painter.setFont(theme.small_font(self.font()))
        painter.setPen(colours.colour("text" if bright else "muted"))
        line = QRectF(0, box.bottom() + em.px(2), self.width(), self._caption_height() - em.px(3))
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _scaled(self, box: QRectF) -> QPixmap | None:
        if self._image is None or self._image.isNull():
            return None
        ratio = self.devicePixelRatioF()
        wanted = (box.size() * ratio).toSize()
        if self._picture is None or self._picture.size() != wanted:
            self._picture = cover(self._image, round(box.width()), round(box.height()), ratio)
        return self._picture

    def _picture_box(self) -> QRectF:
        below = self._caption_height() if self._caption else 0
        return QRectF(0, 0, self.width(), self.height() - below)

    def _caption_height(self) -> int:
        em = theme.metrics(theme.small_font(self.font()))
        return em.px(15) + em.px(6)

    def _badge_shown(self) -> bool:
        if not self.badge or not self.isEnabled():
            return False
        return self.badge_stays or self.underMouse() or self.hasFocus()

    def _on_badge(self, point: QPointF) -> bool:
        return self._badge_shown() and self.badge_box().contains(point)
