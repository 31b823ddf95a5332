"""A latent space is learned in the window: the folder, the job, what is seen, and its end."""

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QMessageBox, QWidget

from studio.errors import StudioError
from studio.jobs import State, Step
from studio.tasks.calibration import remember
from studio.tasks.train_files import Trained
from studio.tasks.train_own_kept import checkpoint_of, keep, unfinished
from studio.tasks.train_own_pictures import LearnedSpace, OwnPlan
from studio.ui.errands import Errands
from studio.ui.job_controller import StyleJobs
from studio.ui.train_pictures import pictures_words
from studio.ui.train_pictures.own_spaces import OwnSpaces
from tests.training.squares import pictures_folder
from tests.ui.events import drop

FAR = "samples: distance to the nearest learned from"
USUAL = "unseen pictures: distance to the nearest learned from"
TRAINED = Trained(Path("mine"), "0", 1.0, {FAR: 0.2, USUAL: 0.2}, (), ("bad.png",))
LEARNED = LearnedSpace("Mine", "vae", TRAINED, 120)


@pytest.fixture
def spaces(qtbot, gpu, disk, editor, messages):
    """The opener, with real workers; how quick a step is, is known."""
    for kind in ("vae", "gan"):
        for latent in (24, 40):
            remember("speed", f"own {kind} 64 {latent}", 0.5)
    window = QWidget()
    qtbot.addWidget(window)
    styles = StyleJobs(gpu, editor, messages, lambda request: "")
    made = OwnSpaces(gpu, styles, Errands(disk, messages), messages, window)
    made._keep = styles
    return made


@pytest.fixture
def dialog(spaces):
    """The dialog, open."""
    spaces.open()
    return spaces.dialog


@pytest.fixture
def asked(monkeypatch):
    """Put short work in the place of the training itself; the plans it was asked for."""
    found = []

    def work(plan, *, enough):
        found.append(plan)
        for done in range(1, 900):
            figures = {"psnr": 10 + done / 100, "kl": float(done), "unseen psnr": 10.0}
            sheet = np.full((10, 10, 3), done % 255, np.uint8)
            yield Step(done, 900, "", preview=lambda sheet=sheet: sheet, figures=figures)
            time.sleep(0.05)
            if enough():
                break
        return LEARNED

    monkeypatch.setattr("studio.ui.train_pictures.pictures_jobs.train_own_pictures", work)
    return found


