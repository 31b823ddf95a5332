"""Figures of a latent space of pictures: what comes back, samples, copies, and even ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from studio import registry
from studio.image.encoder import SMALLEST_SIDE, Encoder
from studio.image.gan import Generator
from studio.image.latent import slerp
from studio.image.vae import Vae
from studio.jobs import Step, Work
from studio.tasks import latent_figures
from studio.tasks.latent_figures import Decode
from studio.training.picture_sets import SquareSet, reading_squares

STOPS = 9
_TAPS = ("relu2_1", "relu3_1", "relu4_1")


@dataclass(frozen=True, slots=True)
class PictureFigures:
    """What was found of a space of pictures of ``side`` pixels, by the name of the figure.

    Of ways there is the length, as the studio's encoder sees it, as a multiple of the distance of
    their ends, beside that of a cross-fade of the same two pictures; and the share of the longest
    of the steps, which is 1/8 where they are all alike.
    """

    model: str
    sha256: str
    side: int
    figures: Mapping[str, float]


def evaluate_pictures(
    model: str, folder: Path, *, unseen: Sequence[Path] = (), ways: int = 64, seed: int = 0
) -> Work[PictureFigures]:
    """Measure a space on the folder that it was learned from; raises as reading one does.

    What comes back is measured on the ``unseen`` folders, or without them on what was held back.
    """
    loaded = registry.latent(model)
    network, encoder = loaded.network, registry.encoder("studio").network
    assert isinstance(network, Vae | Generator)
    side, latent = network.config.side, network.config.latent
    pictures = yield from _pictures(folder, side, unseen)

    @torch.no_grad()
    def decode(few: Tensor) -> Tensor:
        return network.decode(few)

    figures: dict[str, float] = {}
    if isinstance(network, Vae):
        figures |= yield from _back(network, pictures)
    figures |= yield from _samples(decode, latent, encoder, pictures)
    if side >= SMALLEST_SIDE:
        figures |= yield from _ways(decode, latent, encoder, ways, seed)
    return PictureFigures(model, loaded.sha256, side, figures)


def _pictures(folder: Path, side: int, unseen: Sequence[Path]) -> Work[SquareSet]:
    work = reading_squares((folder,), side, unseen=unseen)
    while True:
        try:
            done, count = next(work)
        except StopIteration as end:
            found: SquareSet = end.value
            return found
        yield Step(done, count, "reading the pictures", 0.0)


def _back(network: Vae, pictures: SquareSet) -> Work[dict[str, float]]:
    """How pictures held back come back, beside as many principal components."""

    @torch.no_grad()
    def back(few: Tensor) -> Tensor:
        return network.paint(network.encode(few)[0]).clamp(0, 1)

    yield Step(0, 1, "finding principal components", 0.0)
    plain = latent_figures.components(pictures, network.config.latent)
    figures = {"unseen pictures": float(len(pictures.held))}
    figures["unseen psnr"] = yield from latent_figures.decibels(back, pictures)
    by_parts = yield from latent_figures.decibels(plain.back, pictures)
    figures["unseen psnr, as many components"] = by_parts
    return figures


def _samples(
    decode: Decode, latent: int, encoder: Encoder, pictures: SquareSet
) -> Work[dict[str, float]]:
    ours = yield from latent_figures.samples(decode, latent)
    strange = yield from latent_figures.strangeness(encoder, ours, pictures)
    far, usual, _ = yield from latent_figures.nearest(ours, pictures)
    return {
        "samples: diversity": latent_figures.variety(ours, pictures),
        "samples: distance to the set": strange,
        "samples: distance to the nearest learned from": far,
        "unseen pictures: distance to the nearest learned from": usual,
    }


def _ways(
    decode: Decode, latent: int, encoder: Encoder, count: int, seed: int
) -> Work[dict[str, float]]:
    random = np.random.default_rng(seed)
    rows = []
    for number in range(count):
        ends = random.standard_normal((2, latent)).astype(np.float32)
        shares = np.linspace(0, 1, STOPS)
        stops = decode(torch.from_numpy(slerp(ends[0], ends[1], shares)))
        faded = torch.from_numpy(shares.astype(np.float32)).view(-1, 1, 1, 1)
        rows.append(
            (*evenness(encoder, stops), *evenness(encoder, stops[:1].lerp(stops[-1:], faded)))
        )
        yield Step(number, count, "walking")
    length, longest, faded_length, faded_longest = np.nanmean(np.array(rows), 0).tolist()
    return {
        "ways: length": round(length, 4),
        "ways: longest step": round(longest, 4),
        "ways, cross-faded: length": round(faded_length, 4),
        "ways, cross-faded: longest step": round(faded_longest, 4),
    }


@torch.no_grad()
def evenness(encoder: Encoder, stops: Tensor) -> tuple[float, float]:
    """The length of a way of pictures (N, 3, S, S) and its longest step, as shares.

    The length is a multiple of the distance of the ends, the step a share of the length; NaN for
    pictures that are all the same.
    """
    seen = encoder(stops.contiguous(memory_format=torch.channels_last), _TAPS)
    rows = torch.cat([F.normalize(seen[tap], dim=1).flatten(1) / 10 for tap in _TAPS], 1)
    steps = (rows[1:] - rows[:-1]).norm(dim=1)
    total, direct = float(steps.sum()), float((rows[-1] - rows[0]).norm())
    if total < 1e-6 or direct < 1e-6:
        return float("nan"), float("nan")
    return total / direct, float(steps.max()) / total
