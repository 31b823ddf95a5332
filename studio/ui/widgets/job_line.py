"""One line about the work that runs: what, how far, how fast; with pause and cancel."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from studio.ui import theme


class JobLine(QWidget):
    """A raised line with a progress hairline along its foot; hidden while nothing runs.

    A ``fraction`` of None means that nobody knows how far the work is: the hairline then breathes.
    """

    pauseRequested = Signal()
    resumeRequested = Signal()
    cancelRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Running work"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        em = theme.metrics(self)
        self._text = ""
        self._fraction: float | None = 0.0
        self._drawn = 0.0
        self._paused = False
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label.setMinimumWidth(em.px(60))
        self.pause_button = QPushButton(self)
        theme.set_role(self.pause_button, "quiet")
        self.pause_button.clicked.connect(self._pause)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        theme.set_role(self.cancel_button, "danger")
        self.cancel_button.setAccessibleName(self.tr("Cancel the work"))
        self.cancel_button.setToolTip(self.tr("Stop now; what is painted so far is kept (Escape)"))
        self.cancel_button.clicked.connect(self.cancelRequested)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(em.px(14), em.px(4), em.px(8), em.px(5))
        layout.setSpacing(em.px(4))
        layout.addWidget(self._label, 1)
        layout.addWidget(self.pause_button)
        layout.addWidget(self.cancel_button)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(180)
        self._glide.valueChanged.connect(self._glided)
        self._breath = QVariantAnimation(self)
        self._breath.setDuration(1600)
        self._breath.setLoopCount(-1)
        self._breath.setStartValue(0.0)
        self._breath.setEndValue(1.0)
        self._breath.valueChanged.connect(lambda _: self.update())
        self._set_paused(False)
        self.hide()

    def set_job(
        self,
        text: str,
        fraction: float | None = None,
        *,
        paused: bool = False,
        pausable: bool = True,
        cancellable: bool = True,
    ) -> None:
        """Show a line for the running work; ``fraction`` of it is done, 0..1 or unknown."""
        appeared = self.isHidden()
        self._text = text
        self._elide()
        self._set_paused(paused)
        self.pause_button.setVisible(pausable)
        self.cancel_button.setVisible(cancellable)
        self._set_fraction(fraction, glide=not appeared)
        self.setAccessibleDescription(text)
        self.show()

    def clear(self) -> None:
        """Nothing runs any more: the line goes away."""
        self._glide.stop()
        self._breath.stop()
        self._drawn, self._fraction = 0.0, 0.0
        self.hide()

    def text(self) -> str:
        """The whole line, also where it is cut short on the screen."""
        return self._text

    def fraction(self) -> float | None:
        """How much is done, as it was last told."""
        return self._fraction

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, em = theme.tokens(), theme.metrics(self)
        box, thick = QRectF(self.rect()), em.px(2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("panel"))
        painter.drawRoundedRect(box, em.radius, em.radius)
        foot = box.height() - thick
        painter.setBrush(colours.colour("track"))
        painter.drawRect(QRectF(em.px(3), foot, box.width() - em.px(6), thick))
        shade = colours.colour("faint" if self._paused else "accent")
        room = box.width() - em.px(6)
        if self._fraction is None:
            along = float(self._breath.currentValue() or 0.0)
            width = room * 0.25
            left = em.px(3) + (room + width) * along - width
            bar = QRectF(left, foot, width, thick)
            painter.setClipRect(QRectF(em.px(3), foot, room, thick))
        else:
            bar = QRectF(em.px(3), foot, room * self._drawn, thick)
        painter.setBrush(shade)
        painter.drawRect(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.metrics(self).px(200), super().minimumSizeHint().height())

    def _elide(self) -> None:
        self._row.activate()
        room = self._label.width()
        shown = self._label.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self._label.setText(shown)
        self._label.setToolTip(self._text if shown != self._text else "")

    def _set_fraction(self, fraction: float | None, *, glide: bool) -> None:
        self._fraction = None if fraction is None else min(1.0, max(0.0, fraction))
        self._glide.stop()
        if self._fraction is None:
            self._breath.start()
            return
        self._breath.stop()
        if glide and self._fraction > self._drawn:
            self._glide.setStartValue(self._drawn)
            self._glide.setEndValue(self._fraction)
            self._glide.start()
        else:
            self._drawn = self._fraction
        self.update()

    def _glided(self, value: float) -> None:
        self._drawn = value
        self.update()

    def _set_paused(self, paused: bool) -> None:
        self._paused = paused
        words = self.tr("Resume") if paused else self.tr("Pause")
        if self.pause_button.text() == words:
            return
        self.pause_button.setText(words)
        self.pause_button.setAccessibleName(
            self.tr("Resume the work") if paused else self.tr("Pause the work")
        )
        self.pause_button.setToolTip(
            self.tr("Go on where it stopped") if paused else self.tr("Rest here; nothing is lost")
        )

    def _pause(self) -> None:
        (self.resumeRequested if self._paused else self.pauseRequested).emit()
