"""A folder of own pictures becomes a model: planned, interrupted, gone on with, ended early."""

import json
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from studio import registry
from studio.errors import AlreadyExists, StudioError
from studio.image.gan import KIND, GanConfig, Generator
from studio.image.vae import Vae
from studio.tasks import train_own_pictures as train_own_pictures_module
from studio.tasks import train_own_sizes
from studio.tasks.calibration import recall
from studio.tasks.train_gan import GanPlan
from studio.tasks.train_own_kept import (
    checkpoint_of,
    delete,
    forget,
    keep,
    own_models,
    rename,
    unfinished,
)
from studio.tasks.train_own_pictures import (
    OwnPlan,
    checked_name,
    free_name,
    survey,
    train_own_pictures,
)
from studio.tasks.train_own_sizes import for_minutes, measured, plan_of, size_for, step_seconds
from studio.tasks.train_vae import VaePlan
from studio.training.model_card import ModelCard, write_model
from tests.training.squares import pictures_folder
from tests.training.tiny_runs import ended


@pytest.fixture(autouse=True)
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """Networks of a few numbers, and small batches."""
    for task in (train_own_sizes.train_vae, train_own_sizes.train_gan):
        monkeypatch.setattr(task, "WIDTHS", {64: (8, 8, 8, 8), 128: (8, 8, 8, 8, 8)})
    monkeypatch.setattr(train_own_sizes, "_BATCH", 4)
    monkeypatch.setattr(train_own_sizes, "_SAMPLES", 4)


@pytest.fixture
def plan(tmp_path: Path) -> OwnPlan:
    """Two steps of an autoencoder."""
    return OwnPlan(pictures_folder(tmp_path / "discs", 50), "Discs", steps=2, count=50)


def test_a_folder_becomes_a_model_that_can_be_explored(plan: OwnPlan) -> None:
    (plan.folder / "broken.png").write_bytes(b"nothing")

    result, steps = ended(train_own_pictures(plan))

    assert "Discs" in [spec.name for spec in registry.latent_models()]
    network = registry.latent("Discs").network
    assert isinstance(network, Vae)
    assert network.config.side == 64
    assert plan.output.with_suffix(".png").is_file()
    card = json.loads(plan.output.with_suffix(".json").read_text())
    assert card["licence"] == "that of the pictures"
    assert card["data"] == [{"name": "discs", "pictures": 50, "note": ""}]
    assert str(plan.folder.parent) not in json.dumps(card)
    assert result.trained.unreadable == ("broken.png",)
    assert result.steps == 2
    assert any(step.preview is not None for step in steps)
    assert unfinished() == ()
    assert not checkpoint_of(plan).exists()


@pytest.mark.parametrize(("kind", "stop"), [("vae", 3), ("gan", 4)])  # within the second step
def test_a_run_that_was_interrupted_ends_as_one_that_was_not(
    plan: OwnPlan, kind: str, stop: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train_own_sizes, "_BATCH", 9)  # a step in two parts
    plan = replace(plan, kind=kind)
    whole = ended(train_own_pictures(plan))[0].trained.sha256
    delete(plan.name)

    work = train_own_pictures(plan)
    for number, step in enumerate((one for one in work if one.save is not None), start=1):
        if number == stop:
            assert step.done == 1
            assert step.save is not None
            step.save()
            break
    work.close()

    assert unfinished() == (plan,)
    assert ended(train_own_pictures(plan))[0].trained.sha256 == whole


def test_it_ends_early_with_what_it_has(plan: OwnPlan) -> None:
    plan = replace(plan, kind="gan", steps=500)

    result, _ = ended(train_own_pictures(plan, enough=lambda: True))

    assert result.steps == 1
    assert isinstance(registry.latent("Discs").network, Generator)


def test_small_sets_get_less_to_say_their_pictures_with() -> None:
    plans = [plan_of(OwnPlan(Path("a"), "a", count=count)) for count in (60, 300, 1000, 9000)]
    for few, many in pairwise(plans):
        assert isinstance(few, VaePlan)
        assert isinstance(many, VaePlan)
        assert few.training.nats < many.training.nats
        assert few.config.latent < many.config.latent
    assert [plan.crops for plan in plans] == [True, True, True, False]
    assert size_for(60).share < 1


