"""Songs as words: exact both ways on the grid, and words in an order that is checked."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.note import TICKS, Note, Notes
from studio.music.song import Song, Track
from studio.music.theory import SCALES, Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.music.tokenizer import decode, encode, transposed
from studio.music.tokenizer_chords import QUALITIES, Chord, quality_of
from studio.music.tokenizer_grammar import Grammar, check
from studio.music.tokenizer_score import Score, snapped
from studio.music.tokenizer_words import (
    BAR,
    END,
    METRES,
    NAMES,
    SPECIALS,
    TEMPOS,
    UNIT,
    VELOCITIES,
    VOCABULARY,
    word,
)

notes = st.lists(
    st.builds(
        Note,
        st.integers(0, 700).map(lambda n: n * UNIT),
        st.integers(1, 300).map(lambda n: n * UNIT),
        st.integers(0, 127),
        st.sampled_from(VELOCITIES),
    ),
    min_size=1,
    max_size=12,
).map(Notes)
tracks = st.builds(Track, program=st.integers(0, 127), drums=st.booleans(), notes=notes)


@st.composite
def scores(draw: st.DrawFn) -> Score:
    """Scores on the grid, with changes of metre, key and tempo on bar lines."""
    metres, tick, lines = [], 0, []
    for signature in draw(st.lists(st.sampled_from(METRES), min_size=1, max_size=4)):
        metres.append(Metre(tick, *signature))
        for _ in range(draw(st.integers(1, 3))):
            lines.append(tick)
            tick += metres[-1].bar
    song = Song(tracks=tuple(draw(st.lists(tracks, min_size=1, max_size=4))))
    ticks = st.sampled_from(lines)
    keys = draw(st.lists(st.builds(Key, st.integers(0, 11), st.sampled_from(list(SCALES)), ticks)))
    tempos = draw(st.lists(st.builds(Tempo, ticks, st.sampled_from(TEMPOS))))
    chords = st.builds(
        Chord,
        st.integers(0, 700).map(lambda n: n * UNIT),
        st.integers(0, 11) | st.none(),
        st.sampled_from(list(QUALITIES)),
    )
    song = Song(
        tracks=song.tracks,
        metres=MetreMap(metres),
        keys=tuple(keys),
        tempos=TempoMap(tempos),
    )
    return snapped(Score(song, tuple(draw(st.lists(chords, max_size=4)))))


def plain(notes: Notes) -> list[tuple[int, int, int, int]]:
    """The notes but for their ids."""
    return sorted((n.start, n.length, n.pitch, n.velocity) for n in notes)


def same(one: Score, other: Score) -> bool:
    return (
        [(t.program, t.drums, plain(t.notes)) for t in one.song.tracks]
        == [(t.program, t.drums, plain(t.notes)) for t in other.song.tracks]
        and one.song.metres == other.song.metres
        and one.song.keys == other.song.keys
        and one.song.tempos == other.song.tempos
        and [(c.tick, c.root, c.quality if c.root is not None else "") for c in one.chords]
        == [(c.tick, c.root, c.quality if c.root is not None else "") for c in other.chords]
    )


@settings(deadline=None)
@given(scores())
def test_a_score_on_the_grid_comes_back_exactly(score: Score) -> None:
    tokens = encode(score)

    check(tokens)
    assert same(decode(tokens), score)
    assert np.array_equal(encode(decode(tokens)), tokens)


@settings(deadline=None)
@given(scores())
def test_snapping_what_lies_on_the_grid_changes_nothing(score: Score) -> None:
    assert same(snapped(score), score)


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Note,
            st.integers(0, 9000),
            st.integers(1, 5000),
            st.integers(0, 127),
            st.integers(1, 127),
        ),
        min_size=1,
        max_size=10,
    ),
    st.lists(
        st.builds(
            Metre,
            st.integers(0, 9000),
            st.integers(1, 64),
            st.sampled_from((1, 2, 4, 8, 16, 32, 64)),
        ),
        max_size=3,
    ),
    st.lists(st.builds(Tempo, st.integers(0, 9000), st.floats(4, 1000)), max_size=3),
)
def test_any_song_can_be_snapped_and_said(
    values: list[Note], metres: list[Metre], tempos: list[Tempo]
) -> None:
    song = Song(
        tracks=(Track(notes=Notes(values)),), metres=MetreMap(metres), tempos=TempoMap(tempos)
    )

    found = snapped(Score(song))

    assert same(decode(encode(found)), found)
    starts = np.abs(found.song.tracks[0].notes.start - Notes(values).start)
    assert starts.max() <= UNIT // 2


def test_sixteenths_triplets_and_32nds_lie_on_the_grid() -> None:
    for parts in (4, 3, 6, 8, 12, 24):
        values = [Note(i * TICKS // parts, TICKS // parts, 60, 90) for i in range(parts)]
        score = Score(Song(tracks=(Track(notes=Notes(values)),)))
        assert same(decode(encode(score)), score)


def test_words_are_read_as_they_are_written() -> None:
    song = Song(tracks=(Track(program=40, notes=Notes([Note(TICKS, 2 * TICKS, 60, 90)])),))
    score = Score(song, (Chord(0, 9, "m7"),))

    said = [word(token) for token in encode(score).tolist()]

    assert said == [
        "start", "track 0", "program 40", "bar", "metre 3", "tonic 0", "scale 0", "tempo 50",
        "position 0", f"chord {list(QUALITIES).index('m7') * 12 + 9}", "position 24", "track 0",
        "pitch 60", "length 47", "velocity 22", "end",
    ]  # fmt: skip


def test_every_number_is_one_word() -> None:
    assert len({word(token) for token in range(VOCABULARY)}) == VOCABULARY
    assert sum(words.count for words in NAMES.values()) + len(SPECIALS) == VOCABULARY


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 2**32 - 1))
def test_whatever_is_drawn_of_what_may_follow_is_a_piece(seed: int) -> None:
    random = np.random.default_rng(seed)
    grammar, tokens = Grammar(), []
    for _ in range(120):
        allowed = np.flatnonzero(grammar.allowed())
        token = int(random.choice(allowed))
        if token == END and len(allowed) > 1:
            token = int(allowed[0] if allowed[0] != END else allowed[1])
        grammar.feed(token)
        tokens.append(token)
    while not grammar.ended:
        mask = grammar.allowed()
        token = END if mask[END] else int(np.flatnonzero(mask)[-1])
        grammar.feed(token)
        tokens.append(token)

    score = decode(tokens)

    assert len(score.song.tracks) == len(grammar.drums)
    assert not grammar.allowed().any()


def test_words_in_a_wrong_order_are_refused() -> None:
    tokens = encode(Score(Song(tracks=(Track(notes=Notes([Note(0, 480, 60, 90)])),))))

    for damaged in (tokens[:-1], tokens[1:], np.append(tokens, BAR), tokens[::-1], tokens * 0 - 1):
        with pytest.raises(StudioError, match="damaged"):
            decode(damaged)


def test_what_lies_off_the_grid_is_refused() -> None:
    for note in (Note(7, 480, 60, 90), Note(0, 7, 60, 90), Note(0, 480, 60, 91)):
        with pytest.raises(StudioError, match="snap"):
            encode(Score(Song(tracks=(Track(notes=Notes([note])),))))
    with pytest.raises(StudioError, match="tracks"):
        encode(Score(Song()))


def test_an_empty_song_is_a_piece_too() -> None:
    score = snapped(Score(Song()))

    assert decode(encode(score)).song.is_empty


def test_a_piece_is_transposed_with_its_key_and_chords_but_not_its_drums() -> None:
    values = Notes([Note(0, 480, 60, 90)])
    song = Song(tracks=(Track(notes=values), Track(drums=True, notes=values)), keys=(Key(11),))
    tokens = encode(Score(song, (Chord(0, 10, "7"),)))

    up = transposed(tokens, 3)

    assert up is not None
    score = decode(up)
    assert [t.notes.pitch.tolist() for t in score.song.tracks] == [[63], [60]]
    assert score.song.keys[0].tonic == 2
    assert (score.chords[0].root, score.chords[0].quality) == (1, "7")
    assert transposed(tokens, 70) is None
    back = transposed(up, -3)
    assert back is not None
    assert np.array_equal(back, tokens)


def test_a_chord_is_known_by_its_notes() -> None:
    for name, steps in QUALITIES.items():
        assert quality_of(frozenset(step % 12 for step in steps)) == name or name == "madd9"
    assert quality_of(frozenset({0, 2})) is None
    assert Chord(0, 2, "m7").name == "Dm7"
    assert Chord(0, None).pitch_classes == frozenset()
    with pytest.raises(StudioError):
        Chord(0, 12)
