"""A variational autoencoder of small pictures: what it is, down to a few numbers and back.

Kingma & Welling 2014, with residual blocks (He et al. 2016) and group norms (Wu & He 2018). The
picture enters and leaves folded into channels (Shi et al. 2016). The latents that others see have
mean 0 and deviation 1 over the pictures it learned from, uncorrelated, the strongest first: a
fitted linear map lies between them and the network's own (Ghosh et al. 2020, section 4).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

KIND = "klangbild vae"
_COARSEST = 4  # cells a side where pictures become numbers
_GROUPS = 8


@dataclass(frozen=True, slots=True)
class VaeConfig:
    """The shape of the network; ``widths`` from 4 × 4 cells up to half of the side."""

    side: int = 64
    latent: int = 96
    widths: tuple[int, ...] = (112, 80, 56, 32)
    blocks: int = 1

    def __post_init__(self) -> None:
        sizes = (*self.widths, self.latent, self.blocks)
        if any(not 1 <= size <= 1024 for size in sizes) or not 2 <= len(self.widths) <= 6:
            raise ValueError("sizes out of bounds")
        if self.side != _COARSEST * 2 ** len(self.widths):
            raise ValueError("as many widths as halvings of the side down to 4")

    def to_json(self) -> str:
        """The configuration as it stands in a weight file's metadata."""
        return json.dumps({"vae": asdict(self)})

    @classmethod
    def from_json(cls, text: str) -> VaeConfig:
        """Read what ``to_json`` wrote; ValueError, KeyError or TypeError on anything else."""
        values = json.loads(text)["vae"]
        widths = tuple(int(width) for width in values["widths"])
        return cls(int(values["side"]), int(values["latent"]), widths, int(values["blocks"]))


class Vae(nn.Module):
    """Encodes pictures (B, 3, S, S) in [0, 1] into latents (B, L), and decodes them."""

    def __init__(self, config: VaeConfig | None = None) -> None:
        super().__init__()
        self.config = c = config or VaeConfig()
        cells = _COARSEST * _COARSEST
        fine = c.widths[::-1]
        self.enter = _convolution(12, fine[0])
        down: list[nn.Module] = []
        for width, wider in zip(fine, (*fine[1:], fine[-1]), strict=True):
            down += [Block(width) for _ in range(c.blocks)]
            if len(down) < (c.blocks + 1) * len(fine) - 1:
                down.append(_convolution(width, wider, 2))
        self.down = nn.Sequential(*down)
        self.seen = nn.Linear(fine[-1] * cells, 2 * c.latent)
        self.told = nn.Linear(c.latent, fine[-1] * cells)
        up: list[nn.Module] = []
        for width, narrower in zip(c.widths, (*c.widths[1:], c.widths[-1]), strict=True):
            up += [Block(width) for _ in range(c.blocks)]
            if len(up) < (c.blocks + 2) * len(fine) - 2:
                up += [_convolution(width, narrower), nn.Upsample(scale_factor=2, mode="nearest")]
        self.up = nn.Sequential(*up)
        self.evened = _norm(fine[0])
        self.leave = _convolution(fine[0], 12)
        with torch.no_grad():  # the four pixels of a fold start alike: no chequerboard
            last = self.leave.weight
            last.copy_(last[::4].repeat_interleave(4, 0) * 0.3)
            self.seen.weight.mul_(0.3)
        self.register_buffer("centre", torch.zeros(c.latent))
        self.register_buffer("spread", torch.eye(c.latent))

    centre: Tensor
    spread: Tensor

    def encode(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and log variance (B, L) of the network's own latents."""
        x = self.down(self.enter(F.pixel_unshuffle(pictures * 2 - 1, 2)))
        mean, log_variance = self.seen(F.silu(x).flatten(1)).chunk(2, 1)
        return mean, log_variance.clamp(-12.0, 4.0)

    def paint(self, own: Tensor) -> Tensor:
        """Pictures of the network's own latents, not yet clamped."""
        x = self.told(own).view(len(own), -1, _COARSEST, _COARSEST)
        x = F.silu(self.evened(self.up(x.contiguous(memory_format=torch.channels_last))))
        return F.pixel_shuffle(self.leave(x), 2) * 0.5 + 0.5

    def decode(self, latents: Tensor) -> Tensor:
        """Pictures (B, 3, S, S) in [0, 1] of latents (B, L)."""
        return self.paint(self.centre + latents @ self.spread).clamp(0, 1)

    def find(self, pictures: Tensor) -> Tensor:
        """The latents (B, L) of pictures: what ``decode`` takes."""
        away = self.encode(pictures)[0] - self.centre
        found: Tensor = torch.linalg.solve(self.spread, away, left=False)
        return found

    @property
    def parameter_count(self) -> int:
        """The number of trained values."""
        return sum(parameter.numel() for parameter in self.parameters())


class Block(nn.Module):
    """Two convolutions added to what enters."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first, self.second = _norm(width), _norm(width)
        self.one, self.other = _convolution(width, width), _convolution(width, width)
        nn.init.zeros_(self.other.weight)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) in and out."""
        inner = self.one(F.silu(self.first(x)))
        added: Tensor = x + self.other(F.silu(self.second(inner)))
        return added


def _norm(width: int) -> nn.GroupNorm:
    groups = next(n for n in range(min(_GROUPS, max(1, width // 4)), 0, -1) if width % n == 0)
    return nn.GroupNorm(groups, width)


def _convolution(channels: int, width: int, stride: int = 1) -> nn.Conv2d:
    layer = nn.Conv2d(channels, width, 3, stride, padding=1)
    nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    nn.init.zeros_(layer.bias)  # type: ignore[arg-type]
    return layer
