"""The verbs that paint: ``stylize`` and ``run``."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import asdict, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from studio.command import Force, Json, emit, refuse, say
from studio.jobs import Step
from studio.tasks.style import StyleRequest
from studio.terminal import follow, note

if TYPE_CHECKING:
    from studio.tasks.batch import News, Outcome

_DEFAULT: dict[str, Any] = {field.name: field.default for field in fields(StyleRequest)}


class Engine(StrEnum):
    """How a picture is painted."""

    fine = "fine"


class Quality(StrEnum):
    """How long it may take."""

    draft = "draft"
    good = "good"
    print = "print"


class ColourMethod(StrEnum):
    """How the photo's colours are kept."""

    luminance = "luminance"
    linear = "linear"
    histogram = "histogram"


class EncoderName(StrEnum):
    """Which network sees."""

    studio = "studio"
    vgg19 = "vgg19"


def stylize(
    photos: Annotated[
        list[Path], typer.Argument(metavar="PHOTO…", help="Photos, or folders of photos.")
    ],
    style: Annotated[
        list[str],
        typer.Option(
            metavar="CARD|PICTURE[:WEIGHT]",
            help="A style, or a picture that serves as one; up to five times.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="OUT", help="A file, or a folder for several."),
    ],
    engine: Annotated[Engine, typer.Option(help="How it is painted.")] = _DEFAULT["engine"],
    quality: Annotated[Quality, typer.Option(help="How long it may take.")] = _DEFAULT["quality"],
    strength: Annotated[
        float, typer.Option(help="From the photo (0) to the style (1).")
    ] = _DEFAULT["strength"],
    style_size: Annotated[float, typer.Option(help="Size of the strokes, 0.25 to 4.")] = _DEFAULT[
        "style_size"
    ],
    keep_colours: Annotated[
        float, typer.Option(help="How much of the photo's own colours stays, 0 to 1.")
    ] = _DEFAULT["keep_colours"],
    colour_method: Annotated[ColourMethod, typer.Option(help="How they are kept.")] = _DEFAULT[
        "colour_method"
    ],
    smoothness: Annotated[float, typer.Option(help="0 is off, up to 1.")] = _DEFAULT["smoothness"],
    size: Annotated[int, typer.Option(help="Longer side in pixels, 64 to 4096.")] = _DEFAULT[
        "size"
    ],
    seed: Annotated[int, typer.Option(help="The same seed gives the same picture.")] = _DEFAULT[
        "seed"
    ],
    encoder: Annotated[
        EncoderName,
        typer.Option(help="The network that sees; vgg19 needs “studio add vgg19” first."),
    ] = _DEFAULT["encoder"],
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Paint photos in one or several styles."""
    from studio.tasks import batch
    from studio.tasks.choice import read_choices

    request = StyleRequest(
        styles=read_choices(style),
        engine=str(engine),
        quality=str(quality),
        strength=strength,
        style_size=style_size,
        keep_colours=keep_colours,
        colour_method=str(colour_method),
        smoothness=smoothness,
        size=size,
        seed=seed,
        encoder=str(encoder),
    )
    found = batch.find_photos(photos)
    outputs = batch.plan_outputs(found, output)
    _paint(batch.paint_all(request, found, outputs, force=force), as_json)


def run(
    recipe: Annotated[
        Path, typer.Argument(metavar="RECIPE|PICTURE", help="A recipe, or a picture with one.")
    ],
    photo: Annotated[
        Path | None, typer.Option(help="The photo, where it is not beside the recipe.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="OUT", help="A file to write.")
    ] = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Paint a result again from its recipe."""
    from studio.image.picture_file import read_picture
    from studio.tasks import again, batch
    from studio.tasks.style import recipe_request

    found = again.read_recipe(recipe)
    request = recipe_request(found)
    if output is not None:
        batch.check_suffix(output)
    near = (recipe.parent, recipe.absolute().parent.parent, Path())
    picture = read_picture(photo) if photo is not None else again.find_photo(found, near)
    if output is None:
        style = Path(request.styles[0].card).stem
        output = batch.free_name(Path(), f"{Path(picture.name).stem}-{style}")
    for outcome in _paint(batch.paint_all(request, [picture], [output], force=force), as_json):
        for name in again.changed_models(found.models, getattr(outcome, "models", ())):
            note(f"{name} is another one than the recipe was made with; the result may differ.")


def _paint(
    work: Generator[Step | News, None, tuple[Outcome, ...]], as_json: bool
) -> tuple[Outcome, ...]:
    """Run a batch, say what is written as it is written; ends with 2 where a photo failed."""
    from studio.tasks.batch import Begun, Written

    def tell(news: News) -> None:
        if isinstance(news, Begun):
            for text in (*news.notes, news.cost):
                note(f"{news.photo.name}: {text}")
        elif isinstance(news, Written) and not as_json:
            say(f"{news.output}  {news.width} × {news.height}  {news.seconds:.1f} s")

    outcomes = follow(work, tell=tell)
    written = [outcome for outcome in outcomes if isinstance(outcome, Written)]
    failed = [outcome for outcome in outcomes if not isinstance(outcome, Written)]
    if as_json:
        told = [asdict(outcome) | {"models": dict(outcome.models)} for outcome in written]
        emit({"written": told, "failed": failed})
    if failed and len(outcomes) == 1:
        raise typer.Exit(refuse(failed[0].sentence))
    for outcome in failed:
        named = outcome.photo.name in outcome.sentence
        note(outcome.sentence if named else f"{outcome.photo}: {outcome.sentence}")
    if failed:
        raise typer.Exit(refuse(f"{len(failed)} of {len(outcomes)} photos were not painted."))
    return outcomes
