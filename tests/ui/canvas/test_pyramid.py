"""Levels of a picture."""

import threading

import numpy as np
import pytest

from studio.ui.canvas import pyramid as module
from studio.ui.canvas.pyramid import Pyramid, reduced
from studio.ui.pixels import eight_bits, to_image, wrap


@pytest.fixture
def noise():
    made = np.random.default_rng(1).integers(0, 256, (120, 200, 3), dtype=np.uint8)
    made.setflags(write=False)
    return made


def at(image, x, y):
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


def test_levels_are_chosen_so_that_few_pixels_are_painted(qtbot, noise):
    made = Pyramid(noise)
    assert [made.level(s) for s in (20, 1, 0.9, 0.5, 0.25, 0.1)] == [0, 0, 0, 1, 2, 3]
    assert made.level(1e-9) <= 6


def test_a_level_is_the_mean(qtbot, noise):
    image, level = Pyramid(noise).image(0.5)
    assert level == 1
    assert (image.width(), image.height()) == (100, 60)
    mean = noise[10:12, 20:22].reshape(-1, 3).mean(axis=0)
    assert at(image, 10, 5) == pytest.approx(mean, abs=1)


def test_the_full_size_is_exact(qtbot, noise):
    image, level = Pyramid(noise).image(1.0)
    assert level == 0
    assert at(image, 137, 59) == tuple(noise[59, 137])


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 7, 3), (1, 999, 3), (33, 65, 4)])
def test_odd_shapes_are_rounded_up(shape):
    pixels = np.full(shape, 200, np.uint8)
    made = reduced(pixels, 4, premultiplied=False, stop=None)
    assert made.shape == (-(-shape[0] // 4), -(-shape[1] // 4), 4)


def test_transparent_pixels_lend_no_colour(qtbot):
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[:, ::2] = (255, 255, 255, 255)
    pixels[:, 1::2] = (255, 0, 0, 0)
    image, _ = Pyramid(pixels).image(0.5)
    colour = image.pixelColor(1, 1)
    assert (colour.red(), colour.green(), colour.blue()) == (255, 255, 255)
    assert colour.alpha() == pytest.approx(128, abs=1)


def test_big_pictures_are_rough_first_and_better_soon(qtbot, noise, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 100)
    made = Pyramid(noise)
    assert not made.ready(0.25)
    rough, _ = made.image(0.25)
    assert (rough.width(), rough.height()) == (50, 30)
    qtbot.waitUntil(lambda: made.ready(0.25))
    image, level = made.image(0.25)
    assert level == 2
    mean = noise[8:12, 16:20].reshape(-1, 3).mean(axis=0)
    assert at(image, 4, 2) == pytest.approx(mean, abs=1)


def test_it_says_when_it_is_better(qtbot, noise, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 100)
    made = Pyramid(noise)
    with qtbot.waitSignal(made.improved):
        made.image(0.5)


def test_a_closed_pyramid_asks_for_no_more_work(qtbot, noise, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 100)
    made = Pyramid(noise)
    made.close()
    image, _ = made.image(0.5)
    assert not image.isNull()
    assert not made.ready(0.5)


def test_work_ends_when_it_is_given_up(noise):
    stop = threading.Event()
    stop.set()
    assert (reduced(noise, 2, premultiplied=False, stop=stop) == 255).all()


def test_sixteen_bits_are_rounded():
    values = np.arange(65536, dtype=np.uint16)
    pixels = np.stack([values.reshape(256, 256)] * 3, axis=2)
    expected = np.rint(values / 257).astype(np.uint8).reshape(256, 256)
    assert np.array_equal(eight_bits(pixels)[:, :, 0], expected)


def test_what_is_no_picture_is_refused():
    with pytest.raises(ValueError, match="expected"):
        eight_bits(np.zeros((4, 4), np.uint8))
    with pytest.raises(TypeError, match="uint8"):
        eight_bits(np.zeros((4, 4, 3), np.float32))


def test_images_keep_their_colours(noise):
    assert at(to_image(noise), 3, 2) == at(wrap(noise), 3, 2) == tuple(noise[2, 3])


def test_an_array_that_is_not_in_order_is_put_in_order(noise):
    assert at(to_image(noise[::2, ::-1]), 0, 1) == tuple(noise[2, -1])
