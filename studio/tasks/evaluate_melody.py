"""How surprising melodies are to each network and to counted runs, and whether they are copies."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from studio.errors import StudioError, Unavailable
from studio.jobs import Step, Work
from studio.music.lstm import KIND as MELODY
from studio.music.melody_copies import Copied, KnownTunes
from studio.music.melody_generate import network_of
from studio.music.melody_grid import STEP, MelodyGrid, melody_grid
from studio.music.melody_keys import costs_by_key, nats_without_key
from studio.music.melody_tables import read_tables, tables_path
from studio.music.melody_words import nats_by_words
from studio.music.ngram import ORDER, MelodyNgrams
from studio.music.song import Song
from studio.music.tokenizer_words import LONGEST_BAR, UNIT
from studio.music.transformer import KIND as COMPOSER
from studio.music.transformer import composer_of
from studio.paths import models
from studio.tasks.evaluate_files import reading_songs
from studio.training.lstm import TuneRows, nats_a_step
from studio.weights import read_weights

logger = logging.getLogger(__name__)

KEY_UNKNOWN = "key unknown"
Measure = Callable[[MelodyGrid], float | None]
"""Nats a step of a melody; None for one that the network has no words for."""


@dataclass(frozen=True, slots=True)
class MelodyFigures:
    """What was found of one melody; ``nats`` are for each sixteenth, by the name of the measure."""

    path: Path
    title: str
    key: str
    steps: int
    bars: float
    exact: bool
    """Whether all of it lies on the grid."""
    nats: Mapping[str, float]
    copied: Copied = field(default_factory=Copied)
    """The longest run that a tune of the training has too."""


@dataclass(frozen=True, slots=True)
class MelodyRequest:
    """Files of songs, of which the melody is measured; ``networks`` are those shipped if None."""

    files: tuple[Path, ...]
    networks: tuple[Path, ...] | None = None


def evaluate_melody(request: MelodyRequest) -> Work[tuple[MelodyFigures, ...]]:
    """Measure every melody: MIDI, MusicXML and kern one a file, ABC each tune of the file.

    Raises StudioError for what is no song or has no melody, where there is but one file; of
    several those are left out with a warning, unless none is left.
    """
    if not request.files:
        raise StudioError("Name a MIDI, ABC or MusicXML file whose melody is to be measured.")
    yield Step(0, len(request.files), "reading the networks", 0.0)
    measures, known = _measures(request.networks)
    found: list[MelodyFigures] = []
    problem: StudioError | None = None
    for number, path in enumerate(request.files):
        try:
            songs = yield from reading_songs(path, number, len(request.files))
            for place, song in enumerate(songs):
                found.append(_figures(path, song, measures, known))
                part = (number + (place + 1) / len(songs)) / len(request.files)
                yield Step(number, len(request.files), path.name, part)
        except StudioError as error:
            problem = error
            logger.warning("%s is left out: %s", path, error.sentence)
    if not found and problem is not None:
        raise problem
    return tuple(found)


def overall(figures: Sequence[MelodyFigures]) -> dict[str, float]:
    """Nats for each sixteenth over all melodies together that were measured, by the measure."""
    found = {}
    for name in {name: None for one in figures for name in one.nats}:
        measured = [(one.nats[name], one.steps) for one in figures if name in one.nats]
        steps = sum(count for _, count in measured)
        found[name] = sum(nats * count for nats, count in measured) / steps
    return found


def melody_networks() -> tuple[Path, ...]:
    """The weight files that ship and can measure melodies; raises Unavailable without any."""
    from safetensors import safe_open

    found = []
    for path in sorted(models().glob("*.safetensors")):
        with safe_open(path, "pt") as file:
            if (file.metadata() or {}).get("kind") in (MELODY, COMPOSER):
                found.append(path)
    if not found:
        raise Unavailable("There is no melody network here; make one with “studio train lstm”.")
    return tuple(found)


def _measures(
    networks: tuple[Path, ...] | None,
) -> tuple[dict[str, Measure], KnownTunes | None]:
    """By name; n-grams and known tunes are those beside the first network that has any."""
    measures: dict[str, Measure] = {}
    known: KnownTunes | None = None
    for path in melody_networks() if networks is None else networks:
        measures |= _by_network(path)
        tables = tables_path(path)
        if known is None and tables.is_file():
            read = read_tables(tables)
            known = read.known
            measures |= {f"{n}-gram": _by_runs(read.ngrams, n) for n in range(1, ORDER + 1)}
    return measures, known


def _by_runs(ngrams: MelodyNgrams, order: int) -> Measure:
    return lambda grid: float(ngrams.nats(grid.symbols, order).mean())


def _by_network(path: Path) -> dict[str, Measure]:
    tensors, metadata = read_weights(path)
    config = metadata.get("config", "")
    if metadata.get("kind") == COMPOSER:
        composer = composer_of(tensors, config)
        return {path.stem: lambda grid: nats_by_words(composer, grid) if _sayable(grid) else None}
    network = network_of(tensors, config)
    return {
        path.stem: lambda grid: float(nats_a_step(network, [TuneRows.of(grid)])[0]),
        f"{path.stem}, {KEY_UNKNOWN}": lambda grid: nats_without_key(
            costs_by_key(network, grid), len(grid)
        ),
    }


def _sayable(grid: MelodyGrid) -> bool:
    """Whether the composer has words for the longest bar."""
    return int(grid.size.max()) * (STEP // UNIT) <= LONGEST_BAR


def _figures(
    path: Path, song: Song, measures: Mapping[str, Measure], known: KnownTunes | None
) -> MelodyFigures:
    grid = melody_grid(song)
    found = {name: measure(grid) for name, measure in measures.items()}
    return MelodyFigures(
        path=path,
        title=song.title,
        key=grid.key.name,
        steps=len(grid),
        bars=round(float((1 / grid.size).sum()), 2),
        exact=grid.exact,
        nats={name: round(nats, 4) for name, nats in found.items() if nats is not None},
        copied=Copied() if known is None else known.longest(grid),
    )
