"""What is seen in a picture means what an eye would say of it."""

from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from studio.image.picture_mood import compared, oklab, traits_of


def flat(red: int, green: int, blue: int) -> np.ndarray:
    return np.full((40, 60, 3), (red, green, blue), np.uint8)


def stripes(angle: float) -> np.ndarray:
    down, across = np.mgrid[:96, :96]
    wave = np.sin((across * np.cos(angle) + down * np.sin(angle)) * 0.6)
    return np.repeat(((wave + 1) * 127).astype(np.uint8)[..., None], 3, axis=2)


def test_the_colour_space_is_that_of_its_author() -> None:
    """The figures of Ottosson's page for white and for sRGB's red."""
    white, red = oklab(np.array([[1.0, 1.0, 1.0], [1.0, 0.0, 0.0]]))
    assert white == pytest.approx([1.0, 0.0, 0.0], abs=1e-3)
    assert red == pytest.approx([0.628, 0.225, 0.126], abs=1e-3)


def test_white_is_light_and_black_is_dark() -> None:
    assert traits_of(flat(255, 255, 255)).light > 0.99
    assert traits_of(flat(0, 0, 0)).light < 0.01


def test_warm_and_cold_are_told_apart_and_grey_is_neither() -> None:
    assert traits_of(flat(240, 130, 30)).warmth > 0.85
    assert traits_of(flat(30, 90, 220)).warmth < 0.15
    assert traits_of(flat(128, 128, 128)).warmth == pytest.approx(0.5, abs=0.01)


def test_vivid_colours_are_saturated() -> None:
    assert traits_of(flat(255, 0, 0)).saturation > traits_of(flat(160, 110, 110)).saturation
    assert traits_of(flat(90, 90, 90)).saturation < 0.01


def test_edges_have_their_direction() -> None:
    assert traits_of(stripes(0.0)).upright > 0.9
    assert traits_of(stripes(np.pi / 2)).upright < 0.1
    slanting = traits_of(stripes(np.pi / 4))
    assert slanting.diagonal > 0.9
    assert slanting.upright == pytest.approx(0.5, abs=0.05)
    assert slanting.order > 0.9


def test_noise_has_texture_without_order() -> None:
    random = np.random.default_rng(1)
    noise = random.integers(0, 256, (96, 96, 3), np.uint8)
    assert traits_of(noise).fine > 0.5
    assert traits_of(noise).order < 0.4
    assert traits_of(flat(90, 20, 30)).fine == 0.0


def test_contrast_grows_with_the_spread_of_light() -> None:
    soft = np.repeat(np.linspace(100, 140, 60).astype(np.uint8)[None, :, None], 3, 2)
    hard = np.repeat(np.linspace(0, 255, 60).astype(np.uint8)[None, :, None], 3, 2)
    assert traits_of(soft.repeat(40, 0)).contrast < 0.3 < traits_of(hard.repeat(40, 0)).contrast


def test_a_mirrored_picture_is_symmetric() -> None:
    half = np.random.default_rng(2).integers(0, 256, (40, 40, 3), np.uint8)
    assert traits_of(np.concatenate([half, half[:, ::-1]], axis=1)).symmetry > 0.95
    assert traits_of(half).symmetry < 0.3


def test_light_above_is_told_from_light_below() -> None:
    sky = np.concatenate([flat(255, 255, 255), flat(10, 10, 10)])
    assert traits_of(sky).height > 0.65
    assert traits_of(sky[::-1]).height < 0.35


def test_the_palette_has_the_colours_by_their_share() -> None:
    picture = flat(200, 30, 30)
    picture[:, :20] = (20, 40, 200)
    palette = traits_of(picture).palette
    assert palette[0].hex == "#c81e1e"
    assert palette[1].hex == "#1428c8"
    assert palette[0].share == pytest.approx(2 / 3, abs=0.01)


def test_size_and_depth_hardly_matter() -> None:
    small = stripes(0.3)
    deep = small.astype(np.uint16) * 257
    assert traits_of(deep) == traits_of(small)
    large = np.kron(flat(200, 90, 40), np.ones((12, 12, 1), np.uint8))
    assert traits_of(large).warmth == pytest.approx(traits_of(flat(200, 90, 40)).warmth, abs=0.01)


def test_what_is_transparent_lies_on_white() -> None:
    clear = np.zeros((20, 20, 4), np.uint8)
    assert traits_of(clear).light > 0.99


@settings(max_examples=30, deadline=None)
@given(arrays(np.uint8, st.tuples(st.integers(1, 20), st.integers(1, 20), st.sampled_from([3, 4]))))
def test_every_trait_of_any_picture_lies_between_0_and_1(pixels: np.ndarray) -> None:
    traits = traits_of(pixels)
    assert all(0 <= value <= 1 for value in astuple(traits)[:-1])
    assert sum(colour.share for colour in traits.palette) == pytest.approx(1, abs=1e-3)
    assert traits == traits_of(pixels)


def test_beside_usual_pictures_order_is_kept_and_the_middle_is_usual() -> None:
    dark, light = (compared(traits_of(flat(n, n, n))) for n in (20, 240))
    assert dark["light"] < 0.1 < 0.9 < light["light"]
    assert all(0 <= value <= 1 for value in (*dark.values(), *light.values()))
