"""Fast learns a style from the window: the panel, the job, its thumbnails and its end."""

import time

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from studio.jobs import State, Step
from studio.tasks.train_style import LearnedStyle, StylePlan
from studio.ui import style_settings, theme
from studio.ui.widgets.loss_plot import LossPlot
from tests.tasks.networks import write_networks

FIGURES = {"style": 0.5, "content": 0.1, "validation": 0.6}


@pytest.fixture
def training(ready):
    return ready.training


def scripted(window, monkeypatch, steps=40):
    """Put short work in the place of the training itself; returns the plans it was asked for."""
    asked = []

    def work(plan, *, enough):
        asked.append(plan)
        done = 0
        while done < steps and not enough():
            done += 1
            pixels = np.full((20, 60, 3), done, np.uint8)
            figures = {name: value / done for name, value in FIGURES.items()}
            yield Step(done, steps, "style 0.5", preview=lambda p=pixels: p, figures=figures)
            time.sleep(0.01)
        return LearnedStyle(window.shelf.card("moss"), None, 1.0, done, FIGURES, ())

    monkeypatch.setattr("studio.ui.train_jobs.train_style", work)
    return asked


def test_the_action_opens_the_panel(qtbot, ready, training):
    ready.registry["picture.train_style"].trigger()

    qtbot.waitUntil(training.panel.isVisible)
    assert not training.panel.isModal()
    assert training.panel.name.text() == ""


def test_start_without_a_picture_is_a_sentence(qtbot, training):
    training.open_for()

    qtbot.mouseClick(training.panel.foot.go, Qt.MouseButton.LeftButton)

    assert "Choose a picture" in training.panel.line.text()
    assert training.jobs.job is None


def test_a_style_of_the_gallery_is_taken_with_its_name(qtbot, ready, training, monkeypatch):
    asked = scripted(ready, monkeypatch)
    ready.sources.gallery.trainRequested.emit("moss")

    assert training.panel.name.text() == "Moss"
    assert not training.panel.name.isEnabled()
    with qtbot.waitSignal(training.jobs.ended):
        qtbot.mouseClick(training.panel.foot.go, Qt.MouseButton.LeftButton)
    assert asked[0].style == "moss"


def test_a_learned_style_is_chosen(qtbot, ready, training, monkeypatch):
    scripted(ready, monkeypatch)
    training.open_for("moss")

    with qtbot.waitSignal(training.jobs.ended):
        training.panel.start()

    assert style_settings.cards(ready.editor.document) == ("moss",)
    assert training.jobs.job is None
    assert training.panel.foot.go.isVisible()


def test_the_losses_and_the_thumbnails_are_shown(qtbot, ready, training, monkeypatch):
    scripted(ready, monkeypatch, steps=200)
    training.open_for("moss")
    training.panel.start()

    qtbot.waitUntil(lambda: training.panel.plot.drawn("validation") > 2)
    qtbot.waitUntil(training.strip.isVisible)
    assert training.strip.image.width() == 60
    with qtbot.waitSignal(training.jobs.ended):
        qtbot.mouseClick(training.panel.foot.cancel, Qt.MouseButton.LeftButton)
    assert not training.strip.isVisible()


def test_pause_and_resume(qtbot, ready, training, monkeypatch):
    scripted(ready, monkeypatch, steps=60)
    training.open_for("moss")
    training.panel.start()
    job = training.jobs.job
    qtbot.waitUntil(lambda: job.state is State.RUNNING)

    qtbot.mouseClick(training.panel.foot.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: training.panel.foot.pause.text() == "Resume")
    assert job.state is State.PAUSED
    with qtbot.waitSignal(training.jobs.ended):
        qtbot.mouseClick(training.panel.foot.pause, Qt.MouseButton.LeftButton)
    assert job.state is State.DONE


def test_stopping_early_keeps_what_is_learned(qtbot, ready, training, monkeypatch):
    scripted(ready, monkeypatch, steps=10_000)
    training.open_for("moss")
    training.panel.start()
    job = training.jobs.job
    qtbot.waitUntil(lambda: job.state is State.RUNNING)

    with qtbot.waitSignal(training.jobs.ended):
        qtbot.mouseClick(training.panel.foot.enough, Qt.MouseButton.LeftButton)

    assert job.state is State.DONE
    assert style_settings.cards(ready.editor.document) == ("moss",)


def test_only_one_training_at_a_time(qtbot, ready, training, monkeypatch):
    scripted(ready, monkeypatch, steps=10_000)
    training.jobs.start(StylePlan("moss"), "Moss")

    assert training.jobs.start(StylePlan("ink"), "Ink") is None
    with qtbot.waitSignal(training.jobs.ended):
        training.jobs.cancel()


def test_a_training_that_goes_on_from_elsewhere_is_shown(qtbot, ready, training, monkeypatch):
    scripted(ready, monkeypatch, steps=10_000)
    training.open_for("moss")

    training.jobs.start(StylePlan("moss"), "Moss")

    assert not training.panel.foot.go.isVisible()
    with qtbot.waitSignal(training.jobs.ended):
        qtbot.mouseClick(training.panel.foot.cancel, Qt.MouseButton.LeftButton)
    assert "goes on" in training.panel.line.text()


def test_a_name_that_is_taken_is_a_sentence(qtbot, ready, training, tmp_path, monkeypatch):
    folder = write_networks(tmp_path / "models")
    monkeypatch.setattr("studio.registry.models", lambda: folder)
    path = tmp_path / "moss.png"
    Image.new("RGB", (64, 64), (20, 120, 40)).save(path)
    training.open_for()
    training.panel.take_picture(path)

    with qtbot.waitSignal(training.jobs.ended, timeout=60_000):
        training.panel.start()

    assert "There is a style “Moss” already" in training.panel.line.text()


def test_the_estimate_is_no_longer_than_the_minutes(qtbot, training):
    training.open_for()
    panel = training.panel
    panel.kind.set_current("whole")

    panel.minutes.set_value(2)
    panel.minutes.valueCommitted.emit(2)

    assert panel.foot.estimate.text() == "about 2:00"


def test_the_plot_follows_the_theme(qtbot, qapp):
    plot = LossPlot({"style": "style", "content": "content", "validation": "validation"})
    qtbot.addWidget(plot)
    plot.add(1, FIGURES)

    theme.apply(qapp, "light")
    shade = plot._lines["style"].opts["pen"].color().name().upper()
    theme.apply(qapp, "dark")

    assert shade == theme.THEMES["light"].accent
    assert plot.drawn("style") == 1
