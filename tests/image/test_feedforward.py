"""Fast: one network, rows for styles, mixed by numbers or by maps of weights."""

import json

import pytest
import torch

from studio.image.feedforward import Fast, FastConfig, Statistics, fresh_embeddings, moments
from tests.image.tiny import picture

CONFIG = FastConfig(quarter=6, eighth=6, half=6, blocks=1)


def network() -> Fast:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(2)
        return Fast(CONFIG).eval().requires_grad_(False)


def rows(count: int = 2) -> list[torch.Tensor]:
    random = torch.Generator().manual_seed(1)
    plain = fresh_embeddings(CONFIG, count)
    return list(plain + 0.3 * torch.randn(plain.shape, generator=random))


def test_a_picture_keeps_its_size() -> None:
    painted = network()(picture(48, 64), rows(1))

    assert painted.shape == (1, 3, 48, 64)
    assert bool(painted.isfinite().all())


def test_numbers_are_constant_maps() -> None:
    one = network()
    weights = (0.3, 0.7)

    numbers = one(picture(48, 64), rows(), weights)
    constant = torch.tensor(weights)[:, None, None].expand(2, 6, 8)

    assert torch.allclose(one(picture(48, 64), rows(), constant), numbers, atol=1e-4)


def test_a_mixture_is_the_mixed_row() -> None:
    one = network()
    first, second = rows()

    mixed = one(picture(48, 64), [first, second], (0.25, 0.75))

    assert torch.allclose(one(picture(48, 64), [first.lerp(second, 0.75)]), mixed, atol=1e-5)


def test_each_picture_of_a_batch_has_its_own_row() -> None:
    one = network()
    first, second = rows()
    both = torch.cat([picture(48, 64, 1), picture(48, 64, 2)])

    painted = one(both, [torch.stack([first, second])])

    assert torch.allclose(painted[1:], one(both[1:], [second]), atol=1e-5)


def test_a_map_paints_each_side_in_its_style() -> None:
    one = network()
    photo = picture(48, 128)
    left = torch.zeros(2, 6, 16)
    left[0, :, :8] = 1
    left[1, :, 8:] = 1

    parts: Statistics = {}
    one(photo, rows(), (1.0, 0.0), parts)
    painted = one(photo, rows(), left, dict(parts))
    alone = one(photo, rows(), (1.0, 0.0), dict(parts))

    assert torch.allclose(painted[..., :8], alone[..., :8], atol=1e-4)
    assert not torch.allclose(painted[..., -8:], alone[..., -8:], atol=1e-2)


def test_statistics_are_kept_and_applied_again() -> None:
    one = network()
    kept: Statistics = {}
    whole = one(picture(48, 64), rows(1), (1.0,), kept)

    assert set(kept) == {name for name, _ in CONFIG.layers}
    assert torch.equal(one(picture(48, 64), rows(1), (1.0,), kept), whole)


def test_moments_of_features_are_mean_and_deviation() -> None:
    x = picture(24, 24)
    mean, deviation = moments(x)

    assert torch.allclose(mean[..., 0, 0], x.mean((2, 3)), atol=1e-5)
    assert torch.allclose(deviation[..., 0, 0], x.std((2, 3), correction=0), atol=1e-3)


def test_a_fresh_row_neither_scales_nor_shifts() -> None:
    row = fresh_embeddings(CONFIG, 1)[0]

    assert len(row) == CONFIG.embedding
    assert set(row.tolist()) == {0.0, 0.5, 1.0}


def test_the_configuration_comes_back() -> None:
    assert FastConfig.from_json(CONFIG.to_json()) == CONFIG


@pytest.mark.parametrize("name", ["quarter", "eighth", "half", "blocks"])
@pytest.mark.parametrize("value", [0, 5000])
def test_an_odd_configuration_is_refused(name: str, value: int) -> None:
    with pytest.raises(ValueError, match="bounds"):
        FastConfig.from_json(json.dumps(json.loads(CONFIG.to_json()) | {name: value}))
