"""The engines that paint in one pass, behind one face: set on a picture, then asked for its tiles.

A painter is set on the whole picture at a small size. What it measures there, the photo's moments
and the normalisation within the network, serves every tile of the picture at any size: so tiles
have no seams, and a print looks as its preview did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.image.encoder import Encoder
from studio.image.feedforward import Fast, Statistics
from studio.image.instant import DEPTHS, Instant, PhotoSense, StyleMaps, Whitening
from studio.image.moments import Moments

Weights = Sequence[float] | Tensor
"""For the photo and then each style: numbers, or maps (1 + n, h, w) over the picture."""
GRAIN = 8
"""Networks see sides that are multiples of this, so that their grids lie alike in tiles."""


class Painter(Protocol):
    """Paints (1, 3, H, W) in [0, 1]."""

    def begin(self, picture: Tensor) -> None:
        """Take a picture as the whole."""

    def whole(self, weights: Weights) -> Tensor:
        """Paint the whole, and keep how it was normalised."""

    def part(self, picture: Tensor, weights: Weights) -> Tensor:
        """Paint a part of the picture, at any size, as the whole was painted last."""


@dataclass(slots=True, eq=False)
class InstantPainter:
    """Paints with Instant in the styles of the given moments."""

    network: Instant
    encoder: Encoder
    styles: Sequence[Mapping[str, Moments]]
    sense: PhotoSense | None = None
    maps: Sequence[StyleMaps] = ()
    whitening: Whitening = field(default_factory=dict)
    size: tuple[int, int] = (0, 0)

    @torch.no_grad()
    def begin(self, picture: Tensor) -> None:
        """Sense the photo and prepare the styles for it."""
        self.size = (picture.shape[-2], picture.shape[-1])
        sense = self.network.sense(self.encoder(_laid(picture), DEPTHS))
        self.sense = sense
        self.maps = [self.network.prepare(sense, style) for style in (sense.moments, *self.styles)]

    @torch.no_grad()
    def whole(self, weights: Weights) -> Tensor:
        """Paint the photo that was sensed."""
        assert self.sense is not None, "begin comes first"
        self.whitening = {}
        return _held(self.network(self.sense, self.maps, weights, self.whitening), self.size)

    @torch.no_grad()
    def part(self, picture: Tensor, weights: Weights) -> Tensor:
        """Paint a part with the whole's maps."""
        assert self.sense is not None, "begin comes first"
        seen = PhotoSense(self.encoder(_laid(picture), DEPTHS), self.sense.moments)
        size = (picture.shape[-2], picture.shape[-1])
        return _held(self.network(seen, self.maps, weights, self.whitening), size)


@dataclass(slots=True, eq=False)
class FastPainter:
    """Paints with Fast; ``rows`` are the photo's embedding and then the styles'."""

    network: Fast
    rows: Sequence[Tensor]
    picture: Tensor | None = None
    statistics: Statistics = field(default_factory=dict)

    def begin(self, picture: Tensor) -> None:
        """Keep the picture."""
        self.picture = picture

    def whole(self, weights: Weights) -> Tensor:
        """Paint the picture."""
        assert self.picture is not None, "begin comes first"
        self.statistics = {}
        return self.part(self.picture, weights)

    @torch.no_grad()
    def part(self, picture: Tensor, weights: Weights) -> Tensor:
        """Paint a part with the whole's normalisation."""
        painted = self.network(_laid(picture), self.rows, weights, self.statistics)
        return _held(painted, (picture.shape[-2], picture.shape[-1]))


def _laid(picture: Tensor) -> Tensor:
    """The picture grown to whole grains, as the networks like it in memory."""
    height, width = picture.shape[-2:]
    grown = F.pad(picture, (0, -width % GRAIN, 0, -height % GRAIN), mode="replicate")
    return grown.contiguous(memory_format=torch.channels_last)


def _held(painted: Tensor, size: tuple[int, int]) -> Tensor:
    """What belongs to the picture, within [0, 1]."""
    return painted[..., : size[0], : size[1]].contiguous().clamp_(0, 1)
