"""The buttons below a training's dialog are those of its state, and act on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.jobs import State
from studio.ui.training.foot import TrainingFoot


@pytest.fixture
def foot(qtbot, lessons):
    """The row in a dialog that is seen."""
    dialog = QWidget()
    qtbot.addWidget(dialog)
    made = TrainingFoot(lessons, "Begin it", "End it", dialog)
    dialog.setLayout(made)
    dialog.show()
    return made


def shown(foot):
    buttons = (foot.go, foot.give_up, foot.pause, foot.enough, foot.cancel)
    return [one.text() for one in buttons if one.isVisible()]


def test_only_what_can_be_done_is_shown(foot):
    foot.show_state(False, "about 2:00")
    assert (shown(foot), foot.estimate.text()) == (["Start"], "about 2:00")

    foot.show_state(False, "", resumable=True)
    assert shown(foot) == ["Start", "Give up"]

    foot.show_state(True, "about 2:00", resumable=True)
    assert (shown(foot), foot.estimate.text()) == (["Pause", "Stop early", "Cancel"], "")


def test_a_button_that_is_added_stands_before_the_others(qtbot, foot):
    other = foot.button("Hear it", "Play it")
    foot.add(other)
    foot.show_state(False, "")

    qtbot.waitUntil(other.isVisible)
    assert foot.estimate.x() < other.x() < foot.go.x()


def test_pause_says_what_it_would_do(qtbot, foot, lessons):
    job = lessons.start("moon")
    foot.show_state(True, "")
    qtbot.waitUntil(lambda: job.state is State.RUNNING)

    qtbot.mouseClick(foot.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: foot.pause.text() == "Resume")
    assert foot.pause.accessibleName() == "Resume"

    with qtbot.waitSignal(lessons.ended):
        qtbot.mouseClick(foot.enough, Qt.MouseButton.LeftButton)
    assert foot.pause.text() == "Pause"
