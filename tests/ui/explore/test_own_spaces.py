"""What is learned in the dialog can be explored at once, and grows on the canvas meanwhile."""

import time

import numpy as np
import pytest
from PySide6.QtCore import Qt

from studio.jobs import Step
from studio.tasks.train_own_pictures import LearnedSpace
from studio.ui.train_pictures.wiring import own_spaces
from tests.tasks.latent_networks import write_network
from tests.training.squares import pictures_folder
from tests.ui.train_pictures.test_pictures_dialog import TRAINED


@pytest.fixture
def spaces(dreaming, explorer, gpu):
    """The training on own pictures beside the explorer."""
    return own_spaces(dreaming, explorer, gpu)


@pytest.fixture
def begun(qtbot, spaces, monkeypatch, tmp_path):
    """A training under way, whose result is an untrained network."""

    def work(plan, *, enough):
        sheet = np.full((10, 10, 3), 90, np.uint8)
        while not enough():
            yield Step(1, 2, "", preview=lambda: sheet, figures={"psnr": 10.0})
            time.sleep(0.05)
        write_network(tmp_path, "vae").rename(plan.output)
        return LearnedSpace(plan.name, "vae", TRAINED, 2)

    monkeypatch.setattr("studio.ui.train_pictures.pictures_jobs.train_own_pictures", work)
    monkeypatch.setattr("studio.tasks.train_own_sizes.step_seconds", lambda plan: (0.5, True))
    spaces.open()
    spaces.dialog.take_folder(pictures_folder(tmp_path / "discs", 50))
    qtbot.waitUntil(lambda: spaces.dialog.survey is not None)
    qtbot.mouseClick(spaces.dialog.view.go, Qt.MouseButton.LeftButton)
    return spaces


def test_the_samples_grow_on_the_canvas_and_the_model_is_explored(qtbot, dreaming, explorer, begun):
    qtbot.waitUntil(lambda: dreaming.workbench.shows_dream)

    with qtbot.waitSignal(begun.learned, timeout=20_000):
        qtbot.mouseClick(begun.dialog.view.enough, Qt.MouseButton.LeftButton)

    assert explorer.exploring.place.model == "discs"
    qtbot.waitUntil(lambda: explorer.shows, timeout=20_000)


def test_the_canvas_is_free_again_when_the_dialog_is_closed(qtbot, dreaming, begun):
    qtbot.waitUntil(lambda: dreaming.workbench.shows_dream)

    begun.dialog.close()

    assert not dreaming.workbench.shows_dream or dreaming.explorer.exploring.active
    with qtbot.waitSignal(begun.jobs.ended):
        begun.jobs.cancel()
