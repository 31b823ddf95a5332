"""The field of the notes: paints them, and hands pointer and keys on."""

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.music.note import HIGHEST, Note, Notes
from studio.music.theory import pitch_name
from studio.ui import theme
from studio.ui.instrument_words import drum_word
from studio.ui.piano_roll import colours
from studio.ui.piano_roll.background import paint_background, upright
from studio.ui.piano_roll.coordinates import PITCHES
from studio.ui.piano_roll.gestures import Gestures, turn
from studio.ui.piano_roll.hits import hit
from studio.ui.piano_roll.note_painting import (
    Look,
    NotePainter,
    note_boxes,
    plain,
    visible,
)
from studio.ui.piano_roll.sheet import Sheet
from studio.ui.piano_roll.still import Still
from studio.ui.widgets.painting import ring

_DASHED = 2_000  # dashed notes at most; more are painted as faint ones
_AUTOSCROLL = 16  # ms between two steps while the pointer is held beyond the edge


class Field(QWidget):
    """The paper on which notes are written; a view of the sheet.

    What stands still is kept as a picture, so that the playhead, a rubber band and notes in the
    hand cost only themselves.
    """

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._notes = NotePainter()
        self._drums = tuple(drum_word(pitch) for pitch in range(HIGHEST + 1))
        self._still = Still(self)
        self._pointer = QPointF()
        self.gestures = Gestures(sheet, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setWhatsThis(
            self.tr(
                "Press and drag: draw, or move a note and resize it at its ends · Shift: a copy · "
                "Alt: off the grid · Ctrl: select in a box · right button: erase · "
                "1 pencil, 2 select"
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._scroll = QTimer(self)
        self._scroll.setInterval(_AUTOSCROLL)
        self._scroll.timeout.connect(self._scroll_on)
        for signal in (
            *(sheet.coordinates_changed, sheet.notes_changed, sheet.cursor_changed),
            *(sheet.grid_changed,),
        ):
            signal.connect(self.update)
        sheet.selection_changed.connect(lambda _: self.update())
        sheet.playhead_changed.connect(self._playhead_moved)
        sheet.song_changed.connect(self._song_changed)
        sheet.tool_changed.connect(lambda _: self._point())

    @property
    def sheet(self) -> Sheet:
        """What is shown here."""
        return self._sheet

    def place_at(self, at: QPoint) -> int | None:
        """The place in the track of the note at a point."""
        found = hit(self._sheet.notes, self._sheet.coordinates, at.x(), at.y())
        if found is None:
            return None
        return int(np.flatnonzero(self._sheet.notes.ids == found.note.id)[0])

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet, box = self._sheet, event.rect()
        self._keep_still()
        painter = QPainter(self)
        self._still.draw(painter, box)
        if sheet.preview is not None and len(sheet.preview.over):
            look = self._look(selected=sheet.preview.held)
            self._notes.paint(painter, sheet.preview.over, sheet.coordinates, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cursor(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if sheet.playhead is not None:
            upright(painter, sheet.coordinates, sheet.playhead, theme.tokens().colour("text"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_band(painter)
        if self.hasFocus() and self._by_keys:
            wide = theme.metrics(self).px(2)
            ring(painter, QRectF(self.rect()), 0, theme.tokens().colour("focus"), wide)
        painter.end()

    _by_keys = False

    def _keep_still(self) -> None:
        sheet = self._sheet
        base = sheet.notes if sheet.preview is None else sheet.preview.base
        self._still.keep(
            (base, sheet.song, sheet.ghosts),
            (sheet.place, sheet.selection, sheet.replaced, sheet.coordinates, sheet.grid),
            lambda painter: self._paint_still(painter, base),
        )

    def _paint_still(self, painter: QPainter, base: Notes) -> None:
        sheet, coordinates = self._sheet, self._sheet.coordinates
        if coordinates.row * PITCHES < self.height():
            painter.fillRect(self.rect(), colours.row_fill(False, False))
        paint_background(painter, sheet.song, coordinates, sheet.grid, drums=sheet.track.drums)
        self._paint_loop(painter)
        for place, track in enumerate(sheet.song.tracks):
            if place != sheet.place and not track.muted and len(track.notes):
                faint = plain(colours.ghost(colours.track_colour(place, track)))
                self._notes.paint(painter, track.notes, coordinates, faint)
        if sheet.replaced:
            gone = base.mask(sheet.replaced)
            faint = plain(colours.mix(colours.row_fill(True, False), sheet.colour, 0.2))
            self._notes.paint(painter, base.where(gone), coordinates, faint)
            base = base.where(~gone)
        mask = base.mask(sheet.selection) if sheet.selection else None
        look, selected = self._look(), self._look(selected=True)
        self._notes.paint(painter, base, coordinates, look, selected, mask)
        if sheet.ghosts is not None:
            self._paint_dashed(painter, *sheet.ghosts)

    def _look(self, *, selected: bool = False) -> Look:
        sheet = self._sheet
        colour = sheet.colour
        if sheet.track.muted:
            colour = colours.mix(colour, theme.tokens().colour("faint"), 0.75)
        levels = range(colours.SHADES)
        fills = tuple(colours.shade(colour, level, selected=selected) for level in levels)
        edge = theme.tokens().colour("text") if selected else None
        return Look(fills, edge, theme.small_font(self.font()), self._names())

    def _names(self) -> tuple[str, ...]:
        if self._sheet.track.drums:
            return self._drums
        return _pitch_names(self._sheet.key.fifths < 0)

    def _paint_loop(self, painter: QPainter) -> None:
        """What lies outside of the loop is a little darker, so that one sees what will sound."""
        loop = self._sheet.song.loop
        if loop is None or not loop.on:
            return
        coordinates, size = self._sheet.coordinates, self.size()
        ground = colours.faded(theme.tokens().colour("ground"), 0.28)
        left = max(0.0, coordinates.x(loop.start))
        right = min(float(size.width()), coordinates.x(loop.end))
        painter.fillRect(QRectF(0, 0, left, size.height()), ground)
        painter.fillRect(QRectF(right, 0, size.width() - right, size.height()), ground)

    def _paint_dashed(self, painter: QPainter, notes: Notes, colour: QColor) -> None:
        coordinates = self._sheet.coordinates
        places = visible(notes, coordinates)
        if len(places) > _DASHED:
            self._notes.paint(painter, notes, coordinates, plain(colours.ghost(colour)))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour, 1.5 * coordinates.unit)
        pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.setBrush(colours.faded(colour, 0.25))
        radius, half = 3 * coordinates.unit, 0.75 * coordinates.unit
        for left, top, width, height in note_boxes(notes, places, coordinates).tolist():
            box = QRectF(left, top, width, height).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, radius, radius)
        painter.restore()

    def _paint_cursor(self, painter: QPainter) -> None:
        """The outline of the note that a key would write."""
        sheet = self._sheet
        if not sheet.cursor.shown or not self.hasFocus():
            return
        note = Note(sheet.cursor.tick, sheet.pen_length, sheet.cursor.pitch)
        left, top, width, height = note_boxes(Notes([note]), np.array([0]), sheet.coordinates)[
            0
        ].tolist()
        colour = theme.tokens().colour("focus")
        box = QRectF(left, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.faded(colour, 0.18))
        radius = 3 * sheet.coordinates.unit
        painter.drawRoundedRect(box, radius, radius)
        ring(painter, box, radius, colour, theme.metrics(self).px(2))

    def _paint_band(self, painter: QPainter) -> None:
        band = self.gestures.band()
        if band is None:
            return
        colour = theme.tokens().colour("cool")
        painter.fillRect(band, colours.faded(colour, 0.14))
        ring(painter, band, 0, colour, max(1.0, self._sheet.coordinates.unit))

    # -- following the sheet ---------------------------------------------------------------------

    def _playhead_moved(self, before: int | None) -> None:
        coordinates = self._sheet.coordinates
        for tick in (before, self._sheet.playhead):
            if tick is not None and self._sheet.is_seen(tick):
                x = int(coordinates.x(tick))
                wide = theme.metrics(self).px(4)
                self.update(QRect(x - wide, 0, 2 * wide, self.height()))

    def _song_changed(self) -> None:
        if self.gestures.is_dragging:
            self.gestures.cancel()
        self.gestures.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._fit()
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        unit = theme.metrics(self).line / 15
        made = self._sheet.coordinates.resized(
            self.width(), self.height(), unit, self.devicePixelRatioF()
        )
        self._sheet.set_coordinates(made)

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(800), em.px(220))

    def minimumSizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(120), em.px(48))

    # -- pointer ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_by_keys(False)
        if not self.gestures.press(event):
            event.ignore()
        self._point(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.gestures.move(event.position(), event.modifiers())
        self._point(event)
        inside = QRectF(self.rect()).contains(event.position())
        if self.gestures.is_dragging and not inside:
            self._scroll.start()
        elif self._scroll.isActive():
            self._scroll.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scroll.stop()
        self.gestures.release()
        self._point(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.gestures.double_click(event):
            event.ignore()
        self._point(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.gestures.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn(self._sheet, event, event.position())

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        at = (event.position().x(), event.position().y())
        self._sheet.set_coordinates(self._sheet.coordinates.zoomed(1 + event.value(), 1.0, at))
        return True

    def _scroll_on(self) -> None:
        """Scroll on while the pointer is held beyond an edge, the faster the farther."""
        at = self._pointer
        dx = min(0.0, at.x()) + max(0.0, at.x() - self.width())
        dy = min(0.0, at.y()) + max(0.0, at.y() - self.height())
        self._sheet.set_coordinates(self._sheet.coordinates.scrolled(dx / 4, dy / 4))
        self.gestures.move(at, self._held)
        self.update()

    _held = Qt.KeyboardModifier.NoModifier

    def _point(self, event: QMouseEvent | None = None) -> None:
        if event is not None:
            self._pointer, self._held = event.position(), event.modifiers()
            if self.gestures.band() is not None:
                self.update()
        shape = self.gestures.cursor()
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    # -- focus -----------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._set_by_keys(event.reason() in _BY_KEYS)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._scroll.stop()
        self.gestures.cancel()
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the roll knows the keys

    def _set_by_keys(self, by_keys: bool) -> None:
        if by_keys != self._by_keys:
            self._by_keys = by_keys
            self.update()


@lru_cache(maxsize=2)
def _pitch_names(flats: bool) -> tuple[str, ...]:
    return tuple(pitch_name(pitch, flats) for pitch in range(HIGHEST + 1))


_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
