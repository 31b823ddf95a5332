"""What a drag does while it lasts and when it ends: draw, move, copy, resize, box, erase, pan."""

from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt

from studio.music import edit
from studio.music.note import HIGHEST, LAST_TICK, Note, Notes
from studio.ui.piano_roll.hits import hit, within
from studio.ui.piano_roll.sheet import Preview, Sheet
from studio.ui.translate import tr

_FAR = 3  # pixels of the design that make a click a drag
Held = Qt.KeyboardModifier
_NONE = Notes()


class Drag(Protocol):
    """A button that is down: ``move`` follows the pointer, one of the others ends it."""

    def move(self, at: QPointF, held: Held) -> None:
        """The pointer is there, with these keys held."""

    def finish(self) -> None:
        """The button goes up: ask for what was shown."""

    def cancel(self) -> None:
        """All is as it was."""


def is_free(held: Held) -> bool:
    """Whether Alt is held, which switches the snap off."""
    return bool(held & Held.AltModifier)


class _Anchor:
    """Where a drag began, in time and rows, so that it may scroll meanwhile."""

    def __init__(self, sheet: Sheet, at: QPointF) -> None:
        self._sheet = sheet
        self.point = at
        self.time = sheet.coordinates.time(at.x())
        self.pitch = sheet.coordinates.pitch(at.y())
        self.depth = sheet.coordinates.depth(at.y())

    def is_far(self, at: QPointF) -> bool:
        """Whether the pointer has left the place of the press."""
        by = at - self.point
        return max(abs(by.x()), abs(by.y())) > _FAR * self._sheet.coordinates.unit

    def ticks(self, at: QPointF) -> float:
        """How far the pointer has gone in time."""
        return self._sheet.coordinates.time(at.x()) - self.time

    def semitones(self, at: QPointF) -> int:
        """How far the pointer has gone in pitch."""
        return self._sheet.coordinates.pitch(at.y()) - self.pitch


class Draw:
    """A new note, as long as the last; dragging to the right draws it out."""

    def __init__(self, sheet: Sheet, at: QPointF, held: Held) -> None:
        self._sheet = sheet
        self._anchor = _Anchor(sheet, at)
        self._far = False
        coordinates = sheet.coordinates
        start = sheet.snapped(coordinates.tick(at.x()), free=is_free(held), down=True)
        pitch = coordinates.pitch(at.y())
        sheet.select(())
        self._show(Note(min(start, LAST_TICK - 1), sheet.pen_length, pitch, sheet.pen.velocity))

    def _show(self, note: Note) -> None:
        self.note = note
        self._sheet.set_preview(Preview(self._sheet.notes, Notes([note])))
        self._sheet.sound(note.pitch, note.velocity)

    def move(self, at: QPointF, held: Held) -> None:
        """Draw the note out to the pointer, at the pointer's pitch."""
        sheet, note = self._sheet, self.note
        across = abs(at.x() - self._anchor.point.x()) > _FAR * sheet.coordinates.unit
        self._far = self._far or across
        length = note.length
        if self._far:
            free = is_free(held)
            end = sheet.snapped(sheet.coordinates.tick(at.x()), free=free)
            length = max(1 if free else sheet.step, end - note.start)
        made = replace(note, length=length, pitch=sheet.coordinates.pitch(at.y()))
        if made != note:
            self._show(made)

    def finish(self) -> None:
        """Ask for the note; it is selected, and the next is like it."""
        sheet = self._sheet
        sheet.hush()
        after = sheet.notes.added([self.note])
        if self._far:
            sheet.remember(length=self.note.length)
        sheet.edit(tr("Draw a note"), after, {int(after.ids.max())})

    def cancel(self) -> None:
        """Take the note back."""
        self._sheet.hush()
        self._sheet.set_preview(None)


class Move:
    """The chosen notes follow the pointer; with Shift copies of them do."""

    def __init__(self, sheet: Sheet, at: QPointF, grabbed: Note, ids: Collection[int]) -> None:
        self._sheet = sheet
        self._anchor = _Anchor(sheet, at)
        self._grabbed = grabbed
        self._ids = ids
        self._chosen: Notes | None = None
        self._rest = _NONE
        self._by = (0, 0)
        self._copies = False
        self.moved = False
        sheet.sound(grabbed.pitch, grabbed.velocity)

    def move(self, at: QPointF, held: Held) -> None:
        """Show the notes where the pointer has taken them."""
        if not self.moved and not self._anchor.is_far(at):
            return
        sheet, grabbed = self._sheet, self._grabbed
        if self._chosen is None:
            self._chosen = sheet.notes.chosen(self._ids)
            self._rest = sheet.notes.without(self._ids)
        self.moved = True
        self._copies = bool(held & Held.ShiftModifier)
        aim = max(0.0, grabbed.start + self._anchor.ticks(at))
        across = sheet.snapped(round(aim), free=is_free(held)) - grabbed.start
        if not is_free(held) and abs(aim - grabbed.start) < sheet.step / 2:
            across = 0  # a note off the grid can be moved up and down alone
        self._by = (across, self._anchor.semitones(at))
        over = edit.move(self._chosen, self._ids, *self._by)
        sheet.set_preview(Preview(sheet.notes if self._copies else self._rest, over))
        pitch = max(0, min(HIGHEST, grabbed.pitch + self._by[1]))
        sheet.sound(pitch, grabbed.velocity)

    def finish(self) -> None:
        """Ask for the notes at their new places."""
        sheet = self._sheet
        sheet.hush()
        if not self.moved or self._by == (0, 0):
            sheet.set_preview(None)
        elif self._copies:
            notes, new = edit.duplicate(sheet.notes, self._ids, *self._by)
            sheet.edit(tr("Copy notes"), notes, new)
        else:
            sheet.edit(tr("Move notes"), edit.move(sheet.notes, self._ids, *self._by))

    def cancel(self) -> None:
        """Let the notes stay."""
        self._sheet.hush()
        self._sheet.set_preview(None)


