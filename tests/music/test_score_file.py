"""Scores in and out through music21: what is written comes back, what is read is what sounds."""

from dataclasses import replace
from pathlib import Path

import pytest

from studio.errors import AlreadyExists, StudioError, UnreadableFile, WontFit
from studio.music import score_process
from studio.music.note import Note, Notes
from studio.music.score_file import read_score, write_musicxml
from studio.music.song import SUSTAIN, Controls, Marker, Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from tests.music.scores import attributes, note, part, score


def rows(song: Song, track: int = 0) -> list[tuple[int, int, int]]:
    """Start, length and pitch of the notes of a track."""
    return [(note.start, note.length, note.pitch) for note in song.tracks[track].notes]


def song_on_the_grid() -> Song:
    """A song of which MusicXML can say all."""
    melody = [
        Note(0, 480, 72, 64), Note(480, 1440, 74, 100), Note(480, 320, 65, 31),
        Note(800, 160, 67, 32), Note(960, 10, 60, 127), Note(2400, 1100, 61, 1),
        Note(2400, 1100, 61, 2), Note(2400, 1100, 66, 3),
    ]  # fmt: skip
    return Song(
        tracks=(
            Track(
                "Clarinet & <co>", 71, notes=Notes(melody).renumbered(), volume=90, pan=20, bank=130
            ),
            Track("Kit", 8, drums=True, notes=Notes([Note(0, 60, 36, 99), Note(0, 60, 42, 50)])),
            Track("Silent", 19),
        ),
        tempos=TempoMap([Tempo(0, 96.5), Tempo(960, 120.0)]),
        metres=MetreMap([Metre(0, 3, 4), Metre(480, 3, 4), Metre(1920, 6, 8)]),
        keys=(Key(2, "dorian"), Key(10, "major", 1920)),
        markers=(Marker(1920, "B"),),
        title="Wind — 风",
        recipe='{"task": "<compose>"}',
    )


@pytest.mark.parametrize("suffix", [".musicxml", ".mxl"])
def test_a_song_on_the_grid_comes_back(tmp_path: Path, suffix: str) -> None:
    song, path = song_on_the_grid(), tmp_path / f"song{suffix}"
    assert write_musicxml(path, song) == ()
    file = read_score(path)
    assert file.notes == ()
    assert file.song == song


def test_what_sounds_is_read(tmp_path: Path) -> None:
    """A clarinet with a chord symbol and a repeat, and a piano whose hands share the dynamics."""
    transposed = "<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose>"
    harmony = "<harmony><root><root-step>C</root-step></root><kind>major</kind></harmony>"
    tempo = (
        "<direction><direction-type><metronome><beat-unit>quarter</beat-unit>"
        "<per-minute>72</per-minute></metronome></direction-type></direction>"
    )
    again = '<barline location="right"><repeat direction="backward"/></barline>'
    clarinet = part(
        1,
        attributes("<key><fifths>2</fifths></key>", transposed)
        + tempo + harmony + note("D", 5, 4, '|<tie type="start"/>'),
        note("D", 5, 2, '|<tie type="stop"/>') + note("E", 5, 2, "", 'dynamics="100"') + again,
        note("F#", 5, 0) + note("G", 5, 4),
    )  # fmt: skip
    loud = "<direction><direction-type><dynamics><ff/></dynamics></direction-type></direction>"
    hands = part(
        2,
        attributes("<staves>2</staves>") + loud
        + note("C", 5, 4, "|<voice>1</voice><staff>1</staff>")
        + "<backup><duration>4</duration></backup>"
        + note("C", 3, 2, "|<voice>2</voice><staff>2</staff>")
        + note("E", 3, 2, "<chord/>|<voice>2</voice><staff>2</staff>"),
        "", "",
    )  # fmt: skip
    plays = (
        '<midi-instrument id="I"><midi-program>72</midi-program><pan>-90</pan></midi-instrument>'
    )
    path = tmp_path / "a.xml"
    title = "<work><work-title>Still</work-title></work>"
    path.write_bytes(score(clarinet, hands, head=title, listed=plays))
    song = read_score(path).song
    assert song.title == "Still"
    once = [(0, 1440, 72), (1440, 480, 74)]
    after = [(start + 1920, length, pitch) for start, length, pitch in once]
    assert rows(song) == [*once, *after, (3780, 60, 76), (3840, 960, 77)]
    assert song.tracks[0].notes.velocity.tolist() == [80, 90, 80, 90, 80, 80]
    assert (song.tracks[0].program, song.tracks[0].pan) == (71, 0)
    assert [len(one.notes) for one in song.tracks] == [6, 2, 4]
    assert {note.velocity for one in song.tracks[1:] for note in one.notes} == {112}
    assert song.tempos.at(0) == 72
    assert (song.keys[0], song.metres.at(0)) == (Key(0), Metre(0, 2, 4))


