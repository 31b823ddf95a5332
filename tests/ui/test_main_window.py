"""The window as a whole: what it tells, what it remembers, how it is left."""

import threading
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QScrollBar,
)

from studio.document.document import Document
from studio.document.layer import Layer
from studio.ui import style_settings, theme
from studio.ui.errands import at_once
from studio.ui.main_window import MainWindow
from tests.ui.conftest import quick, show
from tests.ui.events import pixels


def test_the_big_button_says_what_it_costs(qtbot, window, picture):
    button = window.paint_button.button
    qtbot.waitUntil(lambda: not button.isEnabled())
    window.editor.edit("Open", window.editor.document.with_photo(picture))
    window.choose_style("ink")
    qtbot.waitUntil(button.isEnabled)
    assert button.text().startswith("Paint 0:")
    assert "B" in button.text()


def test_the_button_says_why_it_cannot(qtbot, ready):
    document = style_settings.with_cards(ready.editor.document, [])
    ready.editor.edit("None", document)
    qtbot.waitUntil(lambda: not ready.paint_button.button.isEnabled())
    assert ready.paint_button._why.text() == "Choose a style to paint with."


def test_painting_shows_per_cent_line_and_result(qtbot, ready):
    titles = []
    ready.windowTitleChanged.connect(titles.append)
    qtbot.waitUntil(ready.paint_button.button.isEnabled)
    with qtbot.waitSignal(ready.jobs.painted, timeout=10_000):
        qtbot.mouseClick(ready.paint_button.button, Qt.MouseButton.LeftButton)
    assert any(" % · " in title for title in titles)
    assert "%" not in ready.windowTitle()
    assert "•" in ready.windowTitle()
    assert len(ready.editor.document.results) == 1
    assert ready.history.strip.tile(ready.editor.document.shown).isChecked()


