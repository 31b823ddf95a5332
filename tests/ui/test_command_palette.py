"""Ctrl+P, a few letters, Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from studio.ui.command_palette import CommandPalette, PaletteEntry
from tests.ui.conftest import show


@pytest.fixture
def ran():
    return []


@pytest.fixture
def palette(qtbot, ran):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 600)
    show(qtbot, window)
    titles = ("Save", "Save as", "Export", "Great Wave")
    made = CommandPalette(
        window, lambda: [PaletteEntry(one, lambda one=one: ran.append(one)) for one in titles]
    )
    made.open()
    return made


def test_typing_narrows_and_enter_runs(qtbot, palette, ran):
    qtbot.keyClicks(palette._field, "gre")
    assert palette.titles() == ["Great Wave"]
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert ran == ["Great Wave"]
    assert palette.isHidden()


def test_arrows_choose(qtbot, palette, ran):
    qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    qtbot.keyClick(palette._field, Qt.Key.Key_Up)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert ran == ["Save as"]


def test_escape_leaves_all_as_it_was(qtbot, palette, ran):
    qtbot.keyClick(palette._field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert ran == []


def test_a_click_runs(qtbot, palette, ran):
    rect = palette._list.visualItemRect(palette._list.item(2))
    qtbot.mouseClick(palette._list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert ran == ["Export"]


def test_nothing_found_runs_nothing(qtbot, palette, ran):
    qtbot.keyClicks(palette._field, "zzz")
    assert palette.titles() == []
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert ran == []
