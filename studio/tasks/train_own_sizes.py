"""How large a network for own pictures is, how it learns, and how long a step of it takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from studio import registry
from studio.errors import StudioError
from studio.image.gan import GanConfig
from studio.image.vae import VaeConfig
from studio.jobs import Work
from studio.tasks import train_gan, train_vae
from studio.tasks.calibration import recall, remember
from studio.tasks.train_files import Trained
from studio.tasks.train_gan import GanPlan
from studio.tasks.train_own_pictures import FEWEST_STEPS, MOST_STEPS, OwnPlan
from studio.tasks.train_vae import VaePlan
from studio.training import gan, vae
from studio.training.gan import GanTraining
from studio.training.picture_files import ENOUGH, GOOD
from studio.training.picture_sets import SquareSet
from studio.training.vae import VaeTraining
from studio.work import Step

MOST = 8000
"""Pictures of a folder that are learned from: more than are seen twice in an hour."""
CLEAR = {"vae": 1500, "gan": 5000}
"""Steps from which on what it makes is clear."""
_BATCH = 16
_SAMPLES = 96  # to measure by at the end: nobody shall wait long for it
_CHECKS = 40  # looks at what is learned
_SECONDS = {("vae", 64): 0.5, ("vae", 128): 1.5, ("gan", 64): 1.2, ("gan", 128): 4.0}
"""For a step of the largest size on two cores, until this machine was measured."""
_TIMED = 2  # steps, of which the last counts


@dataclass(frozen=True, slots=True)
class Size:
    """What a network may hold: numbers of a latent, the share of its widths, nats of a picture."""

    below: float
    latent: int
    share: float
    nats: float


_SIZES = (
    Size(150, 24, 0.5, 30.0),
    Size(ENOUGH, 40, 0.65, 55.0),
    Size(GOOD, 72, 0.85, 100.0),
    Size(float("inf"), 96, 1.0, 140.0),
)
"""Of few pictures a large network would learn each by heart: it gets less to say them with."""


def size_for(count: int) -> Size:
    """The size for so many pictures."""
    return next(size for size in _SIZES if count < size.below)


def plan_of(plan: OwnPlan, checkpoint: Path | None = None) -> VaePlan | GanPlan:
    """What is asked of the training itself.

    Small sets are cut by chance too, so that no picture is seen twice in the same way.
    """
    size = size_for(plan.count)
    check = max(1, plan.steps // _CHECKS)
    parts = {
        "crops": plan.count < GOOD,
        "command": f"studio train {plan.kind} “{plan.folder.name}” -o “{plan.name}.safetensors”",
        "licence": "that of the pictures",
        "most": MOST,
        "checkpoint": checkpoint,
        "samples": _SAMPLES,
    }
    if plan.kind == "vae":
        return VaePlan(
            (plan.folder,),
            plan.output,
            VaeTraining(
                plan.steps, _BATCH, nats=size.nats, flips=plan.flips, check=check, seed=plan.seed
            ),
            VaeConfig(plan.side, size.latent, _narrowed(train_vae.WIDTHS[plan.side], size)),
            **parts,  # type: ignore[arg-type]
        )
    widths = _narrowed(train_gan.WIDTHS[plan.side], size)
    return GanPlan(
        (plan.folder,),
        plan.output,
        GanTraining("wgan-gp", plan.steps, _BATCH, flips=plan.flips, check=check, seed=plan.seed),
        GanConfig(plan.side, size.latent, widths, widths),
        **parts,  # type: ignore[arg-type]
    )


def task_of(plan: OwnPlan, checkpoint: Path) -> Callable[..., Work[Trained]]:
    """The training that carries a plan out."""
    wanted = plan_of(plan, checkpoint)
    if isinstance(wanted, VaePlan):
        return partial(train_vae.train_vae, wanted)
    return partial(train_gan.train_gan, wanted)


def speed_name(plan: OwnPlan) -> str:
    """Under which name the seconds of a step are kept."""
    return f"own {plan.kind} {plan.side} {size_for(plan.count).latent}"


def step_seconds(plan: OwnPlan) -> tuple[float, bool]:
    """How long a step takes, and whether that was measured on this machine."""
    known = recall("speed").get(speed_name(plan))
    if known is not None:
        return known, True
    share = size_for(plan.count).share
    return _SECONDS[plan.kind, plan.side] * (0.3 + 0.7 * share**2), False


def for_minutes(plan: OwnPlan, minutes: float) -> OwnPlan:
    """The plan with as many steps as the time is enough for."""
    seconds, _ = step_seconds(plan)
    steps = round(60 * minutes / seconds)
    return replace(plan, steps=min(MOST_STEPS, max(FEWEST_STEPS, steps)))


def measured(plan: OwnPlan) -> Work[float]:
    """Seconds of a step on this machine, by steps of the very network on noise; kept."""
    wanted = plan_of(replace(plan, steps=MOST_STEPS))
    yield Step(0, 1, "measuring the speed")
    noise = _noise(plan.side)
    if isinstance(wanted, VaePlan):
        try:
            encoder = registry.encoder("studio").network
        except StudioError:
            encoder = None
        steps = vae.train_vae(noise, wanted.training, encoder=encoder, config=wanted.config)
    else:
        steps = gan.train_gan(noise, wanted.training, config=wanted.config)  # type: ignore[assignment]
    began = seconds = 0.0
    for progress in steps:
        if progress.done == _TIMED - 1 and not began:
            began = time.perf_counter()
        if progress.done == _TIMED:
            seconds = time.perf_counter() - began
            break
        yield Step(0, 1, "measuring the speed")
    steps.close()
    remember("speed", speed_name(plan), seconds)
    return seconds


def _narrowed(widths: tuple[int, ...], size: Size) -> tuple[int, ...]:
    return tuple(max(16, 8 * round(width * size.share / 8)) for width in widths)


def _noise(side: int, count: int = 2 * _BATCH) -> SquareSet:
    pixels = np.random.default_rng(0).integers(0, 256, (count, side, side, 3), np.uint8)
    places = np.arange(count)
    names = tuple(f"{place}" for place in places)
    return SquareSet(pixels, side, names, (), places[1:], places[:1])
