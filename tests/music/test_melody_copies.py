"""The longest run shared with a known tune is found, in any key, and no longer one."""

import numpy as np

from studio.music.melody_copies import RUN, Copied, KnownTunes
from studio.music.melody_grid import FIRST, Steps
from tests.music.tunes import grid_of_symbols, tune


def known() -> KnownTunes:
    return KnownTunes.of([tune(seed).symbols for seed in range(12)])


def test_a_known_tune_is_found_as_a_whole_in_another_key() -> None:
    symbols = tune(5).symbols
    moved = np.where(symbols >= FIRST, symbols + 3, symbols)

    found = known().longest(grid_of_symbols(moved))

    assert found.notes == int((symbols >= FIRST).sum())
    assert (found.steps, found.bars, found.begin) == (128, 8.0, 0)


def test_a_run_within_a_new_melody_is_found_with_its_place() -> None:
    bars = tune(5).symbols[:32]
    new = np.array([FIRST + 30, 1] * 8 + [FIRST + 3, 1] * 8)
    around = np.concatenate([new, bars, new])

    found = known().longest(grid_of_symbols(around))

    assert found.begin in (30, 32)  # a first step in pitch may agree by chance
    assert 2.0 <= found.bars <= 2.3


def test_two_parts_of_known_tunes_are_not_one_run() -> None:
    first, second = tune(1).symbols[:48], tune(2).symbols[16:64]

    found = known().longest(grid_of_symbols(np.concatenate([first, second])))

    assert found.steps < 96


def test_a_new_melody_shares_little_and_a_short_one_nothing() -> None:
    assert known().longest(tune(77)).bars < 4
    assert known().longest(grid_of_symbols(tune(5).symbols[: 2 * (RUN - 1)])) == Copied()


def test_equal_tunes_are_told_apart_from_their_neighbours() -> None:
    one: Steps = tune(5).symbols

    twice = KnownTunes.of([one, one])

    assert twice.longest(grid_of_symbols(np.tile(one, 2))).steps <= 160
