"""What the trainings of latent spaces of pictures share: folders, sheets and checkpoints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from studio.image.picture_file import write_picture
from studio.jobs import Step, Work
from studio.tasks.train_files import data_set
from studio.training.model_card import DataSet
from studio.training.picture_sets import SquareSet, reading_squares

MARGIN = 8
"""A picture that is cut by chance is kept larger by a part of this many of its side."""


def read_squares(
    folders: Sequence[Path], side: int, *, crops: bool, leave_out: Sequence[str], total: int
) -> Work[SquareSet]:
    """The pictures below the folders; a StudioError where there are too few."""
    work = reading_squares(
        folders, side, margin=side // MARGIN if crops else 0, leave_out=leave_out
    )
    yield Step(0, total, "reading the pictures", 0.0)
    while True:
        try:
            done, count = next(work)
        except StopIteration as end:
            found: SquareSet = end.value
            return found
        yield Step(0, total, f"reading the pictures {done}/{count}", 0.0)


def data_sets(
    folders: Sequence[Path], notes: Mapping[str, str], leave_out: Sequence[str]
) -> tuple[DataSet, ...]:
    """The folders as a card names them."""
    return tuple(data_set(folder, notes, leave_out) for folder in folders)


def sheet_path(weights: Path) -> Path:
    """The sheet of samples that belongs to a weight file."""
    return weights.with_suffix(".png")


def write_sheet(weights: Path, pixels: NDArray[np.uint8]) -> None:
    """Write the sheet of samples beside the weights."""
    write_picture(sheet_path(weights), pixels, force=True)


def of_what(pictures: SquareSet, folders: Sequence[Path]) -> list[object]:
    """What tells one set of pictures from another, for the name of a checkpoint."""
    return [len(pictures), pictures.side, [str(folder.resolve()) for folder in folders]]
