"""Weights and their card on disk."""

import hashlib
import json
from pathlib import Path

import pytest
import torch
from safetensors import safe_open

from studio.errors import AlreadyExists, StudioError, UnreadableFile
from studio.training.model_card import DataSet, ModelCard, read_notes, write_model

CARD = ModelCard(
    name="small",
    kind="klangbild encoder",
    summary="a test",
    architecture={"stages": [1]},
    command="studio train encoder",
    data=(DataSet("photos", 3, "CC0, 写真家"),),
    seed=1,
    steps=2,
    figures={"relu1_1": 0.1},
)


def test_weights_are_half_precision_with_their_configuration(tmp_path: Path) -> None:
    write_model(tmp_path / "small.safetensors", {"w": torch.ones(2, 3)}, '{"a": 1}', CARD)

    with safe_open(tmp_path / "small.safetensors", "pt") as file:
        assert file.get_tensor("w").dtype == torch.float16
        assert file.metadata() == {"config": '{"a": 1}', "kind": "klangbild encoder"}


def test_the_card_says_the_checksum_of_the_file_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "small.safetensors"
    sha256 = write_model(path, {"w": torch.ones(2)}, "{}", CARD)

    card = json.loads((tmp_path / "small.json").read_text(encoding="utf-8"))
    assert card["sha256"] == sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert card["file"] == "small.safetensors"
    assert card["data"] == [{"name": "photos", "pictures": 3, "note": "CC0, 写真家"}]
    assert card["date"]


def test_nothing_is_overwritten_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "small.safetensors"
    path.write_bytes(b"mine")

    with pytest.raises(AlreadyExists):
        write_model(path, {"w": torch.ones(2)}, "{}", CARD)
    assert path.read_bytes() == b"mine"

    write_model(path, {"w": torch.ones(2)}, "{}", CARD, force=True)
    assert path.read_bytes() != b"mine"


def test_weights_that_half_precision_cannot_hold_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="diverged"):
        write_model(tmp_path / "a.safetensors", {"w": torch.tensor([1e6])}, "{}", CARD)
    assert list(tmp_path.glob("*.safetensors")) == []


def test_a_note_on_the_line_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "notes.json"
    file.write_text('{"photos": "old", "paintings": "public domain"}')

    notes = read_notes(["photos = CC BY 4.0 (a=b)"], file)

    assert notes == {"photos": "CC BY 4.0 (a=b)", "paintings": "public domain"}


@pytest.mark.parametrize("text", ["[1]", '{"a": 1}', "{", "[" * 5000])
def test_another_kind_of_notes_file_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "notes.json"
    file.write_text(text)
    with pytest.raises(UnreadableFile):
        read_notes([], file)


def test_a_note_without_a_name_is_refused() -> None:
    with pytest.raises(StudioError, match="NAME=TEXT"):
        read_notes(["CC BY 4.0"], None)
