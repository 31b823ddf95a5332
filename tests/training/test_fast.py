"""Fast learns several styles, or one new row alone while the network stays as it is."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors import safe_open

from studio.errors import UnreadableFile
from studio.training.fast import FastModel, FastRun, FastTraining, train_fast
from studio.training.progress import Progress
from tests.image.tiny import tiny_encoder
from tests.training.tiny_runs import ended, equal, grams, photos, stopped, tiny_fast, weights

TRAINING = FastTraining(steps=4, batch=2, side=64)
ALONE = replace(TRAINING, whole=False)


def run(
    training: FastTraining = TRAINING, checkpoint: Path | None = None, count: int = 2
) -> tuple[FastModel, list[Progress]]:
    return ended(
        train_fast(
            tiny_encoder(),
            photos(),
            grams(count),
            training,
            start=tiny_fast(count),
            checkpoint=checkpoint,
        )
    )


def half(path: Path, training: FastTraining = TRAINING) -> Path:
    work = train_fast(
        tiny_encoder(), photos(), grams(2), training, start=tiny_fast(2), checkpoint=path
    )
    stopped(work, 2)
    return path


@pytest.mark.parametrize("whole", [True, False])
def test_the_loss_falls(whole: bool) -> None:
    training = replace(TRAINING, steps=40, same=0.0, between=0.0, whole=whole, content=1.0)
    _, steps = run(training, count=1)

    assert steps[-1].figures["style"] < steps[0].figures["style"]


def test_a_row_alone_leaves_network_and_photo_untouched() -> None:
    before = tiny_fast(2)

    after, _ = run(ALONE)

    assert equal(weights(before.network), weights(after.network))
    assert torch.equal(after.embeddings[0], before.embeddings[0])
    assert not torch.equal(after.embeddings[1], before.embeddings[1])


def test_pictures_without_strength_are_to_come_back() -> None:
    _, steps = run(replace(TRAINING, same=1.0))

    assert set(steps[-1].figures) == {"same"}


@pytest.mark.parametrize(("content", "heavier"), [(0.001, True), (1.0, False)])
def test_the_balance_steers_content(content: float, heavier: bool) -> None:
    training = replace(TRAINING, content=content, same=0.0, between=0.0)
    _, steps = run(training)

    assert (steps[-1].figures["balance"] > 1) == heavier


def test_strength_goes_from_the_photo_to_the_style() -> None:
    training = replace(TRAINING, batch=400)
    one = FastRun(tiny_encoder(), photos(), grams(2), training, tiny_fast(2))

    style, amount = one._draw()

    assert set(style.tolist()) == {0, 1}
    assert float(amount.min()) == 0
    assert float(amount.max()) == 1
    assert 0.7 < float((amount == 1).float().mean()) < 0.85


def test_the_same_seed_trains_the_same_bits() -> None:
    one, again, other = run()[0], run()[0], run(replace(TRAINING, seed=2))[0]

    assert equal(weights(one.network), weights(again.network))
    assert torch.equal(one.embeddings, again.embeddings)
    assert not torch.equal(one.embeddings, other.embeddings)


@pytest.mark.parametrize("training", [TRAINING, ALONE])
def test_an_interrupted_training_goes_on_exactly(tmp_path: Path, training: FastTraining) -> None:
    straight, steps = run(training)

    resumed, rest = run(training, half(tmp_path / "run.safetensors", training))

    assert equal(weights(straight.network), weights(resumed.network))
    assert torch.equal(straight.embeddings, resumed.embeddings)
    assert rest[-1].figures == steps[-1].figures


def test_another_number_of_styles_is_refused(tmp_path: Path) -> None:
    file = half(tmp_path / "run.safetensors")

    with pytest.raises(UnreadableFile, match="another training's"):
        run(checkpoint=file, count=1)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_damaged_checkpoint_is_a_sentence(tmp_path: Path, share: float) -> None:
    file = half(tmp_path / "run.safetensors")
    data = file.read_bytes()
    file.write_bytes(data[: int(share * len(data))])

    with pytest.raises(UnreadableFile, match="damaged"):
        run(checkpoint=file)


def test_the_parts_of_a_checkpoint_keep_their_names(tmp_path: Path) -> None:
    with safe_open(half(tmp_path / "run.safetensors"), "pt") as opened:
        names = {key.split("/")[0] for key in opened.keys()}  # noqa: SIM118
    assert names == {"network", "rows", "optimiser", "steering", "random"}
