"""The verbs of latent spaces: learning them, and ``studio explore``."""

from __future__ import annotations

import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studio.command import Force, Json, emit, say, tell_trained
from studio.errors import StudioError
from studio.terminal import follow

if TYPE_CHECKING:
    from studio.tasks.explore_request import ExploreRequest

Folders = Annotated[
    list[Path], typer.Argument(metavar="PICTURES…", help="Folders of pictures to learn from.")
]
Output = Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="The weights.")]
Steps = Annotated[int, typer.Option(min=1, help="Steps of training.")]
Batch = Annotated[int, typer.Option(min=2, help="How many in a step.")]
Seed = Annotated[int, typer.Option(min=0, help="The same seed, the same run.")]
Crops = Annotated[bool, typer.Option("--crops", help="Cut each picture a little by chance.")]
Flips = Annotated[bool, typer.Option("--flips/--no-flips", help="Mirror pictures by chance.")]
LeaveOut = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="A picture not to learn from.")
]
DataNote = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=TEXT", help="A folder's licence and authors, for the card."),
]
Licence = Annotated[
    str, typer.Option(metavar="TEXT", help="The licence of the weights, for the card.")
]
_SONGS, _FILMS = (".mid", ".midi"), (".mp4", ".gif")


class Side(StrEnum):
    """The side of pictures in pixels."""

    small = "64"
    large = "128"


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
    folders: Folders,
    output: Output,
    side: Annotated[Side, typer.Option(help="The side of pictures in pixels.")] = Side.small,
    latent: Annotated[int, typer.Option(min=4, max=512, help="Numbers of a latent.")] = 96,
    steps: Steps = 5000,
    batch: Batch = 32,
    nats: Annotated[float, typer.Option(min=1, help="What a picture may say of itself.")] = 160.0,
    perceptual: Annotated[float, typer.Option(min=0, help="How much the encoder counts.")] = 0.5,
    adversarial: Annotated[float, typer.Option(min=0, help="How much a critic counts.")] = 0.0,
    crops: Crops = False,
    flips: Flips = True,
    seed: Seed = 1,
    leave_out: LeaveOut = None,
    data_note: DataNote = None,
    licence: Licence = "MIT",
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Learn a latent space of pictures, with a way in for others; goes on where it was."""
    from studio.image.vae import VaeConfig
    from studio.tasks import train_vae as task
    from studio.training.model_card import read_notes
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
        notes=read_notes(data_note or (), None),
        command=shlex.join(["studio", *sys.argv[1:]]),
        licence=licence,
    )
    tell_trained(follow(task.train_vae(plan, force=force)), as_json)


def train_gan(
    folders: Folders,
    output: Output,
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
    data_note: DataNote = None,
    licence: Licence = "MIT",
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Learn a latent space of pictures against a critic; goes on where it was interrupted."""
    from studio.tasks import train_gan as task
    from studio.training.gan import GanTraining
    from studio.training.model_card import read_notes

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
        crops=crops,
        leave_out=tuple(leave_out or ()),
        notes=read_notes(data_note or (), None),
        command=shlex.join(["studio", *sys.argv[1:]]),
        licence=licence,
    )
    tell_trained(follow(task.train_gan(plan, force=force)), as_json)


