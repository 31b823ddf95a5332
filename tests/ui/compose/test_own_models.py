"""The way to the training on own tunes, and hearing what it writes."""

from PySide6.QtCore import Qt

from studio.music.note import Note, Notes
from studio.music.song import Loop, Song, Track

LEFT = Qt.MouseButton.LeftButton
TUNE = Song(tracks=(Track("Tune", notes=Notes([Note(0, 1920, 64)])),))


def test_a_button_beside_the_model_opens_the_dialog(qtbot, window):
    qtbot.mouseClick(window.composing.panel.basics.train, LEFT)
    qtbot.waitUntil(window.own_models.dialog.isVisible)
    window.own_models.dialog.reject()


def test_the_tune_of_a_look_is_played_in_the_place_of_the_song(qtbot, window):
    window.own_models.open()
    window.own_models.dialog.hear.emit(TUNE)
    desk = window.music.desk
    assert desk.heard is TUNE
    assert desk.player._wish.loop == Loop(0, 1920)
    qtbot.waitUntil(lambda: desk.is_playing)
    window.own_models.dialog.hear.emit(TUNE)
    assert desk.heard is desk.song
    assert not desk.is_playing
    window.own_models.dialog.hear.emit(TUNE)
    window.own_models.dialog.reject()
    assert desk.heard is desk.song
