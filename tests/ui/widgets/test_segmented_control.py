"""One choice out of a few."""

import pytest
from PySide6.QtCore import Qt

from studio.ui.widgets.segmented_control import SegmentedControl


@pytest.fixture
def control(qtbot):
    options = [("draft", "Draft"), ("good", "Good", "Good enough to show"), ("print", "Print")]
    made = SegmentedControl(options, name="Quality")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_option_is_chosen_at_the_start(control):
    assert control.current() == "draft"


def test_a_click_chooses(qtbot, control):
    with qtbot.waitSignal(control.currentChanged) as caught:
        qtbot.mouseClick(control.button("print"), Qt.MouseButton.LeftButton)
    assert caught.args == ["print"]
    assert control.current() == "print"
    assert not control.button("draft").isChecked()


def test_a_click_on_the_chosen_one_says_nothing(qtbot, control):
    with qtbot.assertNotEmitted(control.currentChanged):
        qtbot.mouseClick(control.button("draft"), Qt.MouseButton.LeftButton)
    assert control.current() == "draft"


def test_arrow_keys_move_the_choice(qtbot, control):
    control.button("draft").setFocus()
    with qtbot.waitSignal(control.currentChanged):
        qtbot.keyClick(control.button("draft"), Qt.Key.Key_Right)
    assert control.current() == "good"


def test_setting_the_choice_says_nothing(qtbot, control):
    with qtbot.assertNotEmitted(control.currentChanged):
        control.set_current("good")
    assert control.button("good").isChecked()


def test_an_unknown_choice_is_refused(control):
    with pytest.raises(KeyError):
        control.set_current("best")


def test_an_option_can_be_put_out_of_reach(control):
    control.set_option_enabled("print", False, "Too large")
    assert not control.button("print").isEnabled()
    assert control.button("print").toolTip() == "Too large"


def test_names_for_those_who_listen(control):
    assert control.accessibleName() == "Quality"
    assert control.button("good").accessibleName() == "Quality: Good"
    assert control.button("good").toolTip() == "Good enough to show"


def test_options_are_needed(qtbot):
    with pytest.raises(ValueError, match="options"):
        SegmentedControl([])
