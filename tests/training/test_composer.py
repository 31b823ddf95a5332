"""The composer learns: what is unseen costs less, runs go on exactly, examples are sound."""

import math
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch

from studio.errors import UnreadableFile
from studio.music.composing_words import Rows, parted
from studio.music.melody_grid import HOLD, SYMBOLS
from studio.music.melody_words import melody_words, nats_by_words
from studio.music.tokenizer import decode
from studio.music.tokenizer_grammar import check
from studio.music.tokenizer_words import ANSWER, GAP, TONIC, VELOCITY, VOCABULARY, word
from studio.music.transformer import Composer, ComposerConfig
from studio.training.composer import ComposerTraining, mean_nats, train_composer, windows
from studio.training.composer_pieces import Chances, Material, accented, drawn, in_its_key
from studio.training.muon import orthogonal
from studio.training.progress import Progress
from tests.music.tunes import grid_of_symbols, tune
from tests.training.tiny_runs import ended, equal, stopped, weights

TINY = ComposerConfig(width=16, layers=1, heads=2, feed=16, context=80)
TRAINING = ComposerTraining(steps=4, batch=4, rate=0.01, check=2, warm=2)
PLAIN = Chances(gaps=0.0, hidden_key=0.0, moved=0.0, dressed=0.0)


@cache
def material(first: int = 0, count: int = 8) -> Material:
    return Material([melody_words(tune(seed, bars=4)) for seed in range(first, first + count)], 1)


@cache
def unseen() -> tuple[Rows, ...]:
    return tuple(windows([material(20, 3)], 3, 80, PLAIN))


def run(
    training: ComposerTraining = TRAINING, checkpoint: Path | None = None
) -> tuple[Composer, list[Progress]]:
    work = train_composer([material()], unseen(), training, config=TINY, checkpoint=checkpoint)
    return ended(work)


def test_unseen_pieces_cost_less_after_training() -> None:
    network, steps = run(replace(TRAINING, steps=12, check=6))

    seen = [step.figures["unseen"] for step in steps if "unseen" in step.figures]
    assert seen[-1] < min(seen[0], math.log(VOCABULARY)) - 0.1
    assert steps[-1].figures["best"] == pytest.approx(mean_nats(network, unseen()), abs=1e-4)


def test_a_seed_means_the_same_network() -> None:
    first = weights(run()[0])

    assert equal(first, weights(run()[0]))
    assert not equal(first, weights(run(replace(TRAINING, seed=2))[0]))


