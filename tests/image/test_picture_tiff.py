"""TIFF of any arrangement, depth and kind of number opens as it was meant."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from studio.image.picture_file import (
    Picture,
    picture_from_bytes,
)
from tests.image.samples import (
    by_pillow,
    by_tifffile,
    small,
    veil,
)


def read(data: bytes, name: str = "a.tif") -> Picture:
    return picture_from_bytes(data, name)


def off(picture: Picture, expected: NDArray[Any]) -> float:
    """The mean distance in levels of 8 bits."""
    scale = 257 if picture.pixels.dtype == np.uint16 else 1
    assert picture.pixels.shape == expected.shape
    return float(np.abs(picture.pixels / scale - expected).mean())


def test_multiplied_alpha_in_tiff_is_made_straight() -> None:
    straight = veil(small())
    weight = straight[..., 3:].astype(float) / 255
    multiplied = np.concatenate((np.rint(straight[..., :3] * weight), straight[..., 3:]), axis=2)
    data = by_tifffile(multiplied.astype(np.uint8), photometric="rgb", extrasamples=["assocalpha"])

    picture = read(data)

    opaque = straight[..., 3] > 128
    assert np.abs(picture.pixels[opaque].astype(int) - straight[opaque]).max() <= 1


@pytest.mark.parametrize("compression", ["none", "lzw", "adobe_deflate", "packbits", "zstd"])
@pytest.mark.parametrize("tile", [None, (16, 32)])
def test_tiff_of_16_bits_in_any_arrangement(compression: str, tile: Any) -> None:
    pixels = small().astype(np.uint16) * np.uint16(250)
    apart = np.ascontiguousarray(np.moveaxis(pixels, 2, 0))

    whole = by_tifffile(pixels, photometric="rgb", compression=compression, tile=tile)
    planes = by_tifffile(
        apart, photometric="rgb", planarconfig="separate", compression=compression, tile=tile,
        byteorder=">",
    )  # fmt: skip

    assert np.array_equal(read(whole).pixels, pixels)
    assert np.array_equal(read(planes).pixels, pixels)


def test_tiff_of_odd_widths_is_stretched_to_full_scale() -> None:
    for bits, kind in ((1, np.uint8), (4, np.uint8), (12, np.uint16), (32, np.uint32)):
        values = np.zeros((8, 16), kind)
        values[:, 8:] = (1 << bits) - 1
        data = by_tifffile(values, photometric="minisblack", bitspersample=bits)

        pixels = read(data).pixels

        assert pixels[0, 0].tolist() == [0, 0, 0]
        assert (pixels[0, -1] == np.iinfo(pixels.dtype).max).all(), bits


def test_floating_tiff_says_how_it_was_understood() -> None:
    values = np.zeros((4, 4, 3), np.float32)
    values[0, 0], values[0, 1], values[0, 2], values[0, 3] = 1, 0.5, -3, float("nan")

    unit = read(by_tifffile(values, photometric="rgb"))
    bright = read(by_tifffile(values * 8, photometric="rgb"))

    assert unit.pixels[0, :, 0].tolist() == [65535, 32768, 0, 0]
    assert bright.pixels[0, :, 0].tolist() == [65535, 32768, 0, 0]
    assert "0 to 1" in unit.notes[0]
    assert "8" in bright.notes[0]


def test_subsampled_ycbcr_tiff_is_left_to_libtiff() -> None:
    data = by_pillow(
        Image.fromarray(small()).convert("YCbCr"), "TIFF", compression="tiff_adobe_deflate"
    )

    assert off(read(data), small()) < 3
