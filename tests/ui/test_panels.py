"""What the panels share: Escape as a key of their own, and what stays below while they scroll."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QWidget

from studio.ui.actions import Actions, Command
from studio.ui.panels import EscapeKey, panel_column, scroll_above
from tests.ui.conftest import show


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("wanted", [True, False])
def test_escape_is_the_panels_own_while_it_means_something(qtbot, window, wanted):
    panel = QWidget(window)
    window.setCentralWidget(panel)
    field = QLineEdit(panel)
    done = []
    stop = Command("a.b", "&Stop", lambda: done.append("window"), keys=["Esc"])
    Actions(window).extend("&File", [stop])
    EscapeKey(panel, lambda: wanted).pressed.connect(lambda: done.append("panel"))
    show(qtbot, window)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "a"
    assert done == ["panel" if wanted else "window"]


def test_what_lies_below_stays_in_sight_while_the_rest_scrolls(qtbot, window):
    panel, content, below = QWidget(window), QWidget(), QPushButton("Begin")
    window.setCentralWidget(panel)
    parts = [QPushButton(str(number)) for number in range(40)]
    column = panel_column(content)
    for part in parts:
        column.addWidget(part)
    area = scroll_above(content, below, panel)
    window.resize(300, 200)
    show(qtbot, window)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert parts[0].visibleRegion().isEmpty()
    assert not parts[-1].visibleRegion().isEmpty()
    assert below.mapTo(panel, QPoint(0, below.height())).y() == panel.height()
