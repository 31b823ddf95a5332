"""Layers: frozen pixels, checked fields, thumbnails of any shape."""

from dataclasses import replace

import numpy as np
import pytest

from studio.document.blend import above
from studio.document.layer import BLEND_MODES, Layer, thumbnail
from studio.errors import StudioError
from tests.document.samples import layer, noise


def test_pixels_that_somebody_could_still_write_to_are_copied():
    pixels = noise(4, 5)
    made = Layer(pixels=pixels)

    pixels[:] = 0

    assert made.pixels.any()
    assert not made.pixels.flags.writeable


def test_frozen_pixels_are_shared_by_changed_layers():
    first = layer()

    assert replace(first, starred=True).pixels is first.pixels


def test_every_layer_has_its_own_id_and_time():
    first, second = Layer(pixels=noise(1, 1)), Layer(pixels=noise(1, 1))

    assert first.id != second.id
    assert first.created.endswith("+00:00")


@pytest.mark.parametrize(
    "changes",
    [
        {"opacity": 1.1},
        {"opacity": float("nan")},
        {"blend": "burn"},
        {"id": ""},
        {"id": "../up"},
        {"pixels": np.zeros((4, 4), np.uint8)},
        {"pixels": np.zeros((4, 4, 2), np.uint8)},
        {"pixels": np.zeros((0, 4, 3), np.uint8)},
        {"pixels": np.zeros((4, 4, 3), np.float32)},
    ],
    ids=repr,
)
def test_a_layer_that_cannot_be_is_refused(changes):
    with pytest.raises(StudioError):
        layer(**changes)


@pytest.mark.parametrize(
    ("shape", "small"),
    [
        ((300, 600, 3), (80, 160, 3)),
        ((600, 300, 4), (160, 80, 4)),
        ((10, 20_000, 3), (1, 160, 3)),
        ((20_000, 1, 3), (160, 1, 3)),
        ((1, 1, 4), (1, 1, 4)),
        ((50, 40, 3), (50, 40, 3)),
    ],
)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_thumbnail_keeps_the_shape_within_its_size(shape, small, dtype):
    made = thumbnail(layer(pixels=np.zeros(shape, dtype)))

    assert made.shape == small
    assert made.dtype == np.uint8


def test_a_thumbnail_keeps_the_colour_of_16_bits():
    made = thumbnail(layer(pixels=np.full((900, 500, 3), (65535, 32768, 0), np.uint16)))

    assert np.all(made == (255, 128, 0))


def test_a_plain_layer_is_shown_without_a_copy():
    plain = layer()

    assert above(plain, noise(50, 60)) is plain.pixels


@pytest.mark.parametrize("blend", BLEND_MODES)
def test_a_layer_of_no_opacity_shows_the_photo(blend):
    photo = noise(19, 27, seed=9)
    pixels = noise(19, 27, seed=8)

    assert np.array_equal(above(layer(pixels=pixels, opacity=0.0, blend=blend), photo), photo)


def test_half_opacity_lies_halfway():
    photo = np.full((300, 2, 3), 100, np.uint8)
    half = layer(pixels=np.full((300, 2, 3), 200, np.uint8), opacity=0.5)

    assert np.all(above(half, photo) == 150)


@pytest.mark.parametrize(
    ("blend", "expected"),
    [("multiply", 51), ("screen", 178), ("overlay", 102), ("soft-light", 65)],
)
def test_blend_modes_follow_the_formulas(blend, expected):
    photo = np.full((2, 2, 3), 102, np.uint8)  # 0.4
    source = np.full((2, 2, 3), 51 if blend == "soft-light" else 127, np.uint8)  # 0.2 or 0.5

    mixed = above(layer(pixels=source, blend=blend), photo)

    assert abs(int(mixed[0, 0, 0]) - expected) <= 1


def test_the_photo_is_scaled_to_the_layer_and_bits_are_kept():
    pixels = noise(19, 27, 4, np.uint16)

    mixed = above(layer(pixels=pixels, opacity=0.5), noise(190, 271))

    assert mixed.shape == (19, 27, 4)
    assert mixed.dtype == np.uint16
    assert mixed[..., 3].min() == 65535
