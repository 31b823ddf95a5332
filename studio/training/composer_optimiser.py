"""How the composer's weights move: the matrices of its layers by Muon, all others by Adam."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from studio.music.transformer import Composer

_MOMENTUM = 0.95
_MATCH = 0.2  # a step of Muon is as large as one of Adam (Liu et al. 2025)
_STEPS = 5
_COEFFICIENTS = (3.4445, -4.7750, 2.0315)  # Jordan et al. 2024


class ComposerOptimiser:
    """Muon (Jordan et al. 2024) in float32 on matrices of one shape at once, and AdamW."""

    def __init__(self, network: Composer, decay: float) -> None:
        self.decay = decay
        self.matrices = [p for p in network.layers.parameters() if p.dim() == 2]
        inner = {id(p) for p in self.matrices}
        others = [p for p in network.parameters() if id(p) not in inner]
        self.moments = [torch.zeros_like(p) for p in self.matrices]
        self.adam = torch.optim.AdamW(others, betas=(0.9, 0.98), weight_decay=0.0)

    @torch.no_grad()
    def step(self, rate: float) -> None:
        """Go one step down the gradients that are there."""
        for group in self.adam.param_groups:
            group["lr"] = rate
        self.adam.step()
        shapes: dict[torch.Size, list[int]] = {}
        for place, matrix in enumerate(self.matrices):
            shapes.setdefault(matrix.shape, []).append(place)
        for shape, places in shapes.items():
            for place in places:
                gradient = self.matrices[place].grad
                assert gradient is not None
                self.moments[place].lerp_(gradient, 1 - _MOMENTUM)
            ahead = [_gradient(self.matrices[p]).lerp(self.moments[p], _MOMENTUM) for p in places]
            moves = orthogonal(torch.stack(ahead))
            size = rate * _MATCH * math.sqrt(max(shape))
            for place, move in zip(places, moves, strict=True):
                self.matrices[place].mul_(1 - rate * self.decay).sub_(move, alpha=size)

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


def _gradient(parameter: nn.Parameter | Tensor) -> Tensor:
    assert parameter.grad is not None
    return parameter.grad


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
