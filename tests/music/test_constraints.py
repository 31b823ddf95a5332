"""What the artist forbids is never drawn, and what cannot be kept is said in a sentence."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.constraints import Rules, check
from studio.music.constraints_mask import Limits, State, possible
from studio.music.note import Note, Notes
from studio.music.theory import SCALES, Key
from studio.music.timing import Metre
from studio.music.tokenizer_chords import QUALITIES, Chord

STEP = 120
METRES = [(4, 4), (3, 4), (6, 8), (5, 4)]


def written(limits: Limits, seed: int, *, longest: int = 16) -> Notes:
    """Notes of a writer who knows nothing but the rules."""
    random = np.random.default_rng(seed)
    state, notes = State(), []
    while True:
        places = np.flatnonzero(limits.positions(state))
        if not len(places) or (limits.may_end(state) and random.random() < 0.02):
            assert limits.may_end(state)
            break
        slot = int(places[min(int(random.exponential(2)), len(places) - 1)])
        state = limits.moved(state, slot - state.slot)
        pitch = int(random.choice(np.flatnonzero(limits.pitches(state))))
        length = int(random.choice(np.flatnonzero(limits.lengths(state, pitch, longest)))) + 1
        notes.append(Note(slot * limits.step, length * limits.step, pitch, 80))
        state = limits.noted(state, pitch, length)
    return limits.with_locked(Notes(notes))


@st.composite
def rules(draw: st.DrawFn, melody: bool = True) -> Rules:
    bars = draw(st.integers(1, 4))
    metre = Metre(0, *draw(st.sampled_from(METRES)))
    lowest = draw(st.integers(30, 70))
    fewest = draw(st.integers(0, 4))
    ticks = st.integers(0, bars * metre.bar // STEP - 1).map(lambda n: n * STEP)
    chord = st.builds(Chord, ticks, st.integers(0, 11), st.sampled_from(list(QUALITIES)))
    locked = st.builds(
        Note, ticks, st.integers(1, 600), st.integers(40, 80), st.just(70), locked=st.just(True)
    )
    return Rules(
        bars=bars,
        metre=metre,
        key=draw(st.none() | st.builds(Key, st.integers(0, 11), st.sampled_from(list(SCALES)))),
        chords=tuple(draw(st.lists(chord, max_size=4))),
        chords_everywhere=draw(st.booleans()),
        lowest=lowest,
        highest=lowest + draw(st.integers(5, 40)),
        fewest=fewest,
        most=draw(st.none() | st.integers(fewest, 9)),
        rhythm=draw(st.none() | st.lists(ticks, min_size=1, max_size=12).map(tuple)),
        leap=draw(st.none() | st.integers(1, 12)),
        locked=Notes(n for n in draw(st.lists(locked, max_size=3)) if n.end <= bars * metre.bar),
        melody=melody,
    )


def limits_of(wanted: Rules, step: int = STEP) -> Limits | None:
    try:
        return Limits(wanted, step)
    except StudioError:
        return None


@settings(max_examples=40, deadline=None)
@given(rules(), st.integers(0, 2**32 - 1), st.sampled_from([STEP, 20]))
def test_what_the_rules_let_through_never_breaks_them(wanted: Rules, seed: int, step: int) -> None:
    limits = limits_of(wanted, step)
    if limits is not None:
        assert not check(written(limits, seed), wanted)


@settings(max_examples=30, deadline=None)
@given(rules(melody=False), st.integers(0, 2**32 - 1))
def test_notes_that_sound_together_keep_the_rules_too(wanted: Rules, seed: int) -> None:
    limits = limits_of(wanted)
    if limits is not None:
        assert not check(written(limits, seed), wanted)


def test_ten_thousand_notes_break_no_rule() -> None:
    wanted = Rules(
        bars=32,
        key=Key(2, "dorian"),
        lowest=57,
        highest=81,
        fewest=4,
        most=9,
        leap=7,
        chords=tuple(
            Chord(n * 1920, (2, 7, 9, 0)[n % 4], "m7" if n % 2 else "m") for n in range(32)
        ),
        locked=Notes([Note(3840, 960, 61, 90, locked=True)]),
    )
    limits, count, seed = Limits(wanted), 0, 0
    while count < 10_000:
        notes = written(limits, seed, longest=4)
        assert not check(notes, wanted)
        count, seed = count + len(notes), seed + 1


def test_a_leap_is_prepared_before_a_locked_note() -> None:
    locked = Notes([Note(1800, 120, 40, 90, locked=True)])
    wanted = Rules(bars=1, lowest=60, highest=72, leap=20, fewest=4, locked=locked)
    for seed in range(20):
        notes = written(Limits(wanted), seed)
        assert notes.pitch[-2] == 60
        assert notes[len(notes) - 1].locked


def test_a_silence_ends_where_a_note_may_begin() -> None:
    limits = Limits(Rules(bars=1, rhythm=(480, 960)))
    assert np.flatnonzero(limits.rests(State(), 16)).tolist() == [3]
    state = limits.noted(limits.moved(State(), 4), 60, 2)
    assert np.flatnonzero(limits.rests(state, 16)).tolist() == [1]
    assert not limits.may_end(state)
    assert limits.may_end(limits.noted(limits.moved(state, 2), 60, 8))


@pytest.mark.parametrize(
    ("wanted", "word"),
    [
        (Rules(key=Key(0, "major"), lowest=61, highest=61), "No note of C major"),
        (Rules(rhythm=(0,), fewest=2), "the density"),
        (Rules(lowest=60, highest=61, leap=1, locked=Notes([Note(480, 9, 90)]), fewest=3), "leap"),
    ],
)
def test_rules_that_leave_nothing_are_told(wanted: Rules, word: str) -> None:
    with pytest.raises(StudioError, match=word):
        possible(wanted)


def test_rules_that_contradict_themselves_are_told() -> None:
    for wrong in (
        {"lowest": 70, "highest": 60},
        {"fewest": 5, "most": 4},
        {"bars": 10_000},
        {"rhythm": ()},
        {"leap": -1},
    ):
        with pytest.raises(StudioError):
            Rules(**wrong)  # type: ignore[arg-type]


def test_each_broken_rule_is_named() -> None:
    wanted = Rules(
        bars=2, key=Key(), lowest=60, highest=72, most=2, fewest=1, leap=4, rhythm=(0, 480),
        chords=(Chord(0, 0),), locked=Notes([Note(240, 120, 64)]),
    )  # fmt: skip
    notes = Notes([Note(0, 600, 61), Note(480, 120, 74), Note(600, 5000, 72)])
    found = {one.rule for one in check(notes, wanted)}
    assert found == {
        "scale", "chord", "range", "rhythm", "bars", "density", "leap", "melody", "locked",
    }  # fmt: skip
