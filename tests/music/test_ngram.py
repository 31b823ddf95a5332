"""Counted runs: shares that add up, and what was seen before costs less."""

import numpy as np
import pytest

from studio.errors import UnreadableFile
from studio.music.melody_grid import SYMBOLS
from studio.music.ngram import ORDER, MelodyNgrams
from tests.music.tunes import tune


@pytest.fixture(scope="module")
def counted() -> MelodyNgrams:
    return MelodyNgrams.count([tune(seed).symbols for seed in range(20)])


@pytest.mark.parametrize("order", range(1, ORDER + 1))
def test_the_shares_of_all_symbols_add_up_to_one(counted: MelodyNgrams, order: int) -> None:
    for begin in (0, 1, 7, 40):
        before = tune(99).symbols[:begin]
        shares = [
            np.exp(-counted.nats(np.append(before, symbol), order)[-1]) for symbol in range(SYMBOLS)
        ]
        assert sum(shares) == pytest.approx(1)
        assert min(shares) > 0


def test_longer_runs_know_more(counted: MelodyNgrams) -> None:
    cost = [counted.nats(tune(3).symbols, order).mean() for order in (1, 2, 4)]

    assert cost[0] > cost[1] > cost[2]


def test_a_tune_that_was_counted_costs_less(counted: MelodyNgrams) -> None:
    assert counted.nats(tune(3).symbols, 5).mean() < counted.nats(tune(99).symbols, 5).mean()


def test_the_table_comes_back_from_its_columns(counted: MelodyNgrams) -> None:
    codes, counts = counted.columns()
    again = MelodyNgrams(codes.astype(np.int64), counts.astype(np.int64))

    assert np.array_equal(again.nats(tune(5).symbols, 6), counted.nats(tune(5).symbols, 6))


def test_a_table_out_of_order_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        MelodyNgrams(np.array([3, 2]), np.array([1, 1]))
