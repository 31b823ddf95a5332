"""Training of MusicVAE from tunes, as ``studio train musicvae`` and the app ask for it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.image.latent import slerp
from studio.jobs import Step, Work
from studio.music.melody_grid import FIRST, LOW
from studio.music.music_vae import KIND, MusicVae, MusicVaeConfig
from studio.music.theory import SCALES
from studio.paths import made
from studio.tasks.train_files import (
    Trained,
    check_folders,
    check_output,
    checkpoint_path,
    steps_of,
)
from studio.training import music_vae as loops
from studio.training.melody_windows import Windows, melody_windows
from studio.training.model_card import DataSet, ModelCard, write_model
from studio.training.music_data import BOOKS, MelodySet, reading_melodies
from studio.training.music_vae import MusicVaeTraining, accuracy
from studio.work import never

FEWEST = 32
"""Melodies below which there is nothing to learn."""
_BOOKS = "four books of tunes, 1782 to 1903, public domain; in ABC with music21"
_MEASURED = 512
_PAIRS = 24
_STOPS = 9
_EACH = 16
_SCALES = [sorted(SCALES[name]) for name in ("major", "minor")]
Symbols = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class MusicVaePlan:
    """All that a training of MusicVAE is asked for; ``notes`` are texts by folder name.

    Without ``data``, a folder of ABC files, it learns from the books that come with music21.
    """

    output: Path
    data: Path | None = None
    training: MusicVaeTraining = field(default_factory=MusicVaeTraining)
    config: MusicVaeConfig = field(default_factory=MusicVaeConfig)
    notes: Mapping[str, str] = field(default_factory=dict)
    command: str = ""
    licence: str = "MIT"
    bits: int | None = 8
    """Of the numbers in the file: 8, 6, or None for half precision."""


def train_musicvae(
    plan: MusicVaePlan, *, force: bool = False, enough: Callable[[], bool] = never
) -> Work[Trained]:
    """Train, measure, and write the network and its card; goes on as it was.

    ``enough`` is asked after each step: True ends the training early. Raises StudioError before
    anything slow where the plan cannot be carried out.
    """
    began = time.perf_counter()
    if plan.data is not None:
        check_folders((plan.data,))
    check_output(plan.output, force)
    tunes = yield from _tunes(plan)
    sides = []
    for side in ("train", "validate", "test"):
        yield Step(0, plan.training.steps, "cutting the tunes", 0.0)
        sides.append(melody_windows(tunes.on(side), plan.config.bars))
    learned, unseen, measured = sides
    if len(learned) < FEWEST:
        raise StudioError(
            f"Only {len(learned)} melodies of {plan.config.bars} bars in 4/4 were found; at least "
            f"{FEWEST} are needed: add more tunes, or learn fewer bars."
        )
    checkpoint = _checkpoint(plan, tunes, learned)
    made(checkpoint.parent)
    work = loops.train_music_vae(
        learned, unseen, plan.training, config=plan.config, checkpoint=checkpoint, enough=enough
    )
    network, reached = yield from steps_of(work, {"nats": "nats", "unseen": "unseen"})
    steps = int(reached.pop("steps", plan.training.steps))
    figures = {"melodies": float(len(learned))}
    figures |= yield from _measured(network, measured if len(measured) else unseen)
    figures |= {f"training {name}": value for name, value in reached.items()}
    data = _data_sets(plan, tunes)
    card = _card(plan, network, data, steps, figures)
    state, config = network.state_dict(), network.config.to_json()
    sha256 = write_model(plan.output, state, config, card, bits=plan.bits, force=force)
    checkpoint.unlink(missing_ok=True)
    undescribed = tuple(one.name for one in data if not one.note)
    return Trained(plan.output, sha256, time.perf_counter() - began, figures, undescribed)


def _tunes(plan: MusicVaePlan) -> Work[MelodySet]:
    work = reading_melodies(plan.data)
    total = plan.training.steps
    yield Step(0, total, "reading the tunes", 0.0)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: MelodySet = end.value
            return found
        yield Step(0, total, "reading the tunes", 0.0)


def _measured(network: MusicVae, windows: Windows) -> Work[dict[str, float]]:
    """How melodies that had no part in the training come back, and how ways between them sound."""
    if not len(windows):
        return {}
    order = np.random.default_rng(0).permutation(len(windows))[:_MEASURED]
    melodies = torch.from_numpy(windows[order].astype(np.int64))
    alone = told = 0.0
    for few in melodies.split(_EACH):
        one, other = accuracy(network, few)
        alone += one * len(few) / len(melodies)
        told += other * len(few) / len(melodies)
        yield Step(0, 1, "measuring", 1.0)
    figures = {
        "unseen tunes: melodies": float(len(melodies)),
        "unseen tunes: steps that come back": round(alone, 4),
        "unseen tunes: steps foreseen when told": round(told, 4),
    }
    ways = []
    for number in range(min(_PAIRS, len(melodies) // 2)):
        ways.append(way(network, melodies[2 * number : 2 * number + 2]))
        yield Step(0, 1, "walking between tunes", 1.0)
    return figures | smoothness(ways)


def way(network: MusicVae, ends: torch.Tensor, stops: int = _STOPS) -> Symbols:
    """Melodies (stops, T) from one (of ``ends`` (2, T)) to the other, by its latents."""
    one, other = network.find(ends).numpy()
    latents = slerp(one, other, np.linspace(0, 1, stops))
    return network.decode(torch.from_numpy(latents))


def smoothness(ways: Sequence[Symbols]) -> dict[str, float]:
    """How evenly melodies change on their ways: shares of steps that do not go back, and scales.

    Each step of a way shall be no nearer to its first melody than the one before it, and its
    density (notes begun) shall lie between those of its ends.
    """
    if not ways:
        return {}
    onward, between, keyed, ends = [], [], [], []
    for melodies in ways:
        far = (melodies != melodies[0]).mean(1)
        onward.append(float((np.diff(far) >= 0).mean()))
        density = (melodies >= FIRST).sum(1)
        low, high = min(density[0], density[-1]), max(density[0], density[-1])
        inner = density[1:-1]
        between.append(float(((inner >= low) & (inner <= high)).mean()))
        keyed.append(float(np.mean([in_scale(one) for one in melodies[1:-1]])))
        ends.append(float(np.mean([in_scale(one) for one in melodies[[0, -1]]])))
    return {
        "ways: steps that lead onward": round(float(np.mean(onward)), 4),
        "ways: densities between those of the ends": round(float(np.mean(between)), 4),
        "ways: notes in one scale": round(float(np.mean(keyed)), 4),
        "ways: notes in one scale at their ends": round(float(np.mean(ends)), 4),
    }


def in_scale(symbols: Symbols) -> float:
    """The share of notes in the major or minor scale that holds most of them; 1 for no note."""
    pitches = symbols[symbols >= FIRST] - FIRST + LOW
    if not len(pitches):
        return 1.0
    shares = [
        float(np.isin((pitches - tonic) % 12, scale).mean())
        for scale in _SCALES
        for tonic in range(12)
    ]
    return max(shares)


def _data_sets(plan: MusicVaePlan, tunes: MelodySet) -> tuple[DataSet, ...]:
    if plan.data is not None:
        name = plan.data.resolve().name
        return (DataSet(name, len(tunes.grids), plan.notes.get(name, "")),)
    sets = []
    for book in BOOKS:
        count = sum(name.startswith(f"{book}/") for name in tunes.names)
        sets.append(DataSet(book, count, plan.notes.get(book, _BOOKS)))
    return tuple(sets)


def _card(
    plan: MusicVaePlan,
    network: MusicVae,
    data: tuple[DataSet, ...],
    steps: int,
    figures: Mapping[str, float],
) -> ModelCard:
    shape = json.loads(network.config.to_json())["music_vae"]
    return ModelCard(
        name=plan.output.stem,
        kind=KIND,
        summary=f"A latent space of melodies of {network.config.bars} bars",
        architecture=shape | {"parameters": network.parameter_count},
        command=plan.command,
        data=data,
        seed=plan.training.seed,
        steps=steps,
        figures=figures,
        licence=plan.licence,
    )


def _checkpoint(plan: MusicVaePlan, tunes: MelodySet, learned: Windows) -> Path:
    asked = asdict(plan.training) | {"steps": 0}
    return checkpoint_path("musicvae", [asked, asdict(plan.config), len(learned), tunes.names])
