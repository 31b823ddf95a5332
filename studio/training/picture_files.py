"""The picture files below folders: listed a few at a time, and drawn from where they are many."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from studio.errors import StudioError, UnreadableFile

FEWEST, ENOUGH, GOOD = 48, 500, 3000
"""Pictures below which nothing is learned, from which it is worth it, and from which it is good."""
MOST = 20_000
"""Pictures that are read at most; of more, so many are drawn by chance."""
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"}
FILMS = {".mp4", ".mov", ".mkv", ".avi", ".webm", ".m4v", ".mpg", ".mpeg"}
_LISTED = 500  # files found between two yields


@dataclass(frozen=True, slots=True)
class Listing:
    """Pictures by their names below a folder, in order, and how many films lie beside them."""

    folder: Path
    names: tuple[str, ...]
    films: int = 0

    def __len__(self) -> int:
        return len(self.names)


def listing(folder: Path, leave_out: Sequence[str] = ()) -> Generator[int, None, Listing]:
    """List all pictures below a folder; yields how many were found so far.

    Folders within that cannot be read are passed over. Raises UnreadableFile for the folder itself.
    """
    names: list[str] = []
    films = number = 0
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(folder / below) as entries:
                for entry in entries:
                    stem, suffix = os.path.splitext(entry.name)
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{below}{entry.name}/")
                    elif suffix.lower() in SUFFIXES and stem not in leave_out:
                        names.append(below + entry.name)
                    films += suffix.lower() in FILMS
                    number += 1
                    if number % _LISTED == 0:
                        yield len(names)
        except OSError as problem:
            if not below:
                reason = problem.strerror or "it is no folder"
                raise UnreadableFile(f"“{folder}” cannot be read: {reason}.") from None
    return Listing(folder, tuple(sorted(names)), films)


def drawn(count: int, most: int) -> list[int]:
    """The places of ``most`` out of ``count``, in order and always the same; all if there are few.

    They are drawn by chance, since files that lie side by side are often alike.
    """
    if count <= most:
        return list(range(count))
    return sorted(np.random.default_rng(0).choice(count, most, replace=False).tolist())


def too_few(listings: Sequence[Listing], count: int, fewest: int = FEWEST) -> StudioError:
    """The sentence for ``count`` readable pictures below folders."""
    where = ", ".join(f"“{one.folder}”" for one in listings)
    films = sum(one.films for one in listings)
    if films and not count:
        return StudioError(
            f"There are films below {where}, but no readable pictures; export single frames from "
            f"them first, at least {fewest}."
        )
    if not count:
        return StudioError(
            f"There are no readable pictures below {where}; at least {fewest} are needed, and "
            f"{ENOUGH} or more of one kind are better."
        )
    if count == 1:
        return StudioError(
            f"There is only 1 readable picture below {where}; at least {fewest} are needed, and "
            f"{ENOUGH} or more of one kind are better."
        )
    return StudioError(
        f"There are only {count} readable pictures below {where}; at least {fewest} are needed, "
        f"and {ENOUGH} or more of one kind are better."
    )


def advice(count: int) -> str:
    """A sentence on how far so many pictures go."""
    if count < FEWEST:
        return f"{count} pictures are too few to learn from: at least {FEWEST} are needed."
    if count < ENOUGH:
        return (
            f"{count} pictures can be learned, but most of what comes of it will look like one of "
            f"them; {ENOUGH} and more of one kind are better."
        )
    if count < GOOD:
        return f"{count} pictures are enough; from {GOOD} of one kind the in-between is best."
    return f"{count} pictures are plenty."
