"""Trains the melody network: the next event of tunes, batches of like length, one rate that fades.

The loss is that of the figure it is judged by: nats for each sixteenth of the batch. In a part of
the tunes the key is hidden and the whole transposed, so that the network also serves where no key
is known. What is kept is the slow mean of the weights, at the step where the tunes that it does
not learn from cost least.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from studio.music.lstm import ANY_SHIFT, MelodyLstm, MelodyLstmConfig, nats_of
from studio.music.melody_events import KIND_COLUMNS, KINDS, UNKNOWN_MODE, rows_of, shift_of
from studio.music.melody_grid import FIRST, MelodyGrid
from studio.training.checkpoint import save_run, taking_up
from studio.training.mean_run import MeanRun
from studio.training.progress import Progress

_LONGEST_TUNE = 640
_LOOKED_AT = 4  # unseen tunes at once
_GRAIN = 16  # lengths of batches are multiples: few shapes, for which kernels are kept


@dataclass(frozen=True, slots=True)
class LstmTraining:
    """All that decides a run beside the tunes."""

    steps: int = 6000
    batch: int = 32
    """Tunes in a step."""
    parts: int = 1
    """In how many parts a step is made, so that each is short."""
    rate: float = 0.003
    warm: int = 200
    """Steps in which the rate rises."""
    decay: float = 0.05
    drop_in: float = 0.1
    drop: float = 0.35
    hidden_key: float = 0.1
    """The share of tunes whose key is hidden and which are transposed."""
    mean: float = 0.998
    """Of the slow mean of the weights, what stays in a step."""
    check: int = 126
    """Steps from one look at the tunes not learned from to the next."""
    patience: int = 0
    """Looks without gain after which it ends; 0 for none."""
    seed: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class TuneRows:
    """A tune as the network reads it: rows (E, COLUMNS), kinds and lengths (E,), T steps."""

    rows: Tensor
    kinds: Tensor
    lengths: Tensor
    steps: int
    shift: int

    @classmethod
    def of(cls, grid: MelodyGrid, *, known_key: bool = True) -> TuneRows:
        """Read a grid."""
        rows, kinds, lengths = rows_of(grid, known_key=known_key)
        return cls(
            torch.from_numpy(rows),
            torch.from_numpy(kinds),
            torch.from_numpy(lengths),
            len(grid),
            shift_of(grid.key) if known_key else 0,
        )


def train_lstm(
    tunes: Sequence[TuneRows],
    unseen: Sequence[TuneRows],
    training: LstmTraining,
    *,
    config: MelodyLstmConfig | None = None,
    start: MelodyLstm | None = None,
    checkpoint: Path | None = None,
    enough: Callable[[], bool] | None = None,
) -> Generator[Progress, None, MelodyLstm]:
    """Yield after every step and return the best network; goes on from ``checkpoint`` if it exists.

    ``start`` is a network to go on from with other tunes; where ``enough`` says so it ends. The
    figures are ``nats`` a sixteenth of what is learned (a running mean), ``unseen`` and ``best``,
    the same of tunes that are not, now and at best, and ``steps``. Between the parts of a step, and
    while it looks at the unseen tunes, it yields too, without a network.
    """
    run = _Run(tunes, unseen, training, config or MelodyLstmConfig(), start)
    if checkpoint is not None and checkpoint.exists():
        run.restore(checkpoint)
    save = None if checkpoint is None else (lambda: run.save(checkpoint))
    while run.done < training.steps and not run.weary:
        yield from run.advance(save)
        yield Progress(run.done, training.steps, dict(run.figures), save, run.slow)
        if enough is not None and enough():
            break
    if save is not None:
        save()
    return run.finished()


@torch.no_grad()
def nats_a_step(network: MelodyLstm, tunes: Sequence[TuneRows], batch: int = 16) -> Tensor:
    """Nats for each sixteenth, by tune (N,): what the whole grid costs, exactly, by its steps."""
    network.eval()
    costs = torch.zeros(len(tunes))
    for places in _alike(tunes, batch):
        packed = _packed([tunes[place] for place in places])
        kind, length, lasting = nats_of(network, *packed[:3], packed[3])
        for row, place in enumerate(places):
            count = len(tunes[place].kinds)
            cost = kind[row, :count].sum() + length[row, : count - 1].sum()
            costs[place] = (cost + lasting[row, count - 1]) / tunes[place].steps
    return costs


def _alike(tunes: Sequence[TuneRows], batch: int) -> list[list[int]]:
    """The places of the tunes in batches of like length."""
    order = sorted(range(len(tunes)), key=lambda place: len(tunes[place].kinds))
    return [order[first : first + batch] for first in range(0, len(order), batch)]


def mean_nats(network: MelodyLstm, tunes: Sequence[TuneRows]) -> float:
    """Nats for each sixteenth over all the tunes together."""
    steps = torch.tensor([tune.steps for tune in tunes], dtype=torch.float32)
    return float((nats_a_step(network, tunes) * steps).sum() / steps.sum())


class _Run(MeanRun[MelodyLstm]):
    """The state of one training."""

    def __init__(
        self,
        tunes: Sequence[TuneRows],
        unseen: Sequence[TuneRows],
        training: LstmTraining,
        config: MelodyLstmConfig,
        start: MelodyLstm | None,
    ) -> None:
        self.tunes = [part for tune in tunes for part in _parts(tune)]
        self.unseen, self.training = unseen, training
        self.random = torch.Generator().manual_seed(training.seed)
        drop = (training.drop_in, training.drop)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(training.seed)
            network = MelodyLstm(start.config if start is not None else config, drop)
        if start is not None:
            network.load_state_dict(start.state_dict())
        super().__init__(network, _copy, training.mean, training.patience)
        groups: list[dict[str, Any]] = [
            {"params": [p for p in network.parameters() if p.dim() > 1]},
            {"params": [p for p in network.parameters() if p.dim() < 2], "weight_decay": 0.0},
        ]
        self.optimiser = torch.optim.AdamW(
            groups, training.rate, betas=(0.9, 0.98), weight_decay=training.decay
        )
        self.queue: list[list[int]] = []
        self.begun = self._position()

    def advance(self, save: Callable[[], None] | None = None) -> Generator[Progress, None, None]:
        """One step, part by part.

        Until its end nothing is changed: what is saved between two parts begins the step anew.
        """
        batch = self._drawn()
        steps = float(sum(int(tune.lengths.sum()) for tune in batch))
        self.network.train()
        for group in self.optimiser.param_groups:
            group["lr"] = self.training.rate * _fade(self.done, self.training)
        self.optimiser.zero_grad()
        total = 0.0
        size = -(-len(batch) // max(1, self.training.parts))
        for first in range(0, len(batch), size):
            if first:
                yield Progress(self.done, self.training.steps, dict(self.figures), save)
            total += self._learn(batch[first : first + size], steps)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.stepped(total, 0.02)
        if self.unseen and (
            self.done % self.training.check == 0 or self.done == self.training.steps
        ):
            yield from self._look()
        self.begun = self._position()

    def _position(self) -> tuple[Tensor, tuple[list[int], ...]]:
        """Where chance and the queue are."""
        return self.random.get_state(), tuple(self.queue)

    def _drawn(self) -> list[TuneRows]:
        """The tunes of the next step, some without their key."""
        if not self.queue:
            self.queue = self._shuffled()
        chosen = [self.tunes[place] for place in self.queue.pop()]
        hidden = torch.rand(len(chosen), generator=self.random) < self.training.hidden_key
        return [
            transposed(tune, self.random) if hide else tune
            for tune, hide in zip(chosen, hidden.tolist(), strict=True)
        ]

    def _learn(self, batch: Sequence[TuneRows], steps: float) -> float:
        """What a part of a step costs, of so many sixteenths in all; its gradient is added."""
        rows, kinds, lengths, shift, mask = _packed(batch)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(int(torch.randint(2**31, (1,), generator=self.random)))
            kind, length, _ = nats_of(self.network, rows, kinds, lengths, shift)
            loss = ((kind + length) * mask).sum() / steps
            loss.backward()
        return float(loss.detach())

    def _shuffled(self) -> list[list[int]]:
        """All tunes once, in batches of like length, in an order of chance."""
        noise = torch.randn(len(self.tunes), generator=self.random).tolist()
        sizes = [len(tune.kinds) * (1 + 0.1 * n) for tune, n in zip(self.tunes, noise, strict=True)]
        order = sorted(range(len(sizes)), key=sizes.__getitem__)
        size = self.training.batch
        batches = [order[first : first + size] for first in range(0, len(order), size)]
        mixed = torch.randperm(len(batches), generator=self.random).tolist()
        return [batches[place] for place in mixed]

    def _look(self) -> Generator[Progress, None, None]:
        cost = steps = 0.0
        for places in _alike(self.unseen, _LOOKED_AT):
            if steps:
                yield Progress(
                    self.done, self.training.steps, dict(self.figures)
                )  # not to be saved
            batch = [self.unseen[place] for place in places]
            size = float(sum(tune.steps for tune in batch))
            cost, steps = cost + mean_nats(self.slow, batch) * size, steps + size
        self.looked(cost / steps)

    def save(self, path: Path) -> None:
        """Write everything that the next step depends on, beside the figures so far."""
        moments = {
            f"{index}.{name}": torch.as_tensor(value)
            for index, state in self.optimiser.state_dict()["state"].items()
            for name, value in state.items()
        }
        parts = self.parts() | {"optimiser": moments, "random": {"state": self.begun[0]}}
        notes = {"queue": self.begun[1], "training": asdict(self.training)}
        save_run(path, parts, self.notes() | notes)

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile when it is another run's."""
        with taking_up(path, self.training) as (parts, notes):
            self.take(parts, notes)
            whole = self.optimiser.state_dict()
            for key, value in parts["optimiser"].items():
                index, name = key.split(".", 1)
                whole["state"].setdefault(int(index), {})[name] = value
            self.optimiser.load_state_dict(whole)
            self.random.set_state(parts["random"]["state"])
            queue = [[int(place) for place in batch] for batch in notes["queue"]]
            if any(not 0 <= place < len(self.tunes) for batch in queue for place in batch):
                raise ValueError("other tunes")
            self.queue = queue
            self.begun = self._position()


