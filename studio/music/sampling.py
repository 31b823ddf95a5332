"""Draws the next of a network's events: temperature, the likeliest share, and what is forbidden."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from studio.errors import StudioError

COOLEST, WARMEST = 0.1, 1.5


@dataclass(frozen=True, slots=True)
class Sampling:
    """How freely is drawn.

    ``temperature`` 0.1..1.5 makes the likely likelier below 1 and the unlikely likelier above.
    ``top_p`` 0..1 draws among the likeliest that together have that share; 1 is among all.
    """

    temperature: float = 1.0
    top_p: float = 1.0

    def __post_init__(self) -> None:
        if not COOLEST <= self.temperature <= WARMEST:
            raise StudioError("The temperature lies between 0.1 and 1.5.")
        if not 0 < self.top_p <= 1:
            raise StudioError("The share of the likeliest lies above 0 and goes up to 1.")


def seeded(seed: int) -> torch.Generator:
    """The source of chance for a seed; on the CPU, so that it is the same on every device."""
    return torch.Generator().manual_seed(seed % 2**63)


def shares(logits: Tensor, sampling: Sampling, allowed: Tensor | None = None) -> Tensor:
    """How likely each is drawn: (V,) float64 on the CPU, 0 for what is not ``allowed`` (V,) bool.

    Raises StudioError where nothing is allowed.
    """
    values = logits.detach().to("cpu", torch.float64)
    if allowed is not None:
        values = values.masked_fill(~allowed, -torch.inf)
    if not bool((values > -torch.inf).any()):
        raise StudioError("The rules leave no note that could follow; loosen one of them.")
    likely = (values / sampling.temperature).softmax(-1)
    if sampling.top_p >= 1:
        return likely
    ordered, order = likely.sort(descending=True, stable=True)
    kept = ordered.cumsum(0) - ordered < sampling.top_p
    chosen = torch.zeros_like(likely).scatter(0, order, ordered * kept)
    return chosen / chosen.sum()


def draw(
    logits: Tensor,
    sampling: Sampling,
    random: torch.Generator,
    allowed: Tensor | None = None,
) -> int:
    """Draw one of V by their unnormalised log-likelihoods (V,); one number of ``random`` is used.

    What is not ``allowed`` is never drawn. Raises StudioError where nothing is allowed.
    """
    likely = shares(logits, sampling, allowed)
    place = torch.rand((), dtype=torch.float64, generator=random)
    reached = likely.cumsum(0)
    found = int(torch.searchsorted(reached, place * reached[-1], right=True))
    possible = likely.nonzero()[:, 0]
    found = min(found, int(possible[-1]))
    return found if bool(likely[found] > 0) else int(possible[possible >= found][0])
