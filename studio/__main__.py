"""The command ``studio``: without a verb it opens the window, with one it works without."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, with any files named, or hand a verb to the command line.

    Returns the exit code: 0, or 2 after one sentence on standard error.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if all(_is_file(argument) for argument in given):
        gc.disable()  # until the window is painted: what is made for it stays, looking costs 0.1 s
        from studio.app import run

        return run([Path(argument) for argument in given])
    from studio.cli import main as run_verb

    return run_verb(given)


def _is_file(argument: str) -> bool:
    """Whether an argument names something to open rather than a verb or an option."""
    if argument.startswith("-"):
        return False
    path = Path(argument)
    return path.exists() and (path.is_dir() or bool(path.suffix))


if __name__ == "__main__":
    sys.exit(main())
