"""MIDI files in and out: any file of format 0, 1 or 2 becomes a song, or one sentence says why not.

Written is format 1 with 480 ticks a quarter. What was read and is written comes back as it was:
notes, programs, banks, controllers, pedal, bends and pressure, tempo, metre and key signatures,
names, markers, the loop (as markers "loopStart" and "loopEnd") and the recipe (as a text).
"""

from pathlib import Path

from studio.music.midi_song import song_of
from studio.music.midi_write import bytes_of
from studio.music.song import Song
from studio.music.song_source import MOST_BYTES, Fault, SongFile, contents, faults_of
from studio.paths import replacing

__all__ = ["SongFile", "midi_bytes", "parse_midi", "read_midi", "write_midi"]


def read_midi(path: Path) -> SongFile:
    """Read a MIDI file, whatever its name says; a damaged one as far as it can be read.

    Raises UnreadableFile for what is none or cannot be mended.
    """
    return parse_midi(contents(path), path.name)


def parse_midi(data: bytes, name: str) -> SongFile:
    """Read the bytes of a MIDI file as `read_midi` does; ``name`` is for the sentence."""
    with faults_of(name):
        if len(data) > MOST_BYTES:
            raise Fault(f"is larger than the {MOST_BYTES >> 20} MiB that a song may have.")
        return song_of(data)


def midi_bytes(song: Song) -> bytes:
    """The song as the bytes of a MIDI file; WontFit beyond 32 MiB."""
    return bytes_of(song)


def write_midi(path: Path, song: Song, *, force: bool = False) -> None:
    """Write the song, whole or not at all; AlreadyExists unless ``force``."""
    data = midi_bytes(song)
    with replacing(path, force=force) as temporary:
        temporary.write_bytes(data)
