"""Trains generator and critic by either loss: DCGAN's (Radford et al. 2016) or WGAN-GP's.

WGAN-GP is Gulrajani et al. 2017: the critic's slope is held near 1 between real and made pictures.
Both see pictures moved and tinted alike (Zhao et al. 2020, DiffAugment), since the sets are small.
What is kept is the slow mean of the generator. The slope's length is noted with either loss, taken
by the same rule.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from studio.errors import StudioError
from studio.image import gan
from studio.image.gan import Critic, GanConfig
from studio.training.checkpoint import Parts, save_run, taking_up
from studio.training.picture_sets import SquareSet, tiled
from studio.training.progress import Progress
from studio.training.vae import adam_state, load_adam

LOSSES = ("dcgan", "wgan-gp")
Save = Callable[[], None]
State = tuple[Parts, dict[str, Any]]
"""Tensors by part and name, and notes."""
_BETAS = {"dcgan": (0.5, 0.999), "wgan-gp": (0.0, 0.9)}
_COMPARED = 48
_COLUMNS = 5  # of a preview, which is square
_SHIFT = 0.125  # of the side


@dataclass(frozen=True, slots=True)
class GanTraining:
    """All that decides a run beside the pictures; ``steps`` are the generator's."""

    loss: str = "wgan-gp"
    steps: int = 4000
    batch: int = 32
    critic_steps: int = 2
    rate: float = 0.0005
    """Level in the first half, then falling: both networks are small, and the runs short."""
    penalty: float = 10.0
    """The weight of the penalty on the critic's slope; with DCGAN it is only measured."""
    augment: bool = True
    flips: bool = True
    mean: float = 0.995
    """Of the slow mean of the generator's weights, what stays in a step."""
    check: int = 100
    seed: int = 1

    def __post_init__(self) -> None:
        if self.loss not in LOSSES:
            raise StudioError(f"There is no loss “{self.loss}”; there are {', '.join(LOSSES)}.")


def train_gan(
    pictures: SquareSet,
    training: GanTraining,
    *,
    config: GanConfig | None = None,
    checkpoint: Path | None = None,
    enough: Callable[[], bool] | None = None,
) -> Generator[Progress, None, gan.Generator]:
    """Yield several times a step and return the generator; goes on from ``checkpoint``.

    Where ``enough`` says so it ends. The figures are running means of ``critic`` and ``generator``
    (their losses) and ``slope`` (the length of the critic's, between real and made pictures), then
    ``diversity`` (how far samples are apart, 1 for as far as real pictures) and ``steps``.
    """
    run = _Run(pictures, training, config or GanConfig(pictures.side))
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
    return run.slow.eval()


def diversity(one: Tensor) -> float:
    """How far pictures (B, 3, H, W) are from one another, at 16 × 16 pixels."""
    rows = F.interpolate(one, (16, 16), mode="area").flatten(1)
    return float(torch.pdist(rows).mean())


def slope_length(critic: Critic, real: Tensor, made: Tensor, random: torch.Generator) -> Tensor:
    """The length (B,) of the critic's slope at places between real and made pictures."""
    share = torch.rand((len(real), 1, 1, 1), generator=random)
    between = (real + share * (made - real)).detach().requires_grad_()
    verdicts = critic(between).sum()
    slope = torch.autograd.grad(verdicts, between, create_graph=torch.is_grad_enabled())[0]
    # Pictures count in [-1, 1], as in the papers: half as steep as in [0, 1].
    length: Tensor = (slope.flatten(1).square().sum(1) + 1e-12).sqrt() / 2
    return length


def varied(pictures: Tensor, random: torch.Generator) -> Tensor:
    """Pictures with other colours and moved a little, each by chance; differentiable."""
    count, _, height, width = pictures.shape

    def chance(low: float, high: float) -> Tensor:
        return torch.rand((count, 1, 1, 1), generator=random) * (high - low) + low

    x = pictures + chance(-0.25, 0.25)
    grey = x.mean(1, keepdim=True)
    x = grey + (x - grey) * chance(0.0, 2.0)
    middle = x.mean((1, 2, 3), keepdim=True)
    x = middle + (x - middle) * chance(0.5, 1.5)
    most = max(1, round(_SHIFT * width))
    moves = torch.randint(0, 2 * most + 1, (count, 2), generator=random)
    padded = F.pad(x, (most,) * 4, value=0.5)
    rows = moves[:, 0, None] + torch.arange(height)
    columns = moves[:, 1, None] + torch.arange(width)
    places = torch.arange(count)[:, None, None]
    return padded.permute(0, 2, 3, 1)[places, rows[:, :, None], columns[:, None]].permute(
        0, 3, 1, 2
    )


