"""The melody network trained from a folder of tunes, as ``studio train lstm`` does it."""

import json
from pathlib import Path

import numpy as np
import pytest

from studio.errors import AlreadyExists, StudioError
from studio.music.lstm import KIND, MelodyLstmConfig
from studio.music.melody_generate import network_of
from studio.music.melody_tables import read_tables, tables_path
from studio.paths import state_dir
from studio.tasks.train_lstm import LstmPlan, train_lstm
from studio.training.lstm import LstmTraining
from studio.weights import file_sha256, read_weights
from tests.tasks.tune_files import tunes_folder
from tests.training.tiny_runs import ended

TINY = MelodyLstmConfig(width=8, layers=1, kind=8, small=4, head=8)


def plan(tmp_path: Path, **changes: object) -> LstmPlan:
    values: dict[str, object] = {
        "output": tmp_path / "one.safetensors",
        "data": tunes_folder(tmp_path, 40),
        "training": LstmTraining(steps=3, batch=4, check=2),
        "config": TINY,
        "notes": {"tunes": "CC0"},
        "command": "studio train lstm",
    }
    return LstmPlan(**(values | changes))  # type: ignore[arg-type]


def test_it_writes_a_network_its_tables_and_a_card(tmp_path: Path) -> None:
    result, steps = ended(train_lstm(plan(tmp_path)))

    tensors, metadata = read_weights(result.path)
    assert network_of(tensors, metadata["config"]).config == TINY
    card = json.loads(result.path.with_suffix(".json").read_text())
    assert card["kind"] == metadata["kind"] == KIND
    assert card["sha256"] == result.sha256 == file_sha256(result.path)
    assert card["steps"] == 3
    assert card["data"] == [{"name": "tunes", "pictures": 40, "note": "CC0"}]
    assert {"unseen tunes: nats", "unseen tunes: 5-gram"} <= set(card["figures"])
    tables = read_tables(tables_path(result.path))
    assert np.isfinite(tables.ngrams.nats(np.array([20, 1, 22, 1]), 5)).all()
    assert [step.done for step in steps if step.figures] == [1, 2, 3]
    assert not list((state_dir() / "checkpoints").glob("*"))
    assert result.undescribed == ()


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    first, _ = ended(train_lstm(plan(tmp_path)))
    again, _ = ended(train_lstm(plan(tmp_path, output=tmp_path / "two.safetensors")))

    assert first.sha256 == again.sha256


def test_an_interrupted_training_goes_on(tmp_path: Path) -> None:
    work = train_lstm(plan(tmp_path))
    for step in work:
        if step.done == 2 and step.save is not None:
            step.save()
            break
    work.close()

    result, steps = ended(train_lstm(plan(tmp_path)))

    assert [step.done for step in steps if step.figures] == [3]
    whole = plan(tmp_path, output=tmp_path / "two.safetensors")
    assert result.sha256 == ended(train_lstm(whole))[0].sha256


def test_it_can_be_told_that_it_is_enough(tmp_path: Path) -> None:
    asked = plan(tmp_path, training=LstmTraining(steps=500, batch=4))

    result, _ = ended(train_lstm(asked, enough=lambda: True))

    assert json.loads(result.path.with_suffix(".json").read_text())["steps"] == 1


def test_what_cannot_be_carried_out_is_said_before_anything_slow(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="folder"):
        next(train_lstm(plan(tmp_path, data=tmp_path / "none")))
    with pytest.raises(StudioError, match="safetensors"):
        next(train_lstm(plan(tmp_path, output=tmp_path / "one.pt")))
    (tmp_path / "one.safetensors").touch()
    with pytest.raises(AlreadyExists):
        next(train_lstm(plan(tmp_path)))
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(StudioError, match="abc"):
        ended(train_lstm(plan(tmp_path, data=empty, output=tmp_path / "two.safetensors")))
