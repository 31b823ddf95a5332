"""Pictures in and out: every kind opens with the right colours, and what is written reads back."""

import os
import struct
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps

from studio.errors import AlreadyExists, StudioError, WontFit
from studio.image.picture_file import (
    READABLE,
    WRITABLE,
    Picture,
    picture_from_bytes,
    read_picture,
    read_recipe_text,
    write_picture,
)
from tests.image.samples import (
    RECIPE,
    by_pillow,
    by_tifffile,
    chunk,
    every_kind,
    exif,
    heic,
    interlaced_png,
    photograph,
    png,
    small,
    veil,
)


def read(data: bytes, name: str = "a.png") -> Picture:
    return picture_from_bytes(data, name)


def off(picture: Picture, expected: NDArray[Any]) -> float:
    """The mean distance in levels of 8 bits."""
    scale = 257 if picture.pixels.dtype == np.uint16 else 1
    assert picture.pixels.shape == expected.shape
    return float(np.abs(picture.pixels / scale - expected).mean())


@pytest.mark.parametrize("name", every_kind())
def test_every_kind_opens_as_read_only_srgb(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(every_kind()[name])

    picture = read_picture(path)

    assert picture.path == path
    assert picture.name == name
    assert picture.pixels.dtype in (np.uint8, np.uint16)
    assert sorted(picture.size) == [48, 64]
    assert picture.pixels.shape == (picture.size[1], picture.size[0], picture.pixels.shape[2])
    assert not picture.pixels.flags.writeable
    assert len(np.unique(picture.pixels)) > 1
    assert not any("though its name" in note for note in picture.notes)


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("progressive.jpg", 10), ("ours.jpg", 4), ("cmyk.jpg", 12), ("ours.png", 0),
        ("deep.png", 0), ("interlaced.png", 0), ("ours.webp", 10), ("moving.webp", 10),
        ("ours.tif", 0), ("tiled.tif", 0), ("lzw.tif", 0), ("planar.tif", 0), ("jpeg.tif", 8),
        ("float.tif", 0), ("deep.avif", 3),
    ],
)  # fmt: skip
def test_the_picture_inside_is_the_one_that_was_put_there(name: str, most: float) -> None:
    assert off(read(every_kind()[name], name), small()) <= most


def test_grey_pictures_become_three_equal_channels() -> None:
    grey = np.asarray(Image.fromarray(small()).convert("L"))
    expected = np.dstack((grey, grey, grey))

    assert off(read(by_pillow(grey, "PNG")), expected) == 0
    assert off(read(by_tifffile(grey, photometric="minisblack")), expected) == 0
    assert off(read(by_tifffile(255 - grey, photometric="miniswhite")), expected) == 0
    assert off(read(by_pillow(grey, "JPEG", quality=95)), expected) < 2


