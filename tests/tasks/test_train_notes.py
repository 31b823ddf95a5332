"""Notes of trainings are found by their kind, the newest first, without those that are damaged."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from studio.paths import state_dir
from studio.tasks.train_notes import delete_note, noted, notes, read_table, write_note


def begun(name: str, when: float) -> Path:
    """A training that was interrupted at a time."""
    checkpoint = state_dir() / "checkpoints" / f"{name}.safetensors"
    write_note(checkpoint, {"name": name})
    checkpoint.touch()
    os.utime(checkpoint, (when, when))
    return checkpoint


def name_of(table: Mapping[str, Any]) -> str:
    return str(table["name"])


def test_the_newest_comes_first_and_other_kinds_do_not() -> None:
    old, new = begun("tunes-1", 100.0), begun("tunes-2", 200.0)
    begun("own-1", 300.0)

    assert noted("tunes", name_of) == ((new, "tunes-2"), (old, "tunes-1"))


def test_a_note_without_a_checkpoint_is_nothing_to_go_on_with() -> None:
    checkpoint = begun("tunes-1", 100.0)
    checkpoint.unlink()

    assert noted("tunes", name_of) == ()
    assert list(notes("tunes")) == [(checkpoint, {"name": "tunes-1"})]


@pytest.mark.parametrize("text", ["{", "[]", "{}", '"x"'])
def test_a_damaged_note_is_passed_over(text: str) -> None:
    begun("tunes-1", 100.0).with_suffix(".plan.json").write_text(text)
    good = begun("tunes-2", 50.0)

    assert noted("tunes", name_of) == ((good, "tunes-2"),)


def test_a_note_is_deleted_with_its_checkpoint() -> None:
    checkpoint = begun("tunes-1", 100.0)

    delete_note(checkpoint)
    delete_note(checkpoint)

    assert not list(checkpoint.parent.iterdir())


def test_a_list_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[1]")
    with pytest.raises(ValueError, match="no table"):
        read_table(tmp_path / "a.json")
