"""Training of a generator from folders of pictures, as ``studio train gan`` and the app ask."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch

from studio import registry
from studio.image import gan
from studio.image.gan import KIND, GanConfig
from studio.jobs import Work
from studio.tasks import latent_figures
from studio.tasks.train_files import Trained, steps_of
from studio.tasks.train_pictures import (
    begun,
    checkpoint_of,
    measured_samples,
    write_sheet,
    written,
)
from studio.training import gan as loops
from studio.training.gan import GanTraining
from studio.training.picture_files import MOST
from studio.training.picture_sets import SquareSet
from studio.work import never

WIDTHS: Mapping[int, tuple[int, ...]] = {
    64: (128, 96, 64, 32),
    128: (128, 96, 64, 32, 16),
}
"""The shapes of generator and critic by the side of pictures."""


@dataclass(frozen=True, slots=True)
class GanPlan:
    """All that a training of a generator is asked for (see ``train_pictures.Plan``)."""

    folders: tuple[Path, ...]
    output: Path
    training: GanTraining = field(default_factory=GanTraining)
    config: GanConfig = field(default_factory=GanConfig)
    crops: bool = False
    leave_out: tuple[str, ...] = ()
    unseen: tuple[Path, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    command: str = ""
    licence: str = "MIT"
    bits: int | None = 8
    most: int = MOST
    checkpoint: Path | None = None
    samples: int = latent_figures.SAMPLES


def train_gan(
    plan: GanPlan, *, force: bool = False, enough: Callable[[], bool] = never
) -> Work[Trained]:
    """Train, measure, and write the generator, its card and a sheet of samples; goes on as it was.

    ``enough`` is asked after each step: True ends the training early. Raises StudioError before
    anything slow where the plan cannot be carried out.
    """
    began = time.perf_counter()
    pictures = yield from begun(plan, force)
    checkpoint = checkpoint_of("gan", plan, pictures)
    work = loops.train_gan(
        pictures, plan.training, config=plan.config, checkpoint=checkpoint, enough=enough
    )
    shown = {"critic": "critic", "slope": "slope", "diversity": "diversity"}
    network, reached = yield from steps_of(work, shown)
    measured = yield from _measured(plan, network, pictures)
    loss = plan.training.loss
    summary = f"A latent space of small pictures, learned against a critic ({loss})"
    return written(
        plan, network, KIND, summary, pictures, measured, reached, began, checkpoint,
        told={"loss": loss}, force=force,
    )  # fmt: skip


def _measured(plan: GanPlan, network: gan.Generator, pictures: SquareSet) -> Work[dict[str, float]]:
    """Figures of samples; the critic's slope stands among those of the training."""

    @torch.no_grad()
    def decode(few: torch.Tensor) -> torch.Tensor:
        return network.decode(few)

    encoder = registry.encoder("studio").network
    latent = network.config.latent
    found = yield from measured_samples(decode, latent, plan.samples, encoder, pictures)
    figures, ours, close = found
    write_sheet(plan.output, latent_figures.sheet(ours, close, pictures))
    return figures
