"""Keeping a photo's colours: three ways, by any amount."""

import pytest
import torch

from studio.image.colour import METHODS, keep_colours
from tests.image.tiny import picture

PAINTED, PHOTO = picture(40, 50, seed=1), picture(40, 50, seed=2)


@pytest.mark.parametrize("method", METHODS)
def test_nothing_is_kept_at_zero(method: str) -> None:
    assert keep_colours(PAINTED, PHOTO, 0.0, method) is PAINTED


@pytest.mark.parametrize("method", METHODS)
def test_half_lies_between(method: str) -> None:
    whole = keep_colours(PAINTED, PHOTO, 1.0, method)
    half = keep_colours(PAINTED, PHOTO, 0.5, method)

    assert torch.allclose(half, (PAINTED + whole) / 2, atol=1e-6)
    assert float(whole.min()) >= 0
    assert float(whole.max()) <= 1


def test_luminance_keeps_the_paintings_light_and_the_photos_hue() -> None:
    kept = keep_colours(PAINTED, PHOTO, 1.0, "luminance")
    luma = torch.tensor([0.2126, 0.7152, 0.0722])[None, :, None, None]

    assert torch.allclose((kept * luma).sum(1), (PAINTED * luma).sum(1), atol=1e-4)
    chroma = kept - (kept * luma).sum(1, keepdim=True)
    wanted = PHOTO - (PHOTO * luma).sum(1, keepdim=True)
    assert float((chroma * wanted).sum(1).min()) > -1e-6


def test_linear_gives_the_photos_mean_and_covariance() -> None:
    kept = keep_colours(PAINTED * 0.5 + 0.25, PHOTO * 0.5 + 0.25, 1.0, "linear").flatten(2)[0]
    wanted = (PHOTO * 0.5 + 0.25).flatten(2)[0]

    assert torch.allclose(kept.mean(1), wanted.mean(1), atol=2e-3)
    assert torch.allclose(torch.cov(kept), torch.cov(wanted), atol=2e-3)


def test_histogram_gives_the_photos_quantiles() -> None:
    kept = keep_colours(PAINTED, PHOTO, 1.0, "histogram").flatten(2)[0]
    wanted = PHOTO.flatten(2)[0]

    for channel in range(3):
        have, want = kept[channel].sort().values, wanted[channel].sort().values
        assert float((have - want).abs().mean()) < 0.03


@pytest.mark.parametrize("method", METHODS)
def test_grey_and_flat_pictures_pass(method: str) -> None:
    grey = torch.full((1, 3, 20, 20), 0.5)

    assert bool(keep_colours(grey, PHOTO[..., :20, :20], 1.0, method).isfinite().all())
    assert bool(keep_colours(PAINTED[..., :20, :20], grey, 1.0, method).isfinite().all())


def test_an_unknown_method_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="no such method"):
        keep_colours(PAINTED, PHOTO, 1.0, "magic")
