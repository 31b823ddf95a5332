"""Which kind an own model is, by its card; and the trainings that were interrupted."""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from pathlib import Path

from studio import registry
from studio.errors import StudioError, Unavailable
from studio.paths import data_dir, made, replacing, state_dir
from studio.tasks.train_tunes import TunesPlan

logger = logging.getLogger(__name__)

_KINDS = {"klangbild melody lstm": "lstm", "klangbild composer": "composer"}
_MOST_BYTES = 1 << 20
_SUFFIX = ".plan.json"


def kind_of_card(name: str) -> str:
    """“lstm” or “composer”; raises Unavailable where there is no such model."""
    path = data_dir() / "models" / registry.OWN_MUSIC / f"{name}.json"
    try:
        if Path(name).name != name:
            raise ValueError(name)
        return _KINDS[_table(path)["kind"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        there = ", ".join(spec.name for spec in registry.music_models())
        raise Unavailable(
            f"There is no model “{name}” that writes music; there are {there}."
        ) from None


def remember_plan(plan: TunesPlan, checkpoint: Path) -> None:
    """Write down what is trained there, so that a quit leaves something to go on with."""
    table = {
        "folder": str(plan.folder.resolve()),
        "name": plan.name,
        "base": plan.base,
        "steps": plan.steps,
        "seed": plan.seed,
    }
    made(checkpoint.parent)
    with replacing(_note(checkpoint), force=True) as temporary:
        temporary.write_text(json.dumps(table), encoding="utf-8")


def forget_plan(checkpoint: Path) -> None:
    """Delete a checkpoint and what was written down beside it."""
    for path in (checkpoint, _note(checkpoint)):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def unfinished() -> tuple[TunesPlan, ...]:
    """Trainings that were interrupted and can go on, the newest first; quick."""
    found: list[tuple[float, TunesPlan]] = []
    for path in (state_dir() / "checkpoints").glob(f"tunes-*{_SUFFIX}"):
        checkpoint = _checkpoint(path)
        try:
            changed = checkpoint.stat().st_mtime
            table = _table(path)
            plan = TunesPlan(
                Path(table["folder"]),
                str(table["name"]),
                str(table["base"]),
                int(table["steps"]),
                int(table["seed"]),
            )
        except (OSError, ValueError, KeyError, TypeError, StudioError, RecursionError) as problem:
            logger.info("%s is passed over: %s", path.name, problem)
            continue
        found.append((changed, plan))
    return tuple(plan for _, plan in sorted(found, key=lambda one: -one[0]))


def discard(plan: TunesPlan) -> None:
    """Give up what was begun of a training."""
    for path in (state_dir() / "checkpoints").glob(f"tunes-*{_SUFFIX}"):
        with suppress(OSError, ValueError, RecursionError):
            table = _table(path)
            if (table.get("name"), table.get("folder")) == (plan.name, str(plan.folder.resolve())):
                forget_plan(_checkpoint(path))


def _note(checkpoint: Path) -> Path:
    return checkpoint.with_suffix(_SUFFIX)


def _checkpoint(note: Path) -> Path:
    return note.with_name(note.name.removesuffix(_SUFFIX) + ".safetensors")


def _table(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        table = json.loads(file.read(_MOST_BYTES))
    if not isinstance(table, dict):
        raise ValueError("no table")
    return table
