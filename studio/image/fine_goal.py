"""What Fine strives for at one scale: style and structure, differentiated tile by tile."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Mapping, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.image.encoder import CONTENT_TAP, STYLE_TAPS, Encoder
from studio.image.fine_guide import Guide
from studio.image.fine_plan import FineSettings
from studio.image.losses import gram, guided_gram, relative_distance
from studio.image.tiling import Tile, divide

StyleTargets = Callable[[float], Mapping[str, Tensor]]
"""Gram matrices by tap for a picture of the given square root of area in pixels: (1, C, C), or
(R, C, C) with a guide of R regions."""


class Goal:
    """The losses of one scale, and their gradient.

    A picture beyond one tile is differentiated tile by tile against the running Gram matrices of
    the whole, ``running``: each tile's share of them, by tap.
    """

    @torch.no_grad()
    def __init__(
        self,
        photo: Tensor,
        styles: StyleTargets,
        encoder: Encoder,
        settings: FineSettings,
        *,
        tile: int,
        alike: bool = False,
        bfloat16: bool,
        guide: Guide | None = None,
    ) -> None:
        """See the styles' targets and the structure of ``photo`` (1, 3, H, W) at this scale.

        The guide's planes are of the photo's size.
        """
        self.encoder, self.settings, self.bfloat16 = encoder, settings, bfloat16
        self.device = photo.device
        height, width = photo.shape[-2:]
        self.tile, self.alike = tile, alike
        self.tiles = divide(height, width, tile, alike=alike)
        self.regions = None if guide is None else Regions(guide.regions, self.tiles)
        self.losses: dict[str, float] = {}
        self.running: list[dict[str, Tensor]] = [{} for _ in self.tiles]
        self.targets = {
            tap: g.to(self.device) for tap, g in styles(math.sqrt(height * width)).items()
        }
        self._move_targets_towards(photo)
        seen = [self._see(_cut(photo, tile), (CONTENT_TAP,))[CONTENT_TAP] for tile in self.tiles]
        inner = [_inner(x, tile).flatten(2) for x, tile in zip(seen, self.tiles, strict=True)]
        self.photo_moments = _moments(torch.cat(inner, 2))
        self.structures = [_normalise(x, self.photo_moments) for x in seen]

    def _move_targets_towards(self, photo: Tensor) -> None:
        """Below full share the target lies between the photo's own statistics and the style's."""
        share = self.settings.style_share
        if share >= 1:
            return
        parts = self._gram_shares(photo)
        for tap, target in self.targets.items():
            own = torch.stack([part[tap] for part in parts]).sum(0)
            self.targets[tap] = own.lerp(target, share)

    def _see(self, picture: Tensor, taps: Sequence[str]) -> dict[str, Tensor]:
        picture = picture.contiguous(memory_format=torch.channels_last)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.bfloat16):
            features = self.encoder(picture, taps)
        return {tap: x.float() for tap, x in features.items()}

    @torch.no_grad()
    def measure(self, picture: Tensor) -> None:
        """Take each tile's share of the picture's Gram matrices; a single tile needs none."""
        if len(self.tiles) > 1:
            self.running = self._gram_shares(picture)

    def _gram_shares(self, picture: Tensor) -> list[dict[str, Tensor]]:
        """Gram matrices by tile, weighted by area, so that they add up to the whole's."""
        shares = []
        whole = sum(tile.inner_area for tile in self.tiles)
        for index, tile in enumerate(self.tiles):
            seen = self._see(_cut(picture, tile), STYLE_TAPS)
            share = tile.inner_area / whole
            shares.append({tap: self._gram(x, tap, index) * share for tap, x in seen.items()})
        return shares

    def _gram(self, features: Tensor, tap: str, index: int) -> Tensor:
        """A tile's Gram matrices: (1, C, C), or by the guide's regions (R, C, C)."""
        inner = _inner(features, self.tiles[index])
        if self.regions is None:
            return gram(inner)
        return guided_gram(inner, self.regions.weights(index, tap))

    def _apart(self, grams: Tensor, tap: str) -> Tensor:
        """How far Gram matrices are from their targets; regions count by their area."""
        distances = relative_distance(grams, self.targets[tap])
        return distances.mean() if self.regions is None else distances @ self.regions.areas

    def slope(self, picture: Tensor) -> Generator[None, None, Tensor]:
        """The gradient with respect to the picture's pixels; yields between tiles."""
        slope = torch.zeros_like(picture)
        whole = sum(tile.inner_area for tile in self.tiles)
        losses: dict[str, float] = {}
        for index, tile in enumerate(self.tiles):
            if index:
                yield
            found = self._tile_slope(picture, index, tile, tile.inner_area / whole, losses)
            _cut(slope, tile).add_(found)
        self._add_smoothness(picture, slope)
        self.losses = losses
        return slope

    def _tile_slope(
        self, picture: Tensor, index: int, tile: Tile, share: float, losses: dict[str, float]
    ) -> Tensor:
        """The gradient of style and content with respect to one tile's pixels."""
        window = _cut(picture, tile).detach().requires_grad_()
        with torch.enable_grad():
            features = self._see(window, (*STYLE_TAPS, CONTENT_TAP))
            style = torch.zeros((), device=self.device)
            for tap in STYLE_TAPS:
                own = self._gram(features[tap], tap, index) * share
                total = own
                if len(self.tiles) > 1:
                    others = [part[tap] for i, part in enumerate(self.running) if i != index]
                    total = own + torch.stack(others).sum(0)
                    self.running[index][tap] = own.detach()
                style = style + self._apart(total, tap)
            content = self._content(features[CONTENT_TAP], index, tile) * share
            style = style / len(STYLE_TAPS)
            weights = self.settings
            loss = weights.style_weight * style + weights.content_weight * content
            (slope,) = torch.autograd.grad(loss, window)
        losses["style"] = float(style.detach())
        losses["content"] = losses.get("content", 0.0) + float(content.detach())
        return slope

    def _content(self, features: Tensor, index: int, tile: Tile) -> Tensor:
        """Half the mean square between structures; a tile is normalised by the photo's moments."""
        inner = _inner(features, tile)
        moments = _moments(inner.flatten(2)) if len(self.tiles) == 1 else self.photo_moments
        difference = _normalise(inner, moments) - _inner(self.structures[index], tile)
        return difference.square().mean() / 2

    @torch.no_grad()
    def _add_smoothness(self, picture: Tensor, slope: Tensor) -> None:
        """The gradient of the total variation: mean squared steps down and across."""
        if self.settings.smoothness <= 0:
            return
        for dim in (2, 3):
            step = picture.diff(dim=dim)
            scale = 2 * self.settings.smoothness / step.numel() * step
            size = step.shape[dim]
            slope.narrow(dim, 1, size).add_(scale)
            slope.narrow(dim, 0, size).sub_(scale)


