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
    latent = begin.detach().clone()[None].requires_grad_()
    optimiser = torch.optim.Adam([latent], plan.rate, betas=(0.9, 0.99))
    seen = None if encoder is None else _seen(encoder, picture)
    before = total - plan.steps
    for done in range(plan.steps):
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * 0.5 * (1.05 + math.cos(math.pi * done / plan.steps))
        here = latent.detach()[0].clone()
        made, distance = _stepped(network, picture, latent, optimiser, plan, encoder, seen)
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


@torch.enable_grad()
def _stepped(
    network: Decoder,
    picture: Tensor,
    latent: Tensor,
    optimiser: torch.optim.Optimizer,
    plan: InversionPlan,
    encoder: Encoder | None,
    seen: dict[str, Tensor] | None,
) -> tuple[Tensor, float]:
    """One step down; what the latent made before it, and how far its pixels are."""
    made = network.decode(latent)
    pixels = (made - picture).square().mean()
    loss = 10 * pixels + plan.likely * latent.square().mean()
    if encoder is not None and seen is not None:
        shown = encoder(made.contiguous(memory_format=torch.channels_last), _TAPS)
        apart = [F.mse_loss(shown[t], seen[t]) / seen[t].square().mean() for t in seen]
        loss = loss + torch.stack(apart).mean()
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    return made.detach(), float(pixels.detach())


@torch.no_grad()
def _seen(encoder: Encoder, picture: Tensor) -> dict[str, Tensor] | None:
    if picture.shape[-1] < SMALLEST_SIDE:
        return None
    seen: dict[str, Tensor] = encoder(picture.contiguous(memory_format=torch.channels_last), _TAPS)
    return seen
