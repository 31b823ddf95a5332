"""The pyramid adds up, and its gradient is the sum's at every level."""

import torch

from studio.image.pyramid import collapse, empty_levels, spread
from tests.image.tiny import picture


def test_empty_levels_leave_the_picture_as_it_is() -> None:
    paint = picture(37, 50)

    levels = [paint, *empty_levels(paint, 4)]

    assert [tuple(level.shape[-2:]) for level in levels] == [(37, 50), (19, 25), (10, 13), (5, 7)]
    assert torch.equal(collapse(levels), paint)


def test_one_level_is_a_copy() -> None:
    paint = picture(8, 8)
    total = collapse([paint])
    total += 1

    assert not torch.equal(total, paint)


def test_the_gradient_at_every_level_is_autograds() -> None:
    levels = [picture(20, 24), *(torch.rand_like(x) for x in empty_levels(picture(20, 24), 3))]
    slope = torch.rand(1, 3, 20, 24)
    live = [level.clone().requires_grad_() for level in levels]

    expected = torch.autograd.grad(collapse(live), live, slope)

    for own, wanted in zip(spread(slope, levels), expected, strict=True):
        assert torch.allclose(own, wanted, atol=1e-5)
