"""What the Style panel's button means: a request and a photo become a repainted picture."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from studio import registry
from studio.device import choose
from studio.document.recipe import Recipe
from studio.errors import StudioError, UnreadableFile
from studio.image.convert import resize_pixels
from studio.image.fine_plan import (
    FineSettings,
    content_weight,
    pixel_steps,
    smoothness_weight,
    style_share,
)
from studio.image.picture_file import Picture, read_picture
from studio.image.style_card import CARD_SUFFIX, CardInfo, find_card, read_info
from studio.image.style_map import StyleMap
from studio.jobs import Step, Work
from studio.tasks.style_card import make_card
from studio.tasks.style_cost import Estimate, estimate, plan, remember_speed
from studio.tasks.style_request import TASK, StyleChoice, StyleRequest, recipe_request

if TYPE_CHECKING:
    from torch import Tensor

    from studio.image.optimise import FineStep
    from studio.image.style_statistics import StyleStatistics

__all__ = [
    "Estimate",
    "StyleChoice",
    "StyleRequest",
    "StyleResult",
    "estimate",
    "make_card",
    "recipe_request",
    "stylize",
]


@dataclass(frozen=True, slots=True, eq=False)
class StyleResult:
    """A repainted picture and how it was made."""

    pixels: NDArray[np.uint16]
    """(H, W, 3), or (H, W, 4) where the photo had alpha; read-only."""
    recipe: Recipe
    seconds: float


def stylize(
    request: StyleRequest, photo: Picture, *, checkpoint: Path | None = None
) -> Work[StyleResult]:
    """Repaint ``photo``; goes on exactly from ``checkpoint`` where that holds this very run.

    Raises StudioError for styles that cannot be used, WontFit when memory does not suffice.
    """
    began = time.perf_counter()
    if not request.styles:
        raise StudioError("Choose a style to paint with.")
    if request.engine != "fine" or request.start:
        raise StudioError("This studio paints with Fine alone.")
    request = replace(request, photo=photo.sha256)
    planned = plan(request, photo.size)
    yield Step(0, 1, "getting ready", 0.0)

    import torch

    from studio.image.colour import keep_colours
    from studio.image.convert import resize, to_pixels, to_tensor
    from studio.image.fine_guide import read_map
    from studio.image.optimise import optimise

    device = choose()
    loaded = registry.encoder(request.encoder, device.device)
    styles, hashes = yield from _styles(request, loaded)
    small = photo.pixels
    if max(photo.size) > 2 * request.size:
        small = resize_pixels(photo.pixels, request.size)
    content = resize(to_tensor(small, device.device), (planned.height, planned.width))

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
    )
    spent = time.perf_counter()
    painted = yield from _told(work, finish)
    _remember(request, settings, time.perf_counter() - spent, checkpoint)
    pixels = _with_alpha(to_pixels(finish(painted), np.uint16), photo)
    if checkpoint is not None:
        checkpoint.unlink(missing_ok=True)
    recipe = Recipe(
        TASK,
        request.to_json(),
        models={f"encoder {request.encoder}": loaded.sha256, **hashes},
        photo_name=photo.name,
        photo_sha256=request.photo,
        photo_path=str(photo.path or ""),
    )
    return StyleResult(pixels, recipe, time.perf_counter() - began)


@dataclass(frozen=True, slots=True, eq=False)
class _Targets:
    """The styles' mixtures, one a region, as a function of the picture's size."""

    styles: Sequence[StyleStatistics]
    mixtures: Sequence[Sequence[float]]
    style_size: float

    def __call__(self, side: float) -> dict[str, Tensor]:
        from studio.image.style_statistics import blend_regions

        return blend_regions(self.styles, self.mixtures, side, self.style_size)


def _styles(
    request: StyleRequest, loaded: registry.LoadedEncoder
) -> Work[tuple[list[tuple[StyleStatistics, float]], dict[str, str]]]:
    """Every chosen style's statistics with its weight, and the checksums for the recipe."""
    from studio.image.convert import to_tensor
    from studio.image.style_statistics import LARGEST, measure, read_card

    widths = {f"relu{name}": width for name, width in loaded.network.config.layers}
    styles, hashes = [], {}
    for choice in request.styles:
        info = _card(choice.card)
        if info is not None:
            if request.encoder != "studio":
                raise StudioError(
                    f"The card “{info.title}” holds statistics for the studio's own encoder; "
                    "with VGG-19 give the picture itself as the style."
                )
            statistics = read_card(info.path, loaded.sha256, widths)
            hashes[f"style {info.id}"] = info.sha256
        else:
            picture = read_picture(choice.card)
            hashes[f"style {Path(choice.card).name}"[:200]] = picture.sha256
            pixels = picture.pixels
            if math.sqrt(picture.size[0] * picture.size[1]) > LARGEST:
                shrink = LARGEST / math.sqrt(picture.size[0] * picture.size[1])
                pixels = resize_pixels(pixels, max(1, round(max(picture.size) * shrink)))
            statistics = yield from _counted(measure(to_tensor(pixels), loaded.network))
        styles.append((statistics, choice.weight))
    return styles, hashes


def _card(name: str) -> CardInfo | None:
    """The card of that id or file; None for a picture; StudioError for neither."""
    if name.endswith(CARD_SUFFIX):
        return read_info(Path(name))
    known = find_card(name)
    if known is None and not os.path.exists(name):  # False too for a name that no file can have
        raise UnreadableFile(f"There is no style “{name}”; “studio styles” lists them.")
    return known


def _counted(work: Generator[int, None, StyleStatistics]) -> Work[StyleStatistics]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            statistics: StyleStatistics = end.value
            return statistics
        yield Step(0, 1, "measuring the style", 0.0)


def _told(
    work: Generator[FineStep, None, Tensor], finish: Callable[[Tensor], Tensor]
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
        yield Step(
            at.step,
            at.steps,
            f"scale {at.stage}/{at.stages} · {at.width}×{at.height}",
            at.fraction,
            preview=lambda look=look: to_pixels(finish(look())),  # type: ignore[misc]
            save=at.save,
        )


def _remember(
    request: StyleRequest, settings: FineSettings, seconds: float, checkpoint: Path | None
) -> None:
    """Keep the speed of a run that was long enough to tell and not a resumed one."""
    resumed = checkpoint is not None and checkpoint.exists()
    if seconds > 3 and not resumed:
        remember_speed(request.encoder, seconds / pixel_steps(settings.stages))


def _with_alpha(pixels: NDArray[np.uint16], photo: Picture) -> NDArray[np.uint16]:
    """The painting with the photo's alpha, if it has one."""
    if photo.pixels.shape[2] == 4:
        scale = 1 if photo.pixels.dtype == np.uint16 else 257
        alpha = np.repeat(photo.pixels[..., 3:].astype(np.uint16) * scale, 3, axis=2)
        fitted = resize_pixels(alpha, max(pixels.shape[:2]))
        pixels = np.concatenate([pixels, fitted[..., :1]], axis=2)
    pixels.flags.writeable = False
    return pixels


def _given(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value
