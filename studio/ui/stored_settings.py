"""The settings as they are now, written to disk a moment after they changed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from studio import settings as store
from studio.settings import Settings

MOST_RECENT = 10
SOON = 1_000  # ms


class StoredSettings(QObject):
    """Holds the frozen ``Settings`` and replaces them; ``write`` at the latest at shutdown."""

    changed = Signal(object)  # Settings

    def __init__(self, value: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._written = value
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.write)

    @property
    def value(self) -> Settings:
        """The settings now."""
        return self._value

    def change(self, **fields: Any) -> None:
        """Replace fields of the settings and tell who cares."""
        value = replace(self._value, **fields)
        if value == self._value:
            return
        self._value = value
        self._timer.start(SOON)
        self.changed.emit(value)

    def add_recent(self, path: Path) -> None:
        """Put a project first in the list of recent ones."""
        text = str(path)
        others = [other for other in self._value.recent if other != text]
        self.change(recent=(text, *others)[:MOST_RECENT])

    def drop_recent(self, path: Path) -> None:
        """Take a project that is gone out of the list."""
        self.change(recent=tuple(one for one in self._value.recent if one != str(path)))

    def write(self) -> None:
        """Write the settings file when something changed; small, so the GUI thread may."""
        self._timer.stop()
        if self._value != self._written:
            store.save(self._value)
            self._written = self._value
