"""Fine as a task: the plan, the run with its previews and checkpoints, and what it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from studio import registry
from studio.device import Device
from studio.image.fine_plan import (
    FineSettings,
    content_weight,
    pixel_steps,
    smoothness_weight,
    style_share,
)
from studio.image.memory import Peak, keep_for_the_next
from studio.image.picture_file import Picture
from studio.image.style_map import StyleMap
from studio.jobs import Step, Work
from studio.tasks.style_content import Painting, content_of
from studio.tasks.style_cost import (
    Plan,
    plan,
    remember_memory,
    remember_speed,
    start_request,
)
from studio.tasks.style_one_pass import paint_one_pass
from studio.tasks.style_request import StyleRequest
from studio.tasks.style_sources import load_styles

if TYPE_CHECKING:
    from torch import Tensor

    from studio.image.optimise import FineStep
    from studio.image.style_statistics import StyleStatistics

_KEEPING = 1448
"""Up to this size the heap keeps its memory from step to step: it is faster, and not yet much."""


def paint_fine(
    request: StyleRequest, photo: Picture, device: Device, checkpoint: Path | None
) -> Work[Painting]:
    """Repaint by optimisation; goes on exactly from ``checkpoint`` where it holds this very run."""
    planned = plan(request, photo.size)
    yield Step(0, 1, "getting ready", 0.0)

    import torch

    from studio.image.colour import keep_colours
    from studio.image.convert import resize
    from studio.image.fine_guide import read_map
    from studio.image.optimise import optimise

    if request.size <= _KEEPING:
        keep_for_the_next()
    loaded = registry.encoder(request.encoder, device.device)
    styles, hashes = yield from load_styles(request, loaded)
    content = content_of(photo, request, (planned.height, planned.width), device)
    start = None
    if request.start:
        begun = yield from _begun(request, photo, device)
        start, hashes = begun.picture, {**hashes, **begun.models}

    weights = [choice.weight for choice in request.styles]
    guide, mixtures = read_map(StyleMap.from_text(request.style_map), weights)
    guide = None if guide is None else guide.to(device.device)

    def finish(picture: Tensor) -> Tensor:
        with torch.no_grad():
            like = resize(content, (picture.shape[-2], picture.shape[-1]))
            kept = keep_colours(picture, like, request.keep_colours, request.colour_method)
            return kept if guide is None else guide.keep(kept, like)

    settings = FineSettings(
        planned.stages,
        content_weight=_given(request.content_weight, content_weight(request.strength)),
        style_weight=_given(request.style_weight, 1.0),
        style_share=style_share(request.strength),
        smoothness=smoothness_weight(request.smoothness),
        seed=request.seed,
        tile=planned.tile,
    )
    if request.start:  # at half the rate what the start shows is finished, not painted over
        settings = replace(settings, rate=settings.rate / 2)
    targets = _Targets([one for one, _ in styles], mixtures, request.style_size)
    yield Step(0, 1, "getting ready", 0.0)  # the loading is over: from here the pace is measured
    work = optimise(
        content,
        targets,
        loaded.network,
        settings,
        checkpoint=checkpoint,
        bfloat16=device.precision == "bfloat16",
        guide=guide,
        start=start,
    )
    measured = _Measured(resumed=checkpoint is not None and checkpoint.exists())
    peak, spent = Peak(device.device), time.perf_counter()
    painted = yield from _told(work, finish, measured)
    if not (measured.resumed or measured.short):
        taken = peak.taken() if device.device == "cpu" else None
        _remember(request, planned, time.perf_counter() - spent, taken)
    hashes = {f"encoder {request.encoder}": loaded.sha256, **hashes}
    return Painting(finish(painted), hashes)


def _begun(request: StyleRequest, photo: Picture, device: Device) -> Work[Painting]:
    """The picture to go on from, by an engine of one pass: it is no part of the progress."""
    work = paint_one_pass(start_request(request), photo, device)
    while True:
        try:
            at = next(work)
        except StopIteration as end:
            painting: Painting = end.value
            return painting
        yield Step(0, 1, "painting the start", 0.0, preview=at.preview)


@dataclass(frozen=True, slots=True, eq=False)
class _Targets:
    """The styles' mixtures, one a region, as a function of the picture's size."""

    styles: Sequence[StyleStatistics]
    mixtures: Sequence[Sequence[float]]
    style_size: float

    def __call__(self, side: float) -> dict[str, Tensor]:
        from studio.image.style_statistics import blend_regions

        return blend_regions(self.styles, self.mixtures, side, self.style_size)


@dataclass(slots=True)
class _Measured:
    """Whether a run tells how long such a run takes: not a resumed one, nor one short of memory."""

    resumed: bool
    short: bool = False


def _told(
    work: Generator[FineStep, None, Tensor], finish: Callable[[Tensor], Tensor], measured: _Measured
) -> Work[Tensor]:
    """Pass the optimisation's steps on as a job's."""
    from studio.image.convert import to_pixels

    while True:
        try:
            at = next(work)
        except StopIteration as end:
            painted: Tensor = end.value
            return painted
        look = at.picture
        measured.short = bool(at.note)
        note = f" · {at.note}" if at.note else ""
        yield Step(
            at.step,
            at.steps,
            f"scale {at.stage}/{at.stages} · {at.width}×{at.height}{note}",
            at.fraction,
            preview=lambda look=look: to_pixels(finish(look())),  # type: ignore[misc]
            save=at.save,
        )


def _remember(request: StyleRequest, planned: Plan, seconds: float, taken: int | None) -> None:
    """Keep the speed of a run that was long enough to tell, and its memory where it is known."""
    if seconds > 3:
        remember_speed(request.encoder, seconds / pixel_steps(planned.stages))
        if taken is not None:
            remember_memory(request.encoder, planned, taken)


def _given(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value
