"""What a training keeps of its network: the slow mean of the weights, and the best mean so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor
from torch.nn import Module

Network = TypeVar("Network", bound=Module)


class MeanRun(Generic[Network]):
    """A network that learns, with what is looked at and kept of it.

    ``copied`` makes another network like one. ``mean`` is the share of the slow mean that stays in
    a step, ``patience`` the looks without gain after which it is weary, 0 for none. The figures are
    ``nats`` (a running mean of what is learned), ``unseen`` and ``best``, and ``steps``.
    """

    def __init__(
        self, network: Network, copied: Callable[[Network], Network], mean: float, patience: int
    ) -> None:
        self.network = network
        self.slow, self.best = copied(network), copied(network)
        self.mean, self.patience = mean, patience
        self.done = self.looks = 0
        self.figures: dict[str, float] = {}

    @property
    def weary(self) -> bool:
        """Whether what is not learned from has gained nothing for long enough."""
        return bool(self.patience) and self.looks >= self.patience

    @torch.no_grad()
    def stepped(self, nats: float, share: float) -> None:
        """A step was made that cost so much; ``share`` of it goes into the running mean."""
        self.done += 1
        slower = min(self.mean, self.done / (self.done + 10))
        for slow, quick in zip(self.slow.parameters(), self.network.parameters(), strict=True):
            slow.lerp_(quick, 1 - slower)
        before = self.figures.get("nats", nats)
        self.figures["nats"] = before + max(share, 1 / self.done) * (nats - before)
        self.figures["steps"] = float(self.done)

    def looked(self, cost: float) -> None:
        """The slow mean costs so much on what is not learned from."""
        self.looks += 1
        if cost < self.figures.get("best", float("inf")):
            self.figures["best"] = cost
            self.best.load_state_dict(self.slow.state_dict())
            self.looks = 0
        self.figures["unseen"] = cost

    def finished(self) -> Network:
        """The network that is kept."""
        return (self.best if "best" in self.figures else self.slow).eval()

    def parts(self) -> dict[str, dict[str, Tensor]]:
        """The tensors to be saved, by part and name."""
        return {
            "network": self.network.state_dict(),
            "slow": self.slow.state_dict(),
            "best": self.best.state_dict(),
        }

    def notes(self) -> dict[str, Any]:
        """What else is to be saved, as JSON."""
        return {"done": self.done, "looks": self.looks, "figures": self.figures}

    def take(self, parts: Mapping[str, dict[str, Tensor]], notes: Mapping[str, Any]) -> None:
        """Take up what ``parts`` and ``notes`` gave; raises as dictionaries and networks do."""
        for name, network in (
            ("network", self.network), ("slow", self.slow), ("best", self.best),
        ):  # fmt: skip
            network.load_state_dict(parts[name])
        self.done, self.looks = int(notes["done"]), int(notes["looks"])
        self.figures = dict(notes["figures"])
