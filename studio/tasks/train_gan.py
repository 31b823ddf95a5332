"""Training of a generator from folders of pictures, as ``studio train gan`` and the app ask."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch

from studio import registry
from studio.image import gan
from studio.image.encoder import Encoder
from studio.image.gan import KIND, GanConfig
from studio.jobs import Work
from studio.paths import made
from studio.tasks import latent_figures
from studio.tasks.train_files import (
    Trained,
    check_folders,
    check_output,
    checkpoint_path,
    steps_of,
)
from studio.tasks.train_pictures import data_sets, of_what, read_squares, write_sheet
from studio.training import gan as loops
from studio.training.gan import GanTraining
from studio.training.model_card import ModelCard, write_model
from studio.training.picture_sets import SquareSet
from studio.work import never


@dataclass(frozen=True, slots=True)
class GanPlan:
    """All that a training of a generator is asked for; ``notes`` are texts by folder name."""

    folders: tuple[Path, ...]
    output: Path
    training: GanTraining = field(default_factory=GanTraining)
    config: GanConfig = field(default_factory=GanConfig)
    crops: bool = False
    leave_out: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    command: str = ""
    licence: str = "MIT"
    bits: int | None = 8
    """Of the numbers in the file: 8, 6, or None for half precision."""


def train_gan(
    plan: GanPlan, *, force: bool = False, enough: Callable[[], bool] = never
) -> Work[Trained]:
    """Train, measure, and write the generator, its card and a sheet of samples; goes on as it was.

    ``enough`` is asked after each step: True ends the training early. Raises StudioError before
    anything slow where the plan cannot be carried out.
    """
    began = time.perf_counter()
    check_folders(plan.folders)
    check_output(plan.output, force)
    pictures = yield from read_squares(
        plan.folders,
        plan.config.side,
        crops=plan.crops,
        leave_out=plan.leave_out,
        total=plan.training.steps,
    )
    checkpoint = _checkpoint(plan, pictures)
    made(checkpoint.parent)
    work = loops.train_gan(
        pictures, plan.training, config=plan.config, checkpoint=checkpoint, enough=enough
    )
    shown = {"critic": "critic", "slope": "slope", "diversity": "diversity"}
    network, reached = yield from steps_of(work, shown)
    steps = int(reached.pop("steps", plan.training.steps))
    encoder = registry.encoder("studio").network
    figures = yield from _measured(plan, network, encoder, pictures)
    figures |= {f"training {name}": value for name, value in reached.items()}
    card = _card(plan, network, steps, figures)
    state, config = network.state_dict(), network.config.to_json()
    sha256 = write_model(plan.output, state, config, card, bits=plan.bits, force=force)
    checkpoint.unlink(missing_ok=True)
    undescribed = tuple(one.name for one in card.data if not one.note)
    return Trained(plan.output, sha256, time.perf_counter() - began, figures, undescribed)


def _measured(
    plan: GanPlan, network: gan.Generator, encoder: Encoder, pictures: SquareSet
) -> Work[dict[str, float]]:
    """Figures of samples; the critic's slope stands among those of the training."""

    @torch.no_grad()
    def decode(few: torch.Tensor) -> torch.Tensor:
        return network.decode(few)

    ours = yield from latent_figures.samples(decode, network.config.latent)
    figures = {"samples: diversity": latent_figures.variety(ours, pictures)}
    found = yield from latent_figures.strangeness(encoder, ours, pictures)
    if found == found:  # not NaN
        figures["samples: distance to the set"] = found
    far, usual, close = yield from latent_figures.nearest(ours, pictures)
    figures["samples: distance to the nearest learned from"] = far
    figures["unseen pictures: distance to the nearest learned from"] = usual
    write_sheet(plan.output, latent_figures.sheet(ours, close, pictures))
    return figures


def _card(
    plan: GanPlan, network: gan.Generator, steps: int, figures: Mapping[str, float]
) -> ModelCard:
    shape = json.loads(network.config.to_json())["gan"]
    return ModelCard(
        name=plan.output.stem,
        kind=KIND,
        summary="A latent space of small pictures, learned against a critic "
        f"({plan.training.loss})",
        architecture=shape | {"loss": plan.training.loss, "parameters": network.parameter_count},
        command=plan.command,
        data=data_sets(plan.folders, plan.notes, plan.leave_out),
        seed=plan.training.seed,
        steps=steps,
        figures=figures,
        licence=plan.licence,
    )


def _checkpoint(plan: GanPlan, pictures: SquareSet) -> Path:
    asked = asdict(plan.training) | {"steps": 0}
    return checkpoint_path("gan", [asked, asdict(plan.config), of_what(pictures, plan.folders)])
