"""Fast learns one new style from a picture, in minutes: its embedding, or a network of its own."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from studio import registry
from studio.errors import AlreadyExists, StudioError, UnreadableFile
from studio.image.picture_file import read_picture
from studio.image.style_card import CardInfo, find_card, identifier_for, read_info
from studio.jobs import Step, Work
from studio.paths import made, resources
from studio.tasks.style_card import make_card
from studio.tasks.style_cost import remember_speed, seconds_a_step
from studio.tasks.style_sources import card_of, fast_network_path
from studio.weights import file_sha256
from studio.work import never

if TYPE_CHECKING:
    from torch import Tensor

    from studio.training.fast import FastModel, FastTraining
    from studio.training.perceptual import Grams
    from studio.training.pictures import PictureSet
    from studio.training.style_fit import StyleFit

T = TypeVar("T")
R = TypeVar("R")

STEPS, WHOLE_STEPS = 900, 2000
"""Steps that bring an embedding, or a whole network, to where more gains little."""
MINUTES = 9.0
_SIDE, _BATCH = 256, 1
_RATES = {False: 0.015, True: 0.006}
_CARD_SHARE = 0.15
"""Of the whole, where a card has to be made first."""
_FIRST = 8
"""Steps after which the pace is known, and looked at again."""
_HELD_BACK = 3
"""Pictures to look at; from a folder with many they are kept out of the training."""


@dataclass(frozen=True, slots=True)
class StylePlan:
    """All that the training of a style is asked for."""

    style: str
    """A picture, or the id or file of a card."""
    name: str = ""
    artist: str = ""
    year: str = ""
    photos: Path | None = None
    """A folder of photos to paint, beside the studio's samples."""
    whole: bool = False
    """A network of its own instead of an embedding."""
    steps: int = 0
    """0 is the usual number."""
    minutes: float = MINUTES
    """After which the training ends with what is learned; 0 for no end but that of the steps."""
    seed: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.steps <= 100_000 or not 0 <= self.minutes <= 1440:
            raise StudioError("A training takes up to 100000 steps and a day.")

    @property
    def all_steps(self) -> int:
        """The number of steps, the usual one where none is given."""
        return self.steps or (WHOLE_STEPS if self.whole else STEPS)


@dataclass(frozen=True, slots=True, eq=False)
class LearnedStyle:
    """A style that Fast knows now, and how it came to that."""

    card: CardInfo
    network: Path | None
    """Of its own, where it was asked for."""
    seconds: float
    steps: int
    figures: Mapping[str, float]
    beginning: tuple[str, ...]
    """The styles from which it began."""


class _Pace:
    """The seconds that work has taken, pauses left out, and the card's share of the whole."""

    def __init__(self) -> None:
        self.busy = 0.0
        self.share = 0.0

    def timed(self, work: Generator[T, None, R]) -> Generator[T, None, R]:
        """The same work, measured."""
        while True:
            began = time.perf_counter()
            try:
                item = next(work)
            except StopIteration as end:
                result: R = end.value
                return result
            finally:
                self.busy += time.perf_counter() - began
            yield item


def estimate_seconds(plan: StylePlan) -> float:
    """About how long the training will take: measured on this machine before, or typical."""
    seconds = plan.all_steps * seconds_a_step(_speed_name(plan.whole)) * _pixels()
    return min(seconds, plan.minutes * 60) if plan.minutes else seconds