def test_the_job_line_pauses_and_cancels(qtbot, ready, monkeypatch):
    monkeypatch.setattr("tests.ui.conftest.STEPS", 2000)  # ten seconds
    bar = ready.job_bar
    ready.paint()
    qtbot.waitUntil(lambda: bar.isVisible() and "scale 1/1" in bar.line.text())
    assert bar.line.text().startswith("Fine · scale 1/1 · 48×32 · ")
    assert ready.registry["picture.cancel"].isEnabled()
    qtbot.mouseClick(bar.line.pause_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "paused" in bar.line.text())
    qtbot.mouseClick(bar.line.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(bar.isHidden)
    assert not ready.registry["picture.cancel"].isEnabled()
    assert ready.editor.document.results[0].partial


def test_escape_cancels(qtbot, ready):
    ready.paint()
    qtbot.waitUntil(lambda: ready.jobs.front is not None)
    qtbot.keyClick(ready, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: ready.jobs.front is None)


def test_ctrl_p_finds_a_style(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    palette = window.command_palette
    assert palette.isVisible()
    qtbot.keyClicks(palette._field, "grwa")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert style_settings.cards(window.editor.document) == ("wave",)


def test_undo_and_redo_say_what(qtbot, window):
    assert not window.registry["edit.undo"].isEnabled()
    window.choose_style("moss")
    assert window.registry["edit.undo"].text() == "&Undo: Choose Moss"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert style_settings.cards(window.editor.document) == ()
    window.registry["edit.redo"].trigger()
    assert style_settings.cards(window.editor.document) == ("moss",)


def test_history_shows_stars_removes_and_undoes(qtbot, ready):
    for seed in range(2):
        layer = Layer(pixels=pixels(colour=(seed, 9, 9)), name=f"R{seed}")
        ready.editor.edit("Paint", ready.editor.document.with_result(layer))
    first, second = (layer.id for layer in ready.editor.document.results)
    assert ready.editor.document.shown == second
    qtbot.mouseClick(ready.history.strip.tile(first), Qt.MouseButton.LeftButton)
    assert ready.editor.document.shown == first
    ready.history.strip.starToggled.emit(first, True)
    assert ready.editor.document.result(first).starred
    ready.history.strip.removeRequested.emit(first)
    assert len(ready.editor.document.results) == 1
    ready.editor.undo()
    assert len(ready.editor.document.results) == 2
    ready.history.strip.compareRequested.emit(second)
    assert ready.workbench.canvas.compare() == "split"


def test_compare_cycles_by_its_key(qtbot, ready):
    ready.editor.edit("Paint", ready.editor.document.with_result(Layer(pixels=pixels())))
    canvas = ready.workbench.canvas
    qtbot.keyClick(ready, Qt.Key.Key_M)
    assert canvas.compare() == "split"
    assert ready.workbench.strip.buttons["split"].isChecked()
    qtbot.mouseClick(ready.workbench.strip.buttons["side"], Qt.MouseButton.LeftButton)
    assert canvas.compare() == "side"


def test_themes_change_at_once(qtbot, window, qapp):
    window.settings.changed.connect(lambda value: theme.apply(qapp, value.theme))
    window.registry["view.theme_light"].trigger()
    assert theme.current() == "light"
    assert window.registry["view.theme_light"].isChecked()
    window.registry["view.theme_dark"].trigger()
    assert theme.current() == "dark"


def test_no_two_actions_share_a_key(window):
    keys = Counter(
        key.toString()
        for entry in window.registry.entries()
        for key in dict.fromkeys(entry.action.shortcuts())
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_stands_in_a_menu_with_a_tooltip(window):
    assert [action.text() for action in window.header.menus.actions()] == [
        "File", "Edit", "View", "Picture", "Brush", "Explore", "Music", "Compose", "Help",
    ]  # fmt: skip
    for entry in window.registry.entries():
        assert entry.action.toolTip(), entry.name


def test_every_control_has_a_name(window):
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSlider)
    nameless = []
    for kind in kinds:
        for one in window.findChildren(kind):
            private = one.objectName().startswith("qt_") or isinstance(one, QScrollBar)
            private = private or isinstance(one.parent(), QLineEdit)  # Qt's own little buttons
            if not private and not (one.accessibleName() or getattr(one, "text", str)()):
                nameless.append((type(one).__name__, one.parent(), one.toolTip()))
    assert not nameless


def test_layout_and_geometry_are_remembered(qtbot, window, settings, editor, gpu, disk, recovery):
    window.docks[0].hide()
    window.resize(780, 620)  # the screen of a test is small
    wide = window.width()
    assert window.close()
    again = MainWindow(settings, editor, gpu, disk, recovery, stylize=quick)
    qtbot.addWidget(again)
    show(qtbot, again)
    assert again.docks[0].isHidden()
    assert (again.width(), again.height()) == (min(wide, 798), 620)
    again.reset_layout()
    assert not again.docks[0].isHidden()


@pytest.fixture
def unsaved(ready):
    ready.editor.edit("Paint", ready.editor.document.with_result(Layer(pixels=pixels())))
    return ready


def answer(qtbot, window, button):
    box = window.findChild(QMessageBox)
    qtbot.mouseClick(box.button(button), Qt.MouseButton.LeftButton)


def test_closing_asks_about_unsaved_work(qtbot, unsaved):
    assert not unsaved.close()
    answer(qtbot, unsaved, QMessageBox.StandardButton.Cancel)
    assert unsaved.isVisible()
    assert not unsaved.gave_up


def test_closing_without_saving(qtbot, unsaved):
    unsaved.close()
    answer(qtbot, unsaved, QMessageBox.StandardButton.Discard)
    assert not unsaved.isVisible()
    assert unsaved.gave_up


def test_closing_with_saving_waits_for_the_file(qtbot, unsaved, tmp_path):
    unsaved.editor._path = tmp_path / "a.studio"
    unsaved.close()
    answer(qtbot, unsaved, QMessageBox.StandardButton.Save)
    qtbot.waitUntil(lambda: not unsaved.isVisible())
    assert (tmp_path / "a.studio").is_file()
    assert not unsaved.gave_up


def test_closing_waits_for_an_export(qtbot, ready):
    go_on = threading.Event()
    ready.disk.run("Exporting", lambda: at_once(lambda: go_on.wait(10)), lambda _: None, keep=True)
    assert not ready.close()
    assert ready.isVisible()
    assert not ready.isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: not ready.isVisible())


def test_a_new_document_is_shown_everywhere(ready):
    ready.editor.reset(Document.empty())
    assert ready.workbench.canvas.is_empty()
    assert ready.sources.well.caption() == "Drop a photo"
    assert not ready.registry["file.export"].isEnabled()
