"""How fast Instant and Fast paint, beside the published networks they stand in for.

The peers have the published shapes and random weights, which is all that speed depends on: AdaIN
(Huang & Belongie 2017) on VGG-19 to relu4_1 with its mirrored decoder, and the image transformation
network of Johnson et al. 2016.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from studio.jobs import Step, Work

if TYPE_CHECKING:
    from torch import Tensor, nn

    from studio.image.one_pass import Painter

_WARM, _COUNTED, _PEER = 2, 9, 3


def seconds_one_pass() -> Work[dict[str, float]]:
    """Median seconds, photo in to picture out, by name; a step between the repetitions."""
    import torch

    from studio import registry
    from studio.device import choose
    from studio.image.style_card import list_cards
    from studio.tasks.style_one_pass import make_brushes
    from studio.tasks.style_request import StyleChoice, StyleRequest

    device = choose()
    known = registry.fast(device.device).embeddings
    card = next(card.id for card in list_cards() if card.id in known)
    random = torch.Generator().manual_seed(0)
    found: dict[str, float] = {}
    for name, engine, size in (
        ("Instant, 512 × 512", "instant", (512, 512)),
        ("Instant, 256 × 256", "instant", (256, 256)),
        ("Fast, 1280 × 720", "fast", (720, 1280)),
    ):
        request = StyleRequest(engine=engine, styles=(StyleChoice(card),))
        brushes = yield from make_brushes(request, size, device)
        photo = torch.rand(1, 3, *size, generator=random).to(device.device)

        def paint(painter: Painter = brushes.painter, photo: Tensor = photo) -> None:
            painter.begin(photo)
            float(painter.whole((0.0, 1.0)).mean())

        found[name] = yield from _median(paint, name, _COUNTED)
    peers = (
        ("AdaIN on VGG-19, 512 × 512", _adain(), (512, 512)),
        ("Johnson's network, 1280 × 720", _johnson(), (720, 1280)),
    )
    for name, network, size in peers:
        network = network.to(device.device)
        photo = torch.rand(1, 3, *size, generator=random).to(device.device)

        @torch.no_grad()
        def paint_peer(network: nn.Module = network, photo: Tensor = photo) -> None:
            float(network(photo).mean())

        found[name] = yield from _median(paint_peer, name, _PEER)
    return found


def _median(call: Callable[[], None], name: str, count: int) -> Work[float]:
    seconds = []
    for turn in range(_WARM + count):
        began = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - began)
        yield Step(turn + 1, _WARM + count, name)
    return statistics.median(seconds[_WARM:])


def _adain() -> nn.Module:
    """VGG-19 to relu4_1, moments, and the decoder, as published (one style, measured before)."""
    from torch import nn

    down: list[int | str] = [3, 64, 64, "pool", 128, 128, "pool", 256, 256, 256, 256, "pool", 512]
    up: list[int | str] = [512, 256, "up", 256, 256, 256, 128, "up", 128, 64, "up", 64, 3]
    return nn.Sequential(*_layers(down), nn.InstanceNorm2d(512), *_layers(up)[:-1]).eval()


def _layers(plan: list[int | str]) -> list[nn.Module]:
    from torch import nn

    layers: list[nn.Module] = []
    channels = int(plan[0])
    for entry in plan[1:]:
        if entry == "pool":
            layers.append(nn.MaxPool2d(2))
        elif entry == "up":
            layers.append(nn.Upsample(scale_factor=2))
        else:
            layers += [nn.ReflectionPad2d(1), nn.Conv2d(channels, int(entry), 3), nn.ReLU()]
            channels = int(entry)
    return layers


def _johnson() -> nn.Module:
    """The network of Johnson et al. 2016 with instance normalisation, as published."""
    from torch import nn

    def layer(a: int, b: int, kernel: int, stride: int = 1) -> list[nn.Module]:
        return [
            nn.ReflectionPad2d(kernel // 2),
            nn.Conv2d(a, b, kernel, stride),
            nn.InstanceNorm2d(b, affine=True),
            nn.ReLU(),
        ]

    up = nn.Upsample(scale_factor=2)
    blocks = [layer(128, 128, 3) for _ in range(10)]
    return nn.Sequential(
        *layer(3, 32, 9),
        *layer(32, 64, 3, 2),
        *layer(64, 128, 3, 2),
        *(part for block in blocks for part in block),
        up,
        *layer(128, 64, 3),
        up,
        *layer(64, 32, 3),
        nn.ReflectionPad2d(4),
        nn.Conv2d(32, 3, 9),
    ).eval()
