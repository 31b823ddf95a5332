"""Decoding JPEG, PNG, WebP, GIF, HEIC and AVIF to plain numbers, with what belongs to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from types import MappingProxyType
from typing import Any, BinaryIO, Final

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from studio.image import picture_bmff, picture_exif
from studio.image.convert import Pixels
from studio.image.picture_colour import Colour, adobe_rgb_profile, coded_profile
from studio.image.picture_parts import Parts, gif_parts, jpeg_parts, png_parts, webp_parts
from studio.image.picture_source import DECODER_ERRORS, Fault, check_size

_FIRST: Final = "an animation: its first picture is used"


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """A decoded picture as the file has it: own colours, not yet turned upright."""

    pixels: Pixels  # (H, W) or (H, W, C)
    colour: Colour
    alpha: bool = False  # the last channel is straight alpha
    profile: bytes | None = None
    orientation: int = 1
    recipe: str | None = None
    notes: tuple[str, ...] = ()


def decode(kind: str, stream: BinaryIO, most_pixels: int) -> Raster:
    """Decode a picture of a kind; raises `Fault` or one of the decoders' own errors."""
    return _DECODERS[kind](stream, most_pixels)


def _jpeg(stream: BinaryIO, most_pixels: int) -> Raster:
    parts = jpeg_parts(stream)
    check_size(*parts.size, most_pixels)
    with JpegImageFile(BytesIO(parts.data)) as image:
        raster = from_image(image)
    if raster.colour == "cmyk" and not parts.adobe:
        raster.pixels[...] = 255 - raster.pixels  # Pillow takes every CMYK JPEG for Adobe's
    return _described(raster, parts)


def _png(stream: BinaryIO, most_pixels: int) -> Raster:
    parts = png_parts(stream)
    check_size(*parts.size, most_pixels)
    if parts.deep:
        return _described(_deep_png(parts), parts)
    with PngImageFile(BytesIO(parts.data)) as image:
        return _described(from_image(image), parts)


def _deep_png(parts: Parts) -> Raster:
    """Sixteen bits a channel, which Pillow would shrink to eight; colour key to alpha."""
    pixels: NDArray[np.uint16] = imagecodecs.png_decode(parts.data)
    shape = (parts.size[1], parts.size[0])
    if pixels.dtype != np.uint16 or pixels.shape[:2] != shape:
        raise ValueError("not the picture that was announced")
    channels = pixels.shape[2] if pixels.ndim == 3 else 1
    if parts.transparent is not None and len(parts.transparent) == 2 * channels:
        key = np.frombuffer(parts.transparent, ">u2").astype(np.uint16)
        flat = pixels.reshape(*shape, channels)
        alpha = np.where((flat == key).all(axis=2), 0, 65535).astype(np.uint16)
        pixels = np.concatenate((flat, alpha[:, :, None]), axis=2)
        channels += 1
    return Raster(pixels, "grey" if channels < 3 else "rgb", alpha=channels in (2, 4))


def _webp(stream: BinaryIO, most_pixels: int) -> Raster:
    parts = webp_parts(stream)
    check_size(*parts.size, most_pixels)
    with WebPImageFile(BytesIO(parts.data)) as image:
        return _described(from_image(image), parts)


def _gif(stream: BinaryIO, most_pixels: int) -> Raster:
    parts = gif_parts(stream)
    # Pillow warns from 89 megapixels on when it composes frames; no real GIF is as large.
    check_size(*parts.size, min(most_pixels, 80_000_000))
    with GifImageFile(BytesIO(parts.data)) as image:
        raster = from_image(image)
        try:
            parts.animated = image.is_animated
        except DECODER_ERRORS:
            parts.animated = True  # a second frame is there, but damaged
    return _described(raster, parts)


def _heic(stream: BinaryIO, most_pixels: int) -> Raster:
    import pillow_heif  # 30 ms that only HEIC pays for

    data = stream.read()
    item = picture_bmff.primary_item(data)
    check_size(*item.size, most_pixels)
    image: Any = pillow_heif.open_heif(BytesIO(data), convert_hdr_to_8bit=False)
    check_size(image.size[0], image.size[1], most_pixels)
    pixels = np.asarray(image)
    item.orientation = 1  # libheif has turned it already
    return _from_item(pixels, item, straight=not image.premultiplied_alpha)


