"""A training's state on disk, so that it goes on exactly where it was interrupted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from studio.errors import UnreadableFile


def save_run(
    path: Path, parts: Mapping[str, Mapping[str, Tensor]], notes: Mapping[str, Any]
) -> None:
    """Write tensors by part and name, and notes that JSON can hold; whole or not at all."""
    tensors = {
        f"{part}/{name}": value.detach().clone().contiguous()
        for part, values in parts.items()
        for name, value in values.items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    save_file(tensors, partial, {"run": json.dumps(notes)})
    partial.replace(path)


def load_run(path: Path) -> tuple[dict[str, dict[str, Tensor]], dict[str, Any]]:
    """Read what ``save_run`` wrote; raises UnreadableFile for anything else."""
    parts: dict[str, dict[str, Tensor]] = {}
    try:
        with safe_open(path, "pt") as file:
            notes = json.loads((file.metadata() or {})["run"])
            for key in file.keys():  # noqa: SIM118
                part, name = key.split("/", 1)
                parts.setdefault(part, {})[name] = file.get_tensor(key)
        return parts, dict(notes)
    except (OSError, KeyError, ValueError, TypeError, SafetensorError) as problem:
        raise damaged(path) from problem


def damaged(path: Path) -> UnreadableFile:
    """The sentence for a checkpoint that cannot be taken up."""
    return UnreadableFile(f"The checkpoint {path} is damaged or another training's; move it away.")
