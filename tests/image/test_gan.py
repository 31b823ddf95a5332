"""The generator and the critic: their shapes and their description."""

import pytest
import torch

from studio.image.gan import Critic, GanConfig, Generator

TINY = GanConfig(16, 4, (8, 6), (6, 6))


def test_latents_become_pictures_and_pictures_verdicts() -> None:
    pictures = Generator(TINY).eval().requires_grad_(False).decode(torch.randn(5, 4))
    assert pictures.shape == (5, 3, 16, 16)
    assert 0 <= float(pictures.min()) <= float(pictures.max()) <= 1
    assert Critic(TINY)(pictures).shape == (5,)


def test_the_critic_sees_when_pictures_are_all_the_same() -> None:
    critic = Critic(TINY)
    with torch.no_grad():
        critic.last.weight[:, -1] = 1.0  # the channel that says how much they differ
        critic.verdict.weight.abs_()
    different = torch.rand(4, 3, 16, 16)
    same = different[:1].expand(4, -1, -1, -1)
    critic.requires_grad_(False)
    assert float(critic(different)[0]) > float(critic(same)[0])


def test_the_slope_of_the_critic_has_a_slope() -> None:
    critic = Critic(TINY)
    pictures = torch.rand(4, 3, 16, 16, requires_grad=True)
    slope = torch.autograd.grad(critic(pictures).sum(), pictures, create_graph=True)[0]
    slope.square().sum().backward()
    gradient = critic.enter.weight.grad
    assert gradient is not None
    assert gradient.isfinite().all()


def test_the_first_layer_is_what_the_rest_is_made_of() -> None:
    generator = Generator(TINY).eval()
    latents = torch.randn(2, 4)
    assert generator.first(latents).shape == (2, 8 * 16)


def test_a_description_comes_back_and_nonsense_does_not() -> None:
    assert GanConfig.from_json(TINY.to_json()) == TINY
    for text in ("", "{}", '{"gan": 3}', TINY.to_json().replace("16", "24")):
        with pytest.raises((ValueError, KeyError, TypeError)):
            GanConfig.from_json(text)
