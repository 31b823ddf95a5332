"""A melody without a key: it costs little more than in the key that fits, which is so found."""

import math
from dataclasses import replace

import numpy as np
import pytest

from studio.music.lstm import MelodyLstm
from studio.music.melody_grid import FIRST
from studio.music.melody_keys import KEYS, SHARES, costs_by_key, likely_key, nats_without_key
from studio.music.theory import Key
from studio.training.lstm import LstmTraining, TuneRows, nats_a_step, train_lstm
from tests.music.test_lstm import TINY
from tests.music.tunes import tune
from tests.training.tiny_runs import ended


@pytest.fixture(scope="module")
def network() -> MelodyLstm:
    """One that has learned from tunes in C major."""
    tunes = [TuneRows.of(tune(seed, bars=4)) for seed in range(12)]
    training = LstmTraining(steps=30, batch=4, rate=0.1, hidden_key=0.0, drop=0.0)
    found: MelodyLstm = ended(train_lstm(tunes, (), training, config=TINY))[0]
    return found


def test_each_key_costs_what_it_does_alone(network: MelodyLstm) -> None:
    grid = tune(3)
    costs = costs_by_key(network, grid)

    for place in (0, 2, 7, 17):
        alone = nats_a_step(network, [TuneRows.of(replace(grid, key=KEYS[place]))])
        assert float(costs[place]) / len(grid) == pytest.approx(float(alone[0]), abs=1e-4)


def test_no_key_costs_little_more_than_the_best(network: MelodyLstm) -> None:
    costs = costs_by_key(network, tune(3))

    nats = nats_without_key(costs, 128)

    assert float(costs.min()) / 128 < nats
    assert nats <= (float(costs[0]) + math.log(12 / SHARES["major"])) / 128 + 1e-6


def test_the_key_is_found(network: MelodyLstm) -> None:
    symbols = tune(3).symbols
    moved = replace(tune(3), symbols=np.where(symbols >= FIRST, symbols + 4, symbols))

    assert likely_key(costs_by_key(network, tune(3))) == Key(0)
    assert likely_key(costs_by_key(network, moved)) == Key(4)


def test_the_shares_are_whole() -> None:
    assert sum(SHARES.values()) == pytest.approx(1)
