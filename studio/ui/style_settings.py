"""The values of the Style panel as they lie in the document, and the request made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from studio.document.document import Document
from studio.document.json_value import JSON
from studio.errors import StudioError
from studio.image.style_map import StyleMap
from studio.tasks.style import StyleRequest
from studio.ui import engines

TASK = "style"
MOST_STYLES = 5
MOST_WEIGHT = 1e6
LEAST_WEIGHT = 1e-6
"""Of a style that is painted somewhere but has no part in the mix."""
_OF_THE_PHOTO = ("style_map",)
_NOT_THE_PANELS = ("photo", "styles")


def defaults() -> dict[str, Any]:
    """The values of a fresh panel: those of the request itself."""
    plain = {
        field.name: field.default
        for field in fields(StyleRequest)
        if field.name not in _NOT_THE_PANELS
    }
    return {**plain, "engine": engines.NORMAL, "styles": ()}


def values(document: Document) -> dict[str, Any]:
    """The values of the panel in this document.

    What the document does not hold is the default, and so is what no panel could have put there:
    a project may come from anyone.
    """
    table = defaults()
    for name, value in document.settings.get(TASK, {}).items():
        if name in table and (_sound_styles(value) if name == "styles" else _sound(name, value)):
            table[name] = value
    return table


def _sound(name: str, value: JSON) -> bool:
    try:
        StyleRequest.from_json({name: value})
    except StudioError:
        return False
    return True


def _sound_styles(value: JSON) -> bool:
    if not isinstance(value, list | tuple) or len(value) > MOST_STYLES:
        return False
    for one in value:
        if not isinstance(one, Mapping) or not isinstance(one.get("card"), str) or not one["card"]:
            return False
        weight = one.get("weight", 1.0)
        if isinstance(weight, bool) or not isinstance(weight, int | float):
            return False
        if not 0 <= weight <= MOST_WEIGHT:
            return False
    return True


def plain_values(document: Document) -> dict[str, Any]:
    """The values of the panel as plain JSON, to be remembered; without what is the photo's."""
    table = values(document) | {"styles": list(choices(document))}
    return {name: value for name, value in table.items() if name not in _OF_THE_PHOTO}


def with_values(document: Document, changed: Mapping[str, JSON]) -> Document:
    """The document with some values of the panel replaced."""
    return document.with_settings(TASK, values(document) | dict(changed))


def engine(document: Document) -> str:
    """The chosen engine: "instant", "adain" (its classic form), "fast" or "fine"."""
    return str(values(document)["engine"])


def with_engine(document: Document, name: str) -> Document:
    """The document with another engine, which starts from the photo."""
    return with_values(document, {"engine": name, "start": ""})


def choices(document: Document) -> tuple[dict[str, Any], ...]:
    """The chosen styles, each with its ``card`` and its ``weight``, which may be zero here."""
    return tuple(
        {"card": str(one["card"]), "weight": float(one.get("weight", 1.0))}
        for one in values(document)["styles"]
    )


def cards(document: Document) -> tuple[str, ...]:
    """The ids of the chosen styles."""
    return tuple(one["card"] for one in choices(document))


def with_cards(document: Document, chosen_cards: Sequence[str]) -> Document:
    """The document with other styles chosen; those that stay keep their weight and their paint."""
    kept = {one["card"]: one["weight"] for one in choices(document)}
    after = tuple(chosen_cards[:MOST_STYLES])
    chosen = [{"card": card, "weight": kept.get(card, 1.0)} for card in after]
    painted = _following(values(document)["style_map"], tuple(kept), after)
    return with_values(document, {"styles": chosen, "style_map": painted})


def with_weights(document: Document, weights: Mapping[str, float]) -> Document:
    """The document with other weights for the styles that are chosen."""
    chosen = [
        {"card": one["card"], "weight": float(weights.get(one["card"], one["weight"]))}
        for one in choices(document)
    ]
    return with_values(document, {"styles": chosen})


def painted_map(document: Document) -> StyleMap:
    """What the brush has painted, in the cells of the photo that there is now."""
    painted = StyleMap.from_text(values(document)["style_map"])
    if document.photo is None:
        return painted
    size = document.photo.size
    return StyleMap.empty(size) if painted.is_empty else painted.resized(size)


def with_painted(document: Document, painted: StyleMap) -> Document:
    """The document with another map of the brush."""
    return with_values(document, {"style_map": painted.to_text()})


def unpainted(document: Document) -> Document:
    """The document with nothing painted by the brush."""
    return with_values(document, {"style_map": ""}) if values(document)["style_map"] else document


@lru_cache(maxsize=8)
def _following(text: str, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    if not text or before == after:
        return text
    return StyleMap.from_text(text).following(before, after).to_text()


def request(document: Document) -> StyleRequest:
    """What the panel asks for, without the photo's checksum, which costs a moment.

    Raises StudioError with the sentence to show when it cannot be painted as it stands.
    """
    chosen = choices(document)
    if not chosen:
        raise StudioError("Choose a style to paint with.")
    table = values(document)
    if not any(one["weight"] > 0 for one in chosen):
        raise StudioError("All weights of the mix are zero; raise one of them.")
    planes = StyleMap.from_text(table["style_map"]).planes
    used = [
        one | {"weight": max(one["weight"], LEAST_WEIGHT)}
        for plane, one in enumerate(chosen, start=1)
        if one["weight"] > 0 or planes[plane].any()
    ]
    named = [tuple(one["card"] for one in some) for some in (chosen, used)]
    painted = _following(table["style_map"], named[0], named[1])
    return StyleRequest.from_json(table | {"styles": used, "style_map": painted})


def of_request(asked: StyleRequest) -> dict[str, JSON]:
    """The values of the panel that make this request again."""
    table = dict(asked.to_json())
    table.pop("photo", None)
    return table
