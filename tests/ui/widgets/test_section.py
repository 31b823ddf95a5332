"""A heading whose contents fold away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from studio.ui.widgets.section import Section


@pytest.fixture
def section(qtbot):
    made = Section("Styles")
    qtbot.addWidget(made)
    made.add(QLabel("inside"))
    made.show()
    return made


def test_a_click_folds_and_unfolds(qtbot, section):
    with qtbot.waitSignal(section.toggled) as caught:
        qtbot.mouseClick(section.heading, Qt.MouseButton.LeftButton)
    assert caught.args == [False]
    qtbot.waitUntil(lambda: section.body.isHidden())
    qtbot.mouseClick(section.heading, Qt.MouseButton.LeftButton)
    assert section.is_expanded()
    qtbot.waitUntil(lambda: section.body.height() >= section.body.sizeHint().height())


def test_space_folds(qtbot, section):
    section.heading.setFocus()
    qtbot.keyClick(section.heading, Qt.Key.Key_Space)
    assert not section.is_expanded()


def test_setting_says_nothing_and_does_it_at_once(qtbot, section):
    with qtbot.assertNotEmitted(section.toggled):
        section.set_expanded(False)
    assert section.body.isHidden()
    section.set_expanded(True)
    assert section.body.isVisible()


def test_it_tells_its_state(section):
    assert section.heading.accessibleName() == "Styles, unfolded"
    section.set_expanded(False)
    assert section.heading.accessibleName() == "Styles, folded"


def test_a_little_widget_beside_the_heading(section):
    label = section.add_to_heading(QLabel("+ drop a picture"))
    assert label.parent() is section


def test_it_is_painted_with_the_focus(qtbot, section):
    section.heading.clearFocus()
    before = section.grab().toImage()
    section.heading.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(section.heading.hasFocus)
    assert section.grab().toImage() != before
