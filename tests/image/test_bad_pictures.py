"""Bad input: every broken, hostile or absent picture is a sentence, quickly, and nothing else."""

import base64
import random
import struct
import sys
import time
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest

from studio.errors import StudioError, WontFit
from studio.image.picture_colour import adobe_rgb_profile
from studio.image.picture_encode import encode
from studio.image.picture_file import (
    Picture,
    picture_from_bytes,
    read_picture,
    read_recipe_text,
    write_picture,
)
from tests.image.samples import RECIPE, by_pillow, by_tifffile, chunk, every_kind, png, small


def refused(data: bytes, name: str = "a.jpg") -> str:
    """The sentence with which a file of these bytes is refused."""
    with pytest.raises(StudioError) as caught:
        picture_from_bytes(data, name)
    sentence = caught.value.sentence
    assert sentence.startswith(f"“{name}” ")
    assert sentence.endswith(".")
    return sentence


def test_an_empty_file() -> None:
    assert "is empty" in refused(b"")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"Dear diary,\n today I painted.\n", "text"),
        ("日记：今天我画画。".encode(), "text"),
        (b"<!DOCTYPE html><html><body>403</body></html>", "web page"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "drawing"),
        (b"%PDF-1.7\n\x80\x81", "PDF"),
        (b"8BPS\0\1" + bytes(40), "Photoshop"),
        (b"BM" + bytes(60), "bitmap"),
        (b"PK\x03\x04" + bytes(60), "zip"),
        (b"\0\0\0\x18ftypmp42" + bytes(40), "film"),
        (bytes(range(1, 256)) * 4, "not a picture"),
        (bytes(5000), "not a picture"),
    ],
)
def test_files_of_other_kinds_are_called_by_their_name(data: bytes, word: str) -> None:
    assert word in refused(data)


@pytest.mark.parametrize("name", [n for n in every_kind() if n not in ("moving.gif", "fax.tif")])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9, 0.995])
def test_half_a_picture_is_never_shown(name: str, part: float) -> None:
    data = every_kind()[name]

    refused(data[: int(len(data) * part)], name)


@pytest.mark.parametrize("name", ["moving.gif", "fax.tif"])
def test_a_cut_file_is_shown_only_where_its_first_picture_is_whole(name: str) -> None:
    data = every_kind()[name]
    whole = picture_from_bytes(data, name).pixels

    for length in range(0, len(data), 37):
        try:
            assert np.array_equal(picture_from_bytes(data[:length], name).pixels, whole)
        except StudioError:
            continue


def test_a_truncated_jpeg_and_png_say_so() -> None:
    for name in ("ours.jpg", "ours.png"):
        data = every_kind()[name]
        assert "is cut short" in refused(data[:300], name)
    refused(every_kind()["ours.jpg"][:3000])


def test_a_picture_of_one_pixel_opens_and_is_written(tmp_path: Path) -> None:
    dot = np.full((1, 1, 3), 200, np.uint8)

    for suffix in (".png", ".jpg", ".webp", ".tif"):
        write_picture(tmp_path / f"a{suffix}", dot, recipe=RECIPE)
        assert read_picture(tmp_path / f"a{suffix}").size == (1, 1)


def test_a_long_strip_opens(tmp_path: Path) -> None:
    strip = np.zeros((10, 20_000, 3), np.uint8)
    strip[:, ::2] = 255

    write_picture(tmp_path / "strip.png", strip)

    assert np.array_equal(read_picture(tmp_path / "strip.png").pixels, strip)


