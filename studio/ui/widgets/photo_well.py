"""The place of the photo: its thumbnail, name and size; click it or drop on it for another."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QLinearGradient, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from studio.ui import icons, theme
from studio.ui.pixels import Pixels, to_image
from studio.ui.widgets.drop_target import DropTarget
from studio.ui.widgets.painting import cover, dashed, ring, rounded


class PhotoWell(QAbstractButton):
    """A wide thumbnail with ``name · W × H`` on it, or an invitation while there is no photo.

    ``opened`` asks for a file dialogue; ``dropped`` hands over a QMimeData, valid until the slot
    returns. Give it a thumbnail, not the whole photo: it is scaled in the GUI thread.
    """

    opened = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._image: QImage | None = None
        self._picture: QPixmap | None = None
        self._name = ""
        self._size: tuple[int, int] | None = None
        self._hanging = False
        target = DropTarget(self)
        target.hovered.connect(self._hovered)
        target.dropped.connect(self.dropped)
        self.clicked.connect(self.opened)
        self._describe()

    def set_photo(
        self, thumbnail: Pixels | None, name: str = "", size: tuple[int, int] | None = None
    ) -> None:
        """Show a photo by its thumbnail, name and (width, height); None shows the invitation."""
        self._image = None if thumbnail is None else to_image(thumbnail)
        self._picture = None
        self._name, self._size = name, size
        self._describe()
        self.update()

    def caption(self) -> str:
        """The text on the thumbnail: "harbour.jpg · 4032 × 3024"."""
        if self._image is None:
            return self.tr("Drop a photo")
        if self._size is None:
            return self._name
        width, height = self._size
        return f"{self._name} · {width} × {height}" if self._name else f"{width} × {height}"

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(220), em.px(130))

    def minimumSizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(120), em.px(130))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, em = theme.tokens(), theme.metrics(self)
        box, radius = QRectF(self.rect()), em.px(8)
        if self._image is None:
            self._paint_invitation(painter, box, radius)
        else:
            rounded(painter, box, radius, self._scaled())
            self._paint_caption(painter, box, radius)
            if self.underMouse():
                ring(painter, box, radius, colours.colour("muted"), em.px(1))
        if self._hanging:
            ring(painter, box, radius, colours.colour("accent"), em.px(3))
        elif self.hasFocus():
            ring(painter, box, radius, colours.colour("focus"), em.px(2))

    def _paint_invitation(self, painter: QPainter, box: QRectF, radius: float) -> None:
        colours, em = theme.tokens(), theme.metrics(self)
        active = self.underMouse() or self._hanging
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("hover" if active else "raised"))
        painter.drawRoundedRect(box, radius, radius)
        dashed(painter, box, radius, colours.colour("muted" if active else "faint"), em.px(1))
        side, line = em.px(28), self.fontMetrics().height()
        top = box.center().y() - (side + em.px(8) + line * 2) / 2
        drawn = icons.pixmap("photo", side, self.devicePixelRatioF(), "muted")
        painter.drawPixmap(QPointF(box.center().x() - side / 2, top), drawn)
        row = QRectF(box.left(), top + side + em.px(8), box.width(), line)
        painter.setPen(colours.colour("text"))
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, self.caption())
        painter.setPen(colours.colour("muted"))
        painter.setFont(theme.small_font(self.font()))
        row.translate(0, line + em.px(1))
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, self.tr("or click to open one"))

    def _paint_caption(self, painter: QPainter, box: QRectF, radius: float) -> None:
        em = theme.metrics(self)
        height = self.fontMetrics().height() + em.px(26)
        shade = QLinearGradient(0, box.bottom() - height, 0, box.bottom())
        shade.setColorAt(0, QColor(10, 11, 14, 0))
        shade.setColorAt(0.55, QColor(10, 11, 14, 150))
        shade.setColorAt(1, QColor(10, 11, 14, 205))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(box, radius, radius)
        row = box.adjusted(em.px(10), box.height() - self.fontMetrics().height() - em.px(8), 0, 0)
        row.setRight(box.right() - em.px(10))
        row.setBottom(box.bottom() - em.px(8))
        painter.setFont(theme.small_font(self.font()))
        text = painter.fontMetrics().elidedText(
            self.caption(), Qt.TextElideMode.ElideMiddle, round(row.width())
        )
        painter.setPen(QColor("#F4F5F7"))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def _scaled(self) -> QPixmap | None:
        if self._image is None:
            return None
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != (self.size() * ratio):
            self._picture = cover(self._image, self.width(), self.height(), ratio)
        return self._picture

    def _hovered(self, hanging: bool) -> None:
        self._hanging = hanging
        self.update()

    def _describe(self) -> None:
        self.setText(self.caption())
        self.setAccessibleName(self.tr("Photo: {name}").format(name=self.caption()))
        self.setToolTip(self.tr("Open a photo (Ctrl+O), or drop one here"))
