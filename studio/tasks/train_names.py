"""The names that the artist's own models may have."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from pathlib import Path

from studio.errors import AlreadyExists, StudioError

_NAME = re.compile(r"\w[\w .()+-]*[\w)]|\w")


def checked(
    name: str,
    most: int,
    shipped: Container[str],
    output: Callable[[str], Path],
    *,
    force: bool = False,
) -> str:
    """The name of a new model, without spaces around it; StudioError for one that cannot be.

    ``most`` are the letters that it may have, ``shipped`` the names of the studio's own models in
    small letters, and ``output`` gives the file of a name, which must not be there unless
    ``force``.
    """
    name = name.strip()
    if not name:
        raise StudioError("Give the new model a name.")
    if len(name) > most or not _NAME.fullmatch(name):
        raise StudioError(
            f"“{name}” cannot be the name of a model: take up to {most} letters, digits, spaces, "
            "hyphens and dots."
        )
    if name.casefold() in shipped:
        raise StudioError(f"“{name}” is a model of the studio; choose another name for yours.")
    if not force and output(name).exists():
        raise AlreadyExists(f"There is a model “{name}” already; choose another name.")
    return name
