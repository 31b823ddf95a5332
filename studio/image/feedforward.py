"""Fast: one feed-forward network for many styles, each an embedding that blends with the others.

Johnson et al. 2016 with the conditional instance normalisation of Dumoulin et al. 2017: all styles
share the convolutions, and a style is the scale and shift after each normalisation. Departures, for
speed on a processor: the picture enters and leaves folded into channels (Shi et al. 2016), the
residual blocks work at an eighth of the size, and the photo joins again at half size. Embedding 0
is the photo itself: strength goes from it towards the style.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.image.moments import as_places

PHOTO = 0
"""The row of the embedding that leaves the photo as it is."""
EMBEDDINGS = "embeddings"
"""The tensor of all rows in a weight file, beside the network's own."""


@dataclass(frozen=True, slots=True)
class FastConfig:
    """The shape of the network: widths at a quarter, an eighth and a half of the size."""

    quarter: int = 48
    eighth: int = 96
    half: int = 24
    blocks: int = 4

    def to_json(self) -> str:
        """The configuration as it stands in a weight file's metadata."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> FastConfig:
        """Read what ``to_json`` wrote; ValueError, KeyError or TypeError on anything else."""
        values = json.loads(text)
        sizes = [int(values[name]) for name in ("quarter", "eighth", "half", "blocks")]
        if any(not 1 <= size <= 1024 for size in sizes):
            raise ValueError("sizes out of bounds")
        return cls(*sizes)

    @property
    def layers(self) -> tuple[tuple[str, int], ...]:
        """Every normalised convolution as (name, width), in order."""
        blocks = tuple((f"{part}{i}", self.eighth) for i in range(self.blocks) for part in "ab")
        return (
            ("enter", self.quarter),
            ("down", self.eighth),
            *blocks,
            ("up4", self.quarter),
            ("mix4", self.quarter),
            ("up2", self.half),
            ("mix2", self.half),
        )

    @property
    def embedding(self) -> int:
        """Values in the embedding of one style: a scale and a shift for every channel."""
        return 2 * sum(width for _, width in self.layers)


Normal = tuple[Tensor, Tensor]
"""Mean and deviation (B, C, 1, 1) of a layer's output."""
Statistics = dict[str, Normal]
"""The normalisation at each layer: taken from one picture, it can serve its tiles."""


class Fast(nn.Module):
    """Paints pictures (B, 3, H, W) in [0, 1] in the styles that its embeddings say."""

    def __init__(self, config: FastConfig | None = None) -> None:
        super().__init__()
        self.config = c = config or FastConfig()
        entering = {
            "enter": 48,
            "down": c.quarter,
            "up4": c.eighth,
            "mix4": c.quarter,
            "up2": c.quarter,
            "mix2": c.half + 12,
        }
        self.convolutions = nn.ModuleDict(
            {
                name: _convolution(entering.get(name, c.eighth), width, 2 if name == "down" else 1)
                for name, width in c.layers
            }
        )
        self.leave = _convolution(c.half, 12)
        with torch.no_grad():  # the four pixels of a fold start alike: no chequerboard
            first = self.leave.weight[::4].clone() * 0.5
            self.leave.weight.copy_(first.repeat_interleave(4, 0))

    def forward(
        self,
        picture: Tensor,
        embedding: Sequence[Tensor],
        weights: Sequence[float] | Tensor = (1.0,),
        statistics: Statistics | None = None,
    ) -> Tensor:
        """Paint with a weighted sum of embeddings, each (B, E) or (E,); result not yet clamped.

        ``weights`` is one for each embedding, or a map (K, h, w). Height and width must be
        multiples of 8. ``statistics``, where empty, are filled with what this picture gave;
        filled, they are applied instead of being measured.
        """
        run = _Pass(self, embedding, weights, statistics)
        quarter = run(F.pixel_unshuffle(picture - 0.5, 4), "enter")
        x = run(quarter, "down")
        for i in range(self.config.blocks):
            x = x + run(run(x, f"a{i}"), f"b{i}", rectified=False)
        x = run(F.interpolate(x, scale_factor=2.0, mode="bilinear"), "up4") + quarter
        x = run(x, "mix4")
        x = run(F.interpolate(x, scale_factor=2.0, mode="bilinear"), "up2")
        x = run(torch.cat([x, F.pixel_unshuffle(picture - 0.5, 2)], 1), "mix2")
        painted: Tensor = F.pixel_shuffle(self.leave(x), 2) * 0.25 + 0.5
        return painted

    @property
    def parameter_count(self) -> int:
        """The number of trained values, without the embeddings."""
        return sum(parameter.numel() for parameter in self.parameters())


class _Pass:
    """One picture on its way: convolve, normalise, scale and shift by the styles."""

    def __init__(
        self,
        network: Fast,
        embedding: Sequence[Tensor],
        weights: Sequence[float] | Tensor,
        statistics: Statistics | None,
    ) -> None:
        self.network, self.statistics = network, statistics
        rows = [row[None] if row.dim() == 1 else row for row in embedding]
        self.maps = weights if isinstance(weights, Tensor) else None
        if not isinstance(weights, Tensor):
            rows = [torch.stack([r * w for r, w in zip(rows, weights, strict=True)]).sum(0)]
        widths = [width for _, width in network.config.layers]
        self.parts = {
            name: [row.split([2 * w for w in widths], 1)[i] for row in rows]
            for i, (name, _) in enumerate(network.config.layers)
        }

    def __call__(self, x: Tensor, name: str, *, rectified: bool = True) -> Tensor:
        x = self.network.convolutions[name](x)
        mean, deviation = self._normal(x, name)
        scale, shift = self._scale_and_shift(x, name)
        factor = scale / deviation
        x = torch.addcmul(shift - mean * factor, x, factor)
        return F.relu_(x) if rectified else x

    def _normal(self, x: Tensor, name: str) -> Normal:
        if self.statistics and name in self.statistics:
            return self.statistics[name]
        found = moments(x)
        if self.statistics is not None:
            self.statistics[name] = found
        return found

    def _scale_and_shift(self, x: Tensor, name: str) -> tuple[Tensor, Tensor]:
        both = [part[:, :, None, None] for part in self.parts[name]]
        if self.maps is None:
            scale, shift = both[0].chunk(2, 1)
            return scale, shift
        maps = F.interpolate(self.maps[None], x.shape[-2:], mode="bilinear", antialias=True)[0]
        whole = torch.stack([b * m for b, m in zip(both, maps, strict=True)]).sum(0)
        scale, shift = whole.chunk(2, 1)
        return scale, shift


def moments(x: Tensor) -> Normal:
    """Mean and deviation of each channel of (B, C, H, W), as (B, C, 1, 1)."""
    places = as_places(x)
    mean = places.mean(1)
    variance = places.square().mean(1) - mean.square()
    deviation = (variance.clamp_min(0) + 1e-4).sqrt()
    return mean[:, :, None, None], deviation[:, :, None, None]


def fresh_embeddings(config: FastConfig, count: int) -> Tensor:
    """Embeddings (count, E) to begin with: scale 1, shift 0; half at a block's end."""
    parts = []
    for name, width in config.layers:
        gain = 0.5 if name.startswith("b") else 1.0
        parts += [torch.full((count, width), gain), torch.zeros(count, width)]
    return torch.cat(parts, 1)


def _convolution(channels: int, width: int, stride: int = 1) -> nn.Conv2d:
    layer = nn.Conv2d(channels, width, 3, stride, padding=1, padding_mode="reflect")
    nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
    nn.init.zeros_(layer.bias)  # type: ignore[arg-type]
    return layer
