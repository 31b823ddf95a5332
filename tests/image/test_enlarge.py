"""Small pictures that networks made, enlarged."""

import numpy as np
import pytest
from skimage import data, transform

from studio.image.enlarge import at_side, enlarged, ground, moving_ground


@pytest.fixture(scope="module")
def face() -> np.ndarray:
    """A photograph at 64 pixels."""
    small = transform.resize(data.astronaut()[:256, 128:384], (64, 64), anti_aliasing=True)
    return np.asarray(small * 255, np.uint8)


@pytest.mark.parametrize("axis", [0, 1])
def test_what_alternates_from_pixel_to_pixel_is_gone(axis: int) -> None:
    stripes = np.where(np.indices((64, 64))[axis] % 2, 90, 150).astype(np.uint8)
    large = enlarged(np.repeat(stripes[..., None], 3, 2), 512)
    assert np.abs(large.astype(int) - 120).max() <= 2


def test_a_plain_picture_stays_as_it_is() -> None:
    plain = np.full((64, 64, 3), (200, 40, 90), np.uint8)
    assert (np.abs(enlarged(plain, 500).astype(int) - plain[0, 0]) <= 1).all()


def test_the_picture_is_where_it_was_and_nearly_as_bright(face: np.ndarray) -> None:
    large = enlarged(face, 256)
    assert large.shape == (256, 256, 3)
    back = large.reshape(64, 4, 64, 4, 3).mean((1, 3))
    assert np.abs(back - face).mean() < 5
    assert abs(back.mean() - face.mean()) < 0.5
    mirrored = enlarged(face[:, ::-1], 256)
    assert np.abs(mirrored[:, ::-1].astype(int) - large).max() <= 1


def test_coarser_detail_keeps_its_contrast() -> None:
    waves = 120 + 60 * np.sin(np.arange(64) * 2 * np.pi / 8)
    table = np.repeat(np.tile(waves, (64, 1))[..., None], 3, 2).astype(np.uint8)
    large = enlarged(table, 512)[:, 64:-64].astype(float)
    assert large.max() - large.min() > 0.9 * 120


def test_what_is_large_enough_is_left_alone(face: np.ndarray) -> None:
    assert enlarged(face, 64) is face
    assert enlarged(face, 32) is face


def test_it_is_made_smaller_too_where_that_is_asked_for(face: np.ndarray) -> None:
    assert at_side(face, 16).shape == (16, 16, 3)
    assert np.array_equal(at_side(face, 200), enlarged(face, 200))


def test_nobody_can_change_what_is_shown(face: np.ndarray) -> None:
    with pytest.raises(ValueError, match="read-only"):
        enlarged(face, 128)[0, 0] = 0


def test_a_ground_has_the_broad_forms_and_a_grain_in_every_direction(face: np.ndarray) -> None:
    large = ground(face, 256)
    assert large.shape == (256, 256, 3)
    back = large.reshape(16, 16, 16, 16, 3).mean((1, 3))
    wanted = face.reshape(16, 4, 16, 4, 3).mean((1, 3))
    assert np.abs(back - wanted).mean() < 6
    grain = ground(np.full((64, 64, 3), 128, np.uint8), 256).astype(float)
    assert 4 < grain.std() < 8
    down, across = np.abs(np.diff(grain, axis=0)).mean(), np.abs(np.diff(grain, axis=1)).mean()
    assert abs(down - across) < 0.1 * across


def test_the_grain_is_the_same_each_time(face: np.ndarray) -> None:
    assert np.array_equal(ground(face, 128), ground(face, 128))


def test_the_ground_of_a_film_is_that_of_a_still_but_not_rounded() -> None:
    random = np.random.default_rng(4)
    still = random.integers(60, 190, (32, 32, 3), dtype=np.uint8)
    values = still.astype(np.float32) / 255
    moving = moving_ground(values, 96)
    assert np.abs(moving * 255 - ground(still, 96)).max() <= 3
    later = moving_ground(values + np.float32(0.2 / 255), 96)
    assert np.allclose((later - moving) * 255, 0.2, atol=0.01)
    assert moving.min() >= 0
    assert moving_ground(values * 0 + 1, 64).max() == 1
