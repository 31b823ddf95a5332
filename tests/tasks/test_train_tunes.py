"""A copy of a network learns the artist's own tunes, is found again, and leaves nothing behind."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from studio import registry
from studio.errors import AlreadyExists, StudioError, Unavailable
from studio.jobs import Step
from studio.music.lstm import KIND, MelodyLstm, MelodyLstmConfig
from studio.music.melody_tables import read_tables, tables_path
from studio.music.transformer import KIND as COMPOSER
from studio.music.transformer import Composer, ComposerConfig
from studio.paths import data_dir, state_dir
from studio.tasks.train_tunes import (
    LearnedTunes,
    TunesCheck,
    TunesPlan,
    checked_name,
    estimate_seconds,
    learnable,
    read_tunes,
    train_tunes,
)
from studio.tasks.train_tunes_card import discard, kind_of_card, unfinished
from studio.tasks.train_tunes_told import ended as told
from studio.training import tunes_composer, tunes_lstm
from studio.training.model_card import ModelCard, write_model
from tests.tasks.tune_files import tunes_folder
from tests.training.tiny_runs import ended, equal, weights

TINY = MelodyLstmConfig(width=8, layers=1, kind=8, small=4, head=8)
SMALL = ComposerConfig(width=32, layers=1, heads=2, feed=32, context=128)


def write_base(folder: Path, name: str, network: MelodyLstm | Composer, kind: str) -> None:
    card = ModelCard(name, kind, "", {}, "", (), 1, 1)
    path = folder / f"{name}.safetensors"
    write_model(path, network.state_dict(), network.config.to_json(), card)


@pytest.fixture(autouse=True)
def bases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Tiny networks in the place of those that ship, and pieces of two bars to be heard."""
    folder = tmp_path / "models"
    folder.mkdir()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        write_base(folder, "melody-lstm", MelodyLstm(TINY), KIND)
        write_base(folder, "composer", Composer(SMALL), COMPOSER)
    monkeypatch.setattr(registry, "models", lambda: folder)
    monkeypatch.setattr(tunes_lstm, "BARS", 2)
    monkeypatch.setattr(tunes_composer, "BARS", 1)
    quick = replace(tunes_lstm.TRAINING, batch=4, parts=2, check=2, rate=0.01)
    monkeypatch.setattr(tunes_lstm, "TRAINING", quick)
    slow = replace(tunes_composer.TRAINING, batch=2, check=2)
    monkeypatch.setattr(tunes_composer, "TRAINING", slow)
    monkeypatch.setattr("studio.tasks.train_tunes_run._WRITTEN", 2)
    return folder


@pytest.fixture
def plan(tmp_path: Path) -> TunesPlan:
    return TunesPlan(tunes_folder(tmp_path, 12), "Mine", steps=4)


def run(plan: TunesPlan, **more: bool) -> tuple[LearnedTunes, list[Step]]:
    return ended(train_tunes(plan, **more))


def checks(steps: list[Step]) -> list[TunesCheck]:
    found: list[TunesCheck] = []
    for step in steps:
        if isinstance(step.so_far, TunesCheck) and step.so_far not in found:
            found.append(step.so_far)
    return found


def test_a_melody_network_learns_and_is_found_by_its_name(plan: TunesPlan) -> None:
    learned, steps = run(plan)

    network = registry.music("Mine").network
    assert isinstance(network, MelodyLstm)
    assert not equal(weights(network), weights(registry.music("lstm").network))
    assert "Mine" in [spec.name for spec in registry.music_models()]
    assert learned.after < learned.before
    assert (learned.steps, learned.tunes) == (4, 12)
    assert [step.done for step in steps if step.figures][-1] == 4
    assert not list((state_dir() / "checkpoints").glob("*"))


def test_card_and_hashes_lie_beside_it(plan: TunesPlan) -> None:
    learned, _ = run(plan)

    card = json.loads(learned.path.with_suffix(".json").read_text())
    assert card["kind"] == KIND
    assert card["sha256"] == learned.sha256
    assert card["teacher"]["name"] == "lstm"
    assert card["data"][0]["pictures"] == 12
    tables = read_tables(tables_path(learned.path))
    tunes = ended(read_tunes(plan.folder))[0].tunes
    assert tunes[0].grid is not None
    assert tables.known.longest(tunes[0].grid).notes == tunes[0].notes
    assert kind_of_card("Mine") == "lstm"


def test_each_look_has_nats_and_a_tune_to_hear(plan: TunesPlan) -> None:
    looks = checks(run(plan)[1])

    assert [look.done for look in looks] == [2, 4]
    for look in looks:
        assert look.song is not None
        assert 0 < look.song.end <= 2 * look.song.metres.bar_end(0)
        assert look.nats < look.before


