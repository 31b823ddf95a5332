"""Training of a picture autoencoder from folders, as ``studio train vae`` and the app ask."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch

from studio import registry
from studio.image.encoder import Encoder
from studio.image.vae import KIND, Vae, VaeConfig
from studio.jobs import Step, Work
from studio.tasks import latent_figures
from studio.tasks.train_files import Trained, steps_of
from studio.tasks.train_pictures import (
    begun,
    checkpoint_of,
    measured_samples,
    write_sheet,
    written,
)
from studio.training import vae as loops
from studio.training.picture_files import MOST
from studio.training.picture_sets import SquareSet
from studio.training.vae import VaeTraining
from studio.work import never

WIDTHS: Mapping[int, tuple[int, ...]] = {
    64: (112, 80, 56, 32),
    128: (112, 96, 64, 32, 16),
}
"""The shapes of network by the side of pictures."""
_SUMMARY = "A latent space of small pictures, with a way into it for pictures of one's own"


@dataclass(frozen=True, slots=True)
class VaePlan:
    """All that a training of a picture autoencoder is asked for (see ``train_pictures.Plan``)."""

    folders: tuple[Path, ...]
    output: Path
    training: VaeTraining = field(default_factory=VaeTraining)
    config: VaeConfig = field(default_factory=VaeConfig)
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


def train_vae(
    plan: VaePlan, *, force: bool = False, enough: Callable[[], bool] = never
) -> Work[Trained]:
    """Train, measure, and write the network, its card and a sheet of samples; goes on as it was.

    ``enough`` is asked after each step: True ends the training early. Raises StudioError before
    anything slow where the plan cannot be carried out.
    """
    began = time.perf_counter()
    pictures = yield from begun(plan, force)
    encoder = registry.encoder("studio")
    checkpoint = checkpoint_of("vae", plan, pictures, encoder.sha256)
    work = loops.train_vae(
        pictures,
        plan.training,
        encoder=encoder.network,
        config=plan.config,
        checkpoint=checkpoint,
        enough=enough,
    )
    network, reached = yield from steps_of(work, {"psnr": "dB", "kl": "nats"})
    measured = yield from _measured(plan, network, encoder.network, pictures)
    teacher = {"name": "studio encoder", "sha256": encoder.sha256}
    return written(
        plan, network, KIND, _SUMMARY, pictures, measured, reached, began, checkpoint,
        teacher=teacher, force=force,
    )  # fmt: skip


def _measured(
    plan: VaePlan, network: Vae, encoder: Encoder, pictures: SquareSet
) -> Work[dict[str, float]]:
    """Figures on pictures held back, beside principal components of the same number."""

    @torch.no_grad()
    def back(few: torch.Tensor) -> torch.Tensor:
        return network.paint(network.encode(few)[0]).clamp(0, 1)

    @torch.no_grad()
    def decode(few: torch.Tensor) -> torch.Tensor:
        return network.decode(few)

    latent = network.config.latent
    yield Step(0, 1, "finding principal components", 1.0)
    plain = latent_figures.components(pictures, latent)
    figures = {"unseen pictures": float(len(pictures.held))}
    figures["unseen psnr"] = yield from latent_figures.decibels(back, pictures)
    figures["unseen psnr, as many components"] = yield from latent_figures.decibels(
        plain.back, pictures
    )
    found, ours, close = yield from measured_samples(
        decode, latent, plan.samples, encoder, pictures
    )
    figures |= found
    theirs = yield from latent_figures.samples(plain.decode, len(plain.scales), plan.samples)
    strange = yield from latent_figures.strangeness(encoder, theirs, pictures)
    if strange == strange:  # not NaN
        figures["samples: distance to the set, as many components"] = strange
    write_sheet(plan.output, latent_figures.sheet(ours, close, pictures, back))
    return figures
