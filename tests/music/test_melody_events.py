"""Events say the same as the grid, one to one, and rows know only what was before."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from studio.music.melody_events import (
    COLUMNS,
    KINDS,
    LONGEST,
    START,
    UNKNOWN_MODE,
    MelodyHistory,
    allowed_kinds,
    events_of,
    kinds_in_range,
    rows_of,
    shift_of,
    symbols_of,
)
from studio.music.melody_grid import FIRST, HIGH, HOLD, LOW, REST, grid_of_notes
from studio.music.theory import Key
from studio.music.timing import MetreMap
from tests.music.test_melody_grid import line, melodies
from tests.music.tunes import grid_of_symbols, tune


@given(
    st.lists(st.tuples(st.integers(1, 80), st.integers(0, 70), st.integers(LOW, HIGH)), min_size=1),
    st.integers(0, 11),
)
def test_grid_and_events_are_one_to_one(parts: list[tuple[int, int, int]], tonic: int) -> None:
    notes, now = [], 0
    for length, rest, pitch in parts:
        notes.append((now, length, pitch))
        now += length + rest
    symbols = grid_of_notes(line(*notes), MetreMap()).symbols
    shift = shift_of(Key(tonic))

    kinds, lengths = events_of(symbols, shift)

    assert np.array_equal(symbols_of(kinds, lengths, shift), symbols)
    assert kinds_in_range(shift)[kinds].all()
    assert lengths.min() >= 1
    assert lengths.max() <= LONGEST


@given(melodies)
def test_every_event_is_one_that_the_rules_allow(parts: list[tuple[int, int, int]]) -> None:
    notes, now = [], 0
    for length, rest, pitch in parts:
        notes.append((now, length * 4, pitch))
        now += length * 4 + rest * 8
    grid = grid_of_notes(line(*notes), MetreMap())
    history = MelodyHistory(grid.place, grid.bar, grid.metre, 1)

    for kind, length in zip(*events_of(grid.symbols, 0), strict=True):
        rest_may, hold_may = allowed_kinds(history.kind, history.length, history.silent)
        assert kind >= FIRST or (rest_may if kind == REST else hold_may)
        history.append(int(kind), int(length))

    assert history.room == 0


def test_a_row_knows_nothing_of_what_follows() -> None:
    grid = tune(1)
    rows, kinds, lengths = rows_of(grid)
    half = int(lengths[: len(kinds) // 2].sum())
    other = grid.symbols.copy()
    other[half:] = np.where(other[half:] >= FIRST, FIRST + 3, other[half:])

    changed, _, _ = rows_of(grid_of_symbols(other))

    assert np.array_equal(rows[: len(kinds) // 2 + 1], changed[: len(kinds) // 2 + 1])
    assert rows.shape == (len(kinds), COLUMNS)


def test_rows_look_back_at_the_same_place_of_earlier_bars() -> None:
    quarters = np.array([FIRST + 10, HOLD, HOLD, HOLD, FIRST + 12, HOLD, HOLD, HOLD] * 2 * 3)

    rows, kinds, _ = rows_of(grid_of_symbols(quarters))

    assert (rows[:4, 6] == START).all()  # no bar before the first
    assert rows[4:, 6].tolist() == kinds[4:].tolist()  # the bar before
    assert (rows[4:, 7] == 4).all()
    assert rows[4, 8] == 0  # how long both agree
    assert rows[-1, 8] > rows[5, 8] > 0


def test_rows_say_what_followed_the_longest_agreement() -> None:
    rows, kinds, lengths = rows_of(tune(3, bars=4))
    second = len(kinds) // 2 + 4  # well into the repeat

    assert (rows[second:, -3] == kinds[second:]).all()
    assert (rows[second:, -2] == lengths[second:]).all()


def test_the_key_moves_the_pitches_and_no_more() -> None:
    low = tune(4)
    higher = grid_of_symbols(np.where(low.symbols >= FIRST, low.symbols + 2, low.symbols))
    at_d, _, _ = rows_of(grid_of_symbols(higher.symbols, key=Key(2)))
    at_c, _, _ = rows_of(low)
    unknown, _, _ = rows_of(higher, known_key=False)

    assert np.array_equal(at_d, at_c)
    assert (unknown[:, 5] == UNKNOWN_MODE).all()
    assert not np.array_equal(unknown, at_c)


def test_the_tonic_is_never_far() -> None:
    shifts = [shift_of(Key(tonic)) for tonic in range(12)]

    assert shifts == [0, 1, 2, 3, 4, 5, 6, -5, -4, -3, -2, -1]
    assert shift_of(None) == 0
    assert all(int(kinds_in_range(s).sum()) == FIRST + HIGH - LOW + 1 for s in shifts)
    assert len(kinds_in_range(0)) == KINDS