@pytest.fixture
def ready(qtbot, dialog, asked, tmp_path):
    """The dialog with a folder that was looked at."""
    dialog.take_folder(pictures_folder(tmp_path / "discs", 60))
    qtbot.waitUntil(lambda: dialog.survey is not None)
    dialog.fields.name.setText("Mine")
    return dialog


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def dropped(path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_nothing_can_be_started_without_a_folder(dialog):
    assert not dialog.view.go.isEnabled()
    assert "500" in dialog.view.advice.text()


def test_a_dropped_folder_is_counted_looked_at_and_told(qtbot, dialog, tmp_path):
    folder = pictures_folder(tmp_path / "discs", 60)
    for number in range(3):
        (folder / f"broken-{number}.png").write_bytes(b"no picture")

    drop(dialog, dropped(folder / "disc-000.png"))

    qtbot.waitUntil(lambda: dialog.survey is not None)
    assert dialog.view.found.text() == "63 pictures · 3 cannot be read and will be left out"
    assert "broken-0.png" in dialog.view.found.toolTip()
    assert dialog.mosaic.image.size().toTuple() == (320, 320)
    assert "60 pictures can be learned" in dialog.view.advice.text()
    assert dialog.fields.name.text() == "discs"
    assert dialog.view.go.isEnabled()


def test_the_pictures_appear_while_they_are_looked_at(qtbot, dialog, tmp_path):
    dialog.take_folder(pictures_folder(tmp_path / "discs", 120))
    qtbot.waitUntil(lambda: dialog.mosaic.image is not None)
    assert dialog.survey is None or dialog.survey.there == 120
    qtbot.waitUntil(lambda: dialog.survey is not None)


def test_three_pictures_are_a_sentence(qtbot, dialog, tmp_path):
    dialog.take_folder(pictures_folder(tmp_path / "few", 3))

    qtbot.waitUntil(lambda: "only 3 readable pictures" in dialog.view.line.text())
    assert not dialog.view.go.isEnabled()
    assert dialog.mosaic.image is None


def test_a_folder_that_is_gone_is_a_sentence(qtbot, dialog, tmp_path):
    dialog.take_folder(tmp_path / "none")
    qtbot.waitUntil(lambda: "cannot be read" in dialog.view.line.text())


def test_another_folder_ends_the_look_at_the_first(qtbot, dialog, tmp_path):
    dialog.take_folder(pictures_folder(tmp_path / "many", 400))
    dialog.take_folder(pictures_folder(tmp_path / "discs", 50))
    qtbot.waitUntil(lambda: dialog.survey is not None)
    assert dialog.survey.there == 50


def test_the_time_follows_the_choice(qtbot, ready):
    click(qtbot, ready.fields.minutes.button("5"))
    assert ready.view.foot.estimate.text().startswith("about 5:00, 600 steps · as measured here")
    assert "clear from about 1,500" in ready.view.foot.estimate.text()

    click(qtbot, ready.fields.minutes.button("60"))
    assert ready.view.foot.estimate.text() == "about 1:00:00, 7,200 steps · as measured here"

    click(qtbot, ready.fields.kind.button("gan"))
    assert "better choice" in ready.view.advice.text()


def test_a_speed_that_is_not_known_is_measured(qtbot, ready, monkeypatch):
    def quick(plan):
        yield Step(0, 1)
        remember("speed", "own vae 128 24", 2.0)

    monkeypatch.setattr("studio.tasks.train_own_sizes.measured", quick)

    click(qtbot, ready.fields.side.button("128"))

    assert "typical" in ready.view.foot.estimate.text()
    qtbot.waitUntil(lambda: "600 steps · as measured here" in ready.view.foot.estimate.text())


def test_it_learns_and_tells_the_end(qtbot, spaces, ready, asked):
    seen = []
    spaces.grown.connect(seen.append)
    with qtbot.waitSignal(spaces.learned) as caught:
        click(qtbot, ready.view.go)
        qtbot.waitUntil(lambda: ready.view.plots.drawn("unseen psnr") > 2)
        qtbot.waitUntil(lambda: len(seen) > 1)
        assert ready.mosaic.image.size().toTuple() == (10, 10)
        assert not ready.fields.isVisible()
        assert "what chance makes" in ready.view.caption.text()
        assert "come back at 10.0 dB" in ready.view.line.text()
        click(qtbot, ready.view.enough)

    plan = asked[0]
    assert (plan.name, plan.kind, plan.side, plan.steps, plan.count) == (
        "Mine",
        "vae",
        64,
        2400,
        60,
    )
    assert caught.args == ["Mine"]
    assert seen[-1] is None
    assert "120 steps" in ready.view.line.text()
    assert "bad.png" in ready.view.line.text()
    assert ready.view.go.isVisible()
    assert ready.fields.isVisible()


def test_nothing_comes_to_the_canvas_while_the_dialog_is_closed(qtbot, spaces, ready, asked):
    seen = []
    spaces.grown.connect(seen.append)
    click(qtbot, ready.view.go)
    qtbot.waitUntil(lambda: bool(seen))

    ready.close()

    assert seen[-1] is None
    with qtbot.waitSignal(spaces.jobs.ended):
        spaces.jobs.stop_early()
    assert seen[-1] is None


def test_pause_and_resume(qtbot, ready, asked):
    click(qtbot, ready.view.go)
    job = ready._jobs.job
    qtbot.waitUntil(lambda: job.state is State.RUNNING)

    click(qtbot, ready.view.foot.pause)
    qtbot.waitUntil(lambda: ready.view.foot.pause.text() == "Resume")
    assert job.state is State.PAUSED
    click(qtbot, ready.view.foot.pause)
    qtbot.waitUntil(lambda: ready.view.foot.pause.text() == "Pause")

    with qtbot.waitSignal(ready._jobs.ended):
        click(qtbot, ready.view.enough)
    assert job.state is State.DONE


def test_what_was_cancelled_can_go_on(qtbot, ready, asked):
    click(qtbot, ready.view.go)
    qtbot.waitUntil(lambda: bool(asked))
    keep(asked[0])
    checkpoint_of(asked[0]).touch()

    with qtbot.waitSignal(ready._jobs.ended):
        click(qtbot, ready.view.foot.cancel)
    assert "goes on" in ready.view.line.text()
    assert not ready.fields.name.isEnabled()

    with qtbot.waitSignal(ready._jobs.ended):
        click(qtbot, ready.view.go)
        qtbot.waitUntil(lambda: len(asked) == 2)
        click(qtbot, ready.view.enough)
    assert asked[1] == asked[0]


def test_what_goes_wrong_is_a_sentence(qtbot, ready, monkeypatch):
    def work(plan, **_):
        yield Step(0, 1)
        raise StudioError("The disk is full.")

    monkeypatch.setattr("studio.ui.train_pictures.pictures_jobs.train_own_pictures", work)
    with qtbot.waitSignal(ready._jobs.ended):
        click(qtbot, ready.view.go)

    assert ready.view.line.text() == "The disk is full."


def test_a_name_that_cannot_be_is_a_sentence(qtbot, ready, asked):
    ready.fields.name.setText("faces")

    click(qtbot, ready.view.go)

    assert "another name" in ready.view.line.text()
    assert not asked


@pytest.fixture
def begun(tmp_path):
    """A training that a quit interrupted."""
    plan = OwnPlan(pictures_folder(tmp_path / "discs", 50), "Begun", "gan", steps=77, count=50)
    keep(plan)
    checkpoint_of(plan).touch()
    return plan


def test_what_was_interrupted_is_offered_and_goes_on(qtbot, begun, dialog, asked):
    assert "Begun was interrupted" in dialog.view.line.text()
    assert dialog.fields.kind.current() == "gan"

    with qtbot.waitSignal(dialog._jobs.ended):
        click(qtbot, dialog.view.go)
        qtbot.waitUntil(lambda: bool(asked))
        click(qtbot, dialog.view.enough)

    assert asked == [begun]


def test_what_was_interrupted_can_be_given_up(qtbot, begun, dialog):
    click(qtbot, dialog.view.foot.give_up)

    assert unfinished() == ()
    assert not dialog.view.foot.give_up.isVisible()
    assert dialog.fields.name.isEnabled()


@pytest.fixture
def model():
    """A model of the user's own, as far as its name goes."""
    path = OwnPlan(Path(), "Old").output
    path.parent.mkdir(parents=True)
    path.touch()
    return path


def test_a_model_is_renamed(qtbot, model, spaces, dialog):
    click(qtbot, dialog.models.renaming)
    dialog.models.asking.setTextValue("New")

    with qtbot.waitSignal(spaces.changed):
        dialog.models.asking.accept()

    assert dialog.models.models.currentText() == "New"
    assert not model.exists()


def test_a_model_is_deleted_when_that_is_confirmed(qtbot, model, spaces, dialog):
    click(qtbot, dialog.models.deleting)
    click(qtbot, dialog.models.box.button(QMessageBox.StandardButton.Cancel))
    assert model.exists()

    click(qtbot, dialog.models.deleting)
    with qtbot.waitSignal(spaces.changed):
        click(qtbot, dialog.models.box.button(QMessageBox.StandardButton.Discard))

    assert not model.exists()
    assert not dialog.models.isVisible()


def test_every_control_has_a_name_and_a_tooltip(dialog):
    fields, view = dialog.fields, dialog.view
    buttons = (view.go, view.foot.pause, view.enough, view.foot.cancel, view.foot.give_up)
    segments = [one.button(key) for one, key in ((fields.kind, "gan"), (fields.minutes, "480"))]
    models = (dialog.models.models, dialog.models.renaming, dialog.models.deleting)
    for one in (fields.folder, fields.name, fields.flips, *buttons, *segments, *models):
        assert one.accessibleName()
        assert one.toolTip()


def test_a_model_that_repeats_is_told():
    parrot = LearnedSpace("Mine", "vae", Trained(Path(), "", 1, {FAR: 0.02, USUAL: 0.2}, ()), 9)
    assert "close to single pictures" in pictures_words.ended_words(parrot)
    assert "close to" not in pictures_words.ended_words(LEARNED)


def test_a_folder_of_very_many_is_told_to_be_drawn_from():
    assert "8,000 of them" in pictures_words.advice_words(100_000, "vae", 8000)
    assert pictures_words.found_words(100_000, 0, 0, 0) == "100,000 pictures so far …"
    assert pictures_words.found_words(900, 500, 500, 2).endswith("2 cannot be read")
    assert pictures_words.found_words(900, 500, 500, 0).endswith("the 500 looked at can be read")
