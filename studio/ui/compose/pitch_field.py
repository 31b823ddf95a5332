"""A pitch that is typed by its name or number: "C4", "F#3", "60"."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from studio.music.note import HIGHEST, LOWEST
from studio.music.theory import pitch_name

_NAME = re.compile(r"([A-Ga-g])([#♯b♭]?)(-?\d)")
_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SIGNS = {"": 0, "#": 1, "♯": 1, "b": -1, "♭": -1}


def parse_pitch(text: str) -> int | None:
    """The MIDI number of ``C4`` (60) or of a number; None where it is no pitch."""
    text = text.strip()
    if text.isdecimal():
        return int(text) if int(text) <= HIGHEST else None
    found = _NAME.fullmatch(text)
    if found is None:
        return None
    letter, sign, octave = found.groups()
    pitch = _STEPS[letter.upper()] + _SIGNS[sign] + 12 * (int(octave) + 1)
    return pitch if LOWEST <= pitch <= HIGHEST else None


class PitchField(QLineEdit):
    """A line for one pitch: Up and Down go a semitone, Page Up and Page Down an octave."""

    committed = Signal(int)

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pitch = 60
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.editingFinished.connect(self._finish)
        self.textEdited.connect(lambda: self._mark(parse_pitch(self.text()) is None))

    def pitch(self) -> int:
        """The pitch."""
        return self._pitch

    def set_pitch(self, pitch: int) -> None:
        """Show another pitch; emits nothing."""
        self._pitch = pitch
        self.setText(pitch_name(pitch))
        self._mark(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 12,
            Qt.Key.Key_PageDown: -12,
        }.get(Qt.Key(event.key()))
        if steps is not None:
            self._take(self._pitch + steps)
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.set_pitch(self._pitch)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not self.hasFocus() or turned == 0:
            event.ignore()
            return
        self._take(self._pitch + (1 if turned > 0 else -1))
        event.accept()

    def _finish(self) -> None:
        if self.isModified():
            typed = parse_pitch(self.text())
            self._take(self._pitch if typed is None else typed)

    def _take(self, pitch: int) -> None:
        pitch = max(LOWEST, min(HIGHEST, pitch))
        changed = pitch != self._pitch
        self.set_pitch(pitch)
        if changed:
            self.committed.emit(pitch)

    def _mark(self, invalid: bool) -> None:
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            self.style().unpolish(self)
            self.style().polish(self)
