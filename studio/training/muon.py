"""Muon (Jordan et al. 2024) beside an optimiser of Adam's kind: what both trainings of it share."""

from __future__ import annotations

import torch
from torch import Tensor

MOMENTUM = 0.95
MATCH = 0.2
"""A step of Muon is as large as one of Adam (Liu et al. 2025)."""
_STEPS = 5
_COEFFICIENTS = (3.4445, -4.7750, 2.0315)  # Jordan et al. 2024


class MuonState:
    """The moments of Muon's matrices and the state of Adam, to be saved and taken up."""

    moments: list[Tensor]
    adam: torch.optim.Optimizer

    def state(self) -> dict[str, Tensor]:
        """Every tensor that the next step depends on, by name."""
        tensors = {f"muon.{place}.moment": m for place, m in enumerate(self.moments)}
        for index, state in self.adam.state_dict()["state"].items():
            tensors |= {f"adam.{index}.{k}": torch.as_tensor(v) for k, v in state.items()}
        return tensors

    def load(self, tensors: dict[str, Tensor]) -> None:
        """Take back what ``state`` gave; KeyError or ValueError for another's."""
        whole = self.adam.state_dict()
        for key, value in tensors.items():
            kind, index, name = key.split(".", 2)
            if kind == "muon":
                self.moments[int(index)].copy_(value)
            else:
                whole["state"].setdefault(int(index), {})[name] = value
        self.adam.load_state_dict(whole)


def orthogonal(matrices: Tensor) -> Tensor:
    """About the nearest orthogonal matrices to these (N, R, C), by Newton and Schulz's steps."""
    a, b, c = _COEFFICIENTS
    tall = matrices.shape[1] > matrices.shape[2]
    found = matrices.mT if tall else matrices
    found = found / (found.flatten(1).norm(dim=1)[:, None, None] + 1e-7)
    for _ in range(_STEPS):
        squared = found @ found.mT
        found = a * found + (b * squared + c * squared @ squared) @ found
    nearest: Tensor = found.mT if tall else found
    return nearest
