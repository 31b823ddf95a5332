"""What the trainings of networks that write music share: the tunes, and the end of a training."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from torch import Tensor

from studio.jobs import Step, Work
from studio.tasks.train_files import Trained
from studio.training.model_card import DataSet, ModelCard, write_model
from studio.training.music_data import MelodySet, reading_melodies


class Config(Protocol):
    """The sizes of a network."""

    def to_json(self) -> str: ...


class Network(Protocol):
    """A network whose sizes and numbers can be written."""

    @property
    def config(self) -> Config: ...
    @property
    def parameter_count(self) -> int: ...
    def state_dict(self) -> dict[str, Tensor]: ...


class Training(Protocol):
    """How long a run is, and its seed."""

    @property
    def steps(self) -> int: ...
    @property
    def seed(self) -> int: ...


class Plan(Protocol):
    """Where a training writes, and what was asked for."""

    @property
    def output(self) -> Path: ...
    @property
    def training(self) -> Training: ...
    @property
    def command(self) -> str: ...


def reading_tunes(folder: Path | None, total: int) -> Work[MelodySet]:
    """Read the tunes of a folder, or of the books; a training of ``total`` steps comes after."""
    work = reading_melodies(folder)
    yield Step(0, total, "reading the tunes", 0.0)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: MelodySet = end.value
            return found
        yield Step(0, total, "reading the tunes", 0.0)


def written(
    plan: Plan,
    network: Network,
    kind: str,
    summary: str,
    data: tuple[DataSet, ...],
    measured: Mapping[str, float],
    reached: Mapping[str, float],
    began: float,
    *,
    bits: int | None = None,
    force: bool,
) -> Trained:
    """Write the network, in so many ``bits`` where asked, and its card.

    ``measured`` are figures of unseen music, ``reached`` those of the training with its ``steps``,
    ``began`` is when it began by ``time.perf_counter``.
    """
    last = {f"training {name}": value for name, value in reached.items() if name != "steps"}
    figures = {**measured, **last}
    config = json.loads(network.config.to_json())
    card = ModelCard(
        name=plan.output.stem,
        kind=kind,
        summary=summary,
        architecture=config | {"parameters": network.parameter_count},
        command=plan.command,
        data=data,
        seed=plan.training.seed,
        steps=int(reached.get("steps", plan.training.steps)),
        figures=figures,
    )
    state = network.state_dict()
    sha256 = write_model(plan.output, state, network.config.to_json(), card, bits=bits, force=force)
    undescribed = tuple(one.name for one in data if not one.note)
    return Trained(plan.output, sha256, time.perf_counter() - began, figures, undescribed)
