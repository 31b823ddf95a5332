"""Instant and Fast trained from folders, as ``studio train instant`` and ``studio train fast``."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio import registry
from studio.errors import AlreadyExists, StudioError
from studio.image.style_card import CARD_SUFFIX, bundled_folder
from studio.paths import state_dir
from studio.tasks.train_fast import FastPlan, train_fast
from studio.tasks.train_instant import InstantPlan, train_instant
from studio.training.fast import FastTraining
from studio.training.instant import InstantTraining
from studio.weights import read_weights
from tests.training.tiny_runs import ended


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for index in range(2):
        pixels = np.random.default_rng(index).integers(0, 255, (80, 96, 3), np.uint8)
        Image.fromarray(pixels).save(folder / f"{index}.png")
    return folder


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    """Two of the cards that ship."""
    folder = tmp_path / "cards"
    folder.mkdir()
    for name in ("starry-night", "great-wave"):
        shutil.copy(bundled_folder() / f"{name}{CARD_SUFFIX}", folder)
    return folder


def instant_plan(photos: Path, styles: Path, **changes: object) -> InstantPlan:
    values = {
        "photos": (photos,),
        "styles": (styles,),
        "output": photos.parent / "one.safetensors",
        "training": InstantTraining(steps=2, batch=1, side=64),
        "validate": photos,
        "notes": {"photos": "CC0"},
    }
    return InstantPlan(**(values | changes))  # type: ignore[arg-type]


def fast_plan(photos: Path, styles: Path, **changes: object) -> FastPlan:
    values = {
        "photos": (photos,),
        "styles": (styles,),
        "output": photos.parent / "one.safetensors",
        "training": FastTraining(steps=2, batch=1, side=64),
        "validate": photos,
    }
    return FastPlan(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("transform", ["monge", "adain"])
def test_instant_is_written_as_it_is_read(
    photos: Path, cards: Path, transform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = photos.parent / "instant.safetensors"
    plan = instant_plan(photos, cards, transform=transform, output=output)
    result, steps = ended(train_instant(plan))

    assert [step.done for step in steps if step.figures] == [1, 2]
    card = json.loads(result.path.with_suffix(".json").read_text())
    assert card["architecture"]["transform"] == transform
    assert "validation style" in card["figures"]
    assert result.undescribed == ("cards",)
    monkeypatch.setattr("studio.registry.models", lambda: output.parent)
    assert registry.instant("instant").network.config.transform == transform


def test_instant_learns_from_paintings_too(photos: Path) -> None:
    result, _ = ended(train_instant(instant_plan(photos, photos, validate=None)))

    assert result.path.is_file()
    assert not list((state_dir() / "checkpoints").iterdir())


def test_fast_is_written_as_it_is_read(photos: Path, cards: Path) -> None:
    result, _ = ended(train_fast(fast_plan(photos, cards)))

    loaded = registry.fast("cpu", result.path)
    assert list(loaded.embeddings) == ["great-wave", "starry-night"]
    assert result.sha256 == loaded.sha256
    weights, words = read_weights(result.path)
    assert json.loads(words["styles"]) == ["great-wave", "starry-night"]
    assert weights["embeddings"].shape[0] == 3


def test_an_interrupted_training_goes_on(photos: Path, cards: Path) -> None:
    plan = fast_plan(photos, cards, validate=None)
    work = train_fast(plan)
    while (step := next(work)).done < 1:
        pass
    assert step.save is not None
    step.save()
    work.close()

    _, steps = ended(train_fast(plan))

    assert [one.done for one in steps if one.figures] == [2]


def test_folders_without_styles_are_a_sentence(photos: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    for work in (
        train_instant(instant_plan(photos, tmp_path / "empty")),
        train_fast(fast_plan(photos, tmp_path / "empty")),
    ):
        with pytest.raises(StudioError, match="No painting and no style card"):
            ended(work)


def test_nothing_is_trained_for_a_file_that_is_there(photos: Path, cards: Path) -> None:
    (photos.parent / "one.safetensors").write_bytes(b"mine")

    for work in (
        train_instant(instant_plan(photos, cards)),
        train_fast(fast_plan(photos, cards)),
    ):
        with pytest.raises(AlreadyExists):
            next(work)
