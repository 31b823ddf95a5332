"""Finds the latents of a picture for a network that has no encoder: by going downhill.

As Zhu et al. 2016 and Abdal et al. 2019: from the best of some latents by chance, down the distance
of pixels and of what the studio's encoder sees, not far from where latents are likely.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.image.encoder import SMALLEST_SIDE, Encoder

_TAPS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1")
_BETAS = (0.9, 0.99)
_AT_ONCE = 8


class Decoder(Protocol):
    """What makes pictures of latents."""

    def decode(self, latents: Tensor) -> Tensor:
        """Pictures (B, 3, S, S) in [0, 1] of latents (B, L)."""


@dataclass(frozen=True, slots=True)
class InversionPlan:
    """How long is searched, and from where."""

    steps: int = 120
    first: int = 64
    """Latents by chance, of which the best is gone on from."""
    rate: float = 0.08
    likely: float = 0.02
    """How much it costs to be unlikely."""
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Where the search stands: the best latent (L,) until now, what it makes, and how far it is."""

    done: int
    total: int
    latent: Tensor
    picture: Tensor
    distance: float


def invert(
    network: Decoder,
    picture: Tensor,
    size: int,
    plan: InversionPlan | None = None,
    *,
    encoder: Encoder | None = None,
    start: Tensor | None = None,
) -> Generator[Found, None, Found]:
    """Search the latent (size,) of a picture (1, 3, S, S); yields the best after each step.

    Without an ``encoder`` pixels alone count. ``start`` (L,) is where the search begins.
    """
    plan = plan or InversionPlan()
    random = torch.Generator().manual_seed(plan.seed)
    drawn = torch.randn((plan.first, size), generator=random).split(_AT_ONCE)
    total = plan.steps + (len(drawn) if start is None else 0)
    best: Found | None = None
    if start is None:
        for number, few in enumerate(drawn, start=1):
            best = _tried(network, picture, few, best, number, total)
            yield best
    begin = start if best is None else best.latent
    assert begin is not None
    descent = _Descent(begin.detach().clone()[None])
    seen = None if encoder is None else _seen(encoder, picture)
    before = total - plan.steps
    for done in range(plan.steps):
        here = descent.latent[0].clone()
        slope, made, distance = _slope(network, picture, descent.latent, plan, encoder, seen)
        descent.step(slope, plan.rate * 0.5 * (1.05 + math.cos(math.pi * done / plan.steps)))
        if best is None or distance < best.distance:
            best = Found(before + done + 1, total, here, made, distance)
        yield Found(before + done + 1, total, best.latent, best.picture, best.distance)
    assert best is not None
    return best


@torch.no_grad()
def _tried(
    network: Decoder, picture: Tensor, few: Tensor, best: Found | None, done: int, total: int
) -> Found:
    made = network.decode(few)
    far = (made - picture).square().mean((1, 2, 3))
    place = int(far.argmin())
    if best is not None and best.distance <= float(far[place]):
        return Found(done, total, best.latent, best.picture, best.distance)
    return Found(done, total, few[place], made[place : place + 1], float(far[place]))


class _Descent:
    """Adam (Kingma & Ba 2015) for one tensor; PyTorch's takes seconds to be imported."""

    def __init__(self, latent: Tensor) -> None:
        self.latent = latent
        self._mean, self._square = torch.zeros_like(latent), torch.zeros_like(latent)
        self._steps = 0

    def step(self, slope: Tensor, rate: float) -> None:
        self._steps += 1
        self._mean.lerp_(slope, 1 - _BETAS[0])
        self._square.lerp_(slope.square(), 1 - _BETAS[1])
        mean, square = (
            moment / (1 - beta**self._steps)
            for moment, beta in zip((self._mean, self._square), _BETAS, strict=True)
        )
        self.latent = self.latent - rate * mean / (square.sqrt() + 1e-8)


@torch.enable_grad()
def _slope(
    network: Decoder,
    picture: Tensor,
    latent: Tensor,
    plan: InversionPlan,
    encoder: Encoder | None,
    seen: dict[str, Tensor] | None,
) -> tuple[Tensor, Tensor, float]:
    """The slope at a latent, what it makes, and how far its pixels are."""
    latent = latent.detach().requires_grad_()
    made = network.decode(latent)
    pixels = (made - picture).square().mean()
    loss = 10 * pixels + plan.likely * latent.square().mean()
    if encoder is not None and seen is not None:
        shown = encoder(made.contiguous(memory_format=torch.channels_last), _TAPS)
        apart = [F.mse_loss(shown[t], seen[t]) / seen[t].square().mean() for t in seen]
        loss = loss + torch.stack(apart).mean()
    slope = torch.autograd.grad(loss, latent)[0]
    return slope, made.detach(), float(pixels.detach())


@torch.no_grad()
def _seen(encoder: Encoder, picture: Tensor) -> dict[str, Tensor] | None:
    if picture.shape[-1] < SMALLEST_SIDE:
        return None
    seen: dict[str, Tensor] = encoder(picture.contiguous(memory_format=torch.channels_last), _TAPS)
    return seen
