"""One registry feeds menus, shortcuts and tooltips."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenuBar, QVBoxLayout, QWidget

from studio.ui.actions import LINE, Actions, Command, Submenu, plain
from tests.ui.conftest import show


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def test_an_action_runs_by_its_key_and_tells_it(qtbot, window):
    done = []
    registry = Actions(window)
    registry.extend("&File", [Command("a.b", "&Do it…", lambda: done.append(1), keys=["Ctrl+J"])])
    action = registry["a.b"]
    assert "Do it" in action.toolTip()
    assert "Ctrl+J" in action.toolTip()
    show(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]


def menus(registry, window):
    """The menus of a registry by their titles."""
    bar = QMenuBar(window)
    registry.fill(bar)
    return {action.text(): action.menu() for action in bar.actions()}


def test_menus_keep_the_order_of_registration(window):
    registry = Actions(window)
    recent = Submenu("Recent", lambda menu: menu.addAction("yesterday"))
    registry.extend("&File", (Command("a.one", "One", lambda: None), LINE, recent))
    registry.extend("&Edit", [Command("b.two", "Two", lambda: None)])
    registry.extend("&File", [Command("a.three", "Three", lambda: None)])
    found = menus(registry, window)
    assert list(found) == ["File", "Edit"]
    assert [action.text() for action in found["File"].actions()] == ["One", "", "Recent", "Three"]
    assert [entry.name for entry in registry.entries()] == ["a.one", "b.two", "a.three"]


def test_a_menu_in_a_menu_is_written_anew_when_it_opens(window):
    days = ["yesterday"]
    registry = Actions(window)

    def fill(menu):
        for day in days:
            menu.addAction(day)

    registry.extend("&File", [Submenu("Recent", fill)])
    recent = menus(registry, window)["File"].actions()[0].menu()
    days.append("today")
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == ["yesterday", "today"]


def test_a_key_within_a_widget_counts_only_there(qtbot, window):
    inside, outside = QWidget(window), QLineEdit(window)
    field = QLineEdit(inside)
    window.setCentralWidget(QWidget(window))
    column = QVBoxLayout(window.centralWidget())
    column.addWidget(inside)
    column.addWidget(outside)
    QVBoxLayout(inside).addWidget(field)
    done = []
    row = Command("a.b", "&Do it", lambda: done.append(1), keys=["Ctrl+J"], within=inside)
    Actions(window).extend("&File", [row])
    show(qtbot, window)
    for widget in (outside, field):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        assert bool(done) is (widget is field)


def test_plain_text_has_neither_marks_nor_dots():
    assert plain("&Save as…") == "Save as"
    assert plain("Black && white") == "Black & white"
    assert plain("另存为(&A)…") == "另存为"