@pytest.mark.parametrize("depth", [np.uint8, np.uint16])
def test_alpha_is_kept_straight(depth: type) -> None:
    pixels = veil(small().astype(depth) * depth(np.iinfo(depth).max // 255))

    tiff = read(by_tifffile(pixels, photometric="rgb", extrasamples=["unassalpha"]), "a.tif")
    one = read(imagecodecs.png_encode(pixels))

    assert np.array_equal(tiff.pixels, pixels)
    assert np.array_equal(one.pixels, pixels)


def test_grey_with_alpha_opens_in_both_depths() -> None:
    pair = np.dstack((small()[..., 0], small()[..., 1]))

    for pixels in (pair, pair.astype(np.uint16) * np.uint16(257)):
        picture = read(imagecodecs.png_encode(pixels))

        assert picture.pixels.dtype == pixels.dtype
        assert np.array_equal(picture.pixels[..., 2], pixels[..., 0])
        assert np.array_equal(picture.pixels[..., 3], pixels[..., 1])


def test_palette_colours_and_their_transparency() -> None:
    image = Image.fromarray(small()).quantize(16)
    data = by_pillow(image, "PNG", transparency=bytes([0, 90] + [255] * 14))
    expected = np.asarray(image.convert("RGB"))

    picture = read(data)

    assert np.array_equal(picture.pixels[..., :3], expected)
    index = np.asarray(image)
    assert set(picture.pixels[index == 0][:, 3]) == {0}
    assert set(picture.pixels[index == 1][:, 3]) == {90}
    assert off(read(by_pillow(image, "TIFF"), "a.tif"), expected) == 0


def test_a_colour_key_in_a_16_bit_png_becomes_alpha() -> None:
    rows = struct.pack(">BHHHB", 0, 100, 200, 300, 0) + struct.pack(">HHH", 7, 8, 9)
    data = png(1, 2, 16, 2, rows, chunk(b"tRNS", struct.pack(">HHH", 7, 8, 9)))

    assert read(data).pixels.tolist() == [[[100, 200, 300, 65535]], [[7, 8, 9, 0]]]


def test_interlaced_png_of_16_bits() -> None:
    pixels = small().astype(np.uint16) * np.uint16(201)

    assert np.array_equal(read(interlaced_png(pixels)).pixels, pixels)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIC"])
def test_every_orientation_is_turned_upright(kind: str, orientation: int) -> None:
    pixels = np.zeros((48, 64, 3), np.uint8)
    pixels[:16, :32], pixels[:16, 32:], pixels[32:, :32] = 255, (255, 0, 0), (0, 0, 255)
    turned = Image.fromarray(pixels)
    turned.getexif()[0x0112] = orientation
    expected = np.asarray(ImageOps.exif_transpose(turned))

    if kind == "HEIC":
        data = heic(pixels, orientation)
    elif kind == "TIFF":
        data = by_tifffile(pixels, photometric="rgb", extratags=[(0x0112, 3, 1, orientation, True)])
    else:
        data = by_pillow(pixels, kind, exif=exif(orientation))

    assert off(read(data), expected) < 3


def test_heic_of_ten_bits_stays_deep() -> None:
    deep = np.repeat(np.repeat(small(), 2, axis=0), 2, axis=1).astype(np.uint16) * np.uint16(257)

    picture = read(heic(deep), "a.heic")

    assert picture.pixels.dtype == np.uint16
    assert np.abs(picture.pixels.astype(float) - deep).mean() < 3 * 257


def test_only_the_first_picture_of_an_animation_is_used() -> None:
    for name in ("moving.gif", "moving.webp"):
        picture = read(every_kind()[name], name)
        assert off(picture, small()) < 12
        assert any("animation" in note for note in picture.notes)


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(every_kind()["ours.png"])

    picture = read_picture(path)

    assert np.array_equal(picture.pixels, small())
    assert picture.notes == ("the file is PNG, though its name ends in .jpg",)


@pytest.mark.parametrize("suffix", WRITABLE)
@pytest.mark.parametrize("channels", [3, 4])
def test_what_is_written_reads_back_with_its_recipe(
    suffix: str, channels: int, tmp_path: Path
) -> None:
    pixels = small() if channels == 3 else veil(small())
    path = tmp_path / f"out{suffix}"

    write_picture(path, pixels, recipe=RECIPE)
    picture = read_picture(path)

    assert picture.recipe == RECIPE
    assert read_recipe_text(path) == RECIPE
    assert picture.notes == ()
    if suffix in (".jpg", ".jpeg"):
        veiled = pixels[..., :3] * (pixels[..., 3:] / 255.0) if channels == 4 else small()
        white = 255 - pixels[..., 3:] if channels == 4 else 0
        assert off(picture, veiled + white) < 3
    elif suffix == ".webp":
        assert picture.pixels.shape == pixels.shape
        assert off(picture, pixels) < 12 if channels == 3 else True
    else:
        assert off(picture, pixels) == 0


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif"])
def test_written_files_carry_an_srgb_profile_and_are_repeatable(
    suffix: str, tmp_path: Path
) -> None:
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    write_picture(first, small(), recipe=RECIPE)
    write_picture(second, small(), recipe=RECIPE)

    assert first.read_bytes() == second.read_bytes()
    if suffix == ".tif":
        with tifffile.TiffFile(first) as tiff:
            profile = tiff.pages[0].tags[34675].value
    else:
        with Image.open(first) as image:
            profile = image.info["icc_profile"]
    described = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))
    assert "sRGB" in described


def test_deep_pixels_stay_deep_where_asked(tmp_path: Path) -> None:
    pixels = np.random.default_rng(3).integers(0, 65536, (20, 30, 3), dtype=np.uint16)

    write_picture(tmp_path / "a.tif", pixels)
    write_picture(tmp_path / "a.png", pixels)
    write_picture(tmp_path / "deep.png", pixels, deep=True)

    assert np.array_equal(read_picture(tmp_path / "a.tif").pixels, pixels)
    assert np.array_equal(read_picture(tmp_path / "deep.png").pixels, pixels)
    eight = read_picture(tmp_path / "a.png").pixels
    assert eight.dtype == np.uint8
    assert np.abs(eight * 257.0 - pixels).max() <= 257


