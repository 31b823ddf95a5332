"""Melodies to learn from: the books of tunes as arrays, cached, and parted by families."""

from __future__ import annotations

import hashlib
import importlib.util
import zipfile
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.melody_grid import MelodyGrid, melody_grid
from studio.music.theory import SCALES, Key
from studio.paths import cache_dir, made
from studio.training.abc_reader import read_abc
from studio.training.music_data_families import families_of, side_of

BOOKS = ("oneills1850", "airdsAirs", "ryansMammoth", "miscFolk")
"""The folders of music21's corpus with old prints of tunes, free to learn from."""
SIDES = ("train", "validate", "test")
_VERSION = 1  # of what is read out of the files; a new one makes the cache anew
_SCALES = tuple(SCALES)
_COLUMNS = ("symbols", "place", "bar", "size")
_Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class MelodySet:
    """Melodies on the grid, the names of where they are from, and the family of each."""

    grids: tuple[MelodyGrid, ...]
    names: tuple[str, ...]
    family: _Ints
    """(N,): near copies of one tune have one number."""
    side: _Ints
    """(N,): 0 to learn from, 1 to stop by, 2 to be measured on; a family is on one side."""

    def on(self, side: str) -> tuple[MelodyGrid, ...]:
        """The melodies of ``train``, ``validate`` or ``test``."""
        wanted = SIDES.index(side)
        return tuple(g for g, s in zip(self.grids, self.side.tolist(), strict=True) if s == wanted)


def books_folder() -> Path | None:
    """Where music21 keeps its tunes, found without importing it; None where it is not there."""
    found = importlib.util.find_spec("music21")
    if found is None or found.origin is None:
        return None
    folder = Path(found.origin).parent / "corpus"
    return folder if folder.is_dir() else None


def tune_files(folder: Path | None = None) -> tuple[Path, ...]:
    """The ABC files below ``folder``, or of the books; raises StudioError where there is none."""
    if folder is not None:
        files = sorted(path for path in folder.rglob("*.abc") if path.is_file())
    else:
        corpus = books_folder()
        files = sorted(p for b in BOOKS for p in (corpus / b).glob("*.abc")) if corpus else []
    if not files:
        raise StudioError(f"No tune was found below “{folder}”: there is no .abc file.")
    return tuple(files)


def read_melodies(folder: Path | None = None, *, cache: Path | None = None) -> MelodySet:
    """Read the tunes of ``folder`` (of the four books without one), from the cache where it can be.

    The first reading of the books takes some 20 s.
    """
    work = reading_melodies(folder, cache=cache)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: MelodySet = end.value
            return found


def reading_melodies(
    folder: Path | None = None, *, cache: Path | None = None
) -> Generator[tuple[int, int], None, MelodySet]:
    """Read as ``read_melodies`` does; yields after some tunes how many files of all are read.

    Raises StudioError where there is none. The cache lies below ``cache``, the studio's own
    without one, and is made anew where a file has changed.
    """
    files = tune_files(folder)
    kept = _kept(files, cache or cache_dir() / "music")
    if kept.is_file():
        try:
            return _load(kept)
        except (OSError, ValueError, KeyError, IndexError, zipfile.BadZipFile, zlib.error):
            kept.unlink(missing_ok=True)
    grids, names = [], []
    for done, path in enumerate(files):
        for name, grid in _melodies_in(path):
            grids.append(grid)
            names.append(name)
            if len(grids) % 16 == 0:
                yield done, len(files)
    if not grids:
        raise StudioError(f"No tune could be read below “{folder}”.")
    family = families_of([grid.symbols for grid in grids])
    found = MelodySet(tuple(grids), tuple(names), family, side_of(family, names))
    _save(found, kept)
    return found


def _kept(files: tuple[Path, ...], cache: Path) -> Path:
    digest = hashlib.sha256(f"{_VERSION}".encode())
    for path in files:
        status = path.stat()
        digest.update(f"{path.parent.name}/{path.name} {status.st_size}\n".encode())
        digest.update(f"{status.st_mtime_ns}\n".encode())
    return cache / f"melodies-{digest.hexdigest()[:24]}.npz"


def _melodies_in(path: Path) -> Iterator[tuple[str, MelodyGrid]]:
    text = path.read_bytes().decode("utf-8", "replace")
    for number, song in enumerate(read_abc(text)):
        yield f"{path.parent.name}/{path.stem}/{number + 1} {song.title}", melody_grid(song, 0)


def _save(melodies: MelodySet, path: Path) -> None:
    grids = melodies.grids
    columns: dict[str, Any] = {
        name: np.concatenate([getattr(grid, name) for grid in grids]).astype(np.int16)
        for name in _COLUMNS
    }
    heads = [
        (len(g), g.begin, g.octaves, g.exact, *g.metre, g.key.tonic, _SCALES.index(g.key.scale))
        for g in grids
    ]
    made(path.parent)
    partial = path.with_suffix(".part.npz")
    np.savez_compressed(
        partial,
        heads=np.array(heads, np.int64),
        names=np.array(melodies.names),
        family=melodies.family,
        side=melodies.side,
        **columns,
    )
    partial.replace(path)


def _load(path: Path) -> MelodySet:
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
        table = {name: file[name] for name in file.files}
    heads = table["heads"].tolist()
    edges = np.cumsum([0, *(head[0] for head in heads)])
    columns = {name: table[name].astype(np.int64) for name in _COLUMNS}
    grids = tuple(
        MelodyGrid(
            **{name: column[first : first + count].copy() for name, column in columns.items()},
            metre=(top, bottom),
            key=Key(tonic, _SCALES[scale]),
            begin=begin,
            octaves=octaves,
            exact=bool(exact),
        )
        for first, (count, begin, octaves, exact, top, bottom, tonic, scale) in zip(
            edges.tolist(), heads, strict=False
        )
    )
    return MelodySet(grids, tuple(table["names"].tolist()), table["family"], table["side"])
