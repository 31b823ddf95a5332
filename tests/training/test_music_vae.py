"""MusicVAE learns tunes and goes on where it was; windows are whole bars of tunes."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch

from studio.errors import UnreadableFile
from studio.music.melody_grid import FIRST, HOLD, SYMBOLS
from studio.music.music_vae import MusicVae, MusicVaeConfig, valid
from studio.training.melody_windows import Windows, melody_windows, transposed
from studio.training.music_vae import MusicVaeTraining, accuracy, train_music_vae
from studio.training.progress import Progress
from tests.music.tunes import grid_of_symbols, tune
from tests.training.tiny_runs import ended, equal, stopped, weights

CONFIG = MusicVaeConfig(bars=2, latent=6, width=16, reader=12, conductor=8, symbol=8)
TRAINING = MusicVaeTraining(steps=4, batch=8, part=4, check=2)


@cache
def material(first: int, count: int, bars: int = 2) -> Windows:
    return melody_windows([tune(seed, bars=4) for seed in range(first, first + count)], bars)


def run(
    training: MusicVaeTraining = TRAINING, checkpoint: Path | None = None
) -> tuple[MusicVae, list[Progress]]:
    work = train_music_vae(
        material(0, 12), material(20, 3), training, config=CONFIG, checkpoint=checkpoint
    )
    return ended(work)


def test_it_learns_to_write_tunes_again() -> None:
    training = replace(TRAINING, steps=80, batch=16, part=16, rate=0.02, mean=0.9, check=80)
    network, steps = run(training)

    figures = [step.figures["nats"] for step in steps]
    assert figures[-1] < figures[0] - 1
    alone, told = accuracy(network, torch.from_numpy(material(0, 12).astype(np.int64)))
    assert min(alone, told) > 0.5
    melodies = network.decode(torch.randn(4, 6))
    assert all(valid(melody) for melody in melodies)


def test_a_conductor_learns_too() -> None:
    config = replace(CONFIG, bars=4)
    learned = material(0, 12, 4)
    work = train_music_vae(learned, learned, replace(TRAINING, steps=2), config=config)
    network, steps = ended(work)
    assert steps[-1].figures["unseen"] >= 0
    assert network.decode(torch.randn(1, 6)).shape == (1, 64)


def test_a_seed_means_the_same_network() -> None:
    assert equal(weights(run()[0]), weights(run()[0]))
    assert not equal(weights(run()[0]), weights(run(replace(TRAINING, seed=2))[0]))


@pytest.mark.parametrize("after", [2, 3])
def test_an_interrupted_training_goes_on_exactly(tmp_path: Path, after: int) -> None:
    path = tmp_path / "run.safetensors"
    work = train_music_vae(
        material(0, 12), material(20, 3), TRAINING, config=CONFIG, checkpoint=path
    )
    stopped(work, after)

    assert equal(weights(run(checkpoint=path)[0]), weights(run()[0]))


def test_another_trainings_checkpoint_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    stopped(
        train_music_vae(material(0, 12), material(20, 3), TRAINING, config=CONFIG, checkpoint=path),
        2,
    )
    with pytest.raises(UnreadableFile):
        run(replace(TRAINING, free=1.0), path)


def test_windows_are_whole_bars_each_once() -> None:
    one = tune(3, bars=8)
    found = melody_windows([one, one], 2)

    assert found.shape[1] == 32
    assert 1 < len(found) <= 7
    assert len(np.unique(found, axis=0)) == len(found)
    assert all(valid(row.astype(np.int64)) for row in found)
    whole = one.symbols.tolist()
    assert found[0].tolist() == whole[:32]


def test_a_tune_in_waltz_time_has_none() -> None:
    assert melody_windows([tune(1, bars=8, numerator=3)], 2).shape == (0, 32)


def test_a_tune_of_two_parts_is_also_read_as_it_is_played() -> None:
    one = grid_of_symbols(np.tile([20, HOLD, 22, HOLD], 64))
    changed = one.symbols.copy()
    changed[128:] = np.tile([25, HOLD, 27, HOLD], 32)
    found = melody_windows([grid_of_symbols(changed)], 16)
    assert len(found) == 4
    assert {(row[0], row[128]) for row in found.tolist()} == {
        (20, 25), (20, 20), (25, 25), (25, 20)
    }  # fmt: skip


def test_an_end_that_is_a_little_short_is_held_on() -> None:
    one = tune(2, bars=2)
    short = grid_of_symbols(one.symbols[:-6])
    found = melody_windows([short], 2)
    assert len(found) == 1
    assert (found[0, -6:] == HOLD).all()
    assert not len(melody_windows([grid_of_symbols(one.symbols[:-12])], 2))


def test_transposing_keeps_to_the_range() -> None:
    windows = material(0, 12)
    for move in (-40, -3, 0, 5, 40):
        moved = transposed(windows, np.full(len(windows), move))
        notes = windows >= FIRST
        assert np.array_equal(moved[~notes], windows[~notes])
        assert FIRST <= moved[notes].min() <= moved[notes].max() < SYMBOLS
        assert np.array_equal(
            np.diff(moved[0][notes[0]]), np.diff(windows[0].astype(int)[notes[0]])
        )
