"""Sets of music in the forms they come in: read into scores, into words, and kept."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from studio.errors import StudioError, UnreadableFile
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.song_file import write_song
from studio.music.tokenizer import decode
from studio.training.music_data_patterns import read_patterns, read_progressions
from studio.training.music_data_scores import read_score
from studio.training.music_data_sets import chorale_steps, read_set
from studio.training.music_data_tokens import TokenSet, reading_tokens
from tests.training.tiny_runs import ended

SHEET = """<?xml version="1.0"?>
<score-partwise><part-list><score-part id="P1"><part-name>Voice</part-name>
<midi-instrument id="I"><midi-program>53</midi-program></midi-instrument></score-part></part-list>
<part id="P1">
<measure number="0" implicit="yes"><attributes><divisions>2</divisions>
<key><fifths>-1</fifths></key><time><beats>3</beats><beat-type>4</beat-type></time></attributes>
<note><pitch><step>C</step><octave>5</octave></pitch><duration>2</duration></note></measure>
<measure number="1"><harmony><root><root-step>B</root-step><root-alter>-1</root-alter></root>
<kind>major-seventh</kind></harmony>
<note><grace/><pitch><step>E</step><octave>5</octave></pitch></note>
<note><pitch><step>D</step><octave>5</octave></pitch><duration>4</duration></note>
<harmony><kind>none</kind></harmony>
<note><pitch><step>F</step><alter>1</alter><octave>4</octave></pitch><duration>2</duration>
<tie type="start"/></note>
<backup><duration>6</duration></backup>
<note><pitch><step>C</step><octave>3</octave></pitch><duration>6</duration><staff>2</staff></note>
<note><chord/><pitch><step>G</step><octave>3</octave></pitch><duration>6</duration>
<staff>2</staff></note></measure>
<measure number="2"><note><pitch><step>F</step><alter>1</alter><octave>4</octave></pitch>
<duration>2</duration><tie type="stop"/></note><note><rest/><duration>4</duration></note></measure>
</part></score-partwise>
"""


def test_a_lead_sheet_is_read_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "one.musicxml"
    path.write_text(SHEET)

    score = read_score(path)

    upper, lower = score.song.tracks
    assert [(n.start, n.length, n.pitch) for n in upper.notes] == [
        (960, 480, 72), (1440, 960, 74), (2400, 960, 66),
    ]  # fmt: skip
    assert [(n.start, n.length, n.pitch) for n in lower.notes] == [
        (1440, 1440, 48),
        (1440, 1440, 55),
    ]
    assert upper.program == 52
    assert [(c.tick, c.name) for c in score.chords] == [(1440, "Bbmaj7"), (2400, "N.C.")]
    assert score.song.key_at(0).name == "F major"
    assert [(m.tick, m.numerator) for m in score.song.metres.changes] == [(0, 3)]


def test_a_packed_sheet_is_read_too_and_a_damaged_one_is_refused(tmp_path: Path) -> None:
    packed = tmp_path / "one.mxl"
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("one.xml", SHEET)
    assert len(read_score(packed).song.tracks) == 2

    for text in ("<score-partwise>", "no xml", SHEET.replace("<step>D<", "<step>X<")):
        bad = tmp_path / "bad.xml"
        bad.write_text(text)
        with pytest.raises(UnreadableFile):
            read_score(bad)


def test_sheets_that_cannot_be_read_are_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a.musicxml").write_text(SHEET)
    (tmp_path / "b.musicxml").write_text("nothing")

    assert [piece.name for piece in read_set("leadsheets", tmp_path)] == ["a.musicxml"]
    assert "b.musicxml is left out" in caplog.text


def test_chorales_are_voices_on_the_sixteenth_grid(tmp_path: Path) -> None:
    steps = [[74, 70, 65, 58]] * 4 + [[74, 70, -1, 58]] * 2
    (tmp_path / "Jsb16thSeparated.json").write_text(
        json.dumps({"train": [steps], "valid": [steps], "test": []})
    )

    pieces = list(read_set("jsb", tmp_path))

    assert [piece.split for piece in pieces] == ["train", "validation"]
    assert [(n.start, n.length) for n in pieces[0].score.song.tracks[0].notes] == [(0, 720)]
    assert [(n.start, n.length) for n in pieces[0].score.song.tracks[2].notes] == [(0, 480)]
    assert chorale_steps(tmp_path)["train"][0].shape == (6, 4)
    (tmp_path / "Jsb16thSeparated.json").write_text("[1")
    with pytest.raises(UnreadableFile):
        chorale_steps(tmp_path)


def test_drums_come_with_their_part_and_style(tmp_path: Path) -> None:
    song = Song(tracks=(Track(drums=True, notes=Notes([Note(3, 30, 36, 101)])),))
    write_song(tmp_path / "one.mid", song)
    (tmp_path / "info.csv").write_text(
        "style,midi_filename,split\nrock,one.mid,validation\nfunk,none.mid,train\n"
    )

    (piece,) = read_set("groove", tmp_path)

    assert (piece.style, piece.split) == ("rock", "validation")
    assert piece.score.song.tracks[0].drums


def test_a_set_becomes_words_and_is_kept(tmp_path: Path) -> None:
    folder, cache = tmp_path / "hymns", tmp_path / "cache"
    folder.mkdir()
    (folder / "a.abc").write_bytes(
        "X:1\nT:Lobgesang für alle\nV:1\nV:2\nK:F\n[V:1] c4 d4|\n[V:2] F8|\n".encode("latin-1")
    )

    def read() -> TokenSet:
        found: TokenSet = ended(reading_tokens("hymnal", folder, cache=cache))[0]
        return found

    first, again = read(), read()

    assert first.names == again.names == ("hymns/a/1 Lobgesang für alle",)
    assert np.array_equal(first.pieces[0], again.pieces[0])
    assert [len(t.notes) for t in decode(again.pieces[0]).song.tracks] == [2, 1]
    assert sum(len(first.on(side)) for side in range(3)) == 1
    assert len(list(cache.iterdir())) == 1


def test_what_is_no_set_is_said(tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="jsb"):
        read_set("unknown", tmp_path)
    with pytest.raises(StudioError, match="folder"):
        read_set("jsb", tmp_path / "none")


def test_progressions_become_chords_above_the_tonic(tmp_path: Path) -> None:
    (tmp_path / "progressions.tsv").write_text(
        "mode\tprogression\tmood\nprog_maj\tI7 ii V7 viadd9 Idom7\tJoyful Tender\n"
        "prog_min\ti ii7 III v\tSad\nprog_modal\tbIIM im bVIIm7\tDark\n"
    )

    major, minor, modal = read_progressions(tmp_path)

    assert major.chords == ((0, "maj7"), (2, "m"), (7, "7"), (9, "madd9"), (0, "7"))
    assert major.moods == ("Joyful", "Tender")
    assert minor.chords == ((0, "m"), (2, "m7b5"), (3, ""), (7, "m"))
    assert (modal.mode, modal.chords) == ("modal", ((1, ""), (0, "m"), (10, "m7")))
    (tmp_path / "progressions.tsv").write_text("mode\tprogression\tmood\nprog_maj\tX9\tSad\n")
    with pytest.raises(UnreadableFile):
        read_progressions(tmp_path)


def test_drum_patterns_become_grids(tmp_path: Path) -> None:
    (tmp_path / "patterns.tsv").write_text(
        "pattern\tmeter_and_tempo\tmeasure\tdrum\tsteps\n"
        "Rock\t4/4, 120\tA\tAC\t....x...\nRock\t4/4, 120\tA\tSD\t....x...\n"
        "Rock\t4/4, 120\tA\tBD\tx...x...\nRock\t4/4, 120\tBreak\tLT\txx......\n"
    )

    first, fill = read_patterns(tmp_path)

    assert (first.name, first.part, first.drums) == ("Rock", "A", (38, 36))
    assert first.hits.astype(int).tolist() == [[0, 0, 0, 0, 1, 0, 0, 0], [1, 0, 0, 0, 1, 0, 0, 0]]
    assert np.flatnonzero(first.accents).tolist() == [4]
    assert fill.part == "Break"
