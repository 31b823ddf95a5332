"""Pictures in and out: any file becomes sRGB pixels or one sentence, and the other way round."""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError, UnreadableFile, WontFit
from studio.image.convert import Pixels
from studio.image.picture_colour import to_srgb
from studio.image.picture_encode import encode
from studio.image.picture_parts import jpeg_parts, png_parts, webp_parts
from studio.image.picture_raster import Raster, decode
from studio.image.picture_source import (
    DAMAGED,
    DECODER_ERRORS,
    HEAD,
    MOST_BYTES,
    READABLE,
    WRITABLE,
    Fault,
    TooLarge,
    kind_of,
    opened,
    shown_name,
)
from studio.image.picture_tiff import decode_tiff, tiff_recipe
from studio.paths import replacing

__all__ = [
    "MOST_PIXELS",
    "READABLE",
    "WRITABLE",
    "Picture",
    "picture_from_bytes",
    "read_picture",
    "read_recipe_text",
    "write_picture",
]

MOST_PIXELS: Final = 200_000_000
_RECIPES: Final[dict[str, Callable[[BinaryIO], str | None]]] = {
    "PNG": lambda stream: png_parts(stream, pixels=False).recipe,
    "JPEG": lambda stream: jpeg_parts(stream, pixels=False).recipe,
    "WebP": lambda stream: webp_parts(stream, pixels=False).recipe,
    "TIFF": tiff_recipe,
}
# EXIF orientation -> how the axes of (H, W, C) lie in the file: swapped, upside down, mirrored.
_TURNS: Final = {
    1: (False, False, False),
    2: (False, False, True),
    3: (False, True, True),
    4: (False, True, False),
    5: (True, False, False),
    6: (True, False, True),
    7: (True, True, True),
    8: (True, True, False),
}


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture in memory: sRGB, upright, straight alpha, in pixels that nobody writes again.

    ``pixels`` is (H, W, 3|4) uint8 or uint16; an array that could still be written is copied.
    ``recipe`` is the text found inside the file, unchecked. ``notes`` say what was mended.
    """

    pixels: Pixels
    name: str = ""
    path: Path | None = None
    recipe: str | None = None
    notes: tuple[str, ...] = ()
    _digest: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Hold to the form of the pixels: ValueError for another one."""
        pixels = self.pixels
        if pixels.dtype not in (np.uint8, np.uint16) or pixels.ndim != 3:
            raise ValueError("pixels are (H, W, 3|4) of 8 or 16 bits")
        if pixels.shape[2] not in (3, 4) or 0 in pixels.shape:
            raise ValueError("pixels are (H, W, 3|4) of 8 or 16 bits")
        if pixels.flags.writeable or not pixels.flags.c_contiguous:
            pixels = pixels.copy(order="C")
            pixels.flags.writeable = False
            object.__setattr__(self, "pixels", pixels)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.pixels.shape[1], self.pixels.shape[0]

    @property
    def sha256(self) -> str:
        """The hash of form and pixels; computed once, on first use."""
        if not self._digest:
            form = f"{self.pixels.shape} {self.pixels.dtype.name} ".encode()
            digest = hashlib.sha256(form)
            digest.update(self.pixels.data)
            self._digest.append(digest.hexdigest())
        return self._digest[0]


def read_picture(path: str | os.PathLike[str], *, most_pixels: int = MOST_PIXELS) -> Picture:
    """Read a picture of any kind in `READABLE`, whatever its name says.

    Raises `UnreadableFile` for what is no whole picture, and `WontFit` for more than
    ``most_pixels``, before anything is decoded.
    """
    path = Path(path)
    with opened(path) as stream:
        return _read(stream, path.name, path, most_pixels)


def picture_from_bytes(data: bytes, name: str, *, most_pixels: int = MOST_PIXELS) -> Picture:
    """Read a picture that came as bytes, by the clipboard or a drop, like `read_picture`."""
    return _read(BytesIO(data), name, None, most_pixels)


def read_recipe_text(path: str | os.PathLike[str]) -> str | None:
    """The text of the recipe inside a picture file, or None; the pixels are not decoded.

    Raises `UnreadableFile` where there is no such file or it is no picture.
    """
    path = Path(path)
    with opened(path) as stream:
        try:
            kind = kind_of(stream.read(HEAD))
            stream.seek(0)
            return _RECIPES[kind](stream) if kind in _RECIPES else None
        except Fault as fault:
            raise UnreadableFile(f"“{shown_name(path)}” {fault}") from fault
        except DECODER_ERRORS as error:
            raise UnreadableFile(f"“{shown_name(path)}” {DAMAGED}") from error


