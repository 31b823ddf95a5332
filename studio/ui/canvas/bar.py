"""The row above the canvas: zoom, fit, ways of comparing and the swap, for the mouse."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from studio.ui import icons, theme
from studio.ui.canvas.canvas import Canvas
from studio.ui.canvas.stage import Compare

_ZOOMS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
_KEYS = {1.0: "Ctrl+1", 2.0: "Ctrl+2", 4.0: "Ctrl+3", 8.0: "Ctrl+4"}


class CanvasBar(QWidget):
    """Buttons that follow the canvas and act on it; they stand at the right of the row."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("View"))
        self._canvas = canvas
        self.zoom_button = QToolButton(self)
        self.zoom_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom_button.setToolTip(self.tr("Zoom (wheel over the picture, + and −)"))
        self.zoom_button.setMenu(self._zoom_menu())
        self.fit_button = self._button("fit", self.tr("Fit"), self.tr("Fit the window (Ctrl+0)"))
        self.fit_button.clicked.connect(canvas.fit)
        self.compare_buttons: dict[str, QToolButton] = {}
        group = QActionGroup(self)
        group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.metrics(self).px(2))
        layout.addStretch(1)
        layout.addWidget(self.zoom_button)
        layout.addWidget(self.fit_button)
        layout.addSpacing(theme.metrics(self).px(12))
        for mode, words in self._modes():
            button = self._compare_button(mode, words, group)
            self.compare_buttons[mode] = button
            layout.addWidget(button)
        self.swap_button = self._button("swap", self.tr("Swap"), self.tr("Swap the sides (C)"))
        self.swap_button.clicked.connect(canvas.swap)
        layout.addWidget(self.swap_button)
        canvas.zoomChanged.connect(self._show_zoom)
        canvas.compareChanged.connect(self._show_compare)
        self._show_zoom()
        self._show_compare(canvas.compare())

    def _modes(self) -> tuple[tuple[Compare, str], ...]:
        return (
            ("off", self.tr("Result alone (M)")),
            ("split", self.tr("Compare: split (M)")),
            ("side", self.tr("Compare: side by side (M)")),
            ("hold", self.tr("Compare: hold the picture to see the photo (M)")),
        )

    def _button(self, icon: str, name: str, tooltip: str) -> QToolButton:
        button = QToolButton(self)
        side = theme.metrics(self).px(18)
        button.setIcon(icons.icon(icon, "muted"))
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(name)
        button.setToolTip(tooltip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _compare_button(self, mode: Compare, words: str, group: QActionGroup) -> QToolButton:
        action = QAction(icons.icon(f"compare-{mode}", "muted"), words, self)
        action.setCheckable(True)
        action.triggered.connect(lambda: self._canvas.set_compare(mode))
        group.addAction(action)
        button = self._button(f"compare-{mode}", words, words)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        fit = menu.addAction(self.tr("Fit the window") + "\tCtrl+0")
        fit.triggered.connect(self._canvas.fit)
        menu.addSeparator()
        for zoom in _ZOOMS:
            keys = f"\t{_KEYS[zoom]}" if zoom in _KEYS else ""
            entry = menu.addAction(f"{zoom * 100:.0f} %{keys}")
            entry.triggered.connect(lambda _=False, zoom=zoom: self._canvas.zoom_to(zoom))
        return menu

    def _show_zoom(self) -> None:
        text = self._canvas.zoom_text()
        self.zoom_button.setText(text)
        self.zoom_button.setAccessibleName(self.tr("Zoom, {text}").format(text=text))

    def _show_compare(self, mode: str) -> None:
        self.compare_buttons[mode].defaultAction().setChecked(True)
