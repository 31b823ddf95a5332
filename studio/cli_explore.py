"""The verb ``explore``: stills, films and songs out of latent spaces."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studio.command import emit, say
from studio.errors import StudioError
from studio.options import Force, Json
from studio.terminal import follow, note

if TYPE_CHECKING:
    from studio.image.latent_walk import Walk
    from studio.tasks.explore_request import ExploreRequest
    from studio.tasks.film_paint import FilmPaint
    from studio.tasks.film_sound import FilmMusic

_SONGS, _FILMS = (".mid", ".midi"), (".mp4", ".gif", "")
_SLOW, _USUAL = 12.0, 24.0  # frames a second of a way between two pictures, and of a walk
_CANVAS = 1024
_STEPS = 9


class RhythmKind(StrEnum):
    """Where keyframes fall."""

    notes = "notes"
    bars = "bars"


class PaintEngine(StrEnum):
    """How a dream is painted."""

    instant = "instant"
    fast = "fast"
    fine = "fine"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, whatever it becomes."""

    request: ExploreRequest
    output: Path
    rate: float | None
    music: Path | None
    rhythm: str
    paint: str
    engine: str
    force: bool
    as_json: bool

    def refuse(self, *options: str) -> None:
        """Raise StudioError where one of the options was given to what knows none of them."""
        for name in options:
            if getattr(self, name):
                raise StudioError(f"There is no use for --{name} with “{self.output.name}”.")


def explore(
    model: Annotated[str, typer.Argument(help="A model's name, or its file.")],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT",
            help="A picture, .mp4, .gif, .mid, or a folder for the frames of a film.",
        ),
    ],
    seed: Annotated[int, typer.Option(min=0, help="Where on the map.")] = 0,
    x: Annotated[float, typer.Option(help="Seeds to the right, also between them.")] = 0.0,
    y: Annotated[float, typer.Option(help="Seeds down, also between them.")] = 0.0,
    grid: Annotated[str | None, typer.Option(metavar="RxC", help="Rows and columns.")] = None,
    between: Annotated[
        tuple[Path, Path] | None, typer.Option(metavar="A B", help="From one file to another.")
    ] = None,
    steps: Annotated[
        int | None, typer.Option(help="Stops on that way, or melodies of a walk.", show_default="9")
    ] = None,
    walk: Annotated[
        Path | None, typer.Option(metavar="JSON", help="Keyframes on a time line.")
    ] = None,
    music: Annotated[
        Path | None, typer.Option(metavar="SONG", help="What is heard with an .mp4.")
    ] = None,
    rhythm: Annotated[
        RhythmKind | None,
        typer.Option(help="A keyframe with each note or bar of --music: places in turn, or seeds."),
    ] = None,
    truncation: Annotated[float, typer.Option(help="Nearer to the middle below 1.")] = 1.0,
    temperature: Annotated[float, typer.Option(help="For melodies: how free, 0 to 1.5.")] = 0.0,
    size: Annotated[
        int, typer.Option(help="Each picture's side, 0 for its own; that of the whole painted.")
    ] = 0,
    rate: Annotated[float | None, typer.Option(help="Frames a second of a film.")] = None,
    paint: Annotated[
        str, typer.Option(metavar="STYLE", help="Paint it in a style: a card or a picture.")
    ] = "",
    engine: Annotated[
        PaintEngine, typer.Option(help="How: at once, as films are, or with patience.")
    ] = PaintEngine.instant,
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
        steps=_STEPS if steps is None else steps,
        walk=read_walk(walk) if walk is not None else None,
        truncation=truncation,
        temperature=temperature,
        side=size,
    )
    kind = str(rhythm or "")
    asked = Asked(request, output, rate, music, kind, paint, str(engine), force, as_json)
    suffix = output.suffix.lower()
    if suffix in _SONGS:
        _song(asked, steps)
    elif suffix in _FILMS:
        _film(asked)
    else:
        _still(asked)


def _song(asked: Asked, melodies: int | None) -> None:
    from studio.music.song_file import check_target, write_song
    from studio.tasks.explore_music import explore_music
    from studio.tasks.walk_tune import paced

    asked.refuse("music", "rhythm", "paint")
    check_target(asked.output, force=asked.force)
    request = asked.request
    if request.walk is not None and melodies is not None:
        request = replace(request, walk=paced(request.walk, melodies))
    elif request.walk is not None and asked.rate is not None:
        request = replace(request, walk=replace(request.walk, rate=asked.rate))
    song = follow(explore_music(request))
    write_song(asked.output, song, force=asked.force)
    notes = len(song.tracks[0].notes)
    if asked.as_json:
        emit({"song": asked.output, "notes": notes, "seconds": song.seconds})
        return
    say(f"{asked.output}  {notes} notes  {song.seconds:.1f} s")


