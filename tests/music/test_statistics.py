"""Figures of pieces, beside what can be counted by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.music.note import Note, Notes
from studio.music.statistics import (
    STEPS,
    groove_consistency,
    mean_and_deviation,
    note_statistics,
    onset_grid,
    pitch_class_entropy,
    scale_consistency,
)
from studio.music.timing import Metre, MetreMap

BAR = 1920


def _tune(*pitches: int, step: int = 480) -> Notes:
    return Notes([Note(number * step, step, pitch) for number, pitch in enumerate(pitches)])


def test_two_pitch_classes_alike_often_are_one_bit() -> None:
    assert pitch_class_entropy(_tune(60, 67, 72, 79)) == pytest.approx(1.0)
    assert pitch_class_entropy(_tune(*range(60, 72))) == pytest.approx(math.log2(12))


def test_the_scale_that_holds_the_most_notes_counts() -> None:
    assert scale_consistency(_tune(62, 64, 66, 67, 69, 71, 73)) == 1.0
    assert scale_consistency(_tune(60, 62, 64, 65, 67, 69, 70, 71)) == 7 / 8


def test_bars_of_one_rhythm_are_consistent_and_others_by_so_much_less() -> None:
    same = onset_grid(_tune(*[60] * 8), MetreMap())
    other = onset_grid(
        Notes([Note(0, 9, 60), Note(BAR, 9, 60), Note(BAR + 960, 9, 60)]), MetreMap()
    )

    assert same.shape == (2, STEPS)
    assert groove_consistency(same) == 1.0
    assert groove_consistency(other) == pytest.approx(1 - 1 / STEPS)


def test_a_piece_that_begins_late_is_counted_from_its_first_bar() -> None:
    found = note_statistics(Notes([Note(5 * BAR, 480, 60), Note(6 * BAR, 480, 62)]), MetreMap())

    assert found.notes_a_bar == 1.0
    assert found.mean_pitch == 61.0


@given(
    st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 127)), min_size=1, max_size=30),
    st.sampled_from([(4, 4), (3, 4), (7, 8), (5, 16)]),
)
def test_all_figures_keep_within_their_bounds(
    notes: list[tuple[int, int]], metre: tuple[int, int]
) -> None:
    piece = Notes([Note(start, 10, pitch) for start, pitch in notes])

    found = note_statistics(piece, MetreMap([Metre(0, *metre)]))

    assert -1e-9 <= found.pitch_class_entropy <= math.log2(12) + 1e-9
    assert 7 / 12 <= found.scale_consistency <= 1 or len(piece) < 12
    assert 0 <= found.groove_consistency <= 1
    assert found.notes_a_bar > 0


def test_the_mean_and_the_deviation_are_of_each_figure() -> None:
    one = note_statistics(_tune(60, 60), MetreMap())
    other = note_statistics(_tune(60, 67), MetreMap())

    mean, deviation = mean_and_deviation([one, other])

    assert mean.pitch_class_entropy == deviation.pitch_class_entropy == pytest.approx(0.5)
    assert deviation.notes_a_bar == 0


def test_no_note_is_told() -> None:
    with pytest.raises(StudioError, match="no note"):
        note_statistics(Notes(), MetreMap())
