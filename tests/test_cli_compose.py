"""``studio compose``: every verb in and out of real files, one sentence for bad input."""

import json

import numpy as np
import pytest

from studio.cli import main
from studio.errors import StudioError
from studio.image.picture_file import write_picture
from studio.music.midi_file import read_midi, write_midi
from studio.music.song import Song, Track
from studio.music.timing import Metre
from studio.tasks.compose_words import (
    melody_place,
    parse_chords,
    parse_density,
    parse_pitch,
    parse_range,
)
from tests.tasks.compose_kit import tune


@pytest.fixture
def melody(tmp_path):
    path = tmp_path / "tune.mid"
    bass = Track("Bass", 32, notes=tune(1).changed({1}, pitch=40))
    write_midi(path, Song(tracks=(bass, Track("Melody", notes=tune(4)))))
    return path


def test_a_new_song_keeps_what_was_said(tmp_path, capsys):
    out = tmp_path / "new.mid"
    status = main(
        ["compose", "-o", str(out), "--bars", "4", "--key", "D dorian", "--metre", "3/4",
         "--tempo", "90", "--range", "C4-C6", "--density", "1-5", "--leap", "7", "--seed", "3",
         "--chords", "Dm | G | C Am | Dm", "--json"]
    )  # fmt: skip
    song = read_midi(out).song
    notes = song.tracks[0].notes
    told = json.loads(capsys.readouterr().out)
    assert status == 0
    assert told["written"][0]["notes"] == len(notes) > 3
    assert set(told["models"]) == {"lstm"}
    assert song.metres.at(0).numerator == 3
    assert round(song.tempos.at(0)) == 90
    assert notes.pitch.min() >= 60
    assert {pitch % 12 for pitch in notes.pitch.tolist()} <= {2, 4, 5, 7, 9, 11, 0}


VERBS = [
    (["--continue"], ["--bars", "2", "--track", "2"]),
    (["--fill"], ["--from-bar", "2", "--to-bar", "3"]),
    (["--vary"], ["--change", "0.3"]),
    (["--harmonise"], ["--parts", "bass"]),
    (["--accompany"], ["--parts", "piano,bass,drums", "--drums", "rock", "--pattern", "alberti"]),
]


@pytest.mark.parametrize(("verb", "more"), VERBS)
def test_every_verb_goes_into_a_song(verb, more, melody, tmp_path, capsys):
    out = tmp_path / "out.mid"
    assert main(["compose", *verb, str(melody), *more, "-o", str(out)]) == 0
    before, after = read_midi(melody).song, read_midi(out).song
    assert after.tracks[0].notes == before.tracks[0].notes
    assert after != before
    assert str(out) in capsys.readouterr().out


def test_several_variations_are_several_files(melody, tmp_path):
    out = tmp_path / "v.mid"
    assert main(["compose", "--vary", str(melody), "--variations", "3", "-o", str(out)]) == 0
    songs = [read_midi(tmp_path / f"v-{n}.mid").song.tracks[1].notes for n in (1, 2, 3)]
    assert songs[0] != songs[1] != songs[2]


def test_a_score_can_be_written(tmp_path):
    out = tmp_path / "a.musicxml"
    assert main(["compose", "--bars", "2", "-o", str(out)]) == 0
    assert b"<note" in out.read_bytes()


def test_a_picture_and_words_become_music_with_their_table(tmp_path, capsys):
    photo = tmp_path / "red.png"
    write_picture(photo, np.full((40, 60, 3), (220, 30, 30), np.uint8))
    out = tmp_path / "p.mid"
    arguments = ["compose", "--picture", str(photo), "--words", "wild joy", "--bars", "2"]
    assert main([*arguments, "-o", str(out)]) == 0
    table = capsys.readouterr().out
    assert "gladness" in table
    assert "warmth" in table
    assert len(read_midi(out).song.tracks) >= 3


