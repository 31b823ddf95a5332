"""Generator and critic learn by either loss, and go on where they were."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from studio.errors import StudioError, UnreadableFile
from studio.image.gan import Critic, GanConfig, Generator
from studio.training.gan import GanTraining, slope_length, train_gan, varied
from studio.training.picture_sets import SquareSet
from studio.training.progress import Progress
from tests.training.squares import pictures_folder, squares
from tests.training.tiny_runs import ended, equal, stopped, weights

CONFIG = GanConfig(16, 4, (8, 8), (8, 8))
TRAINING = GanTraining(steps=4, batch=8, check=2)


@pytest.fixture
def discs(tmp_path: Path) -> SquareSet:
    return squares(pictures_folder(tmp_path / "discs", 60))


def run(
    discs: SquareSet, training: GanTraining = TRAINING, checkpoint: Path | None = None
) -> tuple[Generator, list[Progress]]:
    return ended(train_gan(discs, training, config=CONFIG, checkpoint=checkpoint))


@pytest.mark.parametrize("loss", ["dcgan", "wgan-gp"])
def test_either_loss_gives_a_generator_and_figures(discs: SquareSet, loss: str) -> None:
    network, steps = run(discs, replace(TRAINING, loss=loss))
    with torch.no_grad():
        pictures = network.decode(torch.randn(2, 4))
    assert pictures.shape == (2, 3, 16, 16)
    assert steps[-1].done == 4
    assert {"critic", "generator", "slope", "diversity"} <= set(steps[-1].figures)


def test_the_penalty_brings_the_slope_near_one(discs: SquareSet) -> None:
    training = replace(TRAINING, steps=30, critic_steps=3, rate=0.002, check=30)
    slope = run(discs, training)[1][-1].figures["slope"]
    assert slope == pytest.approx(1.0, abs=0.6)


@pytest.mark.parametrize("loss", ["dcgan", "wgan-gp"])
def test_an_interrupted_training_goes_on_exactly(
    discs: SquareSet, tmp_path: Path, loss: str
) -> None:
    path = tmp_path / "run.safetensors"
    training = replace(TRAINING, loss=loss, critic_steps=1)
    stopped(train_gan(discs, training, config=CONFIG, checkpoint=path), 2)

    gone_on, steps = run(discs, training, path)

    assert steps[0].done == 1
    assert equal(weights(gone_on), weights(run(discs, training)[0]))


def test_another_trainings_checkpoint_is_refused(discs: SquareSet, tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    training = replace(TRAINING, critic_steps=1)
    stopped(train_gan(discs, training, config=CONFIG, checkpoint=path), 2)
    with pytest.raises(UnreadableFile):
        run(discs, replace(training, batch=4), path)


def test_another_loss_is_one_sentence() -> None:
    with pytest.raises(StudioError, match="wgan-gp"):
        GanTraining("moon")


def test_the_slope_is_measured_as_the_papers_do() -> None:
    class Steep(Critic):
        def forward(self, pictures: torch.Tensor) -> torch.Tensor:
            return 6.0 * pictures.flatten(1)[:, 0]

    real, made = torch.rand(2, 4, 3, 16, 16)
    length = slope_length(Steep(CONFIG), real, made, torch.Generator())
    assert torch.allclose(length, torch.full((4,), 3.0))


def test_variety_keeps_the_shape_lets_slopes_through_and_follows_its_seed() -> None:
    pictures = torch.rand(3, 3, 16, 16, requires_grad=True)
    first, again = (varied(pictures, torch.Generator().manual_seed(1)) for _ in range(2))
    assert first.shape == pictures.shape
    assert torch.equal(first, again)
    first.sum().backward()
    assert pictures.grad is not None
    assert pictures.grad.abs().sum() > 0
