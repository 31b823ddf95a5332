"""The whole of editing by keys: which key does what, and what it does."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from studio.music import edit
from studio.music.note import HIGHEST, LAST_TICK, Note
from studio.music.song import Loop
from studio.ui.piano_roll import clipboard, grid
from studio.ui.piano_roll.gestures import Gestures
from studio.ui.piano_roll.hits import within
from studio.ui.piano_roll.sheet import Cursor, Sheet

Key = Qt.Key
Held = Qt.KeyboardModifier
_NONE, _SHIFT, _CTRL, _ALT = (
    Held.NoModifier,
    Held.ShiftModifier,
    Held.ControlModifier,
    Held.AltModifier,
)
_BOTH = _CTRL | _SHIFT
_UP_DOWN = {Key.Key_Up: 1, Key.Key_Down: -1}
_LEFT_RIGHT = {Key.Key_Left: -1, Key.Key_Right: 1}
_ZOOM = 1.25
_LOUDER = 8


class Keys(QObject):
    """What keys do while the roll has the focus.

    With notes selected: ↑↓ a semitone, Shift+↑↓ an octave, ←→ a step of the grid, Shift+←→ the
    length, Ctrl+↑↓ louder and softer (with Shift finely), Del removes, Esc lets go of them.
    With none selected the same arrows move a cursor, the outline of the next note, which is
    heard; Shift+←→ makes that note longer or shorter. Enter or Insert writes it and goes on to
    its end; Enter on a note selects it. Page up and down go a bar back and on, Home and End to
    the ends of the song. Ctrl+←→ walks from note to note, with Shift it selects what it passes.
    1 pencil, 2 select, Ctrl+A C X V D, Q quantise, L loop (again: none), M mute, S solo,
    + − zoom across, with Alt up and down, Ctrl+0 shows all.
    """

    quantise_wanted = Signal()
    mute_wanted = Signal()
    solo_wanted = Signal()
    fit_wanted = Signal()
    walked = Signal(int)  # the id of the note that was walked to

    def __init__(self, sheet: Sheet, gestures: Gestures, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._gestures = gestures
        self._last: int | None = None
        self._bound: dict[tuple[Held, Key], Callable[[], None]] = {
            (_NONE, Key.Key_1): partial(sheet.set_tool, "pencil"),
            (_NONE, Key.Key_2): partial(sheet.set_tool, "select"),
            (_NONE, Key.Key_Delete): self.delete,
            (_NONE, Key.Key_Backspace): self.delete,
            (_NONE, Key.Key_Home): self._home,
            (_NONE, Key.Key_End): self._end,
            (_NONE, Key.Key_Return): self._enter,
            (_NONE, Key.Key_Enter): self._enter,
            (_NONE, Key.Key_Insert): self._write,
            (_NONE, Key.Key_PageUp): partial(self._step_bar, -1),
            (_NONE, Key.Key_PageDown): partial(self._step_bar, 1),
            (_NONE, Key.Key_Q): self.quantise_wanted.emit,
            (_NONE, Key.Key_L): self.loop,
            (_NONE, Key.Key_M): self.mute_wanted.emit,
            (_NONE, Key.Key_S): self.solo_wanted.emit,
            (_CTRL, Key.Key_A): self.select_all,
            (_CTRL, Key.Key_C): self.copy,
            (_CTRL, Key.Key_X): self.cut,
            (_CTRL, Key.Key_V): self.paste,
            (_CTRL, Key.Key_D): self.duplicate,
            (_CTRL, Key.Key_0): self.fit_wanted.emit,
        }
        self._bind_arrows()
        for key, by in ((Key.Key_Plus, _ZOOM), (Key.Key_Equal, _ZOOM), (Key.Key_Minus, 1 / _ZOOM)):
            for held in (_NONE, _SHIFT, _CTRL, _BOTH):
                self._bound[held, key] = partial(self._zoom, by, 1.0)
            self._bound[_ALT, key] = partial(self._zoom, 1.0, by)

    def _bind_arrows(self) -> None:
        for key, way in _UP_DOWN.items():
            self._bound[_NONE, key] = partial(self._pitch, way)
            self._bound[_SHIFT, key] = partial(self._pitch, 12 * way)
            self._bound[_CTRL, key] = partial(self._louder, _LOUDER * way)
            self._bound[_BOTH, key] = partial(self._louder, way)
        for key, way in _LEFT_RIGHT.items():
            self._bound[_NONE, key] = partial(self._time, way)
            self._bound[_SHIFT, key] = partial(self._length, way)
            self._bound[_CTRL, key] = partial(self._walk, way, extend=False)
            self._bound[_BOTH, key] = partial(self._walk, way, extend=True)

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is the roll's own, before any shortcut of the window."""
        if event.key() == Key.Key_Escape:
            return self._gestures.is_dragging or bool(self._sheet.selection)
        if self._entry(event) == (_CTRL, Key.Key_V):
            return clipboard.has_notes()  # a picture is the window's
        return self._entry(event) in self._bound

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False where it means nothing here."""
        if event.key() == Key.Key_Escape:
            return self._escape()
        if not self.wants(event):
            return False
        if not self._gestures.is_dragging:
            self._bound[self._entry(event)]()
        return True

    def _entry(self, event: QKeyEvent) -> tuple[Held, Key]:
        return event.modifiers() & ~Held.KeypadModifier, Key(event.key())

    # -- on the selected notes -------------------------------------------------------------------

    def select_all(self) -> None:
        """Select every note of the track."""
        self._sheet.select(self._sheet.notes.ids.tolist())

    def delete(self) -> None:
        """Remove the selected notes, or the one below the cursor."""
        sheet = self._sheet
        ids = sheet.selection or self._under_cursor()
        if ids:
            sheet.edit(self.tr("Delete notes"), sheet.notes.without(ids), ())

    def copy(self) -> None:
        """Put the selected notes on the clipboard."""
        if self._sheet.selection:
            clipboard.put(self._sheet.notes.chosen(self._sheet.selection))

    def cut(self) -> None:
        """Put the selected notes on the clipboard and take them away."""
        sheet = self._sheet
        if sheet.selection:
            self.copy()
            sheet.edit(self.tr("Cut notes"), sheet.notes.without(sheet.selection), ())

    def paste(self) -> None:
        """Paste at the cursor where it is shown, else at the playhead; select what came."""
        sheet = self._sheet
        tick = sheet.cursor.tick if sheet.cursor.shown else sheet.playhead or 0
        new = clipboard.take(tick)
        if not new:
            return
        after = sheet.notes.added(new)
        ids = set(after.ids.tolist()) - set(sheet.notes.ids.tolist())
        sheet.edit(self.tr("Paste notes"), after, ids)
        end = max(note.end for note in new)
        if sheet.cursor.shown:
            self._put_cursor(end, sheet.cursor.pitch)
        sheet.set_coordinates(sheet.coordinates.showing(tick))

    def duplicate(self) -> None:
        """Repeat the selected notes right after themselves, from the next line of the grid."""
        sheet = self._sheet
        chosen = sheet.notes.chosen(sheet.selection)
        if not len(chosen):
            return
        first = int(chosen.start[0])
        end = grid.ceiling(chosen.end, sheet.step, sheet.song.metres)
        notes, new = edit.duplicate(sheet.notes, sheet.selection, max(1, end - first))
        sheet.edit(self.tr("Duplicate notes"), notes, new)
        sheet.set_coordinates(sheet.coordinates.showing(end))

    def loop(self) -> None:
        """Loop the bars of the selected notes, or of all; no loop where it is that one already."""
        sheet = self._sheet
        chosen = sheet.notes.chosen(sheet.selection) or sheet.notes
        if not len(chosen):
            return
        metres = sheet.song.metres
        begin = metres.bar_start(int(chosen.start.min()))
        end = max(metres.whole_bars(chosen.end), metres.bar_end(begin))
        wanted = Loop(begin, min(end, LAST_TICK))
        sheet.loop_changed.emit(None if sheet.song.loop == wanted else wanted)

    def _louder(self, by: int) -> None:
        sheet = self._sheet
        if not sheet.selection:
            sheet.remember(velocity=max(1, min(127, sheet.pen.velocity + by)))
            self._hear()
            return
        notes = edit.scale_velocity(sheet.notes, sheet.selection, 1.0, by)
        sheet.edit(self.tr("Velocity"), notes, merge="velocity")
        first = sheet.notes.chosen(sheet.selection)
        if len(first):
            sheet.remember(velocity=int(first.velocity[0]))

    # -- arrows ----------------------------------------------------------------------------------

    def _pitch(self, semitones: int) -> None:
        sheet = self._sheet
        if not sheet.selection:
            pitch = max(0, min(HIGHEST, sheet.cursor.pitch + semitones))
            self._put_cursor(sheet.cursor.tick, pitch)
            self._hear()
            return
        after = edit.transpose(sheet.notes, sheet.selection, semitones)
        sheet.edit(self.tr("Transpose"), after, merge="transpose")
        self._show_selected()

    def _time(self, way: int) -> None:
        sheet = self._sheet
        metres, step = sheet.song.metres, sheet.step
        move = grid.after if way > 0 else grid.before
        if not sheet.selection:
            self._put_cursor(move(sheet.cursor.tick, step, metres), sheet.cursor.pitch)
            return
        first = int(sheet.notes.chosen(sheet.selection).start[0])
        by = move(first, step, metres) - first
        sheet.edit(
            self.tr("Move notes"), edit.move(sheet.notes, sheet.selection, by), merge="nudge"
        )
        self._show_selected()

    def _length(self, way: int) -> None:
        sheet = self._sheet
        step = sheet.step
        if not sheet.selection:
            length = sheet.pen_length
            longer = (length // step + 1) * step if way > 0 else (-(-length // step) - 1) * step
            sheet.remember(length=max(step if length >= step else length, longer))
            self._put_cursor(sheet.cursor.tick, sheet.cursor.pitch)
            return
        after = edit.resize(sheet.notes, sheet.selection, way * step, shortest=min(step, 30))
        sheet.edit(self.tr("Resize notes"), after, merge="length")
        first = sheet.notes.chosen(sheet.selection)
        if len(first):
            sheet.remember(length=int(first.length[0]))

    # -- the cursor ------------------------------------------------------------------------------

    def _put_cursor(self, tick: int, pitch: int) -> None:
        sheet = self._sheet
        if not sheet.cursor.shown:
            tick, pitch = self._first_place(tick, pitch)
        tick = max(0, min(LAST_TICK - 1, tick))
        sheet.set_cursor(Cursor(tick, pitch, True))
        sheet.set_coordinates(sheet.coordinates.showing(tick, pitch))

    def _first_place(self, tick: int, pitch: int) -> tuple[int, int]:
        """Where a cursor that was not shown appears: in sight."""
        begin, end = self._sheet.coordinates.ticks
        low, high = self._sheet.coordinates.pitches
        if not begin <= tick < end:
            tick = grid.ceiling(begin, self._sheet.step, self._sheet.song.metres)
        return tick, pitch if low < pitch < high else (low + high) // 2

    def _step_bar(self, way: int) -> None:
        metres, tick = self._sheet.song.metres, self._sheet.cursor.tick
        target = metres.bar_end(tick) if way > 0 else metres.bar_start(max(0, tick - 1))
        self._sheet.select(())
        self._put_cursor(target, self._sheet.cursor.pitch)

    def _home(self) -> None:
        sheet = self._sheet
        sheet.set_cursor(replace(sheet.cursor, tick=0))
        sheet.seeked.emit(0)
        sheet.set_coordinates(replace(sheet.coordinates, left=0.0).held())

    def _end(self) -> None:
        self._sheet.select(())
        self._put_cursor(
            self._sheet.song.metres.whole_bars(self._sheet.song.end), self._sheet.cursor.pitch
        )

    def _under_cursor(self) -> frozenset[int]:
        cursor = self._sheet.cursor
        if not cursor.shown:
            return frozenset()
        return within(self._sheet.notes, cursor.tick, cursor.tick + 1, cursor.pitch, cursor.pitch)

    def _enter(self) -> None:
        """Select the note below the cursor, else write one."""
        sheet = self._sheet
        if sheet.selection:
            return
        found = self._under_cursor()
        if found:
            sheet.select(found)
            self.walked.emit(min(found))
        else:
            self._write()

    def _write(self) -> None:
        sheet = self._sheet
        if not sheet.cursor.shown:
            self._put_cursor(sheet.cursor.tick, sheet.cursor.pitch)
            return
        cursor = sheet.cursor
        note = Note(cursor.tick, sheet.pen_length, cursor.pitch, sheet.pen.velocity)
        sheet.edit(self.tr("Draw a note"), sheet.notes.added([note]), ())
        self._put_cursor(note.end, cursor.pitch)
        self._hear()

    def _hear(self) -> None:
        """Let the cursor's pitch be heard until the key goes up, or another comes."""
        self._sheet.sound(self._sheet.cursor.pitch, self._sheet.pen.velocity)

    def _walk(self, way: int, *, extend: bool) -> None:
        """Select the note after, or before, the one that was walked to last."""
        sheet = self._sheet
        notes = sheet.notes
        if not len(notes):
            return
        place = self._place()
        if place is None:
            tick = sheet.cursor.tick if sheet.cursor.shown else sheet.coordinates.ticks[0]
            place = int(np.searchsorted(notes.start, tick)) - (0 if way > 0 else 1)
        else:
            place += way
        note = notes[max(0, min(len(notes) - 1, place))]
        self._last = note.id
        sheet.select(sheet.selection | {note.id} if extend else {note.id})
        sheet.set_cursor(Cursor(note.start, note.pitch, True))
        sheet.set_coordinates(sheet.coordinates.showing(note.start, note.pitch))
        sheet.sound(note.pitch, note.velocity)
        self.walked.emit(note.id)

    def _place(self) -> int | None:
        """The place of the note that was walked to last, or of the only selected one."""
        sheet = self._sheet
        if not sheet.selection:
            return None
        current = self._last if self._last in sheet.selection else min(sheet.selection)
        found = np.flatnonzero(sheet.notes.ids == current)
        return int(found[0]) if len(found) else None

    def _show_selected(self) -> None:
        chosen = self._sheet.notes.chosen(self._sheet.selection)
        if len(chosen):
            tick, pitch = int(chosen.start[0]), int(chosen.pitch[0])
            self._sheet.set_coordinates(self._sheet.coordinates.showing(tick, pitch))
            if len(chosen) == 1:
                self._sheet.set_cursor(Cursor(tick, pitch, self._sheet.cursor.shown))
                self._sheet.sound(pitch, int(chosen.velocity[0]))

    def _escape(self) -> bool:
        if self._gestures.cancel():
            return True
        had = bool(self._sheet.selection)
        self._sheet.select(())
        return had

    def _zoom(self, across: float, down: float) -> None:
        c = self._sheet.coordinates
        sheet = self._sheet
        x, y = c.width / 2, c.height / 2
        if sheet.cursor.shown and 0 <= c.x(sheet.cursor.tick) <= c.width:
            x, y = c.x(sheet.cursor.tick), c.y(sheet.cursor.pitch)
        sheet.set_coordinates(c.zoomed(across, down, (x, y)))
