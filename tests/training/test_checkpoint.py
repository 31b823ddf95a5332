"""A training's state on disk: whole or not at all, and a sentence for anything else."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from studio.errors import UnreadableFile
from studio.training.checkpoint import advance_to, load_run, save_run, taking_up
from tests.image.cards import hostile_pickle


@dataclass(frozen=True, slots=True)
class Training:
    steps: int = 4
    seed: int = 1


class Counting:
    """A run that counts its steps."""

    def __init__(self) -> None:
        self.done = 0
        self.figures: dict[str, float] = {}

    def advance(self) -> None:
        self.done += 1
        self.figures["done"] = float(self.done)

    def save(self, path: Path) -> None:
        save_run(path, {"part": {"done": torch.tensor(self.done)}}, {"training": {"seed": 1}})

    def restore(self, path: Path) -> None:
        self.done = int(load_run(path)[0]["part"]["done"])


def test_parts_and_notes_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "run.safetensors"
    parts = {"network": {"a.weight": torch.rand(2, 3)}, "random": {"state": torch.arange(3)}}

    save_run(path, parts, {"done": 3, "figures": {"style": 0.5}})

    read, notes = load_run(path)
    assert notes == {"done": 3, "figures": {"style": 0.5}}
    assert torch.equal(read["network"]["a.weight"], parts["network"]["a.weight"])
    assert [one.name for one in path.parent.iterdir()] == ["run.safetensors"]


def test_a_run_goes_on_from_its_checkpoint(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    list(advance_to(Counting(), 3, path))

    steps = list(advance_to(Counting(), 5, path))

    assert [step.done for step in steps] == [4, 5]


def test_without_a_checkpoint_nothing_can_be_saved() -> None:
    assert [step.save for step in advance_to(Counting(), 2)] == [None, None]


def test_another_training_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    save_run(path, {}, {"training": {"steps": 9, "seed": 2}})

    with pytest.raises(UnreadableFile, match="another training's"), taking_up(path, Training()):
        pass


def test_a_longer_training_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    save_run(path, {}, {"training": {"steps": 9, "seed": 1}})

    with taking_up(path, Training()) as (parts, notes):
        assert (parts, notes["training"]["steps"]) == ({}, 9)


@pytest.mark.parametrize("error", [KeyError("gone"), RuntimeError("shapes"), ValueError("7")])
def test_what_does_not_fit_is_a_sentence(tmp_path: Path, error: Exception) -> None:
    path = tmp_path / "run.safetensors"
    save_run(path, {}, {"training": {"steps": 9, "seed": 1}})

    with pytest.raises(UnreadableFile, match="damaged"), taking_up(path, Training()):
        raise error


@pytest.mark.parametrize(
    "notes", [None, "", "[]", "{}", "null", '{"training": 7}', "[" * 10**5, "not JSON"]
)
def test_odd_words_are_a_sentence(tmp_path: Path, notes: str | None) -> None:
    path = tmp_path / "run.safetensors"
    save_file({"a/b": torch.ones(1)}, path, None if notes is None else {"run": notes})

    with pytest.raises(UnreadableFile, match="damaged"), taking_up(path, Training()):
        pass


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.999])
def test_a_truncated_file_is_a_sentence(tmp_path: Path, share: float) -> None:
    path = tmp_path / "run.safetensors"
    save_run(path, {"a": {"b": torch.rand(9)}}, {"done": 1})
    data = path.read_bytes()
    path.write_bytes(data[: int(share * len(data))])

    with pytest.raises(UnreadableFile, match="damaged"):
        load_run(path)


def test_a_tensor_without_a_part_is_a_sentence(tmp_path: Path) -> None:
    save_file({"alone": torch.ones(1)}, tmp_path / "run.safetensors", {"run": "{}"})

    with pytest.raises(UnreadableFile, match="damaged"):
        load_run(tmp_path / "run.safetensors")


def test_a_pickle_is_not_executed(tmp_path: Path) -> None:
    path, made = tmp_path / "run.safetensors", tmp_path / "executed"
    path.write_bytes(hostile_pickle(made))

    with pytest.raises(UnreadableFile, match="damaged"):
        load_run(path)
    assert not made.exists()
