"""Melodies as pictures: a small piano roll on the map and in the slots, a large one on the canvas.

Long melodies stand in several systems, one below the other, as on a sheet of music.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QImage, QLinearGradient, QPainter

from studio.music.melody_grid import FIRST, HOLD, LOW, Steps
from studio.tasks.dreaming import Dream
from studio.ui import theme
from studio.ui.piano_roll.colours import mix

LEAST_SPAN = 18
"""Semitones that a picture is high at least."""
_BAR, _BEAT = 16, 4  # steps
_DARK = (1, 3, 6, 8, 10)
_BARS_IN_SMALL, _BARS_IN_LARGE = 8, 4  # of a system
_LARGE = 320  # pixels of a side from which on a picture shows rows and beats
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Bar:
    """A note as a bar of the roll: steps from ``begin`` to ``end`` (excluded), MIDI pitch."""

    begin: int
    end: int
    pitch: int


def roll_thumbnail(dream: Dream, side: int, ratio: float = 1.0) -> QImage:
    """A melody as a square of ``side`` logical pixels for a device pixel ratio; takes no time."""
    image = _drawn(dream.melody, max(8, round(side * ratio)))
    image.setDevicePixelRatio(ratio)
    return image


def melody_picture(dream: Dream, size: int) -> Pixels:
    """A melody as a large picture for the canvas: (size, size, 3), read-only."""
    image = _drawn(dream.melody, max(8, size)).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    pixels = rows[:, : 3 * image.width()].copy().reshape(-1, image.width(), 3)
    pixels.flags.writeable = False
    return pixels


def bars_of(melody: Steps) -> tuple[Bar, ...]:
    """The notes of a melody's symbols (T,), in order."""
    edges = np.flatnonzero(melody != HOLD)
    until = np.append(edges[1:], len(melody))
    return tuple(
        Bar(begin, end, symbol - FIRST + LOW)
        for begin, end, symbol in zip(
            edges.tolist(), until.tolist(), melody[edges].tolist(), strict=True
        )
        if symbol >= FIRST
    )


