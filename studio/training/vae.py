"""Trains the picture autoencoder: the evidence bound, with how much it may say held at a figure.

The distance of pictures is that of pixels and of what the studio's encoder sees at four depths, in
a part of them where they are large. The weight of the divergence, β, is not guessed but steered so
that the divergence comes to the nats asked for (Shao et al. 2020, ControlVAE): it grows from
little, since nothing is said at first. A critic may join in the later part; its slope is scaled to
a share of the distance's own.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from studio.image.encoder import SMALLEST_SIDE, Encoder
from studio.image.gan import Critic, GanConfig
from studio.image.vae import Vae, VaeConfig
from studio.training.checkpoint import save_run, taking_up
from studio.training.kernel_optimiser import KernelOptimiser
from studio.training.latent_fit import fitted
from studio.training.picture_sets import SquareSet, tiled
from studio.training.progress import Progress

TAPS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1")
_FITTED = 4096  # pictures over which the latents are brought to deviation 1
_LOOKED_AT = 96
_COLUMNS = 5  # of a preview, which is square
_CRITIC = (128, 96, 64, 48, 32, 32)
_WATCHED = 64  # the side of the part of a larger picture that the encoder sees at a time
Save = Callable[[], None]


@dataclass(frozen=True, slots=True)
class VaeTraining:
    """All that decides a run beside the pictures."""

    steps: int = 5000
    batch: int = 32
    part: int = 8
    """Pictures between two yields; a step is made of several parts."""
    rate: float = 0.002
    nats: float = 160.0
    """What a picture may say of itself, on the average."""
    perceptual: float = 0.5
    adversarial: float = 0.0
    """The critic's slope as a share of the distance's; 0 for no critic."""
    critic_from: float = 0.4
    """The share of the steps after which the critic joins."""
    flips: bool = True
    mean: float = 0.998
    """Of the slow mean of the weights, what stays in a step."""
    check: int = 200
    seed: int = 1


def train_vae(
    pictures: SquareSet,
    training: VaeTraining,
    *,
    encoder: Encoder | None = None,
    config: VaeConfig | None = None,
    checkpoint: Path | None = None,
    enough: Callable[[], bool] | None = None,
) -> Generator[Progress, None, Vae]:
    """Yield several times a step and return the network; goes on from ``checkpoint`` if it exists.

    Without an ``encoder`` pixels alone are compared. Where ``enough`` says so it ends. The figures
    are running means of ``psnr`` in decibels, ``kl`` in nats, ``seen`` (the encoder's distance) and
    ``beta``, then ``unseen psnr`` and ``unseen kl`` of pictures held back, and ``steps``.
    """
    run = _Run(pictures, training, encoder, config or VaeConfig(pictures.side))
    if checkpoint is not None and checkpoint.exists():
        run.restore(checkpoint)
    save = None if checkpoint is None else (lambda: run.save(checkpoint))
    while run.done < training.steps:
        yield from run.advance(save)
        yield Progress(run.done, training.steps, dict(run.figures), save, preview=run.preview)
        if enough is not None and enough():
            break
    if save is not None:
        save()
    yield from run.fit()
    return run.slow.eval()


def divergence(mean: Tensor, log_variance: Tensor) -> Tensor:
    """From the standard normal distribution, in nats by picture: (B,)."""
    each = mean.square() + log_variance.exp() - 1 - log_variance
    return each.sum(1) / 2


def psnr(one: Tensor, other: Tensor) -> Tensor:
    """Decibels by picture (B,), of pictures (B, 3, H, W) in [0, 1]."""
    return -10 * (one - other).square().mean((1, 2, 3)).clamp_min(1e-10).log10()


class _Run:
    """The state of one training."""

    def __init__(
        self,
        pictures: SquareSet,
        training: VaeTraining,
        encoder: Encoder | None,
        config: VaeConfig,
    ) -> None:
        self.pictures, self.training = pictures, training
        self.encoder = None if encoder is None else encoder.eval().requires_grad_(False)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(training.seed)
            self.network = Vae(config).to(memory_format=torch.channels_last)
            widths = _CRITIC[: len(config.widths)]
            shape = GanConfig(config.side, 1, (1,) * len(widths), widths)
            self.critic = Critic(shape).to(memory_format=torch.channels_last)
        self.slow = Vae(config).to(memory_format=torch.channels_last).requires_grad_(False)
        self.slow.load_state_dict(self.network.state_dict())
        plain = [self.network.enter.weight, self.network.leave.weight]
        self.optimiser = KernelOptimiser(self.network, plain=plain)
        self.referee = torch.optim.Adam(self.critic.parameters(), 2e-4, (0.5, 0.99))
        self.done = 0
        self.beta = 1e-4
        self.figures: dict[str, float] = {}

    def advance(self, save: Save | None) -> Generator[Progress, None, None]:
        """One step, part by part. What is saved between two parts begins the step anew.

        Where a critic has joined, which changes with each part, nothing is saved between them.
        """
        training, random = self.training, torch.Generator()
        random.manual_seed(training.seed * 1_000_003 + self.done)  # the step is all that counts
        batch = self.pictures.batch(training.batch, random, flips=training.flips)
        self.network.train()
        self.network.zero_grad()
        found: list[dict[str, float]] = []
        joined = training.adversarial > 0 and self.done >= training.critic_from * training.steps
        for first in range(0, len(batch), training.part):
            part = batch[first : first + training.part]
            if first:
                yield Progress(
                    self.done, training.steps, dict(self.figures), None if joined else save
                )
            loss, figures = self._loss(part, random, joined)
            share = len(part) / len(batch)
            (loss * share).backward()
            found.append({name: value * share for name, value in figures.items()})
        self.optimiser.step(training.rate * _fade(self.done, training.steps))
        self.done += 1
        self._remember()
        self._note({name: sum(part[name] for part in found) for name in found[0]})
        if self.done % training.check == 0 or self.done == training.steps:
            yield from self._look()

    def _loss(
        self, part: Tensor, random: torch.Generator, joined: bool
    ) -> tuple[Tensor, dict[str, float]]:
        mean, log_variance = self.network.encode(part)
        noise = torch.randn(mean.shape, generator=random)
        painted = self.network.paint(mean + noise * (log_variance / 2).exp())
        leaf = painted.detach().requires_grad_()
        squares = (leaf - part).square().mean((1, 2, 3))
        seen = self._seen(*_cut(leaf, part, random))
        distance = 10 * squares.mean() + self.training.perceptual * seen
        slope = torch.autograd.grad(distance, leaf)[0]
        figures = {"mse": float(squares.detach().mean()), "seen": float(seen.detach())}
        if joined:
            slope = slope + self._judged(leaf, part, slope, figures)
        kl = divergence(mean, log_variance).mean()
        figures["kl"] = float(kl.detach())
        return (painted * slope).sum() + self.beta * kl, figures

    def _seen(self, painted: Tensor, part: Tensor) -> Tensor:
        """How far what the encoder sees is apart, as a share of what there is, over four depths."""
        if self.encoder is None or part.shape[-1] < SMALLEST_SIDE or not self.training.perceptual:
            return torch.zeros(())
        with torch.no_grad():
            wanted = self.encoder(part, TAPS)
        made = self.encoder(painted, TAPS)
        apart = [F.mse_loss(made[tap], wanted[tap]) / wanted[tap].square().mean() for tap in TAPS]
        return torch.stack(apart).mean()

    def _judged(
        self, leaf: Tensor, part: Tensor, slope: Tensor, figures: dict[str, float]
    ) -> Tensor:
        """The critic learns once (hinge loss, Lim & Ye 2017), then says where to go."""
        self.critic.requires_grad_(True)
        loss = F.relu(1 - self.critic(part)).mean() + F.relu(1 + self.critic(leaf.detach())).mean()
        self.referee.zero_grad()
        loss.backward()
        self.referee.step()
        self.critic.requires_grad_(False)
        wish = torch.autograd.grad(-self.critic(leaf).mean(), leaf)[0]
        figures["critic"] = float(loss.detach())
        scale = self.training.adversarial * slope.norm() / wish.norm().clamp_min(1e-12)
        judged: Tensor = wish * scale
        return judged

    def _note(self, found: dict[str, float]) -> None:
        share = max(0.02, 1 / self.done)
        found["psnr"] = -10 * math.log10(max(found.pop("mse"), 1e-10))
        for name, value in found.items():
            before = self.figures.get(name, value)
            self.figures[name] = before + share * (value - before)
        away = self.figures["kl"] / self.training.nats - 1
        self.beta *= math.exp(max(-0.02, min(0.02, 0.05 * away)))
        self.beta = min(1.0, max(1e-7, self.beta))
        self.figures["beta"] = self.beta
        self.figures["steps"] = float(self.done)

    @torch.no_grad()
    def _remember(self) -> None:
        share = min(self.training.mean, self.done / (self.done + 10))
        for slow, quick in zip(self.slow.parameters(), self.network.parameters(), strict=True):
            slow.lerp_(quick, 1 - share)

    @torch.no_grad()
    def _reading(self, picture_places: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        pictures = self.pictures.views(picture_places.tolist())
        mean, log_variance = self.slow.encode(pictures)
        return pictures, mean, log_variance

    def _look(self) -> Generator[Progress, None, None]:
        places = torch.from_numpy(self.pictures.held[:_LOOKED_AT])
        decibels, nats = [], []
        for few in places.split(self.training.part):
            pictures, mean, log_variance = self._reading(few)
            decibels.append(self._decibels(pictures, mean))
            nats.append(divergence(mean, log_variance))
            yield Progress(self.done, self.training.steps, dict(self.figures))  # not to be saved
        if decibels:
            self.figures["unseen psnr"] = float(torch.cat(decibels).mean())
            self.figures["unseen kl"] = float(torch.cat(nats).mean())

    @torch.no_grad()
    def _decibels(self, pictures: Tensor, mean: Tensor) -> Tensor:
        return psnr(self.slow.paint(mean).clamp(0, 1), pictures)

    def fit(self) -> Generator[Progress, None, None]:
        """Bring the latents to mean 0 and deviation 1 over pictures learned from."""
        random = torch.Generator().manual_seed(self.training.seed)
        order = torch.randperm(len(self.pictures.learned), generator=random)[:_FITTED]
        places = torch.from_numpy(self.pictures.learned)[order]
        means, variances = [], []
        for few in places.split(4 * self.training.part):
            _, mean, log_variance = self._reading(few)
            means.append(mean)
            variances.append(log_variance.exp())
            yield Progress(self.done, self.training.steps, dict(self.figures))
        centre, spread = fitted(torch.cat(means), torch.cat(variances))
        self.slow.centre.copy_(centre)
        self.slow.spread.copy_(spread)

    @torch.no_grad()
    def preview(self) -> NDArray[np.uint8]:
        """A row of pictures, held back as far as there are, of how they come back, and samples."""
        places = np.concatenate([self.pictures.held, self.pictures.learned])[:_COLUMNS]
        pictures = self.pictures.views(places)
        random = torch.Generator().manual_seed(self.training.seed)
        count = _COLUMNS * (_COLUMNS - 2)
        latents = torch.randn((count, self.slow.config.latent), generator=random)
        back = self.slow.paint(self.slow.encode(pictures)[0])
        return tiled(torch.cat([pictures, back, self.slow.paint(latents)]), _COLUMNS)

    def save(self, path: Path) -> None:
        """Write everything that the next step depends on, beside the figures so far."""
        parts = {
            "network": self.network.state_dict(),
            "slow": self.slow.state_dict(),
            "critic": self.critic.state_dict(),
            "optimiser": self.optimiser.state(),
            "referee": adam_state(self.referee),
        }
        notes = {
            "done": self.done,
            "beta": self.beta,
            "figures": self.figures,
            "training": asdict(self.training),
        }
        save_run(path, parts, notes)

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile when it is another run's."""
        with taking_up(path, self.training) as (parts, notes):
            self.network.load_state_dict(parts["network"])
            self.slow.load_state_dict(parts["slow"])
            self.critic.load_state_dict(parts["critic"])
            self.optimiser.load(parts["optimiser"])
            load_adam(self.referee, parts.get("referee", {}))
            self.done, self.beta = int(notes["done"]), float(notes["beta"])
            self.figures = dict(notes["figures"])


def _cut(painted: Tensor, part: Tensor, random: torch.Generator) -> tuple[Tensor, Tensor]:
    """The same square of both, somewhere, where they are larger than is watched at a time."""
    room = part.shape[-1] - _WATCHED
    if room <= 0:
        return painted, part
    top, left = (int(n) for n in torch.randint(0, room + 1, (2,), generator=random))
    square = (..., slice(top, top + _WATCHED), slice(left, left + _WATCHED))
    return painted[square], part[square]


def _fade(done: int, total: int) -> float:
    """The share of the rate: up in the first 50 steps, then level, and down in the second half."""
    return min(1.0, (done + 1) / 50) * max(0.02, min(1.0, 2 * (1 - done / max(1, total))))


def adam_state(optimiser: torch.optim.Optimizer) -> dict[str, Tensor]:
    """Every tensor of an optimiser by name."""
    return {
        f"{index}.{name}": torch.as_tensor(value)
        for index, state in optimiser.state_dict()["state"].items()
        for name, value in state.items()
    }


def load_adam(optimiser: torch.optim.Optimizer, tensors: dict[str, Tensor]) -> None:
    """Take back what ``adam_state`` gave; KeyError or ValueError for another's."""
    whole = optimiser.state_dict()
    for key, value in tensors.items():
        index, name = key.split(".", 1)
        whole["state"].setdefault(int(index), {})[name] = value
    optimiser.load_state_dict(whole)