def train_style(plan: StylePlan, *, enough: Callable[[], bool] = never) -> Work[LearnedStyle]:
    """Make the card where there is none, fit Fast to it, and keep what was learned with the card.

    ``enough`` is asked after each step: True ends the training early with the best so far. Goes on
    where it was interrupted. Raises StudioError for what is no style and a name that is taken.
    """
    began = time.perf_counter()
    yield Step(0, plan.all_steps, "getting ready", 0.0)
    if plan.photos is not None and not plan.photos.is_dir():
        raise StudioError(f"“{plan.photos}” is not a folder of pictures.")
    known = registry.fast()
    info = _known_card(plan)
    pace = _Pace()
    if info is None:
        pace.share = _CARD_SHARE
        info = yield from pace.timed(_new_card(plan))
    fit, beginning, checkpoint = _prepared(plan, info, known)
    yield from _fitted(fit, plan, checkpoint, enough, pace)
    figures = {name: round(value, 4) for name, value in fit.figures.items()}
    figures["validation"] = round(min(fit.validation), 4)
    network = _keep(fit, plan, info, known, figures)
    checkpoint.unlink(missing_ok=True)
    seconds = time.perf_counter() - began
    return LearnedStyle(read_info(info.path), network, seconds, fit.done, figures, beginning)


def _known_card(plan: StylePlan) -> CardInfo | None:
    """The card that is meant, or None where it is to be made of a picture.

    A card that an interrupted training of this very picture made counts as known.
    """
    info = card_of(plan.style)
    if info is not None:
        return info
    taken = find_card(identifier_for(_title(plan)))
    if taken is None:
        return None
    if _made_by(plan).is_file():
        return taken
    raise AlreadyExists(
        f"There is a style “{taken.title}” already: choose another name, "
        f"or train that one as “{taken.id}”."
    )


def _title(plan: StylePlan) -> str:
    stem = Path(plan.style).stem.replace("_", " ").replace("-", " ").strip()
    return plan.name.strip() or stem[:1].upper() + stem[1:] or "My style"


def _made_by(plan: StylePlan) -> Path:
    """The mark that a card of this title is being trained from this very picture."""
    from studio.tasks.train_files import checkpoint_path

    path = Path(plan.style)
    try:
        digest = file_sha256(path)
    except OSError as problem:
        raise UnreadableFile(f"“{path}” cannot be read: {problem.strerror}.") from None
    return checkpoint_path("style", [digest, _title(plan)]).with_suffix(".made")


def _new_card(plan: StylePlan) -> Work[CardInfo]:
    picture = read_picture(plan.style)
    work = make_card(picture, title=_title(plan), artist=plan.artist, year=plan.year)
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            info: CardInfo = end.value
            break
        yield replace(step, fraction=step.progress * _CARD_SHARE)
    mark = _made_by(plan)
    made(mark.parent)
    mark.touch()
    return info


def _prepared(
    plan: StylePlan, info: CardInfo, known: registry.LoadedFast
) -> tuple[StyleFit, tuple[str, ...], Path]:
    import torch

    from studio.tasks.train_styles import SIDE, statistics_of
    from studio.training.fast import FastModel, FastTraining
    from studio.training.style_fit import StyleFit, nearest_row

    encoder = registry.encoder("studio")
    target = statistics_of(info, encoder).targets(SIDE)
    others = {
        name: statistics_of(card, encoder).targets(SIDE)
        for name in known.embeddings
        if name != info.id and (card := find_card(name)) is not None
    }
    row, beginning = nearest_row(target, others, known.embeddings)
    photos, views = _pictures(plan)
    training = FastTraining(
        steps=plan.all_steps,
        batch=_BATCH,
        side=_SIDE,
        rate=_RATES[plan.whole],
        whole=plan.whole,
        seed=plan.seed,
    )
    start = FastModel(known.network, torch.stack([known.photo, row]))
    fit = StyleFit(encoder.network, photos, views, target, training, start)
    return fit, beginning, _checkpoint(plan, training, known, target)


def _checkpoint(
    plan: StylePlan, training: FastTraining, known: registry.LoadedFast, target: Grams
) -> Path:
    from studio.tasks.train_files import checkpoint_path

    digest = hashlib.sha256()
    for tap in sorted(target):
        digest.update(target[tap].numpy().tobytes())
    folder = str(plan.photos.resolve()) if plan.photos else ""
    asked = asdict(training) | {"steps": 0}
    return checkpoint_path("style", [asked, known.sha256, digest.hexdigest(), folder])


