"""A layer: one result with its pixels, its recipe and how it lies above the photo."""

import re
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.document.recipe import Recipe
from studio.errors import StudioError

Pixels: TypeAlias = NDArray[np.uint8] | NDArray[np.uint16]  # (H, W, 3) or (H, W, 4), sRGB

BLEND_MODES = ("normal", "multiply", "screen", "overlay", "soft-light")
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def new_id() -> str:
    """A fresh name for a layer, never used before."""
    return uuid.uuid4().hex


def now() -> str:
    """The present moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True, weakref_slot=True)
class Layer:
    """One result in the history; compared by identity, changed with ``replace``.

    ``pixels`` is (H, W, 3) or (H, W, 4), uint8 or uint16, sRGB with straight alpha; an array that
    somebody could still write to is copied. ``partial`` marks the picture of a job that was
    stopped. ``opacity`` lies in 0..1 and ``blend`` is one of ``BLEND_MODES``. Raises StudioError
    where that does not hold.
    """

    pixels: Pixels
    name: str = ""
    recipe: Recipe | None = None
    starred: bool = False
    partial: bool = False
    opacity: float = 1.0
    blend: str = "normal"
    created: str = field(default_factory=now)
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pixels", frozen_pixels(self.pixels))
        if not _ID.fullmatch(self.id):
            raise StudioError("The layer has an id that cannot be used.")
        if not 0.0 <= self.opacity <= 1.0:
            raise StudioError("The opacity of a layer lies between 0 and 1.")
        if self.blend not in BLEND_MODES:
            raise StudioError(f"“{self.blend}” is not a blend mode of this studio.")

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return int(self.pixels.shape[1]), int(self.pixels.shape[0])


def frozen_pixels(pixels: Pixels) -> Pixels:
    """The same pixels in an array that nobody can write to; a copy only where one could."""
    if pixels.ndim != 3 or pixels.shape[2] not in (3, 4) or 0 in pixels.shape:
        raise StudioError("A picture needs pixels of three or four channels.")
    if pixels.dtype not in (np.dtype(np.uint8), np.dtype(np.uint16)):
        raise StudioError("A picture needs 8 or 16 bits a channel.")
    if not pixels.flags.writeable and pixels.flags.c_contiguous:
        return pixels
    copy: Pixels = pixels.copy(order="C")
    copy.setflags(write=False)
    return copy


def thumbnail(layer: Layer, longer: int = 160) -> NDArray[np.uint8]:
    """A small 8-bit picture of the layer, its longer side at most ``longer`` pixels.

    Made anew on every call and cheap also for 100 megapixels: most pixels are skipped before the
    rest is averaged.
    """
    return small(layer.pixels, longer)


def small(pixels: Pixels, longer: int) -> NDArray[np.uint8]:
    """The pixels in 8 bits, reduced so that the longer side is at most ``longer``."""
    height, width = pixels.shape[:2]
    longest = max(height, width)
    skip = max(1, longest // (longer * 4))
    few = pixels[skip // 2 :: skip, skip // 2 :: skip]
    if few.shape[0] == 0 or few.shape[1] == 0:  # a strip thinner than one skip
        few = pixels[:: min(skip, height), :: min(skip, width)]
    eight = few if few.dtype == np.uint8 else ((few.astype(np.uint32) * 255 + 32767) // 65535)
    image = Image.fromarray(np.ascontiguousarray(eight, dtype=np.uint8))
    scale = min(1.0, longer / longest)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(image.resize(size, Image.Resampling.LANCZOS))