@pytest.mark.parametrize("depth", [8, 16])
def test_a_png_that_says_30000_by_30000_is_refused_before_decoding(depth: int) -> None:
    bomb = png(30_000, 30_000, depth, 2, bytes(3_000_000))
    tracemalloc.start()
    before = time.perf_counter()

    with pytest.raises(WontFit, match="900 megapixels"):
        picture_from_bytes(bomb, "bomb.png")

    assert time.perf_counter() - before < 0.5
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def huge(kind: str) -> bytes:
    """A small file whose header says 60,000 × 60,000, or as much as the kind can say."""
    if kind == "jpeg":
        data = bytearray(every_kind()["grey.jpg"])
        place = data.index(b"\xff\xc0")
        data[place + 5 : place + 9] = struct.pack(">HH", 60_000, 60_000)
    elif kind == "gif":
        data = bytearray(every_kind()["moving.gif"])
        data[6:10] = struct.pack("<HH", 60_000, 60_000)
    elif kind == "webp":
        data = bytearray(every_kind()["alpha.webp"])
        data[24:30] = b"\xff\x3f\0\xff\x3f\0"
    elif kind == "avif":
        data = bytearray(every_kind()["plain.avif"])
        place = data.index(b"ispe") + 8
        data[place : place + 8] = struct.pack(">II", 60_000, 60_000)
    elif kind == "heic":
        data = bytearray(every_kind()["plain.heic"])
        place = data.index(b"ispe") + 8
        data[place : place + 8] = struct.pack(">II", 60_000, 60_000)
    else:
        data = bytearray(every_kind()["plain.tif"])
        for tag in (256, 257):
            place = data.index(struct.pack("<HHI", tag, 4, 1))
            data[place + 8 : place + 12] = struct.pack("<I", 60_000)
    return bytes(data)


@pytest.mark.parametrize("kind", ["jpeg", "gif", "webp", "tiff", "avif", "heic"])
def test_huge_sizes_in_the_header_of_any_kind_are_refused(kind: str) -> None:
    with pytest.raises(WontFit, match="megapixels"):
        picture_from_bytes(huge(kind), "huge")


def test_the_bound_on_pixels_can_be_lowered() -> None:
    with pytest.raises(WontFit):
        picture_from_bytes(every_kind()["ours.png"], "a.png", most_pixels=1000)


def test_a_tiff_with_many_deep_channels_is_refused() -> None:
    data = by_tifffile(np.zeros((64, 64, 12), np.float64), photometric="minisblack",
                       planarconfig="contig")  # fmt: skip

    with pytest.raises(WontFit, match="bytes for each"):
        picture_from_bytes(data, "a.tif", most_pixels=5000)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
