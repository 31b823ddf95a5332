"""A folder is dropped and looked at; another ends the look at it, and faults are sentences."""

import time

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QDialog

from studio.errors import StudioError
from studio.jobs import Step
from studio.ui.errands import Errands
from studio.ui.training.folder_look import FolderLook, LookWords
from tests.ui.events import drop


def counting(folder):
    yield Step(0, 1)
    if folder.name == "broken":
        raise StudioError("It is broken.")
    for _ in range(30 if folder.name == "large" else 1):
        time.sleep(0.01)
        yield Step(0, 1)
    return folder.name


@pytest.fixture
def dialog(qtbot):
    made = QDialog()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def look(dialog, lessons, disk, messages):
    """A look at folders that begins at once."""
    errands = Errands(disk, messages)
    words = LookWords("A folder", "Looking", "Drop a folder.")
    made = FolderLook(dialog, lessons, errands, counting, words)
    made.wanted.connect(made.begin)
    return made


def dropped(dialog, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(dialog, data)


def test_the_folder_of_a_dropped_file_is_looked_at(qtbot, dialog, look, tmp_path):
    (tmp_path / "a.png").touch()

    with qtbot.waitSignal(look.ended):
        dropped(dialog, tmp_path / "a.png")
        assert look.busy

    assert look.result == tmp_path.name
    assert not look.busy


def test_another_folder_ends_the_look_at_the_first(qtbot, look, tmp_path):
    ends = []
    look.ended.connect(lambda: ends.append(look.result))
    look.begin(tmp_path / "large")

    with qtbot.waitSignal(look.ended):
        look.begin(tmp_path / "small")

    assert ends == ["small"]


def test_a_fault_is_a_sentence_and_leaves_no_result(qtbot, look, tmp_path):
    with qtbot.waitSignal(look.ended):
        look.begin(tmp_path / "small")

    with qtbot.waitSignal(look.failed) as told, qtbot.waitSignal(look.ended):
        look.begin(tmp_path / "broken")

    assert told.args == ["It is broken."]
    assert look.result is None


def test_a_drop_without_a_folder_is_a_sentence(qtbot, dialog, look):
    data = QMimeData()
    data.setText("leaves")

    with qtbot.waitSignal(look.failed) as told:
        drop(dialog, data)

    assert told.args == ["Drop a folder."]


def test_no_folder_is_taken_while_a_training_runs(qtbot, dialog, look, lessons, tmp_path):
    lessons.start("moon")

    dropped(dialog, tmp_path)

    assert not look.busy
    with qtbot.waitSignal(lessons.ended):
        lessons.cancel()
