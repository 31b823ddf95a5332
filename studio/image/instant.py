"""Instant: any style in one pass, from the moments of its features.

The photo's features at four depths are carried onto the style's mean and covariance by the map
between Gaussians that moves them least, as AdaIN (Huang & Belongie 2017) does with deviations alone
and WCT (Li et al. 2017) with whitening and colouring. One decoder then goes up through all four
depths: at each it adds the carried features of the photo, mixes, whitens what it has and colours it
with the style's covariance at that depth, so that every scale of the style's texture is met even
for a style that it never saw.

Every style, and the photo itself, is a set of affine maps; strength, a mixture of styles and a
brushed map of styles are all weighted sums of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.image.encoder import Features
from studio.image.moments import Affine, Moments, adain, inverse_root, monge, root

DEPTHS = ("relu4_1", "relu3_1", "relu2_1", "relu1_1")
"""The taps that the decoder passes, deepest first."""

Weights = Sequence[float] | Tensor
"""A weight for every style, or a map of weights (K, h, w) for a brushed picture."""


@dataclass(frozen=True, slots=True)
class InstantConfig:
    """The shape of the decoder."""

    widths: tuple[int, int, int, int] = (128, 64, 32, 16)
    """Channels at each depth: the encoder's own there."""
    deep: int = 2
    """Convolutions at the deepest level."""
    code: int = 64
    """Values in which a style is summed up for the modulation."""
    transform: str = "monge"
    """``monge``, or ``adain`` for moments at the deepest level alone."""

    def to_json(self) -> str:
        """The configuration as it stands in a weight file's metadata."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> InstantConfig:
        """Read what ``to_json`` wrote; ValueError, KeyError or TypeError on anything else."""
        values = json.loads(text)
        widths = tuple(int(w) for w in values["widths"])
        if len(widths) != 4 or any(not 1 <= w <= 1024 for w in widths):
            raise ValueError("widths out of bounds")
        deep, code = int(values["deep"]), int(values["code"])
        if not 1 <= deep <= 16 or not 1 <= code <= 4096:
            raise ValueError("sizes out of bounds")
        if values["transform"] not in ("monge", "adain"):
            raise ValueError("unknown transform")
        return cls(widths, deep, code, values["transform"])


@dataclass(frozen=True, slots=True, eq=False)
class PhotoSense:
    """What is kept of a photo: its features (B, C, H, W) at each depth, and their moments."""

    features: Features
    moments: Mapping[str, Moments]


@dataclass(frozen=True, slots=True, eq=False)
class StyleMaps:
    """A style as the decoder applies it to one photo."""

    carry: Mapping[str, Affine]
    colour: Mapping[str, Affine]
    """From white features to the style's."""
    scale: Mapping[str, Tensor]
    shift: Mapping[str, Tensor]

    def carried(self, tap: str) -> Affine:
        """From the photo's features to the style's, modulated."""
        return self.carry[tap].modulated(self.scale[tap], self.shift[tap])

    def coloured(self, tap: str) -> Affine:
        """From white features to the style's, modulated."""
        return self.colour[tap].modulated(self.scale[tap], self.shift[tap])


Whitening = dict[str, Affine]
"""The decoder's own whitening at each depth: taken from one picture, it can serve its tiles."""


