"""Styles to learn from: the moments of many pictures at the sizes that pictures are painted at."""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.image.encoder import STYLE_TAPS, Encoder
from studio.image.losses import gram
from studio.image.moments import Moments
from studio.training.pictures import PictureSet

SMALLEST = 150.0
"""Below this square root of area a picture is not halved again."""


@dataclass(frozen=True, slots=True, eq=False)
class MeasuredStyle:
    """Gram matrices (C, C) and means (C,) by tap, in half precision."""

    grams: Mapping[str, Tensor]
    means: Mapping[str, Tensor]


@dataclass(frozen=True, slots=True, eq=False)
class StyleSet:
    """Measured styles."""

    styles: tuple[MeasuredStyle, ...]

    def draw(self, count: int, random: torch.Generator) -> dict[str, Moments]:
        """The moments of ``count`` styles, by tap, as one batch."""
        places = torch.randint(len(self.styles), (count,), generator=random).tolist()
        return batch([self.styles[i] for i in places])


def batch(styles: list[MeasuredStyle]) -> dict[str, Moments]:
    """Moments of several styles by tap, (B, C) and (B, C, C)."""
    return {
        tap: Moments.of_gram(
            torch.stack([s.grams[tap] for s in styles]).float(),
            torch.stack([s.means[tap] for s in styles]).float(),
        )
        for tap in STYLE_TAPS
    }


def measure_styles(
    pictures: PictureSet, encoder: Encoder
) -> Generator[tuple[int, int], None, StyleSet]:
    """Measure each picture at its own size and, where it is large, at 0.7 and 0.5 of it.

    Yields how many of how many are done.
    """
    styles = []
    for done, pixels in enumerate(pictures.pictures):
        if done % 16 == 0:
            yield done, len(pictures.pictures)
        picture = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].float() / 255
        for scale in (1.0, 0.7, 0.5):
            if math.sqrt(picture[0, 0].numel()) * scale < SMALLEST and scale < 1:
                break
            styles.append(_measured(picture, scale, encoder))
    return StyleSet(tuple(styles))


@torch.no_grad()
def _measured(picture: Tensor, scale: float, encoder: Encoder) -> MeasuredStyle:
    if scale < 1:
        size = [round(side * scale) for side in picture.shape[-2:]]
        picture = F.interpolate(picture, size, mode="bicubic", antialias=True).clamp(0, 1)
    seen = encoder(picture.contiguous(memory_format=torch.channels_last), STYLE_TAPS)
    return MeasuredStyle(
        {tap: gram(x)[0].half() for tap, x in seen.items()},
        {tap: x.mean((0, 2, 3)).half() for tap, x in seen.items()},
    )
