"""The same engine without a window: the verbs of the command ``studio``.

A verb ends with 0, with 2 and one sentence on stderr when the user can mend it, or with 130 after
Ctrl+C. What a verb needs is imported inside it, so that help and version come at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from studio import __version__, cli_compose, cli_melody, cli_music, cli_networks, cli_style
from studio.cli_evaluate import evaluate
from studio.cli_explore import explore
from studio.cli_latent import add_to as add_latent_spaces
from studio.cli_train import train
from studio.command import Verbs, emit, plain_card, say
from studio.options import Json
from studio.terminal import columns, follow, note

if TYPE_CHECKING:
    from studio.tasks.bench import Figure


class AddedModel(StrEnum):
    """A network that can be added."""

    vgg19 = "vgg19"


app = typer.Typer(
    cls=Verbs,
    name="studio",
    help="Klangbild without a window: paint photos, compose, play and convert songs.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(train, name="train")
cli_networks.add_to(train)
cli_melody.add_to(train)
add_latent_spaces(train)
app.add_typer(evaluate, name="evaluate")


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
    """Klangbild without a window: paint photos, compose, play and convert songs."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


app.command()(cli_style.stylize)
app.command()(cli_style.run)
app.command()(cli_music.render)
app.command()(cli_music.convert)
app.command()(explore)
app.command()(cli_compose.compose)


@app.command()
def styles(as_json: Json = False) -> None:
    """List the styles there are."""
    from studio.image.style_card import card_problems, list_cards

    cards = list_cards()
    problems = [str(problem) for problem in card_problems()]
    if as_json:
        emit({"styles": [plain_card(card) for card in cards], "problems": problems})
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
    from studio.vgg19 import add_vgg19, fetch_vgg19

    if file is None:
        note("Fetching VGG-19, 548 MB …")
    say(str(fetch_vgg19() if file is None else add_vgg19(file)))
