"""Walks as files to be shared: JSON, read and written."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from studio.errors import UnreadableFile
from studio.image.latent_walk import Keyframe, Walk
from studio.paths import replacing

SUFFIX = ".walk.json"
"""How the names of such files end where the studio gives them."""
_MOST_BYTES = 2**24


def read_walk(path: Path) -> Walk:
    """Read a walk from JSON; StudioError says in one sentence what is wrong with it.

    ``{"rate": 24, "ease": "smooth", "loop": true, "wander": 0, "keyframes": [{"time": 0,
    "seed": 1}, {"time": 2, "seed": 1, "x": 0.5, "y": 0.5}, {"time": 4, "latent": […]}]}``
    Beside these there may be a “length” in seconds and the “model” it was made for.
    """
    try:
        with path.open("rb") as file:
            table = json.loads(file.read(_MOST_BYTES))
    except OSError as problem:
        raise UnreadableFile(f"“{path}” cannot be read: {problem.strerror}.") from None
    except (ValueError, RecursionError):
        raise UnreadableFile(f"“{path}” is not valid JSON.") from None
    if not isinstance(table, dict) or not isinstance(table.get("keyframes"), list):
        raise UnreadableFile(f"“{path}” is no walk: it needs a list of “keyframes”.")
    unknown = set(table) - {"keyframes", "rate", "ease", "loop", "wander", "length", "model"}
    if unknown:
        raise UnreadableFile(f"“{path}” says “{min(unknown)}”, which a walk does not have.")
    keyframes = tuple(
        _keyframe(path, number, row) for number, row in enumerate(table["keyframes"], start=1)
    )
    loop, ease, model = (table.get(name, usual) for name, usual in _WORDS)
    if not (isinstance(loop, bool) and isinstance(ease, str) and isinstance(model, str)):
        raise UnreadableFile(
            f"“{path}”: “loop” is true or false, and “ease” and “model” are words."
        )
    rate, stray, length = (_number(path, name, table.get(name, d)) for name, d in _NUMBERS)
    return Walk(keyframes, rate, ease, loop, stray, length, model)


def write_walk(path: Path, walk: Walk, *, force: bool = False) -> None:
    """Write a walk as `read_walk` reads it; raises StudioError as `replacing` does."""
    table: dict[str, Any] = {
        "rate": walk.rate,
        "ease": walk.ease,
        "loop": walk.loop,
        "wander": walk.wander,
    }
    if walk.length:
        table["length"] = walk.length
    if walk.model:
        table["model"] = walk.model
    rows = [json.dumps(keyframe_table(one)) for one in walk.keyframes]
    listed = ",\n    ".join(rows)
    text = json.dumps(table, ensure_ascii=False, indent=2).removesuffix("\n}")
    with replacing(path, force=force) as temporary:
        temporary.write_text(
            f'{text},\n  "keyframes": [\n    {listed}\n  ]\n}}\n', encoding="utf-8"
        )


def keyframe_table(keyframe: Keyframe) -> dict[str, Any]:
    """A keyframe as it lies in a file: a latent that is told, or a seed and where it is beside."""
    if keyframe.latent:
        return {"time": keyframe.time, "latent": list(keyframe.latent)}
    beside = {name: far for name, far in (("x", keyframe.x), ("y", keyframe.y)) if far}
    return {"time": keyframe.time, "seed": keyframe.seed, **beside}


_NUMBERS = (("rate", 24.0), ("wander", 0.0), ("length", 0.0))
_WORDS: tuple[tuple[str, object], ...] = (("loop", False), ("ease", "smooth"), ("model", ""))


def _keyframe(path: Path, number: int, row: Any) -> Keyframe:
    where = f"keyframe {number}"
    if not isinstance(row, dict) or "time" not in row:
        raise UnreadableFile(f"“{path}”, {where}: it needs a “time” in seconds.")
    unknown = set(row) - {"time", "seed", "x", "y", "latent"}
    if unknown:
        raise UnreadableFile(
            f"“{path}”, {where}: there is no “{min(unknown)}”; use time, seed, x, y or latent."
        )
    latent = row.get("latent", [])
    if not isinstance(latent, list):
        raise UnreadableFile(f"“{path}”, {where}: a latent is a list of numbers.")
    numbers = tuple(_number(path, where, value) for value in latent)
    time, x, y = (_number(path, where, row.get(name, 0.0)) for name in ("time", "x", "y"))
    seed = row.get("seed", 0)
    if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**53:
        raise UnreadableFile(f"“{path}”, {where}: a seed is a whole number from 0.")
    if max(abs(x), abs(y)) > 1e6:
        raise UnreadableFile(f"“{path}”, {where}: x and y lie within a million of 0.")
    return Keyframe(time, seed, x, y, numbers)


def _number(path: Path, where: str, value: Any) -> float:
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    if not plain or not math.isfinite(value) or abs(value) > 1e9:
        raise UnreadableFile(f"“{path}”, {where}: {json.dumps(value)[:40]} is no usable number.")
    return float(value)
