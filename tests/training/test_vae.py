"""The picture autoencoder learns, says as much as it is asked to, and goes on where it was."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from studio.errors import UnreadableFile
from studio.image.vae import Vae, VaeConfig
from studio.training.picture_sets import SquareSet
from studio.training.progress import Progress
from studio.training.vae import VaeTraining, divergence, psnr, train_vae
from tests.image.tiny import tiny_encoder
from tests.training.squares import pictures_folder, squares
from tests.training.tiny_runs import ended, equal, stopped, weights

CONFIG = VaeConfig(16, 4, (8, 8), 1)
TRAINING = VaeTraining(steps=4, batch=6, part=4, check=2, nats=6.0, perceptual=0.0)


@pytest.fixture
def discs(tmp_path: Path) -> SquareSet:
    return squares(pictures_folder(tmp_path / "discs", 60))


def run(
    discs: SquareSet, training: VaeTraining = TRAINING, checkpoint: Path | None = None
) -> tuple[Vae, list[Progress]]:
    return ended(train_vae(discs, training, config=CONFIG, checkpoint=checkpoint))


def test_pictures_come_back_better_and_latents_are_spread_evenly(discs: SquareSet) -> None:
    training = replace(TRAINING, steps=30, batch=12, part=12, rate=0.05, mean=0.8, nats=40.0)
    network, steps = run(discs, training)

    assert steps[-1].figures["psnr"] > steps[0].figures["psnr"] + 0.5
    assert "unseen psnr" in steps[-1].figures
    pictures = discs.views(discs.learned)
    with torch.no_grad():
        latents = network.find(pictures)
    assert float(latents.mean(0).abs().max()) < 0.2
    assert float(latents.std(0).max()) < 1.2


def test_it_says_about_as_much_as_it_is_asked_to(discs: SquareSet) -> None:
    few = replace(TRAINING, steps=20, nats=0.01, rate=0.02)
    many = replace(few, nats=60.0)
    assert run(discs, few)[1][-1].figures["beta"] > run(discs, many)[1][-1].figures["beta"]


def test_a_seed_means_the_same_network(discs: SquareSet) -> None:
    assert equal(weights(run(discs)[0]), weights(run(discs)[0]))
    assert not equal(weights(run(discs)[0]), weights(run(discs, replace(TRAINING, seed=2))[0]))


@pytest.mark.parametrize(("after", "adversarial"), [(2, 0.3), (2, 0.0), (3, 0.0)])
def test_an_interrupted_training_goes_on_exactly(
    discs: SquareSet, tmp_path: Path, after: int, adversarial: float
) -> None:
    path = tmp_path / "run.safetensors"
    training = replace(TRAINING, adversarial=adversarial, critic_from=0.0)
    stopped(train_vae(discs, training, config=CONFIG, checkpoint=path), after)

    gone_on, _ = run(discs, training, path)

    assert equal(weights(gone_on), weights(run(discs, training)[0]))


def test_another_trainings_checkpoint_is_refused(discs: SquareSet, tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    stopped(train_vae(discs, TRAINING, config=CONFIG, checkpoint=path), 2)
    with pytest.raises(UnreadableFile):
        run(discs, replace(TRAINING, nats=7.0), path)


def test_it_ends_when_it_is_told(discs: SquareSet) -> None:
    work = train_vae(discs, TRAINING, config=CONFIG, enough=lambda: True)
    assert ended(work)[1][-1].done == 1


def test_the_encoder_and_the_critic_take_part(tmp_path: Path) -> None:
    discs = squares(pictures_folder(tmp_path / "discs", 50), side=32)
    training = replace(TRAINING, steps=1, perceptual=1.0, adversarial=0.5, critic_from=0.0)
    config = VaeConfig(32, 4, (6, 6, 6), 1)

    _, steps = ended(train_vae(discs, training, encoder=tiny_encoder(), config=config))

    assert steps[-1].figures["seen"] > 0
    assert steps[-1].figures["critic"] > 0


def test_divergence_and_decibels_are_as_they_are_defined() -> None:
    mean, log_variance = torch.tensor([[0.0, 0.0], [2.0, 0.0]]), torch.zeros(2, 2)
    assert divergence(mean, log_variance).tolist() == [0.0, 2.0]
    one = torch.zeros(1, 3, 4, 4)
    assert float(psnr(one, one + 0.1)) == pytest.approx(20.0, abs=1e-3)
