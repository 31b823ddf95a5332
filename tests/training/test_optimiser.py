"""Muon for kernels and Adam for the rest, with a rate that warms up and fades."""

import torch
from torch import nn

from studio.training.optimiser import MuonAdam


def network(seed: int = 0) -> nn.Sequential:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Conv2d(4, 2, 3))


def train(one: nn.Module, optimiser: MuonAdam, first: int, last: int, total: int = 20) -> float:
    picture = torch.rand(1, 3, 8, 8, generator=torch.Generator().manual_seed(1))
    loss = torch.zeros(())
    for done in range(first, last):
        loss = (one(picture) - 0.5).square().mean()
        optimiser.step(loss, done, total)
    return float(loss.detach())


def test_the_loss_falls() -> None:
    one = network()
    optimiser = MuonAdam([one], 0.02, warm=1)

    first = train(one, optimiser, 0, 1)

    assert train(one, optimiser, 1, 20) < 0.5 * first


def test_kernels_in_another_order_in_memory_are_stepped_alike() -> None:
    one, other = network(), network().to(memory_format=torch.channels_last)

    train(one, MuonAdam([one], 0.02), 0, 3)
    train(other, MuonAdam([other], 0.02), 0, 3)

    pairs = zip(one.parameters(), other.parameters(), strict=True)
    assert all(torch.allclose(a, b, atol=0.02) for a, b in pairs)


def test_plain_kernels_are_left_to_adam() -> None:
    one = network()
    optimiser = MuonAdam([one], 0.02, plain=[one[0].weight])

    assert [p for p, _ in optimiser.matrices] == [one[2].weight]
    assert any(p is one[0].weight for p in optimiser.others)


def test_without_any_kernel_adam_does_it_alone() -> None:
    rows = nn.ParameterList([nn.Parameter(torch.ones(3))])
    optimiser = MuonAdam([rows], 0.1, warm=1)

    optimiser.step(rows[0].square().sum(), 0, 10)

    assert float(rows[0].detach().max()) < 1
    assert all(name.startswith("adam.") for name in optimiser.state())


def test_what_is_frozen_stays() -> None:
    one = network()
    one[0].requires_grad_(False)
    before = one[0].weight.clone()

    train(one, MuonAdam([one], 0.02), 0, 3)

    assert torch.equal(one[0].weight, before)


def test_the_rate_fades_to_nothing() -> None:
    one = network()
    optimiser = MuonAdam([one], 0.02, warm=1)
    train(one, optimiser, 0, 19)
    before = one[2].bias.detach().clone()

    train(one, optimiser, 20, 21)

    assert torch.equal(one[2].bias, before)


def test_it_goes_on_from_its_state_exactly() -> None:
    straight, broken = network(), network()
    whole = MuonAdam([straight], 0.02)
    train(straight, whole, 0, 6)
    first = MuonAdam([broken], 0.02)
    train(broken, first, 0, 3)
    state = {name: value.clone() for name, value in first.state().items()}

    again = MuonAdam([broken], 0.02)
    again.load(state)
    train(broken, again, 3, 6)

    pairs = zip(straight.parameters(), broken.parameters(), strict=True)
    assert all(torch.equal(a, b) for a, b in pairs)
