"""Painters set on a whole picture paint its parts alike."""

import pytest
import torch

from studio.image.encoder import STYLE_TAPS
from studio.image.moments import Moments
from studio.image.one_pass import FastPainter, InstantPainter, Painter
from studio.image.one_pass_plan import MARGIN
from tests.image import test_feedforward, test_instant
from tests.image.tiny import picture, tiny_encoder


def painter(kind: str) -> Painter:
    if kind == "fast":
        return FastPainter(test_feedforward.network(), test_feedforward.rows(2))
    seen = tiny_encoder()(picture(96, 96, 5), STYLE_TAPS)
    style = {tap: Moments.of(x) for tap, x in seen.items()}
    return InstantPainter(test_instant.network(kind), tiny_encoder(), [style])


KINDS = pytest.mark.parametrize("kind", ["monge", "adain", "fast"])


@KINDS
def test_a_part_is_the_whole_inside(kind: str) -> None:
    photo = picture(256, 320)
    one = painter(kind)
    one.begin(photo)

    whole = one.whole((0.2, 0.8))
    part = one.part(photo[..., :, 64:320], (0.2, 0.8))

    difference = (whole[..., 64 + MARGIN :] - part[..., MARGIN:]).abs()
    assert float(difference.mean()) < 2 / 255


@KINDS
def test_what_is_painted_is_held_within_bounds(kind: str) -> None:
    photo = picture(61, 83)
    one = painter(kind)
    one.begin(photo)

    painted = one.whole((-0.3, 1.3))

    assert painted.shape == photo.shape
    assert float(painted.min()) >= 0
    assert float(painted.max()) <= 1


@KINDS
def test_a_map_of_one_weight_is_that_weight(kind: str) -> None:
    photo = picture(64, 96)
    one = painter(kind)
    one.begin(photo)

    numbers = one.whole((0.5, 0.5))
    maps = one.whole(torch.full((2, 8, 12), 0.5))

    assert torch.allclose(numbers, maps, atol=2e-3)


@KINDS
def test_another_mixture_is_normalised_anew(kind: str) -> None:
    photo = picture(64, 96)
    one, fresh = painter(kind), painter(kind)
    one.begin(photo)
    one.whole((1.0, 0.0))
    fresh.begin(photo)

    assert torch.equal(one.whole((0.0, 1.0)), fresh.whole((0.0, 1.0)))
