"""The same engine without a window: the verbs of the command ``studio``.

A verb ends with 0, with 2 and one sentence on stderr when the user can mend it, or with 130 after
Ctrl+C. What a verb needs is imported inside it, so that help and version come at once.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Generator, Sequence
from dataclasses import asdict, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from studio import __version__
from studio.command import Verbs, emit, refuse, say
from studio.jobs import Step
from studio.tasks.style import StyleRequest
from studio.terminal import columns, follow, note

if TYPE_CHECKING:
    from studio.image.style_card import CardInfo
    from studio.tasks.batch import News, Outcome
    from studio.tasks.bench import Figure

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


class AddedModel(StrEnum):
    """A network that can be added."""

    vgg19 = "vgg19"


class EncoderName(StrEnum):
    """Which network sees."""

    studio = "studio"
    vgg19 = "vgg19"


app = typer.Typer(
    cls=Verbs,
    name="studio",
    help="Klangbild without a window: paint photos in the manner of painters.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
train = typer.Typer(help="Make a network or a style of your own pictures.")
app.add_typer(train, name="train")

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout, nothing else.")]
Force = Annotated[bool, typer.Option("--force", help="Write over files that are there.")]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb of ``arguments`` (those of the process by default); return the exit status."""
    command = typer.main.get_command(app)
    args = None if arguments is None else list(arguments)
    return int(command.main(args, prog_name="studio", standalone_mode=False))


def _version(asked: bool) -> None:
    if asked:
        say(f"Klangbild {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def studio(
    ctx: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", help="Say the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Klangbild without a window: paint photos in the manner of painters."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


@app.command()
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


@app.command()
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


@app.command()
def styles(as_json: Json = False) -> None:
    """List the styles there are."""
    from studio.image.style_card import card_problems, list_cards

    cards = list_cards()
    problems = [str(problem) for problem in card_problems()]
    if as_json:
        emit({"styles": [_plain_card(card) for card in cards], "problems": problems})
        return
    for line in columns([(c.id, c.title, c.artist, c.year, "own" * c.own) for c in cards]):
        say(line)
    for problem in problems:
        note(problem)


@app.command()
def doctor(
    bench: Annotated[
        bool, typer.Option("--bench", help="Measure the speed too; takes about a minute.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Say what the studio runs on and what it lacks, to copy into a bug report."""
    from studio.tasks.doctor import examine

    findings = examine()
    figures: tuple[Figure, ...] = ()
    if bench:
        from studio.tasks.bench import measure

        figures = follow(measure())
    if as_json:
        emit({"findings": findings, "figures": figures})
        return
    for line in columns([(f.mark, f.name, f.value) for f in findings]):
        say(line)
    if figures:
        say("")
    for line in columns([(f.mark, f.name, f.value, f.bar) for f in figures]):
        say(line)


@app.command()
def add(
    model: Annotated[AddedModel, typer.Argument(help="What to add.")],
    file: Annotated[
        Path | None, typer.Argument(help="A file that you have; without one it is fetched.")
    ] = None,
) -> None:
    """Add a network that does not ship with the studio."""
    from studio.registry import add_vgg19, fetch_vgg19

    if file is None:
        note("Fetching VGG-19, 548 MB …")
    say(str(fetch_vgg19() if file is None else add_vgg19(file)))


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
        emit({"styles": [_plain_card(card) for card in cards]})
        return
    for line in columns([(card.id, card.title, str(card.path)) for card in cards]):
        say(line)


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


def _plain_card(card: CardInfo) -> dict[str, object]:
    names = ("id", "title", "artist", "year", "own", "path", "sha256")
    return {name: getattr(card, name) for name in names}
