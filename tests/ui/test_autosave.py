"""Work is kept every half minute, offered after a crash, and never deleted by itself."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from studio.document.layer import Layer
from studio.document.opening import open_project
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.ui.autosave import Autosave
from studio.ui.errands import Errands
from studio.ui.project_files import ProjectFiles
from tests.ui.events import pixels


@pytest.fixture
def autosave(qtbot, recovery, editor, disk, messages, settings):
    parent = QWidget()
    qtbot.addWidget(parent)
    errands = Errands(disk, messages)
    files = ProjectFiles(parent, editor, errands, messages, settings)
    made = Autosave(recovery, editor, files, errands, messages, parent)
    yield made
    recovery.clear()


@pytest.fixture
def work(editor, picture):
    document = editor.document.with_photo(picture).with_result(Layer(pixels=pixels(), name="Ink"))
    editor.edit("Paint", document)
    return document


def press(row, text):
    next(one for one in row.findChildren(QPushButton) if one.text() == text).click()


def left_behind(recovery, document):
    """The recovery file of a process that crashed."""
    recovery.write(document, None, "harbour.studio")
    path = recovery.path
    content = path.read_bytes()
    recovery.clear()
    crashed = path.with_name("999999-1-00000000.studio")
    crashed.write_bytes(content)
    return crashed


def test_changed_work_is_written_once(qtbot, autosave, recovery, work):
    autosave.write()
    qtbot.waitUntil(lambda: autosave._written is work)
    assert len(open_project(recovery.path).results) == 1
    stamp = recovery.path.stat().st_mtime_ns
    autosave.write()
    assert not autosave._errands._open
    assert recovery.path.stat().st_mtime_ns == stamp


def test_nothing_worth_keeping_is_not_written(autosave, recovery, editor, picture):
    editor.edit("Open", editor.document.with_photo(picture))
    autosave.write()
    assert not recovery.path.exists()
    assert "no unsaved work" in autosave.write_now()


def test_the_crash_hook_writes_at_once(autosave, recovery, work):
    assert "kept" in autosave.write_now()
    assert recovery.path.exists()


def test_saving_removes_only_the_own_file(qtbot, autosave, recovery, work):
    other = left_behind(recovery, work)
    autosave.write_now()
    autosave._files.kept.emit()
    assert not recovery.path.exists()
    assert other.exists()


def test_a_crash_is_offered_and_restored(qtbot, autosave, recovery, editor, messages, work):
    crashed = left_behind(recovery, work)
    editor.reset(editor.document.empty())
    autosave.offer()
    qtbot.waitUntil(lambda: len(messages.rows()) == 1)
    assert "harbour.studio" in messages.texts()[0]
    with qtbot.waitSignal(editor.changed):
        press(messages.rows()[0], "Restore")
    assert editor.document.results[0].name == "Ink"
    assert editor.dirty
    assert crashed.exists()


def test_later_keeps_the_file(qtbot, autosave, recovery, editor, messages, work):
    crashed = left_behind(recovery, work)
    autosave.offer()
    qtbot.waitUntil(lambda: len(messages.rows()) == 1)
    press(messages.rows()[0], "Later")
    assert messages.rows() == ()
    assert crashed.exists()


def test_restored_work_is_set_aside_once_saved(
    qtbot, autosave, recovery, editor, messages, work, tmp_path
):
    crashed = left_behind(recovery, work)
    editor.reset(editor.document.empty())
    autosave.offer()
    qtbot.waitUntil(lambda: len(messages.rows()) == 1)
    with qtbot.waitSignal(editor.changed):
        press(messages.rows()[0], "Restore")
    editor._path = tmp_path / "a.studio"
    autosave._files.save()
    qtbot.waitUntil(lambda: not crashed.exists())
    assert (crashed.parent / "kept" / crashed.name).exists()


def test_a_damaged_file_is_told_and_not_offered(qtbot, autosave, recovery, messages, work):
    crashed = left_behind(recovery, work)
    crashed.write_bytes(b"damaged")
    autosave.offer()
    qtbot.waitUntil(lambda: len(messages.rows()) == 1)
    texts = [one.text() for one in messages.rows()[0].findChildren(QPushButton)]
    assert "Restore" not in texts
    assert crashed.exists()


def test_a_full_disk_is_complained_about_once(qtbot, autosave, recovery, messages, work):
    recovery.path.parent.parent.mkdir(parents=True, exist_ok=True)
    recovery.path.parent.write_text("a file where the folder should be")
    autosave.write()
    qtbot.waitUntil(lambda: len(messages.texts()) == 1)
    autosave.write()
    qtbot.waitUntil(lambda: not autosave._errands._open)
    assert len(messages.texts()) == 1
    recovery.path.parent.unlink()


def test_a_song_is_kept_like_a_picture(qtbot, autosave, recovery, editor):
    song = Song(tracks=(Track("Melody", notes=Notes([Note(0, 480, 62)])),))
    editor.edit("Draw a note", editor.document.with_song(song))
    autosave.write()
    qtbot.waitUntil(lambda: autosave._written is editor.document)
    assert open_project(recovery.path).song == song


def test_the_sample_tune_is_nobodys_work(editor, autosave, recovery):
    song = Song(tracks=(Track("Sample", notes=Notes([Note(0, 480, 62)])),))
    editor.give_song(song)
    assert not editor.worth_keeping
    editor.edit("Draw a note", editor.document.with_song(song.with_notes(0, Notes())))
    assert editor.worth_keeping
    editor.undo()
    assert not editor.worth_keeping
