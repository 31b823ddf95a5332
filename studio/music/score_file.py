"""Scores in and out: MusicXML, kern and ABC become a song, and a song becomes MusicXML.

music21 does it in a process of its own, except kern, which is read here. Reading gives a track for
each staff, so that the hands
of a piano stay apart; notes at sounding pitch, ties joined, repeats followed, dynamics as
velocities (80 where there are none), grace notes before the beat, no notes for chord symbols.
"""

import io
import zipfile
from collections.abc import Generator
from pathlib import Path
from typing import Final, TypeVar

from studio.errors import StudioError, WontFit
from studio.music import score_process
from studio.music.score_import import song_of_parts
from studio.music.score_kern import read_kern
from studio.music.score_layout import on_grid
from studio.music.score_text import decoded, kind_of
from studio.music.song import Song
from studio.music.song_source import Fault, SongFile, contents, faults_of
from studio.paths import replacing

MOST_NOTES: Final = 200_000
"""Of a song that is written as a score; music21 takes minutes for as many."""
MOST_BARS: Final = 200_000
"""Of all tracks together; each is written, also where it is empty."""
_T = TypeVar("_T")


def read_score(path: Path) -> SongFile:
    """Read a score, whatever its name says; raises UnreadableFile for what is none.

    Takes a second to begin and then one for each two thousand notes: not for the thread of the
    window.
    """
    return at_the_end(reading_score(contents(path), path.name))


def reading_score(data: bytes, name: str) -> Generator[None, None, SongFile]:
    """Read the bytes of a score as `read_score` does, and yield while there is nothing to do."""
    with faults_of(name):
        kind = kind_of(data)
        if kind is None:
            raise Fault("is no score in MusicXML, kern or ABC, or its beginning is damaged.")
        if kind == "kern":
            return _kern_song(decoded(data))
        return (yield from score_process.reading(data, kind))


def _kern_song(text: str) -> SongFile:
    notes: list[str] = []
    score = read_kern(text, notes)
    song = song_of_parts(score.parts, score.players, score.order, (), score.title, notes)
    return SongFile(song, tuple(notes))


def write_musicxml(path: Path, song: Song, *, force: bool = False) -> tuple[str, ...]:
    """Write the song as MusicXML, compressed where the name ends in ``.mxl``.

    Returns sentences on what a score cannot say. Raises AlreadyExists unless ``force``, and
    WontFit for songs that are too long to be written.
    """
    return at_the_end(writing_musicxml(path, song, force=force))


def writing_musicxml(
    path: Path, song: Song, *, force: bool = False
) -> Generator[None, None, tuple[str, ...]]:
    """Write as `write_musicxml` does, and yield while there is nothing to do."""
    _check_size(song)
    with replacing(path, force=force) as temporary:
        data = yield from score_process.writing(song)
        if path.suffix.lower() == ".mxl":
            data = _packed(data)
        temporary.write_bytes(data)
    return _left_out(song)


def at_the_end(work: Generator[object, None, _T]) -> _T:
    """Wait for the result of work that yields."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: _T = end.value
            return result


def _check_size(song: Song) -> None:
    if not song.tracks:
        raise StudioError("The song has no tracks; a score needs one at least.")
    if sum(len(track.notes) for track in song.tracks) > MOST_NOTES:
        raise WontFit(f"The song has more than the {MOST_NOTES:,} notes that a score can have.")
    # Bars are at least a 64th long; counting them one by one would take as long as writing.
    bars = song.metres.position(song.length).bar
    if bars * len(song.tracks) > MOST_BARS:
        raise WontFit("The song has too many bars to be written as a score; make it shorter.")


def _left_out(song: Song) -> tuple[str, ...]:
    said = []
    if any(len(track.controls) for track in song.tracks):
        said.append("Controllers, pedal and bends were left out: a score has no place for them.")
    if not on_grid(song):
        said.append("Notes were settled on sixteenths and triplets, so that they can be read.")
    return tuple(said)


def _packed(data: bytes) -> bytes:
    """A compressed MusicXML file; the same bytes at every time of day."""
    container = (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<container><rootfiles>'
        b'<rootfile full-path="score.musicxml"/></rootfiles></container>\n'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (("META-INF/container.xml", container), ("score.musicxml", data)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return stream.getvalue()
