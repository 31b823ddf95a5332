"""Trains the composer: the next word of windows of pieces, some with gaps filled at the end.

Matrices go by Muon (Jordan et al. 2024), all else by Adam, both at one rate that warms up, holds
and fades in the last part. What is kept is the slow mean of the weights where unseen pieces cost
least.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.music.composing_words import Rows
from studio.music.transformer import Composer, ComposerConfig
from studio.training.checkpoint import save_run, taking_up
from studio.training.composer_optimiser import ComposerOptimiser
from studio.training.composer_pieces import Chances, Material, drawn
from studio.training.mean_run import MeanRun
from studio.training.progress import Progress

Save = Callable[[], None]
_FADING = 0.4  # of the steps, at the end
_LEFT_OUT = 0  # the word that fills a row up, for which nothing is charged


@dataclass(frozen=True, slots=True)
class ComposerTraining:
    """All that decides a run beside the pieces."""

    steps: int = 4000
    batch: int = 16
    """Windows in a step."""
    rate: float = 0.003
    decay: float = 0.05
    drop: float = 0.1
    warm: int = 100
    mean: float = 0.995
    """Of the slow mean of the weights, what stays in a step."""
    check: int = 100
    """Steps from one look at the unseen pieces to the next."""
    patience: int = 0
    """Looks without gain after which it ends; 0 for none."""
    chances: Chances = field(default_factory=Chances)
    seed: int = 1


def train_composer(
    sets: Sequence[Material],
    unseen: Sequence[Rows],
    training: ComposerTraining,
    *,
    config: ComposerConfig | None = None,
    start: Composer | None = None,
    checkpoint: Path | None = None,
    enough: Callable[[], bool] | None = None,
) -> Generator[Progress, None, Composer]:
    """Yield after every step and return the best network; goes on from ``checkpoint`` if it exists.

    ``start`` is a network to go on from with other pieces; where ``enough`` says so it ends. The
    figures are ``nats`` a word of what is learned (a running mean), ``unseen`` and ``best``, the
    same of pieces that are not, now and at best, and ``steps``. A step takes seconds.
    """
    run = _Run(sets, unseen, training, config or ComposerConfig(), start)
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


def windows(sets: Sequence[Material], count: int, room: int, chances: Chances) -> list[Rows]:
    """So many examples of pieces, always the same ones."""
    random = torch.Generator().manual_seed(0)
    return [drawn(sets, chances, room, random) for _ in range(count)]


def packed(rows: Sequence[Rows]) -> Tensor:
    """Rows of several windows in one table (B, T, COLUMNS), filled up at the end."""
    found = torch.zeros(len(rows), max(len(one) for one in rows), rows[0].shape[1], dtype=torch.int)
    for place, one in enumerate(rows):
        found[place, : len(one)] = torch.from_numpy(one)
    return found


def nats_a_word(network: Composer, rows: Tensor) -> tuple[Tensor, int]:
    """The sum of −log p over the words of a table but the first of each row, and their number."""
    wanted = rows[:, 1:, 0].long()
    kept = wanted != _LEFT_OUT
    out = network.read(rows[:, :-1])[kept]
    return F.cross_entropy(network.logits(out), wanted[kept], reduction="sum"), int(kept.sum())


def mean_nats(network: Composer, rows: Sequence[Rows]) -> float:
    """Nats for each word over all the windows together."""
    network.eval()
    found = [_cost(network, [one]) for one in rows]
    return sum(cost for cost, _ in found) / max(1, sum(count for _, count in found))


@torch.no_grad()
def _cost(network: Composer, rows: Sequence[Rows]) -> tuple[float, int]:
    cost, count = nats_a_word(network, packed(rows))
    return float(cost), count


class _Run(MeanRun[Composer]):
    """The state of one training."""

    def __init__(
        self,
        sets: Sequence[Material],
        unseen: Sequence[Rows],
        training: ComposerTraining,
        config: ComposerConfig,
        start: Composer | None,
    ) -> None:
        self.sets, self.unseen, self.training = sets, unseen, training
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(training.seed)
            network = Composer(start.config if start else config, training.drop)
        if start is not None:
            network.load_state_dict(start.state_dict())
        super().__init__(network, _copy, training.mean, training.patience)
        self.optimiser = ComposerOptimiser(network, training.decay)

    def advance(self, save: Save | None) -> Generator[Progress, None, None]:
        """One step, window by window, so that each part is short.

        Within a step nothing is changed yet: what is saved there begins the step anew.
        """
        training, random = self.training, torch.Generator()
        random.manual_seed(training.seed * 1_000_003 + self.done)  # the step is all that counts
        room = self.network.config.context
        batch = [drawn(self.sets, training.chances, room, random) for _ in range(training.batch)]
        words = sum(len(one) - 1 for one in batch)
        self.network.train().zero_grad()
        total = 0.0
        for number, rows in enumerate(batch):
            if number:
                yield Progress(self.done, training.steps, dict(self.figures), save)
            with torch.random.fork_rng(devices=[]):
                torch.manual_seed(int(torch.randint(2**31, (1,), generator=random)))
                cost, _ = nats_a_word(self.network, packed([rows]))
                (cost / words).backward()
            total += float(cost.detach())
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step(training.rate * _fade(self.done, training))
        self.stepped(total / words, 0.03)
        if self.unseen and (self.done % training.check == 0 or self.done == training.steps):
            yield from self._look()

    def _look(self) -> Generator[Progress, None, None]:
        total, words = 0.0, 0
        for rows in self.unseen:
            cost_of_it, count = _cost(self.slow, [rows])
            total, words = total + cost_of_it, words + count
            yield Progress(self.done, self.training.steps, dict(self.figures))  # not to be saved
        self.looked(total / max(1, words))

    def save(self, path: Path) -> None:
        """Write everything that the next step depends on, beside the figures so far."""
        parts = self.parts() | {"optimiser": self.optimiser.state()}
        notes = {"training": asdict(self.training), "config": self.network.config.to_json()}
        save_run(path, parts, self.notes() | notes)

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile when it is another run's."""
        with taking_up(path, self.training) as (parts, notes):
            self.take(parts, notes)
            self.optimiser.load(parts["optimiser"])


def _copy(network: Composer) -> Composer:
    copy = Composer(network.config, 0.0)
    copy.load_state_dict(network.state_dict())
    return copy.requires_grad_(False).eval()


def _fade(done: int, training: ComposerTraining) -> float:
    """The share of the rate: up at first, then level, and straight down in the last part.

    Nothing before that part depends on how long the run is to be (Hu et al. 2024).
    """
    warm = min(1.0, (done + 1) / training.warm)
    left = (training.steps - done) / max(1.0, _FADING * training.steps)
    return warm * max(0.02, min(1.0, left))
