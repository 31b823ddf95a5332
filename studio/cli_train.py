"""The verbs below ``studio train``: a network or a style of one's own pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from studio.command import command_line, emit, plain_card, say, tell_trained
from studio.options import (
    CropSide,
    DataNote,
    DataNotes,
    Force,
    Json,
    LeaveOut,
    Pictures,
    Seed,
    Steps,
)
from studio.terminal import columns, follow

train = typer.Typer(help="Make a network or a style of your own pictures.")


@train.command("encoder")
def train_encoder(
    folders: Pictures,
    teacher: Annotated[str, typer.Option(metavar="FILE|vgg19", help="The network to learn from.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="The weights to write.")
    ],
    steps: Steps = 8000,
    batch: Annotated[int, typer.Option(min=2, help="Crops in a step.")] = 12,
    side: CropSide = 128,
    seed: Seed = 1,
    leave_out: LeaveOut = None,
    validate: Annotated[
        Path | None, typer.Option(help="A folder of pictures to measure on.")
    ] = None,
    data_note: DataNote = None,
    data_notes: DataNotes = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Train the network that sees; goes on where it was interrupted."""
    from studio.tasks import train as task
    from studio.training.encoder import EncoderTraining
    from studio.training.model_card import read_notes

    plan = task.EncoderPlan(
        teacher=teacher,
        folders=tuple(folders),
        output=output,
        training=EncoderTraining(steps=steps, batch=batch, side=side, seed=seed),
        leave_out=tuple(leave_out or ()),
        validate=validate,
        notes=read_notes(data_note or (), data_notes),
        command=command_line(),
    )
    tell_trained(follow(task.train_encoder(plan, force=force)), as_json)


@train.command("card")
def train_card(
    pictures: Annotated[
        list[Path], typer.Argument(metavar="PICTURE…", help="Pictures to make styles of.")
    ],
    title: Annotated[str | None, typer.Option(help="The work's title.")] = None,
    artist: Annotated[str, typer.Option(help="Who made it.")] = "",
    year: Annotated[str, typer.Option(help="When.")] = "",
    index: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="A table for several: file, title, artist, year."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FOLDER", help="Instead of your own styles."),
    ] = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Make styles of pictures."""
    from studio.tasks.batch import find_photos
    from studio.tasks.train_card import make_cards, words_for

    found = find_photos(pictures)
    words = words_for(found, title, artist, year, index)
    cards = follow(make_cards(found, words, output, force=force))
    if as_json:
        emit({"styles": [plain_card(card) for card in cards]})
        return
    for line in columns([(card.id, card.title, str(card.path)) for card in cards]):
        say(line)
