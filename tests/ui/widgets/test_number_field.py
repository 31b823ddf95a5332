"""A number that is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from studio.ui.widgets.number_field import NumberField
from tests.ui.events import wheel


@pytest.fixture
def field(qtbot):
    made = NumberField("Strength", 0.64, suffix=" %", factor=100, limits=(0, None))
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def typed(qtbot, field, text):
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_it_shows_the_unit(field):
    assert field.text() == "64 %"


@pytest.mark.parametrize(
    ("text", "value"), [("80", 0.8), ("80 %", 0.8), ("12,5", 0.125), ("250%", 2.5), ("1e1", 0.1)]
)
def test_typing_sets_the_value(qtbot, field, text, value):
    with qtbot.waitSignal(field.valueCommitted) as caught:
        typed(qtbot, field, text)
    assert caught.args == [pytest.approx(value)]
    assert field.value() == pytest.approx(value)


@pytest.mark.parametrize("text", ["many", "", "5 px", "nan", "1e999", "--3"])
def test_what_is_no_number_is_taken_back(qtbot, field, text):
    with qtbot.assertNotEmitted(field.valueCommitted):
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "64 %"


def test_the_limits_hold_what_is_typed(qtbot, field):
    typed(qtbot, field, "-20")
    assert field.value() == 0.0


def test_escape_takes_an_edit_back(qtbot, field):
    qtbot.keyClicks(field, "999")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "64 %"
    assert field.value() == 0.64


def test_a_wrong_edit_is_marked_while_it_is_typed(qtbot, field):
    field.selectAll()
    qtbot.keyClicks(field, "abc")
    assert field.property("invalid") is True
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.property("invalid") is False


def test_arrows_step_and_shift_is_fine(qtbot, field):
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == pytest.approx(0.65)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert field.value() == pytest.approx(0.649)
    assert field.text() == "64.9 %"
    qtbot.keyClick(field, Qt.Key.Key_PageUp)
    assert field.value() == pytest.approx(0.749)


def test_the_wheel_steps_only_with_the_focus(qtbot, field):
    assert wheel(field, 1)
    assert field.value() == pytest.approx(0.65)
    field.clearFocus()
    assert not wheel(field, 1)
    assert field.value() == pytest.approx(0.65)


def test_setting_the_value_says_nothing(qtbot, field):
    with qtbot.assertNotEmitted(field.valueCommitted):
        field.set_value(0.5)
    assert field.text() == "50 %"


def test_leaving_the_field_takes_the_number(qtbot, field):
    other = QLineEdit(field.parentWidget())
    qtbot.addWidget(other)
    field.selectAll()
    qtbot.keyClicks(field, "30")
    with qtbot.waitSignal(field.valueCommitted):
        field.clearFocus()
    assert field.value() == pytest.approx(0.3)


def test_a_word_stands_for_zero(qtbot):
    field = NumberField("Smoothness", 0.3, decimals=1, zero="off")
    qtbot.addWidget(field)
    field.show()
    typed(qtbot, field, "off")
    assert field.value() == 0.0
    assert field.text() == "off"


def test_it_has_an_accessible_name(field):
    assert field.accessibleName() == "Strength"


def test_a_plain_field_is_as_wide_as_its_text(qtbot):
    field = NumberField("Size", 1, plain=True)
    qtbot.addWidget(field)
    narrow = field.sizeHint().width()
    field.set_value(123456789)
    assert field.sizeHint().width() > narrow
