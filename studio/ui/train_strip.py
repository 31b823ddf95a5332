"""A few photos over the lower edge of the canvas, painted in the style that Fast is learning."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from studio.jobs import Update
from studio.ui import theme
from studio.ui.pixels import to_image
from studio.ui.train_jobs import TrainJobs


class TrainStrip(QWidget):
    """Shows the previews of the training as thumbnails while it runs; lets the mouse through."""

    def __init__(self, training: TrainJobs, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._image: QImage | None = None
        self.setAccessibleName(self.tr("Photos painted in the style so far"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        canvas.installEventFilter(self)
        training.advanced.connect(self._advanced)
        training.ended.connect(lambda _: self.hide())

    @property
    def image(self) -> QImage | None:
        """The thumbnails as they are now, None before there are any."""
        return self._image

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay above the lower edge of the canvas when it changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thumbnails on a card."""
        if self._image is None:
            return
        colours, em = theme.tokens(), theme.metrics(self)
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()), em.radius, em.radius)
        edge = em.px(6)
        inside = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawImage(inside, self._image)
        painter.end()

    def _advanced(self, update: Update) -> None:
        step = update.step
        if update.preview is None or step is None or step.figures is None:
            return  # the thumbnail of the card that is being made is no such strip
        self._image = to_image(update.preview)
        self.show()
        self.raise_()
        self._place()
        self.update()

    def _place(self) -> None:
        if self._image is None:
            return
        em, canvas = theme.metrics(self), self._canvas
        margin, edge = em.px(20), em.px(6)
        room = QSize(min(canvas.width() - 2 * margin, em.px(640)), em.px(150))
        size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        width, height = size.width() + 2 * edge, size.height() + 2 * edge
        left = (canvas.width() - width) // 2
        self.setGeometry(left, canvas.height() - height - margin, width, height)
