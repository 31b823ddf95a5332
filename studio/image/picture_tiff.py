"""Decoding TIFF, of 1 to 32 bits in a channel, whole or floating, in any arrangement of the data.

tifffile reads; what it does not (old JPEG, YCbCr without JPEG) is left to Pillow's libtiff.
Strips that lie outside of the file, which tifffile would fill with black, are refused.
"""

import logging
import threading
import warnings
from dataclasses import replace
from io import SEEK_END, BytesIO
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray
from PIL.TiffImagePlugin import TiffImageFile

from studio.image import picture_exif, picture_recipe
from studio.image.convert import Pixels
from studio.image.picture_colour import Colour
from studio.image.picture_parts import MOST_PROFILE
from studio.image.picture_raster import Raster, from_image, straightened
from studio.image.picture_source import (
    CUT_SHORT,
    DAMAGED,
    DECODER_ERRORS,
    Fault,
    TooLarge,
    check_size,
)

# What tifffile finds odd becomes a sentence here or does not matter; it logs it as errors.
logging.getLogger("tifffile").setLevel(logging.CRITICAL)

_XMP: Final = 700
_OLD_JPEG: Final = 6
_PROFILE: Final = 34675
_COMPRESSIONS: Final = {1, 2, 3, 4, 5, 7, 8, 32773, 32946, 34925, 50000, 50001}
_COLOURS: Final[dict[int, tuple[Colour, int]]] = {
    0: ("grey", 1), 1: ("grey", 1), 2: ("rgb", 3), 3: ("rgb", 1), 5: ("cmyk", 4), 6: ("rgb", 3)
}  # fmt: skip
_MOST_SEGMENTS: Final = 4_000_000
_warnings_off = threading.Lock()


def decode_tiff(stream: BinaryIO, most_pixels: int) -> Raster:
    """Decode the first page of a TIFF; raises `Fault` or one of the decoders' own errors."""
    import tifffile

    with tifffile.TiffFile(stream) as tiff:
        page: Any = tiff.pages[0]
        check_size(page.imagewidth, page.imagelength, most_pixels)
        _check_weight(page, most_pixels)
        _check_segments(page, stream)
        if page.compression == _OLD_JPEG or (page.photometric == 6 and page.compression != 7):
            return _by_pillow(stream, most_pixels)
        return _decoded(page, stream)


def tiff_recipe(stream: BinaryIO) -> str | None:
    """The recipe in the XMP packet (tag 700) of a classic TIFF, or None."""
    try:
        fields = picture_exif.TiffFields(stream)
        field = fields.directory(fields.first).get(_XMP)
        data = fields.data(field, picture_recipe.MOST_PACKET) if field else b""
    except DECODER_ERRORS:
        return None
    return picture_recipe.from_packet(data)


