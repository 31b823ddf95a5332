"""Small real picture files of every kind, made from the photographs that scikit-image brings."""

import struct
import zlib
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pillow_heif
import skimage
import tifffile
from numpy.typing import NDArray
from PIL import Image

from studio.image.picture_colour import adobe_rgb_profile, coded_profile
from studio.image.picture_encode import encode

RECIPE = '{"task": "style", "title": "Große Welle 音画 <&>"}'


@cache
def photograph(name: str = "astronaut.png") -> NDArray[np.uint8]:
    """A photograph as (H, W, 3)."""
    path = Path(skimage.__file__).parent / "data" / name
    with Image.open(path) as image:
        pixels = np.array(image.convert("RGB"))
    pixels.flags.writeable = False
    return pixels


@cache
def small() -> NDArray[np.uint8]:
    """A photograph of 64 × 48 pixels, which is neither square nor alike when turned."""
    pixels = np.ascontiguousarray(photograph()[40:424:8, ::8])
    pixels.flags.writeable = False
    return pixels


def veil(pixels: NDArray[Any]) -> NDArray[Any]:
    """The pixels with alpha that runs from clear to full."""
    most = np.iinfo(pixels.dtype).max
    ramp = np.linspace(0, most, pixels.shape[1]).astype(pixels.dtype)
    return np.dstack((pixels, np.broadcast_to(ramp, pixels.shape[:2])))


def by_pillow(pixels: NDArray[Any] | Image.Image, kind: str, **options: Any) -> bytes:
    """A file written by Pillow."""
    image = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def by_tifffile(pixels: NDArray[Any], **options: Any) -> bytes:
    """A TIFF written by tifffile."""
    file = BytesIO()
    tifffile.imwrite(file, pixels, metadata=None, **options)
    return file.getvalue()


def heic(pixels: NDArray[Any], orientation: int = 1, profile: bytes | None = None) -> bytes:
    """A HEIC file whose container turns the picture as EXIF would."""
    mode = {3: "RGB", 4: "RGBA"}[pixels.shape[2]] + (";16" if pixels.dtype == np.uint16 else "")
    data = np.ascontiguousarray(pixels).tobytes()
    file = pillow_heif.from_bytes(mode, pixels.shape[1::-1], data)
    file[0].info["exif"] = exif(orientation)
    if profile is not None:
        file[0].info["icc_profile"] = profile
        file[0].info["icc_profile_type"] = "prof"
    stream = BytesIO()
    file.save(stream, quality=95, chroma=444)
    return stream.getvalue()


def exif(orientation: int = 1) -> bytes:
    """Camera data with an orientation."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "Camera"
    return data.tobytes()


def dcf_exif() -> bytes:
    """Camera data that say Adobe RGB without a profile (DCF 2.0, R03), in big-endian order."""

    def directory(*entries: bytes) -> bytes:
        return struct.pack(">H", len(entries)) + b"".join(entries) + bytes(4)

    first = directory(struct.pack(">HHII", 0x8769, 4, 1, 26))
    second = directory(struct.pack(">HHII", 0xA005, 4, 1, 44))
    third = directory(struct.pack(">HHI4s", 1, 2, 4, b"R03\0"))
    return b"Exif\0\0" + b"MM\0*" + struct.pack(">I", 8) + first + second + third


def chunk(kind: bytes, body: bytes) -> bytes:
    """A PNG chunk with its sum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, depth: int, colour: int, rows: bytes, *extra: bytes,
        interlaced: bool = False) -> bytes:  # fmt: skip
    """A PNG of filtered rows as they are, with chunks before the pixels."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    body = chunk(b"IHDR", head) + b"".join(extra) + chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def interlaced_png(pixels: NDArray[Any]) -> bytes:
    """The pixels (H, W, 3) in the seven passes of Adam7."""
    passes = ((0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2),
              (1, 0, 2, 1))  # fmt: skip
    rows = b""
    for top, left, down, across in passes:
        for row in pixels[top::down, left::across]:
            rows += b"\0" + row.astype(row.dtype.newbyteorder(">")).tobytes() if len(row) else b""
    height, width = pixels.shape[:2]
    return png(width, height, pixels.dtype.itemsize * 8, 2, rows, interlaced=True)


@cache
def every_kind() -> dict[str, bytes]:
    """A valid file of every kind and of many of their forms."""
    rgb, deep = small(), small().astype(np.uint16) * np.uint16(257)
    image = Image.fromarray(rgb)
    other = Image.fromarray(255 - rgb)
    wide = coded_profile(12, 13)[0]
    return {
        "jpeg.jpg": by_pillow(rgb, "JPEG", icc_profile=wide, exif=exif(6)),
        "progressive.jpg": by_pillow(rgb, "JPEG", progressive=True),
        "grey.jpg": by_pillow(image.convert("L"), "JPEG"),
        "cmyk.jpg": by_pillow(image.convert("CMYK"), "JPEG"),
        "ours.jpg": encode("JPEG", rgb, RECIPE),
        "ours.png": encode("PNG", rgb, RECIPE),
        "deep.png": encode("PNG", deep, RECIPE, deep=True),
        "alpha.png": by_pillow(veil(rgb), "PNG", exif=exif(3), icc_profile=wide),
        "palette.png": by_pillow(image.quantize(32), "PNG", transparency=3),
        "interlaced.png": interlaced_png(rgb),
        "ours.webp": encode("WebP", rgb, RECIPE),
        "alpha.webp": by_pillow(veil(rgb), "WEBP", lossless=True, exif=exif(6), icc_profile=wide),
        "moving.webp": by_pillow(image, "WEBP", save_all=True, append_images=[other]),
        "moving.gif": by_pillow(
            image.quantize(64), "GIF", save_all=True, append_images=[other.quantize(64)]
        ),
        "ours.tif": encode("TIFF", deep, RECIPE),
        "plain.tif": by_tifffile(rgb, photometric="rgb", iccprofile=adobe_rgb_profile()),
        "tiled.tif": by_tifffile(rgb, photometric="rgb", compression="zstd", tile=(32, 32)),
        "jpeg.tif": by_tifffile(rgb, photometric="rgb", compression="jpeg", tile=(32, 32)),
        "lzw.tif": by_tifffile(rgb, photometric="rgb", compression="lzw", rowsperstrip=8),
        "planar.tif": by_tifffile(
            np.moveaxis(rgb, 2, 0).copy(), photometric="rgb", compression="packbits",
            planarconfig="separate",
        ),
        "palette.tif": by_pillow(image.quantize(16), "TIFF", compression="tiff_lzw"),
        "fax.tif": by_pillow(image.convert("1"), "TIFF", compression="group4"),
        "float.tif": by_tifffile(
            (rgb / 255).astype(np.float32), photometric="rgb", compression="deflate", predictor=3
        ),
        "plain.heic": heic(rgb, 6, wide),
        "alpha.heic": heic(veil(rgb)),
        "plain.avif": by_pillow(rgb, "AVIF", icc_profile=wide, exif=exif(6)),
        "deep.avif": imagecodecs.avif_encode(rgb.astype(np.uint16) * 4, 90, bitspersample=10),
    }  # fmt: skip
