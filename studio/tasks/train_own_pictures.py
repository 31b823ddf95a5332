"""A folder of the artist's own pictures becomes a latent space, in the time that is given."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from studio import registry
from studio.errors import StudioError
from studio.jobs import Work
from studio.paths import data_dir, made
from studio.tasks.calibration import remember
from studio.tasks.train_names import checked
from studio.work import Step, never

if TYPE_CHECKING:
    from studio.tasks.train_files import Trained
    from studio.training.picture_survey import Survey

KINDS = ("vae", "gan")
SIDES = (64, 128)
FEWEST_STEPS, MOST_STEPS = 20, 200_000
_TIMED = 25  # steps after which the speed is kept anew
_MOST_LETTERS = 40  # of a name
_ODD = re.compile(r"[^\w .()+-]+")


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """All that a training on own pictures is asked for.

    ``count`` is how many pictures there were when it was chosen, which decides the sizes of the
    network, so that a training that is gone on with keeps them.
    """

    folder: Path
    name: str
    kind: str = "vae"
    side: int = 64
    steps: int = 1000
    count: int = 0
    flips: bool = True
    seed: int = 1

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.side not in SIDES:
            raise StudioError("Choose an autoencoder or a generator, of 64 or 128 pixels.")
        if not 1 <= self.steps <= MOST_STEPS:
            raise StudioError(f"A training on own pictures takes up to {MOST_STEPS} steps.")

    @property
    def output(self) -> Path:
        """The weights that will be written."""
        return _path(self.name)


@dataclass(frozen=True, slots=True)
class LearnedSpace:
    """A latent space that was learned from own pictures."""

    name: str
    kind: str
    trained: Trained
    steps: int

    @property
    def copies(self) -> bool:
        """Whether what chance makes is much nearer to pictures learned from than others are."""
        figures = self.trained.figures
        far = figures.get("samples: distance to the nearest learned from", 0.0)
        usual = figures.get("unseen pictures: distance to the nearest learned from", 0.0)
        return far < usual / 2


def checked_name(name: str, *, force: bool = False) -> str:
    """The name of a new model, without spaces around it; StudioError for one that cannot be."""
    return checked(name, _MOST_LETTERS, registry.LATENT_MODELS, _path, force=force)


def free_name(wish: str) -> str:
    """A name like the wished one that can be, with a number where it is taken."""
    plain = _ODD.sub(" ", wish)[:34].strip(" .-+(") or "pictures"
    name, number = plain, 2
    while name.casefold() in registry.LATENT_MODELS or _path(name).exists():
        name, number = f"{plain} {number}", number + 1
    return name


def survey(folder: Path, tell: Callable[[Survey], object] | None = None) -> Work[Survey]:
    """Look at a folder; ``tell`` hears what was found so far, on the worker's thread."""
    yield Step(0, 1, "looking at the pictures", 0.0)
    # What comes next asks for the sizes: they are imported here, where nobody waits for it.
    from studio.tasks import train_own_sizes as train_own_sizes
    from studio.training.picture_survey import surveying

    work = surveying(folder)
    while True:
        try:
            found = next(work)
        except StopIteration as end:
            done: Survey = end.value
            return done
        if tell is not None:
            tell(found)
        yield Step(found.looked, max(1, found.wanted), "looking at the pictures")


def train_own_pictures(
    plan: OwnPlan, *, force: bool = False, enough: Callable[[], bool] = never
) -> Work[LearnedSpace]:
    """Learn a latent space of the pictures in a folder; goes on with one that was interrupted.

    ``enough`` is asked after each step: True ends it early, with what was learned. Raises
    StudioError before anything slow where it cannot be carried out.
    """
    from studio.tasks.train_own_kept import checkpoint_of, forget, keep
    from studio.tasks.train_own_sizes import speed_name, task_of

    checked_name(plan.name, force=force)
    if not plan.folder.is_dir():
        raise StudioError(f"“{plan.folder}” is not a folder of pictures.")
    yield Step(0, plan.steps, "getting ready", 0.0)
    made(plan.output.parent)
    keep(plan)
    work = task_of(plan, checkpoint_of(plan))(force=force, enough=enough)
    clock = _Clock(partial(remember, "speed", speed_name(plan)))
    while True:
        began = time.perf_counter()
        try:
            step = next(work)
        except StopIteration as end:
            trained: Trained = end.value
            break
        clock.note(step, time.perf_counter() - began)
        yield step
    forget(plan)
    return LearnedSpace(plan.name, plan.kind, trained, clock.done)


class _Clock:
    """Takes the time of the steps of a training, without what comes before and after them."""

    def __init__(self, tell: Callable[[float], object]) -> None:
        self.done = 0
        self._tell = tell
        self._first: int | None = None
        self._busy = 0.0

    def note(self, step: Step, seconds: float) -> None:
        """A step of the work took so long."""
        if step.figures is None or step.done < self.done:
            return
        self._busy += seconds if self._first is not None else 0.0
        self._first = step.done if self._first is None else self._first
        count, before, self.done = step.done - self._first, self.done, step.done
        if step.done > before and count and count % _TIMED == 0:
            self._tell(self._busy / count)


def _path(name: str) -> Path:
    return data_dir() / "models" / registry.OWN_LATENT / f"{name}.safetensors"
