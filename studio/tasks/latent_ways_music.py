"""How melodies change on the way from one to another: by their latents, and by simpler ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from studio.image.latent import slerp
from studio.music.melody_grid import FIRST, HOLD, REST, Steps, notes_of_symbols
from studio.music.music_vae import BAR, MusicVae, plain
from studio.music.statistics import scale_consistency

STOPS = 9
_BEAT = 4  # steps
Way = NDArray[np.int64]
"""Melodies (stops, T), its ends among them."""


@dataclass(frozen=True, slots=True)
class WayFigures:
    """Means over ways; of those in which a figure means nothing it leaves out.

    ``in_scale`` is the scale consistency of the melodies between the ends. ``density_fit`` is the
    correlation of how many notes begin with a straight line, over ways whose ends differ in that,
    ``density_onward`` the share of steps of these that do not lead the wrong way, and
    ``density_away`` how many notes a bar a melody is off the line, over all ways. ``onward`` is
    the share of steps after which a melody is no nearer to the first one than before, ``detour``
    how much changes in all as a multiple of what differs between the ends.
    """

    in_scale: float
    density_fit: float
    density_onward: float
    density_away: float
    onward: float
    detour: float


def by_latents(network: MusicVae, one: Steps, other: Steps, stops: int = STOPS) -> Way:
    """The way along the arc between the latents of two melodies (T,), as the studio goes it."""
    ends = network.find(torch.from_numpy(np.stack([one, other]))).numpy()
    latents = slerp(ends[0], ends[1], np.linspace(0, 1, stops))
    return network.decode(torch.from_numpy(latents))


def by_beats(one: Steps, other: Steps, random: np.random.Generator, stops: int = STOPS) -> Way:
    """A cross-fade of the melodies themselves: more and more beats are the other's."""
    beats = len(one) // _BEAT
    order = random.permutation(beats)
    found = []
    for share in np.linspace(0, 1, stops):
        taken = np.isin(np.arange(len(one)) // _BEAT, order[: round(share * beats)])
        found.append(plain(np.where(taken, other, one)))
    return np.stack(found)


def by_chance(
    one: Steps, other: Steps, others: Way, random: np.random.Generator, stops: int = STOPS
) -> Way:
    """Any melodies between the two: what a way that means nothing looks like."""
    between = others[random.integers(len(others), size=stops - 2)].astype(np.int64)
    return np.concatenate([one[None], between, other[None]])


def way_figures(ways: Sequence[Way]) -> WayFigures:
    """The figures of ways of one kind; NaN where no way says anything."""
    rows = [astuple(_figures(way)) for way in ways]
    table = np.array(rows or [(np.nan,) * 6])
    known = np.isfinite(table)
    sums = np.where(known, table, 0).sum(0)
    means = np.divide(sums, known.sum(0), out=np.full(6, np.nan), where=known.any(0))
    return WayFigures(*(round(float(mean), 4) for mean in means))


def in_scale(melody: Steps) -> float:
    """The scale consistency of a melody's notes; NaN where there is none."""
    notes = notes_of_symbols(melody)
    return scale_consistency(notes) if len(notes) else float("nan")


def _figures(way: Way) -> WayFigures:
    bars = max(1, way.shape[1] // BAR)
    density = (way >= FIRST).sum(1) / bars
    line = np.linspace(density[0], density[-1], len(density))
    apart = density[-1] - density[0]
    fit = onward_density = float("nan")
    if abs(apart) >= 1:  # a note a bar: less is no direction
        fit = _correlation(density, line)
        onward_density = float((np.diff(density) * np.sign(apart) >= 0).mean())
    far = (way != way[0]).mean(1)
    changes = (way[1:] != way[:-1]).mean(1).sum()
    scales = np.array([in_scale(melody) for melody in way[1:-1]])
    sounding = scales[np.isfinite(scales)]
    return WayFigures(
        in_scale=float(sounding.mean()) if len(sounding) else float("nan"),
        density_fit=fit,
        density_onward=onward_density,
        density_away=float(np.abs(density - line)[1:-1].mean()),
        onward=float((np.diff(far) >= 0).mean()),
        detour=float(changes / far[-1]) if far[-1] > 0 else float("nan"),
    )


def _correlation(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Pearson's; 0 where one of the two does not change."""
    first, second = one - one.mean(), other - other.mean()
    size = float(np.sqrt((first**2).sum() * (second**2).sum()))
    return float((first * second).sum() / size) if size > 1e-12 else 0.0


def silent(melody: Steps) -> bool:
    """Whether no note begins in it."""
    return bool(((melody == HOLD) | (melody == REST)).all())
