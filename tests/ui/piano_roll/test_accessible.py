"""The notes as assistive technology meets them."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible

from studio.music.note import Note
from studio.music.song import Song, Track
from studio.music.theory import parse_key
from studio.ui.piano_roll.piano_roll import PianoRoll
from studio.ui.piano_roll.words import length_words, note_words, pitch_words
from tests.ui.piano_roll.conftest import BAR, CTRL, small_song

NAME = QAccessible.Text.Name


@pytest.fixture
def listening():
    """As if a screen reader ran."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def interface(desk):
    return QAccessible.queryAccessibleInterface(desk.roll.field)


def test_a_note_is_named_in_words():
    song = Song(tracks=(Track(),))
    note = Note(BAR * 2 + 480, 240, 61, 90)
    assert note_words(song, 0, note) == "C sharp 4, bar 3 beat 2, eighth, velocity 90"


def test_flats_drums_and_locks_have_their_words():
    song = Song(
        tracks=(Track(), Track(drums=True)),
        keys=(parse_key("Bb major"),),
    )
    assert pitch_words(song, 0, 70) == "B flat 4"
    assert pitch_words(song, 0, 60) == "C 4"
    assert pitch_words(song, 1, 38) == "Snare"
    assert note_words(song, 0, Note(10, 480, 60, 1, locked=True)).endswith(", locked")


@pytest.mark.parametrize(
    ("ticks", "words"),
    [
        *((1920, "whole"), (720, "dotted quarter"), (160, "eighth triplet")),
        *((30, "sixty-fourth"), (600, "1.25 quarters")),
    ],
)
def test_lengths_have_words(ticks, words):
    assert length_words(ticks) == words


def test_the_notes_of_the_track_are_a_list(desk):
    found = interface(desk)
    assert found.role() == QAccessible.Role.List
    assert found.text(NAME) == "Piano roll, Melody, 4 notes"
    assert found.childCount() == 4
    assert found.child(3).text(NAME) == "C sharp 4, bar 2 beat 1, half, velocity 110"
    assert found.child(3).role() == QAccessible.Role.ListItem
    assert found.child(4) is None
    assert found.indexOfChild(found.child(2)) == 2
    assert found.child(1).parent() is found


def test_items_follow_the_song_and_the_track(desk):
    found = interface(desk)
    last = found.child(3)
    desk.roll.set_selection([4])
    desk.key(Qt.Key.Key_Up)
    assert last.text(NAME).startswith("D 4,")
    desk.key(Qt.Key.Key_Delete)
    assert not last.isValid()
    assert last.text(NAME) == ""
    desk.roll.set_track(1)
    assert found.childCount() == 3
    assert found.child(0).text(NAME) == "C 3, bar 1 beat 1, whole, velocity 70"


def test_an_item_lies_where_its_note_is_painted(desk):
    found = interface(desk)
    box = found.child(0).rect()
    centre = desk.roll.field.mapFromGlobal(box.center())
    hit = found.childAt(box.center().x(), box.center().y())
    assert hit is found.child(0)
    assert abs(centre.y() - desk.at(0, 60).y()) <= 2
    assert found.childAt(box.x() + 5, box.y() - 200) is None


def test_the_selection_is_told_and_can_be_changed(desk):
    found = interface(desk)
    desk.roll.set_selection([1, 3])
    assert [found.child(n).state().selected for n in range(4)] == [True, False, True, False]
    selection = found.selectionInterface()
    assert selection.selectedItemCount() == 2
    assert selection.selectedItems() == [found.child(0), found.child(2)]
    assert selection.select(found.child(1))
    assert selection.unselect(found.child(0))
    assert desk.roll.selection == {2, 3}
    assert selection.selectAll()
    assert len(desk.roll.selection) == 4
    assert selection.clear()
    assert desk.roll.selection == frozenset()


def test_the_focus_follows_the_walk_from_note_to_note(desk, listening):
    found = interface(desk)
    for place in range(3):
        desk.key(Qt.Key.Key_Right, CTRL)
        assert found.focusChild() is found.child(place)
        assert found.child(place).state().focused
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Return)


def test_rolls_come_and_go_while_somebody_listens(qtbot, listening):
    kept = []
    for _ in range(6):
        roll = PianoRoll()
        roll.set_song(small_song())
        found = QAccessible.queryAccessibleInterface(roll.field)
        items = [found.child(place) for place in range(found.childCount())]
        assert all(item.text(NAME) for item in items)
        roll.deleteLater()
        del found, roll
        kept.extend(items)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    kept.clear()
    gc.collect()
