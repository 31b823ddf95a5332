"""Training of Fast: one network for the styles of a folder of paintings or style cards."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import torch

from studio import registry
from studio.errors import StudioError
from studio.image.encoder import STYLE_TAPS, Encoder
from studio.image.feedforward import EMBEDDINGS, PHOTO
from studio.image.style_card import CARD_SUFFIX, CardInfo, find_card, identifier_for
from studio.jobs import Step, Work
from studio.paths import made
from studio.tasks.train_card import make_cards, words_for
from studio.tasks.train_files import (
    Trained,
    check_folders,
    check_output,
    checkpoint_path,
    data_set,
    steps_of,
)
from studio.tasks.train_styles import SIDE, cards_in, statistics_of
from studio.tasks.train_views import rounded, views_of
from studio.training import fast as loops
from studio.training.fast import FastModel, FastTraining
from studio.training.model_card import ModelCard, write_model
from studio.training.perceptual import Grams, distances
from studio.training.picture_files import SUFFIXES
from studio.training.pictures import PictureSet, read_folders

KIND = "klangbild fast"
_VIEWS = 8


@dataclass(frozen=True, slots=True)
class FastPlan:
    """All that a training of Fast is asked for; ``notes`` are texts by folder name."""

    photos: tuple[Path, ...]
    styles: tuple[Path, ...]
    """Folders of style cards, or of paintings, of which cards are made among the user's own."""
    output: Path
    training: FastTraining = field(default_factory=FastTraining)
    leave_out: tuple[str, ...] = ()
    validate: Path | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    command: str = ""


def train_fast(plan: FastPlan, *, force: bool = False) -> Work[Trained]:
    """Train, measure, and write the network with the embeddings and a card; goes on as it was.

    Raises StudioError before anything slow where the plan cannot be carried out.
    """
    began = time.perf_counter()
    check_folders((*plan.photos, *plan.styles, *([plan.validate] if plan.validate else [])))
    check_output(plan.output, force)
    yield Step(0, plan.training.steps, "reading the pictures", 0.0)
    encoder = registry.encoder("studio")
    photos = read_folders(plan.photos, smallest=plan.training.side, leave_out=plan.leave_out)
    styles = yield from _styles(plan, encoder)
    checkpoint = _checkpoint(plan, encoder.sha256, tuple(styles))
    made(checkpoint.parent)
    grams = tuple(styles.values())
    work = loops.train_fast(encoder.network, photos, grams, plan.training, checkpoint=checkpoint)
    model, figures = yield from steps_of(work, {"style": "style", "content": "content"})
    if plan.validate is not None:
        seen = read_folders((plan.validate,), smallest=plan.training.side)
        figures |= measured(model, encoder.network, seen, grams)
    data = tuple(data_set(f, plan.notes, plan.leave_out) for f in (*plan.photos, *plan.styles))
    config = model.network.config.to_json()
    card = ModelCard(
        name=plan.output.stem,
        kind=KIND,
        summary=f"Paints a photo in {len(styles)} styles that blend, in one pass",
        architecture=json.loads(config)
        | {"parameters": model.network.parameter_count, "styles": list(styles)},
        command=plan.command,
        data=data,
        seed=plan.training.seed,
        steps=plan.training.steps,
        figures=figures,
        teacher={"name": "studio encoder", "sha256": encoder.sha256},
    )
    sha256 = write_fast(plan.output, model, tuple(styles), card, force=force)
    checkpoint.unlink(missing_ok=True)
    undescribed = tuple(one.name for one in data if not one.note)
    return Trained(plan.output, sha256, time.perf_counter() - began, figures, undescribed)


def write_fast(
    path: Path, model: FastModel, styles: tuple[str, ...], card: ModelCard, *, force: bool = False
) -> str:
    """Write a network with its embeddings, the photo's first, as ``registry.fast`` reads it."""
    state = model.network.state_dict() | {EMBEDDINGS: model.embeddings}
    words = {"styles": json.dumps(styles)}
    config = model.network.config.to_json()
    return write_model(path, state, config, card, words=words, force=force)


def _styles(plan: FastPlan, encoder: registry.Loaded[Encoder]) -> Work[dict[str, Grams]]:
    """The Gram matrices of every style by its id."""
    cards = [info for info, _ in cards_in(plan.styles, plan.leave_out)]
    named = {info.path.name.removesuffix(CARD_SUFFIX) for info in cards} | set(plan.leave_out)
    paintings = []
    for path in (p for folder in plan.styles for p in sorted(folder.rglob("*"))):
        if path.suffix.lower() not in SUFFIXES or path.stem in named:
            continue
        known = find_card(identifier_for(path.stem))  # made by a run that was interrupted, say
        if known is None:
            paintings.append(path)
        else:
            cards.append(known)
    if paintings:
        cards += yield from _new_cards(paintings)
    if not cards:
        names = ", ".join(str(folder) for folder in plan.styles)
        raise StudioError(f"No painting and no style card was found below {names}.")
    return {info.id: statistics_of(info, encoder).targets(SIDE) for info in cards}


def _new_cards(paintings: list[Path]) -> Work[tuple[CardInfo, ...]]:
    work = make_cards(paintings, words_for(paintings, None, "", "", None), None)
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            made_cards: tuple[CardInfo, ...] = end.value
            return made_cards
        yield replace(step, fraction=0.0, preview=None)


def _checkpoint(plan: FastPlan, encoder_sha256: str, ids: tuple[str, ...]) -> Path:
    asked = [asdict(plan.training), encoder_sha256, ids, plan.leave_out]
    asked += [[str(folder.resolve()) for folder in plan.photos]]
    return checkpoint_path("fast", asked)


@torch.no_grad()
def measured(
    model: FastModel, encoder: Encoder, pictures: PictureSet, styles: tuple[Grams, ...]
) -> dict[str, float]:
    """The mean distances of style and content on the middle of pictures, over all styles."""
    views = views_of(pictures, _VIEWS).contiguous(memory_format=torch.channels_last)
    seen = encoder(views, STYLE_TAPS)
    found = []
    for row, target in enumerate(styles, start=PHOTO + 1):
        painted = model.network(views, [model.embeddings[row]])
        found.append(torch.stack(distances(encoder, painted, seen, target)))
    style, content = torch.stack(found).mean((0, 2))
    return dict(rounded(style, content))
