"""The composer writes: what is asked for and nothing else, within rules, the same for a seed."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import torch

from studio.errors import StudioError
from studio.music.composing import Draft, compose
from studio.music.composing_sheet import Composed, PlacedNote, Wanted, with_written
from studio.music.composing_words import CHORDS, parted, rearranged, rows_of
from studio.music.note import TICKS, Note, Notes
from studio.music.sampling import Sampling, seeded
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap
from studio.music.tokenizer import encode
from studio.music.tokenizer_chords import Chord
from studio.music.tokenizer_score import Score
from studio.music.tokenizer_words import ANSWER, BAR, GAP, PITCH, VOCABULARY
from studio.music.transformer import Composer, ComposerConfig

BAR_TICKS = 4 * TICKS
TINY = ComposerConfig(width=32, layers=2, heads=4, feed=24, context=96)


@cache
def network() -> Composer:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(3)
        made = Composer(TINY, 0.0)
        for value in made.parameters():
            torch.nn.init.normal_(value, std=0.3)
        made.bias.data[BAR] += 4.0  # short bars
    return made.eval().requires_grad_(False)


def melody(bars: int, first: int = 60) -> Notes:
    return Notes(
        Note(bar * BAR_TICKS + beat * TICKS, TICKS, first + (bar * 3 + beat * 2) % 12, 90)
        for bar in range(bars)
        for beat in range(4)
    )


def score(bars: int = 4, tracks: int = 1) -> Score:
    voices = tuple(Track(notes=melody(bars, 60 - 12 * number)) for number in range(tracks))
    return Score(Song(tracks=voices, keys=(Key(7),)))


def written(given: Score, wanted: Wanted, seed: int = 1, **more: object) -> list[Composed]:
    values = {"sampling": Sampling(), "random": seeded(seed)} | more
    return list(compose(network(), given, wanted, **values))  # type: ignore[arg-type]


def notes_of(events: list[Composed]) -> list[Note]:
    return [one.note for one in events if isinstance(one, PlacedNote)]


def test_a_new_piece_fills_its_bars_and_not_more() -> None:
    notes = notes_of(written(Score(Song(tracks=(Track(),))), Wanted(0, 3 * BAR_TICKS)))

    assert notes
    assert all(note.end <= 3 * BAR_TICKS for note in notes)
    assert [note.start for note in notes] == sorted(note.start for note in notes)


def test_the_same_seed_writes_the_same_and_another_something_else() -> None:
    wanted = Wanted(4 * BAR_TICKS, 8 * BAR_TICKS)

    assert written(score(), wanted) == written(score(), wanted)
    assert written(score(), wanted) != written(score(), wanted, seed=2)


@pytest.mark.parametrize("begin", [1, 4])
def test_with_and_without_what_is_kept_of_reading_it_writes_the_same(begin: int) -> None:
    wanted = Wanted(begin * BAR_TICKS, (begin + 2) * BAR_TICKS)

    assert written(score(), wanted) == written(score(), wanted, cached=False)


def test_a_piece_longer_than_the_context_goes_on() -> None:
    given = score(40)

    going_on = notes_of(written(given, Wanted(40 * BAR_TICKS, 60 * BAR_TICKS)))
    filled = notes_of(written(given, Wanted(10 * BAR_TICKS, 30 * BAR_TICKS)))

    assert going_on[-1].start >= 41 * BAR_TICKS
    assert all(10 * BAR_TICKS <= note.start < 30 * BAR_TICKS for note in filled)


def test_what_is_filled_lies_within_and_all_else_stays() -> None:
    given = score(tracks=2)
    wanted = Wanted(BAR_TICKS + TICKS, 2 * BAR_TICKS + 2 * TICKS, (1,))

    events = written(given, wanted)
    after = with_written(given, wanted, events).song

    assert {one.track for one in events if isinstance(one, PlacedNote)} == {1}
    assert all(wanted.begin <= note.start < note.end <= wanted.end for note in notes_of(events))
    assert after.tracks[0] == given.song.tracks[0]
    kept = [n for n in given.song.tracks[1].notes if not wanted.begin <= n.start < wanted.end]
    assert {n.id for n in kept} <= set(after.tracks[1].notes.ids.tolist())


def test_locked_notes_stay_and_are_not_doubled() -> None:
    given = score()
    locked = given.song.tracks[0].notes.changed([6, 7], locked=True)
    given = replace(given, song=given.song.with_notes(0, locked))
    wanted = Wanted(0, 4 * BAR_TICKS)

    after = with_written(given, wanted, written(given, wanted)).song.tracks[0].notes

    assert after.where(after.locked) == locked.where(locked.locked)
    for pitch in np.unique(after.pitch):
        same = after.where(after.pitch == pitch)
        assert np.all(same.start[1:] >= (same.start + same.length)[:-1])


def test_a_melody_is_accompanied_on_an_empty_track() -> None:
    given = score()
    given = replace(given, song=given.song.with_new_track(Track(drums=True)))

    events = written(given, Wanted(0, 4 * BAR_TICKS, (1,)))

    assert events
    assert {one.track for one in events if isinstance(one, PlacedNote)} == {1}


def test_a_melody_is_harmonised_with_chords_alone() -> None:
    events = written(score(), Wanted(0, 4 * BAR_TICKS, (), chords=True))

    assert events
    assert all(isinstance(one, Chord) for one in events)


class OnlyC:
    """Forbids all but C."""

    def words(self, draft: Draft) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        mask = np.ones(VOCABULARY, np.bool_)
        mask[PITCH.all] = np.arange(PITCH.count) % 12 == 0
        return mask


class Nothing:
    """Forbids everything."""

    def words(self, draft: Draft) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        return np.zeros(VOCABULARY, np.bool_)


def test_what_a_rule_forbids_is_never_written() -> None:
    for begin in (1, 4):
        wanted = Wanted(begin * BAR_TICKS, (begin + 4) * BAR_TICKS)
        notes = notes_of(written(score(), wanted, rules=[OnlyC()]))
        assert notes
        assert all(note.pitch % 12 == 0 for note in notes)


def test_impossible_rules_are_said() -> None:
    with pytest.raises(StudioError, match="rules leave no note"):
        written(score(), Wanted(0, BAR_TICKS), rules=[Nothing()])


def test_an_odd_metre_is_kept() -> None:
    song = Song(tracks=(Track(),), metres=MetreMap([Metre(0, 7, 8), Metre(7 * 240, 15, 16)]))

    notes = notes_of(written(Score(song), Wanted(0, 7 * 240 + 15 * 120)))

    assert notes
    assert all(note.end <= 7 * 240 + 15 * 120 for note in notes)


@pytest.mark.parametrize(("begin", "end", "tracks"), [(0, 0, (0,)), (4, 2, (0,)), (0, 9, ())])
def test_no_room_is_said(begin: int, end: int, tracks: tuple[int, ...]) -> None:
    with pytest.raises(StudioError):
        Wanted(begin, end, tracks)


def test_a_track_that_is_not_there_is_said() -> None:
    with pytest.raises(StudioError, match="no such track"):
        written(score(), Wanted(0, BAR_TICKS, (5,)))


def test_bars_taken_apart_are_put_together_again() -> None:
    words = encode(score(tracks=2)).tolist()

    assert parted(words).tokens == words


def test_the_answer_has_what_the_rest_lacks_and_lies_at_its_time() -> None:
    piece = parted(encode(replace(score(tracks=2), chords=(Chord(0, 7),))).tolist())

    rest, answer = rearranged(piece, 1, 3, [CHORDS, 1])

    pitches = [word for word in piece.tokens if word in PITCH]
    assert sorted(word for word in rest + answer if word in PITCH) == sorted(pitches)
    assert rest.count(GAP) == answer.count(BAR) == 2
    rows = rows_of(rest + answer)
    after = rows[rows[:, 0].tolist().index(ANSWER) :]
    assert [row[1] for row in after.tolist() if row[0] == BAR] == [96, 192]


def test_part_of_a_piece_says_what_holds_there() -> None:
    piece = parted(encode(score(6)).tolist())

    part = piece.part(3, 5)

    assert part.bars[0].head == piece.bars[0].head
    assert part.tokens.count(BAR) == 2
    assert GAP in part.tokens
