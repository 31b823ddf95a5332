"""How good a latent space of pictures is: beside principal components, and whether it copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from studio.image.encoder import SMALLEST_SIDE, Encoder
from studio.jobs import Step, Work
from studio.training.picture_sets import SquareSet, tiled
from studio.training.vae import psnr

Floats = NDArray[np.float32]
Decode = Callable[[Tensor], Tensor]
"""Pictures (B, 3, S, S) of standard normal latents (B, L)."""
SAMPLES = 320
_COMPONENTS_OF = 1500  # pictures of which components are found
_SEARCHED = 6000  # pictures among which the nearest is sought
_SMALL = 32  # pixels a side at which pictures are compared
_EACH = 8
_COLUMNS = 12
_TAP = "relu4_1"


@dataclass(frozen=True, slots=True, eq=False)
class Components:
    """The principal components of pictures: mean (D,), axes (K, D) and deviations (K,)."""

    mean: Floats
    axes: Floats
    scales: Floats
    side: int

    def back(self, pictures: Tensor) -> Tensor:
        """Pictures (B, 3, S, S) as the components say them."""
        away = pictures.reshape(len(pictures), -1).numpy() - self.mean
        return self._pictures(away @ self.axes.T)

    def decode(self, latents: Tensor) -> Tensor:
        """Pictures of standard normal latents (B, K)."""
        return self._pictures(latents.numpy() * self.scales)

    def _pictures(self, places: Floats) -> Tensor:
        rows = (places @ self.axes + self.mean).astype(np.float32)
        return torch.from_numpy(rows).view(-1, 3, self.side, self.side).clamp(0, 1)


def components(pictures: SquareSet, count: int) -> Components:
    """The first components of some pictures learned from; takes seconds."""
    chosen = _some(pictures.learned, _COMPONENTS_OF)
    rows = pictures.views(chosen).reshape(len(chosen), -1).numpy()
    mean = rows.mean(0)
    rows -= mean
    values, vectors = np.linalg.eigh((rows @ rows.T).astype(np.float64) / len(rows))
    kept = slice(-min(count, len(rows) - 1), None)
    scales = np.sqrt(np.maximum(values[kept][::-1], 1e-12))
    axes = vectors[:, kept][:, ::-1].T.astype(np.float32) @ rows
    axes /= np.linalg.norm(axes, axis=1, keepdims=True) + 1e-12
    return Components(mean, axes, scales.astype(np.float32), pictures.side)


def decibels(back: Callable[[Tensor], Tensor], pictures: SquareSet) -> Work[float]:
    """The mean PSNR of pictures held back, as they come back."""
    found = []
    for few in np.array_split(pictures.held, -(-len(pictures.held) // _EACH)):
        views = pictures.views(few)
        found.append(psnr(back(views), views))
        yield Step(0, 1, "measuring", 1.0)
    return round(float(torch.cat(found).mean()), 3)


def samples(decode: Decode, latent: int, count: int = SAMPLES, seed: int = 0) -> Work[Tensor]:
    """Pictures of latents by chance, always the same ones."""
    random = torch.Generator().manual_seed(seed)
    found = []
    for few in torch.randn((count, latent), generator=random).split(_EACH):
        found.append(decode(few))
        yield Step(0, 1, "measuring", 1.0)
    return torch.cat(found)


def strangeness(encoder: Encoder, made: Tensor, pictures: SquareSet) -> Work[float]:
    """How far made pictures are from real ones as the studio's encoder sees them.

    The Fréchet distance (Heusel et al. 2017) of features averaged over places, with this encoder in
    place of theirs: good to compare networks of one set, no figure of other papers. NaN for
    pictures that are too small for the encoder.
    """
    if pictures.side < SMALLEST_SIDE:
        return float("nan")
    real = yield from _features(encoder, pictures.views(_some(pictures.learned, SAMPLES)))
    found = yield from _features(encoder, made)
    return round(frechet(real, found), 4)


def frechet(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """The Fréchet distance of the Gaussians fitted to rows (N, D)."""
    away = one.mean(0) - other.mean(0)
    first, second = np.cov(one.T), np.cov(other.T)
    values, vectors = np.linalg.eigh(first)
    root = vectors * np.sqrt(np.maximum(values, 0)) @ vectors.T
    between = np.linalg.eigvalsh(root @ second @ root)
    both = 2 * np.sqrt(np.maximum(between, 0)).sum()
    return float(away @ away + np.trace(first) + np.trace(second) - both)


def nearest(made: Tensor, pictures: SquareSet) -> Work[tuple[float, float, NDArray[np.int64]]]:
    """How far made pictures, and real ones held back, are from the nearest learned from.

    Medians of the root mean square difference at 32 × 32 pixels, of mirror images too. Made
    pictures that are about as far away as others of the kind are no copies. Then the places (N,)
    of those nearest to the made ones.
    """
    chosen = _some(pictures.learned, _SEARCHED)
    table = []
    for few in np.array_split(chosen, -(-len(chosen) // 64)):
        table.append(_small(pictures.views(few)))
        yield Step(0, 1, "looking for copies", 1.0)
    known = torch.cat(table)
    far, places = _nearest(_small(made), known)
    held, _ = _nearest(_small(pictures.views(pictures.held)), known)
    return round(float(far.median()), 4), round(float(held.median()), 4), chosen[places.numpy()]


def variety(made: Tensor, pictures: SquareSet) -> float:
    """How far made pictures are from one another, 1 for as far as real ones are."""
    real = pictures.views(_some(pictures.learned, min(len(made), 256)))
    ours, theirs = (torch.pdist(_small(one[:256])).mean() for one in (made, real))
    return round(float(ours / theirs.clamp_min(1e-6)), 4)


def sheet(
    made: Tensor, close: NDArray[np.int64], pictures: SquareSet, back: Decode | None = None
) -> NDArray[np.uint8]:
    """Rows of pictures held back and how they come back, of samples, and of the learned nearest."""
    parts = []
    if back is not None:
        views = pictures.views(pictures.held[:_COLUMNS])
        blank = torch.ones((_COLUMNS - len(views), *views.shape[1:]))
        parts += [views, blank, back(views), blank]
    parts += [made[: 4 * _COLUMNS], pictures.views(close[:_COLUMNS])]
    return tiled(torch.cat(parts), _COLUMNS)


def _features(encoder: Encoder, pictures: Tensor) -> Work[NDArray[np.float64]]:
    rows = []
    for few in pictures.split(_EACH):
        rows.append(_seen(encoder, few))
        yield Step(0, 1, "measuring", 1.0)
    return torch.cat(rows).double().numpy()


@torch.no_grad()
def _seen(encoder: Encoder, pictures: Tensor) -> Tensor:
    folded = pictures.contiguous(memory_format=torch.channels_last)
    seen: Tensor = encoder(folded, (_TAP,))[_TAP].mean((2, 3))
    return seen


def _small(pictures: Tensor) -> Tensor:
    return F.interpolate(pictures, (_SMALL, _SMALL), mode="area").flatten(1)


def _nearest(rows: Tensor, known: Tensor) -> tuple[Tensor, Tensor]:
    mirrored = rows.view(-1, 3, _SMALL, _SMALL).flip(3).flatten(1)
    both = torch.stack([torch.cdist(one, known) for one in (rows, mirrored)]).amin(0)
    far, places = both.min(1)
    return far / rows.shape[1] ** 0.5, places


def _some(places: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    if len(places) <= most:
        return places
    return np.sort(np.random.default_rng(0).choice(places, most, replace=False))
