"""Training of the melody network from tunes, as ``studio train lstm`` and the app ask for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from studio.jobs import Step, Work
from studio.music.lstm import KIND, MelodyLstm, MelodyLstmConfig
from studio.music.melody_copies import KnownTunes
from studio.music.melody_grid import MelodyGrid
from studio.music.melody_keys import costs_by_key, nats_without_key
from studio.music.melody_tables import MelodyTables, tables_path, write_tables
from studio.music.ngram import MelodyNgrams
from studio.paths import made
from studio.tasks.train_files import Trained, check_folders, check_output, checkpoint_path
from studio.tasks.train_files import steps_of as training_steps
from studio.tasks.train_music import reading_tunes, written
from studio.training import lstm as loops
from studio.training.lstm import LstmTraining, TuneRows
from studio.training.model_card import DataSet
from studio.training.music_data import BOOKS, MelodySet
from studio.work import never

_SUMMARY = "Writes melodies note by note, in a metre and a key"
_EACH = 8  # tunes made ready between two steps of the work
_BOOK_NOTES = {
    "oneills1850": "Music of Ireland, F. O'Neill 1903, public domain; in ABC by Norbeck, Safranek, "
    "O'Neil, Chambers, Petersen, Hogan, Foy, Walsh, Keays and others, with music21",
    "airdsAirs": "A Selection of Airs, J. Aird 1782-1801, public domain; in ABC by Jack Campin, "
    "with music21",
    "ryansMammoth": "Ryan's Mammoth Collection, W. B. Ryan 1883, public domain; in ABC by Ray "
    "Davies, with music21",
    "miscFolk": "Northumbrian Minstrelsy 1882 and American fife tunes, public domain; in ABC by "
    "Jack Campin, with music21",
}


@dataclass(frozen=True, slots=True)
class LstmPlan:
    """All that a training of the melody network is asked for; ``notes`` are texts by folder name.

    Without ``data``, a folder of ABC files, it learns from the books that come with music21.
    """

    output: Path
    data: Path | None = None
    training: LstmTraining = field(default_factory=LstmTraining)
    config: MelodyLstmConfig = field(default_factory=MelodyLstmConfig)
    notes: Mapping[str, str] = field(default_factory=dict)
    command: str = ""


def train_lstm(
    plan: LstmPlan, *, force: bool = False, enough: Callable[[], bool] = never
) -> Work[Trained]:
    """Train, measure, and write the network, its tables and a card; goes on as it was.

    ``enough`` is asked after each step: True ends the training early with the best so far. Raises
    StudioError before anything slow where the plan cannot be carried out.
    """
    began = time.perf_counter()
    if plan.data is not None:
        check_folders((plan.data,))
    check_output(plan.output, force)
    melodies = yield from reading_tunes(plan.data, plan.training.steps)
    tunes = yield from _rows(melodies.on("train"), "learning material")
    unseen = yield from _rows(melodies.on("validate"), "material to stop by")
    checkpoint = _checkpoint(plan, melodies)
    made(checkpoint.parent)
    work = loops.train_lstm(
        tunes, unseen, plan.training, config=plan.config, checkpoint=checkpoint, enough=enough
    )
    network, reached = yield from training_steps(work, {"nats": "nats", "unseen": "unseen"})
    tables = MelodyTables(*_counted(melodies.on("train")))
    figures = yield from _measured(network, tables, melodies.on("test"))
    data = _data_sets(plan, melodies)
    trained = written(plan, network, KIND, _SUMMARY, data, figures, reached, began, force=force)
    write_tables(tables_path(plan.output), tables, force=True)
    checkpoint.unlink(missing_ok=True)
    return trained


def _rows(grids: tuple[MelodyGrid, ...], label: str) -> Work[list[TuneRows]]:
    rows = []
    for number, grid in enumerate(grids):
        rows.append(TuneRows.of(grid))
        if number % _EACH == 0:
            yield Step(number, len(grids), label, 0.0)
    return rows


def _counted(grids: tuple[MelodyGrid, ...]) -> tuple[MelodyNgrams, KnownTunes]:
    symbols = [grid.symbols for grid in grids]
    return MelodyNgrams.count(symbols), KnownTunes.of(symbols)


def _measured(
    network: MelodyLstm, tables: MelodyTables, grids: tuple[MelodyGrid, ...]
) -> Work[dict[str, float]]:
    """Nats for each sixteenth of tunes that had no part in the training at all."""
    if not grids:
        return {}
    steps = sum(len(grid) for grid in grids)
    figures = {}
    told = untold = 0.0
    for number, grid in enumerate(grids):
        told += float(loops.nats_a_step(network, [TuneRows.of(grid)])[0]) * len(grid)
        untold += nats_without_key(costs_by_key(network, grid), len(grid)) * len(grid)
        yield Step(number, len(grids), "measuring", 1.0)
    figures["unseen tunes: nats"] = round(told / steps, 4)
    figures["unseen tunes: nats, key unknown"] = round(untold / steps, 4)
    for order in range(1, 7):
        cost = sum(float(tables.ngrams.nats(grid.symbols, order).sum()) for grid in grids)
        figures[f"unseen tunes: {order}-gram"] = round(cost / steps, 4)
    return figures


def _data_sets(plan: LstmPlan, melodies: MelodySet) -> tuple[DataSet, ...]:
    if plan.data is not None:
        name = plan.data.resolve().name
        return (DataSet(name, len(melodies.grids), plan.notes.get(name, "")),)
    sets = []
    for book in BOOKS:
        count = sum(name.startswith(f"{book}/") for name in melodies.names)
        sets.append(DataSet(book, count, plan.notes.get(book, _BOOK_NOTES[book])))
    return tuple(sets)


def _checkpoint(plan: LstmPlan, melodies: MelodySet) -> Path:
    asked = asdict(plan.training) | {"steps": 0}
    return checkpoint_path("lstm", [asked, asdict(plan.config), melodies.names])
