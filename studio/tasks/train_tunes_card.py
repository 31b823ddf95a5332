"""Which kind an own model is, by its card; and the trainings that were interrupted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from studio import registry
from studio.errors import Unavailable
from studio.paths import data_dir
from studio.tasks.train_notes import delete_note, noted, notes, read_table, write_note
from studio.tasks.train_tunes import TunesPlan

_KINDS = {"klangbild melody lstm": "lstm", "klangbild composer": "composer"}


def kind_of_card(name: str) -> str:
    """“lstm” or “composer”; raises Unavailable where there is no such model."""
    path = data_dir() / "models" / registry.OWN_MUSIC / f"{name}.json"
    try:
        if Path(name).name != name:
            raise ValueError(name)
        return _KINDS[read_table(path)["kind"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        there = ", ".join(spec.name for spec in registry.music_models())
        raise Unavailable(
            f"There is no model “{name}” that writes music; there are {there}."
        ) from None


def remember_plan(plan: TunesPlan, checkpoint: Path) -> None:
    """Write down what is trained there, so that a quit leaves something to go on with."""
    write_note(checkpoint, asdict(plan) | {"folder": str(plan.folder.resolve())})


def unfinished() -> tuple[TunesPlan, ...]:
    """Trainings that were interrupted and can go on, the newest first; quick."""
    return tuple(plan for _, plan in noted("tunes", _plan))


def discard(plan: TunesPlan) -> None:
    """Give up what was begun of a training."""
    for checkpoint, table in notes("tunes"):
        if (table.get("name"), table.get("folder")) == (plan.name, str(plan.folder.resolve())):
            delete_note(checkpoint)


def _plan(table: Mapping[str, Any]) -> TunesPlan:
    return TunesPlan(
        Path(table["folder"]),
        str(table["name"]),
        str(table["base"]),
        int(table["steps"]),
        int(table["seed"]),
    )