def test_webp_of_quality_100_loses_nothing(tmp_path: Path) -> None:
    write_picture(tmp_path / "a.webp", small(), quality=100)

    assert np.array_equal(read_picture(tmp_path / "a.webp").pixels, small())


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tif"])
def test_a_recipe_of_more_than_64_kib_survives(suffix: str, tmp_path: Path) -> None:
    recipe = '{"values": [' + ", ".join(str(i * i) for i in range(40_000)) + "]}"
    path = tmp_path / f"a{suffix}"

    if suffix == ".jpg":
        with pytest.raises(StudioError, match="too long for this kind"):
            write_picture(path, small(), recipe=recipe)
        assert not path.exists()
        recipe = recipe[:120_000]
    write_picture(path, small(), recipe=recipe)

    assert len(recipe) > 65_536
    assert read_recipe_text(path) == recipe


def test_a_recipe_that_could_not_be_read_again_is_refused(tmp_path: Path) -> None:
    for recipe in ("x" * (1 << 20) + "x", "\ud800"):
        with pytest.raises(StudioError):
            write_picture(tmp_path / "a.png", small(), recipe=recipe)
    assert list(tmp_path.glob("*.png")) == []


@pytest.mark.parametrize("name", ["palette.png", "jpeg.jpg", "alpha.webp", "lzw.tif", "moving.gif",
                                  "plain.heic", "plain.avif"])  # fmt: skip
def test_files_of_others_have_no_recipe(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(every_kind()[name])

    assert read_recipe_text(path) is None
    assert read_picture(path).recipe is None


def test_a_recipe_survives_another_program_that_keeps_xmp_and_text(tmp_path: Path) -> None:
    for suffix, kind in ((".jpg", "JPEG"), (".webp", "WEBP")):
        path = tmp_path / f"a{suffix}"
        write_picture(path, small(), recipe=RECIPE)
        with Image.open(path) as image:
            image.rotate(90).save(path, kind, xmp=image.info["xmp"])
        assert read_recipe_text(path) == RECIPE


def test_an_existing_file_is_only_replaced_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"precious")

    with pytest.raises(AlreadyExists):
        write_picture(path, small())
    assert path.read_bytes() == b"precious"
    write_picture(path, small(), force=True)

    assert np.array_equal(read_picture(path).pixels, small())
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["a.png"]


def test_sizes_that_a_kind_cannot_hold_are_refused(tmp_path: Path) -> None:
    strip = np.zeros((1, 70_000, 3), np.uint8)

    for name in ("a.jpg", "a.webp"):
        with pytest.raises(WontFit, match="PNG or TIFF"):
            write_picture(tmp_path / name, strip)
    write_picture(tmp_path / "a.png", strip)

    assert read_picture(tmp_path / "a.png").size == (70_000, 1)


@pytest.mark.parametrize(
    ("name", "quality"), [("a.bmp", 95), ("a", 95), ("a.jpg", 0), ("a.jpg", 101), ("a\0.png", 95)]
)
def test_what_cannot_be_written_is_said(name: str, quality: int, tmp_path: Path) -> None:
    with pytest.raises(StudioError):
        write_picture(str(tmp_path / name), small(), quality=quality)


def test_every_writable_kind_is_readable() -> None:
    assert set(WRITABLE.items()) <= set(READABLE.items())


def test_a_picture_is_known_by_its_pixels() -> None:
    first = Picture(small(), name="a")

    assert first.size == (64, 48)
    assert first.sha256 == Picture(small().copy(), name="b").sha256
    assert first.sha256 != Picture(small()[::-1]).sha256
    assert first.sha256 != Picture(small().reshape(64, 48, 3)).sha256


def test_a_picture_does_not_change_with_the_array_it_came_from() -> None:
    pixels = small().copy()
    picture = Picture(pixels)

    pixels[:] = 0

    assert np.array_equal(picture.pixels, small())
    with pytest.raises(ValueError, match="read-only"):
        picture.pixels[0, 0] = 0


@pytest.mark.parametrize("shape", [(4, 4), (4, 4, 2), (0, 4, 3), (4, 4, 3, 1)])
def test_pixels_of_another_form_are_a_bug(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="pixels are"):
        Picture(np.zeros(shape, np.uint8))


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes are a thing of Linux")
def test_odd_names_work_and_are_shown_in_a_printable_way(tmp_path: Path) -> None:
    for raw in (b"a\xffb.png", b"new\nline.png", "画 \u202egnp.png".encode(), b"-x.png", b"%s.png"):
        path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), raw)))

        write_picture(path, small(), recipe=RECIPE)
        picture = read_picture(path)

        assert picture.recipe == RECIPE
        assert picture.name.isprintable()
        picture.name.encode()


def test_large_photographs_open_like_small_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.fromarray(photograph()).resize((4000, 3000)).save(path, quality=85)

    assert read_picture(path).size == (4000, 3000)
