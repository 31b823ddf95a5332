"""Errands answer in the GUI thread, in sentences where they fail."""

import sys
import threading

import pytest

from studio.errors import StudioError
from studio.ui.errands import Errands, at_once, in_parts


@pytest.fixture
def errands(disk, messages):
    return Errands(disk, messages)


def test_the_answer_comes_in_the_gui_thread(qtbot, errands):
    seen = []

    def work():
        return threading.current_thread().name

    errands.run(
        "Work",
        lambda: at_once(work),
        lambda name: seen.append((name, threading.current_thread().name)),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("worker-disk", "MainThread")]


def test_a_studio_error_is_a_message(qtbot, errands, messages):
    def work():
        raise StudioError("The disk is full.")

    errands.run("Work", lambda: at_once(work), lambda _: None)
    qtbot.waitUntil(lambda: messages.texts() == ["The disk is full."])


def test_failed_takes_the_error(qtbot, errands, messages):
    caught = []

    def work():
        raise StudioError("No.")

    errands.run("Work", lambda: at_once(work), lambda _: None, failed=caught.append)
    qtbot.waitUntil(lambda: bool(caught))
    assert messages.texts() == []


def test_a_bug_goes_to_the_hook(qtbot, errands, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: caught.append(args))

    def work():
        raise KeyError("bug")

    errands.run("Work", lambda: at_once(work), lambda _: None)
    qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is KeyError
    assert caught[0][2] is not None


def test_slow_work_says_so_while_it_lasts(qtbot, errands, messages):
    go_on, done = threading.Event(), []
    errands.run("Reading", lambda: at_once(lambda: go_on.wait(10)), done.append)
    qtbot.waitUntil(lambda: messages.texts() == ["Reading …"])
    go_on.set()
    qtbot.waitUntil(lambda: bool(done))
    assert messages.texts() == []


def test_kept_work_is_known_until_it_ends(qtbot, errands):
    go_on = threading.Event()
    errands.run("Saving", lambda: at_once(lambda: go_on.wait(10)), lambda _: None, keep=True)
    assert errands.writing
    with qtbot.waitSignal(errands.idle):
        go_on.set()
    assert not errands.writing


def test_parts_become_steps():
    def parts():
        yield 0.25
        yield 0.5
        return "whole"

    work = in_parts(parts())
    assert [next(work).progress, next(work).progress] == [0.25, 0.5]
    with pytest.raises(StopIteration) as end:
        next(work)
    assert end.value.value == "whole"
