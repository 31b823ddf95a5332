"""Soundfonts: where they lie on a system, which one is taken, and whether a file is sound."""

import os
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError, Unavailable, UnreadableFile
from studio.paths import resources

SUFFIXES = (".sf2", ".sf3")
CHOSEN, SYSTEM, OWN = "chosen", "system", "studio"
"""Where a soundfont comes from: the user's choice, the system's folders, or the studio itself."""

_MOST_TABLES = 64 * 2**20  # bytes of the tables of presets; the largest known have 3 MB
_MOST_FILES = 200  # in the folders of a system
_RECORDS = {
    b"phdr": 38, b"pbag": 4, b"pmod": 10, b"pgen": 4,
    b"inst": 22, b"ibag": 4, b"imod": 10, b"igen": 4, b"shdr": 46,
}  # fmt: skip
# General MIDI collections by a part of their names, the one to prefer first.
_FAVOURITES = (
    "fluidr3_gm", "fluidr3 gm", "generaluser", "musescore_general", "ms basic", "sgm",
    "fluidr3mono", "arachno", "default-gm", "default", "timgm6mb", "gs", "gm",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Soundfont:
    """A soundfont file, its name for a list, and where it comes from: see `CHOSEN` and others."""

    path: Path
    name: str
    origin: str


def find_soundfonts(chosen: Path | None = None) -> tuple[Soundfont, ...]:
    """All that can be used, the best first: the user's, the system's, then the studio's own.

    Files are only listed, not opened; see `check_soundfont`. A chosen file that has gone is
    passed over.
    """
    found: list[Soundfont] = []
    if chosen is not None and chosen.is_file():
        found.append(Soundfont(chosen, chosen.stem, CHOSEN))
    found += (Soundfont(path, path.stem, SYSTEM) for path in _of_the_system())
    own = own_soundfont()
    if own is not None:
        found.append(own)
    by_file: dict[Path, Soundfont] = {}
    for one in found:
        by_file.setdefault(one.path.resolve(), one)
    return tuple(by_file.values())


def best_soundfont(chosen: Path | None = None) -> Soundfont:
    """The first of `find_soundfonts` whose structure is sound; `Unavailable` where none is.

    A damaged file that the user has chosen is an `UnreadableFile` rather than passed over.
    """
    for one in find_soundfonts(chosen):
        try:
            check_soundfont(one.path)
        except StudioError:
            if one.origin == CHOSEN:
                raise
            continue
        return one
    raise Unavailable(
        "There is no sound: no soundfont was found; choose an .sf2 file in the preferences."
    )


def own_soundfont() -> Soundfont | None:
    """The small soundfont that comes with the studio; None where it is missing."""
    try:
        path = resources() / "soundfont" / "klangbild.sf2"
    except Unavailable:
        return None
    return Soundfont(path, "Klangbild", OWN) if path.is_file() else None


def folders() -> tuple[Path, ...]:
    """The folders in which systems keep soundfonts, those of the user first."""
    home = Path.home()
    listed = [Path(part) for part in os.environ.get("SF2_PATH", "").split(os.pathsep) if part]
    if sys.platform == "darwin":
        listed += [top / "Library/Audio/Sounds/Banks" for top in (home, Path("/"))]
        listed += [Path("/opt/homebrew/share/soundfonts"), Path("/usr/local/share/soundfonts")]
        listed += [Path("/opt/homebrew/share/fluid-synth/sf2")]
    elif sys.platform == "win32":
        programs = [os.environ.get(name, "") for name in ("ProgramFiles", "ProgramData")]
        listed += [home / "Soundfonts", home / "Documents" / "Soundfonts", Path(r"C:\soundfonts")]
        for top in filter(None, programs):
            listed += [Path(top, "FluidSynth"), Path(top, "soundfonts")]
    else:
        shares = os.environ.get("XDG_DATA_DIRS", "") or "/usr/local/share:/usr/share"
        data = os.environ.get("XDG_DATA_HOME", "") or str(home / ".local/share")
        for top in (data, *shares.split(":")):
            listed += [Path(top, "soundfonts"), Path(top, "sounds/sf2"), Path(top, "sounds/sf3")]
    return tuple(dict.fromkeys(listed))


def _of_the_system() -> list[Path]:
    """Files in those folders, by how good a General MIDI collection they promise to be."""
    found: list[Path] = []
    for folder in folders():
        try:
            inside = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
            found += [path for path in inside if path.is_file()]
        except OSError:
            continue
    return sorted(found[:_MOST_FILES], key=_promise)


def _promise(path: Path) -> tuple[int, int]:
    name = path.name.lower()
    rank = next((n for n, part in enumerate(_FAVOURITES) if part in name), len(_FAVOURITES))
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return rank, -size


def check_soundfont(path: Path) -> None:
    """Look whether a file has the structure of a soundfont before FluidSynth is given it.

    Follows the SoundFont 2.04 specification, sections 4 to 7: the chunks lie within the file, the
    tables have whole records, and each index leads to a record that is there. Reads the tables
    only, 64 MB at most; raises `UnreadableFile`.
    """
    try:
        with path.open("rb") as file:
            tables = _tables(file, os.fstat(file.fileno()).st_size)
    except OSError as error:
        raise UnreadableFile(
            f"The soundfont “{path.name}” cannot be read: {error.strerror or error}."
        ) from error
    except _Damaged as error:
        raise UnreadableFile(
            f"“{path.name}” is no soundfont that can be played ({error}); choose another file."
        ) from None
    try:
        _check_tables(tables)
    except _Damaged as error:
        raise UnreadableFile(
            f"The soundfont “{path.name}” is damaged ({error}); choose another file."
        ) from None


class _Damaged(Exception):
    """What is wrong, in a few words."""


def _tables(file: BinaryIO, size: int) -> dict[bytes, bytes]:
    head = file.read(12)
    if len(head) < 12 or head[:4] != b"RIFF" or head[8:] != b"sfbk":
        raise _Damaged("it does not begin as one")
    end = 8 + int.from_bytes(head[4:8], "little")
    if end > size + 1:
        raise _Damaged("its end is missing")
    tables: dict[bytes, bytes] = {}
    for kind, _, length in _chunks(file, 12, min(end, size)):
        if kind == b"sdta":
            tables[b"samples"] = length.to_bytes(8, "little")
        elif kind == b"pdta":
            if length > _MOST_TABLES:
                raise _Damaged("its tables are too large")
            inside = file.tell()
            for name, start, extent in _chunks(file, inside, inside + length - 4, lists=False):
                file.seek(start)
                tables[name] = file.read(extent)
    return tables


def _chunks(
    file: BinaryIO, at: int, end: int, lists: bool = True
) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and length of the chunks from ``at`` to ``end``; of lists, their inner kind."""
    while at + 8 <= end:
        file.seek(at)
        kind, length = struct.unpack("<4sI", file.read(8))
        start = at + 8
        if start + length > end:
            raise _Damaged("a part of it is cut off")
        if lists and kind == b"LIST" and length >= 4:
            kind = file.read(4)
        yield kind, start, length
        at = start + length
        if length & 1:  # a byte should follow, which some writers of SF3 forget
            file.seek(at)
            at += file.read(1) == b"\0"


def _check_tables(tables: dict[bytes, bytes]) -> None:
    if b"samples" not in tables:
        raise _Damaged("it has no samples")
    for name, record in _RECORDS.items():
        data = tables.get(name)
        if data is None or len(data) % record or len(data) < record:
            raise _Damaged(f"its table “{name.decode()}” is missing or broken")
    if len(tables[b"phdr"]) < 2 * 38:
        raise _Damaged("it has no instrument")
    _check_rows(tables, b"phdr", 24, b"pbag")
    _check_rows(tables, b"pbag", 0, b"pgen")
    _check_rows(tables, b"pbag", 2, b"pmod")
    _check_rows(tables, b"inst", 20, b"ibag")
    _check_rows(tables, b"ibag", 0, b"igen")
    _check_rows(tables, b"ibag", 2, b"imod")
    _check_links(tables, b"pgen", 41, len(tables[b"inst"]) // 22 - 1)
    _check_links(tables, b"igen", 53, len(tables[b"shdr"]) // 46 - 1)


def _words(table: bytes, record: int, offset: int) -> NDArray[np.int64]:
    """One column of 16-bit words of a table."""
    rows = np.frombuffer(table, np.uint8).reshape(-1, record)
    return rows[:, offset].astype(np.int64) | rows[:, offset + 1].astype(np.int64) << 8


def _check_rows(tables: dict[bytes, bytes], name: bytes, offset: int, into: bytes) -> None:
    """Each record begins where its part of the next table does, and none goes back."""
    first = _words(tables[name], _RECORDS[name], offset)
    rows = len(tables[into]) // _RECORDS[into]
    if (np.diff(first) < 0).any() or first[-1] >= rows:
        raise _Damaged(f"its table “{name.decode()}” leads nowhere")


def _check_links(tables: dict[bytes, bytes], name: bytes, generator: int, count: int) -> None:
    """The generators that name an instrument or a sample name one that is there."""
    kinds, values = _words(tables[name], 4, 0), _words(tables[name], 4, 2)
    if (values[kinds == generator] >= count).any():
        raise _Damaged(f"its table “{name.decode()}” leads nowhere")
