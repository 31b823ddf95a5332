"""The verbs below ``studio train``: a network or a style of one's own pictures."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from studio.command import Force, Json, emit, plain_card, say
from studio.terminal import columns, follow, note

train = typer.Typer(help="Make a network or a style of your own pictures.")


@train.command("encoder")
def train_encoder(
    folders: Annotated[
        list[Path], typer.Argument(metavar="PICTURES…", help="Folders of pictures to learn from.")
    ],
    teacher: Annotated[str, typer.Option(metavar="FILE|vgg19", help="The network to learn from.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="The weights to write.")
    ],
    steps: Annotated[int, typer.Option(min=1, help="Steps of training.")] = 8000,
    batch: Annotated[int, typer.Option(min=2, help="Crops in a step.")] = 12,
    side: Annotated[int, typer.Option(min=64, help="Their side in pixels.")] = 128,
    seed: Annotated[int, typer.Option(min=0, help="The same seed, the same run.")] = 1,
    leave_out: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A picture not to learn from.")
    ] = None,
    validate: Annotated[
        Path | None, typer.Option(help="A folder of pictures to measure on.")
    ] = None,
    data_note: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=TEXT", help="A folder's licence and authors, for the card."),
    ] = None,
    data_notes: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The same as JSON: names and texts.")
    ] = None,
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
        command=shlex.join(["studio", *sys.argv[1:]]),
    )
    trained = follow(task.train_encoder(plan, force=force))
    for name in trained.undescribed:
        note(f"The card does not say the licence of “{name}”; give it with --data-note.")
    if as_json:
        emit(trained)
        return
    say(f"{trained.path}  {trained.seconds:.0f} s")
    for line in columns([(name, f"{value}") for name, value in trained.figures.items()]):
        say(f"  {line}")


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
