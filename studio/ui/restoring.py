"""From a picture that carries its recipe back to photo, settings and result."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.document.document import Document
from studio.document.layer import Layer
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.tasks import latent_place
from studio.tasks.again import find_photo
from studio.tasks.dream_recipe import place_of
from studio.tasks.style import recipe_request
from studio.ui import style_settings


@dataclass(frozen=True, slots=True)
class Restored:
    """The document as it was, or as much of it as was found."""

    document: Document
    photo_missing: bool


def with_recipe_settings(document: Document, recipe: Recipe) -> Document:
    """The document with the settings of a recipe; StudioError when they make no sense.

    Those of a dream are the place that it came from.
    """
    if recipe.task == latent_place.TASK:
        known = document.settings.get(recipe.task, {})
        return document.with_settings(recipe.task, {**known, "place": place_of(recipe).to_json()})
    values = style_settings.of_request(recipe_request(recipe))
    return style_settings.with_values(document, values)


def restore(
    document: Document, picture: Picture, recipe: Recipe, folders: Sequence[Path]
) -> Restored:
    """Build the document anew around a result; the history stays and the result joins it.

    The photo is the present one or is looked for by name in the folders; it counts only when its
    checksum is the recipe's.
    """
    restored = with_recipe_settings(document, recipe)
    photo = _photo(document, recipe, folders)
    if photo is not None and photo is not document.photo:
        restored = restored.with_photo(photo)
    layer = Layer(pixels=picture.pixels, name=Path(picture.name).stem, recipe=recipe)
    dreamt = recipe.task == latent_place.TASK
    return Restored(restored.with_result(layer), photo is None and not dreamt)


def _photo(document: Document, recipe: Recipe, folders: Sequence[Path]) -> Picture | None:
    present = document.photo
    if recipe.task == latent_place.TASK:
        return present
    if present is not None and present.sha256 == recipe.photo_sha256:
        return present
    try:
        return find_photo(recipe, folders)
    except StudioError:
        return None
