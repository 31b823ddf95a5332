"""The line of a training's dialog says one sentence, and is not there without one."""

import pytest

from studio.errors import StudioError
from studio.jobs import Job, State, Update
from studio.ui.training.line import TrainingLine, rest_words


@pytest.fixture
def line(qtbot):
    made = TrainingLine(None)
    qtbot.addWidget(made)
    return made


def update(state, **more):
    return Update(Job("a training", lambda: iter(())), state, **more)


def test_it_hides_without_a_sentence(line):
    line.say("Learning.")
    assert not line.isHidden()
    line.say("")
    assert line.isHidden()


def test_it_tells_of_each_other_sentence_once(line):
    told = []
    line.said.connect(lambda: told.append((line.text(), line.property("role"))))

    line.say("Learning.")
    line.say("Learning.")
    line.say("Learning.", bad=True)

    assert told == [("Learning.", "muted"), ("Learning.", "bad")]


def test_a_fault_is_its_sentence_and_a_stop_says_whether_it_can_go_on(line):
    line.say_stopped(update(State.FAILED, error=StudioError("The disk is full.")))
    assert (line.text(), line.property("role")) == ("The disk is full.", "bad")

    line.say_stopped(update(State.CANCELLED))
    assert "goes on" in line.text()

    line.say_stopped(update(State.CANCELLED), resumable=False)
    assert line.text() == "Stopped."


def test_the_rest_is_a_time_unless_it_is_paused_or_not_known():
    assert rest_words(update(State.RUNNING, remaining=61.0)) == ("1:01 left",)
    assert rest_words(update(State.PAUSED, remaining=61.0)) == ("paused",)
    assert rest_words(update(State.RUNNING)) == ()
