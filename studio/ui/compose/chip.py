"""A variation as a small button: its notes as they lie in the roll, its letter and their number."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from studio.music.note import Notes
from studio.ui import theme
from studio.ui.piano_roll.colours import faded
from studio.ui.widgets.painting import ring

_LEAST_SPAN = 12  # semitones from the lowest to the highest row of a picture


class Chip(QAbstractButton):
    """Shows notes within a stretch of time; ``set_notes`` again while they are being written."""

    def __init__(self, title: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = Notes()
        self._begin, self._end = 0, 1
        self._note = ""
        self._quiet = False
        self._title = title
        self._keys = keys
        self.setText(title)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_notes(self, notes: Notes, begin: int, end: int) -> None:
        """Show these notes from a tick to another (excluded)."""
        self._notes, self._begin, self._end = notes, begin, end
        self.update()

    def describe(self, note: str, tip: str) -> None:
        """Say something beside the letter, and in full in the tooltip."""
        self._note = note
        self.setToolTip(f"{tip}  ({self._keys})")
        self.setAccessibleName(f"{self._title}, {tip}")
        self.update()

    def set_quiet(self, quiet: bool) -> None:
        """Draw the notes without the accent, as those that are there already."""
        self._quiet = quiet

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(64), em.px(58))

    def minimumSizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(48), em.px(58))

    def nextCheckState(self) -> None:
        """The audition says which one is down."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, em = theme.tokens(), theme.metrics(self)
        box = QRectF(self.rect())
        ground = colours.colour("hover" if self.underMouse() else "raised")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, em.radius, em.radius)
        foot = em.px(20)
        picture = box.adjusted(em.px(6), em.px(6), -em.px(6), -foot)
        self._paint_notes(painter, picture, colours.colour("muted" if self._quiet else "accent"))
        words = QRectF(em.px(7), box.height() - foot, box.width() - em.px(14), foot - em.px(2))
        self._paint_words(painter, words)
        if self.isChecked():
            ring(painter, box, em.radius, colours.colour("accent"), em.px(2))
        elif colours.border:
            ring(painter, box, em.radius, colours.colour("line"), colours.border)
        if self.hasFocus():
            inner = box.adjusted(em.px(2), em.px(2), -em.px(2), -em.px(2))
            ring(painter, inner, em.radius, colours.colour("focus"), max(1, em.px(1)))
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        colours = theme.tokens()
        font = theme.small_font(self.font())
        painter.setFont(font)
        painter.setPen(colours.colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self._note)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.colour("text" if self.isChecked() else "muted"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, self._title)

    def _paint_notes(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        notes = self._notes
        if not len(notes):
            painter.setBrush(faded(theme.tokens().colour("faint"), 0.5))
            thin = theme.metrics(self).px(1)
            painter.drawRect(QRectF(box.left(), box.center().y(), box.width(), thin))
            return
        low, high = int(notes.pitch.min()), int(notes.pitch.max())
        spare = max(0, _LEAST_SPAN - (high - low)) / 2
        rows = high - low + 1 + 2 * spare
        pace, row = box.width() / max(1, self._end - self._begin), box.height() / rows
        tall = max(row * 0.9, theme.metrics(self).px(1.5))
        painter.setBrush(colour)
        for note in notes:
            left = box.left() + (note.start - self._begin) * pace
            wide = max(1.5, note.length * pace - 0.8)
            top = box.top() + (high - note.pitch + spare) * row
            wide = min(wide, box.right() - left)
            if wide > 0:
                painter.drawRoundedRect(QRectF(left, top, wide, tall), 1, 1)
