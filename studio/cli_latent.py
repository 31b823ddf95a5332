"""The verbs by which latent spaces are learned."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from studio.command import command_line, tell_trained
from studio.options import DataNote, Force, Json, LeaveOut, Pictures, Seed, Steps, Tunes
from studio.terminal import follow

Output = Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="The weights.")]
Batch = Annotated[int, typer.Option(min=2, help="How many in a step.")]
Crops = Annotated[bool, typer.Option("--crops", help="Cut each picture a little by chance.")]
Flips = Annotated[bool, typer.Option("--flips/--no-flips", help="Mirror pictures by chance.")]
Unseen = Annotated[
    list[Path] | None,
    typer.Option(metavar="DIR", help="Pictures to measure on, in place of a part of the others."),
]
Licence = Annotated[
    str, typer.Option(metavar="TEXT", help="The licence of the weights, for the card.")
]


class Bits(StrEnum):
    """Bits of a number in the file."""

    six = "6"
    eight = "8"
    half = "16"


BitsOption = Annotated[Bits, typer.Option(help="Bits of a number in the file.")]


class Side(StrEnum):
    """The side of pictures in pixels."""

    small = "64"
    large = "128"


SideOption = Annotated[Side, typer.Option(help="The side of pictures in pixels.")]
Latent = Annotated[int, typer.Option(min=4, max=512, help="Numbers of a latent.")]


class Loss(StrEnum):
    """What a generator learns by."""

    dcgan = "dcgan"
    wgan = "wgan-gp"


def add_to(train: typer.Typer) -> None:
    """Put the verbs below ``studio train``."""
    train.command("vae")(train_vae)
    train.command("gan")(train_gan)
    train.command("musicvae")(train_musicvae)


def train_vae(
    folders: Pictures,
    output: Output,
    side: SideOption = Side.small,
    latent: Latent = 96,
    steps: Steps = 5000,
    batch: Batch = 32,
    nats: Annotated[float, typer.Option(min=1, help="What a picture may say of itself.")] = 160.0,
    perceptual: Annotated[float, typer.Option(min=0, help="How much the encoder counts.")] = 0.5,
    adversarial: Annotated[float, typer.Option(min=0, help="How much a critic counts.")] = 0.0,
    crops: Crops = False,
    flips: Flips = True,
    seed: Seed = 1,
    leave_out: LeaveOut = None,
    unseen: Unseen = None,
    data_note: DataNote = None,
    licence: Licence = "MIT",
    bits: BitsOption = Bits.eight,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Learn a latent space of pictures, with a way in for others; goes on where it was."""
    from studio.image.vae import VaeConfig
    from studio.tasks import train_vae as task
    from studio.training.vae import VaeTraining

    plan = task.VaePlan(
        tuple(folders),
        output,
        VaeTraining(
            steps=steps,
            batch=batch,
            nats=nats,
            perceptual=perceptual,
            adversarial=adversarial,
            flips=flips,
            seed=seed,
        ),
        VaeConfig(int(side), latent, task.WIDTHS[int(side)]),
        crops=crops,
        leave_out=tuple(leave_out or ()),
        unseen=tuple(unseen or ()),
        **_told(data_note, licence, bits),
    )
    tell_trained(follow(task.train_vae(plan, force=force)), as_json)


def train_gan(
    folders: Pictures,
    output: Output,
    side: SideOption = Side.small,
    latent: Latent = 128,
    loss: Annotated[Loss, typer.Option(help="What it learns by.")] = Loss.wgan,
    steps: Steps = 4000,
    batch: Batch = 32,
    critic_steps: Annotated[int, typer.Option(min=1, help="The critic's in each step.")] = 2,
    augment: Annotated[
        bool, typer.Option("--augment/--no-augment", help="Move and tint what the critic sees.")
    ] = True,
    crops: Crops = False,
    flips: Flips = True,
    seed: Seed = 1,
    leave_out: LeaveOut = None,
    unseen: Unseen = None,
    data_note: DataNote = None,
    licence: Licence = "MIT",
    bits: BitsOption = Bits.eight,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Learn a latent space of pictures against a critic; goes on where it was interrupted."""
    from studio.image.gan import GanConfig
    from studio.tasks import train_gan as task
    from studio.training.gan import GanTraining

    widths = task.WIDTHS[int(side)]
    plan = task.GanPlan(
        tuple(folders),
        output,
        GanTraining(
            loss=str(loss),
            steps=steps,
            batch=batch,
            critic_steps=critic_steps,
            augment=augment,
            flips=flips,
            seed=seed,
        ),
        GanConfig(int(side), latent, widths, widths),
        crops=crops,
        leave_out=tuple(leave_out or ()),
        unseen=tuple(unseen or ()),
        **_told(data_note, licence, bits),
    )
    tell_trained(follow(task.train_gan(plan, force=force)), as_json)


def train_musicvae(
    output: Output,
    data: Tunes = None,
    bars: Annotated[int, typer.Option(min=1, max=32, help="Bars of a melody.")] = 2,
    latent: Latent = 96,
    steps: Steps = 6000,
    batch: Batch = 128,
    free: Annotated[float, typer.Option(min=0, help="Nats that cost nothing.")] = 30.0,
    seed: Seed = 1,
    data_note: DataNote = None,
    licence: Licence = "MIT",
    bits: BitsOption = Bits.eight,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Learn a latent space of melodies; goes on where it was interrupted."""
    from studio.music.music_vae import MusicVaeConfig
    from studio.tasks import train_musicvae as task
    from studio.training.music_vae import MusicVaeTraining

    plan = task.MusicVaePlan(
        output,
        data,
        MusicVaeTraining(steps=steps, batch=batch, free=free, seed=seed),
        MusicVaeConfig(bars=bars, latent=latent),
        **_told(data_note, licence, bits),
    )
    tell_trained(follow(task.train_musicvae(plan, force=force)), as_json)


def _told(data_note: list[str] | None, licence: str, bits: Bits) -> dict[str, Any]:
    """What every plan is told of its card and its file."""
    from studio.training.model_card import read_notes

    return {
        "notes": read_notes(data_note or (), None),
        "command": command_line(),
        "licence": licence,
        "bits": None if bits is Bits.half else int(bits),
    }