def test_an_interrupted_training_goes_on_exactly(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    work = train_composer([material()], unseen(), TRAINING, config=TINY, checkpoint=path)
    stopped(work, 13)  # in the third step

    gone_on, steps = run(checkpoint=path)

    assert sorted({step.done for step in steps}) == [2, 3, 4]
    assert equal(weights(gone_on), weights(run()[0]))


def test_the_checkpoint_of_another_training_is_said(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    stopped(train_composer([material()], (), TRAINING, config=TINY, checkpoint=path), 1)

    with pytest.raises(UnreadableFile):
        run(replace(TRAINING, rate=0.5), path)


def test_it_ends_when_nothing_is_gained_or_it_is_told() -> None:
    weary = replace(TRAINING, steps=50, rate=0.0, check=1, patience=2)
    assert run(weary)[1][-1].done < 10

    work = train_composer([material()], (), TRAINING, config=TINY, enough=lambda: True)
    assert ended(work)[1][-1].done == 1


def test_windows_are_pieces_in_c_that_can_be_read() -> None:
    for rows in windows([material()], 12, 400, PLAIN):
        tokens = rows[:, 0].astype(np.int64)
        check(tokens)
        assert tokens[tokens == TONIC[0]].size == 1


def test_a_window_of_a_long_piece_says_what_holds_there_and_fits() -> None:
    piece = melody_words(tune(1, bars=24))
    window = Material([piece], 1).window(0, 9, 120)

    assert window.bars[0].head == parted(piece.tolist()).bars[0].head
    assert window.tokens.count(GAP) == 1
    assert 60 < len(window.tokens) <= 120
    assert not window.ended


def test_gaps_are_filled_in_their_share() -> None:
    random = torch.Generator().manual_seed(1)
    chances = Chances(gaps=0.5, hidden_key=0.2, moved=0.2)
    rows = [drawn([material()], chances, 200, random) for _ in range(60)]

    with_gaps = [one for one in rows if ANSWER in one[:, 0]]
    without_key = [one for one in rows if not _tonics(one).any()]
    assert 15 <= len(with_gaps) <= 45
    assert all(GAP in one[:, 0] for one in with_gaps)
    assert 2 <= len(without_key) <= 30


def test_instruments_and_tempo_are_changed_and_nothing_else() -> None:
    changed: set[str] = set()
    for seed in range(6):
        one, other = (
            drawn([material()], chances, 400, torch.Generator().manual_seed(seed))
            for chances in (PLAIN, replace(PLAIN, dressed=1.0))
        )
        changed |= {word(int(w)).split()[0] for w in one[one[:, 0] != other[:, 0], 0]}

    assert changed - {"velocity"} == {"program", "tempo"}


def _tonics(rows: Rows) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    found: np.ndarray[tuple[int], np.dtype[np.bool_]]
    found = (rows[:, 0] >= TONIC.first) & (rows[:, 0] < TONIC.first + TONIC.count)
    return found


def test_flat_velocities_become_those_of_a_player_and_others_stay() -> None:
    rows = windows([material()], 1, 400, PLAIN)[0]
    loud = rows[(rows[:, 0] >= VELOCITY.first), 0]

    assert len(np.unique(loud)) > 3
    assert accented(rows, torch.Generator()) is rows


def test_a_key_is_found_from_the_notes() -> None:
    grid = tune(3, bars=8)

    found = decode(in_its_key(melody_words(grid))).song

    assert found.tracks == decode(melody_words(grid)).song.tracks
    assert len(found.keys) == 1


def test_a_melody_costs_more_than_nothing_and_no_more_than_chance() -> None:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        network = Composer(TINY, 0.0).eval()

    cost = nats_by_words(network, tune(5, bars=12))

    assert 0.1 < cost < math.log(SYMBOLS)


def test_by_chance_alone_a_note_costs_the_choices_that_the_grid_leaves() -> None:
    """Four half notes in two bars, all words alike: places, pitches and lengths as counted."""
    network = Composer(TINY, 0.0).eval()
    for value in network.parameters():
        value.data.zero_()
    symbols = np.array(([20] + [HOLD] * 7) * 4)
    pitches, lengths = 4 * math.log(36), 3 * math.log(17) + math.log(17 / 10)
    places = 2 * math.log(8 + 1) + math.log(16 + 1)  # in a bar, or the bar line; then a whole bar
    bar = 0.0  # nothing but the bar line is left after a whole bar

    cost = nats_by_words(network, grid_of_symbols(symbols))

    assert cost * 32 == pytest.approx(pitches + lengths + places + bar, abs=1e-3)


def test_melodies_longer_than_the_context_are_measured_in_parts() -> None:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        network = Composer(TINY, 0.0).eval()
        wide = Composer(replace(TINY, context=4000), 0.0).eval()
    wide.load_state_dict(network.state_dict())
    grid = tune(4, bars=32)

    assert nats_by_words(network, grid) == pytest.approx(nats_by_words(wide, grid), abs=0.05)


def test_muon_makes_matrices_about_orthogonal() -> None:
    random = torch.Generator().manual_seed(0)
    for shape in ((2, 8, 20), (2, 20, 8)):
        values = torch.linalg.svdvals(orthogonal(torch.randn(shape, generator=random)))
        assert values.min() > 0.5
        assert values.max() < 1.4