@pytest.mark.parametrize(
    "profile",
    [b"rubbish", adobe_rgb_profile()[:200], b"\0" * 16 + b"RGB " + b"\xff" * 300,
     adobe_rgb_profile()[:16] + b"GRAY" + adobe_rgb_profile()[20:]],
    ids=["rubbish", "cut", "noise", "other space"],
)  # fmt: skip
def test_a_corrupt_profile_is_noted_and_the_picture_taken_as_srgb(
    kind: str, profile: bytes
) -> None:
    if kind == "TIFF":
        data = by_tifffile(small(), photometric="rgb", iccprofile=profile)
    else:
        data = by_pillow(small(), kind, icc_profile=profile, lossless=True)

    picture = picture_from_bytes(data, f"a.{kind.lower()}")

    assert len(picture.notes) == 1
    assert "taken as sRGB" in picture.notes[0]
    if kind in ("PNG", "TIFF"):
        assert np.array_equal(picture.pixels, small())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize(
    "camera",
    [b"Exif\0\0rubbish", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff",
     b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x05\0\xff\xff\xff\xff\0\0\0\0"],
    ids=["rubbish", "far", "many", "odd"],
)  # fmt: skip
def test_corrupt_camera_data_are_noted_and_the_picture_opens(kind: str, camera: bytes) -> None:
    picture = picture_from_bytes(by_pillow(small(), kind, exif=camera), f"a.{kind.lower()}")

    assert picture.size == (64, 48)
    assert picture.notes == ("camera data (EXIF) damaged, left out",)


def test_a_senseless_orientation_is_no_orientation() -> None:
    camera = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0\0\0\0\0"

    assert picture_from_bytes(by_pillow(small(), "JPEG", exif=camera), "a.jpg").size == (64, 48)


def with_text(body: bytes) -> bytes:
    """A small PNG with an iTXt chunk of its own."""
    plain = encode("PNG", small(), None)
    return plain[:33] + chunk(b"iTXt", body) + plain[33:]


@pytest.mark.parametrize(
    "body",
    [
        b"klangbild\0\0\0\0\0" + b"a" * 20_000_000,
        b"klangbild\0\1\0\0\0" + zlib.compress(b"a" * 100_000_000, 9),
        b"klangbild\0\1\0\0\0not deflated",
        b"klangbild\0\0\0\0\0\xff\xfe\xfd",
        b"klangbild\0",
        b"klangbild\0\0\0no end",
    ],
    ids=["long", "bomb", "undeflated", "no text", "nothing", "open"],
)
def test_hostile_recipes_in_png_cost_nothing_and_are_left_out(body: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(with_text(body))
    del body
    tracemalloc.start()

    assert read_recipe_text(path) is None
    assert read_picture(path).recipe is None

    assert tracemalloc.get_traced_memory()[1] < 12_000_000
    tracemalloc.stop()


def test_hostile_packets_in_the_other_kinds_are_left_out(tmp_path: Path) -> None:
    bomb = zlib.compress(b"a" * 100_000_000, 9)
    packets = (
        b"<klangbild:recipe>" + b"QUJD" * 4 + b"</klangbild:recipe>",
        b"<klangbild:recipe>!!!</klangbild:recipe>",
        b"<klangbild:recipe>" + b"A" * 1_000_000,
        b"<klangbild:recipe>" + base64.b64encode(bomb) + b"</klangbild:recipe>",
        b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><klangbild:recipe>&a;</klangbild:recipe>",
    )
    for packet in packets:
        path = tmp_path / "a.webp"
        path.write_bytes(by_pillow(small(), "WEBP", xmp=packet))
        assert read_recipe_text(path) is None
        path.write_bytes(
            by_tifffile(small(), photometric="rgb", extratags=[(700, 1, len(packet), packet, True)])
        )
        assert read_recipe_text(path) is None


@pytest.mark.skipif(sys.platform != "linux", reason="an address space limit is a thing of Linux")
def test_too_little_memory_is_a_sentence() -> None:
    data = png(6_000, 6_000, 8, 2, bytes(6_000 * 18_001))
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = pages * resource.getpagesize() + 80_000_000
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    try:
        with pytest.raises(WontFit, match="memory"):
            picture_from_bytes(data, "a.png")
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file with some bytes changed, taken out, put in, or its end cut off."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16, 64))):
        made = made or bytearray(b"x")
        place = chance.randrange(len(made))
        if chance.random() < 0.6:  # headers are where it hurts
            place = chance.randrange(min(len(made), 600))
        what = chance.random()
        if what < 0.5:
            made[place] = chance.randrange(256)
        elif what < 0.75:
            number = chance.choice((0, 1, 255, 65535, 65536, 2**31 - 1, 2**32 - 1))
            made[place : place + 4] = struct.pack(chance.choice("<>") + "I", number)
        elif what < 0.85:
            del made[place : place + chance.randrange(1, 30)]
        elif what < 0.95:
            made[place:place] = chance.randbytes(chance.randrange(1, 20))
        else:
            del made[place:]
    return bytes(made)


@pytest.mark.parametrize("name", every_kind())
def test_damage_of_any_sort_gives_a_picture_or_a_sentence(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(f"damage {name}")
    sentences: list[str] = []
    for _ in range(60):
        data = mutated(every_kind()[name], chance)
        before = time.perf_counter()
        try:
            picture = picture_from_bytes(data, name)
            assert isinstance(picture, Picture)
            assert picture.pixels.size > 0
        except StudioError as error:
            sentences.append(error.sentence)
        assert time.perf_counter() - before < 5

    assert all(sentence.startswith(f"“{name}” ") for sentence in sentences)
    assert capfd.readouterr() == ("", "")