class Regions:
    """A guide's regions as weights on every tap's own grid, tile by tile."""

    def __init__(self, planes: Tensor, tiles: Sequence[Tile]) -> None:
        """Take planes (R, H, W) of bytes for the whole picture."""
        self.planes, self.tiles = planes, tiles
        self.areas = planes.float().mean((1, 2)) / 255  # (R,)
        whole = sum(tile.inner_area for tile in tiles)
        self.means = {
            tap: torch.stack(
                [self._guides(tile, tap).mean((1, 2)) * (tile.inner_area / whole) for tile in tiles]
            ).sum(0)
            for tap in STYLE_TAPS
        }

    def weights(self, index: int, tap: str) -> Tensor:
        """What each place of a tile's features counts, (R, h, w): 1 on average over the picture."""
        return self._guides(self.tiles[index], tap) / self.means[tap].clamp_min(1e-6)[:, None, None]

    def _guides(self, tile: Tile, tap: str) -> Tensor:
        rows, columns = tile.rows, tile.columns
        depth = int(tap[4]) - 1  # relu3_1 has been halved twice
        sides = ((span.stop - span.start) >> depth for span in (rows, columns))
        high, wide = _inner(torch.empty(0, *sides), tile).shape[-2:]
        inner = self.planes[
            :, rows.inner_start : rows.inner_stop, columns.inner_start : columns.inner_stop
        ]
        return F.adaptive_avg_pool2d(inner.float() / 255, (high, wide))


def _cut(picture: Tensor, tile: Tile) -> Tensor:
    """The tile with its surroundings."""
    rows, columns = tile.rows, tile.columns
    return picture[..., rows.start : rows.stop, columns.start : columns.stop]


def _inner(features: Tensor, tile: Tile) -> Tensor:
    """The part of a tile's features that counts, at whatever scale the features are."""
    rows, columns = tile.rows, tile.columns
    scale = features.shape[-2] / (rows.stop - rows.start)
    scale = 2.0 ** round(math.log2(scale))
    top, left = ((s.inner_start - s.start) * scale for s in (rows, columns))
    down, right = ((s.inner_stop - s.start) * scale for s in (rows, columns))
    return features[..., int(top) : math.ceil(down), int(left) : math.ceil(right)]


def _moments(flat: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and deviation by channel of (1, C, N), each (1, C, 1, 1)."""
    variance, mean = torch.var_mean(flat, 2, keepdim=True, correction=0)
    return mean[..., None], (variance + 1e-5).sqrt()[..., None]


def _normalise(features: Tensor, moments: tuple[Tensor, Tensor]) -> Tensor:
    return (features - moments[0]) / moments[1]
