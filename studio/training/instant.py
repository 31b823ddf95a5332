"""Trains Instant's decoder: any style's Gram matrices, the photo's structure, and the way back.

Style is the relative distance of Gram matrices at the five taps (as in Fine), content the distance
of structures at relu4_1. How they are weighed is not guessed but steered: the weight of content
follows what was reached, so that content stays at the figure asked for while style falls. A part of
each batch takes the photo itself as its style and must come back as it was.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor

from studio.image.encoder import STYLE_TAPS, Encoder, Features
from studio.image.instant import DEPTHS, Instant, InstantConfig
from studio.image.losses import total_variation
from studio.image.moments import Moments
from studio.training.checkpoint import advance_to, save_run, taking_up
from studio.training.optimiser import MuonAdam
from studio.training.perceptual import beyond, distances, note, way_back
from studio.training.pictures import PictureSet
from studio.training.progress import Progress
from studio.training.styles import StyleSet


@dataclass(frozen=True, slots=True)
class InstantTraining:
    """All that decides a run beside the pictures and styles."""

    steps: int = 6000
    batch: int = 3
    side: int = 256
    rate: float = 0.02
    content: float = 0.15
    """The distance of structures that is held while style is learned."""
    same: float = 0.15
    """The share of pictures that are their own style."""
    smoothness: float = 0.5
    seed: int = 1


def train_instant(
    encoder: Encoder,
    photos: PictureSet,
    styles: StyleSet,
    training: InstantTraining,
    *,
    config: InstantConfig | None = None,
    checkpoint: Path | None = None,
) -> Generator[Progress, None, Instant]:
    """Yield after every step and return the network; goes on from ``checkpoint`` if it exists."""
    run = _Run(encoder, photos, styles, training, config or InstantConfig())
    yield from advance_to(run, training.steps, checkpoint)
    return run.network


class _Run:
    """The state of one training."""

    def __init__(
        self,
        encoder: Encoder,
        photos: PictureSet,
        styles: StyleSet,
        training: InstantTraining,
        config: InstantConfig,
    ) -> None:
        self.encoder = encoder.eval().requires_grad_(False)
        self.photos, self.styles, self.training = photos, styles, training
        self.random = torch.Generator().manual_seed(training.seed)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(training.seed)
            self.network = Instant(config).to(memory_format=torch.channels_last)
        gates = [*self.network.gate, *self.network.gate_slope]
        self.optimiser = MuonAdam(
            [self.network], training.rate, plain=[self.network.last], quick=gates
        )
        self.done = 0
        self.balance = 1.0
        self.figures: dict[str, float] = {}

    def advance(self) -> None:
        """One step."""
        training = self.training
        crops = self.photos.crops(training.batch, training.side, self.random)
        with torch.no_grad():
            seen = self.encoder(crops, STYLE_TAPS)
        own = {tap: Moments.of(x) for tap, x in seen.items()}
        target = self.styles.draw(training.batch, self.random)
        same = torch.rand(training.batch, generator=self.random) < training.same
        target = {tap: _chosen(same, own[tap], target[tap]) for tap in STYLE_TAPS}
        sense = self.network.sense({tap: seen[tap] for tap in DEPTHS})
        painted = self.network(sense, [self.network.prepare(sense, target)])
        loss = self._loss(painted, crops, seen, target, same)
        self.optimiser.step(loss, self.done, training.steps)
        self.done += 1

    def _loss(
        self,
        painted: Tensor,
        crops: Tensor,
        seen: Features,
        target: dict[str, Moments],
        same: Tensor,
    ) -> Tensor:
        grams = {tap: target[tap].gram for tap in STYLE_TAPS}
        style, content = distances(self.encoder, painted, seen, grams)
        outside = beyond(painted)
        loss = style.mean() + self.balance * content.mean()
        loss = loss + self.training.smoothness * total_variation(painted) + 10 * outside
        if bool(same.any()):
            back, part = way_back(painted, crops, same)
            loss = loss + part
            note(self.figures, "same", back)
        if not bool(same.all()):
            note(self.figures, "style", style[~same].mean())
            reached = note(self.figures, "content", content[~same].mean())
            # The weight follows the mean of some fifty steps, slowly enough not to swing.
            step = 0.03 * (reached / self.training.content - 1)
            self.balance = min(
                20.0, max(0.05, self.balance * math.exp(max(-0.02, min(0.02, step))))
            )
            self.figures["balance"] = self.balance
        return loss

    def save(self, path: Path) -> None:
        """Write everything that the next step depends on, beside the figures so far."""
        parts = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state(),
            "random": {"state": self.random.get_state()},
        }
        notes = {
            "done": self.done,
            "balance": self.balance,
            "figures": self.figures,
            "training": asdict(self.training),
        }
        save_run(path, parts, notes)

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile when it is another run's."""
        with taking_up(path, self.training) as (parts, notes):
            self.network.load_state_dict(parts["network"])
            self.optimiser.load(parts["optimiser"])
            self.random.set_state(parts["random"]["state"])
            self.done, self.balance = int(notes["done"]), float(notes["balance"])
            self.figures = dict(notes["figures"])


def _chosen(same: Tensor, own: Moments, other: Moments) -> Moments:
    """Each picture's own moments where ``same``, else the other's."""
    return Moments(
        torch.where(same[:, None], own.mean, other.mean),
        torch.where(same[:, None, None], own.covariance, other.covariance),
    )
