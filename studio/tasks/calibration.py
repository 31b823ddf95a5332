"""What finished runs measured on this machine, kept in small tables for the next estimate."""

from __future__ import annotations

import json
import logging
from functools import lru_cache
from pathlib import Path

from studio.errors import StudioError
from studio.paths import made, replacing, state_dir

logger = logging.getLogger(__name__)

_MOST = 32
_BOUNDS = {"speed": (1e-4, 1e4), "memory": (0.5, 3.0)}
"""By table, what a value can be; others are forgotten."""


def recall(table: str) -> dict[str, float]:
    """The numbers of a table, ``speed`` or ``memory``, by name; empty where there are none."""
    path = state_dir() / f"{table}.json"
    try:
        return dict(_parsed(path, path.stat().st_mtime_ns, _BOUNDS[table]))
    except OSError:
        return {}


def remember(table: str, name: str, value: float) -> None:
    """Keep a number, held within the table's bounds; that it cannot be kept is no error."""
    low, high = _BOUNDS[table]
    numbers = recall(table) | {name: min(max(value, low), high)}
    try:
        with replacing(made(state_dir()) / f"{table}.json", force=True) as temporary:
            temporary.write_text(json.dumps(numbers), encoding="utf-8")
    except StudioError as problem:
        logger.info("the %s was not kept: %s", table, problem)


@lru_cache(maxsize=4)
def _parsed(
    path: Path, _changed: int, bounds: tuple[float, float]
) -> tuple[tuple[str, float], ...]:
    low, high = bounds
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        numbers = [(str(name), float(value)) for name, value in table.items()]
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return ()
    return tuple((name, value) for name, value in numbers[:_MOST] if low <= value <= high)
