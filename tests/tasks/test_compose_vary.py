"""A variation keeps what it is told to keep, differs where it may, and less the less it changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.note import Note, Notes
from studio.music.varying import changed_first, count_to_change, on_grid
from studio.tasks.compose_vary import varied
from tests.tasks.compose_kit import BAR, asked, composed, new_notes, song, tune


def likeness(first: Notes, second: Notes) -> float:
    """The share of the first's notes that the second has at their place."""
    there = {(round(note.start / 60), note.pitch) for note in second}
    return sum((round(n.start / 60), n.pitch) in there for n in first) / len(first)


def variation(change: float, seed: int = 1, **values: object) -> Notes:
    request = asked(
        song=song(tune(6)), verb="vary", end=6 * BAR, change=change, seed=seed, human=0.0
    )
    return new_notes(composed(request).variations[0])


@pytest.mark.parametrize("seed", [1, 2])
def test_more_change_leaves_less_alike(seed):
    found = [likeness(tune(6), variation(change, seed)) for change in (0, 0.2, 0.5, 0.8, 1)]
    assert found[0] == 1
    assert found == sorted(found, reverse=True)
    assert found[-1] < 0.3


def test_nothing_changes_at_0_and_something_just_above():
    assert variation(0.0) == tune(6)
    after = variation(0.01)
    assert likeness(tune(6), after) == 1 - 1 / len(tune(6))
    assert set(after.start.tolist()) == set(tune(6).start.tolist())


@settings(max_examples=20, deadline=None)
@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 50))
def test_what_a_small_change_alters_a_large_one_alters_too(first, second, seed):
    low, high = sorted((first, second))
    request = asked(song=song(tune(4)), verb="vary")
    kept = [
        set(varied(asked(song=request.song, verb="vary", change=c), seed).kept.ids.tolist())
        for c in (low, high)
    ]
    assert kept[1] <= kept[0]
    assert len(kept[0]) == 16 - count_to_change(16, low)


def test_what_breaks_the_key_is_changed_first():
    notes = tune(4).changed({6}, pitch=61)
    request = asked(song=song(notes), verb="vary", change=0.05, key=None)
    from dataclasses import replace

    from studio.music.theory import Key

    request = replace(request, key=Key())
    assert varied(request, 1).gone.ids.tolist() == [6]


def test_strong_and_long_notes_stay_longer():
    notes = tune(8)
    early = [
        notes.start[place] % BAR == 0
        for seed in range(30)
        for place in changed_first(notes, song().metres, seed)[:8]
    ]
    assert sum(early) / len(early) < 0.15


def test_a_note_that_was_played_late_is_varied_on_the_grid():
    notes = Notes([Note(7, 460, 60), Note(473, 460, 62), Note(966, 900, 64), Note(966, 900, 55)])
    line = on_grid(notes, 120, melody=True)
    assert line.start.tolist() == [0, 480, 960]
    assert line.pitch.tolist() == [60, 62, 64]


def test_a_rhythm_that_is_asked_for_parts_long_notes():
    notes = Notes([Note(n * BAR, BAR, 60 + n) for n in range(4)])
    rhythm = tuple(range(0, 4 * BAR, 480))
    request = asked(song=song(notes), verb="vary", rhythm=rhythm, change=0.5, human=0.0)
    after = new_notes(composed(request).variations[0])
    assert ((after.start + after.length)[:-1] <= after.start[1:]).all()


def test_rules_that_leave_but_one_melody_leave_nothing_to_vary():
    notes = Notes([Note(0, BAR, 60)])
    request = asked(song=song(notes), verb="vary", end=BAR, lowest=60, highest=60, rhythm=(0,))
    with pytest.raises(StudioError, match="nothing to vary"):
        composed(request)