def _avif(stream: BinaryIO, most_pixels: int) -> Raster:
    data = stream.read()
    item = picture_bmff.primary_item(data)
    check_size(*item.size, most_pixels)
    pixels: Pixels = imagecodecs.avif_decode(data, index=0, numthreads=2)
    if pixels.dtype == np.uint16 and 8 < item.depth < 16:
        top = (1 << item.depth) - 1
        pixels = (pixels.astype(np.uint32).clip(0, top) * 65535 // top).astype(np.uint16)
    return _from_item(pixels, item)


def _from_item(pixels: Any, item: picture_bmff.Item, *, straight: bool = True) -> Raster:
    if pixels.dtype not in (np.uint8, np.uint16) or pixels.ndim not in (2, 3):
        raise ValueError("an unknown form of picture")
    profile = item.profile
    notes: tuple[str, ...] = ()
    if profile is None and item.cicp is not None:
        profile, note = coded_profile(*item.cicp)
        notes = (note,) if note else ()
    channels = pixels.shape[2] if pixels.ndim == 3 else 1
    alpha = channels in (2, 4)
    if alpha and not straight:
        pixels = straightened(pixels)
    colour: Colour = "grey" if channels < 3 else "rgb"
    return Raster(pixels, colour, alpha, profile, item.orientation, None, notes)


def from_image(image: ImageFile) -> Raster:
    """Decode with Pillow; palettes and colour keys become RGB and alpha."""
    image.load()
    plain: Image.Image = image
    if "transparency" in image.info:
        plain = image.convert("RGBA")
    elif image.mode in ("P", "PA", "La", "RGBa", "RGBX", "YCbCr"):
        with_alpha = image.mode in ("PA", "La", "RGBa") or _has_alpha(image)
        plain = image.convert("RGBA" if with_alpha else "RGB")
    elif image.mode == "1":
        plain = image.convert("L")
    pixels: Any = np.array(plain)
    if plain.mode == "CMYK":
        return Raster(pixels, "cmyk")
    if plain.mode in ("I;16", "I;16B"):
        return Raster(pixels.astype(np.uint16), "grey")
    if plain.mode not in ("L", "LA", "RGB", "RGBA"):
        raise Fault(f"holds numbers of a kind ({plain.mode}) that the studio does not read.")
    colour: Colour = "grey" if plain.mode in ("L", "LA") else "rgb"
    return Raster(pixels, colour, alpha=plain.mode in ("LA", "RGBA"))


def _has_alpha(image: ImageFile) -> bool:
    return image.palette is not None and image.palette.mode == "RGBA"


def straightened(pixels: Pixels) -> Pixels:
    """Divide colours by the last channel, alpha, that they were multiplied with."""
    most = int(np.iinfo(pixels.dtype).max)
    result = np.empty_like(pixels)
    for begin in range(0, len(pixels), 256):
        rows = pixels[begin : begin + 256].astype(np.uint32)
        alpha = rows[..., -1:]
        colours = (rows[..., :-1] * most + alpha // 2) // np.maximum(alpha, 1)
        result[begin : begin + 256, :, :-1] = np.minimum(colours, most)
        result[begin : begin + 256, :, -1:] = alpha
    return result


def _described(raster: Raster, parts: Parts) -> Raster:
    """Add what the file says beside the pixels."""
    if raster.pixels.shape[:2] != (parts.size[1], parts.size[0]):
        raise ValueError("not the picture that was announced")
    notes, profile, orientation = [], parts.profile, 1
    if parts.exif is not None:
        try:
            fields = picture_exif.TiffFields(BytesIO(parts.exif))
            orientation = picture_exif.orientation_of(fields)
            adobe = profile is None and picture_exif.is_adobe_rgb(fields)
            profile = adobe_rgb_profile() if adobe and raster.colour == "rgb" else profile
        except DECODER_ERRORS:
            notes.append("camera data (EXIF) damaged, left out")
    if parts.cicp is not None:  # it goes before a profile (PNG specification, 4.3)
        coded, note = coded_profile(*parts.cicp)
        profile = coded
        notes += [note] if note else []
    if parts.animated:
        notes.append(_FIRST)
    return replace(
        raster,
        profile=profile,
        orientation=orientation,
        recipe=parts.recipe,
        notes=tuple(notes),
    )


_DECODERS: Final[Mapping[str, Callable[[BinaryIO, int], Raster]]] = MappingProxyType(
    {"JPEG": _jpeg, "PNG": _png, "WebP": _webp, "GIF": _gif, "HEIC": _heic, "AVIF": _avif}
)
