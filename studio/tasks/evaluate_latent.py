"""Figures of a latent space: what comes back, ways and samples, each beside a measure of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from studio import registry
from studio.errors import StudioError
from studio.jobs import Step, Work
from studio.music.melody_copies import KnownTunes
from studio.music.music_vae import MusicVae
from studio.tasks.latent_figures_music import (
    BackFigures,
    TuneFigures,
    coming_back,
    like,
    samples,
)
from studio.tasks.latent_figures_pictures import PictureFigures, evaluate_pictures
from studio.tasks.latent_ways_music import (
    Way,
    WayFigures,
    by_beats,
    by_chance,
    by_latents,
    in_scale,
    way_figures,
)
from studio.training.melody_windows import Windows, melody_windows
from studio.training.music_data import MelodySet, reading_melodies


@dataclass(frozen=True, slots=True)
class LatentRequest:
    """What is measured: a model by its name or file, on what it did not learn from.

    ``data`` is the folder that it learned from, of ABC tunes or of pictures, parted as the training
    parts it; without one melodies are those of the books of music21. Pictures may be measured on a
    folder that was ``unseen`` instead. So many melodies are asked back, ways gone, and samples
    drawn.
    """

    model: str
    data: Path | None = None
    melodies: int = 512
    ways: int = 64
    samples: int = 256
    seed: int = 0
    unseen: Path | None = None

    def __post_init__(self) -> None:
        if min(self.melodies, self.ways, self.samples) < 1:
            raise StudioError("At least one melody, one way and one sample are needed.")


@dataclass(frozen=True, slots=True)
class MelodyFigures:
    """What was found; ``ways`` and ``tunes`` by their kind. ``ends_in_scale`` is of real tunes."""

    model: str
    sha256: str
    bars: int
    back: BackFigures
    ways: Mapping[str, WayFigures]
    ends_in_scale: float
    tunes: Mapping[str, TuneFigures]


def evaluate_latent(request: LatentRequest) -> Work[MelodyFigures | PictureFigures]:
    """Measure a latent space; raises StudioError where there is too little to measure it on."""
    yield Step(0, 1, "reading the network", 0.0)
    loaded = registry.latent(request.model)
    if isinstance(loaded.network, MusicVae):
        return (yield from _melodies(request, loaded.network, loaded.sha256))
    if request.data is None:
        raise StudioError(
            "A space of pictures is measured on the pictures that it learned from; name their "
            "folder with --data."
        )
    unseen = () if request.unseen is None else (request.unseen,)
    return (
        yield from evaluate_pictures(
            request.model, request.data, unseen=unseen, ways=request.ways, seed=request.seed
        )
    )


def _melodies(request: LatentRequest, network: MusicVae, sha256: str) -> Work[MelodyFigures]:
    tunes = yield from _tunes(request.data)
    bars = network.config.bars
    learned, unseen = (melody_windows(tunes.on(side), bars) for side in ("train", "test"))
    if len(unseen) < 2:
        raise StudioError(
            f"Fewer than two melodies of {bars} bars in 4/4 are among the tunes that a training "
            "leaves out; name another folder with --data."
        )
    random = np.random.default_rng(request.seed)
    unseen = unseen[random.permutation(len(unseen))]
    back = yield from coming_back(network, unseen[: request.melodies], request.seed)
    ways = yield from _ways(network, unseen, request.ways, random)
    known = KnownTunes.of(grid.symbols for grid in tunes.on("train"))
    made = yield from samples(network, request.samples, request.seed)
    written = yield from like(made, learned, known)
    real = yield from like(unseen[: request.samples].astype(np.int64), learned, known)
    ends = [in_scale(one.astype(np.int64)) for one in unseen[: 2 * request.ways]]
    return MelodyFigures(
        request.model,
        sha256,
        bars,
        back,
        {name: way_figures(of_kind) for name, of_kind in ways.items()},
        round(float(np.nanmean(ends)), 4),
        {"samples": written, "unseen tunes": real},
    )


def _tunes(folder: Path | None) -> Work[MelodySet]:
    work = reading_melodies(folder)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: MelodySet = end.value
            return found
        yield Step(0, 1, "reading the tunes", 0.0)


def _ways(
    network: MusicVae, unseen: Windows, count: int, random: np.random.Generator
) -> Work[dict[str, list[Way]]]:
    """Ways between pairs of unseen melodies: by their latents, and two others to compare with."""
    others = unseen.astype(np.int64)
    ways: dict[str, list[Way]] = {"latents": [], "cross-fade": [], "chance": []}
    for number in range(min(count, len(unseen) // 2)):
        one, other = others[2 * number : 2 * number + 2]
        ways["latents"].append(by_latents(network, one, other))
        ways["cross-fade"].append(by_beats(one, other, random))
        ways["chance"].append(by_chance(one, other, others, random))
        yield Step(number, count, "walking between tunes")
    return ways
