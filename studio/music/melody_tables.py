"""What ships beside the melody network of the tunes it learned from: counted runs, and hashes."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from studio.errors import UnreadableFile
from studio.music.melody_copies import KnownTunes
from studio.music.ngram import MelodyNgrams
from studio.paths import replacing

SUFFIX = ".tunes.npz"


@dataclass(frozen=True, slots=True, eq=False)
class MelodyTables:
    """The n-grams to compare with, and the tunes not to repeat."""

    ngrams: MelodyNgrams
    known: KnownTunes


def tables_path(weights: Path) -> Path:
    """The file beside a weight file."""
    return weights.with_suffix(SUFFIX)


def write_tables(path: Path, tables: MelodyTables, *, force: bool = False) -> None:
    """Write them, as arrays alone."""
    with replacing(path, force=force) as temporary, temporary.open("wb") as file:
        codes, counts = tables.ngrams.columns()
        np.savez_compressed(file, codes=codes, counts=counts, hashes=tables.known.hashes)


def read_tables(path: Path) -> MelodyTables:
    """Read what ``write_tables`` wrote; raises UnreadableFile for anything else."""
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            found = {name: file[name] for name in ("codes", "counts", "hashes")}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error) as problem:
        raise UnreadableFile(f"“{path}” is damaged or no table of tunes.") from problem
    whole = all(one.ndim == 1 and one.dtype.kind == "u" for one in found.values())
    if not whole:
        raise UnreadableFile(f"“{path}” is damaged or no table of tunes.")
    ngrams = MelodyNgrams(found["codes"].astype(np.int64), found["counts"].astype(np.int64))
    return MelodyTables(ngrams, KnownTunes(found["hashes"].astype(np.uint32)))
