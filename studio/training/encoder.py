"""Distils a large encoder into the studio's own small one.

Features at every tap and hints at every layer between (FitNets, Romero et al. 2015: a 1x1 head
that is thrown away afterwards), each divided by the teacher's energy there; the logarithm of each
term is summed so that no depth drowns another. The first part of a run forces the teacher's taps
onto the student's stages so that all depths learn at once. Then it runs free, with Gram matrices
compared too, and a part of each batch are pictures that the student itself is repainting: there an
optimiser would otherwise find what fools the student but not the teacher.
"""

from __future__ import annotations

import logging
from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.image.encoder import STYLE_TAPS, TAPS, Encoder, EncoderConfig, Features
from studio.image.losses import gram, relative_distance
from studio.training.checkpoint import advance_to, save_run, taking_up
from studio.training.optimiser import MuonAdam
from studio.training.perceptual import note
from studio.training.pictures import PictureSet
from studio.training.progress import Progress

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class EncoderTraining:
    """All that decides a run beside the pictures and the teacher."""

    steps: int = 8000
    batch: int = 12
    side: int = 128
    rate: float = 0.02
    forced: float = 0.3
    """The share of the run in which the teacher's taps feed the student's stages."""
    repainted: int = 6
    """How many repainted crops join a batch every fourth step once the student runs free."""
    seed: int = 1


def train_encoder(
    teacher: Encoder,
    pictures: PictureSet,
    training: EncoderTraining,
    *,
    config: EncoderConfig | None = None,
    checkpoint: Path | None = None,
    bfloat16: bool = False,
) -> Generator[Progress, None, Encoder]:
    """Yield after every step and return the student; goes on from ``checkpoint`` if it exists."""
    run = _Run(teacher, pictures, training, config or EncoderConfig(), bfloat16)
    yield from advance_to(run, training.steps, checkpoint)
    return run.student


class _Run:
    """The state of one distillation."""

    def __init__(
        self,
        teacher: Encoder,
        pictures: PictureSet,
        training: EncoderTraining,
        config: EncoderConfig,
        bfloat16: bool,
    ) -> None:
        self.training, self.pictures, self.bfloat16 = training, pictures, bfloat16
        self.random = torch.Generator().manual_seed(training.seed)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(training.seed)
            self.student = Encoder(config)
            self.heads = _hint_heads(teacher, self.student)
        self.teacher = teacher.eval().requires_grad_(False)
        self.layers = tuple(f"relu{name}" for name, _ in config.layers)
        self.watched = tuple(name for name in self.layers if name != "relu1_2")
        self.done = 0
        self.figures: dict[str, float] = {}
        sample = self._see(self.pictures.crops(48, training.side, self.random), self.watched)
        self.scale = {name: float(x.float().square().mean().sqrt()) for name, x in sample.items()}
        self.energy = {
            name: float((x.float() / self.scale[name]).var((0, 2, 3)).mean())
            for name, x in sample.items()
        }
        self.pool = _Pool(pictures, training, self.random)
        outer = [self.student.convolutions["1_1"], *self.heads.values()]
        plain = [layer.get_parameter("weight") for layer in outer]
        self.optimiser = MuonAdam([self.student, self.heads], training.rate, plain=plain)

    @torch.no_grad()
    def _see(self, crops: Tensor, names: tuple[str, ...]) -> Features:
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bfloat16):
            features: Features = self.teacher(crops, names)
        return features

    def advance(self) -> None:
        """One step of both optimisers."""
        share = self.done / self.training.steps
        free = share >= self.training.forced
        crops = self.pictures.crops(self.training.batch, self.training.side, self.random)
        crops = _disturb(crops, self.random)
        if free and self.done % 4 == 0:
            repainted = self.pool.repaint(self.student, self.bfloat16)
            crops = torch.cat([crops[len(repainted) :], repainted])
        seen = self._see(crops, self.watched)
        target = {name: x.float() / self.scale[name] for name, x in seen.items()}
        with torch.autocast("cpu", torch.bfloat16, enabled=self.bfloat16):
            forced = None if free else {n: target[n] for n in TAPS if n != "relu4_2"}
            made = self.student(crops, self.watched, forced)
            made = {name: self._head(name, x) for name, x in made.items()}
        loss = self._loss(made, target, free)
        self.optimiser.step(loss, self.done, self.training.steps)
        self.done += 1

    def _head(self, name: str, x: Tensor) -> Tensor:
        return self.heads[name](x) if name in self.heads else x

    def _loss(self, made: Features, target: Features, free: bool) -> Tensor:
        loss = torch.zeros(())
        for name in self.watched:
            error = F.mse_loss(made[name].float(), target[name]) / self.energy[name]
            note(self.figures, name, error)
            hint = name not in TAPS
            loss = loss + torch.log(error + 0.003) * (0.3 if hint else 1.0)
            if free and name in STYLE_TAPS:
                distance = relative_distance(gram(made[name]), gram(target[name])).mean()
                note(self.figures, f"gram {name}", distance)
                loss = loss + 0.5 * torch.log(distance + 0.003)
        return loss

    def save(self, path: Path) -> None:
        """Write everything that the next step depends on, beside the figures so far."""
        parts = {
            "student": self.student.state_dict(),
            "heads": self.heads.state_dict(),
            "optimiser": self.optimiser.state(),
            "pool": self.pool.state(),
            "random": {"state": self.random.get_state()},
        }
        notes = {
            "done": self.done,
            "figures": self.figures,
            "scale": self.scale,
            "energy": self.energy,
            "training": asdict(self.training),
        }
        save_run(path, parts, notes)

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile when it is another run's."""
        with taking_up(path, self.training) as (parts, notes):
            self.student.load_state_dict(parts["student"])
            self.heads.load_state_dict(parts.get("heads", {}))
            self.optimiser.load(parts["optimiser"])
            self.pool.load(parts["pool"])
            self.random.set_state(parts["random"]["state"])
            self.done, self.figures = int(notes["done"]), dict(notes["figures"])
            self.scale, self.energy = dict(notes["scale"]), dict(notes["energy"])


