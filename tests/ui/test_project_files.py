"""New, open, save, save as, and the question before unsaved work is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from studio.document.layer import Layer
from studio.ui.errands import Errands
from studio.ui.project_files import ProjectFiles
from tests.ui.events import pixels


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def files(parent, editor, disk, messages, settings):
    return ProjectFiles(parent, editor, Errands(disk, messages), messages, settings)


@pytest.fixture
def work(editor, picture):
    """A document worth keeping."""
    document = editor.document.with_photo(picture).with_result(Layer(pixels=pixels()))
    editor.edit("Paint", document)
    return document


def saved(qtbot, files, path):
    files._editor._path = path
    with qtbot.waitSignal(files.kept):
        files.save()


def question(parent):
    return parent.findChild(QMessageBox)


def press(qtbot, parent, button):
    box = question(parent)
    qtbot.mouseClick(box.button(button), Qt.MouseButton.LeftButton)


def test_saving_and_opening_again(qtbot, files, editor, settings, work, tmp_path):
    path = tmp_path / "harbour.studio"
    saved(qtbot, files, path)
    assert path.is_file()
    assert not editor.dirty
    assert settings.value.recent == (str(path),)
    files.new()
    assert editor.document.is_empty
    assert editor.path is None
    with qtbot.waitSignal(files.kept):
        files.open(path)
    assert editor.path == path
    assert len(editor.document.results) == 1
    assert not editor.dirty


def test_save_as_asks_for_a_file(qtbot, files, parent, editor, work, tmp_path):
    files.save()
    dialog = parent.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("harbour.studio")
    with qtbot.waitSignal(files.kept):
        dialog.filesSelected.emit([str(tmp_path / "other.studio")])
    assert editor.path == tmp_path / "other.studio"
    dialog.reject()


def test_a_new_project_keeps_the_settings(files, editor):
    editor.edit("Change", editor.document.with_settings("style", {"seed": 9}))
    files.new()
    assert editor.document.settings["style"]["seed"] == 9


def test_unsaved_work_is_asked_about_and_cancel_stays(qtbot, files, parent, editor, work):
    files.new()
    press(qtbot, parent, QMessageBox.StandardButton.Cancel)
    assert editor.document is work


def test_dont_save_goes_on(qtbot, files, parent, editor, work):
    files.new()
    press(qtbot, parent, QMessageBox.StandardButton.Discard)
    assert editor.document.is_empty


def test_save_saves_and_goes_on(qtbot, files, parent, editor, work, tmp_path):
    editor._path = tmp_path / "a.studio"
    files.new()
    with qtbot.waitSignal(editor.changed):
        press(qtbot, parent, QMessageBox.StandardButton.Save)
    assert editor.document.is_empty
    assert (tmp_path / "a.studio").is_file()


def test_nothing_to_lose_is_not_asked_about(files, parent, editor, picture):
    editor.edit("Open", editor.document.with_photo(picture))
    files.new()
    assert question(parent) is None
    assert editor.document.is_empty


def test_a_damaged_project_is_a_sentence_and_nothing_changes(
    qtbot, files, editor, messages, tmp_path
):
    path = tmp_path / "a.studio"
    path.write_bytes(b"no zip at all")
    before = editor.document
    files.open(path)
    qtbot.waitUntil(lambda: len(messages.texts()) == 1)
    assert "a.studio" in messages.texts()[0]
    assert editor.document is before


def test_a_recent_project_that_is_gone_leaves_the_list(qtbot, files, settings, messages, tmp_path):
    settings.add_recent(tmp_path / "gone.studio")
    files.open(tmp_path / "gone.studio")
    qtbot.waitUntil(lambda: len(messages.texts()) == 1)
    assert settings.value.recent == ()


def test_a_folder_that_may_not_be_written_keeps_the_work_unsaved(
    qtbot, files, editor, messages, work, tmp_path
):
    editor._path = tmp_path / "no" / "such" / "folder" / "a.studio"
    files.save()
    qtbot.waitUntil(lambda: len(messages.texts()) == 1)
    assert editor.dirty
    assert editor.document is work
