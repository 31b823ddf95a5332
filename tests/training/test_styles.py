"""Styles measured from pictures at the sizes that pictures are painted at."""

import torch

from studio.image.encoder import STYLE_TAPS
from studio.training.styles import StyleSet, batch, measure_styles
from tests.image.tiny import tiny_encoder
from tests.training.tiny_runs import ended, photos, styles


def test_a_small_picture_is_measured_once() -> None:
    assert len(styles().styles) == 3


def test_moments_are_those_of_the_features() -> None:
    one = styles().styles[0]
    moments = batch([one])

    for tap in STYLE_TAPS:
        assert torch.allclose(moments[tap].gram[0], one.grams[tap].float(), atol=1e-3)
        assert torch.allclose(moments[tap].mean[0], one.means[tap].float())


def test_the_same_seed_draws_the_same_styles() -> None:
    def draw(seed: int) -> torch.Tensor:
        return styles().draw(8, torch.Generator().manual_seed(seed))["relu2_1"].mean

    assert torch.equal(draw(1), draw(1))
    assert not torch.equal(draw(1), draw(2))


def test_measuring_tells_how_far_it_is() -> None:
    found, told = ended(measure_styles(photos(), tiny_encoder()))

    assert isinstance(found, StyleSet)
    assert told == [(0, 3)]
