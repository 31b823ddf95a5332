"""The notes for assistive technology: the field is a list, each note of the track an item.

Qt takes an interface over that Python has made, deletes it with its widget, and asks it again at
any time before. Interfaces are therefore kept here for good, which is one small object a roll, and
items are taken out of Qt's own register before their widget goes.
"""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from studio.music.note import Note, Notes
from studio.ui.piano_roll.field import Field
from studio.ui.piano_roll.keys import Keys
from studio.ui.piano_roll.note_painting import note_boxes
from studio.ui.piano_roll.sheet import Cursor, Sheet
from studio.ui.piano_roll.words import note_words, pitch_words, place_words
from studio.ui.translate import tr

_Text, _Role, _Kind = QAccessible.Text, QAccessible.Role, QAccessible.InterfaceType
_kept: list["RollInterface"] = []


def install() -> None:
    """Let Qt ask here for the fields of piano rolls; a second call does nothing."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_made_for)


_installed: list[bool] = []


def _made_for(_name: str, thing: QObject | None) -> "RollInterface | None":
    if not isinstance(thing, Field):
        return None
    _kept.append(RollInterface(thing))
    return _kept[-1]


class NoteInterface(QAccessibleInterface):
    """The n-th note of the track in time; which one that is may change with every edit."""

    def __init__(self, roll: "RollInterface", place: int) -> None:
        super().__init__()
        self._roll = roll
        self.place = place

    @property
    def note(self) -> Note | None:
        """The note that is there now."""
        sheet = self._roll.sheet
        notes = sheet.notes if sheet is not None else Notes()
        return notes[self.place] if self.place < len(notes) else None

    def isValid(self) -> bool:
        return self.note is not None

    def object(self) -> QObject | None:
        return None

    def window(self) -> QWindow | None:
        return self._roll.window()

    def parent(self) -> QAccessibleInterface:
        return self._roll

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def rect(self) -> QRect:
        field, sheet = self._roll.field, self._roll.sheet
        if field is None or sheet is None or self.note is None:
            return QRect()
        boxes = note_boxes(sheet.notes, np.array([self.place]), sheet.coordinates)
        left, top, width, height = (round(value) for value in boxes[0].tolist())
        return QRect(field.mapToGlobal(QPoint(left, top)), QSize(width, height))

    def role(self) -> QAccessible.Role:
        return _Role.ListItem

    def state(self) -> QAccessible.State:
        made = QAccessible.State()
        sheet, note = self._roll.sheet, self.note
        if sheet is None or note is None:
            made.invalid = True
            return made
        made.selectable = made.multiSelectable = made.focusable = True
        made.selected = note.id in sheet.selection
        made.focused = self._roll.focused == self.place and self._roll.has_focus
        begin, end = sheet.coordinates.ticks
        made.offscreen = note.end <= begin or note.start >= end
        return made

    def text(self, kind: QAccessible.Text) -> str:
        sheet, note = self._roll.sheet, self.note
        if kind != _Text.Name or sheet is None or note is None:
            return ""
        return note_words(sheet.song, sheet.place, note)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """A note has no text of its own."""


class _Selection(QAccessibleSelectionInterface):
    """Which items of the list are selected, to be read and changed."""

    def __init__(self, roll: "RollInterface") -> None:
        super().__init__()
        self._roll = roll

    def selectedItemCount(self) -> int:
        sheet = self._roll.sheet
        return len(sheet.selection) if sheet is not None else 0

    def selectedItems(self) -> list[QAccessibleInterface]:
        sheet = self._roll.sheet
        if sheet is None:
            return []
        places = np.flatnonzero(sheet.notes.mask(sheet.selection)).tolist()
        return [item for place in places if (item := self._roll.child(place)) is not None]

    def selectedItem(self, index: int) -> QAccessibleInterface | None:
        items = self.selectedItems()
        return items[index] if 0 <= index < len(items) else None

    def isSelected(self, item: QAccessibleInterface) -> bool:
        return bool(item.state().selected)

    def select(self, item: QAccessibleInterface) -> bool:
        return self._change(item, lambda ids, one: ids | {one})

    def unselect(self, item: QAccessibleInterface) -> bool:
        return self._change(item, lambda ids, one: ids - {one})

    def selectAll(self) -> bool:
        sheet = self._roll.sheet
        if sheet is not None:
            sheet.select(sheet.notes.ids.tolist())
        return sheet is not None

    def clear(self) -> bool:
        sheet = self._roll.sheet
        if sheet is not None:
            sheet.select(())
        return sheet is not None

    def _change(
        self,
        item: QAccessibleInterface,
        change: Callable[[frozenset[int], int], frozenset[int]],
    ) -> bool:
        sheet = self._roll.sheet
        if sheet is None or not isinstance(item, NoteInterface) or item.note is None:
            return False
        sheet.select(change(sheet.selection, item.note.id))
        return True


class RollInterface(QAccessibleWidget):
    """The field of a roll as a list of the track's notes; items are made when they are asked for.

    After the field has gone it is empty, as long as Qt still holds it.
    """

    def __init__(self, field: Field) -> None:
        super().__init__(field, _Role.List, "")
        self.field: Field | None = field
        self.focused: int | None = None
        self._items: dict[int, NoteInterface] = {}
        self._ids: list[int] = []
        self._selection = _Selection(self)
        field.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self.field = None
        for one in self._ids:
            QAccessible.deleteAccessibleInterface(one)
        self._ids.clear()

    @property
    def sheet(self) -> Sheet | None:
        """What the field shows."""
        return self.field.sheet if self.field is not None else None

    @property
    def has_focus(self) -> bool:
        """Whether keys reach the field."""
        return self.field is not None and self.field.hasFocus()

    def text(self, kind: QAccessible.Text) -> str:
        sheet = self.sheet
        if sheet is None or kind not in (_Text.Name, _Text.Description):
            return ""
        if kind == _Text.Name:
            name = sheet.track.name or tr("Track {n}").format(n=sheet.place + 1)
            words = tr("Piano roll, {name}, {count} notes")
            return words.format(name=name, count=len(sheet.notes))
        return tr(
            "Arrows move the cursor or the selected notes, Enter writes, "
            "Control and left or right walk from note to note."
        )

    def childCount(self) -> int:
        sheet = self.sheet
        return len(sheet.notes) if sheet is not None else 0

    def child(self, index: int) -> NoteInterface | None:
        if not 0 <= index < self.childCount():
            return None
        item = self._items.get(index)
        if item is None:
            item = self._items[index] = NoteInterface(self, index)
            self._ids.append(QAccessible.registerAccessibleInterface(item))
        return item

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.place if isinstance(child, NoteInterface) else -1

    def childAt(self, x: int, y: int) -> NoteInterface | None:
        if self.field is None:
            return None
        place = self.field.place_at(self.field.mapFromGlobal(QPoint(x, y)))
        return None if place is None else self.child(place)

    def focusChild(self) -> QAccessibleInterface | None:
        if self.focused is None or not self.has_focus:
            return None
        return self.child(self.focused)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        if kind == _Kind.SelectionInterface:
            return self._selection
        return super().interface_cast(kind)


class Speaker(QObject):
    """Tells assistive technology, where some listens, what the keys have done."""

    def __init__(self, field: Field, keys: Keys, parent: QObject) -> None:
        super().__init__(parent)
        install()
        self._field = field
        self._sheet = field.sheet
        self._cursor = Cursor()
        self._said: Notes | None = None
        keys.walked.connect(self._walked)
        self._sheet.cursor_changed.connect(self._cursor_moved)
        self._sheet.song_changed.connect(self._notes_changed)
        self._sheet.selection_changed.connect(lambda _: self._selected())

    def _interface(self) -> RollInterface | None:
        if not QAccessible.isActive():
            return None
        found = QAccessible.queryAccessibleInterface(self._field)
        return found if isinstance(found, RollInterface) else None

    def _walked(self, note: int) -> None:
        """The focus goes to the note that was walked to."""
        roll = self._interface()
        if roll is None:
            return
        found = np.flatnonzero(self._sheet.notes.ids == note)
        roll.focused = int(found[0]) if len(found) else None
        item = roll.focusChild()
        if item is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))

    def _cursor_moved(self) -> None:
        """Say where the cursor is now, where it walks over empty paper."""
        sheet, before = self._sheet, self._cursor
        self._cursor = sheet.cursor
        moved = (before.tick, before.pitch) != (sheet.cursor.tick, sheet.cursor.pitch)
        if not moved or sheet.selection or self._interface() is None:
            return
        pitch = pitch_words(sheet.song, sheet.place, sheet.cursor.pitch, sheet.cursor.tick)
        self._say(f"{pitch}, {place_words(sheet.song, sheet.cursor.tick)}")

    def _notes_changed(self) -> None:
        """Say what has become of the selected note."""
        sheet = self._sheet
        if self._interface() is None or sheet.notes is self._said:
            return
        self._said = sheet.notes
        chosen = sheet.notes.chosen(sheet.selection)
        if len(chosen) == 1 and self._field.hasFocus():
            self._say(note_words(sheet.song, sheet.place, chosen[0]))

    def _selected(self) -> None:
        roll = self._interface()
        if roll is None:
            return
        event = QAccessible.Event.SelectionWithin
        QAccessible.updateAccessibility(QAccessibleEvent(self._field, event))
        if len(self._sheet.selection) > 1 and self._field.hasFocus():
            words = tr("{count} notes selected").format(count=len(self._sheet.selection))
            self._say(words)

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))
