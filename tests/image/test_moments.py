"""Means and covariances, and the maps that carry one pair onto another."""

import pytest
import torch
from torch import Tensor

from studio.image import moments as module
from studio.image.moments import Affine, Moments, adain, inverse_root, monge, root


def features(seed: int, channels: int = 6) -> Tensor:
    """Correlated features (2, C, 12, 14) with means of their own."""
    random = torch.Generator().manual_seed(seed)
    mix = torch.randn(channels, channels, generator=random)
    plain = torch.randn(2, channels, 12, 14, generator=random)
    return (
        torch.einsum("ck,bkhw->bchw", mix, plain)
        + torch.randn(channels, generator=random)[:, None, None]
    )


def test_moments_are_mean_and_covariance() -> None:
    x = features(0)
    found = Moments.of(x)

    flat = x[1].flatten(1)
    assert torch.allclose(found.mean[1], flat.mean(1), atol=1e-5)
    assert torch.allclose(found.covariance[1], torch.cov(flat, correction=0), atol=1e-4)


def test_a_gram_matrix_holds_the_same() -> None:
    one = Moments.of(features(0))

    again = Moments.of_gram(one.gram, one.mean)

    assert torch.allclose(again.covariance, one.covariance, atol=1e-4)


def test_monge_carries_moments_exactly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SOFTNESS", 0.0)
    x, target = features(1), Moments.of(features(2))

    carried = Moments.of(monge(Moments.of(x), target)(x))

    assert torch.allclose(carried.mean, target.mean, atol=1e-3)
    assert torch.allclose(carried.covariance, target.covariance, rtol=1e-3, atol=1e-2)


def test_monge_onto_itself_moves_next_to_nothing() -> None:
    x = features(3)
    own = Moments.of(x)

    assert torch.allclose(monge(own, own)(x), x, atol=0.1 * float(x.std()))


def test_monge_moves_features_less_than_another_map_that_fits() -> None:
    x, target = features(1), Moments.of(features(2))
    own = Moments.of(x)
    near = monge(own, target)
    matrix = root(target.covariance) @ root(own.covariance, -0.5)
    other = Affine(matrix, target.mean - (matrix @ own.mean[..., None])[..., 0])

    assert (near(x) - x).square().mean() < (other(x) - x).square().mean()


def test_adain_matches_mean_and_deviation_of_each_channel() -> None:
    x, y = features(4), features(5)

    carried = adain(Moments.of(x), Moments.of(y))(x)

    assert torch.allclose(carried.mean((2, 3)), y.mean((2, 3)), atol=1e-3)
    deviation = y.std((2, 3), correction=0)
    assert torch.allclose(carried.std((2, 3), correction=0), deviation, rtol=1e-3)


def test_the_inverse_root_whitens_what_is_strong_and_stretches_nothing_else() -> None:
    covariance = Moments.of(features(6)).covariance

    inverse = inverse_root(covariance, turns=30)

    values = torch.linalg.eigvalsh(inverse @ covariance @ inverse)
    assert float(values.max()) < 1.01
    assert float(values[:, -1].min()) > 0.95
    assert float(values.min()) > 0


def test_gradients_pass_through_the_inverse_root() -> None:
    covariance = Moments.of(features(6)).covariance.requires_grad_()

    inverse_root(covariance).sum().backward()

    assert covariance.grad is not None
    assert bool(covariance.grad.isfinite().all())


@pytest.mark.parametrize("level", [0.0, 1.0])
def test_flat_features_give_finite_maps(level: float) -> None:
    flat = Moments.of(torch.full((1, 4, 8, 8), level))

    for found in (monge(flat, flat), adain(flat, flat)):
        assert bool(found.matrix.isfinite().all())
    assert bool(inverse_root(flat.covariance).isfinite().all())
