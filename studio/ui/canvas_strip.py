"""The strip above the canvas: what is shown on the left, compare and zoom on the right."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from studio.ui.icons import icon
from studio.ui.theme import metrics, set_role

COMPARE = ("off", "split", "side", "hold")
MOST_TITLE = 18  # line heights
ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0, 8.0)


class CanvasStrip(QWidget):
    """Title of the shown picture, the ways to compare, fit and zoom."""

    compare_chosen = Signal(str)
    swap_wanted = Signal()
    fit_wanted = Signal()
    zoom_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics(self)
        self.title = QLabel(self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.details = QLabel(self)
        set_role(self.details, "muted")
        names = {
            "off": self.tr("Do not compare"),
            "split": self.tr("Compare with a split slider"),
            "side": self.tr("Compare side by side"),
            "hold": self.tr("Compare by holding the mouse button"),
        }
        self.buttons: dict[str, QToolButton] = {}
        for mode in COMPARE:
            button = self._button(f"compare-{mode}", names[mode], self.tr("M: next way"))
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _=False, mode=mode: self.compare_chosen.emit(mode))
            self.buttons[mode] = button
        self.swap = self._button("swap", self.tr("Swap sides"), "C")
        self.swap.clicked.connect(self.swap_wanted)
        self.fit = self._button("fit", self.tr("Fit"), "Ctrl+0")
        self.fit.clicked.connect(self.fit_wanted)
        self.zoom = QPushButton(self)
        set_role(self.zoom, "quiet")
        self.zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("2000 %") + sizes.px(18))
        self.zoom.setToolTip(self.tr("Zoom: choose a size, or turn the wheel on the picture"))
        menu = QMenu(self.zoom)
        menu.addAction(self.tr("Fit"), self.fit_wanted.emit)
        menu.addSeparator()
        for factor in ZOOMS:
            menu.addAction(f"{factor * 100:g} %", partial(self.zoom_chosen.emit, factor))
        self.zoom.setMenu(menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(sizes.px(20), sizes.px(6), sizes.px(12), sizes.px(4))
        layout.setSpacing(sizes.px(2))
        layout.addWidget(self.title)
        layout.addSpacing(sizes.px(8))
        layout.addWidget(self.details)
        layout.addStretch(1)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addWidget(self.swap)
        layout.addSpacing(sizes.px(10))
        layout.addWidget(self.fit)
        layout.addWidget(self.zoom)
        self.show_zoom(1.0)
        self.show_compare("off")

    def add_tool(self, action: QAction) -> QToolButton:
        """Put a button for an action before the ways to compare."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(self.swap.iconSize())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setAccessibleName(action.toolTip())
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            at = layout.indexOf(self.buttons[COMPARE[0]])
            layout.insertSpacing(at, metrics(self).px(10))
            layout.insertWidget(at, button)
        return button

    def show_zoom(self, zoom: float) -> None:
        """Show a zoom factor."""
        text = f"{zoom * 100:.0f} %"
        self.zoom.setText(text)
        self.zoom.setAccessibleName(self.tr("Zoom {zoom}").format(zoom=text))

    def show_compare(self, mode: str) -> None:
        """Mark a way to compare."""
        self.buttons[mode].setChecked(True)

    def show_title(self, title: str, details: str) -> None:
        """Name what is on the canvas."""
        letters = self.title.fontMetrics()
        room = letters.height() * MOST_TITLE  # a long title gives way, not the docks
        self.title.setText(letters.elidedText(title, Qt.TextElideMode.ElideRight, room))
        self.title.setToolTip(title)
        self.details.setText(details)

    def set_comparable(self, comparable: bool) -> None:
        """Comparing needs a photo and a result."""
        for button in self.buttons.values():
            button.setEnabled(comparable)
        self.swap.setEnabled(comparable)

    def _button(self, name: str, text: str, keys: str) -> QToolButton:
        sizes = metrics(self)
        button = QToolButton(self)
        button.setIcon(icon(name, "muted"))
        button.setIconSize(QSize(sizes.px(16), sizes.px(16)))
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  ({keys})")
        return button
