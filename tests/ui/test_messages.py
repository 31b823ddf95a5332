"""The message bar tells in sentences and lets errors stay."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from studio.errors import StudioError
from studio.ui.messages import Choice, Message


def button(row, text):
    return next(one for one in row.findChildren(QPushButton) if one.text() == text)


def test_it_hides_while_there_is_nothing(messages):
    assert messages.isHidden()
    messages.info("Saved.")
    assert not messages.isHidden()
    messages.dismiss(messages.rows()[0])
    assert messages.isHidden()


def test_an_error_is_its_sentence_and_stays(messages):
    messages.error(StudioError("The disk is full; free some space."))
    for number in range(6):
        messages.info(f"news {number}")
    assert messages.texts()[0] == "The disk is full; free some space."
    assert len(messages.texts()) < 6


def test_details_are_copied(qtbot, messages):
    messages.error("Broken.", details="Traceback …")
    row = messages.rows()[0]
    qtbot.mouseClick(button(row, "Copy details"), Qt.MouseButton.LeftButton)
    assert "Traceback …" in QGuiApplication.clipboard().text()
    assert messages.texts() == ["Broken."]


def test_a_choice_runs_and_closes(qtbot, messages):
    done = []
    choice = Choice("Restore", lambda: done.append(1), primary=True)
    messages.show_message(Message("Shall it?", choices=(choice,)))
    qtbot.mouseClick(button(messages.rows()[0], "Restore"), Qt.MouseButton.LeftButton)
    assert done == [1]
    assert messages.texts() == []


def test_the_same_key_replaces(messages):
    messages.info("one", key="saved")
    messages.info("two", key="saved")
    assert messages.texts() == ["two"]
    messages.forget("saved")
    assert messages.texts() == []


def test_every_message_has_its_height(messages):
    messages.setFixedWidth(300)
    messages.info("Saved.")
    one = messages.height_for(300)
    messages.error("A sentence that is so long that it needs more than one line to be read. " * 3)

    assert messages.height_for(300) >= one + 2 * messages.fontMetrics().height()
    messages.resize(300, messages.height_for(300))
    assert all(row.geometry().bottom() < messages.height() for row in messages.rows())