def test_a_generator_of_128_pixels_is_planned_too() -> None:
    plan = plan_of(OwnPlan(Path("a"), "a", "gan", 128, count=600, flips=False))
    assert isinstance(plan, GanPlan)
    assert plan.config.side == 128
    assert plan.training.loss == "wgan-gp"
    assert not plan.training.flips


def test_more_time_makes_more_steps_and_what_was_measured_counts(tmp_path: Path) -> None:
    plan = OwnPlan(tmp_path, "a", count=100)
    _, known = step_seconds(plan)
    assert not known
    assert for_minutes(plan, 60).steps > for_minutes(plan, 5).steps

    seconds, _ = ended(measured(plan))

    assert step_seconds(plan) == (pytest.approx(max(seconds, 1e-4)), True)
    wanted = round(300 / step_seconds(plan)[0])
    assert for_minutes(plan, 5).steps == min(train_own_sizes.MOST_STEPS, wanted)


def test_a_training_keeps_how_long_a_step_took(
    plan: OwnPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train_own_pictures_module, "_TIMED", 2)
    began = time.perf_counter()
    ended(train_own_pictures(replace(plan, kind="gan", steps=3)))
    found = recall("speed")["own gan 64 24"]
    assert 0 < found < (time.perf_counter() - began) / 2


def test_a_name_that_cannot_be_is_a_sentence(plan: OwnPlan) -> None:
    plan.output.parent.mkdir(parents=True)
    plan.output.touch()
    for name, words in (
        ("", "name"), ("../up", "cannot be"), ("a/b", "cannot be"), ("Faces", "the studio"),
        ("x" * 41, "cannot be"), (".hidden", "cannot be"),
    ):  # fmt: skip
        with pytest.raises(StudioError, match=words):
            checked_name(name)
    with pytest.raises(AlreadyExists):
        next(train_own_pictures(plan))
    assert free_name("Discs") == "Discs 2"
    assert free_name("faces") == "faces 2"
    for odd in ("a/b:c", "...", "ä" * 90, "  ", "(x)"):
        assert checked_name(free_name(odd))


def test_what_cannot_be_is_said_before_anything_slow(plan: OwnPlan, tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="not a folder"):
        next(train_own_pictures(replace(plan, folder=tmp_path / "none")))
    few = pictures_folder(tmp_path / "few", 3)
    with pytest.raises(StudioError, match="only 3 readable"):
        ended(train_own_pictures(replace(plan, folder=few)))
    with pytest.raises(StudioError, match="64 or 128"):
        replace(plan, side=48)


def test_a_survey_tells_what_it_has_seen(tmp_path: Path) -> None:
    heard: list[object] = []
    found, steps = ended(survey(pictures_folder(tmp_path / "discs", 50), heard.append))
    assert found.looked == 50
    assert len(heard) == len(steps) - 1


def test_what_was_interrupted_is_known_until_it_is_given_up(plan: OwnPlan) -> None:
    keep(plan)
    assert unfinished() == ()  # nothing was learned yet
    checkpoint_of(plan).touch()
    (checkpoint_of(plan).parent / "own-odd.plan.json").write_text("{")
    assert unfinished() == (plan,)
    assert checkpoint_of(plan) == checkpoint_of(replace(plan, steps=9))
    forget(plan)
    assert unfinished() == ()


def test_own_models_are_renamed_and_deleted(plan: OwnPlan) -> None:
    plan.output.parent.mkdir(parents=True)
    network = Generator(GanConfig(64, 4, (6,) * 4, (6,) * 4))
    card = ModelCard("Discs", KIND, "", {}, "", (), 0, 0)
    write_model(plan.output, network.state_dict(), network.config.to_json(), card)

    assert rename("Discs", " Coins ") == "Coins"

    assert own_models() == ("Coins",)
    assert registry.latent("Coins").network
    assert json.loads((plan.output.parent / "Coins.json").read_text())["name"] == "Coins"
    with pytest.raises(StudioError):
        rename("Coins", "a/b")
    delete("Coins")
    assert own_models() == ()
    assert not list(plan.output.parent.iterdir())
