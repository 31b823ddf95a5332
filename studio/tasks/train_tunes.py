"""A copy of a network that writes music goes on learning, from the artist's own tunes."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio import registry
from studio.errors import StudioError
from studio.jobs import Step, Work
from studio.music.song import Song
from studio.paths import data_dir
from studio.tasks.calibration import recall, remember
from studio.tasks.train_names import checked
from studio.training.tunes_reader import reading_tunes
from studio.training.tunes_set import TuneSet
from studio.work import never

if TYPE_CHECKING:
    from studio.tasks.train_tunes_run import Run
    from studio.training.progress import Progress

STEPS: Mapping[str, int] = {"lstm": 160, "composer": 80}
"""Steps after which more gains little, by the network that is gone on from."""
MOST_STEPS = 20_000
_SECONDS: Mapping[str, float] = {"lstm": 0.5, "composer": 4.0}
"""For a step on two cores, until this machine was measured."""
_MOST_LETTERS = 60  # of a name
_LEARNING = 0.97
"""Of the whole, what the learning is told as; what comes before it counts for nothing."""


@dataclass(frozen=True, slots=True)
class TunesPlan:
    """All that a training on own tunes is asked for."""

    folder: Path
    name: str
    """Of the new model."""
    base: str = "lstm"
    """A name of ``registry.music_models``."""
    steps: int = 0
    """0 is the usual number."""
    seed: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.steps <= MOST_STEPS:
            raise StudioError(f"A training on own tunes takes up to {MOST_STEPS} steps.")

    @property
    def output(self) -> Path:
        """The weights that will be written."""
        return data_dir() / "models" / registry.OWN_MUSIC / f"{self.name}.safetensors"


@dataclass(frozen=True, slots=True)
class TunesCheck:
    """A look at the network while it learns: nats of the tunes kept back, and a tune it wrote.

    ``before`` are the nats of the network that was gone on from.
    """

    done: int
    nats: float
    before: float
    song: Song | None = None


@dataclass(frozen=True, slots=True)
class Copies:
    """What tunes that it wrote share with the artist's own: of ``tunes`` with ``bars`` bars each.

    ``longest`` is the longest run that one of them shares with one of the artist's, in bars;
    ``usual`` the mean of the longest of each.
    """

    tunes: int = 0
    bars: int = 0
    longest: float = 0.0
    usual: float = 0.0

    @property
    def repeats(self) -> bool:
        """Whether it repeats the artist's tunes rather than to write its own."""
        return self.usual > self.bars / 2


@dataclass(frozen=True, slots=True, eq=False)
class LearnedTunes:
    """A model that was trained on own tunes, and how it came to that."""

    name: str
    path: Path
    sha256: str
    seconds: float
    steps: int
    tunes: int
    before: float
    """Nats of the tunes kept back: a sixteenth (melody network), or a word (composer)."""
    after: float
    copies: Copies | None
    """None where the tunes have no melody."""
    song: Song | None = None
    """The last tune that was heard."""

    @property
    def better(self) -> bool:
        """Whether it foresees the artist's tunes better than before."""
        return self.after < self.before


def checked_name(name: str, *, force: bool = False) -> str:
    """The name of a new model, without spaces around it; StudioError for one that cannot be."""
    return checked(
        name,
        _MOST_LETTERS,
        registry.MUSIC_MODELS,
        lambda name: TunesPlan(Path(), name).output,
        force=force,
    )


def kind_of(base: str) -> str:
    """“lstm” or “composer”: which kind a model is, by its card; without loading it."""
    if base in registry.MUSIC_MODELS:
        return base
    from studio.tasks.train_tunes_card import kind_of_card

    return kind_of_card(base)


def read_tunes(folder: Path) -> Work[TuneSet]:
    """Read the tunes of a folder; raises StudioError where there is nothing to learn from."""
    work = reading_tunes(folder)
    yield Step(0, 1, "looking for tunes", 0.0)
    while True:
        try:
            found = next(work)
        except StopIteration as end:
            tunes: TuneSet = end.value
            return tunes
        yield Step(found.done, max(1, found.total), "reading the tunes", so_far=found)


def learnable(tunes: TuneSet, kind: str) -> TuneSet:
    """Those that a kind of network can learn; raises StudioError where these are too few."""
    found = tunes.for_melodies() if kind == "lstm" else tunes.for_pieces()
    if tunes.tunes and not found.tunes:
        raise StudioError(
            "There is no melody in these tunes, only drums or too few notes; choose the composer, "
            "or other tunes."
        )
    found.sides()
    return found


def estimate_seconds(kind: str, steps: int = 0) -> float:
    """About how long the training will take: measured on this machine before, or typical."""
    seconds = recall("speed").get(f"tunes {kind}") or _SECONDS[kind]
    return seconds * (steps or STEPS[kind])


def train_tunes(
    plan: TunesPlan,
    *,
    force: bool = False,
    enough: Callable[[], bool] = never,
    tunes: TuneSet | None = None,
) -> Work[LearnedTunes]:
    """Train a copy of the base on the tunes and write it among the user's models.

    ``Step.so_far`` is the last TunesCheck. ``enough`` is asked after each step: True ends the
    training early with the best so far. ``tunes`` are those of the folder where they are read
    already. Goes on where it was interrupted. Raises StudioError before anything slow where it can.
    """
    began = time.perf_counter()
    plan = replace(plan, name=checked_name(plan.name, force=force))
    if all(spec.name != plan.base for spec in registry.music_models()):
        registry.music(plan.base)  # says what is missing
    kind = kind_of(plan.base)
    yield Step(0, plan.steps or STEPS[kind], "getting ready", 0.0)
    if tunes is None:
        tunes = yield from _small(read_tunes(plan.folder))
    tunes = learnable(tunes, kind)
    from studio.tasks.train_tunes_run import Run

    run = Run(plan, kind, tunes)
    yield from run.prepared()
    yield from _fitted(run, enough)
    copies = yield from run.copies()
    result = run.written(copies, time.perf_counter() - began, force=force)
    run.forget()
    return result


def _small(work: Work[TuneSet]) -> Work[TuneSet]:
    """The reading of the tunes as the beginning of more: how long that lasts is not known yet."""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            found: TuneSet = end.value
            return found
        yield replace(step, fraction=0.0, so_far=None)


def _fitted(run: Run, enough: Callable[[], bool]) -> Work[None]:
    """The steps of the training, with a look and a tune to hear at each check."""
    busy, first = 0.0, -1
    work: Generator[Progress, None, None] = run.learned(enough)
    while True:
        began = time.perf_counter()
        try:
            progress = next(work)
        except StopIteration:
            break
        busy = 0.0 if first < 0 else busy + time.perf_counter() - began
        first = progress.done if first < 0 else first
        part = _LEARNING * progress.done / progress.total
        yield Step(
            progress.done,
            progress.total,
            run.label,
            part,
            save=progress.save,
            figures=run.figures or None,
            so_far=run.check,
        )
    if run.done - first >= 4:
        remember("speed", f"tunes {run.kind}", busy / (run.done - first))
