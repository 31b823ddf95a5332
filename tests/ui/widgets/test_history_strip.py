"""The results so far."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from studio.ui.widgets.history_strip import HistoryItem, HistoryStrip
from tests.ui.events import pixels, wheel

ITEMS = [
    HistoryItem(key, f"Result {key}", pixels(20, 20), starred=key == "b", partial=key == "c")
    for key in "abcdef"
]


@pytest.fixture
def strip(qtbot):
    made = HistoryStrip()
    qtbot.addWidget(made)
    made.resize(200, 90)
    made.show()
    made.set_items(ITEMS)
    qtbot.waitExposed(made)
    return made


def test_the_newest_comes_first(qtbot, strip):
    qtbot.waitUntil(lambda: strip.tile("a").x() > 0)
    assert strip.tile("f").x() < strip.tile("e").x() < strip.tile("a").x()


def test_a_click_asks_to_show_and_marks_nothing_itself(qtbot, strip):
    with qtbot.waitSignal(strip.showRequested) as caught:
        qtbot.mouseClick(strip.tile("f"), Qt.MouseButton.LeftButton)
    assert caught.args == ["f"]
    assert not strip.tile("f").isChecked()
    strip.set_shown("f")
    assert strip.tile("f").isChecked()
    strip.set_shown(None)
    assert not strip.tile("f").isChecked()


def test_the_star_is_in_the_corner(qtbot, strip):
    tile = strip.tile("f")
    tile.setFocus()
    qtbot.waitUntil(tile.hasFocus)
    with qtbot.waitSignal(strip.starToggled) as caught:
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton, pos=tile.badge_box().center().toPoint())
    assert caught.args == ["f", True]


def test_keys_move_show_star_and_remove(qtbot, strip):
    tile = strip.tile("f")
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Right)
    assert strip.tile("e").hasFocus()
    with qtbot.waitSignal(strip.showRequested):
        qtbot.keyClick(strip.tile("e"), Qt.Key.Key_Return)
    with qtbot.waitSignal(strip.starToggled) as caught:
        qtbot.keyClick(strip.tile("b"), Qt.Key.Key_S)
    assert caught.args == ["b", False]
    with qtbot.waitSignal(strip.removeRequested):
        qtbot.keyClick(strip.tile("e"), Qt.Key.Key_Delete)
    qtbot.keyClick(strip.tile("e"), Qt.Key.Key_End)
    assert strip.tile("a").hasFocus()


@pytest.mark.parametrize(
    ("word", "signal"),
    [
        ("Show", "showRequested"),
        ("Compare", "compareRequested"),
        ("Use these", "settingsRequested"),
        ("Export", "exportRequested"),
        ("Remove", "removeRequested"),
    ],
)
def test_the_menu_asks_for_everything(qtbot, strip, word, signal):
    menu = strip.menu("d")
    action = next(action for action in menu.actions() if action.text().startswith(word))
    with qtbot.waitSignal(getattr(strip, signal)) as caught:
        action.trigger()
    assert caught.args == ["d"]
    menu.deleteLater()


def test_the_menu_stars_and_unstars(qtbot, strip):
    texts = {key: [action.text() for action in strip.menu(key).actions()] for key in "ab"}
    assert "Star" in texts["a"]
    assert "Take the star off" in texts["b"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_right_click_opens_the_menu(qtbot, strip):
    tile = strip.tile("f")
    at = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tile.mapToGlobal(at))
    QApplication.sendEvent(tile, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_unchanged_results_keep_their_tile(strip):
    before = strip.tile("a")
    strip.set_items([*ITEMS, HistoryItem("g", "Result g", pixels())])
    assert strip.tile("a") is before
    strip.set_items([replace(ITEMS[0], starred=True)])
    assert strip.tile("a") is not before


def test_the_wheel_scrolls_along(qtbot, strip):
    bar = strip._scroll.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    wheel(strip._scroll.viewport(), -1)
    assert bar.value() > 0


def test_nothing_yet_says_so(strip):
    strip.set_items([])
    assert strip._empty.isVisible()
    assert strip._scroll.isHidden()


def test_names_tell_stars_and_what_is_unfinished(strip):
    assert strip.tile("b").accessibleName() == "Result b, starred"
    assert strip.tile("c").accessibleName() == "Result c, unfinished"


def test_it_is_painted(strip):
    assert not strip.grab().isNull()
