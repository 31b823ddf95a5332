"""The frame of the command line: answers on stdout, one sentence on stderr, and the exit status."""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from studio.errors import StudioError
from studio.terminal import Interrupted, columns, note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studio.image.style_card import CardInfo
    from studio.tasks.train_files import Trained

# typer brings its own click or asks for one, by its version; both are reached like this.
_UsageError: Any = typer.BadParameter.__mro__[1]


class Verbs(TyperGroup):
    """A group of verbs that ends with 0, with 2 and one sentence, or with 130 after Ctrl+C."""

    def main(
        self,
        args: Any = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a verb; ends the process with its status, or returns it where not stand-alone."""
        for stream in (sys.stdout, sys.stderr):
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="backslashreplace")
        as_json = "--json" in (sys.argv[1:] if args is None else args)
        try:
            status = super().main(
                args, prog_name, complete_var, False, windows_expand_args, **extra
            )
        except StudioError as problem:
            status = refuse(problem.sentence, as_json)
        except MemoryError:
            status = refuse("There is not enough memory; choose a smaller --size.", as_json)
        except typer.Abort:
            status = 130
        except _UsageError as problem:
            status = refuse(_usage(problem), as_json)
        status = status if isinstance(status, int) else 0
        if standalone_mode:
            sys.exit(status)
        return status

    def invoke(self, ctx: Any) -> Any:
        """Run a verb; after Ctrl+C say what has become of the work."""
        try:
            return super().invoke(ctx)
        except Interrupted as interruption:
            note(
                "Stopped. What has been done is kept: the same command goes on from there."
                if interruption.kept
                else "Stopped."
            )
        except KeyboardInterrupt:
            note("Stopped.")
        raise typer.Exit(130)


def _usage(problem: Any) -> str:
    """What was wrong with the words of a command, in one line."""
    verb = problem.ctx.command_path if problem.ctx is not None else "studio"
    message = " ".join(problem.format_message().split()).rstrip(".")
    message = message.replace("Value error, ", "")
    return f"{message}; “{verb} --help” says more."


def refuse(sentence: str, as_json: bool = False) -> int:
    """Say what the user can mend, as an object too where one was asked for; return 2."""
    note(sentence)
    if as_json:
        emit({"error": sentence})
    return 2


def say(text: str) -> None:
    """Print a line of the answer on stdout."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def emit(answer: object) -> None:
    """Print the answer as one JSON object; in ASCII, so that every pipe takes it."""
    say(json.dumps(answer, indent=2, default=_plain))


def _plain(value: Any) -> object:
    """What JSON does not know: a dataclass becomes a table, a path its text."""
    return str(value) if isinstance(value, Path) else asdict(value)


def plain_card(card: CardInfo) -> dict[str, object]:
    """A style card as a table of plain values."""
    names = ("id", "title", "artist", "year", "own", "path", "sha256")
    return {name: getattr(card, name) for name in names}


def command_line() -> str:
    """The command as it was given, for the card of what it makes."""
    return shlex.join(["studio", *sys.argv[1:]])


def tell_trained(trained: Trained, as_json: bool) -> None:
    """Say what a training wrote, and which licences its card does not know."""
    for name in trained.undescribed:
        note(f"The card does not say the licence of “{name}”; give it with --data-note.")
    if as_json:
        emit(trained)
        return
    say(f"{trained.path}  {trained.seconds:.0f} s")
    say_figures(trained.figures)


def say_figures(figures: Mapping[str, float]) -> None:
    """Print figures in two columns."""
    for line in columns([(name, f"{value}") for name, value in figures.items()]):
        say(f"  {line}")
