"""Instant's decoder: any style's maps on a photo, mixed by numbers or by maps of weights."""

import json
from dataclasses import replace

import pytest
import torch
from torch import Tensor

from studio.image.encoder import STYLE_TAPS
from studio.image.instant import DEPTHS, Instant, InstantConfig, PhotoSense, StyleMaps, Whitening
from studio.image.moments import Moments
from tests.image.tiny import picture, tiny_encoder

CONFIG = InstantConfig(widths=(8, 8, 6, 4), deep=1, code=4)


def network(transform: str = "monge") -> Instant:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(2)
        return Instant(replace(CONFIG, transform=transform)).eval().requires_grad_(False)


def sensed(one: Instant, height: int = 48, width: int = 64) -> PhotoSense:
    return one.sense(tiny_encoder()(picture(height, width), DEPTHS))


def moments(seed: int) -> dict[str, Moments]:
    seen = tiny_encoder()(picture(80, 80, seed), STYLE_TAPS)
    return {tap: Moments.of(x) for tap, x in seen.items()}


def prepared(one: Instant, sense: PhotoSense) -> list[StyleMaps]:
    return [one.prepare(sense, moments(seed)) for seed in (5, 6)]


@pytest.mark.parametrize("transform", ["monge", "adain"])
@pytest.mark.parametrize("size", [(48, 64), (33, 47)])
def test_a_picture_keeps_its_size(transform: str, size: tuple[int, int]) -> None:
    one = network(transform)
    sense = sensed(one, *size)

    painted = one(sense, [one.prepare(sense, moments(5))])

    assert painted.shape == (1, 3, *size)
    assert bool(painted.isfinite().all())


@pytest.mark.parametrize("transform", ["monge", "adain"])
def test_numbers_are_constant_maps(transform: str) -> None:
    one = network(transform)
    sense = sensed(one)
    maps = prepared(one, sense)
    weights = (0.3, 0.7)

    numbers = one(sense, maps, weights)
    constant = torch.tensor(weights)[:, None, None].expand(2, 6, 8)

    assert torch.allclose(one(sense, maps, constant), numbers, atol=1e-3)


def test_one_style_twice_is_that_style() -> None:
    one = network()
    sense = sensed(one)
    style = one.prepare(sense, moments(5))

    assert torch.allclose(one(sense, [style, style], (0.4, 0.6)), one(sense, [style]), atol=1e-4)


def test_a_mixture_is_neither_of_its_styles() -> None:
    one = network()
    sense = sensed(one)
    maps = prepared(one, sense)
    first, both, second = (one(sense, maps, w) for w in ((1.0, 0.0), (0.5, 0.5), (0.0, 1.0)))

    assert not torch.allclose(first, both, atol=1e-3)
    assert not torch.allclose(second, both, atol=1e-3)


def test_whitening_is_kept_and_applied_again() -> None:
    one = network()
    sense = sensed(one)
    maps = prepared(one, sense)
    kept: Whitening = {}

    whole = one(sense, maps, (0.5, 0.5), kept)

    assert set(kept) == set(DEPTHS[1:])
    assert torch.equal(one(sense, maps, (0.5, 0.5), kept), whole)


def test_the_configuration_comes_back() -> None:
    assert InstantConfig.from_json(CONFIG.to_json()) == CONFIG


@pytest.mark.parametrize(
    "changes",
    [
        {"widths": [1, 2, 3]},
        {"widths": [0, 8, 8, 8]},
        {"deep": 99},
        {"code": 0},
        {"transform": "x"},
    ],
)
def test_an_odd_configuration_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"bounds|unknown"):
        InstantConfig.from_json(json.dumps(json.loads(CONFIG.to_json()) | changes))


def test_gradients_reach_every_weight_that_is_used() -> None:
    one = network().requires_grad_(True)
    sense = sensed(one)
    painted: Tensor = one(sense, prepared(one, sense), (0.5, 0.5))

    painted.square().mean().backward()

    assert all(p.grad is not None and p.grad.isfinite().all() for p in one.parameters())
