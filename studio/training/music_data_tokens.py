"""Sets of music as the composer's words: read once, kept as arrays, parted by pieces."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.tokenizer import encode
from studio.music.tokenizer_score import snapped
from studio.music.tokenizer_words import PITCH, VOCABULARY
from studio.paths import cache_dir, made
from studio.training.music_data_families import families_of, side_of
from studio.training.music_data_sets import read_set

_VERSION = 1  # of what the words are; a new one makes the cache anew
_SIDES = {"train": 0, "validation": 1, "test": 2}
_Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class TokenSet:
    """The pieces of a set as words, their names, and 0, 1, 2 for train, validate, test: (N,)."""

    pieces: tuple[_Ints, ...]
    names: tuple[str, ...]
    side: _Ints

    def on(self, side: int) -> tuple[_Ints, ...]:
        """The pieces to learn from (0), to stop by (1) or to be measured on (2)."""
        return tuple(p for p, s in zip(self.pieces, self.side.tolist(), strict=True) if s == side)


def reading_tokens(
    name: str, folder: Path, *, cache: Path | None = None
) -> Generator[int, None, TokenSet]:
    """Read a set (``music_data_sets.READERS``) into words; yields how many pieces are read.

    Where the set has parts of its own they are kept; else near copies are found and the families
    parted 90, 5 and 5. Raises StudioError where there is nothing in it.
    """
    kept = _kept(name, folder, cache or cache_dir() / "music")
    if kept.is_file():
        try:
            return _load(kept)
        except (OSError, ValueError, KeyError, IndexError, zipfile.BadZipFile, zlib.error):
            kept.unlink(missing_ok=True)
    pieces: list[_Ints] = []
    names: list[str] = []
    splits: list[str] = []
    for piece in read_set(name, folder):
        pieces.append(encode(snapped(piece.score)))
        names.append(piece.name)
        splits.append(piece.split)
        yield len(pieces)
    if not pieces:
        raise StudioError(f"No piece was found below “{folder}”.")
    if all(split in _SIDES for split in splits):
        side = np.array([_SIDES[split] for split in splits], np.int64)
    else:
        side = side_of(families_of([_tune(piece) for piece in pieces]), names)
    result = TokenSet(tuple(pieces), tuple(names), side)
    _save(result, kept)
    return result


def _tune(tokens: _Ints) -> _Ints:
    """The pitches in order as symbols of a grid, by which near copies are known."""
    pitch = tokens[(tokens >= PITCH.first) & (tokens < PITCH.first + PITCH.count)]
    return pitch - PITCH.first + 2


def _kept(name: str, folder: Path, cache: Path) -> Path:
    digest = hashlib.sha256(f"{_VERSION} {VOCABULARY} {name}".encode())
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        status = path.stat()
        digest.update(f"{path.relative_to(folder)} {status.st_size}\n".encode())
        digest.update(f"{status.st_mtime_ns}\n".encode())
    return cache / f"{name}-{digest.hexdigest()[:24]}.npz"


def _save(found: TokenSet, path: Path) -> None:
    made(path.parent)
    partial = path.with_suffix(".part.npz")
    np.savez_compressed(
        partial,
        tokens=np.concatenate(found.pieces).astype(np.uint16),
        sizes=np.array([len(piece) for piece in found.pieces]),
        names=np.array(found.names),
        side=found.side,
    )
    partial.replace(path)


def _load(path: Path) -> TokenSet:
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
        table = {name: file[name] for name in ("tokens", "sizes", "names", "side")}
    edges = np.cumsum(table["sizes"])[:-1]
    pieces = np.split(table["tokens"].astype(np.int64), edges)
    return TokenSet(tuple(pieces), tuple(table["names"].tolist()), table["side"])
