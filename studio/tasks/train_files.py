"""What the trainings of networks ask of folders and files, and what they write."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from studio.errors import AlreadyExists, StudioError
from studio.jobs import Step, Work
from studio.paths import state_dir
from studio.training.model_card import DataSet, card_path
from studio.training.picture_files import SUFFIXES
from studio.training.progress import Progress

T = TypeVar("T")
_LABELS = 100  # how often in a run the label shows the figures anew


@dataclass(frozen=True, slots=True)
class Trained:
    """What was written and how good it is."""

    path: Path
    sha256: str
    seconds: float
    figures: Mapping[str, float]
    undescribed: tuple[str, ...]
    """Folders without a note, whose licence the card therefore does not say."""
    unreadable: tuple[str, ...] = ()
    """Pictures that were left out, by name."""


def check_folders(folders: Sequence[Path]) -> None:
    """Raise StudioError where one is no folder."""
    for folder in folders:
        if not folder.is_dir():
            raise StudioError(f"“{folder}” is not a folder of pictures.")


def check_output(path: Path, force: bool) -> None:
    """Raise StudioError where the weights cannot be written there, before anything slow."""
    if path.suffix != ".safetensors":
        raise StudioError(f"The weights need a name that ends in .safetensors, not “{path}”.")
    if not path.parent.is_dir():
        raise StudioError(f"There is no folder “{path.parent}” to write into.")
    for one in (path, card_path(path)):
        if one.exists() and not force:
            raise AlreadyExists(f"“{one}” exists already; choose another name or give --force.")


def checkpoint_path(kind: str, asked: object) -> Path:
    """Where the very training that was asked for is kept when it is interrupted."""
    digest = hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:32]
    return state_dir() / "checkpoints" / f"{kind}-{digest}.safetensors"


def data_set(folder: Path, notes: Mapping[str, str], leave_out: Sequence[str] = ()) -> DataSet:
    """A folder as a card names it, with the number of its pictures."""
    name = folder_name(folder, notes)
    count = sum(
        path.suffix.lower() in SUFFIXES and path.stem not in leave_out for path in folder.rglob("*")
    )
    return DataSet(name, count, notes.get(name, ""))


def folder_name(folder: Path, notes: Mapping[str, str]) -> str:
    """A folder's own name, or a longer end of its path (photos/city) where a note is under that."""
    parts = folder.resolve().parts
    names = ["/".join(parts[-n:]) for n in range(1, len(parts))]
    return next((n for n in names if n in notes), names[0] if names else str(folder))


def steps_of(
    work: Generator[Progress, None, T],
    describe: Mapping[str, str] | Callable[[Mapping[str, float]], str],
) -> Work[tuple[T, dict[str, float]]]:
    """The steps of a training, labelled with figures: ``describe`` names them, or words them.

    Returns what the training returned and its last figures.
    """
    label = ""
    figures: dict[str, float] = {}
    while True:
        try:
            progress = next(work)
        except StopIteration as end:
            return end.value, {name: round(value, 4) for name, value in figures.items()}
        figures = dict(progress.figures)
        if not label or progress.done % max(1, progress.total // _LABELS) == 0:
            label = describe(figures) if callable(describe) else _named(figures, describe)
        yield Step(
            progress.done,
            progress.total,
            label,
            preview=progress.preview,
            save=progress.save,
            figures=figures,
        )


def _named(figures: Mapping[str, float], names: Mapping[str, str]) -> str:
    return " · ".join(f"{word} {figures[n]:.3f}" for n, word in names.items() if n in figures)
