"""A training is begun once at a time, held, ended early, and gone on with after a stop."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from studio.jobs import State


def test_it_tells_its_plan_and_its_result(qtbot, lessons):
    with qtbot.waitSignal(lessons.started) as begun:
        lessons.start("moon")
    assert begun.args == ["moon"]
    assert lessons.plan == "moon"
    qtbot.waitUntil(lambda: lessons.job.state is State.RUNNING)

    with qtbot.waitSignal(lessons.ended):
        lessons.stop_early()

    assert len(lessons.results) == 1
    assert lessons.job is None


def test_a_second_one_is_refused_with_a_sentence(qtbot, lessons, messages):
    lessons.start("moon")

    assert lessons.start("sun") is None

    assert "Something is learned already." in messages.texts()
    assert lessons.plan == "moon"
    with qtbot.waitSignal(lessons.ended):
        lessons.cancel()


def test_one_that_is_held_can_be_ended_early(qtbot, lessons):
    job = lessons.start("moon")
    qtbot.waitUntil(lambda: job.state is State.RUNNING)
    lessons.toggle_pause()
    qtbot.waitUntil(lambda: job.state is State.PAUSED)

    with qtbot.waitSignal(lessons.ended):
        lessons.stop_early()

    assert job.state is State.DONE


def test_what_was_stopped_goes_on_from_its_message(qtbot, lessons, messages):
    job = lessons.start("moon")
    qtbot.waitUntil(lambda: job.state is State.RUNNING)
    with qtbot.waitSignal(lessons.ended):
        lessons.cancel()
    assert lessons.results == []
    row = messages.rows()[-1]
    again = next(one for one in row.findChildren(QPushButton) if one.text() == "Go on")

    with qtbot.waitSignal(lessons.started) as begun:
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)

    assert begun.args == ["moon"]
    with qtbot.waitSignal(lessons.ended):
        lessons.cancel()
