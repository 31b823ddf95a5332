"""The composer trained from sets of music, as ``studio train composer`` does it."""

import json
from pathlib import Path

import pytest

from studio.errors import AlreadyExists, StudioError
from studio.music.transformer import KIND, ComposerConfig, composer_of
from studio.paths import state_dir
from studio.tasks.train_composer import ComposerPlan, train_composer
from studio.training.composer import ComposerTraining
from studio.weights import file_sha256, read_weights
from tests.tasks.tune_files import tunes_folder
from tests.training.tiny_runs import ended

TINY = ComposerConfig(width=16, layers=1, heads=2, feed=16, context=80)


def plan(tmp_path: Path, **changes: object) -> ComposerPlan:
    data = tmp_path / "data"
    if not data.is_dir():
        data.mkdir()
        tunes_folder(data, 40).rename(data / "books")
        tunes_folder(data, 24).rename(data / "hymnal")
    values: dict[str, object] = {
        "output": tmp_path / "one.safetensors",
        "data": data,
        "sets": {"books": 0.7, "hymnal": 0.3},
        "training": ComposerTraining(steps=3, batch=4, check=2),
        "config": TINY,
        "command": "studio train composer",
    }
    return ComposerPlan(**(values | changes))  # type: ignore[arg-type]


def test_it_writes_a_network_and_a_card(tmp_path: Path) -> None:
    result, steps = ended(train_composer(plan(tmp_path)))

    tensors, metadata = read_weights(result.path)
    assert composer_of(tensors, metadata["config"]).config == TINY
    card = json.loads(result.path.with_suffix(".json").read_text())
    assert card["kind"] == metadata["kind"] == KIND
    assert card["sha256"] == result.sha256 == file_sha256(result.path)
    assert card["steps"] == 3
    assert [one["name"] for one in card["data"]] == ["books", "hymnal"]
    assert {"unseen tunes: nats", "training unseen"} <= set(card["figures"])
    assert sorted({step.done for step in steps if step.save is not None}) == [0, 1, 2, 3]
    assert not list((state_dir() / "checkpoints").glob("*"))
    assert result.undescribed == ()


def test_an_interrupted_training_goes_on(tmp_path: Path) -> None:
    work = train_composer(plan(tmp_path))
    for step in work:
        if step.done == 2 and step.save is not None:
            step.save()
            break
    work.close()

    result, steps = ended(train_composer(plan(tmp_path)))

    assert sorted({step.done for step in steps if step.save is not None}) == [2, 3]
    whole = plan(tmp_path, output=tmp_path / "two.safetensors")
    assert result.sha256 == ended(train_composer(whole))[0].sha256


def test_it_can_be_told_that_it_is_enough(tmp_path: Path) -> None:
    asked = plan(tmp_path, training=ComposerTraining(steps=500, batch=4))

    result, _ = ended(train_composer(asked, enough=lambda: True))

    assert json.loads(result.path.with_suffix(".json").read_text())["steps"] == 1


def test_what_cannot_be_carried_out_is_said_before_anything_slow(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="folder"):
        next(train_composer(plan(tmp_path, data=tmp_path / "none")))
    with pytest.raises(StudioError, match="no set of music"):
        next(train_composer(plan(tmp_path, sets={"polkas": 1.0})))
    with pytest.raises(StudioError, match="no set of music"):
        next(train_composer(plan(tmp_path, sets={"jsb": 1.0})))
    with pytest.raises(StudioError, match="safetensors"):
        next(train_composer(plan(tmp_path, output=tmp_path / "one.pt")))
    (tmp_path / "one.safetensors").touch()
    with pytest.raises(AlreadyExists):
        next(train_composer(plan(tmp_path)))
