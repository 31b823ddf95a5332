"""Kern in: every voice, in time, and what surrounds the notes."""

from contextlib import suppress
from pathlib import Path

import pytest

from studio.errors import UnreadableFile
from studio.music.score_file import read_score
from studio.music.song import SUSTAIN, Song
from studio.music.theory import Key
from studio.music.timing import Metre, Tempo
from tests.music.scores import kern


def song(tmp_path: Path, text: str, *words: str) -> Song:
    """The song of a kern text, whose notes hold each of the words."""
    path = tmp_path / "a.krn"
    path.write_bytes(kern(text))
    file = read_score(path)
    assert len(file.notes) == len(words), file.notes
    assert all(word in note for word, note in zip(words, file.notes, strict=True))
    return file.song


def rows(song: Song, track: int = 0) -> list[tuple[int, int, int]]:
    """Start, length and pitch of the notes of a track."""
    return [(note.start, note.length, note.pitch) for note in song.tracks[track].notes]


def test_staves_stand_from_the_top_and_share_what_is_said_of_both(tmp_path: Path) -> None:
    found = song(
        tmp_path,
        """!!!OTL@DE: Ein Stück
        **kern | **kern | **dynam
        *part1 | *part1 | *part1
        *Ipiano | *I"Right hand | *
        *k[b-] | *k[b-] | *
        *d: | *d: | *
        *M3/4 | *M3/4 | *
        *MM90 | *MM90 | *
        *ped | * | *
        =1 | =1 | =1
        2.D | 4dd | f
        . | 8ff# | .
        . | 8r | .
        . | 4a- 4cc | p
        *Xped | * | *
        =2 | =2 | =2
        *- | *- | *-""",
    )
    assert found.title == "Ein Stück"
    assert [track.name for track in found.tracks] == ["Right hand", "Staff 2"]
    assert rows(found) == [(0, 480, 74), (480, 240, 78), (960, 480, 68), (960, 480, 72)]
    assert rows(found, 1) == [(0, 1440, 50)]
    assert found.tracks[0].notes.velocity.tolist() == [96, 96, 49, 49]
    assert found.tracks[1].notes.velocity.tolist() == [96]
    for track in found.tracks:
        assert track.controls.number.tolist() == [SUSTAIN, SUSTAIN]
        assert (track.controls.tick.tolist(), track.controls.value.tolist()) == (
            [0, 1440],
            [127, 0],
        )
    assert found.keys == (Key(2, "minor"),)
    assert found.tempos.changes == (Tempo(0, 90.0),)
    assert found.metres.changes == (Metre(0, 3, 4),)


def test_voices_that_split_twice_keep_all_their_notes(tmp_path: Path) -> None:
    found = song(
        tmp_path,
        """**kern
        *M4/4
        *^
        * | *^
        1C | 2E | 4G
        . | . | 4A
        . | 2F | 12c
        . | . | 12d
        . | . | 12e
        . | . | 4f
        *v | *v | *v
        =
        1CC
        *-""",
    )
    assert rows(found) == [
        (0, 1920, 48), (0, 960, 52), (0, 480, 55), (480, 480, 57), (960, 960, 53), (960, 160, 60),
        (1120, 160, 62), (1280, 160, 64), (1440, 480, 65), (1920, 1920, 36),
    ]  # fmt: skip


def test_ties_dots_rationals_and_grace_notes(tmp_path: Path) -> None:
    found = song(
        tmp_path,
        """**kern
        *M4/4
        [2..c
        8c_
        =
        8dq
        8eq
        3%2c]
        3g
        *-""",
    )
    whole = 1680 + 240 + 1280
    assert rows(found) == [(0, whole, 60), (1800, 60, 62), (1860, 60, 64), (3200, 640, 67)]


def test_an_upbeat_begins_a_new_bar_and_repeats_are_played(tmp_path: Path) -> None:
    found = song(
        tmp_path,
        """**kern
        *M2/4
        4c
        =1:|!
        4d
        4e
        =2
        *-""",
    )
    assert rows(found) == [(0, 480, 60), (480, 480, 60), (960, 480, 62), (1440, 480, 64)]
    assert found.metres.changes[-1] == Metre(960, 2, 4)


def test_sections_are_played_in_the_order_that_is_given(tmp_path: Path) -> None:
    text = """**kern
        *>[A,B,A]
        *>A
        4c
        =
        *>B
        4d
        =
        *-"""
    assert [row[2] for row in rows(song(tmp_path, text))] == [60, 62, 60]
    broken = text.replace("[A,B,A]", "[A,C]")
    assert [row[2] for row in rows(song(tmp_path, broken, "repeats"))] == [60, 62]


def test_a_staff_that_joins_later_begins_where_it_joins(tmp_path: Path) -> None:
    found = song(
        tmp_path,
        """**kern
        4c
        =1
        *+
        * | **kern
        4d | 4f
        *- | *-""",
    )
    assert (rows(found), rows(found, 1)) == ([(480, 480, 65)], [(0, 480, 60), (480, 480, 62)])


def test_lines_that_have_lost_a_column_are_left_out_and_told(tmp_path: Path) -> None:
    found = song(
        tmp_path,
        """**kern | **kern
        4c | 4e
        4d
        4e | 4g
        *- | *-""",
        "1 line had",
    )
    assert (len(rows(found)), len(rows(found, 1))) == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "**kern",
        "**text\nla\n*-",
        "**kern\n" + "\t".join(["*^"] * 2),
        "**kern\n999999999999999c\n0000000000000000........c\n4%99999999999d\n*-",
        "**kern\n*M0/0\n*MM0\n*k[########]\n*M99/3\n=:|!\n4c\n=:|!:|!\n*-",
        "**kern\n*v\n*x\n*-\n*-\n4c",
        "\n".join(["**kern", "*^", *("\t".join(["*^"] * 2**n) for n in range(1, 12))]),
    ],
)
def test_texts_that_make_no_sense_are_a_song_or_a_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.krn"
    path.write_text(text)
    with suppress(UnreadableFile):
        assert read_score(path).song.tracks


def test_a_note_that_lasts_for_ever_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.krn"
    path.write_text("**kern\n1%999999c\n1%999999c\n*-")
    with pytest.raises(UnreadableFile, match="longer than a song can"):
        read_score(path)
