"""The melody network: shares that add up on the grid, and melodies that keep to every rule."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from studio.errors import StudioError, UnreadableFile
from studio.music.lstm import ANY_SHIFT, MelodyLstm, MelodyLstmConfig, forbidden, nats_of
from studio.music.melody_events import (
    KINDS,
    LONGEST,
    MelodyHistory,
    events_of,
    kinds_in_range,
    rows_of,
    shift_of,
)
from studio.music.melody_generate import MelodyEvent, generate, network_of, notes_of_events
from studio.music.melody_grid import FIRST, HIGH, LOW, STEP, SYMBOLS, Steps, places
from studio.music.sampling import Sampling, seeded
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap
from tests.music.tunes import tune

TINY = MelodyLstmConfig(width=16, layers=2, kind=8, small=4, head=8)
PLACE, BAR, _ = places(MetreMap(), 0, 64)


@pytest.fixture(scope="module")
def network() -> Iterator[MelodyLstm]:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        yield MelodyLstm(TINY).eval().requires_grad_(False)


def written(
    network: MelodyLstm,
    seed: int = 1,
    key: Key | None = None,
    sampling: Sampling | None = None,
    **more: object,
) -> list[MelodyEvent]:
    work = generate(
        network,
        PLACE,
        BAR,
        (4, 4),
        key,
        sampling or Sampling(),
        seeded(seed),
        **more,  # type: ignore[arg-type]
    )
    return list(work)


def test_the_kinds_of_one_event_add_up_to_one_and_stay_in_range(network: MelodyLstm) -> None:
    rows = torch.from_numpy(rows_of(tune(1, key=Key(2)))[0])[None]
    out, _, told = network.read(rows)
    masked = network.kinds(out, told).masked_fill(forbidden(rows, torch.tensor([2])), -torch.inf)
    shares = masked.softmax(-1)[0]

    assert torch.allclose(shares.sum(-1), torch.ones(len(shares)))
    assert float(shares[:, torch.from_numpy(~kinds_in_range(2))].sum()) == 0
    assert not forbidden(rows, torch.tensor([ANY_SHIFT]))[..., FIRST:].any()


def test_what_is_written_costs_what_it_was_drawn_with(network: MelodyLstm) -> None:
    """One event at a time, with the state carried on, is the same as all at once."""
    rows, kinds, lengths = (torch.from_numpy(one)[None] for one in rows_of(tune(2)))
    whole = nats_of(network, rows, kinds, lengths, torch.tensor([0]))[0]
    state, single = None, []
    for place in range(rows.shape[1]):
        out, state, told = network.read(rows[:, place : place + 1], state)
        bad = forbidden(rows[:, place : place + 1], torch.tensor([0]))
        logits = network.kinds(out, told).masked_fill(bad, -torch.inf)
        single.append(-logits.log_softmax(-1)[0, 0, kinds[0, place]])

    assert torch.allclose(whole[0], torch.stack(single), atol=1e-5)


def test_lasting_at_least_as_long_is_no_less_likely(network: MelodyLstm) -> None:
    rows, kinds, lengths = (torch.from_numpy(one)[None] for one in rows_of(tune(2)))
    _, exact, lasting = nats_of(network, rows, kinds, lengths, torch.tensor([0]))
    _, _, always = nats_of(network, rows, kinds, torch.ones_like(lengths), torch.tensor([0]))

    assert (lasting <= exact + 1e-6).all()
    assert torch.allclose(always, torch.zeros_like(always), atol=1e-5)


def test_the_grids_of_two_steps_add_up_to_one(network: MelodyLstm) -> None:
    """The share of a grid is that of its events, the last of them being cut off by the end."""
    place, bar, _ = places(MetreMap(), 0, 2)
    by_count: dict[int, list[tuple[list[list[int]], list[int], list[int]]]] = {1: [], 2: []}
    for first in range(FIRST, SYMBOLS):
        for second in range(SYMBOLS):
            kinds, lengths = (one.tolist() for one in events_of(np.array([first, second]), 0))
            history, rows = MelodyHistory(place, bar, (4, 4), 1), []
            for kind, length in zip(kinds, lengths, strict=True):
                rows.append(history.row())
                history.append(kind, length)
            by_count[len(kinds)].append((rows, kinds, lengths))
    total = 0.0
    for batch in by_count.values():
        tensors = (torch.tensor(column) for column in zip(*batch, strict=True))
        shift = torch.zeros(len(batch), dtype=torch.int64)
        kind, exact, lasting = nats_of(network, *tensors, shift)  # type: ignore[call-arg]
        cost = kind.sum(1) + exact[:, :-1].sum(1) + lasting[:, -1]
        total += float(torch.exp(-cost).sum())

    assert total == pytest.approx(1, abs=1e-4)


def test_a_melody_fills_its_steps_without_gap_or_overlap(network: MelodyLstm) -> None:
    for seed in range(5):
        events = written(network, seed, sampling=Sampling(1.5))
        assert [e.begin for e in events] == np.cumsum([0, *(e.length for e in events)])[
            :-1
        ].tolist()
        assert events[-1].begin + events[-1].length == 64
        assert all(e.pitch is None or LOW <= e.pitch <= HIGH for e in events)
        rests = [e.pitch is None for e in events]
        assert not rests[0]
        assert not any(one and other for one, other in pairwise(rests))


def test_the_same_seed_writes_the_same(network: MelodyLstm) -> None:
    assert written(network, 7) == written(network, 7)
    assert written(network, 7) != written(network, 8)


def test_a_key_moves_the_melody(network: MelodyLstm) -> None:
    """What is likely in C is as likely in D, a tone higher, where both are on the grid."""
    low, high = tune(4), tune(4, key=Key(2))
    moved = np.where(high.symbols >= FIRST, high.symbols + 2, high.symbols)
    rows = [torch.from_numpy(one)[None] for one in rows_of(low)]
    there = [torch.from_numpy(one)[None] for one in rows_of(replace(high, symbols=moved))]
    shift = torch.tensor([ANY_SHIFT])

    one, other = (sum(nats_of(network, *of, shift)[:2]) for of in (rows, there))

    assert torch.allclose(torch.as_tensor(one), torch.as_tensor(other))


def test_what_was_there_stays_and_is_gone_on_from(network: MelodyLstm) -> None:
    before = tune(1).symbols[:32]

    events = written(network, 1, before=before)

    assert events[0].begin == 32
    assert events != [e for e in written(network, 1) if e.begin >= 32]


class OnlyThese:
    """Two pitches, in quarters, without rests."""

    def kinds(self, history: MelodyHistory, pitches: NDArray[np.int64]) -> NDArray[np.bool_]:
        return np.isin(pitches, (60, 67))

    def lengths(self, history: MelodyHistory, pitch: int | None) -> NDArray[np.bool_]:
        return np.arange(1, LONGEST + 1) == 4


class Nothing(OnlyThese):
    def kinds(self, history: MelodyHistory, pitches: NDArray[np.int64]) -> NDArray[np.bool_]:
        return np.zeros(KINDS, np.bool_)


def test_rules_are_kept_at_any_temperature(network: MelodyLstm) -> None:
    events = written(network, 1, sampling=Sampling(1.5), rules=[OnlyThese()])

    assert {e.pitch for e in events} <= {60, 67}
    assert {e.length for e in events} == {4}


def test_rules_that_leave_nothing_end_in_a_sentence(network: MelodyLstm) -> None:
    with pytest.raises(StudioError, match="loosen"):
        written(network, 1, rules=[Nothing()])


def test_events_become_notes(network: MelodyLstm) -> None:
    events = [MelodyEvent(0, 4, 60), MelodyEvent(4, 2, None), MelodyEvent(6, 2, 64)]

    notes = notes_of_events(events, begin=16)

    assert notes.start.tolist() == [16 * STEP, 22 * STEP]
    assert notes.length.tolist() == [4 * STEP, 2 * STEP]


def test_an_unknown_metre_is_written_in_too(network: MelodyLstm) -> None:
    place, bar, _ = places(MetreMap([Metre(0, 13, 8)]), 0, 52)

    events = list(generate(network, place, bar, (13, 8), None, Sampling(), seeded(1)))

    assert sum(e.length for e in events) == 52


def test_the_network_comes_back_from_its_weights(network: MelodyLstm) -> None:
    state = {name: value.half() for name, value in network.state_dict().items()}

    again = network_of(state, TINY.to_json())

    assert again.config == TINY
    assert again.parameter_count == network.parameter_count
    with pytest.raises(UnreadableFile):
        network_of(state, MelodyLstmConfig().to_json())
    with pytest.raises(UnreadableFile):
        MelodyLstmConfig.from_json('{"width": 0}')


def test_the_shift_of_a_key_is_that_of_its_tonic() -> None:
    steps: Steps = tune(1).symbols
    kinds, _ = events_of(steps, shift_of(Key(7)))

    assert kinds.max() < KINDS
