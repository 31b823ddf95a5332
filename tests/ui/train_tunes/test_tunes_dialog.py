"""A model learns own tunes from the window: the folder, the job, what is heard, and its end."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl

from studio.errors import StudioError
from studio.jobs import State, Step
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.paths import state_dir
from studio.tasks.train_tunes import Copies, LearnedTunes, TunesCheck, TunesPlan
from studio.tasks.train_tunes_card import remember_plan, unfinished
from studio.ui.errands import Errands
from studio.ui.job_controller import StyleJobs
from studio.ui.train_tunes import tunes_words
from studio.ui.train_tunes.tunes_dialog import TunesDialog
from studio.ui.train_tunes.tunes_jobs import TunesJobs
from tests.tasks.tune_files import tunes_folder
from tests.ui.events import drop

SONG = Song(tracks=(Track(notes=Notes([Note(0, 480, 60)])),))
LEARNED = LearnedTunes(
    "Mine", Path("mine"), "0", 1.0, 8, 12, 0.8, 0.6, Copies(8, 8, 2.0, 0.5), SONG
)


@pytest.fixture
def dialog(qtbot, gpu, disk, editor, messages):
    """The dialog with real workers."""
    styles = StyleJobs(gpu, editor, messages, lambda request: "")
    made = TunesDialog(TunesJobs(gpu, styles, messages), Errands(disk, messages))
    qtbot.addWidget(made)
    made._keep = styles
    made.show_dialog()
    return made


@pytest.fixture
def asked(monkeypatch):
    """Put short work in the place of the training itself; the plans it was asked for."""
    found = []

    def work(plan, *, enough, tunes):
        found.append((plan, tunes))
        for done in range(1, 200):
            look = TunesCheck(done, 0.8 - done / 1000, 0.8, SONG) if done > 3 else None
            figures = {"nats": 0.7, "before": 0.8, "unseen": 0.8 - done / 1000}
            yield Step(done, 200, "learning", figures=figures, so_far=look)
            time.sleep(0.005)
            if enough():
                break
        return LEARNED

    monkeypatch.setattr("studio.ui.train_tunes.tunes_jobs.train_tunes", work)
    return found


@pytest.fixture
def ready(qtbot, dialog, asked, tmp_path):
    """The dialog with a folder that is read."""
    dialog.take_folder(tunes_folder(tmp_path, 12))
    qtbot.waitUntil(lambda: "12" in dialog.found.text())
    dialog.fields.name.setText("Mine")
    return dialog


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_window_can_be_used_beside_it(dialog):
    assert dialog.isVisible()
    assert not dialog.isModal()


def test_start_without_a_folder_is_a_sentence(qtbot, dialog):
    click(qtbot, dialog.foot.go)

    assert "folder" in dialog.line.text()


def test_a_dropped_folder_is_read_and_told(qtbot, dialog, tmp_path):
    folder = tunes_folder(tmp_path, 5)
    (folder / "broken.mid").write_text("no music")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])

    drop(dialog, data)

    qtbot.waitUntil(lambda: "Tunes: 5" in dialog.found.text())
    assert "Files left out: 1" in dialog.found.text()
    assert "little" in dialog.found.text()
    assert dialog.fields.name.text() == "tunes"
    assert dialog.foot.estimate.text().startswith("about")


def test_a_folder_without_music_is_a_sentence(qtbot, dialog, tmp_path):
    (tmp_path / "empty").mkdir()

    dialog.take_folder(tmp_path / "empty")

    qtbot.waitUntil(lambda: "There is no MIDI" in dialog.line.text())


def test_one_tune_cannot_be_started_with(qtbot, dialog, tmp_path, asked):
    dialog.take_folder(tunes_folder(tmp_path, 1))
    qtbot.waitUntil(lambda: "Tunes: 1" in dialog.found.text())

    click(qtbot, dialog.foot.go)

    assert "one tune" in dialog.line.text()
    assert not asked


def test_a_name_that_cannot_be_is_a_sentence(qtbot, ready, asked):
    ready.fields.name.setText("composer")

    click(qtbot, ready.foot.go)

    assert "another name" in ready.line.text()
    assert not asked


def test_it_learns_what_was_read_and_tells_the_end(qtbot, ready, asked):
    with qtbot.waitSignal(ready._jobs.learned) as caught:
        click(qtbot, ready.foot.go)
        qtbot.waitUntil(lambda: ready.plot.drawn("unseen") > 2)
        click(qtbot, ready.foot.enough)

    plan, tunes = asked[0]
    assert (plan.name, plan.base, len(tunes.tunes)) == ("Mine", "lstm", 12)
    assert caught.args == ["Mine"]
    assert "0.800 nats before, 0.600 now" in ready.line.text()
    assert "longest run" in ready.line.text()
    assert ready.foot.go.isVisible()


def test_nats_are_told_and_the_tune_is_heard(qtbot, ready, asked):
    click(qtbot, ready.foot.go)
    qtbot.waitUntil(ready.listen.isVisible)

    with qtbot.waitSignal(ready.hear) as caught:
        click(qtbot, ready.listen)

    assert caught.args[0] == SONG
    assert "0.800 before" in ready.line.text()
    with qtbot.waitSignal(ready._jobs.ended):
        click(qtbot, ready.foot.cancel)
    assert "goes on" in ready.line.text()


def test_a_training_that_goes_on_from_elsewhere_is_shown(qtbot, ready, asked, tmp_path):
    ready._jobs.start(TunesPlan(tmp_path / "tunes", "Begun"))

    assert not ready.foot.go.isVisible()
    assert ready.plot is not None
    with qtbot.waitSignal(ready._jobs.ended):
        click(qtbot, ready.foot.cancel)
    assert ready.foot.go.isVisible()


def test_pause_and_resume(qtbot, ready, asked):
    click(qtbot, ready.foot.go)
    job = ready._jobs.job
    qtbot.waitUntil(lambda: job.state is State.RUNNING)

    click(qtbot, ready.foot.pause)
    qtbot.waitUntil(lambda: ready.foot.pause.text() == "Resume")
    assert job.state is State.PAUSED
    with qtbot.waitSignal(ready._jobs.ended, timeout=20_000):
        click(qtbot, ready.foot.pause)

    assert job.state is State.DONE


def test_what_goes_wrong_is_a_sentence(qtbot, ready, monkeypatch):
    def work(plan, **_):
        yield Step(0, 1)
        raise StudioError("The disk is full.")

    monkeypatch.setattr("studio.ui.train_tunes.tunes_jobs.train_tunes", work)
    with qtbot.waitSignal(ready._jobs.ended):
        click(qtbot, ready.foot.go)

    assert ready.line.text() == "The disk is full."


@pytest.fixture
def begun(tmp_path):
    """A training that a quit interrupted."""
    plan = TunesPlan(tunes_folder(tmp_path, 12), "Begun", steps=77)
    checkpoint = state_dir() / "checkpoints" / "tunes-1.safetensors"
    remember_plan(plan, checkpoint)
    checkpoint.touch()
    return plan


def test_what_was_interrupted_is_offered_and_goes_on(qtbot, begun, dialog, asked):
    assert "Begun was interrupted" in dialog.line.text()
    qtbot.waitUntil(lambda: "12" in dialog.found.text())

    with qtbot.waitSignal(dialog._jobs.ended):
        click(qtbot, dialog.foot.go)
        qtbot.waitUntil(lambda: bool(asked))
        click(qtbot, dialog.foot.enough)

    assert asked[0][0] == begun


def test_what_was_interrupted_can_be_given_up(qtbot, begun, dialog):
    click(qtbot, dialog.foot.give_up)

    assert unfinished() == ()
    assert not dialog.foot.give_up.isVisible()


def test_every_control_has_a_name_and_a_tooltip(dialog):
    fields = dialog.fields
    buttons = (
        dialog.foot.go,
        dialog.foot.pause,
        dialog.foot.enough,
        dialog.foot.cancel,
        dialog.listen,
    )
    for one in (fields.folder, fields.model, fields.name, dialog.foot.give_up, *buttons):
        assert one.accessibleName()
        assert one.toolTip()


def test_a_model_that_repeats_is_told():
    parrot = replace(LEARNED, copies=Copies(8, 8, 8.0, 6.0), after=0.9)

    assert "repeats" in tunes_words.ended_words(parrot)
    assert "no better" in tunes_words.ended_words(parrot)
    assert "longest" not in tunes_words.ended_words(replace(LEARNED, copies=None))
