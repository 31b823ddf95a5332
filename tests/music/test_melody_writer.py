"""Writing step by step is what the network's own LSTM says."""

import numpy as np
import pytest
import torch

from studio.music.melody_grid import FIRST, SYMBOLS
from studio.music.melody_writer import HIDDEN, MelodyWriter
from studio.music.music_vae import MusicVae, MusicVaeConfig, before, valid

SIZES = {"latent": 6, "width": 14, "reader": 8, "conductor": 9, "symbol": 8}


def network(bars: int) -> MusicVae:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(3)
        made = MusicVae(MusicVaeConfig(bars=bars, **SIZES))
        for value in made.parameters():
            torch.nn.init.normal_(value, std=0.6)  # far from even, so that choices are clear
        return made.eval().requires_grad_(False)


@pytest.mark.parametrize("bars", [1, 2, 5])
def test_the_likeliest_symbols_are_those_of_the_network(bars: int) -> None:
    one = network(bars)
    own = torch.randn(6, 6, generator=torch.Generator().manual_seed(1))

    melodies = torch.from_numpy(one.decode_own(own))

    logits = one.logits(own, before(melodies))
    chosen = logits.gather(2, melodies[..., None])[..., 0]
    best = logits[..., FIRST:].max(2).values
    assert (chosen >= best - 1e-4).all()  # no note was likelier, and notes are always possible
    assert len(set(melodies.flatten().tolist())) > 3


def test_draws_follow_the_odds_of_the_network() -> None:
    one = network(1)
    own = torch.zeros(4000, 6)

    first = one.decode_own(own, 1.0, random=torch.Generator().manual_seed(0))[:, 0]

    logits = one.logits(own[:1], torch.full((1, 16), HIDDEN))[0, 0]
    logits[1] = -torch.inf  # a melody does not begin by holding
    odds = logits.softmax(0).numpy()
    found = np.bincount(first, minlength=SYMBOLS) / len(first)
    assert np.abs(found - odds).max() < 0.03


def test_a_batch_is_written_as_one_by_one() -> None:
    one = network(3)
    own = torch.randn(5, 6, generator=torch.Generator().manual_seed(2))
    together = one.decode_own(own)
    assert np.array_equal(together, np.concatenate([one.decode_own(row[None]) for row in own]))


def test_extreme_weights_still_write_melodies() -> None:
    one = network(2)
    tensors = {name: value * 300 for name, value in one.named_parameters()}
    writer = MelodyWriter(tensors, 1.5, torch.Generator().manual_seed(0), None)
    plans = np.full((3, 1, 6), 50, np.float32)
    states = np.zeros((3, 1, 28), np.float32)
    assert all(valid(melody) for melody in writer.write(plans, states, 32))
