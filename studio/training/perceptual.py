"""What the trainings of Instant and Fast are steered by: how far a picture is in style and content.

The distances are Fine's: relative ones of Gram matrices at the five taps, of structures at relu4_1.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.image.encoder import STYLE_TAPS, Encoder, Features
from studio.image.losses import gram, relative_distance, structure

CONTENT = "relu4_1"
Grams = Mapping[str, Tensor]
"""Gram matrices (B, C, C) by tap."""


def distances(
    encoder: Encoder, painted: Tensor, seen: Features, target: Grams
) -> tuple[Tensor, Tensor]:
    """How far pictures (B, 3, H, W) are from a style and from what was seen in the photos: (B,)."""
    shown = painted.clamp(0, 1).contiguous(memory_format=torch.channels_last)
    made = encoder(shown, STYLE_TAPS)
    style = torch.stack(
        [relative_distance(gram(made[tap]), target[tap]) for tap in STYLE_TAPS]
    ).mean(0)
    content = (structure(made[CONTENT]) - structure(seen[CONTENT])).square().mean((1, 2, 3)) / 2
    return style, content


def beyond(painted: Tensor) -> Tensor:
    """How far colours are outside [0, 1]: the mean square."""
    return (painted - painted.clamp(0, 1)).square().mean()


def way_back(painted: Tensor, crops: Tensor, same: Tensor) -> tuple[Tensor, Tensor]:
    """How far the ``same`` of the batch are from their photos, and that as a part of a loss."""
    back = F.mse_loss(painted[same], crops[same])
    return back, 10 * back * same.float().mean()


def note(figures: dict[str, float], name: str, value: Tensor) -> float:
    """Keep the running mean of some fifty steps, and return it."""
    new = float(value.detach())
    figures[name] = new + 0.98 * (figures.get(name, new) - new)
    return figures[name]