def train_musicvae(
    output: Output,
    data: Annotated[
        Path | None, typer.Option(help="A folder of ABC tunes; else the books of music21.")
    ] = None,
    bars: Annotated[int, typer.Option(min=1, max=32, help="Bars of a melody.")] = 2,
    latent: Annotated[int, typer.Option(min=4, max=512, help="Numbers of a latent.")] = 96,
    steps: Steps = 6000,
    batch: Batch = 128,
    free: Annotated[float, typer.Option(min=0, help="Nats that cost nothing.")] = 30.0,
    seed: Seed = 1,
    data_note: DataNote = None,
    licence: Licence = "MIT",
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Learn a latent space of melodies; goes on where it was interrupted."""
    from studio.music.music_vae import MusicVaeConfig
    from studio.tasks import train_musicvae as task
    from studio.training.model_card import read_notes
    from studio.training.music_vae import MusicVaeTraining

    plan = task.MusicVaePlan(
        output,
        data,
        MusicVaeTraining(steps=steps, batch=batch, free=free, seed=seed),
        MusicVaeConfig(bars=bars, latent=latent),
        notes=read_notes(data_note or (), None),
        command=shlex.join(["studio", *sys.argv[1:]]),
        licence=licence,
    )
    tell_trained(follow(task.train_musicvae(plan, force=force)), as_json)


def explore(
    model: Annotated[str, typer.Argument(help="A model's name, or its file.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="OUT", help="A picture, .mp4, .gif or .mid."),
    ],
    seed: Annotated[int, typer.Option(min=0, help="Where on the map.")] = 0,
    x: Annotated[float, typer.Option(help="Seeds to the right, also between them.")] = 0.0,
    y: Annotated[float, typer.Option(help="Seeds down, also between them.")] = 0.0,
    grid: Annotated[str | None, typer.Option(metavar="RxC", help="Rows and columns.")] = None,
    between: Annotated[
        tuple[Path, Path] | None, typer.Option(metavar="A B", help="From one file to another.")
    ] = None,
    steps: Annotated[int, typer.Option(help="Stops on that way.")] = 9,
    walk: Annotated[
        Path | None, typer.Option(metavar="JSON", help="Keyframes on a time line.")
    ] = None,
    truncation: Annotated[float, typer.Option(help="Nearer to the middle below 1.")] = 1.0,
    temperature: Annotated[float, typer.Option(help="For melodies: how free, 0 to 1.5.")] = 0.0,
    size: Annotated[int, typer.Option(help="Each picture's side; 0 for its own.")] = 0,
    rate: Annotated[float, typer.Option(help="Frames a second of a way as a film.")] = 12.0,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Walk through the latent space of a model, of pictures or of melodies."""
    from studio.image.walk_file import read_walk
    from studio.tasks.explore_request import ExploreRequest, read_grid

    request = ExploreRequest(
        model,
        seed=seed,
        x=x,
        y=y,
        grid=read_grid(grid) if grid is not None else None,
        between=between,
        steps=steps,
        walk=read_walk(walk) if walk is not None else None,
        truncation=truncation,
        temperature=temperature,
        side=size,
    )
    suffix = output.suffix.lower()
    if suffix in _SONGS:
        _song(request, output, force, as_json)
    elif suffix in _FILMS:
        _film(request, output, rate, force, as_json)
    else:
        _still(request, output, force, as_json)


def _song(request: ExploreRequest, output: Path, force: bool, as_json: bool) -> None:
    from studio.music.song_file import check_target, write_song
    from studio.tasks.explore_music import explore_music

    check_target(output, force=force)
    song = follow(explore_music(request))
    write_song(output, song, force=force)
    notes = len(song.tracks[0].notes)
    if as_json:
        emit({"song": output, "notes": notes, "seconds": song.seconds})
        return
    say(f"{output}  {notes} notes  {song.seconds:.1f} s")


def _film(request: ExploreRequest, output: Path, rate: float, force: bool, as_json: bool) -> None:
    from studio.tasks.explore import explore
    from studio.tasks.film import check_film, film

    if request.walk is None and request.between is None:
        raise StudioError("A film shows a walk or a way: give --walk or --between.")
    if not 1 <= rate <= 120:
        raise StudioError("A film has 1 to 120 frames a second.")
    check_film(output, force)
    speed = request.walk.rate if request.walk is not None else rate
    loop = request.walk.loop if request.walk is not None else False
    frames = 0

    with film(output, speed, force=force, loop=loop) as made:

        def add(pixels: object) -> None:
            nonlocal frames
            frames += 1
            made.add(pixels)  # type: ignore[arg-type]

        follow(explore(request, tell=add, sheet=False))
    if as_json:
        emit({"film": output, "frames": frames, "rate": speed})
        return
    say(f"{output}  {frames} frames  {frames / speed:.1f} s")


def _still(request: ExploreRequest, output: Path, force: bool, as_json: bool) -> None:
    from studio.image.picture_file import write_picture
    from studio.tasks.batch import check_suffix
    from studio.tasks.explore import explore

    if request.walk is not None:
        raise StudioError("A walk becomes a film: choose a name that ends in .mp4 or .gif.")
    check_suffix(output)
    pixels = follow(explore(request))
    write_picture(output, pixels, force=force)
    height, width = pixels.shape[:2]
    if as_json:
        emit({"picture": output, "width": width, "height": height})
        return
    say(f"{output}  {width} × {height}")
