"""Songs from one kind of file to another."""

from pathlib import Path

import pytest

from studio.errors import AlreadyExists, StudioError, UnreadableFile
from studio.music.note import Note, Notes
from studio.music.song import SUSTAIN, Controls, Song, Track
from studio.music.song_file import read_song, write_song
from studio.tasks.convert import convert
from studio.work import Step


def converted(source: Path, target: Path, force: bool = False) -> tuple[str, ...]:
    """The sentences at the end of the work, whose steps have gone forward."""
    work = convert(source, target, force=force)
    done = []
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            assert done == sorted(done)
            sentences: tuple[str, ...] = end.value
            return sentences
        assert isinstance(step, Step)
        done.append(step.progress)


def test_midi_becomes_musicxml_and_midi_again(tmp_path: Path) -> None:
    notes = Notes([Note(0, 480, 60, 90), Note(480, 240, 64, 70)])
    pedal = Controls([0], [SUSTAIN], [127])
    song = Song(tracks=(Track("A", 5, notes=notes, controls=pedal),), title="T")
    midi, score, again = (tmp_path / name for name in ("a.mid", "a.musicxml", "b.mid"))
    write_song(midi, song)
    assert [line.split()[0] for line in converted(midi, score)] == ["Controllers,"]
    assert converted(score, again) == ()
    back = read_song(again).song
    assert (back.tracks[0].notes, back.tracks[0].program, back.title) == (notes, 5, "T")


def test_what_cannot_be_done_is_told_before_anything_is_written(tmp_path: Path) -> None:
    source, target = tmp_path / "a.mid", tmp_path / "b.mid"
    with pytest.raises(UnreadableFile, match="not there"):
        converted(source, target)
    write_song(source, Song(tracks=(Track(),)))
    with pytest.raises(StudioError, match="does not end in"):
        converted(source, tmp_path / "b.wav")
    target.touch()
    with pytest.raises(AlreadyExists):
        converted(source, target)
    assert target.stat().st_size == 0
    assert converted(source, target, force=True) == ("It holds no notes.",)
