"""Turning pixels into PNG, JPEG, WebP and TIFF files, with an sRGB profile and the recipe."""

import struct
import zlib
from io import BytesIO
from typing import Any, Final

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.errors import WontFit
from studio.image import picture_recipe
from studio.image.convert import Pixels, eight_bit
from studio.image.picture_colour import srgb_profile

_LONGEST: Final = {"JPEG": 65_500, "WebP": 16_383}
_MOST_APP1: Final = 65_533 - 29  # a JPEG segment without its length and the name of XMP
_PNG_HEAD: Final = 33  # signature and IHDR


def encode(
    kind: str, pixels: Pixels, recipe: str | None, *, quality: int = 95, deep: bool = False
) -> bytes:
    """Encode (H, W, 3|4) as a file of a kind; raises `WontFit` where the kind cannot hold it.

    JPEG gets 4:4:4 and white under what is transparent; WebP of quality 100 is lossless. PNG has
    8 bits unless ``deep``, TIFF always 16.
    """
    height, width = pixels.shape[:2]
    longest = _LONGEST.get(kind)
    if longest and max(height, width) > longest:
        raise WontFit(
            f"{kind} files end at {longest} pixels a side and the picture is {width} × {height}; "
            "save it as PNG or TIFF."
        )
    if kind == "PNG":
        return _png(pixels if deep else eight_bit(pixels, dither=True), recipe)
    if kind == "TIFF":
        return _tiff(pixels, recipe)
    return _jpeg(pixels, recipe, quality) if kind == "JPEG" else _webp(pixels, recipe, quality)


def _png(pixels: Pixels, recipe: str | None) -> bytes:
    data = imagecodecs.png_encode(
        np.ascontiguousarray(pixels), 3, filter=imagecodecs.PNG.FILTER.PAETH
    )
    extra = _chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(srgb_profile(), 9))
    if recipe is not None:
        extra += _chunk(b"iTXt", picture_recipe.text_chunk(recipe))
    return b"".join((data[:_PNG_HEAD], extra, memoryview(data)[_PNG_HEAD:]))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _jpeg(pixels: Pixels, recipe: str | None, quality: int) -> bytes:
    options: dict[str, Any] = {"quality": quality, "subsampling": 0}
    if recipe is not None:
        options["xmp"] = picture_recipe.packet(recipe, _MOST_APP1)
    return _by_pillow("JPEG", eight_bit(_on_white(pixels), dither=True), options)


def _webp(pixels: Pixels, recipe: str | None, quality: int) -> bytes:
    options: dict[str, Any] = {"quality": quality, "lossless": quality == 100, "method": 4}
    if recipe is not None:
        options["xmp"] = picture_recipe.packet(recipe)
    return _by_pillow("WEBP", eight_bit(pixels, dither=True), options)


def _by_pillow(kind: str, pixels: NDArray[np.uint8], options: dict[str, Any]) -> bytes:
    file = BytesIO()
    Image.fromarray(pixels).save(file, kind, icc_profile=srgb_profile(), **options)
    return file.getvalue()


def _tiff(pixels: Pixels, recipe: str | None) -> bytes:
    import tifffile

    deep = pixels if pixels.dtype == np.uint16 else pixels.astype(np.uint16) * np.uint16(257)
    tags = []
    if recipe is not None:
        packet = picture_recipe.packet(recipe)
        tags.append((700, 1, len(packet), packet, True))
    file = BytesIO()
    tifffile.imwrite(
        file,
        np.ascontiguousarray(deep),
        photometric="rgb",
        compression="adobe_deflate",
        predictor=True,
        extrasamples=["unassalpha"] if deep.shape[2] == 4 else None,
        iccprofile=srgb_profile(),
        software="Klangbild",
        metadata=None,
        extratags=tags,
        maxworkers=2,
    )
    return file.getvalue()


def _on_white(pixels: Pixels) -> Pixels:
    """Lay (H, W, 4) on white; (H, W, 3) comes back as it is."""
    if pixels.shape[2] == 3:
        return pixels
    most = int(np.iinfo(pixels.dtype).max)
    result = np.empty((*pixels.shape[:2], 3), pixels.dtype)
    for begin in range(0, len(pixels), 256):
        rows = pixels[begin : begin + 256].astype(np.uint32)
        alpha = rows[..., 3:]
        mixed = rows[..., :3] * alpha + most * (most - alpha) + most // 2
        result[begin : begin + 256] = mixed // most
    return result
