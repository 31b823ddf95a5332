"""News of a training run: what every loop yields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch.nn import Module


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a training run; ``save`` writes a checkpoint of this instant.

    ``network`` is the one that would be kept, as it is now, to be tried before the next step.
    ``preview`` shows what has been learned, as pixels (H, W, 3).
    """

    done: int
    total: int
    figures: Mapping[str, float] = field(default_factory=dict)
    save: Callable[[], None] | None = None
    network: Module | None = None
    preview: Callable[[], NDArray[np.uint8]] | None = None