def write_picture(
    path: str | os.PathLike[str],
    pixels: Pixels,
    *,
    recipe: str | None = None,
    quality: int = 95,
    force: bool = False,
    deep: bool = False,
) -> None:
    """Write (H, W, 3|4) sRGB pixels as the kind that the name ends in, whole or not at all.

    JPEG (4:4:4, alpha on white) and WebP take ``quality`` 1 to 100; TIFF has 16 bits, PNG 8, or
    16 where ``deep``. Deeper pixels are dithered to 8 bits, always in the same way. The file
    carries an sRGB profile and the recipe. Raises `AlreadyExists` unless ``force``, and
    `StudioError` for a place that cannot be written and a name with an unknown ending.
    """
    if "\0" in os.fspath(path):
        raise StudioError(f"“{shown_name(path)}” is not a name that a file can have.")
    path = Path(path)
    kind = WRITABLE.get(path.suffix.lower())
    if kind is None:
        raise StudioError(
            f"“{shown_name(path)}” does not end in a kind of picture that can be written; use "
            f"{', '.join(WRITABLE)}."
        )
    if not 1 <= quality <= 100:
        raise StudioError(f"The quality is a number from 1 to 100, not {quality}.")
    checked = Picture(pixels).pixels
    with replacing(path, force=force) as temporary:
        try:
            data = encode(kind, checked, recipe, quality=quality, deep=deep)
        except MemoryError as error:
            raise WontFit(
                f"“{shown_name(path)}” could not be written: there is not enough memory to "
                "encode it; close other programs or save it smaller."
            ) from error
        temporary.write_bytes(data)


def _read(stream: BinaryIO, name: str, path: Path | None, most_pixels: int) -> Picture:
    shown = shown_name(name)
    try:
        kind = kind_of(stream.read(HEAD))
        if stream.seek(0, os.SEEK_END) > MOST_BYTES:
            raise TooLarge("is larger than 2 GB; make it smaller in another program first.")
        stream.seek(0)
        if kind == "TIFF":
            raster = decode_tiff(stream, most_pixels)
        else:
            raster = decode(kind, stream, most_pixels)
        pixels, notes = _finished(raster)
        return Picture(pixels, shown, path, raster.recipe, (*_misnamed(name, kind), *notes))
    except TooLarge as fault:
        raise WontFit(f"“{shown}” {fault}") from fault
    except Fault as fault:
        raise UnreadableFile(f"“{shown}” {fault}") from fault
    except MemoryError as error:
        raise WontFit(
            f"“{shown}” needs more memory than there is; close other programs or make it smaller."
        ) from error
    except DECODER_ERRORS as error:
        raise UnreadableFile(f"“{shown}” {_reason(stream)}") from error


def _reason(stream: BinaryIO) -> str:
    """Damage, unless the medium itself cannot be read any more."""
    with suppress(ValueError):
        try:
            stream.seek(0)
            stream.read(1)
        except OSError:
            return "cannot be read any more; see whether its disk is still there."
    return DAMAGED


def _misnamed(name: str, kind: str) -> tuple[str, ...]:
    suffix = Path(name).suffix.lower()
    said = READABLE.get(suffix)
    if not suffix or said == kind:
        return ()
    return (f"the file is {kind}, though its name ends in {shown_name(suffix)}",)


def _finished(raster: Raster) -> tuple[Pixels, tuple[str, ...]]:
    """Give upright sRGB (H, W, 3|4) that is read-only, and all notes."""
    pixels: NDArray[Any] = raster.pixels
    notes: tuple[str, ...] = ()
    if raster.colour != "rgb" or raster.profile is not None:
        colours = pixels[..., :-1] if raster.alpha else pixels
        converted, notes = to_srgb(colours, raster.colour, raster.profile)
        alpha = (pixels[..., -1:],) if raster.alpha else ()
        pixels = np.concatenate((converted, *alpha), axis=2) if alpha else converted
    pixels = np.ascontiguousarray(_upright(pixels, raster.orientation))
    pixels.flags.writeable = False
    return pixels, (*raster.notes, *notes)


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    """Turn (H, W, C) as EXIF says (TIFF 6.0, section 8, Orientation)."""
    swapped, down, mirrored = _TURNS[orientation]
    if swapped:
        pixels = pixels.swapaxes(0, 1)
    if down:
        pixels = pixels[::-1]
    return pixels[:, ::-1] if mirrored else pixels
