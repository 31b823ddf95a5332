"""Songs of files that are to be measured: one of most files, each tune of one in ABC."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from studio.errors import StudioError
from studio.jobs import Step, Work
from studio.music.song import Song
from studio.music.song_source import contents


def reading_songs(path: Path, number: int, total: int) -> Work[list[Song]]:
    """The songs of file ``number`` of ``total``; raises StudioError for what is none."""
    if path.suffix.lower() == ".abc":
        from studio.training.abc_reader import read_abc

        songs = list(read_abc(contents(path).decode("utf-8", "replace")))
        if not songs:
            raise StudioError(f"“{path.name}” holds no tune in ABC: no line that begins with X:.")
        return songs
    from studio.music.song_file import SongFile, reading

    work: Generator[None, None, SongFile] = reading(path)
    while True:
        try:
            next(work)
        except StopIteration as end:
            read: SongFile = end.value
            return [read.song]
        yield Step(number, total, path.name, number / total)
