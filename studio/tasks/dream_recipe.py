"""A dream as a picture for the history: enlarged to canvas size, with the place it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from studio.document.fields import Fields
from studio.document.json_value import JSON
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.enlarge import at_side, ground
from studio.jobs import Step, Work
from studio.tasks.dreaming import Dream, Dreamer
from studio.tasks.latent_place import TASK, LatentPlace

CANVAS = 1024
"""The side of a dream that is kept."""
MOST_SIDE = 4096


@dataclass(frozen=True, slots=True)
class Dreamt:
    """A dream that was made again: where it was written, and the model's checksum."""

    path: Path
    seed: int
    models: Mapping[str, str]


def resolved(dream: Dream) -> LatentPlace:
    """The place as the very latent that it is, which needs no seed and no directions."""
    told = tuple(float(number) for number in dream.latent)
    return replace(
        dream.place, told=told, amounts=(), truncation=1.0, wander=0.0, turns=0.0, x=0.0, y=0.0
    )


def dream_recipe(dream: Dream, sha256: str, side: int = CANVAS) -> Recipe:
    """The recipe of a dream at this side; ``sha256`` is the model's."""
    request: dict[str, JSON] = {"place": resolved(dream).to_json(), "side": side}
    return Recipe(TASK, request, {dream.place.model: sha256})


def place_of(recipe: Recipe) -> LatentPlace:
    """The place in a recipe of a dream; StudioError for another task's or a damaged one."""
    if recipe.task != TASK:
        raise StudioError("The recipe is none of a dream.")
    return LatentPlace.from_json(Fields(recipe.request, "recipe").table("place"))


def at_canvas_size(dream: Dream, side: int = CANVAS) -> NDArray[np.uint8]:
    """The picture of a dream at this side, (S, S, 3), read-only."""
    if dream.pixels is None:
        raise StudioError("What stands here is a melody; keep it in the song instead.")
    return at_side(dream.pixels, side)


def to_paint_on(dream: Dream, side: int = CANVAS) -> NDArray[np.uint8]:
    """The picture of a dream at this side as a ground for painters, (S, S, 3), read-only."""
    if dream.pixels is None:
        raise StudioError("What stands here is a melody; keep it in the song instead.")
    return ground(dream.pixels, side)


def dream_again(recipe: Recipe, output: Path, *, force: bool = False) -> Work[Dreamt]:
    """Make the picture of a recipe again and write it, with its recipe."""
    from studio.image.picture_file import write_picture

    place = place_of(recipe)
    side = int(Fields(recipe.request, "recipe").number("side", CANVAS))
    if not 16 <= side <= MOST_SIDE:
        raise StudioError("The side of the dream in the recipe is out of bounds.")
    dreamer = Dreamer()
    space = yield from dreamer.space(place.model)
    (dream,) = yield from dreamer.dream((place,))
    yield Step(1, 2, "writing")
    again = dream_recipe(dream, space.sha256, side)
    write_picture(output, at_canvas_size(dream, side), recipe=again.to_text(), force=force)
    return Dreamt(output, place.seed, again.models)
