"""Keeps a photo's own colours in its repainted version."""

from __future__ import annotations

import torch
from torch import Tensor

METHODS = ("luminance", "linear", "histogram")
_LUMA = (0.2126, 0.7152, 0.0722)  # ITU-R BT.709
_QUANTILES = 512


def keep_colours(
    painted: Tensor, photo: Tensor, amount: float, method: str = "luminance"
) -> Tensor:
    """Bring the photo's colours back into ``painted`` by ``amount`` (0: not at all, 1: wholly).

    Both are (1, 3, H, W) in [0, 1] of one size. ``luminance`` takes light from the painting and
    colour from the photo, place by place; ``linear`` gives the painting the photo's mean and
    covariance of colour (the Monge map between the two Gaussians); ``histogram`` gives it the
    photo's distribution along four rotated axes (Pitié et al. 2007).
    """
    if amount <= 0:
        return painted
    match method:
        case "luminance":
            kept = _luminance(painted, photo)
        case "linear":
            kept = _linear(painted, photo)
        case "histogram":
            kept = _histogram(painted, photo)
        case _:
            raise ValueError(f"no such method: {method}")
    return painted.lerp(kept.clamp(0, 1), min(amount, 1.0))


def _luma(picture: Tensor) -> Tensor:
    weights = picture.new_tensor(_LUMA)
    return torch.einsum("c,bchw->bhw", weights, picture)[:, None]


def _luminance(painted: Tensor, photo: Tensor) -> Tensor:
    """The photo's chroma around the painting's light, less where it would leave [0, 1]."""
    light = _luma(painted)
    chroma = photo - _luma(photo)
    room = torch.where(
        chroma > 0, (1 - light) / chroma.clamp_min(1e-4), light / (-chroma).clamp_min(1e-4)
    )
    return light + chroma * room.amin(1, keepdim=True).clamp(0, 1)


def _linear(painted: Tensor, photo: Tensor) -> Tensor:
    flat, target = painted.flatten(2)[0].double(), photo.flatten(2)[0].double()
    mean, target_mean = flat.mean(1, keepdim=True), target.mean(1, keepdim=True)
    root = _root(_covariance(flat))
    middle = _root(root @ _covariance(target) @ root)
    inverse = torch.linalg.inv(root)
    mapped: Tensor = inverse @ middle @ inverse @ (flat - mean) + target_mean
    return mapped.to(painted.dtype).reshape(painted.shape)


def _covariance(flat: Tensor) -> Tensor:
    """The covariance of (3, N), a little regularised so that grey pictures have an inverse."""
    centred = flat - flat.mean(1, keepdim=True)
    eye = torch.eye(3, dtype=flat.dtype, device=flat.device)
    return centred @ centred.T / flat.shape[1] + 1e-5 * eye


def _root(matrix: Tensor) -> Tensor:
    """The symmetric square root of a positive matrix."""
    values, vectors = torch.linalg.eigh(matrix)
    root: Tensor = vectors @ torch.diag(values.clamp_min(0).sqrt()) @ vectors.T
    return root


def _histogram(painted: Tensor, photo: Tensor) -> Tensor:
    random = torch.Generator().manual_seed(7)
    flat, target = painted.flatten(2)[0], photo.flatten(2)[0]
    for turn in range(4):
        rotation = torch.eye(3)
        if turn:
            rotation, _ = torch.linalg.qr(torch.randn(3, 3, generator=random))
        rotation = rotation.to(flat)
        turned, wanted = rotation @ flat, rotation @ target
        flat = rotation.T @ torch.stack([_match(turned[c], wanted[c]) for c in range(3)])
    return flat.reshape(painted.shape)


def _match(values: Tensor, target: Tensor) -> Tensor:
    """Move values (N,) so that their distribution becomes the target's, through quantiles."""
    places = torch.linspace(0, 1, _QUANTILES, device=values.device)
    have = _quantiles(values, places)
    want = _quantiles(target, places)
    rising = have + torch.linspace(0, 1e-5, _QUANTILES, device=values.device)
    index = torch.searchsorted(rising, values).clamp(1, _QUANTILES - 1)
    below, above = rising[index - 1], rising[index]
    share = ((values - below) / (above - below).clamp_min(1e-9)).clamp(0, 1)
    return want[index - 1].lerp(want[index], share)


def _quantiles(values: Tensor, places: Tensor) -> Tensor:
    ordered = values.sort().values
    return ordered[(places * (len(ordered) - 1)).round().long()]
