"""The keys of the piano at the left: they name the rows, sound when pressed, and light up."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.music.theory import pitch_name
from studio.ui import theme
from studio.ui.instrument_words import drum_word
from studio.ui.piano_roll import colours
from studio.ui.piano_roll.coordinates import KEYBOARD
from studio.ui.piano_roll.gestures import turn
from studio.ui.piano_roll.sheet import Sheet
from studio.ui.piano_roll.words import pitch_words

BLACK = frozenset((1, 3, 6, 8, 10))
_BLACK_LONG = 0.6  # of a white key's length
_WHITES = ("#E6E8EC", "#FFFFFF", "#F4F5F7")  # dark, light, contrast
_BLACKS = ("#26292F", "#3A3F47", "#000000")


class Keyboard(QWidget):
    """Press or drag to hear; the nearer to the notes, the louder. Ctrl+click selects the row."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._hovered: int | None = None
        self._playing = False
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Keys"))
        self._rows: tuple[float, ...] = ()
        sheet.coordinates_changed.connect(self._scrolled)
        for signal in (sheet.song_changed, sheet.sounding_changed):
            signal.connect(self.update)
        sheet.track_changed.connect(lambda _: self.update())
        sheet.cursor_changed.connect(self.update)

    def _scrolled(self) -> None:
        """Paint anew only where the rows have moved, as most scrolling is across."""
        c = self._sheet.coordinates
        rows = (c.top, c.row, c.height, c.unit, c.ratio)
        if rows != self._rows:
            self._rows = rows
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.metrics(self).px(KEYBOARD), 100)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.metrics(self).px(KEYBOARD), 10)

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        gaps = "line" if theme.current() == "light" else "ground"
        painter.fillRect(self.rect(), theme.tokens().colour(gaps))
        low, high = self._sheet.coordinates.pitches
        if self._sheet.track.drums:
            for pitch in range(low, high + 1):
                self._paint_drum(painter, pitch)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = range(max(0, low - 1), min(127, high + 1) + 1)
        for pitch in (one for one in around if one % 12 not in BLACK):
            self._paint_white(painter, pitch)
        for pitch in (one for one in around if one % 12 in BLACK):
            self._paint_black(painter, pitch)
        painter.end()

    def _white(self, pitch: int) -> QRectF:
        """A white key reaches to the middle of the black ones beside it."""
        c = self._sheet.coordinates
        top, bottom = c.y(pitch), c.y(pitch) + c.row
        if (pitch + 1) % 12 in BLACK and pitch < 127:
            top -= c.row / 2
        if (pitch - 1) % 12 in BLACK:
            bottom += c.row / 2
        return QRectF(0, round(top), self.width() - 1, round(bottom) - round(top))

    def _paint_white(self, painter: QPainter, pitch: int) -> None:
        box = self._white(pitch)
        fill = QColor(_by_theme(_WHITES))
        fill = self._lit(pitch, fill)
        radius = min(3.0, box.height() / 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(-radius, 0, 0, -1), radius, radius)
        unit = self._sheet.coordinates.unit
        named = pitch % 12 == 0 or pitch == self._hovered
        tall = self._sheet.coordinates.row >= 22 * unit
        if tall or (named and box.height() >= 13 * unit):
            font = theme.small_font(self.font())
            painter.setFont(font)
            painter.setPen(colours.mix(colours.ink(fill), fill, 0.25))
            flats = self._sheet.key.fifths < 0
            c = self._sheet.coordinates
            row = QRectF(0, c.y(pitch), box.width() - 6 * unit, c.row)
            row = row if c.row >= 12 * unit else box.adjusted(0, 0, -6 * unit, 0)
            painter.drawText(
                row,
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                pitch_name(pitch, flats),
            )

    def _paint_black(self, painter: QPainter, pitch: int) -> None:
        c = self._sheet.coordinates
        gap = min(1.0, c.row / 8)
        box = QRectF(0, c.y(pitch) + gap, self.width() * _BLACK_LONG, c.row - 2 * gap)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._lit(pitch, QColor(_by_theme(_BLACKS))))
        radius = min(3.0, c.row / 4)
        painter.drawRoundedRect(box.adjusted(-radius, 0, 0, 0), radius, radius)

    def _paint_drum(self, painter: QPainter, pitch: int) -> None:
        c, drum = self._sheet.coordinates, drum_word(pitch)
        tokens = theme.tokens()
        box = QRectF(0, c.y(pitch), self.width() - 1, c.row)
        fill = self._lit(pitch, tokens.colour("raised" if drum else "panel"))
        painter.fillRect(box.adjusted(0, 0, 0, -1), fill)
        if drum and c.row >= 11 * c.unit:
            painter.setFont(theme.small_font(self.font()))
            painter.setPen(
                colours.ink(fill) if fill != tokens.colour("raised") else tokens.colour("muted")
            )
            inner = box.adjusted(6 * c.unit, 0, -2 * c.unit, 0)
            sizes = painter.fontMetrics()
            text = sizes.elidedText(drum, Qt.TextElideMode.ElideRight, int(inner.width()))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)

    def _lit(self, pitch: int, plain: QColor) -> QColor:
        sheet = self._sheet
        if pitch in sheet.sounding or pitch == sheet.pressed:
            return sheet.colour
        if pitch == self._hovered or (sheet.cursor.shown and pitch == sheet.cursor.pitch):
            return colours.mix(plain, sheet.colour, 0.4)
        return plain

    # -- pointer ---------------------------------------------------------------------------------

    def key_at(self, at: QPointF) -> int:
        """The key at a point; the black ones lie above the white."""
        pitch = self._sheet.coordinates.pitch(at.y())
        if self._sheet.track.drums:
            return pitch
        if pitch % 12 in BLACK and at.x() > self.width() * _BLACK_LONG:
            for white in (pitch + 1, pitch - 1):
                if white <= 127 and self._white(white).contains(QPointF(1, at.y())):
                    return white
        return pitch

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        pitch = self.key_at(event.position())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notes = self._sheet.notes
            self._sheet.select(notes.ids[notes.pitch == pitch].tolist())
            return
        self._playing = True
        self._press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._playing:
            self._press(event.position())
        self._hover(self.key_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._playing = False
        self._sheet.pressed = None
        self._sheet.hush()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn(self._sheet, event, QPointF(0, event.position().y()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pitch = self.key_at(QPointF(event.pos()))
            words = pitch_words(self._sheet.song, self._sheet.place, pitch)
            hint = self.tr("Press to hear · drag along them · Ctrl+click selects these notes")
            QToolTip.showText(event.globalPos(), f"{words}\n{hint}", self)
            return True
        return super().event(event)

    def _press(self, at: QPointF) -> None:
        pitch = self.key_at(at)
        if pitch == self._sheet.pressed:
            return
        self._sheet.pressed = pitch
        share = min(1.0, max(0.0, at.x() / max(1, self.width())))
        self._sheet.sound(pitch, round(50 + 70 * share))
        self.update()

    def _hover(self, pitch: int | None) -> None:
        if pitch != self._hovered:
            self._hovered = pitch
            self.update()


def _by_theme(values: tuple[str, str, str]) -> str:
    return values[("dark", "light", "contrast").index(theme.current())]
