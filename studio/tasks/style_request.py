"""What is asked of the Style panel's big button, as one frozen value that decides the result."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.fine_plan import STEPS
from studio.image.style_map import StyleMap

TASK = "style"
ENGINES = ("instant", "fast", "adain", "fine")
STARTS = ("", "instant", "fast")
QUALITIES = tuple(STEPS)
COLOUR_METHODS = ("luminance", "linear", "histogram")
ENCODERS = ("studio", "vgg19")
SMALLEST_SIZE, LARGEST_SIZE = 64, 4096
MOST_STYLES = 5
_OF_THE_NETWORK = ("\\\\", "//")
_SHA256 = re.compile(r"[0-9a-f]{64}|")


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """A style, by the id of its card or a path to a card or a picture, and its weight."""

    card: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        """Hold the bounds; StudioError says which was left."""
        if not isinstance(self.card, str) or not 0 < len(self.card) <= 4096 or "\0" in self.card:
            raise StudioError("A style needs the name of a card or the path of a picture.")
        if not 0 < _number(self.weight, "A style's weight") <= 1e6:
            raise StudioError("A style's weight should be above 0.")


@dataclass(frozen=True, slots=True)
class StyleRequest:
    """All that decides a repainted picture. Raises StudioError for values out of bounds."""

    photo: str = ""
    """The SHA-256 of the photo's pixels; empty where it is not known yet."""
    styles: tuple[StyleChoice, ...] = ()
    engine: str = "fine"
    quality: str = "good"
    strength: float = 0.6
    style_size: float = 1.0
    keep_colours: float = 0.0
    colour_method: str = "luminance"
    smoothness: float = 0.3
    size: int = 512
    """Pixels of the result's longer side."""
    seed: int = 0
    encoder: str = "studio"
    content_weight: float | None = None
    style_weight: float | None = None
    style_map: str = ""
    """Which style goes where, as ``StyleMap.to_text`` writes it; empty where nothing is painted."""
    start: str = ""
    """The engine whose result Fine goes on from; empty where it starts from the photo."""

    def __post_init__(self) -> None:
        """Hold the bounds; StudioError says which was left."""
        if not isinstance(self.photo, str) or not _SHA256.fullmatch(self.photo):
            raise StudioError("The checksum of the photo is not a SHA-256.")
        if len(self.styles) > MOST_STYLES:
            raise StudioError(f"At most {MOST_STYLES} styles can be mixed.")
        _one_of(self.engine, ENGINES, "engine")
        _one_of(self.start, STARTS, "engine to start from")
        _one_of(self.quality, QUALITIES, "quality")
        _one_of(self.colour_method, COLOUR_METHODS, "way to keep colours")
        _one_of(self.encoder, ENCODERS, "encoder")
        _within(self.strength, 0, 1, "The strength")
        _within(self.style_size, 0.05, 20, "The style size")
        _within(self.keep_colours, 0, 1, "Keep my colours")
        _within(self.smoothness, 0, 2, "The smoothness")
        _whole(self.size, SMALLEST_SIZE, LARGEST_SIZE, "The size")
        _whole(self.seed, 0, 2**63 - 1, "The seed")
        StyleMap.from_text(self.style_map)
        for name in ("content_weight", "style_weight"):
            value = getattr(self, name)
            if value is not None:
                _within(value, 0, 1e9, f"The {name.replace('_', ' ')}")

    def to_json(self) -> dict[str, Any]:
        """The request as plain JSON values."""
        table = {field.name: getattr(self, field.name) for field in fields(self)}
        table["styles"] = [{"card": one.card, "weight": one.weight} for one in self.styles]
        return table

    @classmethod
    def from_json(cls, table: Mapping[str, Any]) -> StyleRequest:
        """Read what ``to_json`` wrote; StudioError for anything that it could not have written."""
        known = {field.name for field in fields(cls)}
        strange = sorted(set(table) - known)
        if strange:
            raise StudioError(
                f"The recipe asks for “{strange[0][:40]}”, which this studio has not."
            )
        values = dict(table)
        styles = values.pop("styles", ())
        if not isinstance(styles, list | tuple) or len(styles) > MOST_STYLES:
            raise StudioError("The recipe's styles are not a list of at most five.")
        return cls(styles=tuple(_choice(one) for one in styles), **values)


def recipe_request(recipe: Recipe) -> StyleRequest:
    """The request that a recipe of this task holds; StudioError for another task's."""
    if recipe.task != TASK:
        raise StudioError(f"The recipe is for “{recipe.task}”, not for repainting a photo.")
    request = StyleRequest.from_json(recipe.request)
    if any(one.card.startswith(_OF_THE_NETWORK) for one in request.styles):
        raise StudioError("The recipe names a style on another machine, which is never opened.")
    return request


def _choice(one: Any) -> StyleChoice:
    if not isinstance(one, Mapping) or set(one) - {"card", "weight"} or "card" not in one:
        raise StudioError("A style in the recipe is not a name with a weight.")
    return StyleChoice(one["card"], one.get("weight", 1.0))


def _number(value: Any, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise StudioError(f"{name} should be a number.")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise StudioError(f"{name} should be a finite number.")
    return number


def _within(value: Any, low: float, high: float, name: str) -> None:
    if not low <= _number(value, name) <= high:
        raise StudioError(f"{name} should be between {low:g} and {high:g}.")


def _whole(value: Any, low: int, high: int, name: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise StudioError(f"{name} should be a whole number.")
    if not low <= value <= high:
        raise StudioError(f"{name} should be between {low} and {high}.")


def _one_of(value: Any, known: tuple[str, ...], name: str) -> None:
    if value not in known:
        raise StudioError(f"There is no {name} “{str(value)[:40]}”; there are {', '.join(known)}.")
