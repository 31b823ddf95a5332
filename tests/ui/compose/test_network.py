"""The panel with the melody network that ships."""

import pytest
from PySide6.QtCore import Qt

from studio.document.document import Document
from studio.registry import MUSIC_MODELS
from studio.ui.main_window import MainWindow
from tests.ui.compose.conftest import BAR
from tests.ui.conftest import quick, quick_live, show
from tests.ui.music.conftest import clocked_player


@pytest.fixture
def window(qtbot, cards, settings, editor, gpu, disk, recovery, song):
    made = MainWindow(settings, editor, gpu, disk, recovery, stylize=quick, paint_live=quick_live)
    qtbot.addWidget(made, before_close_func=lambda one: one.editor.reset(Document.empty()))
    with qtbot.waitSignal(made.shelf.changed):
        made.greet()
    editor.reset(editor.document.with_song(song))
    made.music.wake(clocked_player)
    show(qtbot, made)
    made.open_compose()
    yield made
    made.music.close()
    gpu.close(10)
    disk.close(10)
    recovery.clear()


@pytest.mark.skipif(not MUSIC_MODELS["lstm"].path.is_file(), reason="the weights are not here")
def test_the_melody_network_goes_on_with_a_tune_in_its_key(qtbot, window):
    composing = window.composing
    composing.choose_verb("continue")
    composing.values.change("Two bars", bars=2, variations=2)
    qtbot.waitUntil(lambda: composing.panel.button.button.text() == "Continue 2 bars × 2")
    with qtbot.waitSignal(composing.jobs.ended, timeout=120_000):
        qtbot.mouseClick(composing.panel.button.button, Qt.MouseButton.LeftButton)
    assert len(composing.audition.variations) == 2
    composing.taking.keep()
    notes = window.editor.document.song.tracks[0].notes
    new = notes.where(notes.start >= 4 * BAR)
    assert len(new)
    assert new.end <= 6 * BAR
    key = window.music.desk.song.key_at(0)
    assert set((new.pitch % 12).tolist()) <= key.pitch_classes
