"""The small bar that floats on the canvas while the brush is held: what it paints, and how."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from studio.ui import theme
from studio.ui.canvas.brush import LEAST_SIZE, MOST_SIZE, Brush
from studio.ui.canvas.canvas import Canvas
from studio.ui.style_tints import tint
from studio.ui.widgets.painting import ring
from studio.ui.widgets.parameter_slider import ParameterSlider
from studio.ui.widgets.tile import Tile


class Chip(Tile):
    """A thumbnail with the tint that its paint has on the canvas."""

    def __init__(self, image: QImage, colour: QColor, parent: QWidget) -> None:
        super().__init__(image, parent=parent)
        self.aspect = 1.0
        self._tint = colour
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the canvas
        side = theme.metrics(self).px(34)
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        em = theme.metrics(self)
        box = self._picture_box()
        if self.isChecked():
            ring(painter, box, em.radius, self._tint, em.px(3))
        else:
            dot = em.px(8)
            painter.setPen(QColor(0, 0, 0, 120))
            painter.setBrush(self._tint)
            painter.drawEllipse(
                round(box.right()) - dot - em.px(3), round(box.bottom()) - dot - em.px(3), dot, dot
            )
        painter.end()


class BrushBar(QWidget):
    """Chips for the photo and the styles, three sliders, and buttons for the brush's actions."""

    def __init__(self, canvas: Canvas, brush: Brush) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._brush = brush
        self.chips: list[Chip] = []
        self.setAccessibleName(self.tr("Style brush"))
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        theme.set_role(self, "card")
        em = theme.metrics(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.size_slider = self._slider(
            self.tr("Size"), LEAST_SIZE, MOST_SIZE, brush.size, self.tr("[ and ], Ctrl+wheel")
        )
        self.size_slider.valueChanged.connect(brush.set_size)
        self.hardness_slider = self._slider(
            self.tr("Hardness"), 0, 1, brush.hardness, self.tr("How sharp the edge is")
        )
        self.hardness_slider.valueChanged.connect(brush.set_hardness)
        self.opacity_slider = self._slider(
            self.tr("Opacity"), 0.05, 1, brush.opacity, self.tr("How much a stroke lays on")
        )
        self.opacity_slider.valueChanged.connect(brush.set_opacity)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(em.px(4))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(em.px(2))
        sliders = QHBoxLayout()
        sliders.setSpacing(em.px(14))
        for slider in (self.size_slider, self.hardness_slider, self.opacity_slider):
            sliders.addWidget(slider)
        top = QHBoxLayout()
        top.setSpacing(em.px(8))
        top.addLayout(self._chips)
        top.addLayout(self._buttons)
        top.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(em.px(10), em.px(7), em.px(10), em.px(7))
        self._box.setSpacing(em.px(14))
        self._box.addLayout(top)
        self._box.addLayout(sliders)
        self.hide()
        canvas.installEventFilter(self)
        brush.changed.connect(self._follow)

    def set_choices(self, choices: Sequence[tuple[str, QImage]]) -> None:
        """Show a chip for the photo and each style, as a title and a thumbnail."""
        for old in self.chips:
            self._group.removeButton(old)
            self._chips.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.chips = []
        for plane, (title, image) in enumerate(choices):
            chip = Chip(image, tint(plane), self)
            chip.setAccessibleName(self.tr("Paint with {title}").format(title=title))
            chip.setToolTip(f"{title}  ({plane})")
            chip.clicked.connect(lambda _=False, plane=plane: self._choose(plane))
            self._group.addButton(chip)
            self._chips.addWidget(chip)
            self.chips.append(chip)
        self._follow()

    def add_action(self, action: QAction) -> QToolButton:
        """Show an action as a button after the chips."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        side = theme.metrics(self).px(18)
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.toolTip())
        self._buttons.addWidget(button)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the canvas."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and not self.isHidden():
            self._arrange()
        return False

    def _slider(
        self, name: str, low: float, high: float, default: float, tip: str
    ) -> ParameterSlider:
        slider = ParameterSlider(
            name,
            low,
            high,
            default,
            scale="log" if low == LEAST_SIZE else "linear",
            suffix=" %",
            factor=100.0,
            limits=(low, high),
            tooltip=tip,
            parent=self,
        )
        slider.setMinimumWidth(theme.metrics(self).px(72))
        slider.setMaximumWidth(theme.metrics(self).px(124))
        return slider

    def _choose(self, plane: int) -> None:
        self._brush.choose(plane)
        self._follow()

    def _follow(self) -> None:
        brush = self._brush
        for plane, chip in enumerate(self.chips):
            chip.setChecked(plane == brush.plane and not brush.erasing)
        self.size_slider.set_value(brush.size)
        self.hardness_slider.set_value(brush.hardness)
        self.opacity_slider.set_value(brush.opacity)
        self.setVisible(brush.active)
        if brush.active:
            self._arrange()

    def _arrange(self) -> None:
        em = theme.metrics(self)
        gap = em.px(12)
        room = self._canvas.width() - 2 * gap
        self._box.setDirection(QBoxLayout.Direction.LeftToRight)
        self._box.activate()
        if self._box.sizeHint().width() > room:
            self._box.setDirection(QBoxLayout.Direction.TopToBottom)
            self._box.activate()
        wanted = self._box.sizeHint()
        wanted.setWidth(min(room, wanted.width()))
        self.resize(wanted)
        left = (self._canvas.width() - wanted.width()) // 2
        self.move(max(0, left), self._foot() - wanted.height() - gap)
        self.raise_()

    def _foot(self) -> int:
        """The foot of the canvas, or the upper edge of what else stands there, such as hints."""
        middle = self._canvas.height() // 2
        others = [
            one.y()
            for one in self._canvas.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if one is not self and one.isVisible() and one.y() > middle
        ]
        return min([self._canvas.height(), *others])
