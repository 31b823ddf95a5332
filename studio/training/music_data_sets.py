"""The sets of music to learn from, each read into scores by the form that it comes in."""

from __future__ import annotations

import csv
import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError, UnreadableFile
from studio.music.note import TICKS, Notes
from studio.music.song import Song, Track
from studio.music.song_source import contents
from studio.music.tokenizer_score import Score
from studio.training.abc_reader import read_abc
from studio.training.music_data import tune_files
from studio.training.music_data_scores import read_score

logger = logging.getLogger(__name__)
_JSB_STEP = TICKS // 4
_SILENCE = -1
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a set: where it is from, its score, and what the set says of it."""

    name: str
    score: Score
    split: str = ""
    """``train``, ``validation`` or ``test`` where the set has its own."""
    style: str = ""


def read_set(name: str, folder: Path) -> Iterator[Piece]:
    """The pieces of a set by its name (``READERS``) from its folder, one after another.

    A file that cannot be read is left out with a warning. Raises StudioError for another name and
    a folder that is not there.
    """
    if name not in READERS:
        raise StudioError(f"“{name}” is no set of music; there are {', '.join(READERS)}.")
    if not folder.is_dir():
        raise StudioError(f"“{folder}” is not a folder of music.")
    return READERS[name](folder)


def chorale_steps(folder: Path) -> Mapping[str, tuple[NDArray[np.int64], ...]]:
    """The chorales of jsb/ as (T, 4) pitches a sixteenth, -1 for silence, by train, valid, test."""
    path = folder / "Jsb16thSeparated.json"
    try:
        table = json.loads(contents(path))
        return {
            split: tuple(np.array(one, np.int64).reshape(-1, 4) for one in pieces)
            for split, pieces in table.items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError) as problem:
        raise UnreadableFile(f"“{path.name}” is no table of chorales.") from problem


def _books(folder: Path) -> Iterator[Piece]:
    for path in tune_files(folder):
        for number, song in enumerate(read_abc(_text(path))):
            yield Piece(f"{path.parent.name}/{path.stem}/{number + 1} {song.title}", Score(song))


def _chorales(folder: Path) -> Iterator[Piece]:
    splits = {"train": "train", "valid": "validation", "test": "test"}
    for split, pieces in chorale_steps(folder).items():
        for number, steps in enumerate(pieces):
            tracks = tuple(Track(notes=_voice(steps[:, voice])) for voice in range(4))
            name = f"{split}/{number + 1}"
            yield Piece(name, Score(Song(tracks=tracks, title=name)), splits.get(split, ""))


def _voice(pitches: NDArray[np.int64]) -> Notes:
    """A voice of a grid without onsets: what stays the same is one note."""
    edges = np.flatnonzero(np.append(True, pitches[1:] != pitches[:-1]))
    ends = np.append(edges[1:], len(pitches))
    sounding = pitches[edges] != _SILENCE
    start, end = edges[sounding] * _JSB_STEP, ends[sounding] * _JSB_STEP
    return Notes.of_columns(start, end - start, pitches[edges][sounding], [90] * len(start))


def _sheets(folder: Path) -> Iterator[Piece]:
    files = (p for p in sorted(folder.rglob("*")) if p.suffix in (".mxl", ".musicxml", ".xml"))
    for path in files:
        score = _tried(read_score, path)
        if score is not None and not score.song.is_empty:
            yield Piece(str(path.relative_to(folder)), score)


def _midi(folder: Path) -> Iterator[Piece]:
    from studio.music.midi_file import read_midi

    for path in sorted(folder.rglob("*.mid*")):
        read = _tried(read_midi, path)
        if read is not None and not read.song.is_empty:
            name = path.relative_to(folder)
            yield Piece(str(name), Score(read.song), style=name.parts[-2] if name.parts[1:] else "")


def _groove(folder: Path) -> Iterator[Piece]:
    """Drums, with the set's own parts and styles."""
    from studio.music.midi_file import read_midi

    for row in _table(folder / "info.csv", ","):
        read = _tried(read_midi, folder / row["midi_filename"])
        if read is not None and not read.song.is_empty:
            yield Piece(row["midi_filename"], Score(read.song), row["split"], row["style"])


def _kern(folder: Path) -> Iterator[Piece]:
    from studio.music.song_file import read_song

    for path in sorted(folder.glob("*.krn")):
        read = _tried(read_song, path)
        if read is not None and not read.song.is_empty:
            yield Piece(path.name, Score(read.song))


READERS: Mapping[str, Callable[[Path], Iterator[Piece]]] = {
    "books": _books,
    "jsb": _chorales,
    "hymnal": _books,
    "leadsheets": _sheets,
    "groove": _groove,
    "pianomidi": _midi,
    "lieder": _sheets,
    "chopin": _kern,
}


def _table(path: Path, delimiter: str) -> Sequence[Mapping[str, str]]:
    lines = contents(path).decode("utf-8-sig", "replace").splitlines()
    return list(csv.DictReader(lines, delimiter=delimiter))


def _text(path: Path) -> str:
    data = contents(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _tried(read: Callable[[Path], _Read], path: Path) -> _Read | None:
    try:
        return read(path)
    except StudioError as problem:
        logger.warning("%s is left out: %s", path, problem.sentence)
        return None