class Resize:
    """The ends, or the beginnings, of the chosen notes follow the pointer."""

    def __init__(
        self, sheet: Sheet, at: QPointF, grabbed: Note, ids: Collection[int], *, end: bool
    ) -> None:
        self._sheet = sheet
        self._anchor = _Anchor(sheet, at)
        self._grabbed = grabbed
        self._ids = ids
        self._end = end
        self._chosen: Notes | None = None
        self._rest = _NONE
        self._by, self._shortest = 0, 1
        self.moved = False

    def move(self, at: QPointF, held: Held) -> None:
        """Show the notes as long as the pointer makes them."""
        if not self.moved and not self._anchor.is_far(at):
            return
        sheet, free = self._sheet, is_free(held)
        if self._chosen is None:
            self._chosen = sheet.notes.chosen(self._ids)
            self._rest = sheet.notes.without(self._ids)
        self.moved = True
        edge = self._grabbed.end if self._end else self._grabbed.start
        aim = max(0, min(LAST_TICK, round(edge + self._anchor.ticks(at))))
        self._by = sheet.snapped(aim, free=free) - edge
        self._shortest = 1 if free else min(sheet.step, self._grabbed.length)
        sheet.set_preview(Preview(self._rest, self._changed(self._chosen)))

    def _changed(self, notes: Notes) -> Notes:
        change = edit.resize if self._end else edit.resize_start
        return change(notes, self._ids, self._by, shortest=self._shortest)

    def finish(self) -> None:
        """Ask for the notes at their new length; the next note is as long."""
        sheet = self._sheet
        if not self.moved or self._by == 0:
            sheet.set_preview(None)
            return
        after = self._changed(sheet.notes)
        made = after.chosen({self._grabbed.id})
        if len(made):
            sheet.remember(length=int(made.length[0]))
        sheet.edit(tr("Resize notes"), after)

    def cancel(self) -> None:
        """Let the notes be as long as they were."""
        self._sheet.set_preview(None)


class Box:
    """A rubber band that selects what it touches; ``adding`` keeps what was selected before."""

    def __init__(self, sheet: Sheet, at: QPointF, *, adding: bool, on: int | None = None) -> None:
        self._sheet = sheet
        self._anchor = _Anchor(sheet, at)
        self._before = sheet.selection
        self._kept = sheet.selection if adding else frozenset[int]()
        self._on = on
        self._at: QPointF | None = None

    def band(self) -> QRectF | None:
        """Where the band is, in pixels; None before the pointer has gone far enough."""
        if self._at is None:
            return None
        coordinates = self._sheet.coordinates
        x = self._anchor.time * coordinates.pace - coordinates.offset
        y = coordinates.y(HIGHEST) + self._anchor.depth * coordinates.row
        return QRectF(QPointF(x, y), self._at).normalized()

    def move(self, at: QPointF, held: Held) -> None:
        """Select what the band touches now."""
        if self._at is None and not self._anchor.is_far(at):
            return
        self._at = at
        band, coordinates = self.band(), self._sheet.coordinates
        assert band is not None
        begin, end = coordinates.tick(band.left()), coordinates.tick(band.right())
        low, high = coordinates.pitch(band.bottom()), coordinates.pitch(band.top())
        self._sheet.select(self._kept | within(self._sheet.notes, begin, end, low, high))

    def finish(self) -> None:
        """Without a band it was a click: on a note it changes sides, elsewhere all is let go."""
        if self._at is not None:
            return
        if self._on is not None:
            self._sheet.select(self._before ^ {self._on})
        elif not self._kept:
            self._sheet.select(())

    def cancel(self) -> None:
        """Select what was selected before."""
        self._sheet.select(self._before)


class Erase:
    """Every note that the pointer crosses goes."""

    def __init__(self, sheet: Sheet, at: QPointF) -> None:
        self._sheet = sheet
        self._last = at
        self._ids: set[int] = set()
        self._left = sheet.notes
        self._wipe(at)

    def move(self, at: QPointF, held: Held) -> None:
        """Erase along the way from the last place."""
        way = at - self._last
        apart = 3 * self._sheet.coordinates.unit
        steps = min(200, max(1, round(max(abs(way.x()), abs(way.y())) / apart)))
        for step in range(1, steps + 1):
            self._wipe(self._last + way * (step / steps))
        self._last = at

    def _wipe(self, at: QPointF) -> None:
        while found := hit(self._left, self._sheet.coordinates, at.x(), at.y()):
            self._ids.add(found.note.id)
            self._left = self._left.without({found.note.id})
            self._sheet.set_preview(Preview(self._left, _NONE, held=False))

    def finish(self) -> None:
        """Ask for the notes that are left."""
        if self._ids:
            self._sheet.edit(tr("Erase notes"), self._left, self._sheet.selection - self._ids)

    def cancel(self) -> None:
        """Bring them back."""
        self._sheet.set_preview(None)


class Pan:
    """The paper moves with the hand."""

    def __init__(self, sheet: Sheet, at: QPointF) -> None:
        self._sheet = sheet
        self._last = at

    def move(self, at: QPointF, held: Held) -> None:
        """Scroll as far as the pointer went."""
        by = self._last - at
        self._sheet.set_coordinates(self._sheet.coordinates.scrolled(by.x(), by.y()))
        self._last = at

    def finish(self) -> None:
        """Stay there."""

    def cancel(self) -> None:
        """Stay there."""
