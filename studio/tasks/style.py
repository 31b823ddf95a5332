"""What the Style panel's button means: a request and a photo become a repainted picture."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from studio.device import choose
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.jobs import Step, Work
from studio.tasks.style_card import make_card
from studio.tasks.style_content import with_alpha
from studio.tasks.style_cost import Estimate, estimate, plan
from studio.tasks.style_fine import paint_fine
from studio.tasks.style_one_pass import paint_one_pass
from studio.tasks.style_request import TASK, StyleChoice, StyleRequest, recipe_request

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
    request = replace(request, photo=photo.sha256)
    plan(request, photo.size)
    yield Step(0, 1, "getting ready", 0.0)
    if request.engine == "fine":
        painting = yield from paint_fine(request, photo, choose(), checkpoint)
    else:
        painting = yield from paint_one_pass(request, photo, choose())

    from studio.image.convert import to_pixels

    pixels = with_alpha(to_pixels(painting.picture, np.uint16), photo)
    if checkpoint is not None:
        checkpoint.unlink(missing_ok=True)
    recipe = Recipe(
        TASK,
        request.to_json(),
        models=painting.models,
        photo_name=photo.name,
        photo_sha256=request.photo,
        photo_path=str(photo.path or ""),
    )
    return StyleResult(pixels, recipe, time.perf_counter() - began)
