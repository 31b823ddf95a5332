"""The melody network learns: what is unseen costs less, and an interrupted run goes on exactly."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import torch

from studio.errors import UnreadableFile
from studio.music.lstm import ANY_SHIFT, MelodyLstm, MelodyLstmConfig
from studio.music.melody_events import KINDS, UNKNOWN_MODE
from studio.music.melody_grid import FIRST
from studio.training.lstm import (
    LstmTraining,
    TuneRows,
    mean_nats,
    nats_a_step,
    train_lstm,
    transposed,
)
from studio.training.progress import Progress
from tests.music.tunes import tune
from tests.training.tiny_runs import ended, equal, stopped, weights

TINY = MelodyLstmConfig(width=16, layers=1, kind=8, small=4, head=8)
TRAINING = LstmTraining(steps=6, batch=4, rate=0.02, check=2)


@cache
def tunes(first: int, count: int) -> tuple[TuneRows, ...]:
    return tuple(TuneRows.of(tune(seed, bars=4)) for seed in range(first, first + count))


def run(
    training: LstmTraining = TRAINING, checkpoint: Path | None = None
) -> tuple[MelodyLstm, list[Progress]]:
    work = train_lstm(tunes(0, 12), tunes(20, 3), training, config=TINY, checkpoint=checkpoint)
    return ended(work)


def test_unseen_tunes_cost_less_after_training() -> None:
    network, steps = run(replace(TRAINING, steps=24, check=8))

    seen = [step.figures["unseen"] for step in steps if "unseen" in step.figures]
    assert seen[-1] < seen[0] - 0.1
    assert steps[-1].figures["best"] == pytest.approx(mean_nats(network, tunes(20, 3)), abs=1e-4)


def test_a_seed_means_the_same_network() -> None:
    assert equal(weights(run()[0]), weights(run()[0]))
    assert not equal(weights(run()[0]), weights(run(replace(TRAINING, seed=2))[0]))


def test_an_interrupted_training_goes_on_exactly(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    stopped(train_lstm(tunes(0, 12), tunes(20, 3), TRAINING, config=TINY, checkpoint=path), 3)

    gone_on, steps = run(checkpoint=path)

    assert [step.done for step in steps] == [4, 5, 6]
    assert equal(weights(gone_on), weights(run()[0]))


def test_a_step_in_parts_is_the_same_step_and_can_be_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    parted = replace(TRAINING, parts=2)
    whole, steps = run(parted)
    stopped(train_lstm(tunes(0, 12), tunes(20, 3), parted, config=TINY, checkpoint=path), 4)

    gone_on, _ = run(parted, path)

    assert [step.done for step in steps][:5] == [0, 1, 1, 2, 2]
    assert equal(weights(gone_on), weights(whole))
    assert steps[-1].figures["nats"] == pytest.approx(run()[1][-1].figures["nats"], abs=0.05)


@pytest.mark.parametrize("other", [{"batch": 3}, {"seed": 5}])
def test_another_trainings_checkpoint_is_refused(tmp_path: Path, other: dict[str, int]) -> None:
    path = tmp_path / "run.safetensors"
    stopped(train_lstm(tunes(0, 12), tunes(20, 3), TRAINING, config=TINY, checkpoint=path), 1)

    with pytest.raises(UnreadableFile):
        run(replace(TRAINING, **other), path)


def test_it_ends_early_where_nothing_is_gained_or_when_it_is_told() -> None:
    weary = replace(TRAINING, steps=50, rate=0.0, check=1, patience=3)
    assert run(weary)[1][-1].done == 4
    work = train_lstm(tunes(0, 4), (), TRAINING, config=TINY, enough=lambda: True)
    assert len(ended(work)[1]) == 1


def test_a_network_can_be_gone_on_from() -> None:
    start, _ = run()
    work = train_lstm(tunes(0, 4), (), replace(TRAINING, rate=0.0, steps=1), start=start)

    assert equal(weights(ended(work)[0]), weights(start))


def test_what_is_filled_up_in_a_batch_costs_nothing() -> None:
    network, _ = run()
    mixed = [TuneRows.of(tune(1, bars=2)), TuneRows.of(tune(2, bars=8))]

    together = nats_a_step(network, mixed)

    assert torch.allclose(together[0], nats_a_step(network, mixed[:1])[0], atol=1e-5)
    assert torch.allclose(together[1], nats_a_step(network, mixed[1:])[0], atol=1e-5)


def test_a_transposed_tune_is_the_same_tune_elsewhere() -> None:
    one = tunes(0, 1)[0]
    random = torch.Generator().manual_seed(3)
    moved = [transposed(one, random) for _ in range(8)]

    for other in moved:
        move = int(other.kinds[0] - one.kinds[0])
        expected = torch.where(one.kinds >= FIRST, one.kinds + move, one.kinds)
        assert torch.equal(other.kinds, expected)
        assert FIRST <= int(other.kinds.max()) < KINDS
        assert (other.rows[:, 5] == UNKNOWN_MODE).all()
        assert other.shift == ANY_SHIFT
        assert torch.equal(other.rows[1:, 0].long(), other.kinds[:-1])
    assert len({int(other.kinds[0]) for other in moved}) > 2


def test_a_long_tune_is_learned_in_parts() -> None:
    long = TuneRows.of(tune(1, bars=300))

    _, steps = ended(train_lstm([long], (), replace(TRAINING, steps=1), config=TINY))

    assert steps[-1].figures["nats"] < 10


def test_what_would_be_kept_can_be_tried_between_two_steps() -> None:
    _, steps = run()

    assert isinstance(steps[-1].network, MelodyLstm)
    assert mean_nats(steps[-1].network, tunes(20, 3)) == pytest.approx(steps[-1].figures["unseen"])


def test_the_rate_rises_for_as_long_as_is_asked() -> None:
    slowly, at_once = (run(replace(TRAINING, steps=1, warm=warm))[0] for warm in (500, 1))
    start, _ = run(replace(TRAINING, steps=1, rate=0.0))

    def moved(network: MelodyLstm) -> float:
        return sum(
            float((new - old).abs().sum())
            for new, old in zip(network.parameters(), start.parameters(), strict=True)
        )

    assert moved(slowly) < 0.01 * moved(at_once)
