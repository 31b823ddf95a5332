"""Notes as columns: ordered, named, frozen, and found quickly."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.note import LAST_TICK, Note, Notes

notes_of_a_track = st.lists(
    st.builds(
        Note,
        start=st.integers(0, 5000),
        length=st.integers(1, 2000),
        pitch=st.integers(0, 127),
        velocity=st.integers(1, 127),
        locked=st.booleans(),
    ),
    max_size=40,
).map(Notes)


def test_notes_are_in_order_and_have_names():
    notes = Notes([Note(480, 240, 60), Note(0, 480, 64, id=7), Note(0, 480, 50)])

    assert [(n.start, n.pitch) for n in notes] == [(0, 50), (0, 64), (480, 60)]
    assert set(notes.ids.tolist()) == {7, 8, 9}
    assert notes.get(7) == Note(0, 480, 64, id=7)
    assert notes.get(99) is None


@pytest.mark.parametrize(
    "values",
    [(-1, 5, 60, 90), (0, 0, 60, 90), (0, 5, 128, 90), (0, 5, -1, 90), (0, 5, 60, 0),
     (0, 5, 60, 128), (LAST_TICK + 1, 5, 60, 90), (0, LAST_TICK + 1, 60, 90)],
)  # fmt: skip
def test_a_note_out_of_range_is_refused(values):
    with pytest.raises(StudioError):
        Note(*values)
    with pytest.raises(StudioError):
        Notes.of_columns(*([value] for value in values))


def test_two_notes_of_one_name_are_refused():
    with pytest.raises(StudioError, match="same id"):
        Notes([Note(0, 1, 60, id=3), Note(5, 1, 60, id=3)])


def test_nobody_writes_to_a_column():
    notes = Notes([Note(0, 1, 60)])

    with pytest.raises(ValueError, match="read-only"):
        notes.pitch[0] = 61


@given(notes_of_a_track)
def test_notes_equal_those_made_of_their_values(notes):
    assert Notes(list(notes)) == notes
    assert len(Notes(list(notes))) == len(notes)


@given(notes_of_a_track, st.integers(0, 6000), st.integers(0, 3000))
def test_those_that_sound_are_those_that_overlap(notes, begin, span):
    found = {notes[place].id for place in notes.sounding(begin, begin + span)}

    assert found == {n.id for n in notes if n.start < begin + span and n.end > begin}


@given(notes_of_a_track, notes_of_a_track)
def test_added_notes_take_no_name_away(one, other):
    both = one.added(other)

    assert len(both) == len(one) + len(other)
    assert set(one.ids.tolist()) <= set(both.ids.tolist())
    assert both.chosen(set(one.ids.tolist())) == one


def test_a_new_note_keeps_its_name_where_it_is_free():
    notes = Notes([Note(0, 1, 60, id=5)]).added([Note(9, 1, 60, id=8), Note(3, 1, 60, id=5)])

    assert [(n.start, n.id) for n in notes] == [(0, 5), (3, 9), (9, 8)]


def test_changed_notes_keep_their_names_and_come_in_order():
    notes = Notes([Note(0, 10, 60, id=1), Note(5, 10, 61, id=2), Note(9, 10, 62, id=3)])

    after = notes.changed({1, 3}, start=[7, 2])

    assert [(n.id, n.start) for n in after] == [(3, 2), (2, 5), (1, 7)]
    assert notes.get(1).start == 0


def test_ids_that_are_not_there_are_passed_over():
    notes = Notes([Note(0, 10, 60, id=1)])

    assert notes.changed({9}, pitch=5) is notes
    assert notes.without({9}) is notes
    assert len(notes.chosen(set(range(50)))) == 1


def test_a_hundred_thousand_notes_change_within_a_breath():
    start = np.arange(100_000) * 60
    notes = Notes.of_columns(start, np.full(100_000, 50), start % 88 + 20, np.full(100_000, 80))
    begun = time.perf_counter()

    notes = notes.changed({500}, start=3).added([Note(5, 5, 5)]).without({500})

    assert time.perf_counter() - begun < 1  # about 0.1 s: far above any accident of quadratic time
    assert len(notes) == 100_000
