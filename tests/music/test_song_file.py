"""Songs told by what their files hold, not by what they are called."""

from pathlib import Path

import pytest

from studio.errors import StudioError, UnreadableFile
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.song_file import SONG_SUFFIXES, WRITABLE, read_song, write_song
from tests.music.scores import kern


def test_a_file_is_told_by_what_it_holds(tmp_path: Path) -> None:
    song = Song(tracks=(Track("A", notes=Notes([Note(0, 480, 60)])),))
    write_song(tmp_path / "a.mid", song)
    (tmp_path / "a.xml").write_bytes((tmp_path / "a.mid").read_bytes())
    (tmp_path / "b.mid").write_bytes(kern("**kern\n4c\n*-"))
    assert read_song(tmp_path / "a.xml").song == song
    assert read_song(tmp_path / "b.mid").song.tracks[0].notes == song.tracks[0].notes.altered(
        song.tracks[0].notes.mask([1]), velocity=80
    )


def test_a_damaged_beginning_is_told_by_the_name(tmp_path: Path) -> None:
    for name, words in (("a.mid", "MIDI file"), ("a.txt", "no song of a kind")):
        (tmp_path / name).write_bytes(b"nothing of the kind")
        with pytest.raises(UnreadableFile, match=words):
            read_song(tmp_path / name)


def test_a_name_of_another_kind_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match=r"use \.mid"):
        write_song(tmp_path / "a.krn", Song())
    assert set(WRITABLE) <= set(SONG_SUFFIXES)
