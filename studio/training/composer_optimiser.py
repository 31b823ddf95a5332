"""How the composer's weights move: the matrices of its layers by Muon, all others by Adam."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from studio.music.transformer import Composer
from studio.training.muon import MATCH, MOMENTUM, MuonState, orthogonal


class ComposerOptimiser(MuonState):
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
                self.moments[place].lerp_(gradient, 1 - MOMENTUM)
            ahead = [_gradient(self.matrices[p]).lerp(self.moments[p], MOMENTUM) for p in places]
            moves = orthogonal(torch.stack(ahead))
            size = rate * MATCH * math.sqrt(max(shape))
            for place, move in zip(places, moves, strict=True):
                self.matrices[place].mul_(1 - rate * self.decay).sub_(move, alpha=size)


def _gradient(parameter: nn.Parameter | Tensor) -> Tensor:
    assert parameter.grad is not None
    return parameter.grad
