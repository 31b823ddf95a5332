"""A parameter: slider and number in one."""

import pytest
from PySide6.QtCore import QPoint, Qt

from studio.ui.widgets.parameter_slider import ParameterSlider
from tests.ui.events import wheel


@pytest.fixture
def slider(qtbot):
    made = ParameterSlider("Strength", 0.0, 1.0, 0.6, suffix=" %", factor=100, tooltip="How much")
    qtbot.addWidget(made)
    made.resize(320, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    return made


def at(slider, fraction):
    track = slider.track
    return QPoint(round(track.along(fraction)), track.height() // 2)


def heard(slider):
    changed, committed = [], []
    slider.valueChanged.connect(changed.append)
    slider.valueCommitted.connect(committed.append)
    return changed, committed


def test_a_click_on_the_track_goes_there(qtbot, slider):
    changed, committed = heard(slider)
    qtbot.mousePress(slider.track, Qt.MouseButton.LeftButton, pos=at(slider, 0.2))
    assert changed == [pytest.approx(0.2, abs=0.011)]
    assert committed == []
    qtbot.mouseRelease(slider.track, Qt.MouseButton.LeftButton, pos=at(slider, 0.2))
    assert committed == changed


def test_a_drag_changes_on_the_way_and_commits_once(qtbot, slider):
    changed, committed = heard(slider)
    qtbot.mousePress(slider.track, Qt.MouseButton.LeftButton, pos=at(slider, 0.6))
    for step in (0.65, 0.7, 0.8):
        qtbot.mouseMove(slider.track, at(slider, step))
    qtbot.mouseRelease(slider.track, Qt.MouseButton.LeftButton, pos=at(slider, 0.8))
    assert len(changed) == 3
    assert committed == [pytest.approx(0.8, abs=0.011)]
    assert slider.field.text() == f"{round(slider.value() * 100)} %"


def test_a_drag_ends_at_the_bounds(qtbot, slider):
    qtbot.mousePress(slider.track, Qt.MouseButton.LeftButton, pos=at(slider, 0.6))
    qtbot.mouseMove(slider.track, QPoint(5000, 5))
    assert slider.value() == 1.0
    qtbot.mouseRelease(slider.track, Qt.MouseButton.LeftButton)


def test_values_are_rounded_to_what_is_shown(qtbot, slider):
    qtbot.mouseClick(slider.track, Qt.MouseButton.LeftButton, pos=at(slider, 0.3337))
    assert slider.value() * 100 == pytest.approx(round(slider.value() * 100))


def test_a_double_click_goes_back_to_the_default(qtbot, slider):
    slider.set_value(0.1)
    changed, committed = heard(slider)
    qtbot.mouseDClick(slider.track, Qt.MouseButton.LeftButton, pos=at(slider, 0.1))
    assert slider.value() == 0.6
    assert changed == committed == [0.6]


def test_keys_move_and_shift_is_fine(qtbot, slider):
    slider.track.setFocus()
    qtbot.keyClick(slider.track, Qt.Key.Key_Right)
    assert slider.value() == pytest.approx(0.61)
    qtbot.keyClick(slider.track, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert slider.value() == pytest.approx(0.609)
    qtbot.keyClick(slider.track, Qt.Key.Key_PageUp)
    assert slider.value() == pytest.approx(0.71, abs=0.002)
    qtbot.keyClick(slider.track, Qt.Key.Key_Home)
    assert slider.value() == 0.0
    qtbot.keyClick(slider.track, Qt.Key.Key_End)
    assert slider.value() == 1.0
    qtbot.keyClick(slider.track, Qt.Key.Key_Delete)
    assert slider.value() == 0.6


def test_a_key_commits(qtbot, slider):
    _, committed = heard(slider)
    qtbot.keyClick(slider.track, Qt.Key.Key_Right)
    assert committed == [pytest.approx(0.61)]


def test_the_wheel_acts_only_with_the_focus(qtbot, slider):
    slider.track.clearFocus()
    assert not wheel(slider.track, 1)
    assert slider.value() == 0.6
    slider.track.setFocus()
    qtbot.waitUntil(slider.track.hasFocus)
    assert wheel(slider.track, 1)
    assert slider.value() == pytest.approx(0.62)


def test_the_number_may_lie_beyond_the_slider(qtbot, slider):
    slider.field.setFocus()
    slider.field.selectAll()
    qtbot.keyClicks(slider.field, "140")
    with qtbot.waitSignals([slider.valueChanged, slider.valueCommitted]):
        qtbot.keyClick(slider.field, Qt.Key.Key_Return)
    assert slider.value() == pytest.approx(1.4)
    assert slider.track.fraction() == 1.0


def test_setting_a_value_says_nothing(qtbot, slider):
    changed, committed = heard(slider)
    slider.set_value(0.25)
    assert slider.value() == 0.25
    assert slider.field.text() == "25 %"
    assert changed == committed == []


def test_a_slider_in_the_hand_keeps_its_value(qtbot, slider):
    qtbot.mousePress(slider.track, Qt.MouseButton.LeftButton, pos=at(slider, 0.2))
    held = slider.value()
    slider.set_value(0.9)
    assert slider.value() == held
    qtbot.mouseRelease(slider.track, Qt.MouseButton.LeftButton)


def test_octaves(qtbot):
    slider = ParameterSlider("Style size", 0.25, 4, 1, scale="log2", decimals=1, suffix=" ×")
    qtbot.addWidget(slider)
    assert slider.track.fraction() == pytest.approx(0.5)
    qtbot.keyClick(slider.track, Qt.Key.Key_End)
    assert slider.field.text() == "4.0 ×"


def test_the_left_end_can_mean_off(qtbot):
    slider = ParameterSlider("Smoothness", 0.01, 1, 0.3, scale="log", off="off", decimals=2)
    qtbot.addWidget(slider)
    qtbot.keyClick(slider.track, Qt.Key.Key_Home)
    assert slider.value() == 0.0
    assert slider.field.text() == "off"


def test_names_for_those_who_listen(slider):
    assert slider.track.accessibleName() == "Strength"
    assert slider.track.accessibleDescription() == "60 %"
    assert "How much" in slider.track.toolTip()


def test_a_disabled_slider_takes_nothing(qtbot, slider):
    slider.setEnabled(False)
    wheel(slider.track, 1)
    wheel(slider.field, 1)
    assert slider.value() == 0.6


def test_assistive_technology_can_move_it(qtbot, slider):
    _, committed = heard(slider)
    slider.track.triggerAction(slider.track.SliderAction.SliderSingleStepAdd)
    assert committed == [pytest.approx(0.61)]
