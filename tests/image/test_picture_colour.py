"""Embedded colours come out as the textbook says, in both depths."""

from typing import Any

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from studio.image.picture_colour import adobe_rgb_profile, coded_profile
from studio.image.picture_file import (
    Picture,
    picture_from_bytes,
)
from tests.image.samples import (
    by_pillow,
    by_tifffile,
    dcf_exif,
    small,
)


def read(data: bytes, name: str = "a.png") -> Picture:
    return picture_from_bytes(data, name)


def off(picture: Picture, expected: NDArray[Any]) -> float:
    """The mean distance in levels of 8 bits."""
    scale = 257 if picture.pixels.dtype == np.uint16 else 1
    assert picture.pixels.shape == expected.shape
    return float(np.abs(picture.pixels / scale - expected).mean())


def wide_to_srgb(
    encoded: NDArray[Any], primaries: list[tuple[float, float]], gamma: float | None
) -> NDArray[Any]:
    """The colours in sRGB by the textbook: primaries, D65, clipped, in levels of 8 bits."""

    def to_xyz(corners: list[tuple[float, float]]) -> NDArray[Any]:
        columns = np.array([[x / y, 1, (1 - x - y) / y] for x, y in corners]).T
        white = np.array([0.3127 / 0.3290, 1, (1 - 0.3127 - 0.3290) / 0.3290])
        return columns * np.linalg.solve(columns, white)

    value = encoded / 255
    curve = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    linear = curve if gamma is None else value**gamma
    srgb = to_xyz([(0.64, 0.33), (0.30, 0.60), (0.15, 0.06)])
    result = (linear @ (np.linalg.inv(srgb) @ to_xyz(primaries)).T).clip(0, 1)
    low = result <= 0.0031308
    return np.where(low, result * 12.92, 1.055 * result ** (1 / 2.4) - 0.055) * 255


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
@pytest.mark.parametrize(
    ("profile", "primaries", "gamma"),
    [
        (adobe_rgb_profile(), [(0.64, 0.33), (0.21, 0.71), (0.15, 0.06)], 563 / 256),
        (coded_profile(12, 13)[0], [(0.68, 0.32), (0.265, 0.69), (0.15, 0.06)], None),
    ],
    ids=["Adobe RGB", "Display P3"],
)
def test_wide_gamut_profiles_come_out_as_the_textbook_says(
    depth: type, profile: bytes, primaries: list[tuple[float, float]], gamma: float | None
) -> None:
    colours = np.random.default_rng(2).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    colours[:32] //= 6
    scale = np.iinfo(depth).max // 255
    data = by_tifffile(colours.astype(depth) * depth(scale), photometric="rgb", iccprofile=profile)

    picture = read(data, "a.tif")

    assert picture.pixels.dtype == depth
    expected = wide_to_srgb(colours, primaries, gamma)
    assert np.abs(picture.pixels / scale - expected).max() < (1.0 if depth is np.uint8 else 0.3)


@pytest.mark.parametrize(
    ("profile", "inside", "seen"),
    [
        (adobe_rgb_profile(), (219, 0, 0), (255, 0, 0)),
        (adobe_rgb_profile(), (144, 255, 60), (0, 255, 0)),
        (coded_profile(12, 13)[0], (234, 51, 35), (255, 0, 0)),
        (coded_profile(12, 13)[0], (117, 251, 76), (0, 255, 0)),
    ],
)
def test_the_primaries_of_srgb_are_found_in_wide_gamut_files(
    profile: bytes, inside: tuple[int, int, int], seen: tuple[int, int, int]
) -> None:
    pixels = np.full((8, 8, 3), inside, np.uint8)

    found = read(by_pillow(pixels, "PNG", icc_profile=profile)).pixels[0, 0].astype(int)

    assert np.abs(found - seen).max() <= 3


def test_a_large_picture_with_a_profile_has_no_seams() -> None:
    row = np.linspace(0, 255, 2048).astype(np.uint8)
    pixels = np.ascontiguousarray(np.broadcast_to(row[:, None, None], (2048, 1400, 3)))

    picture = read(by_pillow(pixels, "PNG", icc_profile=adobe_rgb_profile(), compress_level=1))

    assert (np.diff(picture.pixels[:, 0, 0].astype(int)) >= 0).all()
    assert (picture.pixels == picture.pixels[:, :1]).all()


def test_srgb_profiles_leave_every_level_alone() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    assert off(read(by_pillow(small(), "PNG", icc_profile=profile)), small()) == 0


def test_camera_data_can_say_adobe_rgb_without_a_profile() -> None:
    pixels = np.full((16, 16, 3), (144, 255, 60), np.uint8)

    said = read(by_pillow(pixels, "JPEG", quality=100, subsampling=0, exif=dcf_exif()), "a.jpg")

    assert np.abs(said.pixels[8, 8].astype(int) - (0, 255, 0)).max() <= 4
    assert said.notes == ()


def test_avif_colours_by_numbers_instead_of_a_profile() -> None:
    pixels = np.full((32, 32, 3), (234, 51, 35), np.uint8)

    p3 = read(imagecodecs.avif_encode(pixels, 100, primaries=12, transfer=13), "a.avif")
    hdr = read(imagecodecs.avif_encode(pixels, 100, primaries=9, transfer=16), "a.avif")

    assert np.abs(p3.pixels[9, 9].astype(int) - (255, 0, 0)).max() <= 4
    assert any("HDR" in note for note in hdr.notes)


def test_cmyk_by_adobe_and_by_others_looks_the_same() -> None:
    image = Image.fromarray(small()).convert("CMYK")
    adobe = by_pillow(image, "JPEG", quality=95)
    mark = adobe.index(b"\xff\xee")
    inverted = by_pillow(Image.fromarray(255 - np.asarray(image), "CMYK"), "JPEG", quality=95)
    place = inverted.index(b"\xff\xee")
    plain = inverted[:place] + inverted[place + 16 :]

    assert adobe[mark + 4 : mark + 9] == b"Adobe"
    for picture in (read(adobe, "a.jpg"), read(plain, "a.jpg")):
        assert off(picture, small()) < 12
        assert any("CMYK" in note for note in picture.notes)


def test_cmyk_in_tiff() -> None:
    inks = np.asarray(Image.fromarray(small()).convert("CMYK"))

    for pixels in (inks, inks.astype(np.uint16) * np.uint16(257)):
        picture = read(by_tifffile(pixels, photometric="separated"), "a.tif")
        assert picture.pixels.dtype == pixels.dtype
        assert off(picture, small()) < 1
