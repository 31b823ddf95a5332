"""Chords are read as musicians write them, laid smoothly, and found under a melody."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.chord_patterns import BASSES, PATTERNS, bass_notes, chord_notes
from studio.music.chords import parse_bass, parse_chord, parse_roman, triads, voice
from studio.music.harmony import HarmonySettings, harmonise
from studio.music.note import Note, Notes
from studio.music.theory import SCALES, Key
from studio.music.timing import Metre
from studio.music.tokenizer_chords import QUALITIES, Chord

some_chords = st.builds(Chord, st.just(0), st.integers(0, 11), st.sampled_from(list(QUALITIES)))
some_keys = st.builds(Key, st.integers(0, 11), st.sampled_from(list(SCALES)))


def tune(*pitches: int, length: int = 480) -> Notes:
    return Notes([Note(n * length, length, pitch) for n, pitch in enumerate(pitches)])


@given(some_chords)
def test_a_chord_is_read_from_its_own_name(chord: Chord) -> None:
    assert parse_chord(chord.name) == chord


@pytest.mark.parametrize(
    ("text", "name"),
    [("Dm7", "Dm7"), ("F#dim", "F#dim"), ("C/E", "C"), ("BbM7", "Bbmaj7"), ("A-7", "Am7"),
     ("Bø7", "Bm7b5"), ("G♯°", "Abdim")],
)  # fmt: skip
def test_symbols_are_read(text: str, name: str) -> None:
    assert parse_chord(text).name == name


def test_the_bass_behind_the_stroke_is_read() -> None:
    assert parse_bass("C/E") == 4
    assert parse_bass("D/F#") == 6
    assert parse_bass("C") is None


@pytest.mark.parametrize(
    ("numeral", "key", "name"),
    [("V7", Key(0), "G7"), ("ii", Key(0), "Dm"), ("vii", Key(0), "Bdim"), ("bVI", Key(0), "Ab"),
     ("I7", Key(0), "Cmaj7"), ("iv", Key(9, "minor"), "Dm"), ("VII", Key(9, "minor"), "G"),
     ("IV", Key(2, "dorian"), "G"), ("#ivdim", Key(0), "F#dim"), ("ivm", Key(0), "Fm"),
     ("ii7", Key(9, "minor"), "Bm7b5"), ("Idom7", Key(0), "C7"), ("viim", Key(0), "Bm")],
)  # fmt: skip
def test_numerals_are_chords_of_their_key(numeral: str, key: Key, name: str) -> None:
    assert parse_roman(numeral, key).name == name


@pytest.mark.parametrize("text", ["", "H", "Cfoo", "C/", "7", "c"])
def test_what_is_no_chord_is_told(text: str) -> None:
    with pytest.raises(StudioError):
        parse_chord(text)
    with pytest.raises(StudioError):
        parse_roman(text + "x", Key())


@given(some_keys)
def test_the_chords_of_a_key_keep_to_its_seven_notes(key: Key) -> None:
    found = triads(key)
    assert len(found) == 7
    if len(SCALES[key.scale]) == 7:
        usual = [c for c in found if c.quality in ("", "m", "dim", "aug")]
        assert all(chord.pitch_classes <= key.pitch_classes for chord in usual)


@settings(max_examples=40, deadline=None)
@given(st.lists(some_chords, min_size=1, max_size=6), st.integers(3, 4))
def test_voices_stay_in_range_and_in_the_chord(chords: list[Chord], voices: int) -> None:
    for chord, layout in zip(chords, voice(chords, voices=voices), strict=True):
        assert all(52 <= pitch <= 72 for pitch in layout)
        assert {pitch % 12 for pitch in layout} <= chord.pitch_classes
        assert 2 <= len(layout) <= voices


def test_voices_move_little() -> None:
    rows = voice([parse_chord(name) for name in ("C", "Am", "F", "G", "C")])
    for before, after in pairwise(rows):
        assert sum(abs(a - b) for a, b in zip(before, after, strict=True)) <= 7


def test_voices_come_back_near_after_a_silence() -> None:
    first, silence, again = voice([Chord(0, 0), Chord(0, None), Chord(0, 0)])
    assert silence == ()
    assert first == again


def test_a_plain_tune_is_given_plain_chords() -> None:
    melody = tune(60, 64, 67, 64, 65, 69, 72, 69, 67, 71, 74, 71, 72, 67, 64, 60)
    assert [c.name for c in harmonise(melody, Key(), Metre(0))] in (
        ["C", "F", "G", "C"],
        ["C", "F", "G7", "C"],
    )


def test_a_minor_tune_closes_with_its_dominant() -> None:
    melody = tune(69, 72, 76, 72, 74, 77, 81, 77, 76, 80, 83, 80, 81, 76, 72, 69)
    names = [chord.name for chord in harmonise(melody, Key(9, "minor"), Metre(0))]
    assert names[0] == names[-1] == "Am"
    assert names[-2] in ("E", "E7")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.integers(55, 80), min_size=1, max_size=30),
    some_keys,
    st.sampled_from([(4, 4), (3, 4), (6, 8), (5, 4)]),
    st.integers(1, 4),
)
def test_any_melody_has_chords_on_beats_from_its_start(
    pitches: list[int], key: Key, signature: tuple[int, int], in_a_bar: int
) -> None:
    metre = Metre(0, *signature)
    found = harmonise(tune(*pitches, length=240), key, metre, HarmonySettings(in_a_bar))
    assert found[0].tick == 0
    assert all(chord.tick % metre.beat == 0 for chord in found)
    assert found == harmonise(tune(*pitches, length=240), key, metre, HarmonySettings(in_a_bar))


def test_no_melody_is_told() -> None:
    with pytest.raises(StudioError, match="no melody"):
        harmonise(Notes(), Key(), Metre(0))


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("signature", [(4, 4), (3, 4), (6, 8), (7, 8), (2, 2)])
def test_patterns_play_the_chord_that_holds(pattern: str, signature: tuple[int, int]) -> None:
    metre = Metre(0, *signature)
    chords = [Chord(0, 0), Chord(metre.bar, 9, "m"), Chord(metre.bar * 3, None)]
    notes = chord_notes(chords, metre, metre.bar * 4, pattern)
    assert len(notes)
    assert notes.end <= metre.bar * 3
    for note in notes:
        held = [c for c in chords if c.tick <= note.start][-1]
        assert note.pitch % 12 in held.pitch_classes
        later = [c.tick for c in chords if c.tick > note.start]
        assert note.end <= min([*later, metre.bar * 4])


@pytest.mark.parametrize("pattern", BASSES)
def test_a_bass_begins_each_chord_with_its_root(pattern: str) -> None:
    chords = [Chord(0, 0), Chord(1920, 9, "m"), Chord(3840, 5), Chord(5760, 7, "7")]
    notes = bass_notes(chords, Metre(0), 7680, pattern)
    by_start = {note.start: note for note in notes}
    assert [by_start[chord.tick].pitch % 12 for chord in chords] == [0, 9, 5, 7]
    assert all(36 <= note.pitch <= 55 for note in notes)
    assert all(a.end <= b.start for a, b in pairwise(notes))


def test_an_unknown_pattern_is_told() -> None:
    with pytest.raises(StudioError, match="pattern"):
        chord_notes([Chord(0, 0)], Metre(0), 1920, "polka")
    with pytest.raises(StudioError, match="bass"):
        bass_notes([Chord(0, 0)], Metre(0), 1920, "polka")
