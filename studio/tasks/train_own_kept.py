"""Trainings on own pictures that were interrupted, and the models that came of others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from studio import registry
from studio.errors import StudioError
from studio.paths import data_dir, state_dir
from studio.tasks.train_notes import delete_note, noted, write_note
from studio.tasks.train_own_pictures import OwnPlan, checked_name

_BESIDE = (".safetensors", ".json", ".png")


def checkpoint_of(plan: OwnPlan) -> Path:
    """Where a training is kept when it is interrupted: by its plan, but for its length."""
    text = json.dumps(_table_of(plan) | {"steps": 0})
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
    return state_dir() / "checkpoints" / f"own-{digest}.safetensors"


def keep(plan: OwnPlan) -> None:
    """Write down what is trained, so that a quit leaves something to go on with."""
    write_note(checkpoint_of(plan), _table_of(plan))


def forget(plan: OwnPlan) -> None:
    """Give up what was begun of a training, or tidy up after its end."""
    delete_note(checkpoint_of(plan))


def unfinished() -> tuple[OwnPlan, ...]:
    """Trainings that were interrupted and can go on, the newest first; quick."""
    found = noted("own", _plan)
    return tuple(plan for checkpoint, plan in found if checkpoint == checkpoint_of(plan))


def own_models() -> tuple[str, ...]:
    """The names of the artist's own models with a latent space."""
    return tuple(spec.name for spec in registry.latent_models() if not spec.bundled)


def delete(name: str) -> None:
    """Delete an own model with its card and its sheet; StudioError where that fails."""
    for suffix in _BESIDE:
        try:
            _beside(name, suffix).unlink(missing_ok=True)
        except OSError as problem:
            raise StudioError(f"“{name}” cannot be deleted: {problem.strerror}.") from None


def rename(name: str, other: str) -> str:
    """Give an own model another name, and return that; StudioError where it cannot be."""
    other = checked_name(other)
    try:
        for suffix in _BESIDE:
            path = _beside(name, suffix)
            if path.exists():
                path.rename(_beside(other, suffix))
        card = _beside(other, ".json")
        if card.exists():
            table = json.loads(card.read_text(encoding="utf-8"))
            table |= {"name": other, "file": f"{other}.safetensors"}
            card.write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", "utf-8")
    except (OSError, ValueError, TypeError, RecursionError) as problem:
        raise StudioError(f"“{name}” cannot be renamed: {problem}.") from None
    return other


def _beside(name: str, suffix: str) -> Path:
    folder = data_dir() / "models" / registry.OWN_LATENT
    return folder / f"{Path(name).name}{suffix}"


def _table_of(plan: OwnPlan) -> dict[str, Any]:
    return asdict(plan) | {"folder": str(plan.folder.resolve())}


def _plan(table: Mapping[str, Any]) -> OwnPlan:
    return OwnPlan(
        Path(str(table["folder"])),
        str(table["name"]),
        str(table["kind"]),
        int(table["side"]),
        int(table["steps"]),
        int(table["count"]),
        bool(table["flips"]),
        int(table["seed"]),
    )