def test_the_composer_learns_pieces(plan: TunesPlan) -> None:
    learned, steps = run(replace(plan, base="composer", steps=2))

    assert isinstance(registry.music("Mine").network, Composer)
    assert checks(steps)[0].song is not None
    assert learned.copies is not None
    assert learned.after != learned.before
    assert kind_of_card("Mine") == "composer"


def test_an_own_model_can_be_gone_on_from(plan: TunesPlan) -> None:
    run(replace(plan, steps=1))
    learned, _ = run(replace(plan, name="Mine again", base="Mine", steps=1))

    assert json.loads(learned.path.with_suffix(".json").read_text())["teacher"]["name"] == "Mine"


def interrupted(plan: TunesPlan) -> None:
    """Train for a while, save, and let go."""
    work = train_tunes(plan)
    for step in work:
        if step.done == 2 and step.save is not None:
            step.save()
            break
    work.close()


def test_an_interrupted_training_is_remembered_and_goes_on(plan: TunesPlan) -> None:
    interrupted(plan)
    assert unfinished() == (plan,)

    learned, steps = run(plan)

    assert min(step.done for step in steps if step.figures) >= 2
    assert unfinished() == ()
    fresh, _ = run(replace(plan, name="Fresh"))
    assert learned.sha256 == fresh.sha256


def test_an_interrupted_training_can_be_given_up(plan: TunesPlan) -> None:
    interrupted(plan)

    discard(plan)

    assert unfinished() == ()
    assert not list((state_dir() / "checkpoints").glob("*"))


def test_a_damaged_note_of_a_training_is_passed_over(plan: TunesPlan) -> None:
    interrupted(plan)
    next((state_dir() / "checkpoints").glob("*.plan.json")).write_text("[]")

    assert unfinished() == ()


def test_it_can_be_told_that_it_is_enough(plan: TunesPlan) -> None:
    assert ended(train_tunes(replace(plan, steps=500), enough=lambda: True))[0].steps == 1


def test_what_was_read_is_not_read_again(plan: TunesPlan) -> None:
    tunes, _ = ended(read_tunes(plan.folder))
    (plan.folder / "some.abc").unlink()

    assert ended(train_tunes(replace(plan, steps=1), tunes=tunes))[0].tunes == 12


@pytest.mark.parametrize(
    "name", ["", " ", "..", "a/b", "a\\b", ".hidden", "LSTM", "composer", "x" * 80]
)
def test_a_name_that_cannot_be_is_a_sentence(name: str) -> None:
    with pytest.raises(StudioError):
        checked_name(name)


@pytest.mark.parametrize("name", ["a", "My tunes 2", "我的曲子", "v1.2"])
def test_names_in_every_language_are_taken(name: str) -> None:
    assert checked_name(f" {name} ") == name


def test_a_name_that_is_taken_is_refused_unless_it_is_forced(plan: TunesPlan) -> None:
    run(replace(plan, steps=1))

    with pytest.raises(AlreadyExists, match="Mine"):
        next(train_tunes(plan))
    run(replace(plan, steps=1), force=True)


def test_one_tune_and_a_missing_base_are_refused(plan: TunesPlan, bases: Path) -> None:
    with pytest.raises(Unavailable, match="nobody"):
        next(train_tunes(replace(plan, base="nobody")))
    (bases / "composer.safetensors").unlink()
    with pytest.raises(Unavailable, match="composer"):
        next(train_tunes(replace(plan, base="composer")))
    one = replace(ended(read_tunes(plan.folder))[0])
    with pytest.raises(StudioError, match="one tune"):
        learnable(replace(one, tunes=one.tunes[:1]), "lstm")
    assert not (data_dir() / "models" / "music").exists()


def test_the_end_is_told_in_sentences(plan: TunesPlan) -> None:
    learned, _ = run(plan)
    assert learned.copies is not None
    parrot = replace(learned, copies=replace(learned.copies, usual=learned.copies.bars))

    assert "better than before" in told(learned)[0]
    assert "no better" in told(replace(learned, after=learned.before))[0]
    assert any("repeats" in sentence for sentence in told(parrot))


def test_the_next_estimate_is_of_this_machine(plan: TunesPlan) -> None:
    before = estimate_seconds("lstm", 100)
    run(replace(plan, steps=8))

    assert 0 < estimate_seconds("lstm", 100) != before


def test_the_same_seed_writes_the_same_bytes(plan: TunesPlan) -> None:
    assert run(plan)[0].sha256 == run(replace(plan, name="Other"))[0].sha256


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Tiny networks do not stay in the registry."""
    yield
    registry._cache.clear()
