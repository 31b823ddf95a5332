"""How a picture network's weights move: its inner kernels by Muon in float32, all others by Adam.

Unlike ``optimiser.MuonAdam`` it goes down slopes that were gathered over several parts of a batch,
and does not use half precision, which is slow on a processor.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch
from torch import Tensor, nn

from studio.training.muon import MATCH, MOMENTUM, MuonState, orthogonal


class KernelOptimiser(MuonState):
    """Muon (Jordan et al. 2024) on kernels (out, in, h, w) seen as matrices, and Adam.

    Kernels in ``plain`` (first and last layers, say) are left to Adam.
    """

    def __init__(self, network: nn.Module, *, plain: Iterable[Tensor] = ()) -> None:
        left = {id(p) for p in plain}
        every = [p for p in network.parameters() if p.requires_grad]
        self.kernels = [p for p in every if p.dim() == 4 and id(p) not in left]
        inner = {id(p) for p in self.kernels}
        self.others = [p for p in every if id(p) not in inner]
        self.moments = [torch.zeros_like(p) for p in self.kernels]
        self.adam = torch.optim.Adam(self.others, betas=(0.9, 0.98))

    @torch.no_grad()
    def step(self, rate: float) -> None:
        """Go one step down the slopes that are there, and forget them."""
        nn.utils.clip_grad_norm_(self.others, 4.0)
        for group in self.adam.param_groups:
            group["lr"] = rate
        self.adam.step()
        for kernel, moment in zip(self.kernels, self.moments, strict=True):
            if kernel.grad is None:
                continue
            moment.lerp_(kernel.grad, 1 - MOMENTUM)
            ahead = kernel.grad.lerp(moment, MOMENTUM).flatten(1)
            move = orthogonal(ahead[None])[0].view(kernel.shape)
            kernel.sub_(move, alpha=rate * MATCH * math.sqrt(max(ahead.shape)))
        for parameter in (*self.kernels, *self.others):
            parameter.grad = None
