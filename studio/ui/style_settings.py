"""The values of the Style panel as they lie in the document, and the request made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from studio.document.document import Document
from studio.document.json_value import JSON
from studio.errors import StudioError
from studio.tasks.style import StyleRequest

TASK = "style"
MOST_STYLES = 5
MOST_WEIGHT = 1e6
_NOT_THE_PANELS = ("photo", "styles")


def defaults() -> dict[str, Any]:
    """The values of a fresh panel: those of the request itself."""
    plain = {
        field.name: field.default
        for field in fields(StyleRequest)
        if field.name not in _NOT_THE_PANELS
    }
    return {**plain, "styles": ()}


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
    """The values of the panel as plain JSON, to be remembered."""
    return values(document) | {"styles": list(choices(document))}


def with_values(document: Document, changed: Mapping[str, JSON]) -> Document:
    """The document with some values of the panel replaced."""
    return document.with_settings(TASK, values(document) | dict(changed))


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
    """The document with other styles chosen; those that stay keep their weight."""
    kept = {one["card"]: one["weight"] for one in choices(document)}
    chosen = [{"card": card, "weight": kept.get(card, 1.0)} for card in chosen_cards[:MOST_STYLES]]
    return with_values(document, {"styles": chosen})


def with_weights(document: Document, weights: Mapping[str, float]) -> Document:
    """The document with other weights for the styles that are chosen."""
    chosen = [
        {"card": one["card"], "weight": float(weights.get(one["card"], one["weight"]))}
        for one in choices(document)
    ]
    return with_values(document, {"styles": chosen})


def request(document: Document) -> StyleRequest:
    """What the panel asks for, without the photo's checksum, which costs a moment.

    Raises StudioError with the sentence to show when it cannot be painted as it stands.
    """
    chosen = choices(document)
    if not chosen:
        raise StudioError("Choose a style to paint with.")
    table = values(document)
    heavy = [one for one in chosen if one["weight"] > 0]
    if not heavy:
        raise StudioError("All weights of the mix are zero; raise one of them.")
    return StyleRequest.from_json(table | {"styles": heavy})


def of_request(asked: StyleRequest) -> dict[str, JSON]:
    """The values of the panel that make this request again."""
    table = dict(asked.to_json())
    table.pop("photo", None)
    return table
