"""The document changes in one place, and every change can be undone."""

from pathlib import Path

from studio.document.layer import Layer
from tests.ui.events import pixels


def test_an_edit_is_announced_and_undone(qtbot, editor, picture):
    before = editor.document
    with qtbot.waitSignal(editor.changed) as announced:
        editor.edit("Open harbour", before.with_photo(picture))
    assert announced.args[0].photo is picture
    assert editor.undo_text == "Open harbour"
    editor.undo()
    assert editor.document is before
    assert editor.redo_text == "Open harbour"
    editor.redo()
    assert editor.document.photo is picture


def test_the_same_document_is_no_edit(editor):
    editor.edit("Nothing", editor.document)
    assert editor.undo_text == ""


def test_one_gesture_is_one_step(editor):
    before = editor.document
    for value in (0.1, 0.2, 0.3):
        document = editor.document.with_settings("style", {"strength": value})
        editor.edit("Change strength", document, merge="strength-1")
    assert editor.document.settings["style"]["strength"] == 0.3
    editor.undo()
    assert editor.document is before


def test_two_gestures_are_two_steps(editor):
    for gesture, value in (("a", 0.1), ("b", 0.2)):
        document = editor.document.with_settings("style", {"strength": value})
        editor.edit("Change strength", document, merge=gesture)
    editor.undo()
    assert editor.document.settings["style"]["strength"] == 0.1


def test_saving_makes_clean_and_a_later_edit_dirty_again(editor, picture):
    editor.edit("Open", editor.document.with_photo(picture))
    assert editor.dirty
    editor.saved(Path("a.studio"), editor.document)
    assert not editor.dirty
    editor.undo()
    assert editor.dirty


def test_an_edit_while_saving_stays_unsaved(editor, picture):
    editor.edit("Open", editor.document.with_photo(picture))
    written = editor.document
    editor.edit("Change", written.with_settings("style", {"seed": 3}))
    editor.saved(Path("a.studio"), written)
    assert editor.dirty


def test_moving_a_slider_in_an_unsaved_project_is_no_work_to_lose(editor):
    editor.edit("Change", editor.document.with_settings("style", {"seed": 3}))
    assert editor.dirty
    assert not editor.worth_keeping
    editor.edit("Paint", editor.document.with_result(Layer(pixels=pixels())))
    assert editor.worth_keeping


def test_recovered_work_is_unsaved(editor, picture):
    document = editor.document.with_photo(picture).with_result(Layer(pixels=pixels()))
    editor.reset(document, Path("a.studio"), recovered=True)
    assert editor.dirty
    assert editor.undo_text == ""
    editor.saved(Path("a.studio"), document)
    assert not editor.dirty