def _drawn(melody: Steps | None, side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(theme.tokens().colour("raised"))
    if melody is not None and len(melody):
        painter = QPainter(image)
        _Roll(melody, side).paint(painter)
        painter.end()
    return image


class _Roll:
    """Where everything of a melody lies in a square of so many pixels."""

    def __init__(self, melody: Steps, side: int) -> None:
        self.bars = bars_of(melody)
        self.side, self.steps = side, len(melody)
        self.large = side >= _LARGE
        in_system = _BAR * (_BARS_IN_LARGE if self.large else _BARS_IN_SMALL)
        self.systems = max(1, -(-self.steps // in_system))
        self.row_steps = -(-self.steps // self.systems // _BAR) * _BAR
        pitches = [bar.pitch for bar in self.bars] or [LOW + 18]
        low, high = min(pitches), max(pitches)
        spare = max(0, LEAST_SPAN - (high - low + 1))
        self.low, self.high = low - spare // 2 - 1, high + (spare + 1) // 2 + 1
        edge = side / 24 if self.large else side / 16
        self.left, self.width = edge, side - 2 * edge
        gap = edge * (0.9 if self.large else 0.6)
        self.gap = gap
        self.height = (side - 2 * edge - gap * (self.systems - 1)) / self.systems
        if self.large:  # a melody of few bars is no taller than it looks well
            self.height = min(self.height, 0.62 * side)
        filled = self.systems * self.height + gap * (self.systems - 1)
        self.top = (side - filled) / 2
        self.pitch_height = self.height / (self.high - self.low + 1)

    def paint(self, painter: QPainter) -> None:
        for system in range(self.systems):
            if self.large:
                self._paint_ground(painter, system)
            self._paint_lines(painter, system)
        painter.setPen(Qt.PenStyle.NoPen)
        boxes = self._boxes()
        if not self.large:  # in one colour, which is quick
            every = [box for of_pitch in boxes.values() for box in of_pitch]
            _paint_notes(painter, every, QBrush(theme.tokens().colour("accent")), 2.6)
            return
        for pitch, of_pitch in boxes.items():
            _paint_notes(painter, of_pitch, self._brush(pitch), 3.2)

    def _boxes(self) -> dict[int, list[QRectF]]:
        """The notes by pitch; one that goes on in the next system is drawn in both."""
        boxes: dict[int, list[QRectF]] = {}
        for bar in self.bars:
            begin = bar.begin
            while begin < bar.end:
                system = begin // self.row_steps
                end = min(bar.end, (system + 1) * self.row_steps)
                first = system * self.row_steps
                box = self._box(system, bar.pitch, begin - first, end - first)
                boxes.setdefault(bar.pitch, []).append(box)
                begin = end
        return boxes

    def _box(self, system: int, pitch: int, begin: int, end: int) -> QRectF:
        """A note on whole pixels, so that it is sharp and apart from the next one."""
        tall = max(2, round(self.pitch_height * (0.86 if self.large else 1.3)))
        middle = self._y(system) + (self.high - pitch + 0.5) * self.pitch_height
        left, right = round(self._x(begin)), round(self._x(end))
        between = max(1, round(self.side / 340)) if right - left > 1 else 0
        return QRectF(left, round(middle - tall / 2), max(1, right - left - between), tall)

    def _brush(self, pitch: int) -> QBrush:
        """The accent with a little shine, and higher notes a little lighter."""
        share = (pitch - self.low) / (self.high - self.low)
        colour = _mixed("accent", "accent_hover", share)
        shine = QLinearGradient(QPointF(0, 0), QPointF(0, 1))
        shine.setCoordinateMode(QGradient.CoordinateMode.ObjectMode)
        shine.setColorAt(0, colour.lighter(110))
        shine.setColorAt(1, colour.darker(107))
        return QBrush(shine)

    def _y(self, system: int) -> float:
        return self.top + system * (self.height + self.gap)

    def _x(self, step: int) -> float:
        return self.left + step * self.width / self.row_steps

    def _paint_ground(self, painter: QPainter, system: int) -> None:
        """The rows of black keys, darker, and the line below each C."""
        colours = theme.tokens()
        top = self._y(system)
        painter.fillRect(
            QRectF(self.left, top, self.width, self.height), _mixed("raised", "panel", 0.55)
        )
        for pitch in range(self.low, self.high + 1):
            y = top + (self.high - pitch) * self.pitch_height
            if pitch % 12 in _DARK:
                box = QRectF(self.left, y, self.width, self.pitch_height)
                painter.fillRect(box, _mixed("ground", "panel", 0.6))
            if pitch % 12 == 0:
                line = QRectF(self.left, round(y + self.pitch_height) - 1, self.width, 1)
                painter.fillRect(line, colours.colour("line"))

    def _paint_lines(self, painter: QPainter, system: int) -> None:
        """Lines of bars, and of beats where there is room."""
        top, thick = self._y(system), max(1, round(self.side / 512))
        bar = _mixed("line", "faint", 0.5) if self.large else _mixed("raised", "line", 0.65)
        beat = _mixed("line", "panel", 0.3)
        last = min(self.row_steps, self.steps - system * self.row_steps)
        for step in range(0, last + 1, _BEAT if self.large else _BAR):
            whole = step % _BAR == 0
            if not self.large and step in (0, last):
                continue
            wide = thick if whole else 1
            x = round(self._x(step) - wide / 2)
            painter.fillRect(QRectF(x, top, wide, self.height), bar if whole else beat)


def _paint_notes(painter: QPainter, boxes: list[QRectF], brush: QBrush, roundness: float) -> None:
    """Paint boxes of one height, with round corners where they are large enough to show them."""
    if not boxes:
        return
    painter.setBrush(brush)
    tall = boxes[0].height()
    if tall / roundness < 1.8:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawRects(boxes)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in boxes:
        radius = min(tall, box.width()) / roundness
        painter.drawRoundedRect(box, radius, radius)


def _mixed(one: str, other: str, share: float) -> QColor:
    colours = theme.tokens()
    return mix(colours.colour(one), colours.colour(other), share)
