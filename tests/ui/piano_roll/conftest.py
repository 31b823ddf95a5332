"""A roll with a small song, bound to itself: what it wants, it gets."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.ui.piano_roll.piano_roll import PianoRoll
from tests.ui.conftest import show

BAR, BEAT, STEP = 1920, 480, 120
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def small_song():
    """Four notes of a melody in the middle of the roll, and a chord in a second track."""
    melody = Notes(
        [
            Note(0, 480, 60, 80),
            Note(480, 240, 64, 90),
            Note(960, 480, 67, 100),
            Note(1920, 960, 61, 110),
        ]
    )
    chord = Notes([Note(0, BAR, pitch, 70) for pitch in (48, 55, 64)])
    return Song(tracks=(Track("Melody", notes=melody), Track("Chords", 48, notes=chord)))


class Desk:
    """A roll and a song that answers every wish; counts the wishes."""

    def __init__(self, roll, song):
        self.roll, self.song = roll, song
        self.edits, self.loops, self.seeks, self.heard = [], [], [], []
        roll.set_song(song)
        roll.edited.connect(self._edited)
        roll.loop_changed.connect(self._looped)
        roll.seeked.connect(self.seeks.append)
        roll.auditioned.connect(lambda *what: self.heard.append(what))

    def _edited(self, label, notes, merge):
        self.edits.append((label, merge))
        self.song = self.song.with_notes(self.roll.track, notes)
        self.roll.set_song(self.song)

    def _looped(self, loop):
        from dataclasses import replace

        self.loops.append(loop)
        self.song = replace(self.song, loop=loop)
        self.roll.set_song(self.song)

    @property
    def notes(self):
        """The notes of the track as (start, length, pitch, velocity)."""
        return [
            (n.start, n.length, n.pitch, n.velocity)
            for n in self.song.tracks[self.roll.track].notes
        ]

    def at(self, tick, pitch, by=2):
        """A point of the field, ``by`` pixels after a tick in the middle of a row."""
        c = self.roll.field._sheet.coordinates
        return QPoint(round(c.x(tick)) + by, round(c.y(pitch) + c.row / 2))

    def press(self, at, held=PLAIN, button=LEFT):
        """A button goes down in the field."""
        QTest.mousePress(self.roll.field, button, held, at)

    def move(self, at, held=PLAIN, button=LEFT):
        """The pointer moves in the field with a button down."""
        send_move(self.roll.field, at, held, button)

    def release(self, at, held=PLAIN, button=LEFT):
        """The button goes up."""
        QTest.mouseRelease(self.roll.field, button, held, at)

    def drag(self, start, end, held=PLAIN, button=LEFT):
        """A whole drag in some steps."""
        self.press(start, held, button)
        for step in (1, 2, 3, 4):
            self.move(start + (end - start) * step / 4, held, button)
        self.release(end, held, button)

    def double_click(self, at):
        """Both clicks of the left button, as a window system sends them."""
        QTest.mouseClick(self.roll.field, LEFT, PLAIN, at)
        QTest.mouseDClick(self.roll.field, LEFT, PLAIN, at)
        QTest.mouseRelease(self.roll.field, LEFT, PLAIN, at)

    def key(self, key, held=PLAIN):
        """A key goes down and up where the focus is."""
        QTest.keyClick(self.roll.field, key, held)


def send_move(widget, at, held=PLAIN, button=LEFT):
    """Move the pointer with keys held, which QTest cannot."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        button,
        held,
    )
    QApplication.sendEvent(widget, event)


@pytest.fixture
def desk(qtbot):
    """A shown roll of 1000 × 600 with the small song, the pencil and a grid of sixteenths."""
    roll = PianoRoll()
    qtbot.addWidget(roll)
    roll.resize(1000, 600)
    show(qtbot, roll)
    made = Desk(roll, small_song())
    roll.set_grid(STEP)
    roll.field._sheet.set_coordinates(roll.field._sheet.coordinates.showing(0, 66).showing(0, 60))
    roll.field.setFocus()
    return made
