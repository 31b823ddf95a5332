"""Moves in a latent space: they begin and end where they should, and keep their size."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from studio.image.latent import (
    analogy,
    lattice_seed,
    moved,
    principal,
    seed_at,
    seeded,
    slerp,
    truncated,
    wander,
)

SIZE = 64
latents = arrays(np.float32, 6, elements=st.floats(-4, 4, width=32))
shares = st.floats(0, 1)
places = st.floats(-1000, 1000)


@given(latents, latents)
def test_a_way_begins_and_ends_at_its_ends(one: np.ndarray, other: np.ndarray) -> None:
    assert np.allclose(slerp(one, other, 0.0), one, atol=1e-5)
    assert np.allclose(slerp(one, other, 1.0), other, atol=1e-5)


@given(latents, latents, shares)
def test_a_way_keeps_between_the_lengths_of_its_ends(
    one: np.ndarray, other: np.ndarray, share: float
) -> None:
    lengths = [np.linalg.norm(one), np.linalg.norm(other)]
    unit = [v / max(n, 1e-9) for v, n in zip((one, other), lengths, strict=True)]
    length = np.linalg.norm(slerp(one, other, share))
    assert length <= max(lengths) + 1e-3
    if min(lengths) > 0.1 and abs(unit[0] @ unit[1]) < 0.999:
        assert length >= min(lengths) - 1e-3


def test_many_shares_are_gone_at_once() -> None:
    one, other = seeded(1, SIZE), seeded(2, SIZE)
    way = slerp(one, other, np.linspace(0, 1, 5))
    assert way.shape == (5, SIZE)
    assert way.dtype == np.float32
    assert np.allclose(way[2], slerp(one, other, 0.5))


@given(places, places)
@settings(max_examples=30)
def test_every_place_of_the_map_is_as_long_as_a_seed(x: float, y: float) -> None:
    length = np.linalg.norm(seed_at(x, y, 1024)) / np.sqrt(1024)
    assert 0.85 < length < 1.15


def test_whole_places_are_seeds_and_near_places_are_alike() -> None:
    assert np.array_equal(seed_at(0, 0, SIZE, 5), seeded(5, SIZE))
    assert np.array_equal(seed_at(2, 0, SIZE, 5), seeded(7, SIZE))
    assert np.array_equal(seed_at(-3, 2, SIZE), seeded(lattice_seed(-3, 2), SIZE))
    step = np.linalg.norm(seed_at(0.5, 0.5, SIZE) - seed_at(0.51, 0.5, SIZE))
    across = np.linalg.norm(seed_at(0.5, 0.999999, SIZE) - seed_at(0.5, 1.000001, SIZE))
    assert step < 0.05 * np.sqrt(SIZE)
    assert across < 1e-3 * np.sqrt(SIZE)


@given(st.integers(-50, 50), st.integers(-50, 50))
@settings(max_examples=30)
def test_places_off_the_first_row_have_seeds_of_their_own(x: int, y: int) -> None:
    assert lattice_seed(x, y) == lattice_seed(x, y)
    assert lattice_seed(x, y) >= 0
    if y:
        assert lattice_seed(x, y) != lattice_seed(x + 1, y)


@given(latents, st.floats(0, 1))
def test_truncation_brings_nearer_to_the_centre(latent: np.ndarray, share: float) -> None:
    assert np.allclose(truncated(latent, 1.0), latent)
    centre = np.ones(6, np.float32)
    near = np.linalg.norm(truncated(latent, share, centre) - centre)
    assert near == pytest.approx(share * np.linalg.norm(latent - centre), abs=1e-4)


def test_wandering_is_smooth_comes_back_and_keeps_its_size() -> None:
    base = seeded(3, 1024)
    turns = np.linspace(0, 1, 101)
    way = np.stack([wander(base, 0.4, turn, seed=9) for turn in turns])

    assert np.allclose(way[0], way[-1], atol=1e-4)
    assert np.linalg.norm(np.diff(way, axis=0), axis=1).max() < 0.1 * np.linalg.norm(base)
    assert np.allclose(np.linalg.norm(way, axis=1) / np.sqrt(1024), 1, atol=0.1)
    assert np.array_equal(wander(base, 0.0, 0.3), base)
    assert not np.allclose(wander(base, 0.4, 0.3, 1), wander(base, 0.4, 0.3, 2))


def test_an_analogy_of_like_things_is_the_first() -> None:
    one, other, third = (seeded(n, SIZE) for n in (1, 2, 3))
    assert np.allclose(analogy(one, other, other), one, atol=1e-5)
    lengths = [np.linalg.norm(v) for v in (one, other, third)]
    assert np.linalg.norm(analogy(one, other, third)) <= max(lengths) + 1e-4
    nothing = np.zeros(SIZE, np.float32)
    assert not analogy(nothing, nothing, nothing).any()


def test_principal_directions_are_those_that_were_put_in() -> None:
    random = np.random.default_rng(0)
    axes = np.linalg.qr(random.standard_normal((8, 8)))[0]
    scales = np.array([5, 3, 1, 1, 1, 0.5, 0.5, 0.1])
    drawn = (random.standard_normal((4000, 8)) * scales @ axes).astype(np.float32)

    found = principal(drawn, count=2)

    assert len(found) == 2
    for number in range(2):
        length = np.linalg.norm(found.steps[number])
        assert length == pytest.approx(scales[number], rel=0.1)
        assert abs(found.steps[number] @ axes[number]) / length > 0.98
    assert found.shares[0] > found.shares[1] > 0.1


def test_directions_of_a_layer_lead_along_what_the_layer_sees() -> None:
    random = np.random.default_rng(1)
    drawn = random.standard_normal((2000, 6)).astype(np.float32)
    layer = random.standard_normal((6, 10)).astype(np.float32)
    layer[0] *= 20  # the first number of a latent moves the layer most

    found = principal(drawn, drawn @ layer, count=3)

    step = found.steps[0] / np.linalg.norm(found.steps[0])
    assert abs(step[0]) > 0.95
    twice = moved(drawn[0], found, [2.0])
    assert np.allclose(twice - drawn[0], 2 * found.steps[0], atol=1e-4)
