"""A heading whose contents fold away."""

from PySide6.QtCore import (
    QEasingCurve,
    QPointF,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.ui import icons, theme


class Heading(QAbstractButton):
    """A heading flush with what is below it; the small arrow after it points down when unfolded."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        width = QFontMetricsF(self._bold()).horizontalAdvance(self.text())
        return QSize(round(width) + em.px(24), self.fontMetrics().height() + em.px(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, em = theme.tokens(), theme.metrics(self)
        bright = self.underMouse() or self.hasFocus()
        painter.setFont(self._bold())
        painter.setPen(colours.colour("text" if bright else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        after = QFontMetricsF(self._bold()).horizontalAdvance(self.text())
        side = em.px(11)
        name = "bold-down" if self.isChecked() else "bold-right"
        drawn = icons.pixmap(name, side, self.devicePixelRatioF(), "text" if bright else "faint")
        left, top = after + em.px(5), (self.height() - side) / 2 + 0.5
        painter.drawPixmap(QPointF(round(left), round(top)), drawn)
        if self.hasFocus():
            line = QRectF(0, self.height() - em.px(3), left + side, em.px(2))
            painter.fillRect(line, colours.colour("focus"))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


class Section(QWidget):
    """A collapsible group; add widgets to it, and little ones to the right of its heading.

    ``toggled`` comes from the user's hand only.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, *, expanded: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        em = theme.metrics(self)
        self.heading = Heading(title, self)
        self.heading.clicked.connect(self._clicked)
        self.body = QWidget(self)
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, em.px(4), 0, em.px(4))
        self._column.setSpacing(em.px(10))
        self._corner = QHBoxLayout()
        self._corner.setSpacing(em.px(4))
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.heading, 1)
        top.addLayout(self._corner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.body, 1)
        self._fold = QPropertyAnimation(self.body, b"maximumHeight", self)
        self._fold.setDuration(130)
        self._fold.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fold.finished.connect(self._folded)
        self._expanded = True
        self.set_expanded(expanded)

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        """Put a widget below the others and return it."""
        self._column.addWidget(widget, stretch)
        return widget

    def add_to_heading(self, widget: QWidget) -> QWidget:
        """Put a small widget to the right of the heading and return it."""
        self._corner.addWidget(widget)
        return widget

    def is_expanded(self) -> bool:
        """Whether the contents show."""
        return self._expanded

    def set_expanded(self, expanded: bool) -> None:
        """Unfold or fold away at once; emits nothing."""
        self._expanded = expanded
        self._fold.stop()
        self._folded()
        self._describe()

    def _clicked(self) -> None:
        self._expanded = not self._expanded
        self._describe()
        self._fold.stop()
        self.body.show()
        full = self.body.sizeHint().height()
        start = self.body.height() if not self._expanded else 0
        self._fold.setStartValue(start)
        self._fold.setEndValue(full if self._expanded else 0)
        self._fold.start()
        self.toggled.emit(self._expanded)

    def _folded(self) -> None:
        self.body.setVisible(self._expanded)
        self.body.setMaximumHeight(16777215)

    def _describe(self) -> None:
        self.heading.setChecked(self._expanded)
        state = self.tr("unfolded") if self._expanded else self.tr("folded")
        self.heading.setAccessibleName(f"{self._title}, {state}")
        self.heading.setToolTip(
            self.tr("Fold {title} away").format(title=self._title)
            if self._expanded
            else self.tr("Unfold {title}").format(title=self._title)
        )
