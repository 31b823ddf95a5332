"""Means and covariances of features, and the linear maps that carry one pair onto another."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

SOFTNESS = 0.01
"""Directions with less than this share of the mean variance are not stretched any further."""


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """The mean (B, C) and the covariance (B, C, C) of features."""

    mean: Tensor
    covariance: Tensor

    @classmethod
    def of(cls, features: Tensor) -> Moments:
        """Measure (B, C, H, W) over places."""
        places = as_places(features.float())
        each = places.new_full((1, 1, places.shape[1]), 1 / places.shape[1])
        mean = (each @ places)[:, 0]  # as a product it is several times faster than as a sum
        second = places.transpose(1, 2) @ places / places.shape[1]
        return cls(mean, second - mean[:, :, None] * mean[:, None, :])

    @classmethod
    def of_gram(cls, gram: Tensor, mean: Tensor) -> Moments:
        """From a Gram matrix averaged over places (B, C, C) and a mean (B, C)."""
        return cls(mean, gram - mean[:, :, None] * mean[:, None, :])

    @property
    def gram(self) -> Tensor:
        """The Gram matrix averaged over places: (B, C, C)."""
        return self.covariance + self.mean[:, :, None] * self.mean[:, None, :]


@dataclass(frozen=True, slots=True, eq=False)
class Affine:
    """A map of features, place by place: a matrix (B, C, C) and an offset (B, C)."""

    matrix: Tensor
    offset: Tensor

    def __call__(self, features: Tensor) -> Tensor:
        """Map (B, C, H, W)."""
        batch, channels, height, width = features.shape
        if batch == 1 and len(self.matrix) == 1:
            return F.conv2d(features, self.matrix[0, :, :, None, None], self.offset[0])
        mapped = torch.baddbmm(
            self.offset[:, None, :], as_places(features), self.matrix.transpose(1, 2)
        )
        return mapped.view(batch, height, width, channels).permute(0, 3, 1, 2)

    def after(self, first: Affine) -> Affine:
        """This map applied to what ``first`` gives, as one map."""
        moved = (self.matrix @ first.offset[..., None])[..., 0]
        return Affine(self.matrix @ first.matrix, moved + self.offset)

    def modulated(self, scale: Tensor, shift: Tensor) -> Affine:
        """The same with ``x + x * scale + shift`` (B, C) at its end."""
        factor = 1 + scale
        return Affine(self.matrix * factor[:, :, None], self.offset * factor + shift)


def as_places(features: Tensor) -> Tensor:
    """(B, C, H, W) as (B, H·W, C), without a copy where channels lie last in memory."""
    batch, channels, height, width = features.shape
    return features.permute(0, 2, 3, 1).reshape(batch, height * width, channels)


@torch.no_grad()
def root(covariance: Tensor, power: float = 0.5, softness: float = 0.0) -> Tensor:
    """A power of symmetric matrices (B, C, C), with ``softness`` of the mean variance added."""
    values, vectors = torch.linalg.eigh(covariance.double())
    values = values.clamp_min(0)
    values = values + softness * values.mean(-1, keepdim=True) + 1e-12
    powers = (vectors * values.pow(power)[..., None, :]) @ vectors.transpose(-1, -2)
    found: Tensor = powers.float()
    return found


@torch.no_grad()
def monge(own: Moments, target: Moments) -> Affine:
    """The map between Gaussians that moves features least (Olkin & Pukelsheim 1982)."""
    half = root(own.covariance, 0.5, SOFTNESS)
    inverse = root(own.covariance, -0.5, SOFTNESS)
    middle = root(half @ target.covariance @ half)
    matrix = inverse @ middle @ inverse
    return Affine(matrix, target.mean - (matrix @ own.mean[..., None])[..., 0])


@torch.no_grad()
def adain(own: Moments, target: Moments) -> Affine:
    """Match mean and deviation by channel (Huang & Belongie 2017, equation 8)."""
    mine = own.covariance.diagonal(dim1=1, dim2=2).clamp_min(0)
    theirs = target.covariance.diagonal(dim1=1, dim2=2).clamp_min(0)
    scale = ((theirs + 1e-5) / (mine + 1e-5)).sqrt()
    return Affine(torch.diag_embed(scale), target.mean - scale * own.mean)


def inverse_root(covariance: Tensor, turns: int = 7) -> Tensor:
    """The inverse square root of (B, C, C) by Newton's iteration, which gradients pass through.

    Higham 2008, equation 6.35 (coupled form); a few turns leave the smallest directions unstretched
    on purpose, since they hold noise.
    """
    eye = torch.eye(covariance.shape[-1], device=covariance.device)
    trace = covariance.diagonal(dim1=-2, dim2=-1).sum(-1)[..., None, None]
    soft = covariance + eye * (trace * SOFTNESS / covariance.shape[-1] + 1e-8)
    scale = trace * (1 + SOFTNESS) + 1e-6
    guess = soft / scale
    inverse = eye.expand_as(guess)
    for _ in range(turns):
        step = 1.5 * eye - 0.5 * inverse @ guess
        guess, inverse = guess @ step, step @ inverse
    return inverse / scale.sqrt()
