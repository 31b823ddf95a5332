"""The picture autoencoder: its shapes, its latents and its description."""

import pytest
import torch
from torch import nn

from studio.image.vae import Vae, VaeConfig
from studio.training.latent_fit import fitted

TINY = VaeConfig(32, 6, (8, 8, 6), 1)


def tiny() -> Vae:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        return Vae(TINY).eval().requires_grad_(False)


@pytest.mark.parametrize("config", [TINY, VaeConfig(16, 4, (8, 8)), VaeConfig(64, 5, (8,) * 4, 2)])
def test_latents_become_pictures_of_the_side(config: VaeConfig) -> None:
    network = Vae(config).eval().requires_grad_(False)
    pictures = network.decode(torch.randn(3, config.latent))
    assert pictures.shape == (3, 3, config.side, config.side)
    assert 0 <= float(pictures.min()) <= float(pictures.max()) <= 1
    mean, log_variance = network.encode(pictures)
    assert mean.shape == log_variance.shape == (3, config.latent)


def test_a_description_comes_back() -> None:
    assert VaeConfig.from_json(TINY.to_json()) == TINY


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"vae": {"side": 64}}', TINY.to_json().replace("32", "48"),
     TINY.to_json().replace("[8,", "[8000,").replace("[8, 8", "[8000, 8")],
)  # fmt: skip
def test_nonsense_is_no_description(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        VaeConfig.from_json(text)


def test_what_is_found_decodes_to_what_was_painted() -> None:
    network = tiny()
    own = torch.randn(200, 6) @ torch.randn(6, 6) + 3
    centre, spread = fitted(own, torch.full_like(own, 0.01))
    network.centre.copy_(centre)
    network.spread.copy_(spread)
    pictures = torch.rand(4, 3, 32, 32)

    mean, _ = network.encode(pictures)

    assert torch.allclose(
        network.decode(network.find(pictures)), network.paint(mean).clamp(0, 1), atol=1e-3
    )


def test_fitted_latents_have_mean_zero_and_deviation_one() -> None:
    random = torch.Generator().manual_seed(2)
    own = torch.randn(3000, 5, generator=random) @ torch.randn(5, 5, generator=random) - 2
    centre, spread = fitted(own, torch.zeros_like(own))

    latents = torch.linalg.solve(spread, own - centre, left=False)

    assert torch.allclose(latents.mean(0), torch.zeros(5), atol=1e-3)
    assert torch.allclose(torch.cov(latents.T), torch.eye(5), atol=1e-2)
    lengths = spread.norm(dim=1)
    assert (lengths[:-1] >= lengths[1:]).all()


def test_one_picture_more_changes_nothing_in_the_others() -> None:
    network = tiny()
    latents = torch.randn(3, 6)
    assert torch.allclose(network.decode(latents)[:1], network.decode(latents[:1]), atol=1e-5)
    assert network.parameter_count == sum(p.numel() for p in nn.Module.parameters(network))
