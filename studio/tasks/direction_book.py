"""The names that a user gave to directions of a latent space, and the directions made there.

A book belongs to one model by its checksum: another one has other directions. It is kept below the
data folder, and can be written to a file and read from one to be shared.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from studio.document.json_value import JSON, cleaned
from studio.errors import StudioError, UnreadableFile
from studio.image.latent import Latent
from studio.paths import data_dir, made, replacing

SUFFIX = ".directions.json"
LONGEST = 60
"""Characters of a name."""
MOST_MADE = 48
_FORMAT = "klangbild-directions"
_MOST_BYTES = 1 << 23
_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_NONE_MADE: Mapping[str, Latent] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class DirectionBook:
    """Names of directions by key, and a deviation (size,) along each made one by its key.

    The keys of principal directions are their numbers; those of made ones begin with no digit and
    never change, whatever the direction is called.
    """

    sha256: str
    size: int
    names: Mapping[str, str] = field(default_factory=lambda: _NO_NAMES)
    made: Mapping[str, Latent] = field(default_factory=lambda: _NONE_MADE)

    def named(self, key: str, name: str) -> DirectionBook:
        """Call a direction by another name; an empty one takes its name away."""
        name = cleaned(name, LONGEST).strip()
        names = {**self.names, key: name}
        if not name:
            del names[key]
        return replace(self, names=MappingProxyType(names))

    def with_made(self, name: str, way: Latent) -> tuple[DirectionBook, str]:
        """Add the direction in which ``way`` leads, a unit long; returns its key too."""
        length = float(np.linalg.norm(way))
        if way.shape != (self.size,) or not np.isfinite(length) or length < 1e-6:
            raise StudioError("The two places are the same, so no direction leads between them.")
        if len(self.made) >= MOST_MADE:
            raise StudioError(f"A model can have {MOST_MADE} directions of yours; remove one.")
        name = cleaned(name, LONGEST).strip() or "?"
        taken = self.made.keys()
        key = next(k for number in range(1, MOST_MADE + 2) if (k := f"own-{number}") not in taken)
        step = (way / length).astype(np.float32)
        grown = {**self.made, key: step}
        return replace(self, made=MappingProxyType(grown)).named(key, name), key

    def without(self, key: str) -> DirectionBook:
        """Forget a made direction."""
        rest = {other: step for other, step in self.made.items() if other != key}
        return replace(self, made=MappingProxyType(rest)).named(key, "")

    def joined(self, other: DirectionBook) -> DirectionBook:
        """This book with the names and the directions of another one of the same model."""
        book = self
        for key, name in other.names.items():
            if key not in other.made:
                book = book.named(key, name)
        known = [step.tobytes() for step in self.made.values()]
        for key, step in other.made.items():
            if step.tobytes() not in known:
                book, _ = book.with_made(other.names.get(key, key), step)
        return book

    def to_json(self) -> dict[str, JSON]:
        """The book as it is written."""
        return {
            "format": _FORMAT,
            "version": 1,
            "sha256": self.sha256,
            "size": self.size,
            "names": dict(self.names),
            "made": {key: [float(n) for n in step] for key, step in self.made.items()},
        }


def read_book(sha256: str, size: int) -> DirectionBook:
    """The user's book of a model; an empty one where there is none yet."""
    path = _own(sha256)
    return book_of(path, sha256, size) if path.is_file() else DirectionBook(sha256, size)


def keep_book(book: DirectionBook) -> None:
    """Keep the user's book of a model."""
    made(_own(book.sha256).parent)
    write_book(book, _own(book.sha256), force=True)


def write_book(book: DirectionBook, path: Path, *, force: bool = False) -> None:
    """Write a book to a file."""
    text = json.dumps(book.to_json(), ensure_ascii=False, indent=1)
    with replacing(path, force=force) as temporary:
        temporary.write_text(text, encoding="utf-8")


def book_of(path: Path, sha256: str, size: int) -> DirectionBook:
    """Read a book of this very model that anyone may have written.

    Raises UnreadableFile, and StudioError where it belongs to another model.
    """
    table = _table(path)
    if table.get("sha256") != sha256 or table.get("size") != size:
        raise StudioError(f"The directions in “{path.name}” belong to another model.")
    book = DirectionBook(sha256, size)
    try:
        for key, numbers in list(dict(table["made"]).items())[:MOST_MADE]:
            step = np.array([float(n) for n in numbers], np.float32)
            if key[:1].isdigit() or step.shape != (size,) or not np.isfinite(step).all():
                raise ValueError("no direction of this model")
            book = replace(book, made=MappingProxyType({**book.made, cleaned(key, 64): step}))
        for key, name in list(dict(table["names"]).items())[:256]:
            book = book.named(cleaned(str(key), 64), str(name))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise _damaged(path) from None
    return book


def _table(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as file:
            table = json.loads(file.read(_MOST_BYTES))
    except OSError as problem:
        raise UnreadableFile(f"“{path.name}” cannot be read: {problem.strerror}.") from None
    except (ValueError, RecursionError):
        raise _damaged(path) from None
    if not isinstance(table, dict) or table.get("format") != _FORMAT:
        raise UnreadableFile(f"“{path.name}” holds no directions; export some from a model first.")
    return table


def _own(sha256: str) -> Path:
    return data_dir() / "latent" / f"{sha256}.json"


def _damaged(path: Path) -> UnreadableFile:
    return UnreadableFile(f"The directions in “{path.name}” are damaged; export them again.")
