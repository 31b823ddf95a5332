"""What the pointer does to the notes: which press begins which drag, and how the wheel turns."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QWheelEvent

from studio.ui.piano_roll.drags import Box, Drag, Draw, Erase, Held, Move, Pan, Resize
from studio.ui.piano_roll.hits import Hit, hit
from studio.ui.piano_roll.sheet import Sheet
from studio.ui.translate import tr

_ROWS_A_NOTCH = 3
_PIXELS_A_NOTCH = 80  # of the design, across


class Gestures(QObject):
    """Keeps the drag that goes on; the sheet keeps everything else.

    Pencil: press draws, drag draws out. On a note, with either tool: drag moves it and all that
    are selected, with Shift copies of them; either edge resizes. Ctrl-drag boxes; so does a drag
    on empty paper with the select tool, where a click lets go. Right button erases, middle pans.
    A double click removes a note, and draws one with the select tool. Alt leaves the snap out.
    """

    def __init__(self, sheet: Sheet, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._drag: Drag | None = None
        self._clicked: tuple[int, bool] | None = None  # the pressed note, with Shift
        self._drew = False
        self.hovered: Hit | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether a button is down."""
        return self._drag is not None

    def band(self) -> QRectF | None:
        """The rubber band in pixels, where there is one."""
        return self._drag.band() if isinstance(self._drag, Box) else None

    def press(self, event: QMouseEvent) -> bool:
        """A button goes down; False where it means nothing."""
        if self._drag is not None:
            return True
        at, held = event.position(), event.modifiers()
        self._clicked, self._drew = None, False
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = Pan(self._sheet, at)
        elif event.button() == Qt.MouseButton.RightButton:
            self._drag = Erase(self._sheet, at)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._drag = self._pressed(at, held)
        return self._drag is not None

    def _pressed(self, at: QPointF, held: Held) -> Drag:
        sheet = self._sheet
        found = hit(sheet.notes, sheet.coordinates, at.x(), at.y())
        if held & Held.ControlModifier:
            return Box(sheet, at, adding=True, on=found.note.id if found else None)
        if found is not None:
            return self._grab(found, at, held)
        if sheet.tool == "select":
            return Box(sheet, at, adding=bool(held & Held.ShiftModifier))
        self._drew = True
        return Draw(sheet, at, held)

    def _grab(self, found: Hit, at: QPointF, held: Held) -> Drag:
        sheet, note = self._sheet, found.note
        shift = bool(held & Held.ShiftModifier)
        self._clicked = (note.id, shift)
        sheet.remember(note.length, note.velocity)
        ids = sheet.selection if note.id in sheet.selection else frozenset({note.id})
        if not shift:
            sheet.select(ids)
        if found.part == "body" or shift:
            return Move(sheet, at, note, ids)
        return Resize(sheet, at, note, ids, end=found.part == "end")

    def move(self, at: QPointF, held: Held) -> None:
        """The pointer moves, with or without a button."""
        if self._drag is not None:
            self._drag.move(at, held)
        else:
            self.hovered = hit(self._sheet.notes, self._sheet.coordinates, at.x(), at.y())

    def release(self) -> None:
        """The button goes up."""
        drag, self._drag = self._drag, None
        if drag is None:
            return
        moved = isinstance(drag, (Move, Resize)) and drag.moved
        drag.finish()
        if self._clicked is not None and not moved:
            note, shift = self._clicked
            self._sheet.select(self._sheet.selection ^ {note} if shift else {note})
        self._clicked = None

    def double_click(self, event: QMouseEvent) -> bool:
        """The second press: take the note away, or draw one; a third note goes on as a press."""
        sheet, at = self._sheet, event.position()
        if event.button() != Qt.MouseButton.LeftButton or self._drag is not None:
            return self.press(event)
        found = hit(sheet.notes, sheet.coordinates, at.x(), at.y())
        plain = not event.modifiers() & (Held.ControlModifier | Held.ShiftModifier)
        if found is not None and plain and not self._drew:
            left = sheet.notes.without({found.note.id})
            sheet.edit(tr("Erase notes"), left, sheet.selection - {found.note.id})
            return True
        if found is None and plain and sheet.tool == "select":
            self._drag = Draw(sheet, at, event.modifiers())
            self._drew = True
            return True
        return self.press(event)

    def cancel(self) -> bool:
        """Let go of what is dragged, as if it had not been touched; whether there was anything."""
        drag, self._drag = self._drag, None
        self._clicked = None
        if drag is not None:
            drag.cancel()
        return drag is not None

    def leave(self) -> None:
        """The pointer goes."""
        self.hovered = None

    def cursor(self) -> Qt.CursorShape:
        """The pointer's shape for what it would do."""
        shapes = Qt.CursorShape
        if isinstance(self._drag, Pan):
            return shapes.ClosedHandCursor
        if isinstance(self._drag, Resize):
            return shapes.SizeHorCursor
        if isinstance(self._drag, Move):
            return shapes.SizeAllCursor
        if self._drag is None and self.hovered is not None:
            return shapes.ArrowCursor if self.hovered.part == "body" else shapes.SizeHorCursor
        return shapes.CrossCursor if self._sheet.tool == "pencil" else shapes.ArrowCursor


def turn(sheet: Sheet, event: QWheelEvent, at: QPointF, *, upright: bool = True) -> None:
    """Scroll or zoom by the wheel; ``at`` is the pointer in the field of the notes.

    Ctrl zooms across and Ctrl+Shift up and down, at the pointer; Shift scrolls across; two
    fingers on a touchpad move freely. Without ``upright`` a plain wheel scrolls across too.
    """
    held, coordinates = event.modifiers(), sheet.coordinates
    pixels, angle = event.pixelDelta(), event.angleDelta()
    delta = angle.y() or angle.x() or pixels.y() or pixels.x()
    where = (at.x(), at.y())
    if held & Held.ControlModifier:
        factor = 0.999**-delta
        down = bool(held & Held.ShiftModifier)
        made = coordinates.zoomed(1.0 if down else factor, factor if down else 1.0, where)
    elif event.device().type() == QInputDevice.DeviceType.TouchPad:
        by = pixels if not pixels.isNull() else angle / 2
        made = coordinates.scrolled(-by.x(), -by.y() if upright else 0)
    elif held & Held.ShiftModifier or not upright:
        made = coordinates.scrolled(-delta / 120 * _PIXELS_A_NOTCH * coordinates.unit, 0)
    else:
        across = -angle.x() / 120 * _PIXELS_A_NOTCH * coordinates.unit
        made = coordinates.scrolled(across, -angle.y() / 120 * _ROWS_A_NOTCH * coordinates.row)
    sheet.set_coordinates(made)
    event.accept()
