"""Reads a folder of the artist's own music, file by file: MIDI, MusicXML, ABC and kern.

A file that cannot be read is told and left out. Of a folder with very many files only some are
read, spread over all, so that time and memory stay bounded.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import NamedTuple

from studio.errors import StudioError
from studio.music.song_file import SONG_SUFFIXES, read_song
from studio.music.song_source import contents, count_of, shown_name
from studio.music.tokenizer_score import Score
from studio.training.abc_reader import read_abc
from studio.training.music_data_scores import read_score
from studio.training.tunes_set import ENOUGH, Tune, TuneSet, tune_of, with_fault

MOST_FILES = 2_000
"""Files that are read of a folder."""
MOST_NOTES = 400_000
"""Notes after which no more is read."""
MOST_NAMES = 200_000
"""Names of files that are looked at."""
_SCORES = (".musicxml", ".mxl", ".xml")
_NAMES_A_STEP = 500


class Found(NamedTuple):
    """How far the reading is: files read, files to be read, tunes and notes found."""

    done: int
    total: int
    tunes: int
    notes: int


def reading_tunes(folder: Path) -> Generator[Found, None, TuneSet]:
    """Read the tunes of a folder and of those in it; yields after each file, and while it looks.

    Raises StudioError where there is no folder, no music in it, or none that can be read.
    """
    files = yield from _files(folder)
    chosen = sorted(files, key=lambda path: zlib.crc32(str(path.relative_to(folder)).encode()))
    chosen = chosen[:MOST_FILES]
    tunes: list[Tune] = []
    faults: tuple[str, ...] = ()
    left_out = notes = read = 0
    for path in chosen:
        try:
            for tune in _tunes_in(path, folder):
                tunes.append(tune)
                notes += tune.notes
                if len(tunes) % 8 == 0:
                    yield Found(read, len(chosen), len(tunes), notes)
        except StudioError as problem:
            left_out += 1
            faults = with_fault(faults, problem.sentence)
        read += 1
        yield Found(read, len(chosen), len(tunes), notes)
        if notes >= MOST_NOTES:
            break
    if not tunes:
        many = "1 file" if len(chosen) == 1 else f"{len(chosen):,} files"
        raise StudioError(f"Nothing could be learned from the {many} of music there: {faults[0]}")
    ordered = sorted(tunes, key=lambda tune: tune.name)
    return TuneSet(tuple(ordered), len(files), read, left_out, faults)


def told(found: TuneSet) -> tuple[str, ...]:
    """What was found, in sentences: how much, whether that is enough, and what was left out."""
    tunes = count_of(len(found.tunes), "tune", "tunes")
    said = [f"Found {tunes} with {count_of(found.notes, 'note', 'notes')}."]
    if found.read < found.files:
        said.append(
            f"The folder holds {found.files:,} files of music; {found.read:,} of them, from all "
            "over it, were read."
        )
    if found.left_out:
        were = "was" if found.left_out == 1 else "were"
        many = count_of(found.left_out, "file", "files")
        said.append(f"{many} {were} left out: {found.faults[0]}")
    if found.few:
        said.append(
            f"That is little: with fewer than {ENOUGH} tunes it may only learn to repeat them."
        )
    return tuple(said)


def _files(folder: Path) -> Generator[Found, None, list[Path]]:
    if not folder.is_dir():
        raise StudioError(f"“{folder}” is not a folder of music.")
    found: list[Path] = []
    names = 0
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in files:
            names += 1
            if not name.startswith(".") and name.lower().endswith(SONG_SUFFIXES):
                found.append(Path(where, name))
            if names % _NAMES_A_STEP == 0:
                yield Found(0, 0, 0, 0)
        if names >= MOST_NAMES:
            break
    if not found:
        raise StudioError(f"There is no MIDI, MusicXML, ABC or kern file in “{folder}”.")
    return found


def _tunes_in(path: Path, folder: Path) -> Iterator[Tune]:
    """The tunes of a file; StudioError where there is none, also after some of them."""
    name = str(path.relative_to(folder))
    suffix = path.suffix.lower()
    if suffix != ".abc":
        score = read_score(path) if suffix in _SCORES else Score(read_song(path).song)
        yield tune_of(score, name, keyless=suffix not in _SCORES)
        return
    data = contents(path)
    count = 0
    problem: StudioError | None = None
    for number, song in enumerate(read_abc(data.decode("utf-8", "replace"))):
        try:
            yield tune_of(Score(song), f"{name}/{number + 1} {song.title}", track=0)
            count += 1
        except StudioError as error:
            problem = error
    if not count:
        raise problem or StudioError(f"“{shown_name(path)}” holds no tune in ABC.")
