"""Training of the composer from sets of music, as ``studio train composer`` asks for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

from studio.errors import StudioError
from studio.jobs import Step, Work
from studio.music.composing_words import Rows
from studio.music.melody_grid import MelodyGrid
from studio.music.melody_words import melody_words, nats_by_words
from studio.music.tokenizer_words import LONGEST_BAR
from studio.music.transformer import KIND, Composer, ComposerConfig
from studio.paths import made
from studio.tasks.train_files import Trained, check_folders, check_output, checkpoint_path
from studio.tasks.train_files import steps_of as training_steps
from studio.tasks.train_music import reading_tunes, written
from studio.training import composer as loops
from studio.training.composer import ComposerTraining, windows
from studio.training.composer_pieces import Chances, Material
from studio.training.model_card import DataSet
from studio.training.music_data_sets import READERS
from studio.training.music_data_tokens import reading_tokens
from studio.work import never

MELODIES = "books"
SETS: Mapping[str, tuple[float, str]] = {
    MELODIES: (0.54, "four books of tunes, 1782 to 1903, public domain; in ABC with music21"),
    "leadsheets": (0.08, "OpenEWLD, songs in the public domain"),
    "hymnal": (0.07, "Open Hymnal, public domain"),
    "jsb": (0.10, "chorales by J. S. Bach"),
    "lieder": (0.10, "OpenScore Lieder, CC0 1.0"),
    "pianomidi": (0.06, "piano-midi.de, Bernd Krueger, CC BY-SA 3.0 DE"),
    "groove": (0.05, "Groove MIDI Dataset 1.0, Google LLC, Gillick et al. 2019, CC BY 4.0"),
}
"""The sets that the shipped network learned from: their share of all examples, and from whom."""
_SUMMARY = "Composes for several tracks: goes on, fills gaps, accompanies and harmonises"
_KEYS_KNOWN = frozenset((MELODIES, "hymnal", "groove"))
_LOOKED_AT = 96  # windows of unseen pieces at which is looked from time to time
_EVERY = 16  # pieces read between two steps of the work


@dataclass(frozen=True, slots=True)
class ComposerPlan:
    """All that a training of the composer is asked for; ``notes`` are texts by set.

    ``data`` holds a folder for each set by its name. Without it, it learns melodies alone, from the
    books that come with music21. ``sets`` are the names and shares of those it learns from.
    """

    output: Path
    data: Path | None = None
    sets: Mapping[str, float] = field(
        default_factory=lambda: {name: share for name, (share, _) in SETS.items()}
    )
    training: ComposerTraining = field(default_factory=ComposerTraining)
    config: ComposerConfig = field(default_factory=ComposerConfig)
    notes: Mapping[str, str] = field(default_factory=dict)
    command: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Set:
    """A set: its name and what of it is learned from, looked at and measured on."""

    name: str
    count: int
    learned: Material
    unseen: Material
    measured: Material
    melodies: tuple[MelodyGrid, ...] = ()
    """To be measured on, where it is a set of melodies."""


def train_composer(
    plan: ComposerPlan, *, force: bool = False, enough: Callable[[], bool] = never
) -> Work[Trained]:
    """Train, measure, and write the network and its card; goes on as it was.

    ``enough`` is asked after each step: True ends the training early with the best so far. Raises
    StudioError before anything slow where the plan cannot be carried out.
    """
    began = time.perf_counter()
    folders = _folders(plan)
    check_output(plan.output, force)
    sets: list[_Set] = []
    for name, folder in folders.items():
        share = plan.sets.get(name, 0.0)
        sets.append((yield from _read(name, folder, share, plan.training.steps)))
    if not any(len(one.learned) for one in sets):
        raise StudioError("There is no piece to learn from in it.")
    looks = _examples([one.unseen for one in sets], plan.config.context)
    checkpoint = _checkpoint(plan, sets)
    made(checkpoint.parent)
    work = loops.train_composer(
        [one.learned for one in sets if len(one.learned)],
        looks,
        plan.training,
        config=plan.config,
        checkpoint=checkpoint,
        enough=enough,
    )
    network, reached = yield from training_steps(work, {"nats": "nats", "unseen": "unseen"})
    figures = yield from _measured(network, sets)
    data = tuple(DataSet(one.name, one.count, _note(plan, one.name)) for one in sets)
    trained = written(
        plan, network, KIND, _SUMMARY, data, figures, reached, began, bits=8, force=force
    )
    checkpoint.unlink(missing_ok=True)
    return trained


def _note(plan: ComposerPlan, name: str) -> str:
    return plan.notes.get(name, SETS[name][1] if name in SETS else "")


def _folders(plan: ComposerPlan) -> dict[str, Path | None]:
    """The folder of each set; the books need none."""
    if plan.data is None:
        return {MELODIES: None}
    check_folders((plan.data,))
    unknown = [name for name in plan.sets if name not in READERS]
    if unknown:
        known = ", ".join(READERS)
        raise StudioError(f"“{unknown[0]}” is no set of music; there are {known}.")
    found: dict[str, Path | None] = {}
    for name in plan.sets:
        folder = plan.data / name
        if folder.is_dir():
            found[name] = folder
        elif name == MELODIES:
            found[name] = None
        else:
            raise StudioError(f"There is no set of music in “{folder}”.")
    return found


def _read(name: str, folder: Path | None, share: float, total: int) -> Work[_Set]:
    if name == MELODIES:
        melodies = yield from reading_tunes(folder, total)
        words = [_words(melodies.on(side)) for side in ("train", "validate", "test")]
        count, grids = len(melodies.grids), _sayable(melodies.on("test"))
    else:
        assert folder is not None
        work = reading_tokens(name, folder)
        label = f"reading {name}"
        yield Step(0, total, label, 0.0)
        while True:
            try:
                number = next(work)
            except StopIteration as end:
                tokens = end.value
                break
            if number % _EVERY == 0:
                yield Step(0, total, label, 0.0)
        words = [tokens.on(side) for side in range(3)]
        count, grids = len(tokens.pieces), ()
    known = name in _KEYS_KNOWN
    parts = [Material(pieces, max(share, 1e-9), known_keys=known) for pieces in words]
    return _Set(name, count, parts[0], parts[1], parts[2], grids)


def _sayable(grids: tuple[MelodyGrid, ...]) -> tuple[MelodyGrid, ...]:
    return tuple(grid for grid in grids if int(grid.size.max()) * 6 <= LONGEST_BAR)


def _words(grids: tuple[MelodyGrid, ...]) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    return [melody_words(grid) for grid in _sayable(grids)]


def _examples(parts: Sequence[Material], room: int) -> list[Rows]:
    held = [part for part in parts if len(part)]
    if not held:
        return []
    return windows(held, _LOOKED_AT, room, Chances(hidden_key=0.0, moved=0.0, dressed=0.0))


def _measured(network: Composer, sets: Sequence[_Set]) -> Work[dict[str, float]]:
    """Nats of pieces that had no part in the training at all: a word, and a sixteenth of tunes."""
    figures = {}
    for one in sets:
        yield Step(0, 1, "measuring", 1.0)
        examples = _examples([one.measured], network.config.context)
        if examples:
            figures[f"unseen {one.name}: nats a word"] = round(
                loops.mean_nats(network, examples[:32]), 4
            )
        cost, steps = 0.0, 0
        for number, grid in enumerate(one.melodies):
            cost += nats_by_words(network, grid) * len(grid)
            steps += len(grid)
            yield Step(number, len(one.melodies), "measuring", 1.0)
        if steps:
            figures["unseen tunes: nats"] = round(cost / steps, 4)
    return figures


def _checkpoint(plan: ComposerPlan, sets: Sequence[_Set]) -> Path:
    asked = asdict(plan.training) | {"steps": 0}
    counts = [[one.name, one.count, one.learned.share] for one in sets]
    return checkpoint_path("composer", [asked, asdict(plan.config), counts])
