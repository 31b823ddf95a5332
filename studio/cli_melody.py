"""The verbs below ``studio train`` that teach networks music."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from studio.command import command_line, emit, say, tell_trained
from studio.options import DataNote, Force, Json, Seed, Steps, Tunes, Weights
from studio.terminal import clock, follow, note


def add_to(train: typer.Typer) -> None:
    """Put the verbs below ``studio train``."""
    train.command("lstm")(train_lstm)
    train.command("composer")(train_composer)
    train.command("tunes")(train_tunes)


def train_lstm(
    output: Weights,
    data: Tunes = None,
    steps: Steps = 6000,
    batch: Annotated[int, typer.Option(min=1, help="Tunes in a step.")] = 32,
    seed: Seed = 1,
    data_note: DataNote = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Train the melody network; goes on where it was interrupted."""
    from studio.tasks import train_lstm as task
    from studio.training.lstm import LstmTraining
    from studio.training.model_card import read_notes

    plan = task.LstmPlan(
        output,
        data,
        LstmTraining(steps=steps, batch=batch, seed=seed),
        notes=read_notes(data_note or (), None),
        command=command_line(),
    )
    tell_trained(follow(task.train_lstm(plan, force=force)), as_json)


def train_composer(
    output: Weights,
    data: Annotated[
        Path | None, typer.Option(help="A folder with one for each set; else music21's books.")
    ] = None,
    steps: Steps = 6000,
    batch: Annotated[int, typer.Option(min=1, help="Windows of pieces in a step.")] = 16,
    drop: Annotated[
        float, typer.Option(min=0, max=0.9, help="The share of numbers left out.")
    ] = 0.1,
    seed: Seed = 1,
    data_note: DataNote = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Train the composer; goes on where it was interrupted."""
    from studio.tasks import train_composer as task
    from studio.training.composer import ComposerTraining
    from studio.training.model_card import read_notes

    plan = task.ComposerPlan(
        output,
        data,
        training=ComposerTraining(steps=steps, batch=batch, drop=drop, seed=seed),
        notes=read_notes(data_note or (), None),
        command=command_line(),
    )
    tell_trained(follow(task.train_composer(plan, force=force)), as_json)


def train_tunes(
    folder: Annotated[Path, typer.Argument(help="A folder of MIDI, MusicXML, ABC or kern files.")],
    name: Annotated[str, typer.Option(help="Of the new model.")],
    base: Annotated[
        str, typer.Option(help="lstm, composer, or a model of your own to go on from.")
    ] = "lstm",
    steps: Annotated[int, typer.Option(min=0, help="Steps of training; 0 for the usual.")] = 0,
    seed: Seed = 1,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Let a copy of a network learn from your own tunes; goes on where it was interrupted."""
    from studio.tasks import train_tunes as task
    from studio.tasks.train_tunes_told import ended
    from studio.training.tunes_reader import told

    plan = task.TunesPlan(folder, task.checked_name(name, force=force), base, steps, seed)
    kind = task.kind_of(base)
    tunes = task.learnable(follow(task.read_tunes(folder)), kind)
    for sentence in told(tunes):
        note(sentence)
    note(f"It will take about {clock(task.estimate_seconds(kind, steps))}.")
    learned = follow(task.train_tunes(plan, force=force, tunes=tunes))
    if as_json:
        emit(replace(learned, song=None))
        return
    say(f"{learned.path}  {learned.seconds:.0f} s")
    for sentence in ended(learned):
        say(sentence)
