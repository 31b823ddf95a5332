"""The distances that Fine brings down: what they measure, and what leaves them unmoved."""

import pytest
import torch

from studio.image.losses import (
    content_distance,
    gram,
    guided_gram,
    relative_distance,
    structure,
    total_variation,
)


def features(seed: int = 0, size: tuple[int, int] = (6, 9)) -> torch.Tensor:
    return torch.rand(2, 5, *size, generator=torch.Generator().manual_seed(seed))


def test_gram_is_the_mean_of_products_over_places() -> None:
    x = features()

    expected = torch.zeros(2, 5, 5)
    for row in range(6):
        for column in range(9):
            at = x[:, :, row, column]
            expected += at[:, :, None] * at[:, None, :]
    assert torch.allclose(gram(x), expected / 54, atol=1e-6)


def test_gram_is_symmetric_and_knows_no_places() -> None:
    x = features()
    shuffled = x.flatten(2)[..., torch.arange(53, -1, -1)].reshape(x.shape)

    assert torch.allclose(gram(x), gram(x).transpose(1, 2))
    assert torch.allclose(gram(x), gram(shuffled), atol=1e-6)


def test_gram_does_not_depend_on_the_size() -> None:
    x = features()

    assert torch.allclose(gram(x), gram(x.repeat(1, 1, 2, 3)), atol=1e-6)


def test_gram_of_half_precision_is_whole() -> None:
    assert gram(features().bfloat16()).dtype == torch.float32


def test_a_guided_gram_is_that_of_features_times_the_root_of_the_guide() -> None:
    x = features()[:1]
    guides = torch.rand(3, 6, 9, generator=torch.Generator().manual_seed(4))
    found = guided_gram(x, guides)

    assert found.shape == (3, 5, 5)
    for one, guide in zip(found, guides, strict=True):
        assert torch.allclose(one, gram(x * guide.sqrt())[0], atol=1e-6)


def test_a_guide_of_ones_gives_the_gram_itself() -> None:
    x = features()[:1]

    assert torch.allclose(guided_gram(x, torch.ones(1, 6, 9)), gram(x), atol=1e-6)


def test_the_guided_grams_slope_is_the_true_one() -> None:
    x = features()[:1].requires_grad_()
    guides = torch.rand(2, 6, 9, generator=torch.Generator().manual_seed(4))
    pull = torch.rand(2, 5, 5, generator=torch.Generator().manual_seed(5))
    flat = x.flatten(2)[0]
    plain = torch.stack([(flat * g.flatten()) @ flat.T / 54 for g in guides])
    (expected,) = torch.autograd.grad((plain * pull).sum(), x)

    (found,) = torch.autograd.grad((guided_gram(x, guides) * pull).sum(), x)

    assert torch.allclose(found, expected, atol=1e-6)


def test_relative_distance_is_a_share_of_the_targets_energy() -> None:
    target = gram(features())

    assert torch.equal(relative_distance(target, target), torch.zeros(2))
    assert torch.allclose(relative_distance(target * 0, target), torch.ones(2))
    assert torch.allclose(relative_distance(target * 3, target), torch.full((2,), 2.0))


def test_relative_distance_to_nothing_is_finite() -> None:
    nothing = torch.zeros(1, 3, 3)

    assert float(relative_distance(nothing, nothing)) == 0.0
    assert bool(relative_distance(torch.ones(1, 3, 3), nothing).isfinite())


def test_structure_has_mean_0_and_deviation_1_in_each_channel() -> None:
    seen = structure(features(size=(30, 40)))

    assert torch.allclose(seen.mean((2, 3)), torch.zeros(2, 5), atol=1e-5)
    assert torch.allclose(seen.std((2, 3)), torch.ones(2, 5), atol=1e-2)


def test_content_does_not_mind_another_contrast() -> None:
    x = features(size=(30, 40))

    assert float(content_distance(x * 3 + 2, structure(x))) < 1e-6


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_content_of_something_unrelated_is_about_one(seed: int) -> None:
    x, other = features(size=(30, 40)), features(seed, (30, 40))

    assert float(content_distance(other, structure(x))) == pytest.approx(1.0, abs=0.1)


def test_total_variation_of_a_ramp_is_its_step_squared() -> None:
    ramp = (torch.arange(8.0) * 0.1).expand(1, 3, 5, 8)

    assert float(total_variation(ramp)) == pytest.approx(0.01)
    assert float(total_variation(ramp.transpose(2, 3))) == pytest.approx(0.01)
    assert float(total_variation(torch.full((1, 3, 4, 4), 0.3))) == 0.0


def test_the_gram_matrix_has_autograds_gradient() -> None:
    features = torch.rand(2, 3, 5, 4, dtype=torch.float32, requires_grad=True)
    slope = torch.rand(2, 3, 3)
    flat = features.flatten(2)
    plain = flat @ flat.transpose(1, 2) / flat.shape[2]

    (expected,) = torch.autograd.grad(plain, features, slope)
    (own,) = torch.autograd.grad(gram(features), features, slope)

    assert torch.allclose(own, expected, atol=1e-6)
