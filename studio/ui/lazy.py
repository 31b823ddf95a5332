"""A place in a dock whose content is built when it is first wanted, or when it is seen."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Lazy(QWidget):
    """Holds nothing until ``fill`` is called or it is seen, so that the window opens soon."""

    def __init__(self, build: Callable[[QWidget], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build: Callable[[QWidget], QWidget] | None = build
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def filled(self) -> bool:
        """Whether the content is there."""
        return self._build is None

    def fill(self) -> None:
        """Build the content, if it is not there yet."""
        build, self._build = self._build, None
        if build is not None:
            self._layout.addWidget(build(self))

    def fill_later(self, wait: int) -> None:
        """Build it after so many milliseconds, if nobody wants it sooner."""
        QTimer.singleShot(wait, self, self.fill)

    def showEvent(self, event: QShowEvent) -> None:
        """Build what is seen, once the window is painted."""
        super().showEvent(event)
        if not self.filled:
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if not self.visibleRegion().isEmpty():  # a dock that lies behind another is shown too
            self.fill()
