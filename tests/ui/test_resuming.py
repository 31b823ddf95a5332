"""A painting that was interrupted goes on when the studio starts again."""

import pytest
from PySide6.QtWidgets import QPushButton

from studio.ui import style_settings, unfinished
from tests.ui.test_unfinished import begun


@pytest.fixture
def left(picture):
    """What a process that is gone left behind."""
    return begun(unfinished.checkpoints(), picture)


@pytest.fixture
def asked(left, qtbot, window):
    qtbot.waitUntil(lambda: bool(window.messages.rows()))
    return window.messages.rows()[0]


def press(row, text):
    next(one for one in row.findChildren(QPushButton) if one.text() == text).click()


def test_it_is_offered_at_the_start(asked):
    assert "harbour.png was interrupted" in asked.message.text


def test_go_on_brings_photo_settings_and_the_result(asked, left, qtbot, window):
    left.checkpoint.write_text("35")
    with qtbot.waitSignal(window.jobs.painted, timeout=10_000):
        press(asked, "Go on")
    document = window.editor.document
    assert document.photo.name == "photo.png"
    assert style_settings.values(document)["seed"] == 5
    assert document.shown_result.recipe.request["seed"] == 5
    assert not left.folder.exists()


def test_later_keeps_it(asked, left, window):
    press(asked, "Later")
    assert left.folder.exists()
    assert not window.jobs.busy


def test_discard_deletes_it(asked, left, qtbot):
    press(asked, "Discard")
    qtbot.waitUntil(lambda: not left.folder.exists())