def test_a_tune_in_abc_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.abc"
    path.write_text(
        "X:1\nT:Jig\nM:6/8\nL:1/8\nK:Ador\n|:A2B c2d|1 e3 g3:|2 a6|]\n\nX:2\nT:B\nK:C\nC\n"
    )
    file = read_score(path)
    assert file.notes == ("It holds 2 tunes; the first was read.",)
    assert file.song.title == "Jig"
    pitches = [69, 71, 72, 74, 76, 79, 69, 71, 72, 74, 81]
    assert [pitch for _, _, pitch in rows(file.song)] == pitches
    assert file.song.metres.at(0) == Metre(0, 6, 8)


def test_a_tune_without_bars_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.abc"
    path.write_text("X:1\nL:1/4\nK:C\nC D2 E\n")
    assert rows(read_score(path).song) == [(0, 480, 60), (480, 960, 62), (1440, 480, 64)]


def test_what_was_played_by_hand_is_settled_and_told(tmp_path: Path) -> None:
    played = Notes([Note(3, 470, 60), Note(475, 161, 62), Note(645, 150, 64), Note(801, 155, 65)])
    pedal = Controls([0], [SUSTAIN], [127])
    path = tmp_path / "song.musicxml"
    said = write_musicxml(path, Song(tracks=(Track(notes=played, controls=pedal),)))
    assert [line.split()[0] for line in said] == ["Controllers,", "Notes"]
    assert rows(read_score(path).song) == [
        (0, 480, 60),
        (480, 160, 62),
        (640, 160, 64),
        (800, 160, 65),
    ]


def test_scores_that_cannot_be_read_are_sentences(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "ha">]>'
    broken = score(part(1, attributes() + "<note><pitch><step>H</step></pitch></note>"))
    for data, words in (
        (score(part(1), doctype=bomb), "entities"),
        (broken, "damaged"),
        (b"<html></html>", "another kind"),
        (b"Dear diary", "no score"),
    ):
        path = tmp_path / "a.xml"
        path.write_bytes(data)
        with pytest.raises(UnreadableFile, match=words) as caught:
            read_score(path)
        assert caught.value.sentence.startswith("“a.xml” ")


def test_a_score_that_takes_for_ever_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(score_process, "_PATIENCE", -1000.0)
    path = tmp_path / "a.xml"
    path.write_bytes(score(part(1, note("C", 4, 4))))
    with pytest.raises(UnreadableFile, match="given up"):
        read_score(path)


def test_songs_that_are_no_score_are_told(tmp_path: Path) -> None:
    path = tmp_path / "song.musicxml"
    long = replace(song_on_the_grid(), metres=MetreMap([Metre(0, 1, 64)]))
    long = long.with_notes(2, Notes([Note(2**31 - 100, 50, 60)]))
    for song, kind in ((Song(), StudioError), (long, WontFit)):
        with pytest.raises(kind):
            write_musicxml(path, song)
    assert not path.exists()
    path.touch()
    with pytest.raises(AlreadyExists):
        write_musicxml(path, song_on_the_grid())