def _check_weight(page: Any, most_pixels: int) -> None:
    """Refuse what has far more bytes in memory than its pixels let expect."""
    weight = page.samplesperpixel * -(-page.bitspersample // 8)
    if page.imagewidth * page.imagelength * weight > 8 * most_pixels:
        raise TooLarge(
            f"holds {weight} bytes for each of its {page.imagewidth} × {page.imagelength} pixels, "
            "which is too much to open; save it with 8 or 16 bits and three channels."
        )


def _check_segments(page: Any, stream: BinaryIO) -> None:
    """Refuse strips and tiles that are missing, outside of the file, or of absurd size."""
    end = stream.seek(0, SEEK_END)
    offsets, counts = page.dataoffsets, page.databytecounts
    if page.imagedepth != 1 or not 1 <= page.samplesperpixel <= 16:
        raise Fault("is a TIFF with more dimensions than a picture has.")
    if page.is_tiled:
        across, down = (
            -(-page.imagewidth // page.tilewidth),
            -(-page.imagelength // page.tilelength),
        )
        expected = across * down
        if page.tilewidth * page.tilelength > 1 << 26 or page.tiledepth != 1:
            raise Fault(DAMAGED)
    else:
        expected = -(-page.imagelength // min(page.rowsperstrip, page.imagelength))
    expected *= page.samplesperpixel if page.planarconfig == 2 else 1
    if expected > _MOST_SEGMENTS or not len(offsets) or not len(counts):
        raise Fault(DAMAGED)
    whole = len(offsets) == 1 and page.compression == 1  # strips in a row, seen as one
    if not whole and min(len(offsets), len(counts)) < expected:
        raise Fault(CUT_SHORT)
    for offset, count in zip(offsets, counts, strict=False):
        if count <= 0 or offset <= 0 or offset + count > end:
            raise Fault(CUT_SHORT)
    if page.compression == 1 and not page.is_tiled:
        row = -(-page.imagewidth * page.samplesperpixel * page.bitspersample // 8)
        if not page.is_subsampled and sum(counts) < row * page.imagelength:
            raise Fault(CUT_SHORT)


def _decoded(page: Any, stream: BinaryIO) -> Raster:
    photometric = int(page.photometric)
    if photometric not in _COLOURS:
        raise Fault("keeps its colours in a way (Lab, raw or the like) that the studio does not "
                    "read; save it as RGB.")  # fmt: skip
    if int(page.compression) not in _COMPRESSIONS:
        raise Fault(
            "is packed in a way that the studio does not read; save it with LZW, ZIP or none."
        )
    values = page.asarray(squeeze=False, maxworkers=2)  # (samples apart, 1, H, W, samples)
    values = values[:, 0]
    values = np.moveaxis(values, 0, -1)[..., 0, :] if len(values) > 1 else values[0]
    if values.shape[:2] != (page.imagelength, page.imagewidth):
        raise ValueError("not the picture that was announced")
    colour, samples = _COLOURS[photometric]
    if values.shape[2] < samples:
        raise Fault(DAMAGED)
    pixels, notes = _palette(page, values) if photometric == 3 else _scaled(page, values)
    if photometric == 3:
        samples = 3
    if photometric == 0:
        pixels[..., 0] = np.iinfo(pixels.dtype).max - pixels[..., 0]
    pixels, alpha, more = _alpha(page, pixels, samples)
    return Raster(
        pixels,
        colour,
        alpha,
        _profile(page),
        _orientation(page),
        tiff_recipe(stream),
        (*notes, *more),
    )


def _scaled(page: Any, values: Any) -> tuple[Pixels, tuple[str, ...]]:
    """Bring whole and floating numbers of any width to 8 or 16 bits of full scale."""
    bits = page.bitspersample
    if values.dtype.kind == "f":
        return _from_floats(values)
    if values.dtype.kind == "b":
        return values.astype(np.uint8) * np.uint8(255), ()
    if values.dtype.kind != "u" or bits > 32:
        raise Fault("holds numbers below zero or complex ones; save it with 8 or 16 bits.")
    if bits in (8, 16) and values.dtype.itemsize * 8 == bits:
        return values.astype(values.dtype.newbyteorder("=")), ()
    top = (1 << bits) - 1  # tifffile unpacks odd widths without stretching them
    kind = np.uint8 if bits <= 8 else np.uint16
    if bits > 16:
        return (values >> (bits - 16)).astype(kind), ()
    scaled = values.astype(np.uint32) * np.uint32(np.iinfo(kind).max) + np.uint32(top // 2)
    return (scaled // np.uint32(top)).astype(kind), ()


def _from_floats(values: NDArray[Any]) -> tuple[Pixels, tuple[str, ...]]:
    """Numbers from 0 to 1 become 16 bits; where they go beyond 1, the largest becomes white."""
    notes = ["floating numbers, taken as brightness from 0 to 1"]
    pixels = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    most = float(pixels.max(initial=0.0))
    if most > 1.0001:
        pixels /= most
        notes = [f"floating numbers, of which the largest ({most:.4g}) became white"]
    np.clip(pixels, 0, 1, out=pixels)
    return np.rint(pixels * 65535).astype(np.uint16), tuple(notes)


def _palette(page: Any, values: NDArray[Any]) -> tuple[Pixels, tuple[str, ...]]:
    table = np.asarray(page.colormap)
    if table.ndim != 2 or table.shape[0] != 3 or values.dtype.kind not in "ub":
        raise Fault(DAMAGED)
    if table.max(initial=0) > 255:  # else a writer that took the table for one of 8 bits
        table = table >> 8
    index = np.minimum(values[..., 0].astype(np.int64), table.shape[1] - 1)
    return np.ascontiguousarray(table.T.astype(np.uint8))[index], ()


def _alpha(page: Any, pixels: Pixels, samples: int) -> tuple[Pixels, bool, tuple[str, ...]]:
    """Keep the first extra sample where it is alpha, straight; leave out the other ones."""
    if pixels.shape[2] == samples:
        return pixels, False, ()
    kinds = tuple(int(kind) for kind in page.extrasamples)
    unsaid = not kinds and pixels.shape[2] == samples + 1 and bool(pixels[..., -1].any())
    if unsaid or kinds[:1] in ((1,), (2,)):
        kept = pixels[..., : samples + 1]
        kept = straightened(kept) if kinds[:1] == (1,) and samples != 4 else kept
        return kept, True, ()
    return pixels[..., :samples], False, ("extra channels left out",)


def _orientation(page: Any) -> int:
    tag = page.tags.get(picture_exif.ORIENTATION)
    value = tag.value if tag is not None else 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _profile(page: Any) -> bytes | None:
    tag = page.tags.get(_PROFILE)
    if tag is None or tag.count > MOST_PROFILE:
        return None
    return bytes(tag.value) if isinstance(tag.value, bytes) else b"?"


def _by_pillow(stream: BinaryIO, most_pixels: int) -> Raster:
    """Let libtiff try; Pillow warns about odd tags, which matters to nobody here."""
    stream.seek(0)
    data = BytesIO(stream.read())
    with _warnings_off, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with TiffImageFile(data) as image:
            check_size(*image.size, most_pixels)
            profile = image.info.get("icc_profile")
            raster = from_image(image)  # which turns it upright, too
    return replace(
        raster,
        profile=profile if isinstance(profile, bytes) else None,
        recipe=tiff_recipe(stream),
    )
