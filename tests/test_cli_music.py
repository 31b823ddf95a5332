"""The musical verbs of the command line: real files in, real files out, one sentence else."""

import json

import pytest
import soundfile

from studio.cli import main
from studio.music.midi_file import write_midi
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.song_file import read_song
from tests.audio.conftest import soundfont

__all__ = ["soundfont"]


@pytest.fixture
def tune(tmp_path):
    """A second of music in a file."""
    notes = Notes([Note(n * 240, 240, 60 + n) for n in range(4)])
    path = tmp_path / "tune.mid"
    write_midi(path, Song(tracks=(Track("Melody", notes=notes),)))
    return path


@pytest.mark.parametrize("kind", ["wav", "flac", "ogg"])
def test_a_song_is_rendered(tune, tmp_path, soundfont, kind, capsys):
    out = tmp_path / f"out.{kind}"
    status = main(
        ["render", str(tune), "-o", str(out), "--soundfont", str(soundfont.path),
         "--rate", "22050", "--json"]
    )  # fmt: skip

    frames, rate = soundfile.read(out)
    assert status == 0
    assert rate == 22_050
    assert len(frames) >= rate
    assert abs(frames).max() > 0.001
    assert json.loads(capsys.readouterr().out)["target"] == str(out)


def test_nothing_is_written_over_without_leave(tune, tmp_path, soundfont, capsys):
    out = tmp_path / "out.wav"
    out.write_bytes(b"mine")
    arguments = ["render", str(tune), "-o", str(out), "--soundfont", str(soundfont.path)]
    assert main(arguments) == 2
    assert out.read_bytes() == b"mine"
    assert "exists already" in capsys.readouterr().err
    assert main([*arguments, "--force"]) == 0
    assert out.read_bytes()[:4] == b"RIFF"


def test_a_song_becomes_a_score_and_a_song_again(tune, tmp_path):
    score, back = tmp_path / "a.musicxml", tmp_path / "b.mid"
    assert main(["convert", str(tune), str(score)]) == 0
    assert main(["convert", str(score), str(back)]) == 0
    pitches = read_song(back).song.tracks[0].notes.pitch.tolist()
    assert pitches == [60, 61, 62, 63]


@pytest.mark.parametrize(
    "words",
    [["render", "none.mid", "-o", "a.wav"], ["render", "TUNE", "-o", "a.mp3"],
     ["render", "TUNE", "-o", "a.wav", "--soundfont", "none.sf2"],
     ["render", "TUNE", "-o", "a.wav", "--rate", "7"], ["convert", "none.mid", "b.mid"],
     ["convert", "TUNE", "b.txt"]],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(tune, tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    status = main([str(tune) if word == "TUNE" else word for word in words])
    said = [line for line in capsys.readouterr().err.splitlines() if "%" not in line]
    assert status == 2
    assert len(said) == 1
    assert not list(tmp_path.glob("[ab].*"))
