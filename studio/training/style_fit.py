"""Fits Fast to one new style: its embedding alone, or the whole network; the best is kept."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from studio.image.encoder import STYLE_TAPS, Encoder
from studio.image.feedforward import EMBEDDINGS, PHOTO
from studio.image.losses import relative_distance
from studio.training.checkpoint import Parts, save_run, taking_up
from studio.training.fast import FastModel, FastRun, FastTraining
from studio.training.perceptual import Grams, distances
from studio.training.pictures import PictureSet

EVERY = 20
"""Steps between two looks at the validation pictures."""
PATIENCE = 8
"""How many looks without a gain end the training."""
_GAIN = 0.003
_NEAREST, _WARMTH = 3, 0.1


class StyleFit:
    """A training of one style, measured on pictures (B, 3, H, W) that it does not crop from."""

    def __init__(
        self,
        encoder: Encoder,
        photos: PictureSet,
        views: Tensor,
        style: Grams,
        training: FastTraining,
        start: FastModel,
    ) -> None:
        """``start`` has two rows: the photo's, and where the style's begins; it is left alone."""
        copied = FastModel(deepcopy(start.network), start.embeddings)
        self.run = FastRun(encoder, photos, [style], training, copied)
        self.views = views.contiguous(memory_format=torch.channels_last)
        self._style = {tap: value.float() for tap, value in style.items()}
        with torch.no_grad():
            self._seen = encoder(self.views, STYLE_TAPS)
        self.validation: list[float] = []
        self._best: Parts = {}
        self._validate()

    @property
    def done(self) -> int:
        """Steps made."""
        return self.run.done

    @property
    def steps(self) -> int:
        """Steps to make."""
        return self.run.training.steps

    @property
    def figures(self) -> dict[str, float]:
        """The run's figures and the last loss on the validation pictures."""
        return self.run.figures | {"validation": self.validation[-1]}

    @property
    def flat(self) -> bool:
        """Whether the last looks brought no gain, so that going on would be of no use."""
        if len(self.validation) <= PATIENCE:
            return False
        return min(self.validation[-PATIENCE:]) > min(self.validation[:-PATIENCE]) - _GAIN

    @property
    def best(self) -> FastModel:
        """The model with the lowest loss on the validation pictures."""
        network = deepcopy(self.run.network)
        if "network" in self._best:
            network.load_state_dict(self._best["network"])
        return FastModel(network, self._best["rows"][EMBEDDINGS])

    def end_at(self, steps: int) -> None:
        """Plan with another number of steps."""
        self.run.training = replace(self.run.training, steps=max(1, steps))

    def advance(self) -> None:
        """Make one step; now and then look at the validation pictures."""
        self.run.advance()
        if self.done % EVERY == 0 or self.done >= self.steps:
            self._validate()

    @torch.no_grad()
    def paint(self) -> Tensor:
        """The validation pictures in the style as it is now."""
        model = self.run.model
        painted: Tensor = model.network(self.views, [model.embeddings[PHOTO + 1]])
        return painted.clamp(0, 1)

    @torch.no_grad()
    def _validate(self) -> None:
        style, content = distances(self.run.encoder, self.paint(), self._seen, self._style)
        excess = (content - self.run.training.content).clamp_min(0)
        self.validation.append(float((style + 2 * excess).mean()))
        if self.validation[-1] <= min(self.validation):
            self._best = {"rows": {EMBEDDINGS: self.run.model.embeddings}}
            if self.run.training.whole:
                network = self.run.network.state_dict()
                self._best["network"] = {name: value.clone() for name, value in network.items()}

    def save(self, path: Path) -> None:
        """Write the run, and the best so far."""
        parts, notes = self.run.state()
        parts |= {f"best {name}": values for name, values in self._best.items()}
        save_run(path, parts, notes | {"validation": self.validation})

    def restore(self, path: Path) -> None:
        """Take up what ``save`` wrote; raises UnreadableFile."""
        self.run.restore(path)
        with taking_up(path, self.run.training) as (parts, notes):
            self.validation = [float(value) for value in notes["validation"]]
            names = ("rows", "network") if self.run.training.whole else ("rows",)
            self._best = {name: parts[f"best {name}"] for name in names}
            if self._best["rows"][EMBEDDINGS].shape != self.run.model.embeddings.shape:
                raise ValueError("another network")


def nearest_row(
    style: Grams, known: Mapping[str, Grams], rows: Mapping[str, Tensor]
) -> tuple[Tensor, tuple[str, ...]]:
    """Where to begin: the rows of the styles that are most alike, the nearer the more of it."""
    apart = {name: _apart(style, grams) for name, grams in known.items() if name in rows}
    names = tuple(sorted(apart, key=apart.__getitem__)[:_NEAREST])
    if not names:
        return torch.stack(list(rows.values())).mean(0), ()
    shares = torch.softmax(torch.tensor([-apart[name] / _WARMTH for name in names]), 0)
    return sum((rows[n] * s for n, s in zip(names, shares, strict=True)), torch.zeros(())), names


def _apart(one: Grams, other: Grams) -> float:
    parts = [relative_distance(other[tap].float(), one[tap].float()).mean() for tap in STYLE_TAPS]
    return float(torch.stack(parts).mean())