def test_a_composition_is_made_again_from_its_file(tmp_path, capsys):
    first, again = tmp_path / "a.mid", tmp_path / "b.mid"
    assert main(["compose", "--bars", "2", "--seed", "8", "-o", str(first)]) == 0
    assert main(["run", str(first), "-o", str(again)]) == 0
    assert first.read_bytes() == again.read_bytes()


BAD = [
    (["--bars", "10000"], "256 bars"),
    (["--bars", "0"], "no room"),
    (["--key", "H major"], "is no key"),
    (["--metre", "3"], "is no metre"),
    (["--metre", "7/32"], "metre"),
    (["--range", "C9"], "is no range"),
    (["--range", "C6-C4"], "ends below"),
    (["--density", "9-2"], "swap them"),
    (["--chords", "Q7"], "is no chord"),
    (["--model", "../x"], "There is no model"),
    (["--variations", "9"], "variations"),
    (["--temperature", "7"], "temperature"),
    (["--tempo", "1"], "tempo"),
    (["--key", "Db major", "--range", "D4-D4"], "No note of"),
    (["--fill", "{}", "--from-bar", "2"], "which bars"),
    (["--vary", "{}", "--from-bar", "3", "--to-bar", "2"], "swap them"),
    (["--vary", "{}", "--fill", "{}"], "only one"),
    (["--vary", "nothing.mid"], "is not there"),
    (["--vary", "{}", "--track", "7"], "2 tracks"),
    (["--vary", "{}", "--from-bar", "9"], "no room|swap them|no note"),
    (["--accompany", "{}", "--parts", "choir"], "made of"),
    (["--accompany", "{}", "--pattern", "zigzag"], "no pattern"),
    (["--accompany", "{}", "--parts", "drums", "--drums", "zigzag"], "no drum style"),
    (["--words", ""], "word|mood"),
]


@pytest.mark.parametrize(("arguments", "said"), BAD)
def test_bad_input_is_one_sentence(arguments, said, melody, tmp_path, capsys):
    out = tmp_path / "bad.mid"
    given = [one.replace("{}", str(melody)) for one in arguments]
    assert main(["compose", *given, "-o", str(out)]) == 2
    error = capsys.readouterr().err.strip().splitlines()[-1]
    assert any(word in error for word in said.split("|"))
    assert not out.exists()


def test_nothing_is_written_over_without_leave(melody, tmp_path, capsys):
    out = tmp_path / "tune.mid"
    before = out.read_bytes()
    assert main(["compose", "--vary", str(melody), "-o", str(out)]) == 2
    assert out.read_bytes() == before
    assert main(["compose", "--vary", str(melody), "-o", str(out), "--force"]) == 0
    assert out.read_bytes() != before


def test_words_for_pitches_ranges_and_densities():
    assert [parse_pitch(one) for one in ("C4", "f#5", "Bb3", "C-1", "60")] == [60, 78, 58, 0, 60]
    assert parse_range("C4-C6") == parse_range("60 - 84") == (60, 84)
    assert parse_range("C-1-C2") == (0, 36)
    assert parse_density("2-8") == (2, 8)
    assert parse_density("6") == (0, 6)
    for bad in ("H2", "C11", "200", ""):
        with pytest.raises(StudioError, match="is no note"):
            parse_pitch(bad)


def test_chords_are_read_by_bars_and_begun_again():
    chords = parse_chords("Dm7 | G7 C | %", Metre(0), 0, 5 * 1920)
    assert [(c.tick, c.name) for c in chords] == [
        (0, "Dm7"), (1920, "G7"), (2880, "C"), (3840, "G7"), (4800, "C"), (5760, "Dm7"),
        (7680, "G7"), (8640, "C"),
    ]  # fmt: skip
    with pytest.raises(StudioError, match="without a chord"):
        parse_chords("C || G", Metre(0), 0, 1920)


def test_the_melody_is_the_highest_track(melody):
    song = read_midi(melody).song
    assert melody_place(song) == 1
    assert melody_place(song, 1) == 0
