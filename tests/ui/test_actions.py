"""One registry feeds menus, shortcuts and tooltips."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenuBar

from studio.ui.actions import Actions, plain
from tests.ui.conftest import show


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def test_an_action_runs_by_its_key_and_tells_it(qtbot, window):
    done = []
    registry = Actions(window)
    action = registry.add("a.b", "&File", "&Do it…", lambda: done.append(1), shortcuts=["Ctrl+J"])
    assert "Do it" in action.toolTip()
    assert "Ctrl+J" in action.toolTip()
    show(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]


def test_menus_keep_the_order_of_registration(window):
    registry = Actions(window)
    registry.add("a.one", "&File", "One", lambda: None)
    registry.separator("&File")
    registry.submenu("&File", "Recent", lambda menu: menu.addAction("yesterday"))
    registry.add("b.two", "&Edit", "Two", lambda: None)
    bar = QMenuBar(window)
    registry.fill(bar)
    assert [action.text() for action in bar.actions()] == ["File", "Edit"]
    texts = [action.text() for action in bar.actions()[0].menu().actions()]
    assert texts == ["One", "", "Recent"]


def test_plain_text_has_neither_marks_nor_dots():
    assert plain("&Save as…") == "Save as"
    assert plain("Black && white") == "Black & white"
    assert plain("另存为(&A)…") == "另存为"
