"""In the window the tune of the last look is heard, and what was interrupted is offered."""

import pytest

from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.paths import state_dir
from studio.tasks.train_tunes import TunesPlan
from studio.tasks.train_tunes_card import remember_plan
from studio.ui.train_tunes.own_tunes import OwnTunes

SONG = Song(tracks=(Track(notes=Notes([Note(0, 480, 60)])),))


@pytest.fixture
def own(window, gpu):
    return OwnTunes(window, gpu)


def test_the_dialog_is_opened_and_not_modal(qtbot, own):
    own.open()

    qtbot.waitUntil(own.dialog.isVisible)
    assert not own.dialog.isModal()


def test_a_tune_is_heard_until_the_dialog_is_closed(window, own):
    own.open()
    before = window.music.desk.heard

    own.dialog.hear.emit(SONG)
    assert window.music.desk.heard is SONG
    own.dialog.close()

    assert window.music.desk.heard is before
    assert window.editor.document.song is None


def test_what_was_interrupted_is_offered(window, own, tmp_path):
    own.offer()
    assert not window.messages.isVisible()
    checkpoint = state_dir() / "checkpoints" / "tunes-1.safetensors"
    remember_plan(TunesPlan(tmp_path, "Begun"), checkpoint)
    checkpoint.touch()

    own.offer()

    assert window.messages.isVisible()