def _pictures(plan: StylePlan) -> tuple[PictureSet, Tensor]:
    """Photos to crop from, and a few to look at."""
    from studio.tasks.train_views import views_of
    from studio.training.pictures import PictureSet, read_folders

    samples = read_folders((resources() / "samples",), smallest=_SIDE)
    if plan.photos is None:
        return samples, views_of(samples, _HELD_BACK)
    own = read_folders((plan.photos,), smallest=_SIDE).pictures
    views = views_of(PictureSet(own), _HELD_BACK)
    if len(own) > 3 * _HELD_BACK:
        own = own[_HELD_BACK:]
    return PictureSet((*own, *samples.pictures)), views


def _fitted(
    fit: StyleFit, plan: StylePlan, checkpoint: Path, enough: Callable[[], bool], pace: _Pace
) -> Work[None]:
    """The steps of the training; its end is set by the steps, the minutes, or no more gain."""
    from studio.tasks.train_views import strip
    from studio.training.checkpoint import advance_to

    made(checkpoint.parent)
    work = pace.timed(advance_to(fit, plan.all_steps, checkpoint))
    before, first = 0.0, 0
    for progress in work:
        if not first:
            before, first = pace.busy, progress.done
        made_now = progress.done - first
        if plan.minutes and made_now and made_now % _FIRST == 0:
            left = max(0.0, plan.minutes * 60 - pace.busy)
            more = round(left * made_now / (pace.busy - before))
            fit.end_at(min(plan.all_steps, progress.done + more))
        yield Step(
            progress.done,
            fit.steps,
            f"style {progress.figures.get('style', 0.0):.3f}",
            pace.share + (1 - pace.share) * progress.done / fit.steps,
            preview=lambda: strip(fit.paint()),
            save=progress.save,
            figures=progress.figures,
        )
        if progress.done >= fit.steps or fit.flat or enough():
            break
    work.close()
    if fit.done - first >= _FIRST:
        seconds = (pace.busy - before) / (fit.done - first)
        remember_speed(_speed_name(plan.whole), seconds / _pixels())


def _keep(
    fit: StyleFit,
    plan: StylePlan,
    info: CardInfo,
    known: registry.LoadedFast,
    figures: Mapping[str, float],
) -> Path | None:
    """Write the row into the card; a network of its own, or a bundled style's row, apart."""
    from studio.image.feedforward import PHOTO
    from studio.image.style_statistics import write_embedding
    from studio.training.model_card import card_path

    best = fit.best
    own = fast_network_path(info.id)
    if plan.whole or not info.own:
        _write_network(own, best, plan, info, known, figures)
        return own
    write_embedding(info.path, known.sha256, best.embeddings[PHOTO + 1])
    for path in (own, card_path(own)):
        path.unlink(missing_ok=True)
    return None


def _write_network(
    path: Path,
    model: FastModel,
    plan: StylePlan,
    info: CardInfo,
    known: registry.LoadedFast,
    figures: Mapping[str, float],
) -> None:
    import json

    from studio.tasks.train_fast import KIND, write_fast
    from studio.training.model_card import DataSet, ModelCard

    card = ModelCard(
        name=path.stem,
        kind=KIND,
        summary=f"Paints a photo in the style “{info.title}” in one pass",
        architecture=json.loads(model.network.config.to_json()),
        command=f"studio train style {info.id}" + " --whole" * plan.whole,
        data=(DataSet("the user's own pictures", 0),),
        seed=plan.seed,
        steps=plan.all_steps,
        figures=figures,
        teacher={"name": "Fast", "sha256": known.sha256},
        licence="that of the pictures",
    )
    made(path.parent)
    write_fast(path, model, (info.id,), card, force=True)


def _speed_name(whole: bool) -> str:
    return "learn whole" if whole else "learn"


def _pixels() -> float:
    """Millions of pixels in a step."""
    return _BATCH * _SIDE * _SIDE / 1e6
