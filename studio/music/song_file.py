"""Songs in and out of files, by what the files hold: MIDI, MusicXML, kern and ABC."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import Final

from studio.errors import AlreadyExists, StudioError
from studio.music.midi_file import parse_midi, write_midi
from studio.music.score_text import kind_of
from studio.music.song import Song
from studio.music.song_source import Fault, SongFile, contents, faults_of, shown_name

__all__ = ["SONG_SUFFIXES", "SongFile", "read_song", "reading", "write_song", "writing"]

_MIDI: Final = (".mid", ".midi", ".kar", ".rmi")
_SCORES: Final = (".musicxml", ".mxl", ".xml", ".krn", ".abc")
SONG_SUFFIXES: Final = (*_MIDI, *_SCORES)
"""How the names of songs end that can be read."""
WRITABLE: Final = (".mid", ".midi", ".musicxml", ".xml", ".mxl")
"""And of those that can be written."""


def read_song(path: Path) -> SongFile:
    """Read a song, told by what the file holds and not by its name.

    Raises UnreadableFile for what is none. A score takes seconds: not for the thread of the window.
    """
    from studio.music.score_file import at_the_end

    return at_the_end(reading(path))


def reading(path: Path) -> Generator[None, None, SongFile]:
    """Read as `read_song` does, and yield while there is nothing to do but wait."""
    data = contents(path)
    if _is_midi(data):
        return parse_midi(data, path.name)
    if kind_of(data) is not None:
        from studio.music.score_file import reading_score

        return (yield from reading_score(data, path.name))
    with faults_of(path):
        if path.suffix.lower() in _MIDI:
            return parse_midi(data, path.name)
        raise Fault(
            "is no song of a kind that the studio reads: MIDI, MusicXML, kern or ABC; or its "
            "beginning is damaged."
        )


def write_song(path: Path, song: Song, *, force: bool = False) -> tuple[str, ...]:
    """Write a song as the kind that the name ends in; sentences say what that kind cannot hold.

    Raises AlreadyExists unless ``force``, and StudioError for a name with another ending.
    """
    from studio.music.score_file import at_the_end

    return at_the_end(writing(path, song, force=force))


def writing(
    path: Path, song: Song, *, force: bool = False
) -> Generator[None, None, tuple[str, ...]]:
    """Write as `write_song` does, and yield while there is nothing to do but wait."""
    check_target(path, force=force)
    if path.suffix.lower() in _MIDI:
        write_midi(path, song, force=force)
        return ()
    from studio.music.score_file import writing_musicxml

    return (yield from writing_musicxml(path, song, force=force))


def check_target(path: Path, *, force: bool = False) -> None:
    """Raise what `write_song` would for the name, before a song is read or made for it."""
    if path.suffix.lower() not in WRITABLE:
        raise StudioError(
            f"“{shown_name(path)}” does not end in a kind of song that can be written; use "
            f"{', '.join(WRITABLE)}."
        )
    if not force and os.path.lexists(path):
        raise AlreadyExists(
            f"“{path}” exists already; choose another name or allow it to be replaced."
        )


def _is_midi(data: bytes) -> bool:
    return data.startswith(b"MThd") or (data.startswith(b"RIFF") and data[8:12] == b"RMID")
