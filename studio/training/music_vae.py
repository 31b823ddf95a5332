"""Trains MusicVAE: the next symbol given what the latents say, with free bits and a growing β.

As Roberts et al. 2018, section 4: β rises to its last value over the first part, and the divergence
costs nothing below the free nats. Melodies are transposed by chance; of what was written last a
part is hidden, so that the latents are listened to (Bowman et al. 2016). What is kept is the slow
mean of the weights.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from studio.music.melody_grid import SYMBOLS
from studio.music.melody_writer import HIDDEN
from studio.music.music_vae import MusicVae, MusicVaeConfig, before
from studio.training.checkpoint import save_run, taking_up
from studio.training.latent_fit import fitted
from studio.training.melody_windows import Windows, transposed
from studio.training.progress import Progress
from studio.training.vae import adam_state, divergence, load_adam

_LOOKED_AT = 128
_FITTED = 4096
Save = Callable[[], None]


@dataclass(frozen=True, slots=True)
class MusicVaeTraining:
    """All that decides a run beside the melodies."""

    steps: int = 6000
    batch: int = 128
    part: int = 32
    """Melodies between two yields; a step is made of several parts."""
    rate: float = 0.002
    free: float = 30.0
    """Nats that a melody may say of itself at no cost."""
    beta: float = 0.2
    """What each further nat costs in the end."""
    hidden: float = 0.2
    """The share of symbols written before that are not told."""
    mean: float = 0.997
    """Of the slow mean of the weights, what stays in a step."""
    check: int = 200
    seed: int = 1


def train_music_vae(
    learned: Windows,
    unseen: Windows,
    training: MusicVaeTraining,
    *,
    config: MusicVaeConfig | None = None,
    checkpoint: Path | None = None,
    enough: Callable[[], bool] | None = None,
) -> Generator[Progress, None, MusicVae]:
    """Yield several times a step and return the network; goes on from ``checkpoint`` if it exists.

    Where ``enough`` says so it ends. The figures are running means of ``nats`` a step and ``kl`` a
    melody, then ``unseen``, the share of steps of unseen melodies that come back the same when the
    network writes on by itself, ``unseen told``, the same where it is told what stood before, and
    ``steps``.
    """
    run = _Run(learned, unseen, training, config or MusicVaeConfig())
    if checkpoint is not None and checkpoint.exists():
        run.restore(checkpoint)
    save = None if checkpoint is None else (lambda: run.save(checkpoint))
    while run.done < training.steps:
        yield from run.advance(save)
        yield Progress(run.done, training.steps, dict(run.figures), save)
        if enough is not None and enough():
            break
    if save is not None:
        save()
    yield from run.fit()
    return run.slow.eval()


@torch.no_grad()
def accuracy(network: MusicVae, melodies: Tensor) -> tuple[float, float]:
    """The share of steps that come back the same: written by itself, and told what stood before."""
    mean, _ = network.encode(melodies)
    alone = torch.from_numpy(network.decode_own(mean))
    told = network.logits(mean, before(melodies)).argmax(2)
    return float((alone == melodies).float().mean()), float((told == melodies).float().mean())


class _Run:
    """The state of one training."""

    def __init__(
        self,
        learned: Windows,
        unseen: Windows,
        training: MusicVaeTraining,
        config: MusicVaeConfig,
    ) -> None:
        self.learned, self.training = learned, training
        order = np.random.default_rng(0).permutation(len(unseen))[:_LOOKED_AT]
        self.unseen = torch.from_numpy(unseen[order].astype(np.int64))
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(training.seed)
            self.network = MusicVae(config)
        self.slow = MusicVae(config).requires_grad_(False).eval()
        self.slow.load_state_dict(self.network.state_dict())
        self.optimiser = torch.optim.Adam(
            self.network.parameters(), training.rate, betas=(0.9, 0.98)
        )
        self.done = 0
        self.figures: dict[str, float] = {}

    def advance(self, save: Save | None) -> Generator[Progress, None, None]:
        """One step, part by part. What is saved between two parts begins the step anew."""
        training, random = self.training, torch.Generator()
        random.manual_seed(training.seed * 1_000_003 + self.done)  # the step is all that counts
        batch = self._batch(random)
        beta = training.beta * min(1.0, self.done / max(1.0, 0.3 * training.steps))
        self.network.train().zero_grad()
        nats = kl = 0.0
        for first in range(0, len(batch), training.part):
            if first:
                yield Progress(self.done, training.steps, dict(self.figures), save)
            part = batch[first : first + training.part]
            share = len(part) / len(batch)
            cost, far = self._cost(part, random)
            loss = cost + beta * F.relu(far - training.free)
            (loss * share / part.shape[1]).backward()
            nats += float(cost.detach()) * share / part.shape[1]
            kl += float(far.detach()) * share
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        for group in self.optimiser.param_groups:
            group["lr"] = training.rate * _fade(self.done, training.steps)
        self.optimiser.step()
        self.done += 1
        self._remember()
        self._note({"nats": nats, "kl": kl})
        if len(self.unseen) and (self.done % training.check == 0 or self.done == training.steps):
            yield from self._look()

    def _batch(self, random: torch.Generator) -> Tensor:
        count = self.training.batch
        places = torch.randint(len(self.learned), (count,), generator=random).numpy()
        move = torch.randint(-6, 7, (count,), generator=random).numpy()
        return torch.from_numpy(transposed(self.learned[places], move))

    def _cost(self, melodies: Tensor, random: torch.Generator) -> tuple[Tensor, Tensor]:
        """Nats of a melody given its latents, and of the latents themselves, on the average."""
        mean, log_variance = self.network.encode(melodies)
        noise = torch.randn(mean.shape, generator=random)
        told = before(melodies)
        hide = torch.rand(told.shape, generator=random) < self.training.hidden
        logits = self.network.logits(
            mean + noise * (log_variance / 2).exp(), told.masked_fill(hide, HIDDEN)
        )
        costs = F.cross_entropy(logits.reshape(-1, SYMBOLS), melodies.flatten(), reduction="sum")
        return costs / len(melodies), divergence(mean, log_variance).mean()

    def _look(self) -> Generator[Progress, None, None]:
        alone = told = 0.0
        for few in self.unseen.split(self.training.part):
            one, other = accuracy(self.slow, few)
            alone += one * len(few) / len(self.unseen)
            told += other * len(few) / len(self.unseen)
            yield Progress(self.done, self.training.steps, dict(self.figures))  # not to be saved
        self.figures["unseen"], self.figures["unseen told"] = alone, told

    @torch.no_grad()
    def _remember(self) -> None:
        share = min(self.training.mean, self.done / (self.done + 10))
        for slow, quick in zip(self.slow.parameters(), self.network.parameters(), strict=True):
            slow.lerp_(quick, 1 - share)

    def _note(self, found: dict[str, float]) -> None:
        share = max(0.02, 1 / self.done)
        for name, value in found.items():
            before_it = self.figures.get(name, value)
            self.figures[name] = before_it + share * (value - before_it)
        self.figures["steps"] = float(self.done)

    def fit(self) -> Generator[Progress, None, None]:
        """Bring the latents to mean 0 and deviation 1 over melodies learned from."""
        random = torch.Generator().manual_seed(self.training.seed)
        places = torch.randperm(len(self.learned), generator=random)[:_FITTED].numpy()
        move = torch.randint(-6, 7, (len(places),), generator=random).numpy()
        melodies = torch.from_numpy(transposed(self.learned[places], move))
        found = []
        for few in melodies.split(2 * self.training.part):
            found.append(self._encoded(few))
            yield Progress(self.done, self.training.steps, dict(self.figures))
        centre, spread = fitted(
            torch.cat([mean for mean, _ in found]), torch.cat([one.exp() for _, one in found])
        )
        self.slow.centre.copy_(centre)
        self.slow.spread.copy_(spread)

    @torch.no_grad()
    def _encoded(self, melodies: Tensor) -> tuple[Tensor, Tensor]:
        return self.slow.encode(melodies)

    def save(self, path: Path) -> None:
        """Write everything that the next step depends on, beside the figures so far."""
        parts = {
            "network": self.network.state_dict(),
            "slow": self.slow.state_dict(),
            "optimiser": adam_state(self.optimiser),
        }
        notes = {
            "done": self.done,
            "figures": self.figures,
            "training": asdict(self.training),
        }
        save_run(path, parts, notes)

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile when it is another run's."""
        with taking_up(path, self.training) as (parts, notes):
            self.network.load_state_dict(parts["network"])
            self.slow.load_state_dict(parts["slow"])
            load_adam(self.optimiser, parts.get("optimiser", {}))
            self.done = int(notes["done"])
            self.figures = dict(notes["figures"])


def _fade(done: int, total: int) -> float:
    """The share of the rate: up in the first 100 steps, then down along half a cosine."""
    warm = min(1.0, (done + 1) / 100)
    return warm * (0.02 + 0.98 * 0.5 * (1 + float(np.cos(np.pi * done / max(1, total)))))
