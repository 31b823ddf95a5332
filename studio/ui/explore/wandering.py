"""Lets the place stray smoothly by itself, as long as it plays."""

import time
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QToolButton

from studio.ui.explore.exploring import Exploring
from studio.ui.icons import icon

ROUND = 30.0
"""Seconds of one round trip."""
USUAL = 0.35
"""The radius where none was chosen."""
_BEAT = 33  # ms


class Wandering(QObject):
    """Shows place after place beside the document's; where it stops is one step to undo."""

    def __init__(self, exploring: Exploring, button: QToolButton) -> None:
        super().__init__(button)
        self._exploring = exploring
        self._button = button
        self._began = 0.0
        self._turns = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._stray)
        button.toggled.connect(self._toggle)
        exploring.active_changed.connect(lambda on: None if on else self.stop())

    @property
    def playing(self) -> bool:
        """Whether it wanders."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Stay where it is."""
        self._button.setChecked(False)

    def _toggle(self, on: bool) -> None:
        exploring, place = self._exploring, self._exploring.place
        self._button.setIcon(icon("pause" if on else "play", "accent" if on else "muted"))
        if on:
            self._turns, self._began = place.turns, time.monotonic()
            if not place.wander:
                exploring.move(self.tr("Let it wander"), wander=USUAL)
            exploring.begin()
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            turns = round(self._now(), 5)
            if exploring.active:
                exploring.move(self.tr("Wander"), turns=turns)

    def _now(self) -> float:
        return self._turns + (time.monotonic() - self._began) / ROUND

    def _stray(self) -> None:
        self._exploring.look(replace(self._exploring.place, turns=self._now()))
