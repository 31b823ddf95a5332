"""Searching for a picture: what comes back is nearer with each step, and never farther."""

from itertools import pairwise

import torch
from torch import Tensor

from studio.image.gan import GanConfig, Generator
from studio.image.inversion import InversionPlan, invert
from tests.image.tiny import tiny_encoder
from tests.training.tiny_runs import ended

SHAPE = GanConfig(32, 6, (8, 8, 8), (6, 6, 6))


def generator() -> Generator:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(3)
        return Generator(SHAPE).eval().requires_grad_(False)


def picture_of(network: Generator, seed: int) -> Tensor:
    return network.decode(torch.randn(1, 6, generator=torch.Generator().manual_seed(seed)))


def test_the_search_comes_nearer_and_never_goes_back() -> None:
    network = generator()
    plan = InversionPlan(steps=30, first=16, likely=0.0)

    found, steps = ended(invert(network, picture_of(network, 1), 6, plan, encoder=tiny_encoder()))

    distances = [step.distance for step in steps]
    assert all(later <= sooner for sooner, later in pairwise(distances))
    assert found.distance < 0.5 * distances[1]
    assert [step.done for step in steps] == list(range(1, 33))
    assert all(step.total == 32 for step in steps)


def test_what_is_told_belongs_together() -> None:
    network = generator()
    found, _ = ended(invert(network, picture_of(network, 2), 6, InversionPlan(steps=5, first=8)))
    assert torch.allclose(network.decode(found.latent[None]), found.picture, atol=1e-5)


def test_it_goes_on_from_where_it_is_told_and_a_seed_means_the_same() -> None:
    network = generator()
    target = picture_of(network, 1)
    start = torch.randn(6, generator=torch.Generator().manual_seed(1))
    found, steps = ended(invert(network, target, 6, InversionPlan(steps=2), start=start))
    assert len(steps) == 2
    assert found.distance < 1e-8
    plan = InversionPlan(steps=3, first=8, seed=4)
    one, other = (ended(invert(network, target, 6, plan))[0] for _ in range(2))
    assert torch.equal(one.latent, other.latent)
