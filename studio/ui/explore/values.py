"""The values of the Explore panel as they lie in the document and are remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from studio.document.json_value import JSON
from studio.errors import StudioError
from studio.tasks.latent_place import TASK, LatentPlace
from studio.ui import panel_values

SLOTS = "ABCD"


@dataclass(frozen=True, slots=True)
class ExploreValues:
    """Where one is, and the latents that are put by in the slots; an empty slot is ()."""

    place: LatentPlace = field(default_factory=LatentPlace)
    slots: tuple[tuple[float, ...], ...] = ((),) * len(SLOTS)
    slots_of: str = ""
    """The model that the slots belong to."""

    def to_json(self) -> dict[str, JSON]:
        """The values as they are kept."""
        return {
            "place": self.place.to_json(),
            "slots": [list(slot) for slot in self.slots],
            "slots_of": self.slots_of,
        }

    @classmethod
    def from_json(cls, table: Mapping[str, Any]) -> ExploreValues:
        """The values of a table; what no panel could have put there is left at its default."""
        values = cls()
        place, slots, model = (table.get(name) for name in ("place", "slots", "slots_of"))
        try:
            if isinstance(place, Mapping):
                values = replace(values, place=LatentPlace.from_json(place))
            if isinstance(slots, list) and len(slots) == len(SLOTS) and isinstance(model, str):
                told = [LatentPlace(told=tuple(float(n) for n in slot)).told for slot in slots]
                values = replace(values, slots=tuple(told), slots_of=model)
        except (StudioError, TypeError, ValueError):
            return values
        return values


class PanelValues(panel_values.PanelValues[ExploreValues]):
    """Those of the Explore panel."""

    task = TASK
    kind = ExploreValues