class _Pool:
    """Crops that the student is repainting, eight steps apart from one another in age."""

    def __init__(self, pictures: PictureSet, training: EncoderTraining, random: torch.Generator):
        self.pictures, self.training, self.random = pictures, training, random
        count = max(1, training.repainted) * 6
        self.paint = pictures.crops(count, training.side, random)
        self.content = self.paint.clone()
        self.style = pictures.crops(count, training.side, random)
        self.first = torch.zeros_like(self.paint)
        self.second = torch.zeros_like(self.paint)
        self.age = torch.arange(count) * 8 % 48
        self.turn = 0

    def state(self) -> dict[str, Tensor]:
        """Every tensor by name."""
        names = ("paint", "content", "style", "first", "second", "age")
        return {n: getattr(self, n) for n in names} | {"turn": torch.tensor(self.turn)}

    def load(self, state: dict[str, Tensor]) -> None:
        """Take back what ``state`` gave."""
        for name in ("paint", "content", "style", "first", "second", "age"):
            getattr(self, name).copy_(state[name])
        self.turn = int(state["turn"])

    def repaint(self, student: Encoder, bfloat16: bool) -> Tensor:
        """Advance the next few crops by one Adam step and return them."""
        size = self.training.repainted
        rows = torch.arange(size) + self.turn * size
        self.turn = (self.turn + 1) % 6
        old = rows[self.age[rows] >= 48]
        if len(old):
            fresh = self.pictures.crops(2 * len(old), self.training.side, self.random)
            self.paint[old] = self.content[old] = fresh[: len(old)]
            self.style[old] = fresh[len(old) :]
            self.first[old], self.second[old], self.age[old] = 0.0, 0.0, 0
        paint = self.paint[rows].requires_grad_()
        with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
            with torch.no_grad():
                style = student(self.style[rows], STYLE_TAPS)
                content = student(self.content[rows], ("relu4_2",))["relu4_2"].float()
            made = student(paint, (*STYLE_TAPS, "relu4_2"))
        loss = (made["relu4_2"].float() - content).square().mean()
        for tap in STYLE_TAPS:
            loss = loss + relative_distance(gram(made[tap]), gram(style[tap])).mean()
        (slope,) = torch.autograd.grad(loss * size, paint)
        with torch.no_grad():
            self.age[rows] += 1
            age = self.age[rows][:, None, None, None]
            self.first[rows] = 0.9 * self.first[rows] + 0.1 * slope
            self.second[rows] = 0.99 * self.second[rows] + 0.01 * slope.square()
            step = self.first[rows] / (1 - 0.9**age)
            step = step / ((self.second[rows] / (1 - 0.99**age)).sqrt() + 1e-8)
            self.paint[rows] = (paint.detach() - 0.03 * step).clamp(0, 1)
        return self.paint[rows].contiguous(memory_format=torch.channels_last)


def _disturb(crops: Tensor, random: torch.Generator) -> Tensor:
    """Add noise to a sixth of the crops, so that noise too is seen as the teacher sees it."""
    count = len(crops) // 6
    strength = torch.rand(count, 1, 1, 1, generator=random) * 0.15
    noise = torch.randn(crops[:count].shape, generator=random) * strength
    crops[:count] = (crops[:count] + noise).clamp(0, 1)
    return crops


def _hint_heads(teacher: Encoder, student: Encoder) -> nn.ModuleDict:
    widths = dict(teacher.config.layers)
    heads = nn.ModuleDict()
    for name, width in student.config.layers:
        tap = f"relu{name}"
        if (tap not in TAPS or width != widths[name]) and name != "1_2":
            heads[tap] = nn.Conv2d(width, widths[name], 1)
    return heads