def _film(asked: Asked) -> None:
    from studio.tasks.film import check_film
    from studio.tasks.film_request import FilmRequest
    from studio.tasks.walk_film import walk_film

    check_film(asked.output, asked.force)
    paint = _film_paint(asked)
    song = _music(asked)
    walk = _walk(asked, song)
    mp4 = asked.output.suffix.lower() == ".mp4"
    if song is not None and not mp4 and not asked.rhythm:
        raise StudioError("Only a film that ends in .mp4 carries music.")
    request = FilmRequest(
        model=asked.request.model,
        walk=walk,
        target=asked.output,
        side=asked.request.side,
        truncation=asked.request.truncation,
        music=song if mp4 else None,
        paint=paint,
        force=asked.force,
    )
    if request.paint is not None:
        note(f"Painting {walk.frames} frames takes about {_clock(request.painting_seconds)}.")
    made = follow(walk_film(request))
    if asked.as_json:
        emit({"film": made.target, "frames": made.frames, "rate": walk.rate})
        return
    say(f"{made.target}  {made.frames} frames  {made.seconds:.1f} s")


def _film_paint(asked: Asked) -> FilmPaint | None:
    """How each frame is painted; StudioError for an engine that takes its time."""
    from studio.tasks.choice import read_choices
    from studio.tasks.film_paint import FilmPaint

    return FilmPaint(read_choices([asked.paint]), asked.engine) if asked.paint else None


def _clock(seconds: float) -> str:
    minutes, rest = divmod(max(1, round(seconds)), 60)
    return f"{minutes}:{rest:02} min" if minutes else f"{rest} s"


def _music(asked: Asked) -> FilmMusic | None:
    """The song that is heard, or gives the rhythm."""
    from studio.music.song_file import read_song
    from studio.tasks.film_sound import FilmMusic

    if asked.music is None:
        if asked.rhythm:
            raise StudioError("A rhythm is that of a song: give one with --music.")
        return None
    return FilmMusic(read_song(asked.music).song)


def _walk(asked: Asked, music: FilmMusic | None) -> Walk:
    """The walk of the film: that of a file, between two pictures, or through seeds."""
    from studio.image.latent_walk import Keyframe, Walk
    from studio.tasks.walk_rhythm import Rhythm, in_rhythm, rhythm_times, through_seeds

    request = asked.request
    walk = request.walk
    if walk is not None and asked.rate is not None:
        walk = replace(walk, rate=asked.rate)
    if asked.rhythm and music is not None:
        if request.between is not None:
            raise StudioError("A rhythm is for places: give --walk, or let seeds count on.")
        times = rhythm_times(music.song, Rhythm(asked.rhythm))
        if walk is not None:
            return in_rhythm(walk, times)
        usual = Walk((Keyframe(0.0), Keyframe(1.0)), asked.rate or _USUAL)
        return through_seeds(request.seed, times, usual)
    if walk is not None:
        return walk
    if request.between is None:
        raise StudioError("A film shows a walk or a way: give --walk or --between.")
    return _way(request, asked.rate or _SLOW)


def _way(request: ExploreRequest, rate: float) -> Walk:
    """From one picture to another in so many steps."""
    from studio import registry
    from studio.image.latent_walk import Keyframe, Walk
    from studio.tasks.explore import of_pictures, place_of

    assert request.between is not None
    network = of_pictures(registry.latent(request.model).network)
    one, other = (tuple(follow(place_of(network, path)).tolist()) for path in request.between)
    if not 1 <= rate <= 120:
        raise StudioError("A film has 1 to 120 frames a second.")
    end = Keyframe((request.steps - 1) / rate, latent=other)
    return Walk((Keyframe(0.0, latent=one), end), rate, "linear")


def _still(asked: Asked) -> None:
    from studio.image.picture_file import write_picture
    from studio.tasks.batch import check_suffix
    from studio.tasks.explore import explore

    asked.refuse("music", "rhythm")
    request, output = asked.request, asked.output
    if request.walk is not None:
        raise StudioError(
            "A walk becomes a film: choose a name that ends in .mp4 or .gif, or a folder."
        )
    check_suffix(output)
    if asked.paint:
        width, height = _paint(asked)
    else:
        pixels = follow(explore(request))
        write_picture(output, pixels, force=asked.force)
        height, width = pixels.shape[:2]
    if asked.as_json:
        emit({"picture": output, "width": width, "height": height})
        return
    say(f"{output}  {width} × {height}")


def _paint(asked: Asked) -> tuple[int, int]:
    """Dream, then paint; the width and height of what was written."""
    from studio.image.convert import resize_pixels
    from studio.image.enlarge import ground
    from studio.image.picture_file import Picture, write_picture
    from studio.tasks.choice import read_choices
    from studio.tasks.explore import explore
    from studio.tasks.style import StyleRequest, stylize

    size = asked.request.side or _CANVAS
    style = StyleRequest(styles=read_choices([asked.paint]), engine=asked.engine, size=size)
    dream = follow(explore(replace(asked.request, side=0)))
    single = asked.request.count == 1
    pixels = ground(dream, size) if single else resize_pixels(dream, size)
    photo = Picture(pixels, f"{asked.output.stem} (dream)")
    painted = follow(stylize(style, photo))
    recipe = painted.recipe.without_path().to_text()
    write_picture(asked.output, painted.pixels, recipe=recipe, force=asked.force)
    height, width = painted.pixels.shape[:2]
    return width, height
