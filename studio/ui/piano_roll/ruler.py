"""The ruler above the notes: bars, markers, changes of tempo and metre, and the loop."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.music.song import Loop
from studio.ui import theme
from studio.ui.piano_roll import colours, lines
from studio.ui.piano_roll.coordinates import RULER
from studio.ui.piano_roll.drags import is_free
from studio.ui.piano_roll.gestures import turn
from studio.ui.piano_roll.sheet import Sheet

_BAND = 6  # pixels of the design: the height of the loop's band
_EDGE = 5
_FAR = 3


class Ruler(QWidget):
    """Click to go there, drag to loop a stretch, double-click to loop no more.

    The ends of the loop can be dragged. Alt leaves the snap out.
    """

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._pressed: QPointF | None = None
        self._anchor = 0  # the tick that stays while the other end is dragged
        self._looping: Loop | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Ruler"))
        self.setToolTip(
            self.tr(
                "Click: go there · drag: loop a stretch · double-click: no loop · "
                "L: loop the selection · Home: to the start"
            )
        )
        for signal in (sheet.coordinates_changed, sheet.song_changed):
            signal.connect(self.update)
        sheet.playhead_changed.connect(self._playhead_moved)

    def _playhead_moved(self, before: int | None) -> None:
        for tick in (before, self._sheet.playhead):
            if tick is not None and self._sheet.is_seen(tick):
                x, wide = int(self._sheet.coordinates.x(tick)), theme.metrics(self).px(9)
                self.update(x - wide, 0, 2 * wide, self.height())

    def sizeHint(self) -> QSize:
        return QSize(200, theme.metrics(self).px(RULER))

    def minimumSizeHint(self) -> QSize:
        return QSize(20, theme.metrics(self).px(RULER))

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = theme.tokens()
        painter.fillRect(self.rect(), tokens.colour("raised"))
        self._paint_loop(painter)
        self._paint_bars(painter)
        self._paint_signs(painter)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.colour("line"))
        if self._sheet.playhead is not None:
            self._paint_playhead(painter, self._sheet.coordinates.x(self._sheet.playhead))
        painter.end()

    def _paint_bars(self, painter: QPainter) -> None:
        coordinates, tokens = self._sheet.coordinates, theme.tokens()
        begin, end = coordinates.ticks
        font = theme.small_font(self.font())
        sizes = QFontMetricsF(font)
        room = sizes.horizontalAdvance("0000") + 8 * coordinates.unit
        apart = room / coordinates.pace
        shown = lines.bars(self._sheet.song.metres, begin, end, apart)
        line, _, _, _ = colours.lines()
        painter.setFont(font)
        top = self.height() * 0.42
        for tick, number in zip(shown.ticks.tolist(), shown.numbers.tolist(), strict=True):
            x = round(coordinates.x(tick) * coordinates.ratio) / coordinates.ratio
            painter.fillRect(QRectF(x, top, 1 / coordinates.ratio, self.height() - top), line)
            painter.setPen(tokens.colour("muted"))
            painter.drawText(self._below_band(x + 5 * coordinates.unit, room), _LEFT, str(number))
        quarter = self._sheet.song.metres.at(begin).beat * coordinates.pace
        if shown.every and quarter >= 60 * coordinates.unit:
            self._paint_beats(painter, begin, end)

    def _paint_beats(self, painter: QPainter, begin: int, end: int) -> None:
        coordinates, metres = self._sheet.coordinates, self._sheet.song.metres
        painter.setPen(theme.tokens().colour("faint"))
        for tick in lines.within_bars(metres, begin, end, None).tolist():
            bar, beat, _ = metres.position(tick)
            x = coordinates.x(tick) + 4 * coordinates.unit
            painter.drawText(self._below_band(x, 50 * coordinates.unit), _LEFT, f"{bar}.{beat}")

    def _paint_signs(self, painter: QPainter) -> None:
        """Markers as small flags, changes of metre, tempo and key in words after their bar."""
        coordinates, tokens = self._sheet.coordinates, theme.tokens()
        unit = coordinates.unit
        bold = QFont(theme.small_font(self.font()))
        painter.setFont(bold)
        sizes = QFontMetricsF(bold)
        taken: dict[int, float] = {}
        for tick, text, colour in self._signs():
            x = max(coordinates.x(tick), -1e5) + 5 * unit
            if not -400 * unit < x < self.width():
                continue
            number = str(self._sheet.song.metres.position(tick).bar)
            after = sizes.horizontalAdvance(number) + 6 * unit
            left = max(x + after, taken.get(0, -1e9))
            wide = sizes.horizontalAdvance(text)
            box = self._below_band(left, wide + 10 * unit)
            if colour == "ink":
                box = QRectF(left, box.top() + 2 * unit, wide + 10 * unit, box.height() - 4 * unit)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.faded(tokens.colour("accent"), 0.2))
                painter.drawRoundedRect(box, 3 * unit, 3 * unit)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                painter.setPen(tokens.colour("ink"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            else:
                painter.setPen(tokens.colour(colour))
                painter.drawText(box, _LEFT, text)
            taken[0] = box.right() + 4 * unit

    def _signs(self) -> list[tuple[int, str, str]]:
        song = self._sheet.song
        begin, end = self._sheet.coordinates.ticks
        begin -= 4 * 1920
        signs = [(m.tick, m.text, "ink") for m in song.markers if begin <= m.tick <= end]
        signs += [
            (m.tick, f"{m.numerator}/{m.denominator}", "muted")
            for m in song.metres.changes[1:]
            if begin <= m.tick <= end
        ]
        tempos = [t for t in song.tempos.changes[1:] if begin <= t.tick <= end]
        if len(tempos) <= 40:  # more are a curve, which no words can show
            signs += [(t.tick, f"♩ {t.bpm:.0f}", "muted") for t in tempos]
        signs += [(k.tick, k.name, "cool") for k in song.keys[1:] if begin <= k.tick <= end]
        return sorted(signs)[:200]

    def _paint_loop(self, painter: QPainter) -> None:
        loop = self._looping or self._sheet.song.loop
        if loop is None:
            return
        coordinates, tokens = self._sheet.coordinates, theme.tokens()
        left, right = coordinates.x(loop.start), coordinates.x(loop.end)
        left, right = max(-10.0, left), min(self.width() + 10.0, right)
        colour = tokens.colour("accent" if loop.on or self._looping else "faint")
        if loop.on or self._looping:
            body = QRectF(left, 0, right - left, self.height())
            painter.fillRect(body, colours.faded(colour, 0.1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        high = _BAND * coordinates.unit
        painter.drawRoundedRect(QRectF(left, 0, right - left, high), 2, 2)
        for x, way in ((left, 1), (right, -1)):
            points = [(0.0, 0.0), (way * 1.5 * high, 0.0), (0.0, 1.9 * high)]
            painter.drawPolygon(QPolygonF([QPointF(x + a, b) for a, b in points]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_playhead(self, painter: QPainter, x: float) -> None:
        unit = self._sheet.coordinates.unit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().colour("text"))
        bottom, half = float(self.height()), 5.5 * unit
        top = bottom - 10 * unit
        centre = x + unit / 2
        head = [(-half, top), (half, top), (half, top + 4 * unit), (0.0, bottom)]
        head.append((-half, top + 4 * unit))
        painter.drawPolygon(QPolygonF([QPointF(centre + a, b) for a, b in head]))

    def _below_band(self, left: float, width: float) -> QRectF:
        top = _BAND * self._sheet.coordinates.unit
        return QRectF(left, top, width, self.height() - top)

    # -- pointer ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = event.position()
        self._anchor = self._tick(event)
        end = self._end_at(event.position())
        if end is not None:
            loop = self._sheet.song.loop
            assert loop is not None
            self._anchor = loop.start if end == "end" else loop.end
            self._looping = replace(loop, on=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            on_end = self._end_at(event.position()) is not None
            shape = Qt.CursorShape.SizeHorCursor if on_end else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            return
        far = abs(event.position().x() - self._pressed.x()) > _FAR * self._sheet.coordinates.unit
        if not far and self._looping is None:
            return
        begin, end = sorted((self._anchor, self._tick(event)))
        if end > begin:
            self._looping = Loop(begin, end)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        self._pressed = None
        looping, self._looping = self._looping, None
        if looping is None:
            self._sheet.seeked.emit(self._tick(event))
        elif looping != self._sheet.song.loop:
            self._sheet.loop_changed.emit(looping)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._sheet.song.loop is not None:
            self._sheet.loop_changed.emit(None)

    def leaveEvent(self, event: QEvent) -> None:
        self.unsetCursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn(self._sheet, event, QPointF(event.position().x(), 0), upright=False)

    def _tick(self, event: QMouseEvent) -> int:
        tick = self._sheet.coordinates.tick(event.position().x())
        return self._sheet.snapped(tick, free=is_free(event.modifiers()))

    def _end_at(self, at: QPointF) -> str | None:
        loop, coordinates = self._sheet.song.loop, self._sheet.coordinates
        if loop is None or at.y() > self.height() / 2:
            return None
        for name, tick in (("end", loop.end), ("start", loop.start)):
            if abs(coordinates.x(tick) - at.x()) <= _EDGE * coordinates.unit:
                return name
        return None


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
