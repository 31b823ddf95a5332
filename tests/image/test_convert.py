"""Tensors, sizes and depths: values survive the way there and back."""

import subprocess
import sys

import numpy as np
import pytest
import torch

from studio.image.convert import (
    eight_bit,
    fit_size,
    resize,
    resize_pixels,
    to_pixels,
    to_tensor,
)
from tests.image.samples import photograph, small, veil


def test_eight_bits_survive_the_tensor_exactly() -> None:
    pixels = small()

    tensor = to_tensor(pixels)

    assert tensor.shape == (1, 3, 48, 64)
    assert tensor.dtype == torch.float32
    assert 0 <= float(tensor.min()) < float(tensor.max()) <= 1
    assert np.array_equal(to_pixels(tensor), pixels)


def test_sixteen_bits_survive_the_tensor_exactly() -> None:
    pixels = np.random.default_rng(1).integers(0, 65536, (33, 47, 3), dtype=np.uint16)

    again = to_pixels(to_tensor(pixels), np.uint16)

    assert again.dtype == np.uint16
    assert np.array_equal(again, pixels)


def test_alpha_is_dropped_on_the_way_to_a_tensor() -> None:
    assert torch.equal(to_tensor(veil(small())), to_tensor(small()))


def test_values_outside_become_black_or_white() -> None:
    tensor = torch.tensor([float("nan"), -3.0, 7.0]).reshape(1, 3, 1, 1)

    assert to_pixels(tensor).tolist() == [[[0, 0, 255]]]
    assert to_pixels(tensor[0], np.uint16).tolist() == [[[0, 0, 65535]]]


def test_half_precision_and_gradients_do_not_matter_to_pixels() -> None:
    tensor = to_tensor(small()).to(torch.bfloat16).requires_grad_()

    assert np.abs(to_pixels(tensor).astype(int) - small()).max() <= 1


def test_resizing_a_tensor_keeps_the_mean_and_the_range() -> None:
    tensor = to_tensor(photograph())

    smaller = resize(tensor, (121, 77))
    larger = resize(smaller, (300, 200))

    assert smaller.shape == (1, 3, 121, 77)
    assert float((smaller.mean() - tensor.mean()).abs()) < 0.005
    assert float((larger.mean() - smaller.mean()).abs()) < 0.005
    assert float(smaller.min()) >= float(tensor.min())
    assert float(larger.max()) <= float(smaller.max())


def test_a_fine_checker_becomes_grey_and_not_moire() -> None:
    checker = torch.from_numpy(np.indices((96, 96)).sum(axis=0) % 2).float().expand(1, 3, 96, 96)

    assert float((resize(checker, (24, 24)) - 0.5).abs().max()) < 0.02


def test_resizing_lets_gradients_through() -> None:
    tensor = to_tensor(small()).requires_grad_()

    resize(tensor, (20, 30)).sum().backward()

    assert tensor.grad is not None
    assert float(tensor.grad.abs().sum()) > 0


@pytest.mark.parametrize(
    ("size", "longer", "expected"),
    [
        ((48, 64), 32, (24, 32)),
        ((64, 48), 32, (32, 24)),
        ((10, 20_000), 160, (1, 160)),
        ((1, 1), 512, (512, 512)),
        ((333, 500), 500, (333, 500)),
    ],
)
def test_a_size_keeps_its_shape(
    size: tuple[int, int], longer: int, expected: tuple[int, int]
) -> None:
    assert fit_size(size, longer) == expected


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [3, 4])
def test_pixels_are_resized_in_their_own_depth(depth: type, channels: int) -> None:
    pixels = photograph().astype(depth) * depth(np.iinfo(depth).max // 255)
    pixels = pixels if channels == 3 else veil(pixels)

    smaller = resize_pixels(pixels, 100)

    assert smaller.shape == (100, 100, channels)
    assert smaller.dtype == depth
    most = np.iinfo(depth).max
    if channels == 3:
        assert abs(smaller.mean() - pixels.mean()) < most * 0.004


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_what_is_invisible_does_not_bleed_into_edges(depth: type) -> None:
    most = np.iinfo(depth).max
    pixels = np.zeros((64, 64, 4), depth)
    pixels[:, :32] = (most, 0, 0, most)  # red, opaque
    pixels[:, 32:] = (0, most, 0, 0)  # green, invisible

    smaller = resize_pixels(pixels, 15)

    seen = smaller[smaller[..., 3] > most // 20]
    assert seen[:, 0].min() > most * 0.9
    assert seen[:, 1].max() < most * 0.1


def test_a_strip_becomes_a_thumbnail() -> None:
    strip = np.zeros((10, 20_000, 3), np.uint8)

    assert resize_pixels(strip, 160).shape == (1, 160, 3)
    assert resize_pixels(strip.astype(np.uint16), 160).shape == (1, 160, 3)


def test_exact_levels_stay_exact_under_dither() -> None:
    pixels = small().astype(np.uint16) * np.uint16(257)

    assert np.array_equal(eight_bit(pixels, dither=True), small())
    assert np.array_equal(eight_bit(pixels), small())


def test_dither_keeps_the_mean_of_a_faint_gradient_and_is_repeatable() -> None:
    row = np.linspace(20_000, 20_257, 512).astype(np.uint16)
    pixels = np.repeat(np.broadcast_to(row, (400, 512))[:, :, None], 3, axis=2)

    first, second = eight_bit(pixels, dither=True), eight_bit(pixels, dither=True)

    assert np.array_equal(first, second)
    columns = first[..., 0].astype(float).reshape(400, 16, 32).mean(axis=(0, 2))
    wanted = row.reshape(16, 32).mean(axis=1) / 257
    assert np.abs(columns - wanted).max() < 0.05
    assert len(np.unique(first)) <= 3


def test_the_module_can_be_used_without_torch() -> None:
    code = (
        "import sys, numpy, studio.image.picture_file, studio.image.convert as c;"
        "c.resize_pixels(numpy.zeros((8, 8, 3), 'u1'), 4); sys.exit('torch' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
