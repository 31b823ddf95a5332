"""The verbs that paint: ``stylize`` and ``run``."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import asdict, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from studio.command import emit, refuse, say
from studio.errors import StudioError
from studio.jobs import Step
from studio.options import Force, Json
from studio.tasks.style import StyleRequest
from studio.terminal import follow, note

if TYPE_CHECKING:
    from studio.document.recipe import Recipe
    from studio.tasks.batch import News, Outcome

_DEFAULT: dict[str, Any] = {field.name: field.default for field in fields(StyleRequest)}


class Engine(StrEnum):
    """How a picture is painted."""

    instant = "instant"
    fast = "fast"
    adain = "adain"
    fine = "fine"


class Start(StrEnum):
    """What Fine goes on from."""

    instant = "instant"
    fast = "fast"


class SheetKind(StrEnum):
    """What the nine pictures of a contact sheet differ in."""

    strengths = "strengths"
    styles = "styles"
    sizes = "sizes"


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
    engine: Annotated[
        Engine, typer.Option(help="How: instant and fast in one pass, fine with patience.")
    ] = _DEFAULT["engine"],
    start: Annotated[
        Start | None, typer.Option(help="Let Fine refine what this engine paints.")
    ] = None,
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
    sheet: Annotated[
        SheetKind | None,
        typer.Option(help="Nine strengths, styles or style sizes of one photo on one sheet."),
    ] = None,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Paint photos in one or several styles."""
    from studio.tasks import batch
    from studio.tasks.choice import read_choices

    request = StyleRequest(
        styles=read_choices(style),
        engine=str(engine),
        start=str(start or ""),
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
    if sheet is not None:
        _paint_sheet(str(sheet), request, found, Path(output), force, as_json)
        return
    outputs = batch.plan_outputs(found, output)
    _paint(batch.paint_all(request, found, outputs, force=force), as_json)


def _paint_sheet(
    kind: str, request: StyleRequest, photos: Sequence[Path], output: Path, force: bool, json: bool
) -> None:
    """Paint nine pictures of the one photo and write them as a sheet."""
    from studio.image.picture_file import read_picture, write_picture
    from studio.image.style_card import find_card, list_cards
    from studio.tasks import batch
    from studio.tasks.contact_sheet import cells, paint_sheet

    if len(photos) != 1:
        raise StudioError("A contact sheet is made of one photo.")
    batch.check_suffix(output)
    batch.check_writable(photos[0], output, force=force)

    def title(card: str) -> str:
        known = find_card(card)
        return Path(card).stem if known is None else known.title

    wanted = cells(kind, request, [card.id for card in list_cards()], title)
    made = follow(paint_sheet(wanted, read_picture(photos[0])))
    write_picture(output, made.pixels, force=force)
    height, width = made.pixels.shape[:2]
    captions = [cell.caption for cell in wanted]
    if json:
        emit({"sheet": output, "width": width, "height": height, "captions": captions})
        return
    say(f"{output}  {width} × {height}  {', '.join(captions)}")


def run(
    recipe: Annotated[
        Path,
        typer.Argument(metavar="RECIPE|FILE", help="A recipe, or a picture or song with one."),
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
    """Make a result again from its recipe: a picture or a song."""
    from studio.image.picture_file import read_picture
    from studio.tasks import again, batch
    from studio.tasks.compose_files import recipe_in
    from studio.tasks.compose_recipe import TASK
    from studio.tasks.latent_place import TASK as EXPLORE
    from studio.tasks.style import recipe_request

    found = recipe_in(recipe) or again.read_recipe(recipe)
    if found.task == TASK:
        _compose(found, output or Path(f"{recipe.stem}-again.mid"), force, as_json)
        return
    if found.task == EXPLORE:
        _dream(found, output or Path(f"{recipe.stem}-again.png"), force, as_json)
        return
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


def _compose(recipe: Recipe, output: Path, force: bool, as_json: bool) -> None:
    """Write the song of a recipe again."""
    from studio.tasks.again import changed_models
    from studio.tasks.compose_files import compose_again

    composition, (written,) = follow(compose_again(recipe, output, force=force))
    for name in changed_models(recipe.models, composition.models.items()):
        note(f"{name} is another one than the recipe was made with; the result may differ.")
    if as_json:
        emit({"written": [written._asdict()]})
    else:
        say(f"{written.path}  {written.notes} notes  seed {written.seed}")


def _dream(recipe: Recipe, output: Path, force: bool, as_json: bool) -> None:
    """Make the dream of a recipe again."""
    from studio.tasks.again import changed_models
    from studio.tasks.batch import check_suffix
    from studio.tasks.dream_recipe import dream_again

    check_suffix(output)
    made = follow(dream_again(recipe, output, force=force))
    for name in changed_models(recipe.models, made.models.items()):
        note(f"{name} is another one than the recipe was made with; the result may differ.")
    if as_json:
        emit({"written": [{"path": str(made.path), "seed": made.seed}]})
    else:
        say(f"{made.path}  seed {made.seed}")


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
