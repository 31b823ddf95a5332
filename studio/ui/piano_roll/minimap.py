"""The whole song in a strip, with a window on what is seen that can be dragged."""

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.music.note import Notes
from studio.ui import theme
from studio.ui.piano_roll import colours
from studio.ui.piano_roll.dense import coverage, indexed
from studio.ui.piano_roll.gestures import turn
from studio.ui.piano_roll.sheet import Sheet
from studio.ui.widgets.painting import ring

HIGH = 26  # pixels of the design
_LEAST = 10  # pixels of the window, so that it can be grasped


class Minimap(QWidget):
    """Drag the window to scroll, press beside it to go there; its ends zoom."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._picture = QPixmap()
        self._picture_of: tuple[Any, ...] = ()
        self._grabbed: tuple[str, float] | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The whole song"))
        self.setToolTip(
            self.tr("Drag the window: scroll · its ends: zoom · + −: zoom · Ctrl+0: see all")
        )
        for signal in (sheet.coordinates_changed, sheet.song_changed):
            signal.connect(self.update)
        sheet.track_changed.connect(lambda _: self.update())
        sheet.playhead_changed.connect(lambda _: self.update())

    def sizeHint(self) -> QSize:
        return QSize(200, theme.metrics(self).px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(20, theme.metrics(self).px(HIGH))

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._keep_picture()
        painter = QPainter(self)
        tokens, unit = theme.tokens(), self._sheet.coordinates.unit
        painter.drawPixmap(0, 0, self._picture)
        window = self.window_box()
        shade = colours.faded(tokens.colour("ground"), 0.55)
        painter.fillRect(QRectF(0, 0, window.left(), self.height()), shade)
        right = window.right()
        painter.fillRect(QRectF(right, 0, self.width() - right, self.height()), shade)
        if self._sheet.playhead is not None:
            x = self._x(self._sheet.playhead)
            painter.fillRect(QRectF(x, 0, max(1.0, unit), self.height()), tokens.colour("text"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lively = self.underMouse() or self._grabbed is not None
        colour = tokens.colour("muted" if lively else "faint")
        ring(painter, window, 4 * unit, colour, max(1.0, 1.5 * unit))
        painter.end()

    def window_box(self) -> QRectF:
        """Where the window on what is seen stands."""
        begin, end = self._sheet.coordinates.ticks
        left, right = self._x(begin), min(float(self.width()), self._x(end))
        least = _LEAST * self._sheet.coordinates.unit
        if right - left < least:
            middle = (left + right) / 2
            left = min(max(0.0, middle - least / 2), self.width() - least)
            right = left + least
        return QRectF(left, 0.5, right - left, self.height() - 1)

    def _keep_picture(self) -> None:
        sheet, ratio = self._sheet, self.devicePixelRatioF()
        size, name = self.size(), theme.current()
        now = (sheet.song, sheet.place, sheet.coordinates.length, size, ratio, name)
        before = self._picture_of
        if before and before[0] is now[0] and before[1:] == now[1:]:
            return
        self._picture_of = now
        self._picture = QPixmap(self.size() * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(theme.tokens().colour("panel"))
        painter = QPainter(self._picture)
        self._paint_loop(painter)
        low, high = _range(sheet.song.tracks)
        order = [n for n in range(len(sheet.song.tracks)) if n != sheet.place]
        for place in [*order, sheet.place] if sheet.song.tracks else []:
            track = sheet.song.tracks[place]
            colour = colours.track_colour(place, track)
            colour = colour if place == sheet.place else colours.ghost(colour)
            self._paint_track(painter, track.notes, colour, low, high)
        painter.end()

    def _paint_track(
        self, painter: QPainter, notes: Notes, colour: QColor, low: int, high: int
    ) -> None:
        if not len(notes):
            return
        ratio, unit = self.devicePixelRatioF(), self._sheet.coordinates.unit
        wide, rows = round(self.width() * ratio), round(self.height() * ratio)
        thick, margin = max(1, round(1.5 * unit * ratio)), 3 * unit * ratio
        pace = wide / self._sheet.coordinates.length
        left = np.rint(notes.start * pace).astype(np.int64)
        right = np.rint((notes.start + notes.length) * pace).astype(np.int64)
        down = (high - notes.pitch) / max(1, high - low) * (rows - 2 * margin - thick)
        row = np.rint(margin + down).astype(np.int64)
        there = coverage(left, right, row, np.ones(len(notes)), rows, wide) > 0.5
        cells = there.copy()
        for by in range(1, thick):
            cells[by:] |= there[:-by]
        image = indexed(cells.astype(np.uint8), [colour])
        image.setDevicePixelRatio(ratio)
        painter.drawImage(0, 0, image)

    def _paint_loop(self, painter: QPainter) -> None:
        loop = self._sheet.song.loop
        if loop is None or not loop.on:
            return
        colour = colours.faded(theme.tokens().colour("accent"), 0.16)
        left, right = self._x(loop.start), self._x(loop.end)
        painter.fillRect(QRectF(left, 0, right - left, self.height()), colour)

    def _x(self, tick: float) -> float:
        return tick * self.width() / max(1, self._sheet.coordinates.length)

    # -- pointer ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x, window = event.position().x(), self.window_box()
        part = self._part(event.position())
        if part == "":
            self._show(x - window.width() / 2)
            part, window = "window", self.window_box()
        self._grabbed = (part, x - window.left())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            self._point(event.position())
            return
        part, into = self._grabbed
        x = event.position().x()
        if part == "window":
            self._show(x - into)
        else:
            self._zoom(part, x)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self._point(event.position())
        self.update()

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        middle = QPointF(self._sheet.coordinates.width / 2, 0)
        turn(self._sheet, event, middle, upright=False)

    def _show(self, left: float) -> None:
        coordinates = self._sheet.coordinates
        tick = left / max(1, self.width()) * coordinates.length
        self._sheet.set_coordinates(replace(coordinates, left=tick).held())

    def _zoom(self, part: str, x: float) -> None:
        """Let the window end, or begin, at ``x``."""
        coordinates = self._sheet.coordinates
        tick = x / max(1, self.width()) * coordinates.length
        begin, end = coordinates.time(0), coordinates.time(coordinates.width)
        begin, end = (tick, end) if part == "start" else (begin, tick)
        if end - begin < 60:
            return
        factor = (coordinates.width / (end - begin)) / coordinates.pace
        made = replace(coordinates, zoom_x=coordinates.zoom_x * factor, left=max(0.0, begin))
        self._sheet.set_coordinates(made.held())

    def _part(self, at: QPointF) -> str:
        window, edge = self.window_box(), 5 * self._sheet.coordinates.unit
        if abs(at.x() - window.right()) <= edge and window.width() > 4 * edge:
            return "end"
        if abs(at.x() - window.left()) <= edge and window.width() > 4 * edge:
            return "start"
        return "window" if window.contains(QPointF(at.x(), window.center().y())) else ""

    def _point(self, at: QPointF) -> None:
        shapes = Qt.CursorShape
        part = self._part(at)
        shape = shapes.OpenHandCursor if part == "window" else shapes.SizeHorCursor
        self.setCursor(shape if part else shapes.PointingHandCursor)


def _range(tracks: Any) -> tuple[int, int]:
    """The lowest and the highest pitch of the song, with some room."""
    lows = [int(track.notes.pitch.min()) for track in tracks if len(track.notes)]
    highs = [int(track.notes.pitch.max()) for track in tracks if len(track.notes)]
    return (min(lows) - 1, max(highs) + 1) if lows else (36, 84)