class _Run:
    """The state of one training."""

    def __init__(self, pictures: SquareSet, training: GanTraining, config: GanConfig) -> None:
        self.pictures, self.training, self.config = pictures, training, config
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(training.seed)
            self.network = gan.Generator(config).to(memory_format=torch.channels_last)
            self.critic = Critic(config).to(memory_format=torch.channels_last)
        self.slow = gan.Generator(config).to(memory_format=torch.channels_last)
        self.slow.load_state_dict(self.network.state_dict())
        self.slow.requires_grad_(False).eval()
        betas = _BETAS[training.loss]
        self.maker = torch.optim.Adam(self.network.parameters(), training.rate, betas)
        self.judge = torch.optim.Adam(self.critic.parameters(), training.rate, betas)
        self.done = 0
        self.figures: dict[str, float] = {}
        self._before: State | None = None

    def advance(self, save: Save | None) -> Generator[Progress, None, None]:
        """One step: the critic's, then the generator's. What is saved within begins it anew."""
        training, random = self.training, torch.Generator()
        random.manual_seed(training.seed * 1_000_003 + self.done)  # the step is all that counts
        self._before = None if save is None else _copied(self._state())
        self.network.train()
        self._set_rate(training.rate * min(1.0, 2 * (1 - self.done / training.steps)))
        for _ in range(training.critic_steps):
            self._judge(random)
            yield Progress(self.done, training.steps, dict(self.figures), save)
        self._make(random)
        self.done += 1
        self._before = None
        self._remember()
        self.figures["steps"] = float(self.done)
        if self.done % training.check == 0 or self.done == training.steps:
            yield from self._look()

    def _set_rate(self, rate: float) -> None:
        for optimiser in (self.maker, self.judge):
            for group in optimiser.param_groups:
                group["lr"] = rate

    def _judge(self, random: torch.Generator) -> None:
        training = self.training
        real = self.pictures.batch(training.batch, random, flips=training.flips)
        made = self._made(random)
        if training.augment:
            real, made = varied(real, random), varied(made, random)
        real, made = _folded(real), _folded(made)
        self.critic.requires_grad_(True)
        ours, theirs = self.critic(real), self.critic(made)
        if training.loss == "dcgan":
            loss = F.softplus(-ours).mean() + F.softplus(theirs).mean()
        else:
            length = slope_length(self.critic, real, made, random)
            self._note("slope", length.mean())
            penalty = training.penalty * (length - 1).square().mean()
            loss = theirs.mean() - ours.mean() + penalty + 1e-3 * ours.square().mean()
        self.judge.zero_grad()
        loss.backward()
        self.judge.step()
        self._note("critic", loss)

    @torch.no_grad()
    def _made(self, random: torch.Generator) -> Tensor:
        latents = torch.randn((self.training.batch, self.config.latent), generator=random)
        return self.network.decode(latents)

    def _make(self, random: torch.Generator) -> None:
        training = self.training
        latents = torch.randn((training.batch, self.config.latent), generator=random)
        made = self.network.decode(latents)
        if training.augment:
            made = varied(made, random)
        self.critic.requires_grad_(False)
        verdicts = self.critic(_folded(made))
        loss = F.softplus(-verdicts).mean() if training.loss == "dcgan" else -verdicts.mean()
        self.maker.zero_grad()
        loss.backward()
        self.maker.step()
        self._note("generator", loss)

    def _look(self) -> Generator[Progress, None, None]:
        """How far samples are apart, and how long the critic's slope is."""
        random = torch.Generator().manual_seed(0)
        count = min(_COMPARED, len(self.pictures.learned))
        latents = torch.randn((count, self.config.latent), generator=random)
        made = torch.cat([self._decoded(few) for few in latents.split(8)])
        yield Progress(self.done, self.training.steps, dict(self.figures))
        real = self.pictures.views(self.pictures.learned[:count])
        self.figures["diversity"] = diversity(made) / max(diversity(real), 1e-6)
        if self.training.loss == "dcgan":
            lengths = slope_length(self.critic, _folded(real), _folded(made), random)
            self.figures["slope"] = float(lengths.detach().mean())

    @torch.no_grad()
    def _decoded(self, latents: Tensor) -> Tensor:
        return self.slow.decode(latents)

    @torch.no_grad()
    def _remember(self) -> None:
        share = min(self.training.mean, self.done / (self.done + 10))
        fresh = self.network.state_dict()
        for name, slow in self.slow.state_dict().items():
            if slow.is_floating_point():
                slow.lerp_(fresh[name], 1 - share)
            else:
                slow.copy_(fresh[name])

    def _note(self, name: str, value: Tensor) -> None:
        new = float(value.detach())
        self.figures[name] = new + 0.98 * (self.figures.get(name, new) - new)

    def preview(self) -> NDArray[np.uint8]:
        """What chance makes, always of the same latents: as many rows as columns."""
        random = torch.Generator().manual_seed(self.training.seed)
        latents = torch.randn((_COLUMNS**2, self.config.latent), generator=random)
        return tiled(self._decoded(latents), _COLUMNS)

    def save(self, path: Path) -> None:
        """Write everything that the next step depends on, beside the figures so far."""
        parts, notes = self._before or self._state()
        save_run(path, parts, notes)

    def _state(self) -> State:
        parts = {
            "network": self.network.state_dict(),
            "slow": self.slow.state_dict(),
            "critic": self.critic.state_dict(),
            "maker": adam_state(self.maker),
            "judge": adam_state(self.judge),
        }
        notes = {
            "done": self.done,
            "figures": dict(self.figures),
            "training": asdict(self.training),
        }
        return parts, notes

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile when it is another run's."""
        with taking_up(path, self.training) as (parts, notes):
            self.network.load_state_dict(parts["network"])
            self.slow.load_state_dict(parts["slow"])
            self.critic.load_state_dict(parts["critic"])
            load_adam(self.maker, parts.get("maker", {}))
            load_adam(self.judge, parts.get("judge", {}))
            self.done = int(notes["done"])
            self.figures = dict(notes["figures"])


def _copied(state: State) -> State:
    """A state that stays as it is while its network goes on learning."""
    parts, notes = state
    copies = {
        part: {name: value.clone() for name, value in values.items()}
        for part, values in parts.items()
    }
    return copies, notes


def _folded(pictures: Tensor) -> Tensor:
    return pictures.contiguous(memory_format=torch.channels_last)
