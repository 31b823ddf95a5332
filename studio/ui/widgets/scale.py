"""How a slider's travel, 0 to 1, maps to a value: evenly, by octaves or by decades."""

import math
from dataclasses import dataclass
from typing import Literal

ScaleName = Literal["linear", "log2", "log"]
_OFF = 0.06  # the travel that a scale with an off position keeps for it


@dataclass(frozen=True, slots=True)
class Scale:
    """A bounded scale; with ``off`` its left end means zero, though a logarithm has none."""

    minimum: float
    maximum: float
    kind: ScaleName = "linear"
    off: bool = False

    def __post_init__(self) -> None:
        if not self.minimum < self.maximum:
            raise ValueError("a scale needs a minimum below its maximum")
        if self.kind not in ("linear", "log2", "log"):
            raise ValueError(f"no scale is called {self.kind!r}")
        if self.kind != "linear" and self.minimum <= 0:
            raise ValueError("a logarithmic scale starts above zero; ask for off instead")

    def value(self, position: float) -> float:
        """The value at a travel of ``position``, which is held within 0..1."""
        position = min(1.0, max(0.0, position))
        if self.off:
            if position < _OFF / 2:
                return 0.0
            position = max(0.0, (position - _OFF) / (1 - _OFF))
        low, high = self._low, self._high
        along = low + position * (high - low)
        return along if self.kind == "linear" else math.exp(along)

    def position(self, value: float) -> float:
        """The travel at which a value lies; values beyond the ends lie at the ends."""
        if self.off and value <= 0:
            return 0.0
        if self.kind == "linear":
            along = (value - self._low) / (self._high - self._low)
        elif value <= 0:
            along = 0.0
        else:
            along = (math.log(value) - self._low) / (self._high - self._low)
        along = min(1.0, max(0.0, along))
        return _OFF + along * (1 - _OFF) if self.off else along

    @property
    def _low(self) -> float:
        return self.minimum if self.kind == "linear" else math.log(self.minimum)

    @property
    def _high(self) -> float:
        return self.maximum if self.kind == "linear" else math.log(self.maximum)
