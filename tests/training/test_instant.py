"""Instant's decoder learns: the loss falls, and an interrupted training goes on exactly."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from studio.errors import UnreadableFile
from studio.image.instant import Instant, InstantConfig
from studio.training.instant import InstantTraining, train_instant
from studio.training.progress import Progress
from tests.image.tiny import tiny_encoder
from tests.training.tiny_runs import ended, equal, photos, stopped, styles, weights

CONFIG = InstantConfig(widths=(8, 8, 6, 4), deep=1, code=4)
TRAINING = InstantTraining(steps=4, batch=2, side=64)


def run(
    training: InstantTraining = TRAINING,
    checkpoint: Path | None = None,
    config: InstantConfig = CONFIG,
) -> tuple[Instant, list[Progress]]:
    return ended(
        train_instant(
            tiny_encoder(), photos(), styles(), training, config=config, checkpoint=checkpoint
        )
    )


def half(path: Path, training: InstantTraining = TRAINING) -> Path:
    work = train_instant(
        tiny_encoder(), photos(), styles(), training, config=CONFIG, checkpoint=path
    )
    stopped(work, 2)
    return path


@pytest.mark.parametrize("transform", ["monge", "adain"])
def test_the_loss_falls(transform: str) -> None:
    training = replace(TRAINING, steps=40, same=0.0)
    _, steps = run(training, config=replace(CONFIG, transform=transform))

    def loss(step: Progress) -> float:
        return step.figures["style"] + step.figures["content"]

    assert loss(steps[-1]) < loss(steps[0])  # running means: what is reached is lower still


def test_pictures_that_are_their_own_style_come_back() -> None:
    _, steps = run(replace(TRAINING, steps=40, same=1.0))

    assert steps[-1].figures["same"] < steps[0].figures["same"]  # a running mean of fifty steps
    assert "style" not in steps[-1].figures


@pytest.mark.parametrize(("content", "heavier"), [(0.001, True), (1.0, False)])
def test_the_balance_steers_content(content: float, heavier: bool) -> None:
    _, steps = run(replace(TRAINING, content=content, same=0.0))

    balance = steps[-1].figures["balance"]
    assert (balance > 1) == heavier


def test_the_same_seed_trains_the_same_bits() -> None:
    state = torch.get_rng_state()
    one, again, other = run()[0], run()[0], run(replace(TRAINING, seed=2))[0]

    assert equal(weights(one), weights(again))
    assert not equal(weights(one), weights(other))
    assert torch.equal(torch.get_rng_state(), state)


def test_an_interrupted_training_goes_on_exactly(tmp_path: Path) -> None:
    straight, steps = run()

    resumed, rest = run(checkpoint=half(tmp_path / "run.safetensors"))

    assert equal(weights(straight), weights(resumed))
    assert [step.done for step in rest] == [3, 4]
    assert rest[-1].figures == steps[-1].figures


@pytest.mark.parametrize("changes", [{"seed": 2}, {"batch": 3}, {"content": 0.2}])
def test_another_trainings_checkpoint_is_refused(tmp_path: Path, changes: dict[str, int]) -> None:
    file = half(tmp_path / "run.safetensors")

    with pytest.raises(UnreadableFile, match="another training's"):
        run(replace(TRAINING, **changes), checkpoint=file)


def test_another_networks_checkpoint_is_refused(tmp_path: Path) -> None:
    file = half(tmp_path / "run.safetensors")

    with pytest.raises(UnreadableFile, match="another training's"):
        run(checkpoint=file, config=replace(CONFIG, code=5))


@pytest.mark.parametrize("name", ["network/code.weight", "random/state", "optimiser/adam.0.step"])
def test_a_checkpoint_that_lacks_a_part_is_a_sentence(tmp_path: Path, name: str) -> None:
    file = half(tmp_path / "run.safetensors")
    with safe_open(file, "pt") as opened:
        tensors = {key: opened.get_tensor(key) for key in opened.keys()}  # noqa: SIM118
        notes = opened.metadata()
    del tensors[name]
    save_file(tensors, file, notes)

    with pytest.raises(UnreadableFile, match="damaged"):
        run(checkpoint=file)


def test_the_parts_of_a_checkpoint_keep_their_names(tmp_path: Path) -> None:
    with safe_open(half(tmp_path / "run.safetensors"), "pt") as opened:
        names = {key.split("/")[0] for key in opened.keys()}  # noqa: SIM118
    assert names == {"network", "optimiser", "random"}
