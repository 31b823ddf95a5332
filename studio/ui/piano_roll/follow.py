"""Turns the page when the playhead comes to its end, unless the hand has gone elsewhere."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject

from studio.ui.piano_roll.sheet import Sheet

_END, _BEGIN = 0.9, 0.1  # of the width: where the page is turned, and where the playhead is then
_PAUSE = 0.4  # seconds without a move, after which the song is played, or sought, anew


class Follow(QObject):
    """Follows while it is ``on``.

    Where the hand scrolls away from the playhead while it moves, it is left there until the
    playhead comes by, or until the song is started or sought again.
    """

    def __init__(self, sheet: Sheet, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self.on = True
        self._sheet = sheet
        self._busy = busy
        self._tick = 0
        self._moved = 0.0
        self._away = False
        self._paging = False
        sheet.coordinates_changed.connect(self._scrolled)

    def move(self, tick: int) -> None:
        """The playhead is at ``tick`` now."""
        now = time.monotonic()
        anew = now - self._moved > _PAUSE
        before, self._tick, self._moved = self._tick, tick, now
        if tick == before or not self.on or self._busy():
            return
        coordinates = self._sheet.coordinates
        seen = 0 <= coordinates.x(tick) <= coordinates.width * _END
        if seen or anew:
            self._away = False
        if not seen and not self._away:
            self._paging = True
            self._sheet.set_coordinates(coordinates.paged(tick, _BEGIN))
            self._paging = False

    def _scrolled(self) -> None:
        if not self._paging:
            coordinates = self._sheet.coordinates
            self._away = not 0 <= coordinates.x(self._tick) <= coordinates.width
