"""One choice out of a few, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from studio.ui import theme


class SegmentedControl(QWidget):
    """Buttons of equal width of which exactly one is down; the arrow keys move along them.

    An option is ``(id, text)`` or ``(id, text, tooltip)``. ``filled`` paints the chosen one in the
    accent, otherwise it gets an outline. ``currentChanged`` comes from the user's hand only.
    """

    currentChanged = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, ...]],
        *,
        name: str = "",
        filled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.metrics(self).px(3))
        for key, text, *tooltip in options:
            button = QPushButton(text, self)
            button.setProperty("segment", "true" if filled else "line")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{name}: {text}" if name else text)
            button.setToolTip(tooltip[0] if tooltip else "")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text))
            button.clicked.connect(lambda _=False, key=key: self._chosen(key))
            self._group.addButton(button)
            self._buttons[key] = button
            layout.addWidget(button, 1)
        if not self._buttons:
            raise ValueError("a segmented control needs options")
        self._current = next(iter(self._buttons))
        self._buttons[self._current].setChecked(True)

    def current(self) -> str:
        """The id of the chosen option."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose an option; emits nothing. KeyError for an id that is not there."""
        self._buttons[key].setChecked(True)
        self._current = key

    def set_option_enabled(self, key: str, enabled: bool, tooltip: str | None = None) -> None:
        """Let an option be chosen or not, and say why."""
        self._buttons[key].setEnabled(enabled)
        if tooltip is not None:
            self._buttons[key].setToolTip(tooltip)

    def set_option_icon(self, key: str, icon: QIcon) -> None:
        """Give an option an icon."""
        self._buttons[key].setIcon(icon)

    def button(self, key: str) -> QPushButton:
        """The button of an option."""
        return self._buttons[key]

    def _chosen(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self.currentChanged.emit(key)
