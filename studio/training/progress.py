"""News of a training run: what every loop yields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a training run; ``save`` writes a checkpoint of this instant."""

    done: int
    total: int
    figures: Mapping[str, float] = field(default_factory=dict)
    save: Callable[[], None] | None = None
