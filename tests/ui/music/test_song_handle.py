"""The song is dragged out as MIDI; the music panel stays as it was left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studio.music.midi_file import read_midi
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.settings import Settings
from studio.ui.music.music_panel import MusicPanel
from studio.ui.music.panel_memory import PanelMemory
from studio.ui.music.song_handle import SongHandle
from studio.ui.stored_settings import StoredSettings


def test_the_dragged_file_is_the_song(window):
    song = Song(tracks=(Track("Oboe", 68, notes=Notes([Note(0, 480, 60)])),), title="Reed")
    window.editor.edit("Open", window.editor.document.with_song(song))

    mime = window.music.handle.mime()

    path = Path(mime.urls()[0].toLocalFile())
    assert path.name == "reed.mid"
    assert read_midi(path).song.tracks[0].notes == song.tracks[0].notes


def test_where_there_is_no_song_a_sentence_says_so(window):
    window.editor.edit("Open", window.editor.document.with_song(None))

    assert window.music.handle.mime() is None
    assert "no song" in window.messages.texts()[-1]


@pytest.mark.parametrize(("far", "asked"), [(2, 0), (40, 1)])
def test_a_drag_begins_once_the_pointer_has_gone_far_enough(qtbot, far, asked):
    calls = []
    handle = SongHandle(lambda: calls.append(1))
    qtbot.addWidget(handle)
    handle.show()

    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(handle, QPoint(4 + far, 4))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(4 + far, 4))

    assert len(calls) == asked


def test_a_click_alone_asks_for_an_export(qtbot):
    handle = SongHandle(lambda: None)
    qtbot.addWidget(handle)

    with qtbot.waitSignal(handle.clicked):
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton)


def test_the_panel_is_laid_out_as_it_was_left(qtbot):
    settings = StoredSettings(Settings())
    panel = MusicPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    panel.show()
    PanelMemory(panel, settings)
    panel.tracks.fold.click()
    panel.roll.splitter.setSizes([200, 100])
    panel.roll.splitter.splitterMoved.emit(200, 1)

    again = MusicPanel()
    qtbot.addWidget(again)
    again.resize(900, 500)
    again.show()
    PanelMemory(again, settings)

    assert settings.value.tracks_folded
    assert again.tracks.is_folded
    notes, lane = again.roll.splitter.sizes()
    assert notes / (notes + lane) == pytest.approx(settings.value.roll_share, abs=0.03)
    assert settings.value.roll_share > 0.62


def test_the_sample_tunes_are_opened_from_the_menu(qtbot, window):
    menus = {action.text(): action.menu() for action in window.header.menus.actions()}
    menu = next(a.menu() for a in menus["Music"].actions() if a.text() == "Sample tunes")
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions()]
    assert names[0] == "Harbour evening"

    menu.actions()[names.index("Lively reel")].trigger()

    qtbot.waitUntil(lambda: window.editor.document.song is not None)
    qtbot.waitUntil(lambda: window.editor.document.song.title == "Lively reel")