class Instant(nn.Module):
    """Decodes a photo's features in a mixture of styles."""

    def __init__(self, config: InstantConfig | None = None) -> None:
        super().__init__()
        self.config = config or InstantConfig()
        widths = self.config.widths
        self.deep = nn.ModuleList(
            _convolution(widths[0], widths[0]) for _ in range(self.config.deep)
        )
        self.merge = nn.ModuleList(_convolution(w, w) for w in widths[1:])
        self.up = nn.ModuleList(
            _convolution(a, b) for a, b in zip(widths, (*widths[1:], 3), strict=True)
        )
        described = 2 * sum(widths)
        self.code = nn.Linear(described, self.config.code)
        self.modulation = nn.ModuleList(nn.Linear(self.config.code, 2 * w) for w in widths)
        for layer in self.modulation:
            nn.init.zeros_(layer.weight)  # type: ignore[arg-type]
            nn.init.zeros_(layer.bias)  # type: ignore[arg-type]
        self.gate = nn.ParameterList(torch.zeros(w) for w in widths[1:])
        self.gate_slope = nn.ParameterList(torch.full((w,), -3.0) for w in widths[1:])

    def sense(self, features: Features) -> PhotoSense:
        """Measure a photo's features at the four depths."""
        return PhotoSense(features, {tap: Moments.of(x) for tap, x in features.items()})

    def prepare(self, photo: PhotoSense, style: Mapping[str, Moments]) -> StyleMaps:
        """The maps that bring this photo into the style of those moments at each depth."""
        plain = self.config.transform == "adain"
        match = adain if plain else monge
        carry, colour, scale, shift = {}, {}, {}, {}
        code = self._code(style)
        for depth, tap in enumerate(DEPTHS):
            if depth and plain:
                continue
            own, target = photo.moments[tap], style[tap]
            found = match(own, target)
            if depth:
                gate = self._gate(depth - 1, own, target)
                found = Affine(gate[:, :, None] * found.matrix, gate * found.offset)
                colour[tap] = Affine(root(target.covariance), target.mean)
            carry[tap] = found
            both = self.modulation[depth](code)
            scale[tap], shift[tap] = both.chunk(2, 1)
        return StyleMaps(carry, colour, scale, shift)

    def _code(self, style: Mapping[str, Moments]) -> Tensor:
        described = []
        for tap in DEPTHS:
            deviation = style[tap].covariance.diagonal(dim1=1, dim2=2).clamp_min(0).sqrt()
            size = deviation.mean(1, keepdim=True) + 1e-6
            described += [style[tap].mean / size, deviation / size]
        return F.relu(self.code(torch.cat(described, 1)))

    def _gate(self, index: int, own: Moments, target: Moments) -> Tensor:
        """How much of the photo's features goes on: less where the style is far from the photo."""
        energy = torch.linalg.vector_norm(target.gram, dim=(1, 2)) + 1e-8
        far = torch.linalg.vector_norm(own.gram - target.gram, dim=(1, 2)) / energy
        slope = self.gate_slope[index] * far.clamp(max=1.5)[:, None]
        return 2 * torch.sigmoid(self.gate[index] + slope)

    def forward(
        self,
        photo: PhotoSense,
        styles: Sequence[StyleMaps],
        weights: Weights = (1.0,),
        whitening: Whitening | None = None,
    ) -> Tensor:
        """Paint (B, 3, H, W), not yet held within [0, 1].

        ``whitening``, where it is empty, is filled with what this picture gave; filled, it is
        applied instead of being measured.
        """
        tap = DEPTHS[0]
        x = _mix(photo.features[tap], [s.carried(tap) for s in styles], weights)
        for layer in self.deep:
            x = F.leaky_relu_(layer(x), 0.2)
        for depth, tap in enumerate(DEPTHS[1:]):
            x = F.leaky_relu_(self.up[depth](x), 0.2)
            x = F.interpolate(x, photo.features[tap].shape[-2:], mode="bilinear")
            if self.config.transform == "adain":
                x = F.leaky_relu_(self.merge[depth](x), 0.2)
                continue
            x = x + _mix(photo.features[tap], [s.carry[tap] for s in styles], weights)
            x = self.merge[depth](x)
            white = self._white(x, tap, whitening)
            x = _mix(x, [s.coloured(tap).after(white) for s in styles], weights)
            x = F.leaky_relu_(x, 0.2)
        painted: Tensor = self.up[-1](x) * 0.25 + 0.5
        return painted

    def _white(self, x: Tensor, tap: str, whitening: Whitening | None) -> Affine:
        """The map that makes the features white: measured here, or given."""
        if whitening and tap in whitening:
            return whitening[tap]
        own = Moments.of(x)
        matrix = inverse_root(own.covariance)
        found = Affine(matrix, -(matrix @ own.mean[..., None])[..., 0])
        if whitening is not None:
            whitening[tap] = found
        return found

    @property
    def last(self) -> Tensor:
        """The kernel that makes colours of features."""
        return self.up[-1].get_parameter("weight")

    @property
    def parameter_count(self) -> int:
        """The number of trained values."""
        return sum(parameter.numel() for parameter in self.parameters())


def _mix(x: Tensor, maps: Sequence[Affine], weights: Weights) -> Tensor:
    if isinstance(weights, Tensor):
        shares = _resized(weights, x)
        return torch.stack([m(x) * w for m, w in zip(maps, shares, strict=True)]).sum(0)
    matrix = torch.stack([m.matrix * w for m, w in zip(maps, weights, strict=True)]).sum(0)
    offset = torch.stack([m.offset * w for m, w in zip(maps, weights, strict=True)]).sum(0)
    return Affine(matrix, offset)(x)


def _resized(weights: Tensor, like: Tensor) -> list[Tensor]:
    maps = F.interpolate(weights[None], size=like.shape[-2:], mode="bilinear", antialias=True)
    return list(maps[0, :, None, None])


def _convolution(channels: int, width: int) -> nn.Conv2d:
    layer = nn.Conv2d(channels, width, 3, padding=1, padding_mode="reflect")
    nn.init.kaiming_normal_(layer.weight, a=0.2)
    nn.init.zeros_(layer.bias)  # type: ignore[arg-type]
    return layer
