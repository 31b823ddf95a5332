"""The first start: a picture, a style, three things to try."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from studio.settings import Settings
from studio.ui import style_settings
from studio.ui.first_start import sample_picture
from studio.ui.stored_settings import StoredSettings


@pytest.fixture
def settings(qapp):
    """Settings of somebody who starts the program for the first time."""
    return StoredSettings(Settings())


def test_the_sample_ships():
    assert sample_picture().is_file()


def test_sample_style_and_hints_are_there(qtbot, window):
    qtbot.waitUntil(lambda: window.editor.document.photo is not None)
    qtbot.waitUntil(lambda: bool(style_settings.cards(window.editor.document)))
    assert window.welcome.hints.isVisible()
    assert not window.editor.dirty
    assert window.editor.undo_text == ""
    qtbot.waitUntil(window.paint_button.button.isEnabled)


def test_hints_go_away_one_by_one_and_for_good(qtbot, window, settings, picture):
    qtbot.waitUntil(lambda: window.editor.document.photo is not None)
    hints = window.welcome.hints
    window.choose_style("moss")
    assert hints._left == {"play", "photo"}
    window.intake.use_as_photo(picture)
    assert not settings.value.first_start_done
    window.music.desk.playing_changed.emit(True)
    assert window.welcome.hints is None
    assert settings.value.first_start_done


def test_a_hint_does_what_it_says(qtbot, window):
    qtbot.waitUntil(lambda: window.editor.document.photo is not None)
    before = style_settings.cards(window.editor.document)
    card = window.welcome.hints._cards["style"]
    qtbot.mouseClick(card._button, Qt.MouseButton.LeftButton)
    assert style_settings.cards(window.editor.document) != before


def test_the_help_menu_brings_them_back(qtbot, window):
    window.welcome.hints.leave()
    assert window.welcome.hints is None
    window.registry["help.hints"].trigger()
    assert window.welcome.hints is not None


def test_the_hints_are_as_tall_as_their_text(qtbot, window):
    hints = window.welcome.hints
    for card in hints._cards.values():
        labels = card.findChildren(QLabel)
        labels[-1].setText("Several words that take more than two lines here. " * 4)
    hints._place()
    qtbot.waitUntil(lambda: all(_fits(label) for label in hints.findChildren(QLabel)))
    assert hints.geometry().bottom() < hints.parentWidget().height()


def _fits(label):
    return label.height() >= label.heightForWidth(label.width())
