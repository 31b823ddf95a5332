"""The recipe of what an exploration wrote: what was asked for, and of which model."""

from __future__ import annotations

from studio.document.json_value import JSON
from studio.document.recipe import MOST_BYTES, Recipe
from studio.image.latent_walk import Walk
from studio.image.walk_file import keyframe_table
from studio.tasks.explore_request import ExploreRequest
from studio.tasks.latent_place import TASK

_MOST_WALK = MOST_BYTES // 2


def explore_recipe(request: ExploreRequest, sha256: str) -> str:
    """The text of the recipe; a walk that would fill half of one is named but not held."""
    asked: dict[str, JSON] = {
        "seed": request.seed,
        "x": request.x,
        "y": request.y,
        "truncation": request.truncation,
        "temperature": request.temperature,
    }
    if request.grid is not None:
        asked["grid"] = list(request.grid)
    if request.between is not None:
        asked |= {"between": [path.name for path in request.between], "steps": request.steps}
    if request.walk is not None:
        table = walk_table(request.walk)
        asked["walk"] = table if len(repr(table)) < _MOST_WALK else None
    return Recipe(TASK, asked, {request.model: sha256}).to_text()


def walk_table(walk: Walk) -> dict[str, JSON]:
    """A walk as it lies in a recipe, which is how it lies in a file."""
    return {
        "rate": walk.rate,
        "ease": walk.ease,
        "loop": walk.loop,
        "wander": walk.wander,
        "length": walk.length,
        "keyframes": [keyframe_table(one) for one in walk.keyframes],
    }
