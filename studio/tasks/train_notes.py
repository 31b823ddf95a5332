"""Notes of what is trained, beside the checkpoints, so that a quit leaves something to go on with.

A note is a table in JSON with the name of its checkpoint, ``<kind>-<digest>``.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from studio.errors import StudioError
from studio.paths import made, replacing, state_dir

logger = logging.getLogger(__name__)
T = TypeVar("T")
_SUFFIX = ".plan.json"
_MOST_BYTES = 1 << 20


def write_note(checkpoint: Path, table: Mapping[str, Any]) -> None:
    """Write down what is trained at a checkpoint, which need not be there yet."""
    made(checkpoint.parent)
    with replacing(checkpoint.with_suffix(_SUFFIX), force=True) as temporary:
        temporary.write_text(json.dumps(table), encoding="utf-8")


def delete_note(checkpoint: Path) -> None:
    """Delete a checkpoint and what was written down beside it."""
    for path in (checkpoint, checkpoint.with_suffix(_SUFFIX)):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def notes(kind: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each checkpoint of a kind of training, there or not, with its table."""
    for note in (state_dir() / "checkpoints").glob(f"{kind}-*{_SUFFIX}"):
        try:
            table = read_table(note)
        except (OSError, ValueError, RecursionError) as problem:
            logger.info("%s is passed over: %s", note.name, problem)
        else:
            yield note.with_name(note.name.removesuffix(_SUFFIX) + ".safetensors"), table


def noted(kind: str, plan_of: Callable[[Mapping[str, Any]], T]) -> tuple[tuple[Path, T], ...]:
    """Each checkpoint that is there with its plan, the newest first; quick.

    ``plan_of`` makes a plan of a table. A table of which it cannot is passed over.
    """
    found: list[tuple[float, Path, T]] = []
    for checkpoint, table in notes(kind):
        try:
            found.append((checkpoint.stat().st_mtime, checkpoint, plan_of(table)))
        except (OSError, ValueError, KeyError, TypeError, StudioError) as problem:
            logger.info("%s is passed over: %s", checkpoint.name, problem)
    newest = sorted(found, key=lambda one: -one[0])
    return tuple((checkpoint, plan) for _, checkpoint, plan in newest)


def read_table(path: Path) -> dict[str, Any]:
    """The table in a JSON file, of a megabyte at the most; ValueError where there is none."""
    with path.open("rb") as file:
        table = json.loads(file.read(_MOST_BYTES))
    if not isinstance(table, dict):
        raise ValueError("no table")
    return table
