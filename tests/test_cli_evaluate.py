"""Songs are measured from the command line, and what cannot be measured is one sentence."""

import json

import pytest

from studio.cli import main
from studio.music.midi_file import write_midi
from studio.music.note import Note, Notes
from studio.music.song import Song, Track


@pytest.fixture
def tune(tmp_path):
    """A scale up and down in a file."""
    pitches = (60, 62, 64, 65, 67, 65, 64, 62, 60)
    notes = Notes([Note(n * 240, 240, pitch) for n, pitch in enumerate(pitches)])
    path = tmp_path / "scale.mid"
    write_midi(path, Song(tracks=(Track("Melody", notes=notes),)))
    return path


def test_a_melody_is_measured_by_every_measure(tune, capsys):
    assert main(["evaluate", "melody", str(tune), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["melodies"][0]
    assert {"1-gram", "5-gram", "melody-lstm"} <= found["nats"].keys()
    assert 0 < found["nats"]["melody-lstm"] < found["nats"]["1-gram"]


def test_the_answer_is_a_table(tune, capsys):
    assert main(["evaluate", "melody", str(tune)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert "melody-lstm" in lines[0]
    assert lines[1].startswith("scale.mid")


def test_notes_are_counted_in_a_table_or_as_values(tune, capsys):
    assert main(["evaluate", "notes", str(tune), str(tune), "none.mid"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [
        "song",
        "scale.mid",
        "scale.mid",
        "mean",
        "deviation",
    ]

    assert main(["evaluate", "notes", str(tune), "--json"]) == 0
    counted = json.loads(capsys.readouterr().out)["mean"]
    assert counted["scale_consistency"] == 1.0
    assert counted["notes_a_bar"] == 4.5


@pytest.mark.parametrize(
    "words", [["evaluate", "melody", "none.mid"], ["evaluate", "notes", "none.mid"]]
)
def test_what_cannot_be_measured_is_one_sentence(tmp_path, monkeypatch, capsys, words):
    monkeypatch.chdir(tmp_path)
    status = main(words)
    said = [line for line in capsys.readouterr().err.splitlines() if "%" not in line]
    assert status == 2
    assert len(said) == 1
    assert not list(tmp_path.iterdir())
