"""The grid of sixteenths: what lies on it comes back, and what does not goes where it should."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.melody_grid import (
    FIRST,
    HIGH,
    HOLD,
    LOW,
    REST,
    STEP,
    SYMBOLS,
    grid_of_notes,
    melody_grid,
    notes_of_symbols,
    places,
)
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.timing import Metre, MetreMap

COMMON = MetreMap()


def line(*notes: tuple[float, float, int]) -> Notes:
    """Notes by start and length in sixteenths, and pitch."""
    return Notes(Note(round(s * STEP), round(n * STEP), p) for s, n, p in notes)


melodies = st.lists(
    st.tuples(st.integers(1, 20), st.integers(0, 9), st.integers(LOW, HIGH)), min_size=1
)


@given(melodies, st.integers(0, 40))
def test_a_melody_on_the_grid_comes_back(parts: list[tuple[int, int, int]], begin: int) -> None:
    notes, now = [], begin
    for length, rest, pitch in parts:
        notes.append((now, length, pitch))
        now += length + rest
    melody = line(*notes)

    grid = grid_of_notes(melody, COMMON)

    assert grid.exact
    assert grid.notes() == melody


@given(melodies)
def test_symbols_stay_what_they_are_on_the_way_to_notes_and_back(
    parts: list[tuple[int, int, int]],
) -> None:
    symbols: list[int] = []
    for length, rest, pitch in parts:
        symbols += [pitch - LOW + FIRST] + [HOLD] * (length - 1)
        symbols += [REST] * bool(rest) + [HOLD] * (rest - 1)
    ended = np.array(symbols[: len(symbols) - parts[-1][1]])

    again = grid_of_notes(notes_of_symbols(ended), COMMON)

    assert np.array_equal(again.symbols, ended)
    assert again.symbols.max() < SYMBOLS


def test_a_triplet_keeps_its_three_notes() -> None:
    grid = grid_of_notes(line((0, 4 / 3, 60), (4 / 3, 4 / 3, 62), (8 / 3, 4 / 3, 64)), COMMON)

    assert not grid.exact
    assert grid.notes() == line((0, 1, 60), (1, 2, 62), (3, 1, 64))


def test_of_two_notes_on_one_step_the_nearer_stays() -> None:
    grid = grid_of_notes(line((0, 0.5, 60), (0.5, 0.5, 62), (1, 1, 64)), COMMON)

    assert grid.notes() == line((0, 1, 60), (1, 1, 64))


def test_the_highest_of_a_chord_is_the_melody_and_ends_where_the_next_begins() -> None:
    grid = grid_of_notes(line((0, 8, 60), (0, 8, 67), (4, 4, 64)), COMMON)

    assert grid.notes() == line((0, 4, 67), (4, 4, 64))


def test_a_low_melody_is_moved_by_octaves() -> None:
    grid = grid_of_notes(line((0, 2, 36), (2, 2, 43)), COMMON)

    assert grid.octaves == 1
    assert grid.notes() == line((0, 2, 48), (2, 2, 55))


@given(st.lists(st.integers(0, 127), min_size=1, max_size=30))
def test_every_pitch_finds_its_place_in_the_range(pitches: list[int]) -> None:
    grid = grid_of_notes(line(*((i, 1, p) for i, p in enumerate(pitches))), COMMON)

    assert [p % 12 for p in pitches] == [note.pitch % 12 for note in grid.notes()]


def test_places_count_from_the_bar_line_also_after_a_short_bar() -> None:
    metres = MetreMap([Metre(0, 3, 4), Metre(9 * STEP, 2, 4)])

    place, bar, size = places(metres, 8, 6)

    assert place.tolist() == [8, 0, 1, 2, 3, 4]
    assert bar.tolist() == [0, 1, 1, 1, 1, 1]
    assert size.tolist() == [12, 8, 8, 8, 8, 8]


def test_the_track_that_lies_highest_is_the_melody_and_drums_are_none() -> None:
    tracks = (
        Track(notes=line((0, 4, 50))),
        Track(notes=line((0, 4, 70))),
        Track(notes=line((0, 4, 80)), drums=True),
    )

    assert melody_grid(Song(tracks=tracks)).notes() == line((0, 4, 70))


def test_no_note_is_said_in_a_sentence() -> None:
    with pytest.raises(StudioError, match="no melody"):
        melody_grid(Song(tracks=(Track(),)))
