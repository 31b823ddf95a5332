"""Measures a style picture with an encoder at a ladder of sizes, and gives targets in between."""

from __future__ import annotations

import json
import math
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from studio.errors import StudioError, UnreadableFile
from studio.image.encoder import STYLE_TAPS, Encoder, Features
from studio.image.losses import gram
from studio.image.style_card import CARD_VERSION, MOST_BYTES, card_words
from studio.paths import replacing

SMALLEST, LARGEST = 64, 1024
"""Square roots of area, in pixels, between which a style is measured."""
TOO_SMALL = 32
"""A style picture with fewer pixels a side has no texture to learn."""


@dataclass(frozen=True, slots=True, eq=False)
class StyleStatistics:
    """Gram matrices (1, C, C) and means (1, C) by tap for each size, ascending."""

    sizes: tuple[float, ...]
    grams: tuple[Mapping[str, Tensor], ...]
    means: tuple[Mapping[str, Tensor], ...]
    colour_mean: Tensor
    colour_covariance: Tensor

    def targets(self, side: float) -> Mapping[str, Tensor]:
        """Gram matrices for a picture of the given square root of area.

        Between two sizes they are interpolated in the logarithm of the size; beyond the ends the
        nearest serves, since a painting has no detail finer than its own pixels.
        """
        below, above, share = self._between(side)
        if share == 0:
            return self.grams[below]
        return {t: self.grams[below][t].lerp(g, share) for t, g in self.grams[above].items()}

    def moments(self, side: float) -> dict[str, tuple[Tensor, Tensor]]:
        """Gram matrices and means (1, C) by tap, for a picture of that square root of area."""
        below, above, share = self._between(side)
        grams = self.targets(side)
        return {
            t: (grams[t], self.means[below][t].lerp(mean, share))
            for t, mean in self.means[above].items()
        }

    def _between(self, side: float) -> tuple[int, int, float]:
        """The two sizes around ``side`` and how far it is from the first to the second."""
        side = min(max(side, self.sizes[0]), self.sizes[-1])
        above = next(i for i, size in enumerate(self.sizes) if size >= side - 1e-6)
        if above == 0:
            return 0, 0, 0.0
        low, high = self.sizes[above - 1], self.sizes[above]
        return above - 1, above, math.log(side / low) / math.log(high / low)


def ladder(native: float) -> tuple[float, ...]:
    """The sizes at which a picture of that square root of area is measured: doublings, itself."""
    top = min(native, float(LARGEST))
    sizes = [float(SMALLEST)]
    while sizes[-1] * 2 < top * 0.9:
        sizes.append(sizes[-1] * 2)
    return (*sizes, top) if top > sizes[-1] else (top,)


def measure(picture: Tensor, encoder: Encoder) -> Generator[int, None, StyleStatistics]:
    """Measure (1, 3, H, W) at each size of the ladder, yielding how many are done.

    Raises StudioError for a picture too small to have a texture.
    """
    height, width = picture.shape[-2:]
    if min(height, width) < TOO_SMALL:
        raise StudioError(
            f"The style picture is too small ({width} × {height}); "
            f"it needs at least {TOO_SMALL} pixels a side."
        )
    native = math.sqrt(height * width)
    sizes = ladder(native)
    grams, means = [], []
    for index, size in enumerate(sizes):
        features = _see(picture, size / native, encoder)
        grams.append({tap: gram(x) for tap, x in features.items()})
        means.append({tap: x.float().mean((2, 3)) for tap, x in features.items()})
        yield index + 1
    flat = picture.flatten(2)[0]
    return StyleStatistics(sizes, tuple(grams), tuple(means), flat.mean(1), torch.cov(flat))


@torch.no_grad()
def _see(picture: Tensor, scale: float, encoder: Encoder) -> Features:
    size = [max(TOO_SMALL, round(side * scale)) for side in picture.shape[-2:]]
    small = F.interpolate(picture, size, mode="bicubic", antialias=True).clamp(0, 1)
    features: Features = encoder(small.contiguous(memory_format=torch.channels_last), STYLE_TAPS)
    return features


def blend(
    styles: Sequence[tuple[StyleStatistics, float]], side: float, style_size: float = 1.0
) -> dict[str, Tensor]:
    """The weighted mean of several styles' targets at ``side`` times ``style_size``."""
    total = sum(weight for _, weight in styles)
    mixed: dict[str, Tensor] = {}
    for statistics, weight in styles:
        for tap, matrix in statistics.targets(side * style_size).items():
            part = matrix * (weight / total)
            mixed[tap] = mixed[tap] + part if tap in mixed else part
    return mixed


def blend_regions(
    styles: Sequence[StyleStatistics],
    mixtures: Sequence[Sequence[float]],
    side: float,
    style_size: float = 1.0,
) -> dict[str, Tensor]:
    """Targets (R, C, C) of as many mixtures, each with a weight for every style."""
    regions = []
    for mixture in mixtures:
        chosen = [(one, weight) for one, weight in zip(styles, mixture, strict=True) if weight > 0]
        regions.append(blend(chosen, side, style_size))
    return {tap: torch.cat([region[tap] for region in regions]) for tap in regions[0]}


