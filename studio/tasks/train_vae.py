"""Training of a picture autoencoder from folders, as ``studio train vae`` and the app ask."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch

from studio import registry
from studio.image.encoder import Encoder
from studio.image.vae import KIND, Vae, VaeConfig
from studio.jobs import Step, Work
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
from studio.training import vae as loops
from studio.training.model_card import ModelCard, write_model
from studio.training.picture_sets import SquareSet
from studio.training.vae import VaeTraining
from studio.work import never

WIDTHS: Mapping[int, tuple[int, ...]] = {
    64: (112, 80, 56, 32),
    128: (112, 96, 64, 32, 16),
}
"""The shapes of network by the side of pictures."""


@dataclass(frozen=True, slots=True)
class VaePlan:
    """All that a training of a picture autoencoder is asked for; ``notes`` are texts by folder.

    ``crops`` lets each picture be cut by chance, a little beside its middle.
    """

    folders: tuple[Path, ...]
    output: Path
    training: VaeTraining = field(default_factory=VaeTraining)
    config: VaeConfig = field(default_factory=VaeConfig)
    crops: bool = False
    leave_out: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    command: str = ""
    licence: str = "MIT"
    bits: int | None = 8
    """Of the numbers in the file: 8, 6, or None for half precision."""


def train_vae(
    plan: VaePlan, *, force: bool = False, enough: Callable[[], bool] = never
) -> Work[Trained]:
    """Train, measure, and write the network, its card and a sheet of samples; goes on as it was.

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
    encoder = registry.encoder("studio")
    checkpoint = _checkpoint(plan, pictures, encoder.sha256)
    made(checkpoint.parent)
    work = loops.train_vae(
        pictures,
        plan.training,
        encoder=encoder.network,
        config=plan.config,
        checkpoint=checkpoint,
        enough=enough,
    )
    network, reached = yield from steps_of(work, {"psnr": "dB", "kl": "nats"})
    steps = int(reached.pop("steps", plan.training.steps))
    figures = yield from _measured(plan, network, encoder.network, pictures)
    figures |= {f"training {name}": value for name, value in reached.items()}
    card = _card(plan, network, steps, figures, encoder.sha256)
    state, config = network.state_dict(), network.config.to_json()
    sha256 = write_model(plan.output, state, config, card, bits=plan.bits, force=force)
    checkpoint.unlink(missing_ok=True)
    undescribed = tuple(one.name for one in card.data if not one.note)
    return Trained(plan.output, sha256, time.perf_counter() - began, figures, undescribed)


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
    ours = yield from latent_figures.samples(decode, latent)
    theirs = yield from latent_figures.samples(plain.decode, len(plain.scales))
    for name, one in (("", ours), (", as many components", theirs)):
        found = yield from latent_figures.strangeness(encoder, one, pictures)
        if found == found:  # not NaN
            figures[f"samples: distance to the set{name}"] = found
    far, usual, close = yield from latent_figures.nearest(ours, pictures)
    figures["samples: distance to the nearest learned from"] = far
    figures["unseen pictures: distance to the nearest learned from"] = usual
    figures["samples: diversity"] = latent_figures.variety(ours, pictures)
    write_sheet(plan.output, latent_figures.sheet(ours, close, pictures, back))
    return figures


def _card(
    plan: VaePlan, network: Vae, steps: int, figures: Mapping[str, float], encoder_sha256: str
) -> ModelCard:
    shape = json.loads(network.config.to_json())["vae"]
    return ModelCard(
        name=plan.output.stem,
        kind=KIND,
        summary="A latent space of small pictures, with a way into it for pictures of one's own",
        architecture=shape | {"parameters": network.parameter_count},
        command=plan.command,
        data=data_sets(plan.folders, plan.notes, plan.leave_out),
        seed=plan.training.seed,
        steps=steps,
        figures=figures,
        licence=plan.licence,
        teacher={"name": "studio encoder", "sha256": encoder_sha256},
    )


def _checkpoint(plan: VaePlan, pictures: SquareSet, encoder_sha256: str) -> Path:
    asked = asdict(plan.training) | {"steps": 0}
    shape = asdict(plan.config)
    return checkpoint_path("vae", [asked, shape, encoder_sha256, of_what(pictures, plan.folders)])
