"""How good a latent space of melodies is: what comes back, what samples are like, and copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from studio.jobs import Step, Work
from studio.music.melody_copies import KnownTunes
from studio.music.melody_grid import FIRST, Steps, grid_of_notes, notes_of_symbols
from studio.music.music_vae import MusicVae
from studio.music.sampling import seeded
from studio.music.statistics import note_statistics
from studio.music.timing import MetreMap
from studio.tasks.latent_ways_music import silent
from studio.training.melody_windows import Windows
from studio.training.music_vae import accuracy

PUBLISHED = {2: 0.951, 16: 0.812}
"""Steps that come back, by bars: Roberts et al. 2018, table 2, learned from 1.5 million files."""
COPIED_BARS = 8.0
_EACH = 16
_FEW = 4
Melodies = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class BackFigures:
    """How unseen melodies come back: shares of steps, and F1 of the notes with their begins.

    ``alone`` the network writes on by itself, ``drawn`` so at temperature 1, and ``told`` it is
    told what stood before each step. ``published`` is Roberts' figure beside ``alone``.
    """

    melodies: int
    alone: float
    drawn: float
    told: float
    notes: float
    published: float | None = None


@dataclass(frozen=True, slots=True)
class TuneFigures:
    """What melodies are like on the average; ``entropy`` of pitch classes in bits, shares 0..1.

    ``alike`` is the share of steps that are those of the nearest melody learned from, in any key,
    in the middle of all. ``known_bars`` is the longest run that a tune learned from has too, and
    ``not_copied`` the share of melodies in which it lasts no longer than 8 bars.
    """

    melodies: int
    silent: int
    entropy: float
    in_scale: float
    groove: float
    notes_a_bar: float
    alike: float
    known_bars: float
    not_copied: float


def coming_back(network: MusicVae, unseen: Windows, seed: int = 0) -> Work[BackFigures]:
    """Measure how melodies (N, T) come back; some at a time."""
    rows, count = [], len(unseen)
    for number, few in enumerate(np.array_split(unseen, -(-count // _EACH))):
        melodies = few.astype(np.int64)
        rows.append((*_back(network, melodies, seed + number), len(melodies)))
        yield Step(number, -(-count // _EACH), "asking melodies back")
    table = np.array(rows)
    means = (table[:, :4] * table[:, 4:]).sum(0) / count
    alone, drawn, told, notes = (round(float(mean), 4) for mean in means)
    return BackFigures(count, alone, drawn, told, notes, PUBLISHED.get(network.config.bars))


def samples(network: MusicVae, count: int, seed: int = 0) -> Work[Melodies]:
    """Melodies (N, T) of latents by chance, always the same ones: the likeliest symbols."""
    found = []
    random = torch.Generator().manual_seed(seed)
    for few in torch.randn((count, network.config.latent), generator=random).split(_FEW):
        found.append(network.decode(few))
        yield Step(len(found) * _FEW, count, "writing melodies")
    return np.concatenate(found)


def like(melodies: Melodies, learned: Windows, known: KnownTunes) -> Work[TuneFigures]:
    """Count melodies (N, T), and look for them among those learned from."""
    table = relative(learned)
    counted, alike, runs = [], [], []
    sounding = [melody for melody in melodies.astype(np.int64) if not silent(melody)]
    for number, melody in enumerate(sounding):
        counted.append(astuple(note_statistics(notes_of_symbols(melody), MetreMap())))
        alike.append(float((table == relative(melody[None])).mean(1).max(initial=0)))
        runs.append(known.longest(grid_of_notes(notes_of_symbols(melody), MetreMap())).bars)
        yield Step(number, len(sounding), "looking for copies")
    if not counted:
        nothing = float("nan")
        return TuneFigures(len(melodies), len(melodies), *(nothing,) * 7)
    entropy, in_scale, groove, notes_a_bar, _ = np.array(counted).mean(0).tolist()
    found = (entropy, in_scale, groove, notes_a_bar, np.median(alike), np.mean(runs))
    not_copied = np.mean(np.array(runs) <= COPIED_BARS)
    return TuneFigures(
        len(melodies),
        len(melodies) - len(sounding),
        *(round(float(one), 4) for one in (*found, not_copied)),
    )


def relative(melodies: NDArray[np.uint8] | Melodies) -> NDArray[np.int8]:
    """Melodies (N, T) without their key: pitches as steps from the first note's."""
    symbols = melodies.astype(np.int64)
    notes = symbols >= FIRST
    first = symbols[np.arange(len(symbols)), notes.argmax(1)]
    return np.where(notes, symbols - first[:, None] + 64, symbols).astype(np.int8)


def notes_back(wanted: Steps, found: Steps) -> float:
    """F1 of notes that begin at the same step with the same pitch; 1 where neither has any."""
    there, here = wanted >= FIRST, found >= FIRST
    both = int((there & here & (wanted == found)).sum())
    total = int(there.sum() + here.sum())
    return 2 * both / total if total else 1.0


def _back(network: MusicVae, melodies: Melodies, seed: int) -> tuple[float, float, float, float]:
    told = torch.from_numpy(melodies)
    alone, foreseen = accuracy(network, told)
    latents = network.find(told)
    likeliest = network.decode(latents)
    drawn = network.decode(latents, temperature=1.0, random=seeded(seed))
    pairs: Sequence[tuple[Steps, Steps]] = list(zip(melodies, likeliest, strict=True))
    notes = float(np.mean([notes_back(*pair) for pair in pairs]))
    return alone, float((drawn == melodies).mean()), foreseen, notes
