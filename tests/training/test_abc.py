"""ABC read as it is written: keys, accidentals, rhythm, ties, voices, pickups."""

import pytest

from studio.music.note import TICKS
from studio.music.song import Song
from studio.music.theory import Key
from studio.training.abc_bars import metres_of_bars
from studio.training.abc_fields import key_of, metre_of, split_tunes
from studio.training.abc_reader import read_abc

EIGHTH = TICKS // 2


def song(body: str, head: str = "M:4/4\nL:1/8\nK:C") -> Song:
    return next(read_abc(f"X:1\nT:A tune\n{head}\n{body}\n"))


def heard(body: str, head: str = "M:4/4\nL:1/8\nK:C") -> list[tuple[float, float, int]]:
    """Start and length in eighths, and pitch."""
    notes = song(body, head).tracks[0].notes
    return [(n.start / EIGHTH, n.length / EIGHTH, n.pitch) for n in notes]


@pytest.mark.parametrize(
    ("body", "pitches"),
    [
        ("C D E F|G A B c|d e c' C,", [60, 62, 64, 65, 67, 69, 71, 72, 74, 76, 84, 48]),
        ("^F F|F _B =B ^^C", [66, 66, 65, 70, 71, 62]),
        ("^f F|f", [78, 66, 77]),  # in all octaves, to the bar line
        ("^f-|f f", [78, 77]),  # tied over the bar line
    ],
)
def test_pitches_with_their_accidentals(body: str, pitches: list[int]) -> None:
    assert [pitch for _, _, pitch in heard(body)] == pitches


@pytest.mark.parametrize(
    ("body", "lengths"),
    [
        ("C2 C/ C/2 C// C3/2 C3/ C4", [2, 0.5, 0.5, 0.25, 1.5, 1.5, 4]),
        ("C>D E<F G>>A", [1.5, 0.5, 0.5, 1.5, 1.75, 0.25]),
        ("A>(Bc)", [1.5, 0.5, 1]),
        ("(3CDE (3:2:4CDEF G", [2 / 3] * 7 + [1]),
        ("(C D) (2E/F/ G", [1, 1, 1, 1, 1]),
    ],
)
def test_lengths(body: str, lengths: list[float]) -> None:
    found = [length for _, length, _ in heard(body)]
    if body.startswith("(C"):  # two in the time of three within common time
        assert found[:2] == [1, 1]
        assert found[2:4] == [0.75, 0.75]
    else:
        assert found == pytest.approx(lengths, abs=0.01)


def test_a_triplet_adds_up_exactly() -> None:
    assert heard("(3CDE F")[-1][0] == 2.0
    assert heard("(5CDEFG A", "M:6/8\nL:1/8\nK:C")[-1][0] == 3.0


def test_ties_join_equal_pitches_alone() -> None:
    assert heard("C2-C2 D2-E2") == [(0, 4, 60), (4, 2, 62), (6, 2, 64)]


def test_chords_sound_together_and_a_tied_note_goes_on_in_the_next() -> None:
    assert heard("[CE-]2 [EG]2") == [(0, 2, 60), (0, 4, 64), (2, 2, 67)]


def test_ornaments_graces_words_and_chord_names_take_no_time() -> None:
    plain = heard("C2 D2 E2 F2|")

    assert heard('"Am"C2 {de}~D2 !trill!.E2 uTF2|') == plain
    assert heard("C2 D2\\\nE2 `F2|% a remark") == plain


def test_rests_and_repeats_leave_the_notes_where_they_are() -> None:
    assert heard("|:C2 z2 x2 D2:|1 E4 :|2 F4|]") == [
        (0, 2, 60), (6, 2, 62), (8, 4, 64), (12, 4, 65),
    ]  # fmt: skip


def test_a_pickup_ends_its_bar() -> None:
    read = song("G2|C4 E4|")

    assert read.tracks[0].notes.start.tolist() == [6 * EIGHTH, 8 * EIGHTH, 12 * EIGHTH]
    assert len(read.metres.changes) == 1


def test_a_repeat_in_the_middle_of_a_bar_parts_no_bar() -> None:
    read = song("|:G2|C4 E4|C6:|\n|:G2|E4 E4|C6:|")

    assert len(read.metres.changes) == 1
    assert read.metres.position(read.end).bar == 5


def test_fields_in_the_tune_change_key_metre_and_unit() -> None:
    read = song("F2 [K:G] F2 [M:3/4][L:1/4] F F F|")

    assert read.tracks[0].notes.pitch.tolist() == [65, 66, 66, 66, 66]
    assert [key.name for key in read.keys] == ["C major", "G major"]
    assert read.metres.at(read.end - 1).numerator == 3


def test_voices_become_tracks_with_clocks_of_their_own() -> None:
    read = song("[V:1] c4 d4|\n[V:2] C8|\n[V:1] e8|\n[V:2] E8|")

    assert [track.notes.pitch.tolist() for track in read.tracks] == [[72, 74, 76], [60, 64]]
    assert read.tracks[1].notes.start.tolist() == [0, 8 * EIGHTH]


@pytest.mark.parametrize(
    ("text", "name", "altered"),
    [
        ("Ador", "A dorian", {"F": 1}),
        ("D Mixolydian", "D mixolydian", {"F": 1}),
        ("Bb", "Bb major", {"B": -1, "E": -1}),
        ("F# Minor", "F# minor", {"F": 1, "C": 1, "G": 1}),
        ("Em % sad", "E minor", {"F": 1}),
        ("Dmix=c", "D mixolydian", {"F": 1, "C": 0}),
        ("Hp", "A mixolydian", {"F": 1, "C": 1}),
        ("none", "C major", {}),
        ("", "C major", {}),
        ("G clef=treble", "G major", {"F": 1}),
    ],
)
def test_keys(text: str, name: str, altered: dict[str, int]) -> None:
    assert key_of(text).key.name == name
    assert dict(key_of(text).alters) == altered


def test_metres() -> None:
    assert [metre_of(t) for t in ("C", "C|", "6/8", "2+3/8", "none", "3/5")] == [
        (4, 4), (2, 2), (6, 8), (5, 8), None, None,
    ]  # fmt: skip


def test_a_file_holds_many_tunes_and_text_between_them_is_passed_over() -> None:
    text = "% a book\n\nX:1\nT:One\nK:C\nCDEF|\n\nsome words\n\nX: 2\nT:Two\nK:D\nd4|\nX:3\nK:C\n"

    assert [tune.number for tune in split_tunes(text)] == ["1", "2", "3"]
    assert [song.title for song in read_abc(text)] == ["One", "Two"]  # the third has no note


def test_a_bar_that_is_too_long_begins_a_new_one_after_it() -> None:
    bar = 4 * TICKS
    _, metres = metres_of_bars([bar, 2 * bar + 240, 3 * bar + 240], [(0, (4, 4))])
    assert [tick for tick, _ in metres] == [0, 2 * bar + 240]


@pytest.mark.parametrize("text", ["", "X:1", "X:1\nK:C\n>>><(3[", "X:1\nK:\n|:::|]", "X:\nK:C\n-z"])
def test_what_is_no_music_gives_no_tune(text: str) -> None:
    assert list(read_abc(text)) == []


def test_a_key_for_each_place() -> None:
    assert song("C4|").key_at(0) == Key(0, "major")
