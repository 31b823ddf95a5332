"""The network that sees: VGG-shaped features of a picture at five depths.

One class serves the studio's own encoder, the teacher it learned from and VGG-19 (Simonyan &
Zisserman 2015): they differ in widths, weights and padding alone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from studio.errors import UnreadableFile

STYLE_TAPS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu5_1")
CONTENT_TAP = "relu4_2"
TAPS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1", "relu4_2", "relu5_1")
SMALLEST_SIDE = 32
"""Pictures below this many pixels a side have no fifth level."""

Features = dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class EncoderConfig:
    """The shape of an encoder: widths by stage; a stage halves the picture that enters it."""

    stages: tuple[tuple[int, ...], ...] = (
        (16, 24),
        (32, 40),
        (64, 80, 80, 80),
        (128, 128, 144, 144),
        (128,),
    )
    padding: str = "stage"
    """``stage``: mirror once, before a stage; ``layer``: mirror before every convolution."""
    mean: tuple[float, float, float] = (0.45, 0.45, 0.45)
    std: tuple[float, float, float] = (0.25, 0.25, 0.25)

    def __post_init__(self) -> None:
        if self.padding not in ("stage", "layer") or len(self.stages) != 5:
            raise ValueError(f"not an encoder: {self}")

    @property
    def layers(self) -> tuple[tuple[str, int], ...]:
        """Every convolution as (name, width): ``("1_1", 16), ("1_2", 24), …``."""
        return tuple(
            (f"{s}_{i}", width)
            for s, stage in enumerate(self.stages, start=1)
            for i, width in enumerate(stage, start=1)
        )

    def to_json(self) -> str:
        """The configuration as it stands in a weight file's metadata."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> EncoderConfig:
        """Read what ``to_json`` wrote; ValueError, KeyError or TypeError on anything else."""
        try:
            values = json.loads(text)
            stages = tuple(tuple(int(width) for width in stage) for stage in values["stages"])
            mean = tuple(float(v) for v in values["mean"])
            std = tuple(float(v) for v in values["std"])
        except (OverflowError, RecursionError) as problem:
            raise ValueError("numbers or nesting out of bounds") from problem
        if any(not 1 <= width <= 1024 for stage in stages for width in stage):
            raise ValueError("widths out of bounds")
        return cls(stages, str(values["padding"]), mean, std)  # type: ignore[arg-type]


VGG19 = EncoderConfig(
    ((64, 64), (128, 128), (256,) * 4, (512,) * 4, (512,)),
    "layer",
    (0.485, 0.456, 0.406),
    (0.229, 0.224, 0.225),
)


class Encoder(nn.Module):
    """Maps pictures (B, 3, H, W) in [0, 1] to rectified features at the asked taps."""

    def __init__(self, config: EncoderConfig | None = None) -> None:
        super().__init__()
        self.config = config or EncoderConfig()
        self.convolutions = nn.ModuleDict()
        channels = 3
        for name, width in self.config.layers:
            convolution = nn.Conv2d(channels, width, 3)
            nn.init.kaiming_normal_(convolution.weight, nonlinearity="relu")
            nn.init.zeros_(convolution.bias)  # type: ignore[arg-type]
            self.convolutions[name] = convolution
            channels = width
        # The picture enters through a 1x1 matrix: mean and deviation, or a teacher's own.
        std = torch.tensor(self.config.std)
        self.register_buffer("entry_weight", torch.diag(1 / std)[:, :, None, None])
        self.register_buffer("entry_bias", -torch.tensor(self.config.mean) / std)

    entry_weight: Tensor
    entry_bias: Tensor

    def forward(
        self,
        picture: Tensor,
        taps: Collection[str] = TAPS,
        forced: Mapping[str, Tensor] | None = None,
    ) -> Features:
        """Return features by tap name, ``relu3_1`` as (B, C, H/4, W/4) and so on.

        Computes no deeper than the deepest asked tap. ``forced`` replaces what flows on after a
        tap by the given features (teacher forcing in training).
        """
        features: Features = {}
        wanted = set(taps)
        x = F.conv2d(picture, self.entry_weight, self.entry_bias)
        for s, stage in enumerate(self.config.stages, start=1):
            if s > 1:
                x = F.max_pool2d(x, 2)
            if self.config.padding == "stage":
                x = mirror(x, len(stage))
            for i in range(1, len(stage) + 1):
                if self.config.padding == "layer":
                    x = mirror(x, 1)
                x = F.relu_(self.convolutions[f"{s}_{i}"](x))
                name = f"relu{s}_{i}"
                rim = len(stage) - i if self.config.padding == "stage" else 0
                if name in wanted:
                    features[name] = x[..., rim : x.shape[-2] - rim, rim : x.shape[-1] - rim]
                    wanted.remove(name)
                if forced is not None and name in forced:
                    x = mirror(forced[name], rim)
                if not wanted:
                    return features
        return features

    @property
    def parameter_count(self) -> int:
        """The number of trained values."""
        return sum(parameter.numel() for parameter in self.parameters())


def mirror(x: Tensor, rim: int) -> Tensor:
    """Pad (B, C, H, W) by ``rim`` mirrored cells on each side; repeats the edge where too small."""
    if rim == 0:
        return x
    mode = "reflect" if min(x.shape[-2:]) > rim else "replicate"
    return F.pad(x, (rim, rim, rim, rim), mode=mode)


def from_quarter_width(weights: Mapping[str, Tensor]) -> Encoder:
    """Build an encoder from a teacher file with the keys ``conv0``, ``conv11`` … ``conv51``.

    The widths are the file's. ``conv0`` is the 1x1 normalisation (Wang et al., CVPR 2020).
    """
    names = [["11", "12"], ["21", "22"], ["31", "32", "33", "34"], ["41", "42", "43", "44"], ["51"]]
    try:
        stages = tuple(tuple(weights[f"conv{n}.weight"].shape[0] for n in stage) for stage in names)
        encoder = Encoder(EncoderConfig(stages, "layer"))
        state = {"entry_weight": weights["conv0.weight"], "entry_bias": weights["conv0.bias"]}
        for name in (n for stage in names for n in stage):
            for kind in ("weight", "bias"):
                key = f"convolutions.{name[0]}_{name[1]}.{kind}"
                state[key] = weights[f"conv{name}.{kind}"]
        encoder.load_state_dict({key: value.float() for key, value in state.items()})
    except (KeyError, RuntimeError, IndexError, ValueError) as problem:
        raise UnreadableFile(
            "The teacher file does not hold the convolutions conv0, conv11 … conv51 of a VGG-19."
        ) from problem
    return encoder


def from_vgg19(weights: Mapping[str, Tensor]) -> Encoder:
    """Build VGG-19 up to relu5_1 from torchvision's state dict (``features.0.weight`` …)."""
    encoder = Encoder(VGG19)
    index, state = 0, {}
    for s, stage in enumerate(VGG19.stages, start=1):
        for i in range(1, len(stage) + 1):
            for kind in ("weight", "bias"):
                value = weights.get(f"features.{index}.{kind}")
                if value is None:
                    raise UnreadableFile(
                        "The file does not hold the layers of torchvision's VGG-19."
                    )
                state[f"convolutions.{s}_{i}.{kind}"] = value.float()
            index += 2
        index += 1
    try:
        encoder.load_state_dict(state, strict=False)
    except RuntimeError as problem:
        raise UnreadableFile("The layers in the file have not the shape of VGG-19's.") from problem
    return encoder
