"""Trains Fast: one network for many styles, and the embedding of a new style alone.

Johnson et al. 2016 by way of Dumoulin et al. 2017, with the losses of Fine: relative distances of
Gram matrices at five taps, structures at relu4_1. Each style's weight of content follows what that
style reached, so that all of them keep the photo alike. Row 0 learns to leave the photo as it is,
and pictures between it and a style learn to be between: that is what strength moves along.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from studio.image.encoder import STYLE_TAPS, Encoder, Features
from studio.image.feedforward import PHOTO, Fast, FastConfig, fresh_embeddings
from studio.image.losses import gram, total_variation
from studio.training.checkpoint import Parts, advance_to, save_run, taking_up
from studio.training.optimiser import MuonAdam
from studio.training.perceptual import Grams, beyond, distances, note, way_back
from studio.training.pictures import PictureSet
from studio.training.progress import Progress


@dataclass(frozen=True, slots=True)
class FastTraining:
    """All that decides a run beside the pictures and styles."""

    steps: int = 6000
    batch: int = 3
    side: int = 256
    rate: float = 0.02
    content: float = 0.15
    """The distance of structures that is held while style is learned."""
    same: float = 0.08
    """The share of pictures that must come back as they are."""
    between: float = 0.15
    """The share of pictures somewhere between the photo and a style."""
    smoothness: float = 0.5
    whole: bool = True
    """Train the convolutions too, not the embeddings alone."""
    seed: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class FastModel:
    """The network and its embeddings (S + 1, E), the photo's first."""

    network: Fast
    embeddings: Tensor


def train_fast(
    encoder: Encoder,
    photos: PictureSet,
    styles: Sequence[Grams],
    training: FastTraining,
    *,
    start: FastModel | None = None,
    checkpoint: Path | None = None,
) -> Generator[Progress, None, FastModel]:
    """Yield after every step and return the model; goes on from ``checkpoint`` if it exists.

    With ``start`` the rows of its embeddings are for the photo and these styles already; without
    ``whole`` its network stays as it is, and so does the photo's row.
    """
    run = FastRun(encoder, photos, styles, training, start)
    yield from advance_to(run, training.steps, checkpoint)
    return run.model


class FastRun:
    """The state of one training."""

    def __init__(
        self,
        encoder: Encoder,
        photos: PictureSet,
        styles: Sequence[Grams],
        training: FastTraining,
        start: FastModel | None = None,
    ) -> None:
        self.encoder = encoder.eval().requires_grad_(False)
        self.photos, self.training = photos, training
        self.targets = {t: torch.cat([s[t] for s in styles]).float() for t in STYLE_TAPS}
        self.count = len(styles)
        self.random = torch.Generator().manual_seed(training.seed)
        if start is None:
            with torch.random.fork_rng(devices=[]):
                torch.manual_seed(training.seed)
                network = Fast(FastConfig())
            rows = fresh_embeddings(network.config, self.count + 1)
            rows += torch.randn(rows.shape, generator=self.random) * 0.05
        else:
            network, rows = start.network, start.embeddings.clone()
        self.network = network.to(memory_format=torch.channels_last)
        self.network.requires_grad_(training.whole)
        self.rows = nn.ParameterList(nn.Parameter(row) for row in rows)
        self.rows[PHOTO].requires_grad_(training.whole)
        trained = [self.network, self.rows] if training.whole else [self.rows]
        self.optimiser = MuonAdam(
            trained, training.rate, plain=[self.network.leave.weight], quick=list(self.rows)
        )
        self.done = 0
        self.balance = torch.ones(self.count)
        self.reached = torch.full((self.count,), training.content)
        self.figures: dict[str, float] = {}

    @property
    def model(self) -> FastModel:
        """The network and the embeddings as they are now."""
        return FastModel(self.network, torch.stack([row.detach() for row in self.rows]))

    def advance(self) -> None:
        """One step."""
        training = self.training
        crops = self.photos.crops(training.batch, training.side, self.random)
        style, amount = self._draw()
        with torch.no_grad():
            seen = self.encoder(crops, STYLE_TAPS)
            share = amount[:, None, None]
            target = {t: gram(x).lerp(self.targets[t][style], share) for t, x in seen.items()}
        rows = torch.stack([self.rows[int(i) + 1] for i in style])
        embedding = self.rows[PHOTO].lerp(rows, amount[:, None])
        painted = self.network(crops, [embedding])
        loss = self._loss(painted, crops, seen, target, style, amount)
        self.optimiser.step(loss, self.done, training.steps)
        self.done += 1

    def _draw(self) -> tuple[Tensor, Tensor]:
        """A style and a strength for each picture of the batch."""
        training = self.training
        style = torch.randint(self.count, (training.batch,), generator=self.random)
        kind = torch.rand(training.batch, generator=self.random)
        amount = torch.rand(training.batch, generator=self.random)
        amount = torch.where(kind < training.same + training.between, amount, torch.ones(()))
        return style, torch.where(kind < training.same, torch.zeros(()), amount)

    def _loss(
        self,
        painted: Tensor,
        crops: Tensor,
        seen: Features,
        target: Grams,
        style: Tensor,
        amount: Tensor,
    ) -> Tensor:
        distance, content = distances(self.encoder, painted, seen, target)
        outside = beyond(painted)
        loss = (distance + self.balance[style] * content).mean() + 10 * outside
        loss = loss + self.training.smoothness * total_variation(painted)
        same = amount == 0
        if bool(same.any()):
            back, part = way_back(painted, crops, same)
            loss = loss + part
            note(self.figures, "same", back)
        full = amount == 1
        if bool(full.any()):
            note(self.figures, "style", distance[full].mean())
            note(self.figures, "content", content[full].mean())
            self._steer(style[full], content[full].detach())
        return loss

    def _steer(self, style: Tensor, content: Tensor) -> None:
        """Let each style's weight of content follow what it reached."""
        pace = 0.08 if self.count > 1 else 0.02
        for i, value in zip(style.tolist(), content.tolist(), strict=True):
            self.reached[i] += pace * (value - float(self.reached[i]))
            step = 3 * pace * (float(self.reached[i]) / self.training.content - 1)
            factor = math.exp(max(-2 * pace, min(2 * pace, step)))
            self.balance[i] = min(20.0, max(0.05, float(self.balance[i]) * factor))
        self.figures["balance"] = float(self.balance.mean())

    def state(self) -> tuple[Parts, dict[str, Any]]:
        """Everything that the next step depends on, as ``save_run`` takes it."""
        parts: Parts = {
            "network": dict(self.network.state_dict()),
            "rows": dict(self.rows.state_dict()),
            "optimiser": self.optimiser.state(),
            "steering": {"balance": self.balance, "reached": self.reached},
            "random": {"state": self.random.get_state()},
        }
        notes = {"done": self.done, "figures": self.figures, "training": asdict(self.training)}
        return parts, notes

    def save(self, path: Path) -> None:
        """Write everything that the next step depends on, beside the figures so far."""
        save_run(path, *self.state())

    def restore(self, path: Path) -> None:
        """Take up a run where ``save`` left it; raises UnreadableFile when it is another run's."""
        with taking_up(path, self.training) as (parts, notes):
            self.network.load_state_dict(parts["network"])
            self.rows.load_state_dict(parts["rows"])
            self.optimiser.load(parts["optimiser"])
            self.balance.copy_(parts["steering"]["balance"])
            self.reached.copy_(parts["steering"]["reached"])
            self.random.set_state(parts["random"]["state"])
            self.done, self.figures = int(notes["done"]), dict(notes["figures"])
