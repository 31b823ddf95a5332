"""The lane below the notes: a bar for each velocity; a line drawn across it is a ramp."""

from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.music.edit import LOUDEST
from studio.music.note import Column, Mask, Notes
from studio.ui import theme
from studio.ui.piano_roll import colours
from studio.ui.piano_roll.background import paint_time_lines, upright
from studio.ui.piano_roll.batches import Floats, fill, shades
from studio.ui.piano_roll.gestures import turn
from studio.ui.piano_roll.sheet import Preview, Sheet
from studio.ui.piano_roll.still import Still
from studio.ui.piano_roll.velocities import Point, along, under
from studio.ui.widgets.painting import pill

_WIDE = 5  # pixels of the design: a bar
_REACH = 7
_FINE = 0.25  # how much of the way counts with Alt


class VelocityLane(QWidget):
    """Press sets the velocity there, a drag draws a straight ramp, with Shift a free line.

    Where the press meets a selected note only the selected ones change; with Alt the hand is
    four times finer. The value is shown beside the pointer.
    """

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._still = Still(self)
        self._first: Point | None = None
        self._last: Point = (0.0, 0.0)
        self._allowed: Mask = np.zeros(0, np.bool_)
        self._changed: Mask = np.zeros(0, np.bool_)
        self._values: Column = np.zeros(0, np.int64)
        self._line = False
        self._pressed_y = 0.0
        self._bubble: tuple[QPointF, str] | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Velocities"))
        self.setToolTip(
            self.tr(
                "Press: velocity · drag: a ramp · Shift: a free line · Alt: finely · "
                "Ctrl+↑ ↓: louder, softer"
            )
        )
        for signal in (sheet.coordinates_changed, sheet.notes_changed):
            signal.connect(self.update)
        sheet.selection_changed.connect(lambda _: self.update())
        sheet.playhead_changed.connect(self._playhead_moved)
        sheet.song_changed.connect(self._stop)

    def _playhead_moved(self, before: int | None) -> None:
        for tick in (before, self._sheet.playhead):
            if tick is not None and self._sheet.is_seen(tick):
                x, wide = int(self._sheet.coordinates.x(tick)), theme.metrics(self).px(4)
                self.update(x - wide, 0, 2 * wide, self.height())

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(800), em.px(90))

    def minimumSizeHint(self) -> QSize:
        return QSize(20, theme.metrics(self).px(28))

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet, tokens = self._sheet, theme.tokens()
        base = sheet.notes if sheet.preview is None else sheet.preview.base
        self._still.keep(
            (base, sheet.song),
            (sheet.place, sheet.selection, sheet.coordinates),
            lambda painter: self._paint_still(painter, base),
        )
        painter = QPainter(self)
        self._still.draw(painter, event.rect())
        if sheet.preview is not None and len(sheet.preview.over):
            self._paint_bars(painter, sheet.preview.over, held=sheet.preview.held)
        if sheet.playhead is not None:
            upright(painter, sheet.coordinates, sheet.playhead, tokens.colour("text"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._line and self._first is not None:
            pen = QPen(tokens.colour("text"), 1.5 * sheet.coordinates.unit)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawLine(self._point(self._first), self._point(self._last))
        if self._bubble is not None:
            self._paint_bubble(painter, *self._bubble)
        painter.end()

    def _paint_still(self, painter: QPainter, notes: Notes) -> None:
        painter.fillRect(self.rect(), colours.row_fill(False, False))
        paint_time_lines(painter, self._sheet.song, self._sheet.coordinates)
        self._paint_levels(painter)
        self._paint_bars(painter, notes, held=False)

    def _paint_levels(self, painter: QPainter) -> None:
        _, grid, _, _ = colours.lines()
        for velocity in (32, 64, 96):
            y = round(self.y(velocity))
            painter.fillRect(0, y, self.width(), 1, grid)

    def _paint_bars(self, painter: QPainter, notes: Notes, *, held: bool) -> None:
        sheet, coordinates = self._sheet, self._sheet.coordinates
        begin, end = coordinates.ticks
        reach = round(_WIDE * coordinates.unit / coordinates.pace)
        first, last = np.searchsorted(notes.start, [begin - reach, end])
        start, velocity = notes.start[first:last], notes.velocity[first:last]
        selected = np.full(len(start), held)
        if sheet.selection and not held:
            selected = notes.mask(sheet.selection)[first:last]
        if len(start) > self.width():
            start, velocity, selected = _loudest(start, velocity, selected, coordinates.pace)
        ratio = coordinates.ratio
        room = min(_WIDE * coordinates.unit, 0.7 * self.width() / max(1, len(start)))
        wide = max(2.0, round(room * ratio)) / ratio
        boxes = np.empty((len(start), 4))
        boxes[:, 0] = np.round(coordinates.x(start) * ratio) / ratio
        boxes[:, 1], boxes[:, 2] = self.y(velocity), wide
        boxes[:, 3] = self.height() - boxes[:, 1]
        level = velocity * colours.SHADES // 128
        colour = sheet.colour
        if sheet.track.muted:
            colour = colours.mix(colour, theme.tokens().colour("faint"), 0.75)
        for chosen in (False, True):
            for shade in shades(level[selected == chosen]):
                same = boxes[(level == shade) & (selected == chosen)]
                self._paint_shade(painter, same, colours.shade(colour, shade, selected=chosen))

    def _paint_shade(self, painter: QPainter, boxes: Floats, colour: QColor) -> None:
        unit = 1 / self._sheet.coordinates.ratio
        body = boxes + np.array([0, unit, 0, -unit])
        fill(painter, body, colour)
        cap = boxes + np.array([unit, 0, -2 * unit, 0])
        cap[:, 3] = unit
        fill(painter, cap, colour)

    def _paint_bubble(self, painter: QPainter, at: QPointF, text: str) -> None:
        unit = self._sheet.coordinates.unit
        font = theme.small_font(self.font())
        right = at.x() > self.width() - 60 * unit
        x = at.x() - 10 * unit if right else at.x() + 10 * unit
        top = min(max(2.0, at.y() - 26 * unit), self.height() - 24 * unit)
        pill(painter, text, font, QPointF(x, max(2.0, top)), right=right)

    def y(self, velocity: Any) -> Any:
        """Where a velocity is; also for an array of them."""
        top = 6 * self._sheet.coordinates.unit
        return self.height() - velocity * (self.height() - top) / LOUDEST

    def velocity(self, y: float) -> float:
        """The velocity at ``y``, 1..127 with its fraction."""
        top = 6 * self._sheet.coordinates.unit
        found = (self.height() - y) * LOUDEST / max(1.0, self.height() - top)
        return min(float(LOUDEST), max(1.0, found))

    # -- pointer ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        notes = self._sheet.notes
        self._pressed_y = event.position().y()
        at = self._music(event)
        near = under(notes, at, at, self._reach)
        chosen = notes.mask(self._sheet.selection) if self._sheet.selection else ~near & False
        self._allowed = chosen if (near & chosen).any() else np.ones(len(notes), np.bool_)
        self._changed = np.zeros(len(notes), np.bool_)
        self._values = notes.velocity.copy()
        self._first = self._last = at
        self._draw(at, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._first is None:
            self._hover(event.position())
            return
        self._draw(self._music(event), event)

    def _draw(self, at: Point, event: QMouseEvent) -> None:
        """Give the notes below the line their velocities, without asking for them yet."""
        assert self._first is not None
        notes = self._sheet.notes
        free = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        first = self._last if free else self._first
        if not free:
            self._changed = np.zeros(len(notes), np.bool_)
            self._values = notes.velocity.copy()
        allowed = notes.where(self._allowed)
        mask = np.zeros(len(notes), np.bool_)
        mask[np.flatnonzero(self._allowed)] = under(allowed, first, at, self._reach)
        self._values[mask] = along(notes.start[mask], first, at)
        self._changed |= mask
        self._last = at
        self._line = not free and abs(at[0] - first[0]) > self._reach
        over = notes.altered(mask | self._changed, velocity=self._values[self._changed])
        self._sheet.set_preview(
            Preview(notes.where(~self._changed), over.where(self._changed), held=False)
        )
        self._bubble = (event.position(), str(round(at[1])))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._first is None:
            return
        notes, changed = self._sheet.notes, self._changed
        values = self._values[changed]
        self._stop()
        if (values != notes.velocity[changed]).any():
            self._sheet.remember(velocity=int(values[-1]))
            self._sheet.edit(self.tr("Velocity"), notes.altered(changed, velocity=values))
        else:
            self._sheet.set_preview(None)
        self._hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        if self._first is None:
            self._bubble = None
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn(self._sheet, event, QPointF(event.position().x(), 0), upright=False)

    def _stop(self) -> None:
        self._first = None
        self._line = False
        self.update()

    def _hover(self, at: QPointF) -> None:
        """Show the value of the bar below the pointer."""
        notes = self._sheet.notes
        tick = self._sheet.coordinates.time(at.x())
        near = np.flatnonzero(under(notes, (tick, 0), (tick, 0), self._reach))
        bubble = None
        if len(near):
            values = notes.velocity[near]
            closest = int(values[np.abs(values - self.velocity(at.y())).argmin()])
            bubble = (at, str(closest))
        if bubble != self._bubble:
            self._bubble = bubble
            self.update()

    @property
    def _reach(self) -> float:
        return _REACH * self._sheet.coordinates.unit / self._sheet.coordinates.pace

    def _music(self, event: QMouseEvent) -> Point:
        at = event.position()
        y = at.y()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and self._first is not None:
            y = self._pressed_y + (y - self._pressed_y) * _FINE
        half = _WIDE / 2 * self._sheet.coordinates.unit  # a bar stands to the right of its tick
        return self._sheet.coordinates.time(at.x() - half), self.velocity(y)

    def _point(self, music: Point) -> QPointF:
        half = _WIDE / 2 * self._sheet.coordinates.unit
        x = music[0] * self._sheet.coordinates.pace - self._sheet.coordinates.offset
        return QPointF(x + half, self.y(music[1]))


def _loudest(
    start: Column, velocity: Column, selected: Mask, pace: float
) -> tuple[Column, Column, Mask]:
    """One bar a pixel, the loudest, where there are more notes than can be seen."""
    column = (start * pace).astype(np.int64)
    order = np.lexsort((velocity, column))
    last = np.append(column[order][1:] != column[order][:-1], True)
    kept = order[last]
    return start[kept], velocity[kept], selected[kept]
