"""Training of Instant's decoder from folders of photos, and of paintings or style cards."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch

from studio import registry
from studio.image.encoder import STYLE_TAPS, Encoder
from studio.image.instant import DEPTHS, Instant, InstantConfig
from studio.jobs import Step, Work
from studio.paths import made
from studio.tasks.train_files import (
    Trained,
    check_folders,
    check_output,
    checkpoint_path,
    data_set,
    steps_of,
)
from studio.tasks.train_styles import read_styles
from studio.tasks.train_views import rounded, views_of
from studio.training import instant as loops
from studio.training.instant import InstantTraining
from studio.training.model_card import ModelCard, write_model
from studio.training.perceptual import distances
from studio.training.pictures import PictureSet, read_folders
from studio.training.styles import MeasuredStyle, StyleSet, measure_styles

KIND = "klangbild instant"
_VIEWS = 24
_SUMMARY = {
    "monge": "Paints a photo in any style in one pass, from the moments of its features",
    "adain": "The classic AdaIN decoder: any style in one pass, from means and deviations",
}


@dataclass(frozen=True, slots=True)
class InstantPlan:
    """All that a training of Instant is asked for; ``notes`` are texts by folder name."""

    photos: tuple[Path, ...]
    styles: tuple[Path, ...]
    """Folders of paintings, of style cards, or of both."""
    output: Path
    training: InstantTraining = field(default_factory=InstantTraining)
    transform: str = "monge"
    leave_out: tuple[str, ...] = ()
    validate: Path | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    command: str = ""


def train_instant(plan: InstantPlan, *, force: bool = False) -> Work[Trained]:
    """Train, measure, and write the weights with their card; goes on from an interruption.

    Raises StudioError before anything slow where the plan cannot be carried out.
    """
    began = time.perf_counter()
    check_folders((*plan.photos, *plan.styles, *([plan.validate] if plan.validate else [])))
    check_output(plan.output, force)
    yield Step(0, plan.training.steps, "reading the pictures", 0.0)
    encoder = registry.encoder("studio")
    smallest = plan.training.side
    photos = read_folders(plan.photos, smallest=smallest, leave_out=plan.leave_out)
    styles = yield from _styles(plan, encoder)
    config = InstantConfig(transform=plan.transform)
    checkpoint = _checkpoint(plan, encoder.sha256)
    made(checkpoint.parent)
    work = loops.train_instant(
        encoder.network, photos, styles, plan.training, config=config, checkpoint=checkpoint
    )
    network, figures = yield from steps_of(work, {"style": "style", "content": "content"})
    if plan.validate is not None:
        seen = read_folders((plan.validate,), smallest=smallest)
        figures |= measured(network, encoder.network, seen, styles)
    data = tuple(data_set(f, plan.notes, plan.leave_out) for f in (*plan.photos, *plan.styles))
    card = ModelCard(
        name=plan.output.stem,
        kind=KIND,
        summary=_SUMMARY[plan.transform],
        architecture=json.loads(config.to_json()) | {"parameters": network.parameter_count},
        command=plan.command,
        data=data,
        seed=plan.training.seed,
        steps=plan.training.steps,
        figures=figures,
        teacher={"name": "studio encoder", "sha256": encoder.sha256},
    )
    sha256 = write_model(plan.output, network.state_dict(), config.to_json(), card, force=force)
    checkpoint.unlink(missing_ok=True)
    undescribed = tuple(one.name for one in data if not one.note)
    return Trained(plan.output, sha256, time.perf_counter() - began, figures, undescribed)


def _styles(plan: InstantPlan, encoder: registry.Loaded[Encoder]) -> Work[StyleSet]:
    pictures, cards = read_styles(plan.styles, encoder, plan.leave_out)
    painted: tuple[MeasuredStyle, ...] = ()
    if pictures is not None:
        work = measure_styles(pictures, encoder.network)
        while True:
            try:
                done, total = next(work)
            except StopIteration as end:
                painted = end.value.styles
                break
            yield Step(done, total, "measuring the styles", 0.0)
    return StyleSet((*painted, *cards))


def _checkpoint(plan: InstantPlan, encoder_sha256: str) -> Path:
    asked = [asdict(plan.training), plan.transform, encoder_sha256, plan.leave_out]
    asked += [[str(folder.resolve()) for folder in (*plan.photos, Path(), *plan.styles)]]
    return checkpoint_path("instant", asked)


@torch.no_grad()
def measured(
    network: Instant, encoder: Encoder, pictures: PictureSet, styles: StyleSet
) -> dict[str, float]:
    """The distances of style and content on the middle of pictures, each in a style by chance."""
    views = views_of(pictures, _VIEWS)
    target = styles.draw(len(views), torch.Generator().manual_seed(0))
    seen = encoder(views.contiguous(memory_format=torch.channels_last), STYLE_TAPS)
    sense = network.sense({tap: seen[tap] for tap in DEPTHS})
    painted = network(sense, [network.prepare(sense, target)])
    grams = {tap: target[tap].gram for tap in STYLE_TAPS}
    return dict(rounded(*distances(encoder, painted, seen, grams)))
