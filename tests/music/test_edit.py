"""Edits are pure: they change what is chosen, keep names, and never leave MIDI's range."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music import edit
from studio.music.note import Note, Notes
from studio.music.theory import SCALES, Key
from tests.music.test_note import notes_of_a_track

keys = st.builds(Key, tonic=st.integers(0, 11), scale=st.sampled_from(sorted(SCALES)))


def line(*pitches: int, length: int = 240) -> Notes:
    return Notes([Note(n * 240, length, p, 90, n + 1) for n, p in enumerate(pitches)])


def every(notes: Notes) -> set[int]:
    return set(notes.ids.tolist())


EDITS = {
    "move": lambda n, i: edit.move(n, i, -500, 30),
    "resize": lambda n, i: edit.resize(n, i, -100, shortest=30),
    "resize_start": lambda n, i: edit.resize_start(n, i, 100),
    "transpose": lambda n, i: edit.transpose(n, i, 12),
    "in_scale": lambda n, i: edit.transpose_in_scale(n, i, -3, Key(2, "dorian")),
    "to_scale": lambda n, i: edit.to_scale(n, i, Key(7, "blues")),
    "quantise": lambda n, i: edit.quantise(n, i, 120, 0.8, 0.5, lengths=True),
    "humanise": lambda n, i: edit.humanise(n, i, 20, 20, 3),
    "legato": edit.legato,
    "invert": edit.invert,
    "invert_in_key": lambda n, i: edit.invert(n, i, Key()),
    "retrograde": edit.retrograde,
    "ramp": lambda n, i: edit.ramp(n, i, -5, 300),
    "set_velocity": lambda n, i: edit.set_velocity(n, i, 0),
    "scale_velocity": lambda n, i: edit.scale_velocity(n, i, 1.7, -3),
    "lock": edit.lock,
}


@pytest.mark.parametrize("name", EDITS)
@given(notes=notes_of_a_track, part=st.integers(1, 4))
def test_an_edit_keeps_the_names_and_leaves_the_others_alone(name, notes, part):
    chosen = {one for one in every(notes) if one % part == 0}
    others = every(notes) - chosen

    after = EDITS[name](notes, chosen)

    assert every(after) == every(notes)
    assert after.chosen(others) == notes.chosen(others)


@given(notes_of_a_track, st.integers(-9000, 9000), st.integers(-200, 200))
def test_a_move_keeps_the_shape(notes, ticks, semitones):
    after = edit.move(notes, every(notes), ticks, semitones)

    by_id = np.argsort(notes.ids), np.argsort(after.ids)
    assert len(set((after.start[by_id[1]] - notes.start[by_id[0]]).tolist())) <= 1
    assert len(set((after.pitch[by_id[1]] - notes.pitch[by_id[0]]).tolist())) <= 1


def test_a_transposition_without_room_does_nothing():
    notes = line(60, 120)

    assert edit.transpose(notes, every(notes), 12) is notes
    assert edit.transpose(notes, {1}, 12).pitch.tolist() == [72, 120]


def test_steps_of_the_scale_stay_in_the_scale():
    notes = line(60, 62, 64, 65)

    assert edit.transpose_in_scale(notes, every(notes), 2, Key()).pitch.tolist() == [64, 65, 67, 69]
    assert edit.transpose_in_scale(notes, every(notes), -1, Key()).pitch.tolist() == [
        59,
        60,
        62,
        64,
    ]


def test_a_note_outside_the_scale_keeps_its_distance_where_there_is_room():
    notes = line(61)

    assert edit.transpose_in_scale(notes, {1}, 1, Key()).pitch.tolist() == [63]
    assert edit.transpose_in_scale(notes, {1}, 2, Key()).pitch.tolist() == [64]


@given(notes_of_a_track, keys)
def test_to_scale_leaves_no_note_outside(notes, key):
    after = edit.to_scale(notes, every(notes), key)

    assert all(pitch % 12 in key.pitch_classes for pitch in after.pitch.tolist())
    assert edit.to_scale(after, every(after), key) == after


@given(notes_of_a_track, st.sampled_from([60, 80, 120, 240, 480]))
def test_quantised_notes_lie_on_the_grid(notes, grid):
    after = edit.quantise(notes, every(notes), grid)

    assert not (after.start % grid).any()
    assert edit.quantise(after, every(after), grid) == after


def test_half_strength_goes_half_the_way():
    notes = Notes([Note(100, 50, 60)])

    assert edit.quantise(notes, {1}, 120, 0.5).start.tolist() == [110]


def test_full_swing_turns_eighths_into_triplets():
    notes = Notes([Note(n * 240, 100, 60) for n in range(4)])

    assert edit.quantise(notes, every(notes), 240, 1, 1).start.tolist() == [0, 320, 480, 800]


def test_the_same_seed_scatters_the_same_way_and_chords_stay_chords():
    notes = Notes([Note(480, 100, p) for p in (60, 64, 67)] + [Note(960, 100, 72)])
    one, other = (edit.humanise(notes, every(notes), 15, 10, seed) for seed in (1, 2))

    assert one == edit.humanise(notes, every(notes), 15, 10, 1)
    assert one != other
    assert len(set(one.start[:3].tolist())) == 1


def test_legato_fills_the_gaps_and_ends_overlaps():
    notes = Notes([Note(0, 50, 60), Note(240, 900, 62), Note(480, 77, 64)])

    assert edit.legato(notes, every(notes)).length.tolist() == [240, 240, 77]


def test_what_is_split_can_be_joined():
    notes = line(60, length=240)
    halves = edit.split(notes, {1}, 100)

    assert [(n.start, n.length) for n in halves] == [(0, 100), (100, 140)]
    assert edit.join(halves, every(halves)) == notes
    assert edit.split(notes, {1}, 240) is notes


def test_upside_down_twice_is_the_right_way_up():
    notes = line(60, 64, 67, 59)

    assert edit.invert(notes, every(notes)).pitch.tolist() == [60, 56, 53, 61]
    assert edit.invert(notes, every(notes), Key()).pitch.tolist() == [60, 57, 53, 62]
    assert edit.invert(edit.invert(notes, every(notes)), every(notes)) == notes


@given(notes_of_a_track)
def test_backwards_twice_is_forwards(notes):
    assert edit.retrograde(edit.retrograde(notes, every(notes)), every(notes)) == notes


def test_a_ramp_goes_evenly_over_time():
    notes = line(60, 60, 60, 60, 60)

    assert edit.ramp(notes, every(notes), 20, 100).velocity.tolist() == [20, 40, 60, 80, 100]


def test_copies_are_new_notes():
    notes = line(60, 62)
    after, copies = edit.duplicate(notes, {2}, 480)

    assert len(after) == 3
    assert [(n.start, n.pitch) for n in after.chosen(copies)] == [(720, 62)]
    assert not copies & every(notes)


def test_without_a_choice_all_are_meant_and_without_notes_there_is_a_sentence():
    assert edit.chosen_or_all(line(60, 62), ()) == {1, 2}
    assert edit.chosen_or_all(line(60, 62), {2}) == {2}
    with pytest.raises(StudioError, match="draw one first"):
        edit.chosen_or_all(Notes(), ())