def write_card(
    path: Path,
    statistics: StyleStatistics,
    words: Mapping[str, str],
    thumbnail: bytes,
    encoder_sha256: str,
    *,
    force: bool = False,
) -> None:
    """Write a card; ``words`` are id, title, artist and year, ``thumbnail`` is a JPEG."""
    tensors = {
        "thumbnail": torch.frombuffer(bytearray(thumbnail), dtype=torch.uint8),
        "colour/mean": statistics.colour_mean.float(),
        "colour/covariance": statistics.colour_covariance.float(),
    }
    for rung, (grams, means) in enumerate(zip(statistics.grams, statistics.means, strict=True)):
        for tap in STYLE_TAPS:
            row, column = torch.triu_indices(*grams[tap].shape[-2:])
            tensors[f"fine/{rung}/{tap}/gram"] = grams[tap][0, row, column].half()
            tensors[f"fine/{rung}/{tap}/mean"] = means[tap][0].half()
    card = {"version": CARD_VERSION, **words}
    card["fine"] = {"encoder": encoder_sha256, "sizes": list(statistics.sizes)}
    tensors = {name: value.cpu().contiguous() for name, value in tensors.items()}
    with replacing(path, force=force) as temporary:
        temporary.write_bytes(save(tensors, {"klangbild_card": json.dumps(card, sort_keys=True)}))


def read_card(path: Path, encoder_sha256: str, widths: Mapping[str, int]) -> StyleStatistics:
    """Read a card's statistics; raises UnreadableFile for a damaged card or another encoder's."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("too large")
        with safe_open(path, "pt") as file:
            fine = card_words(file.metadata())["fine"]
            if fine["encoder"] != encoder_sha256:
                raise _OtherEncoder
            sizes = tuple(float(size) for size in fine["sizes"])
            rising = all(a < b for a, b in pairwise(sizes))
            if not 1 <= len(sizes) <= 16 or not rising or not 16 <= sizes[0] <= sizes[-1] <= 1e5:
                raise ValueError("odd sizes")
            grams, means = [], []
            for rung in range(len(sizes)):
                names = {tap: f"fine/{rung}/{tap}" for tap in STYLE_TAPS}
                grams.append(
                    {t: _square(file.get_tensor(f"{n}/gram"), widths[t]) for t, n in names.items()}
                )
                means.append(
                    {t: _row(file.get_tensor(f"{n}/mean"), widths[t]) for t, n in names.items()}
                )
            colour_mean = _row(file.get_tensor("colour/mean"), 3)[0]
            colour_covariance = file.get_tensor("colour/covariance").float()
            if colour_covariance.shape != (3, 3) or not bool(colour_covariance.isfinite().all()):
                raise ValueError("odd colours")
    except _OtherEncoder:
        raise UnreadableFile(
            f"The style card “{path.name}” was made for another encoder; "
            "make it anew from the picture."
        ) from None
    except OSError as problem:
        reason = problem.strerror or "it is damaged"
        raise UnreadableFile(f"The style card “{path.name}” cannot be read: {reason}.") from None
    except (
        SafetensorError,
        KeyError,
        ValueError,
        TypeError,
        OverflowError,
        RuntimeError,
    ) as problem:
        raise UnreadableFile(f"The style card “{path.name}” is damaged.") from problem
    return StyleStatistics(sizes, tuple(grams), tuple(means), colour_mean, colour_covariance)


def read_embedding(path: Path, network_sha256: str, length: int) -> Tensor | None:
    """The row (E,) with which that network of Fast paints the card; None where there is none."""
    try:
        with safe_open(path, "pt") as file:
            fast = card_words(file.metadata()).get("fast")
            if not isinstance(fast, dict) or fast.get("network") != network_sha256:
                return None
            row: Tensor = file.get_tensor("fast/embedding").float()
    except (OSError, SafetensorError, KeyError, ValueError, TypeError, RuntimeError) as problem:
        raise UnreadableFile(f"The style card “{path.name}” is damaged.") from problem
    if row.shape != (length,) or not bool(row.isfinite().all()):
        raise UnreadableFile(f"The style card “{path.name}” is damaged.")
    return row


def write_embedding(path: Path, network_sha256: str, row: Tensor) -> None:
    """Write into a card the row (E,) with which that network of Fast paints it."""
    try:
        with safe_open(path, "pt") as file:
            words = card_words(file.metadata())
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
    except (OSError, SafetensorError, KeyError, ValueError, TypeError) as problem:
        raise UnreadableFile(f"The style card “{path.name}” is damaged.") from problem
    tensors["fast/embedding"] = row.detach().cpu().half().contiguous()
    words["fast"] = {"network": network_sha256}
    with replacing(path, force=True) as temporary:
        temporary.write_bytes(save(tensors, {"klangbild_card": json.dumps(words, sort_keys=True)}))


class _OtherEncoder(Exception):
    """The card's statistics are another encoder's."""


def _square(triangle: Tensor, width: int) -> Tensor:
    """The symmetric matrix (1, C, C) whose upper triangle was stored."""
    row, column = torch.triu_indices(width, width)
    matrix = torch.zeros(width, width)
    values = triangle.float()
    if values.shape != row.shape or not bool(values.isfinite().all()):
        raise ValueError("odd triangle")
    matrix[row, column] = values
    matrix[column, row] = values
    return matrix[None]


def _row(values: Tensor, width: int) -> Tensor:
    if values.shape != (width,) or not bool(values.isfinite().all()):
        raise ValueError("odd mean")
    return values.float()[None]
