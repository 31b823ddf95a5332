"""How far two pictures are apart in style and in content, as shares of the target's energy."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor


def gram(features: Tensor) -> Tensor:
    """The Gram matrices of (B, C, H, W), averaged over places: (B, C, C) in float32.

    Gatys et al. 2016, equation 3, divided by H·W so that it does not depend on the size.
    """
    grams: Tensor = _Gram.apply(features)
    return grams


class _Gram(torch.autograd.Function):
    """The Gram matrices with one product going back instead of two, in the features' own layout.

    Places go first, (B, H·W, C), which is how channels-last features lie in memory.
    """

    @staticmethod
    def forward(ctx: Any, features: Tensor) -> Tensor:
        """Return (B, C, C)."""
        batch, channels, height, width = features.shape
        places = features.float().permute(0, 2, 3, 1).reshape(batch, height * width, channels)
        ctx.save_for_backward(places)
        ctx.features = (features.shape, features.dtype)
        return places.transpose(1, 2) @ places / (height * width)

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> Tensor:
        """Return the gradient with respect to the features."""
        (places,) = ctx.saved_tensors
        (batch, channels, height, width), dtype = ctx.features
        both = (slope + slope.transpose(1, 2)) / (height * width)
        back = (places @ both).view(batch, height, width, channels).permute(0, 3, 1, 2)
        slopes: Tensor = back.to(dtype)
        return slopes


def guided_gram(features: Tensor, guides: Tensor) -> Tensor:
    """A Gram matrix (R, C, C) of (1, C, H, W) for each of the guides (R, H, W), in float32.

    Each place counts as much as the guide says there (Gatys et al. 2017, "Controlling perceptual
    factors", section 4.1: features times the square root of the guide), averaged over places.
    """
    grams: Tensor = _GuidedGram.apply(features, guides)
    return grams


class _GuidedGram(torch.autograd.Function):
    """Like ``_Gram``, keeping one copy of the features for all guides."""

    @staticmethod
    def forward(ctx: Any, features: Tensor, guides: Tensor) -> Tensor:
        """Return (R, C, C)."""
        _, channels, height, width = features.shape
        places = features.float().permute(0, 2, 3, 1).reshape(height * width, channels)
        weights = guides.reshape(len(guides), height * width, 1) / (height * width)
        ctx.save_for_backward(places, weights)
        ctx.features = (features.shape, features.dtype)
        return torch.stack([places.T @ (places * weight) for weight in weights])

    @staticmethod
    def backward(ctx: Any, slope: Tensor) -> tuple[Tensor, None]:
        """Return the gradient with respect to the features."""
        places, weights = ctx.saved_tensors
        (_, channels, height, width), dtype = ctx.features
        both = slope + slope.transpose(1, 2)
        back = torch.zeros_like(places)
        for weight, matrix in zip(weights, both, strict=True):
            back += (places @ matrix).mul_(weight)
        slopes: Tensor = back.view(1, height, width, channels).permute(0, 3, 1, 2).to(dtype)
        return slopes, None


def relative_distance(one: Tensor, target: Tensor) -> Tensor:
    """The Frobenius norm of the difference over the target's, by picture: (B,)."""
    difference: Tensor = torch.linalg.vector_norm((one - target).flatten(1), dim=1)
    energy: Tensor = torch.linalg.vector_norm(target.flatten(1), dim=1)
    return difference / energy.clamp_min(1e-8)


def structure(features: Tensor) -> Tensor:
    """(B, C, H, W) with mean 0 and deviation 1 in each channel: what is where, not its colour."""
    return F.instance_norm(features.float())


def content_distance(one: Tensor, target_structure: Tensor) -> Tensor:
    """Half the mean square between the structure of ``one`` and a structure: 0 … about 1."""
    return (structure(one) - target_structure).square().mean() / 2


def total_variation(picture: Tensor) -> Tensor:
    """Mean squared step between neighbouring pixels of (B, 3, H, W)."""
    down = (picture[..., 1:, :] - picture[..., :-1, :]).square().mean()
    across = (picture[..., :, 1:] - picture[..., :, :-1]).square().mean()
    return down + across
