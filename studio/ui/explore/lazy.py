"""A place in a dock whose content is built when it is first wanted."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Lazy(QWidget):
    """Holds nothing until ``fill`` is called, so that the window opens soon."""

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
