"""The list of tracks under real clicks and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from studio.music.song import Track
from studio.ui.piano_roll.track_list import TrackList
from tests.ui.conftest import show
from tests.ui.piano_roll.conftest import LEFT, small_song

K = Qt.Key


@pytest.fixture
def tracks(qtbot):
    """The list of a song of two tracks that answers every wish."""
    made = TrackList()
    qtbot.addWidget(made)
    made.resize(200, 300)
    made.song = small_song()
    made.edits = []

    def edited(label, place, track):
        made.edits.append((label, place))
        made.song = made.song.with_track(place, track)
        made.show_song(made.song)

    made.track_edited.connect(edited)
    made.chosen.connect(made.show_chosen)
    show(qtbot, made)
    made.show_song(made.song)
    return made


def test_tracks_are_shown_with_their_instruments(tracks):
    assert [row.title.text() for row in tracks.rows] == ["Melody", "Chords"]
    assert [row.instrument.text() for row in tracks.rows] == ["Grand piano", "Strings"]
    assert tracks.rows[0].accessibleName() == "Melody, Grand piano, edited"


def test_a_press_chooses_a_track(tracks, qtbot):
    with qtbot.waitSignal(tracks.chosen) as chosen:
        qtbot.mouseClick(tracks.rows[1], LEFT)
    assert chosen.args == [1]
    assert tracks.rows[1].volume.isVisible()
    assert not tracks.rows[0].volume.isVisible()


def test_mute_and_solo_by_click_and_by_key(tracks, qtbot):
    qtbot.mouseClick(tracks.rows[1].mute, LEFT)
    qtbot.mouseClick(tracks.rows[0].solo, LEFT)
    assert tracks.song.tracks[1].muted
    assert tracks.song.tracks[0].solo
    tracks.rows[1].setFocus()
    qtbot.keyClick(tracks.rows[1], K.Key_M)
    qtbot.keyClick(tracks.rows[1], K.Key_S)
    assert not tracks.song.tracks[1].muted
    assert tracks.song.tracks[1].solo
    assert tracks.rows[1].solo.isChecked()


def test_a_wish_that_is_not_granted_leaves_the_button_as_it_was(tracks, qtbot):
    tracks.track_edited.disconnect()
    qtbot.mouseClick(tracks.rows[0].mute, LEFT)
    assert not tracks.rows[0].mute.isChecked()


def test_a_name_is_typed_after_f2_or_a_double_click(tracks, qtbot):
    row = tracks.rows[0]
    row.setFocus()
    qtbot.keyClick(row, K.Key_F2)
    qtbot.keyClicks(row.name, "Tune")
    qtbot.keyClick(row.name, K.Key_Return)
    assert tracks.song.tracks[0].name == "Tune"
    assert tracks.edits == [("Rename the track", 0)]
    assert row.hasFocus()
    assert row._menu is None
    qtbot.mouseDClick(row, LEFT)
    assert row.name.isVisible()
    qtbot.keyClick(row.name, K.Key_Escape)
    assert not row.name.isVisible()
    assert tracks.song.tracks[0].name == "Tune"


def test_an_instrument_is_found_by_a_few_letters(tracks, qtbot):
    row = tracks.rows[0]
    row.setFocus()
    qtbot.keyClick(row, K.Key_Return)
    menu = row._menu
    qtbot.waitUntil(menu.isVisible)
    assert len(menu.names()) == 128 + 9
    qtbot.keyClicks(menu.field, "cello")
    assert menu.names()[0] == "Cello"
    qtbot.keyClick(menu.field, K.Key_Return)
    assert tracks.song.tracks[0].program == 42
    assert row.instrument.text() == "Cello"


def test_a_drum_kit_is_an_instrument_too(tracks, qtbot):
    row = tracks.rows[0]
    row.open_instruments()
    menu = row._menu
    qtbot.keyClicks(menu.field, "jazz kit")
    qtbot.keyClick(menu.field, K.Key_Return)
    assert tracks.song.tracks[0].drums
    assert tracks.song.tracks[0].program == 32
    row.open_instruments()
    assert menu.list.currentItem().text() == "Jazz kit"
    qtbot.keyClick(menu.field, K.Key_Up)
    assert menu.list.currentItem().text() == "Analogue kit"
    qtbot.keyClick(menu.field, K.Key_Escape)
    assert not menu.isVisible()


def test_the_volume_is_dragged_and_reset(tracks, qtbot):
    slider = tracks.rows[0].volume
    qtbot.mouseClick(slider, LEFT, pos=slider.rect().center())
    assert tracks.song.tracks[0].volume == pytest.approx(64, abs=3)
    qtbot.mouseDClick(slider, LEFT, pos=slider.rect().center())
    assert tracks.song.tracks[0].volume == 100


def test_arrows_go_from_track_to_track(tracks, qtbot):
    tracks.rows[0].setFocus()
    qtbot.keyClick(tracks.rows[0], K.Key_Down)
    assert tracks.rows[1].hasFocus()
    assert tracks.rows[1].volume.isVisible()
    qtbot.keyClick(tracks.rows[1], K.Key_Down)
    assert tracks.rows[1].hasFocus()


def test_tracks_are_added_duplicated_and_removed(tracks, qtbot):
    added, removed = [], []
    tracks.track_added.connect(added.append)
    tracks.track_removed.connect(removed.append)
    qtbot.mouseClick(tracks.add, LEFT)
    tracks.rows[1].duplicate_wanted.emit()
    tracks.rows[1].setFocus()
    qtbot.keyClick(tracks.rows[1], K.Key_Delete)
    assert added[0] is None
    assert added[1] == replace(tracks.song.tracks[1], name="Chords 2")
    assert removed == [1]


def test_the_list_grows_and_shrinks_with_the_song(tracks):
    tracks.show_song(tracks.song.with_new_track(Track(drums=True)))
    assert [row.title.text() for row in tracks.rows] == ["Melody", "Chords", "Track 3"]
    tracks.show_song(tracks.song.without_track(0))
    assert [row.title.text() for row in tracks.rows] == ["Chords"]


def test_it_folds_to_a_strip(tracks, qtbot):
    wide = tracks.width()
    qtbot.mouseClick(tracks.fold, LEFT)
    assert tracks.is_folded
    assert tracks.width() < wide / 3
    tracks.grab()
    qtbot.mouseClick(tracks.rows[1], LEFT)
    qtbot.mouseClick(tracks.fold, LEFT)
    assert tracks.width() == wide
    assert tracks.rows[1].volume.isVisible()


def test_a_colour_is_chosen_from_the_menu(tracks, qtbot):
    row = tracks.rows[0]
    menu = row._colours_menu()
    assert len(menu.actions()) == 8
    menu.actions()[3].trigger()
    assert tracks.song.tracks[0].colour == 3


def test_the_menu_of_a_track_opens(tracks, qtbot):
    qtbot.mouseClick(tracks.rows[0].more, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 6
    QTest.keyClick(menu, K.Key_Escape)
