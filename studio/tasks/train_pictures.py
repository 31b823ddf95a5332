"""What the trainings of latent spaces of pictures share: how they begin, measure and end."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from studio.image.encoder import Encoder
from studio.image.picture_file import write_picture
from studio.jobs import Step, Work
from studio.paths import made
from studio.tasks import latent_figures
from studio.tasks.latent_figures import Decode
from studio.tasks.train_files import (
    Trained,
    check_folders,
    check_output,
    checkpoint_path,
    folder_name,
)
from studio.training.model_card import DataSet, ModelCard, write_model
from studio.training.picture_sets import SquareSet, reading_squares

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

MARGIN = 8
"""A picture that is cut by chance is kept larger by a part of this many of its side."""


class Training(Protocol):
    """How long a run is, and its seed."""

    @property
    def steps(self) -> int: ...
    @property
    def seed(self) -> int: ...


class Config(Protocol):
    """The sizes of a network."""

    @property
    def side(self) -> int: ...
    def to_json(self) -> str: ...


class Plan(Protocol):
    """All that a training of a latent space of pictures is asked for.

    ``crops`` lets each picture be cut by chance, a little beside its middle; of more than ``most``
    some are drawn. ``unseen`` are folders to measure on in place of a twentieth of the others.
    ``notes`` are texts by folder name, ``bits`` those of a number in the file: 8,
    6, or None for half precision. Where ``checkpoint`` is None, one is kept for this very plan.
    ``samples`` are made at the end, to be measured.
    """

    @property
    def folders(self) -> tuple[Path, ...]: ...
    @property
    def output(self) -> Path: ...
    @property
    def training(self) -> Training: ...
    @property
    def config(self) -> Config: ...
    @property
    def crops(self) -> bool: ...
    @property
    def leave_out(self) -> tuple[str, ...]: ...
    @property
    def unseen(self) -> tuple[Path, ...]: ...
    @property
    def notes(self) -> Mapping[str, str]: ...
    @property
    def command(self) -> str: ...
    @property
    def licence(self) -> str: ...
    @property
    def bits(self) -> int | None: ...
    @property
    def most(self) -> int: ...
    @property
    def checkpoint(self) -> Path | None: ...
    @property
    def samples(self) -> int: ...


class Network(Protocol):
    """A network whose numbers can be written."""

    @property
    def parameter_count(self) -> int: ...
    def state_dict(self) -> dict[str, Tensor]: ...


def begun(plan: Plan, force: bool) -> Work[SquareSet]:
    """The pictures to learn from; a StudioError where the plan cannot be carried out."""
    check_folders((*plan.folders, *plan.unseen))
    check_output(plan.output, force)
    side, total = plan.config.side, plan.training.steps
    work = reading_squares(
        plan.folders,
        side,
        margin=side // MARGIN if plan.crops else 0,
        most=plan.most,
        leave_out=plan.leave_out,
        unseen=plan.unseen,
    )
    yield Step(0, total, "reading the pictures", 0.0)
    while True:
        try:
            done, count = next(work)
        except StopIteration as end:
            found: SquareSet = end.value
            return found
        yield Step(0, total, f"reading the pictures {done}/{count}", 0.0)


def checkpoint_of(kind: str, plan: Plan, pictures: SquareSet, *taught: str) -> Path:
    """Where a training is kept when it is interrupted: by all that decides it but its length."""
    if plan.checkpoint is None:
        asked = _table(plan.training) | {"steps": 0}
        folders = [str(folder.resolve()) for folder in (*plan.folders, *plan.unseen)]
        what = [len(pictures), pictures.side, folders]
        path = checkpoint_path(kind, [asked, _table(plan.config), *taught, what])
    else:
        path = plan.checkpoint
    made(path.parent)
    return path


def measured_samples(
    decode: Decode, latent: int, count: int, encoder: Encoder, pictures: SquareSet
) -> Work[tuple[dict[str, float], Tensor, NDArray[np.int64]]]:
    """Figures of pictures made by chance, these pictures, and the places of the learned nearest."""
    ours = yield from latent_figures.samples(decode, latent, count)
    figures = {"samples: diversity": latent_figures.variety(ours, pictures)}
    found = yield from latent_figures.strangeness(encoder, ours, pictures)
    if found == found:  # not NaN
        figures["samples: distance to the set"] = found
    far, usual, close = yield from latent_figures.nearest(ours, pictures)
    figures["samples: distance to the nearest learned from"] = far
    figures["unseen pictures: distance to the nearest learned from"] = usual
    return figures, ours, close


def written(
    plan: Plan,
    network: Network,
    kind: str,
    summary: str,
    pictures: SquareSet,
    measured: Mapping[str, float],
    reached: Mapping[str, float],
    began: float,
    checkpoint: Path,
    *,
    told: Mapping[str, object] | None = None,
    teacher: Mapping[str, object] | None = None,
    force: bool,
) -> Trained:
    """Write the network and its card; the checkpoint goes.

    ``measured`` are figures of the whole, ``reached`` those of the training with its ``steps``,
    ``told`` what else the card says of the network, ``began`` is when it began by
    ``time.perf_counter``.
    """
    config = plan.config.to_json()
    shape = next(iter(json.loads(config).values()))
    last = {f"training {name}": value for name, value in reached.items() if name != "steps"}
    figures = {**measured, **last}
    data = data_sets(plan, pictures)
    card = ModelCard(
        name=plan.output.stem,
        kind=kind,
        summary=summary,
        architecture=shape | (told or {}) | {"parameters": network.parameter_count},
        command=plan.command,
        data=data,
        seed=plan.training.seed,
        steps=int(reached.get("steps", plan.training.steps)),
        figures=figures,
        teacher=teacher or {},
        licence=plan.licence,
    )
    state = network.state_dict()
    sha256 = write_model(plan.output, state, config, card, bits=plan.bits, force=force)
    checkpoint.unlink(missing_ok=True)
    undescribed = tuple(one.name for one in data if not one.note)
    seconds = time.perf_counter() - began
    return Trained(plan.output, sha256, seconds, figures, undescribed, pictures.unreadable)


def data_sets(plan: Plan, pictures: SquareSet) -> tuple[DataSet, ...]:
    """The folders as a card names them, with how many pictures of each were learned from."""
    found = []
    for folder, count in zip(plan.folders, pictures.counts, strict=False):
        name = folder_name(folder, plan.notes)
        found.append(DataSet(name, count, plan.notes.get(name, "")))
    return tuple(found)


def sheet_path(weights: Path) -> Path:
    """The sheet of samples that belongs to a weight file."""
    return weights.with_suffix(".png")


def write_sheet(weights: Path, pixels: NDArray[np.uint8]) -> None:
    """Write the sheet of samples beside the weights."""
    write_picture(sheet_path(weights), pixels, force=True)


def _table(values: Any) -> dict[str, Any]:
    found: DataclassInstance = values
    return asdict(found)
