"""The verbs below ``studio train`` that make Instant, Fast, and a style for Fast."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from studio.command import command_line, emit, say, say_figures, tell_trained
from studio.options import CropSide, DataNote, DataNotes, Force, Json, Seed, Steps, Weights
from studio.terminal import follow

Photos = Annotated[
    list[Path], typer.Argument(metavar="PHOTOS…", help="Folders of photos to paint.")
]
Styles = Annotated[
    list[Path],
    typer.Option("--styles", metavar="FOLDER", help="Paintings or style cards to learn from."),
]
Batch = Annotated[int, typer.Option(min=1, help="Crops in a step.")]
Content = Annotated[
    float, typer.Option(min=0.01, max=1.0, help="How far content may go from the photo.")
]
LeaveOut = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="A picture or card not to learn from.")
]
Validate = Annotated[Path | None, typer.Option(help="A folder of photos to measure on.")]


class Transform(StrEnum):
    """How Instant matches moments."""

    monge = "monge"
    adain = "adain"


def add_to(train: typer.Typer) -> None:
    """Put the verbs below ``studio train``."""
    train.command("instant")(train_instant)
    train.command("fast")(train_fast)
    train.command("style")(train_style)


def train_instant(
    photos: Photos,
    styles: Styles,
    output: Weights,
    transform: Annotated[
        Transform, typer.Option(help="The studio's own, or the classic AdaIN.")
    ] = Transform.monge,
    steps: Steps = 6000,
    batch: Batch = 3,
    side: CropSide = 256,
    content: Content = 0.15,
    seed: Seed = 1,
    leave_out: LeaveOut = None,
    validate: Validate = None,
    data_note: DataNote = None,
    data_notes: DataNotes = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Train Instant, for any style in one pass; goes on where it was interrupted."""
    from studio.tasks import train_instant as task
    from studio.training.instant import InstantTraining
    from studio.training.model_card import read_notes

    training = InstantTraining(steps=steps, batch=batch, side=side, content=content, seed=seed)
    plan = task.InstantPlan(
        photos=tuple(photos),
        styles=tuple(styles),
        output=output,
        training=training,
        transform=str(transform),
        leave_out=tuple(leave_out or ()),
        validate=validate,
        notes=read_notes(data_note or (), data_notes),
        command=command_line(),
    )
    tell_trained(follow(task.train_instant(plan, force=force)), as_json)


def train_fast(
    photos: Photos,
    styles: Styles,
    output: Weights,
    steps: Steps = 6000,
    batch: Batch = 3,
    side: CropSide = 256,
    content: Content = 0.15,
    seed: Seed = 1,
    leave_out: LeaveOut = None,
    validate: Validate = None,
    data_note: DataNote = None,
    data_notes: DataNotes = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Train Fast, one network for several styles; goes on where it was interrupted."""
    from studio.tasks import train_fast as task
    from studio.training.fast import FastTraining
    from studio.training.model_card import read_notes

    training = FastTraining(steps=steps, batch=batch, side=side, content=content, seed=seed)
    plan = task.FastPlan(
        photos=tuple(photos),
        styles=tuple(styles),
        output=output,
        training=training,
        leave_out=tuple(leave_out or ()),
        validate=validate,
        notes=read_notes(data_note or (), data_notes),
        command=command_line(),
    )
    tell_trained(follow(task.train_fast(plan, force=force)), as_json)


def train_style(
    picture: Annotated[str, typer.Argument(help="A picture, or a style that Fast lacks.")],
    name: Annotated[str, typer.Option(help="The new style's name.")] = "",
    artist: Annotated[str, typer.Option(help="Who made the picture.")] = "",
    year: Annotated[str, typer.Option(help="When.")] = "",
    photos: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Photos to paint, beside the samples.")
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="A network of its own: slower, and it cannot be mixed.")
    ] = False,
    steps: Annotated[int, typer.Option(min=0, help="At most; 0 is the usual number.")] = 0,
    minutes: Annotated[float, typer.Option(min=0, help="At most; 0 is no limit.")] = 9.0,
    seed: Seed = 1,
    as_json: Json = False,
) -> None:
    """Teach Fast a style from a picture, in minutes; goes on where it was interrupted."""
    from studio.tasks import train_style as task

    plan = task.StylePlan(picture, name, artist, year, photos, whole, steps, minutes, seed)
    learned = follow(task.train_style(plan))
    if as_json:
        emit(
            {
                "id": learned.card.id,
                "title": learned.card.title,
                "card": learned.card.path,
                "network": learned.network,
                "seconds": learned.seconds,
                "steps": learned.steps,
                "figures": dict(learned.figures),
                "beginning": learned.beginning,
            }
        )
        return
    say(f"{learned.card.id}  {learned.card.path}  {learned.seconds:.0f} s, {learned.steps} steps")
    say_figures(learned.figures)
