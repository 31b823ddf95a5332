"""A bug shows one dialog, with the work saved and details to copy."""

import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from studio.ui.crash import CrashHooks, describe, versions


@pytest.fixture
def hooks(qapp, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *args: None)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = CrashHooks(lambda: "Your work is kept.")
    sys.excepthook = made.caught
    threading.excepthook = made.caught_in_thread
    yield made
    if made.dialog is not None:
        made.dialog.accept()


def fail():
    try:
        raise KeyError("the bug")
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def button(dialog, text):
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_the_dialog_tells_what_and_that_the_work_is_safe(qtbot, hooks):
    fail()
    qtbot.waitUntil(lambda: hooks.dialog is not None)
    text = hooks.dialog.findChild(QPlainTextEdit).toPlainText()
    assert "KeyError: 'the bug'" in text
    assert "Klangbild" in text
    qtbot.mouseClick(button(hooks.dialog, "Copy details"), Qt.MouseButton.LeftButton)
    assert "the bug" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(button(hooks.dialog, "Go on"), Qt.MouseButton.LeftButton)
    assert hooks.dialog is None


def test_a_second_bug_opens_no_second_dialog(qtbot, hooks):
    fail()
    qtbot.waitUntil(lambda: hooks.dialog is not None)
    first = hooks.dialog
    fail()
    qtbot.waitUntil(lambda: hooks.pending == 0)
    assert hooks.dialog is first


def test_a_bug_in_another_thread_shows_in_this_one(qtbot, hooks):
    def work():
        raise ValueError("elsewhere")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: hooks.dialog is not None)
    assert "elsewhere" in hooks.dialog.findChild(QPlainTextEdit).toPlainText()


def test_a_save_that_fails_too_is_told(qtbot, hooks):
    def broken():
        raise OSError("disk full")

    hooks._save = broken
    fail()
    qtbot.waitUntil(lambda: hooks.dialog is not None)
    assert "disk full" in hooks.dialog.kept


def test_details_name_the_versions():
    error = RuntimeError("x")
    assert versions() in describe(RuntimeError, error, None)
