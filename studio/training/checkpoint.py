"""A training's state on disk, so that it goes on exactly where it was interrupted."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from studio.errors import UnreadableFile
from studio.training.progress import Progress

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Parts = dict[str, dict[str, Tensor]]
"""Tensors by part and name."""


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


def load_run(path: Path) -> tuple[Parts, dict[str, Any]]:
    """Read what ``save_run`` wrote; raises UnreadableFile for anything else."""
    parts: Parts = {}
    try:
        with safe_open(path, "pt") as file:
            notes = json.loads((file.metadata() or {})["run"])
            for key in file.keys():  # noqa: SIM118
                part, name = key.split("/", 1)
                parts.setdefault(part, {})[name] = file.get_tensor(key)
        return parts, dict(notes)
    except (OSError, *_ODD, SafetensorError) as problem:
        raise damaged(path) from problem


_ODD = (KeyError, ValueError, TypeError, RecursionError)


@contextmanager
def taking_up(path: Path, training: DataclassInstance) -> Iterator[tuple[Parts, dict[str, Any]]]:
    """Read a checkpoint of this training, which may have been meant to be longer or shorter.

    What does not fit within the ``with`` is UnreadableFile too.
    """
    parts, notes = load_run(path)
    try:
        if notes["training"] | {"steps": 0} != asdict(training) | {"steps": 0}:
            raise ValueError("another training")
        yield parts, notes
    except (*_ODD, RuntimeError) as problem:
        raise damaged(path) from problem


class Run(Protocol):
    """A training under way."""

    @property
    def done(self) -> int:
        """Steps made."""

    @property
    def figures(self) -> dict[str, float]:
        """Running means by name."""

    def advance(self) -> None:
        """Make one step."""

    def save(self, path: Path) -> None:
        """Write everything that the next step depends on."""

    def restore(self, path: Path) -> None:
        """Take up what ``save`` wrote; raises UnreadableFile."""


def advance_to(
    run: Run, steps: int, checkpoint: Path | None = None
) -> Generator[Progress, None, None]:
    """Yield after every step up to ``steps``; goes on from ``checkpoint`` if it exists."""
    if checkpoint is not None and checkpoint.exists():
        run.restore(checkpoint)
    save = None if checkpoint is None else (lambda: run.save(checkpoint))
    while run.done < steps:
        run.advance()
        yield Progress(run.done, steps, dict(run.figures), save)
    if save is not None:
        save()


def damaged(path: Path) -> UnreadableFile:
    """The sentence for a checkpoint that cannot be taken up."""
    return UnreadableFile(f"The checkpoint {path} is damaged or another training's; move it away.")
