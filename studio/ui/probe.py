"""Measures a window from inside its own process, and answers on stdout: what ``--bench`` runs."""

import math
import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.ui import style_settings

if TYPE_CHECKING:
    from studio.ui.main_window import MainWindow

MOVES, _WARM = 15, 2
DRAGGED = 4.0  # seconds
_BEAT = 16  # ms of a timer that shows how soon the window answers
_MOUSE = 8  # ms between two moves of a mouse
_PATIENCE = 60.0  # seconds


class FirstPaint(QObject):
    """Ends the process when the window is painted first: ``visible``, or ``torch`` if that is in.

    ``torch`` means that it was imported before anybody saw a window.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer at the first paint."""
        if event.type() == QEvent.Type.Paint:
            answer("torch" if "torch" in sys.modules else "visible")
        return False


def answer(text: str) -> NoReturn:
    """Say it and end the process at once, workers and all."""
    sys.stdout.write(text)
    sys.stdout.flush()
    os._exit(0)


def move_a_slider(app: QApplication, window: "MainWindow") -> NoReturn:
    """Change the strength again and again; answers the median of seconds until it is painted."""
    seen: list[object] = []
    spent = []
    window.live.previewed.connect(seen.append)
    window.resize(1400, 900)
    _wait(app, window, lambda: window.live.full is not None)
    for move in range(MOVES):
        strength = 0.2 + 0.05 * (7 * move % MOVES)
        seen.clear()
        began = time.perf_counter()
        document = style_settings.with_values(window.editor.document, {"strength": strength})
        window.editor.edit("Change strength", document, merge="drag")
        _wait(app, window, lambda: bool(seen))
        window.workbench.canvas.repaint()
        spent.append(time.perf_counter() - began)
        _wait(app, window, lambda: window.live.full is not None)
    answer(str(statistics.median(spent[_WARM:])))


def drag_the_map(app: QApplication, window: "MainWindow") -> NoReturn:
    """Drag over the map of the first space in circles; answers two numbers.

    They are dreams a second on the canvas, and the 99th percentile of the milliseconds between two
    ticks of a timer that should be 16.
    """
    explorer = window.explorer
    exploring, pad = explorer.exploring, explorer.panel.pad
    window.resize(1400, 900)
    explorer.open()
    exploring.begin()
    _wait(app, window, lambda: exploring.dream is not None)
    dreams: list[object] = []
    ticks = []
    timer = QTimer(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    middle = pad.rect().center()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=middle)
    exploring.dreamt.connect(dreams.append)
    began = time.perf_counter()

    def move() -> None:
        gone = time.perf_counter() - began
        reach = 0.35 * pad.width()
        around = QPoint(round(reach * math.cos(gone)), round(reach * math.sin(1.3 * gone)))
        QTest.mouseMove(pad, middle + around)

    hand = QTimer(window)
    hand.setTimerType(Qt.TimerType.PreciseTimer)
    hand.timeout.connect(move)
    hand.start(_MOUSE)
    timer.start(_BEAT)
    QTimer.singleShot(round(1000 * DRAGGED), app.quit)
    app.exec()
    gaps = sorted(1000 * (after - before) for before, after in pairwise(ticks))
    answer(f"{len(dreams) / DRAGGED:.1f} {gaps[int(0.99 * len(gaps))]:.1f}")


def _wait(app: QApplication, window: "MainWindow", there: Callable[[], bool]) -> None:
    latest = time.perf_counter() + _PATIENCE
    while not there():
        app.processEvents()
        time.sleep(0.001)
        if time.perf_counter() > latest:
            answer(" ".join(window.messages.texts()) or "nothing was painted")
