"""One pair of generator and critic for small pictures, whatever loss it learns by.

The generator grows 4 × 4 cells by convolutions with batch norm (Radford et al. 2016, DCGAN, but
enlarging instead of transposed convolutions, Odena et al. 2016). The critic has no norm, so that a
penalty on its slope can be taken picture by picture (Gulrajani et al. 2017, section 4), and sees
how much the pictures of a group differ (Karras et al. 2018, section 3).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn

KIND = "klangbild gan"
_COARSEST = 4
_GROUP = 4  # pictures among which the critic sees how much they differ


@dataclass(frozen=True, slots=True)
class GanConfig:
    """The shape of both; ``widths`` and ``critic`` from 4 × 4 cells up to half of the side."""

    side: int = 64
    latent: int = 128
    widths: tuple[int, ...] = (128, 96, 64, 32)
    critic: tuple[int, ...] = (128, 96, 64, 32)

    def __post_init__(self) -> None:
        sizes = (*self.widths, *self.critic, self.latent)
        if any(not 1 <= size <= 1024 for size in sizes) or not 2 <= len(self.widths) <= 6:
            raise ValueError("sizes out of bounds")
        halvings = len(self.widths)
        if self.side != _COARSEST * 2**halvings or len(self.critic) != halvings:
            raise ValueError("as many widths as halvings of the side down to 4")

    def to_json(self) -> str:
        """The configuration as it stands in a weight file's metadata."""
        return json.dumps({"gan": asdict(self)})

    @classmethod
    def from_json(cls, text: str) -> GanConfig:
        """Read what ``to_json`` wrote; ValueError, KeyError or TypeError on anything else."""
        values = json.loads(text)["gan"]
        widths, critic = (tuple(int(n) for n in values[name]) for name in ("widths", "critic"))
        return cls(int(values["side"]), int(values["latent"]), widths, critic)


class Generator(nn.Module):
    """Makes pictures (B, 3, S, S) in [0, 1] of latents (B, L)."""

    def __init__(self, config: GanConfig | None = None) -> None:
        super().__init__()
        self.config = c = config or GanConfig()
        self.told = nn.Linear(c.latent, c.widths[0] * _COARSEST * _COARSEST)
        self.entered = nn.BatchNorm2d(c.widths[0])
        pairs = list(pairwise(c.widths))
        self.stages = nn.ModuleList(_convolution(a, b) for a, b in pairs)
        self.norms = nn.ModuleList(nn.BatchNorm2d(b) for _, b in pairs)
        self.leave = _convolution(c.widths[-1], 12)
        with torch.no_grad():  # the four pixels of a fold start alike: no chequerboard
            last = self.leave.weight
            last.copy_(last[::4].repeat_interleave(4, 0) * 0.3)

    def first(self, latents: Tensor) -> Tensor:
        """What the first layer makes of latents (B, L): (B, C)."""
        activations: Tensor = self.told(latents)
        return activations

    def decode(self, latents: Tensor) -> Tensor:
        """Pictures (B, 3, S, S) in [0, 1] of latents (B, L)."""
        x = self.first(latents).view(len(latents), -1, _COARSEST, _COARSEST)
        x = F.relu(self.entered(x.contiguous(memory_format=torch.channels_last)))
        for stage, norm in zip(self.stages, self.norms, strict=True):
            x = F.relu(norm(stage(F.interpolate(x, scale_factor=2.0, mode="nearest"))))
        return F.pixel_shuffle(self.leave(x), 2).tanh() * 0.5 + 0.5

    @property
    def parameter_count(self) -> int:
        """The number of trained values."""
        return sum(parameter.numel() for parameter in self.parameters())


class Critic(nn.Module):
    """Says how much pictures (B, 3, S, S) in [0, 1] look like those learned from: (B,)."""

    def __init__(self, config: GanConfig | None = None) -> None:
        super().__init__()
        self.config = c = config or GanConfig()
        fine = c.critic[::-1]
        self.enter = _convolution(12, fine[0])
        pairs = pairwise(fine)
        self.stages = nn.ModuleList(nn.Conv2d(a, b, 4, 2, padding=1) for a, b in pairs)
        self.last = _convolution(fine[-1] + 1, fine[-1])
        self.verdict = nn.Linear(fine[-1] * _COARSEST * _COARSEST, 1)

    def forward(self, pictures: Tensor) -> Tensor:
        """Unbounded verdicts (B,), high for what looks real."""
        x = F.leaky_relu(self.enter(F.pixel_unshuffle(pictures * 2 - 1, 2)), 0.2)
        for stage in self.stages:
            x = F.leaky_relu(stage(x), 0.2)
        x = torch.cat([x, _difference(x)], 1)
        x = F.leaky_relu(self.last(x), 0.2)
        verdicts: Tensor = self.verdict(x.flatten(1))[:, 0]
        return verdicts


def _difference(x: Tensor) -> Tensor:
    """How much the pictures of a group differ, as one more channel (B, 1, H, W)."""
    count, _, height, width = x.shape
    group = next(n for n in range(min(_GROUP, count), 0, -1) if count % n == 0)
    rows = x.reshape(group, count // group, -1)
    deviation = (rows.var(0, unbiased=False) + 1e-8).sqrt().mean(1)
    return deviation.repeat(group)[:, None, None, None].expand(-1, 1, height, width)


def _convolution(channels: int, width: int) -> nn.Conv2d:
    layer = nn.Conv2d(channels, width, 3, padding=1)
    nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    nn.init.zeros_(layer.bias)  # type: ignore[arg-type]
    return layer