def _copy(network: MelodyLstm) -> MelodyLstm:
    copy = MelodyLstm(network.config, (0.0, 0.0))
    copy.load_state_dict(network.state_dict())
    return copy.requires_grad_(False).eval()


def _fade(done: int, training: LstmTraining) -> float:
    """The share of the rate: up in the first steps, then down along half a cosine."""
    warm = min(1.0, (done + 1) / max(1, training.warm))
    along = done / max(1, training.steps)
    return warm * (0.02 + 0.98 * 0.5 * (1 + float(np.cos(np.pi * along))))


def _parts(tune: TuneRows) -> list[TuneRows]:
    """A tune that is not too long to be learned at once, or its parts."""
    size = len(tune.kinds)
    if size <= _LONGEST_TUNE:
        return [tune]
    edges = range(0, size, _LONGEST_TUNE)
    return [
        TuneRows(
            tune.rows[at : at + _LONGEST_TUNE],
            tune.kinds[at : at + _LONGEST_TUNE],
            tune.lengths[at : at + _LONGEST_TUNE],
            int(tune.lengths[at : at + _LONGEST_TUNE].sum()),
            tune.shift,
        )
        for at in edges
    ]


def transposed(tune: TuneRows, random: torch.Generator) -> TuneRows:
    """The tune without its key, and with all its pitches moved by chance, 6 semitones at most."""
    pitches = tune.kinds[tune.kinds >= FIRST]
    if not len(pitches):
        return tune
    down = min(6, int(pitches.min()) - FIRST)
    up = min(6, KINDS - 1 - int(pitches.max()))
    move = int(torch.randint(-max(0, down), max(0, up) + 1, (1,), generator=random))
    rows = tune.rows.clone()
    columns = rows[:, list(KIND_COLUMNS)].short()
    moved = torch.where((columns >= FIRST) & (columns < KINDS), columns + move, columns)
    rows[:, list(KIND_COLUMNS)] = moved.clamp(0, KINDS).to(torch.uint8)
    rows[:, 5] = UNKNOWN_MODE
    kinds = torch.where(tune.kinds >= FIRST, tune.kinds + move, tune.kinds)
    return TuneRows(rows, kinds, tune.lengths, tune.steps, ANY_SHIFT)


def _packed(tunes: Sequence[TuneRows]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Rows, kinds, lengths, shift of the tonic and what is no filling: (B, E, …), (B,), (B, E)."""
    most = -(-max(len(tune.kinds) for tune in tunes) // _GRAIN) * _GRAIN
    rows = torch.zeros(len(tunes), most, tunes[0].rows.shape[1], dtype=torch.uint8)
    kinds = torch.full((len(tunes), most), FIRST + 24)
    lengths = torch.ones(len(tunes), most, dtype=torch.int64)
    mask = torch.zeros(len(tunes), most)
    for place, tune in enumerate(tunes):
        count = len(tune.kinds)
        rows[place, :count], kinds[place, :count] = tune.rows, tune.kinds
        lengths[place, :count], mask[place, :count] = tune.lengths, 1.0
    shift = torch.tensor([tune.shift for tune in tunes])
    return rows, kinds, lengths, shift, mask
