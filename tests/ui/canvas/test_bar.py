"""The row above the canvas."""

import pytest
from PySide6.QtCore import Qt

from studio.ui.canvas.bar import CanvasBar
from studio.ui.canvas.canvas import Canvas
from tests.ui.events import pixels

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot):
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.set_photo(pixels(400, 300))
    made.set_result(pixels(400, 300, (0, 0, 200)))
    made.show()
    return made


@pytest.fixture
def bar(qtbot, canvas):
    made = CanvasBar(canvas)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_tells_the_zoom(canvas, bar):
    canvas.zoom_to(2)
    assert bar.zoom_button.text() == "200 %"
    assert "200 %" in bar.zoom_button.accessibleName()


def test_its_menu_zooms(canvas, bar):
    entry = next(a for a in bar.zoom_button.menu().actions() if a.text().startswith("400 %"))
    entry.trigger()
    assert canvas.zoom() == 4


def test_fit(qtbot, canvas, bar):
    canvas.zoom_to(2)
    qtbot.mouseClick(bar.fit_button, LEFT)
    assert canvas.is_fitted()


@pytest.mark.parametrize("mode", ["split", "side", "hold"])
def test_its_buttons_compare(qtbot, canvas, bar, mode):
    qtbot.mouseClick(bar.compare_buttons[mode], LEFT)
    assert canvas.compare() == mode
    canvas.set_compare("off")
    assert bar.compare_buttons["off"].isChecked()
    assert not bar.compare_buttons[mode].isChecked()


def test_swap(qtbot, canvas, bar):
    qtbot.mouseClick(bar.swap_button, LEFT)
    assert canvas.swapped()


def test_every_button_has_a_name_and_a_tooltip(bar):
    buttons = [bar.zoom_button, bar.fit_button, bar.swap_button, *bar.compare_buttons.values()]
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
