"""The optimiser of every training here: Muon for kernels, Adam for the rest, one fading rate."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn


class MuonAdam:
    """Steps modules: convolution kernels by Muon (Jordan et al. 2024), all else by Adam.

    Muon takes matrices: each kernel is seen as (out, 9·in), sharing its storage. Kernels listed in
    ``plain`` (first and last layers, say) are left to Adam. There may be no kernel at all. Those in
    ``quick`` move ten times as fast as Adam's others: embeddings and gates, of which a step may see
    but a few, and which no layer after them can make up for.
    """

    def __init__(
        self,
        modules: Iterable[nn.Module],
        rate: float,
        *,
        plain: Iterable[Tensor] = (),
        quick: Iterable[Tensor] = (),
        warm: int = 50,
        fade: float = 0.6,
    ) -> None:
        self.rate, self.warm, self.fade = rate, warm, fade
        left = {id(p) for p in plain}
        every = [p for module in modules for p in module.parameters() if p.requires_grad]
        inner = [p for p in every if p.dim() == 4 and id(p) not in left]
        self.matrices = [(p, nn.Parameter(_flat(p.data))) for p in inner]
        known = {id(p) for p in inner}
        hasty = {id(p) for p in quick}
        others = [p for p in every if id(p) not in known]
        slow = [p for p in others if id(p) not in hasty]
        fast = [p for p in others if id(p) in hasty]
        self.others = [*slow, *fast]
        groups = [{"params": p, "share": s} for p, s in ((slow, 0.1), (fast, 1.0)) if p]
        self.adam = torch.optim.Adam(groups, betas=(0.9, 0.98))
        self.muon = (
            torch.optim.Muon([m for _, m in self.matrices], weight_decay=0.0)
            if self.matrices
            else None
        )

    def step(self, loss: Tensor, done: int, total: int) -> None:
        """Go one step down the loss; ``done`` of ``total`` steps were made."""
        for parameter in (*self.others, *(p for p, _ in self.matrices)):
            parameter.grad = None
        loss.backward()
        fade = min(1.0, (done + 1) / self.warm) * min(1.0, (1 - done / total) / self.fade)
        for group in () if self.muon is None else self.muon.param_groups:
            group["lr"] = self.rate * fade
        for group in self.adam.param_groups:
            group["lr"] = self.rate * group["share"] * fade
        for parameter, matrix in self.matrices:
            assert parameter.grad is not None
            matrix.grad = _like(parameter, parameter.grad).reshape(matrix.shape)
        nn.utils.clip_grad_norm_(self.others, 4.0)
        if self.muon is not None:
            self.muon.step()
        self.adam.step()

    @property
    def _optimisers(self) -> tuple[tuple[str, torch.optim.Optimizer], ...]:
        adam = ("adam", self.adam)
        return (adam,) if self.muon is None else (("muon", self.muon), adam)

    def state(self) -> dict[str, Tensor]:
        """Every tensor of the two optimisers by name."""
        tensors: dict[str, Tensor] = {}
        for label, optimiser in self._optimisers:
            for index, state in optimiser.state_dict()["state"].items():
                tensors |= {f"{label}.{index}.{k}": torch.as_tensor(v) for k, v in state.items()}
        return tensors

    def load(self, tensors: dict[str, Tensor]) -> None:
        """Take back what ``state`` gave; KeyError or ValueError for another's."""
        for label, optimiser in self._optimisers:
            whole = optimiser.state_dict()
            for key, value in tensors.items():
                kind, index, name = key.split(".", 2)
                if kind == label:
                    whole["state"].setdefault(int(index), {})[name] = value
            optimiser.load_state_dict(whole)


def _like(kernel: Tensor, values: Tensor) -> Tensor:
    """Values of a kernel's shape in the order in which the kernel lies in memory."""
    return values if kernel.is_contiguous() else values.permute(0, 2, 3, 1)


def _flat(kernel: Tensor) -> Tensor:
    return _like(kernel, kernel).view(len(kernel), -1)
