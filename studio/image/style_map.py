"""The style brush's value: which of the chosen styles goes where on the photo."""

from __future__ import annotations

import base64
import binascii
import bz2
import struct
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.errors import StudioError

MOST_SIDE = 512
"""Cells of a map's longer side; a map has the photo's aspect."""
PLANES = 6
""""Keep as photo" and five styles."""
MOST_TEXT = 2**18
"""Characters of a map's text at the most."""
_GOOD_TEXT = 56 * 2**10
"""Characters up to which every kind of picture file can carry the map in its recipe."""
_STEP = 5
"""Brushes paint in steps of this out of 255: nobody sees a fiftieth, and it halves the text."""
_HEAD = struct.Struct(">4sHHB")  # magic, width, height, the planes that follow as bits
_MAGIC = b"KSM1"
_FULL = 255


@dataclass(frozen=True, slots=True)
class Dab:
    """One touch of the brush, in parts of the photo's width and height.

    ``radius`` is in parts of the photo's longer side; ``opacity`` is reached within ``hardness``
    parts of the radius (0 to 1) and falls softly to nothing at its end.
    """

    x: float
    y: float
    radius: float
    opacity: float = 1.0
    hardness: float = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class StyleMap:
    """How much of each place belongs to which style, as a soft edged picture of few cells.

    Plane 0 keeps the photo, plane k is the k-th chosen style; what the planes leave of 255 was
    never painted and belongs to the mixture of all styles. Raises StudioError for other planes.
    """

    planes: NDArray[np.uint8]  # (6, h, w), read-only

    def __post_init__(self) -> None:
        """Hold the bounds, and let nobody write to the planes any more."""
        planes = self.planes
        if planes.dtype != np.uint8 or planes.ndim != 3 or planes.shape[0] != PLANES:
            raise StudioError("A style map has six planes of bytes.")
        if not all(1 <= side <= MOST_SIDE for side in planes.shape[1:]):
            raise StudioError(f"A style map has 1 to {MOST_SIDE} cells a side.")
        if planes.sum(0, dtype=np.uint16).max() > _FULL:
            raise StudioError("In the style map a place belongs to more than one whole style.")
        if planes.flags.writeable:
            planes = planes.copy()
            planes.setflags(write=False)
            object.__setattr__(self, "planes", planes)

    @staticmethod
    def empty(photo_size: tuple[int, int]) -> StyleMap:
        """A map on which nothing is painted, for a photo of a (width, height)."""
        width, height = _cells(photo_size)
        return StyleMap(np.zeros((PLANES, height, width), np.uint8))

    @property
    def size(self) -> tuple[int, int]:
        """The (width, height) in cells."""
        return self.planes.shape[2], self.planes.shape[1]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is painted."""
        return not self.planes.any()

    def painted(self, plane: int | None, dabs: Sequence[Dab]) -> StyleMap:
        """The map after one stroke that paints a plane; None erases."""
        return Stroke(self, plane).add(dabs)

    def resized(self, photo_size: tuple[int, int]) -> StyleMap:
        """The map stretched to the aspect of a photo of a (width, height); itself if it has it."""
        cells = _cells(photo_size)
        part = max(self.size) / max(cells)
        fits = all(
            abs(have - want * part) <= 1 for have, want in zip(self.size, cells, strict=True)
        )
        return self if fits else _stretched(self, cells)

    def following(self, before: Sequence[Hashable], after: Sequence[Hashable]) -> StyleMap:
        """The map after the chosen styles changed: each plane goes with its style.

        What was painted with a style that is no longer chosen counts as never painted.
        """
        planes = np.zeros_like(self.planes)
        planes[0] = self.planes[0]
        for plane, style in enumerate(after[: PLANES - 1], start=1):
            if style in before[: PLANES - 1]:
                planes[plane] = self.planes[1 + before.index(style)]
        return StyleMap(planes)

    def weights(
        self, mixture: Sequence[float], strength_of_photo: float = 0.0
    ) -> NDArray[np.float32]:
        """The part of the photo and of each of n styles everywhere, (1 + n, h, w), summing to 1.

        ``mixture`` has the n weights, in any scale, of what was never painted, of which
        ``strength_of_photo`` (0 to 1) is the photo's. Planes beyond n count as never painted.
        """
        parts = np.asarray(mixture, np.float64)
        if not 0 < len(parts) < PLANES or not np.isfinite(parts).all() or (parts < 0).any():
            raise ValueError("a mixture is of one to five weights from 0 up")
        total = parts.sum()
        parts = parts / total if total > 0 else np.full(len(parts), 1 / len(parts))
        share = np.concatenate([[strength_of_photo], (1 - strength_of_photo) * parts])
        weights = self.planes[: 1 + len(parts)].astype(np.float32) / _FULL
        rest = 1 - weights.sum(0)
        weights += share.astype(np.float32)[:, None, None] * rest
        whole: NDArray[np.float32] = weights / weights.sum(0)
        return whole

    def to_text(self) -> str:
        """The map as base64, at most 56 KiB; empty where nothing is painted.

        Lossless but for a map of very many strokes, which loses half of its cells a side until a
        JPEG file can carry it.
        """
        if self.is_empty:
            return ""
        width, height = self.size
        kept = [plane for plane in range(PLANES) if self.planes[plane].any()]
        head = _HEAD.pack(_MAGIC, width, height, sum(1 << plane for plane in kept))
        packed = bz2.compress(_differences(self.planes[kept]).tobytes())
        text = base64.b64encode(head + packed).decode("ascii")
        if len(text) <= _GOOD_TEXT:
            return text
        return _stretched(self, (max(1, width // 2), max(1, height // 2))).to_text()

    @staticmethod
    def from_text(text: str) -> StyleMap:
        """Read what ``to_text`` wrote; an empty text is a map of one cell, never painted.

        Raises StudioError for anything else, before it costs more memory than a map does.
        """
        if not isinstance(text, str) or len(text) > MOST_TEXT:
            raise StudioError("The style map is damaged: it is not a text of its length.")
        return _read(text)


class Stroke:
    """One stroke over a map, growing dab by dab.

    Dabs of a stroke do not add up where they overlap: its opacity is the most that it lays on.
    """

    def __init__(self, before: StyleMap, plane: int | None) -> None:
        if plane is not None and not 0 <= plane < PLANES:
            raise ValueError(f"there is no plane {plane}")
        self._before = before
        self._plane = plane
        width, height = before.size
        self._cover = np.zeros((height, width), np.float32)
        self._planes = before.planes.copy()

    def add(self, dabs: Sequence[Dab]) -> StyleMap:
        """Lay on further dabs and return the map as it is now."""
        boxes = [box for dab in dabs if (box := self._touch(dab)) is not None]
        if boxes:
            left, top = (min(box[side] for box in boxes) for side in (0, 1))
            right, bottom = (max(box[side] for box in boxes) for side in (2, 3))
            part = (slice(top, bottom), slice(left, right))
            cover = self._cover[part]
            planes = self._before.planes[:, *part] * (1 - cover)
            if self._plane is not None:
                planes[self._plane] += _FULL * cover
            self._planes[:, *part] = _stepped(planes)
        return StyleMap(self._planes)  # which copies them

    def _touch(self, dab: Dab) -> tuple[int, int, int, int] | None:
        """Lay one dab on; its box in cells: left, top, right, bottom."""
        height, width = self._cover.shape
        longer = max(width, height)
        reach = max(0.5, dab.radius * longer)
        across, down = dab.x * width - 0.5, dab.y * height - 0.5
        left, right = max(0, int(across - reach)), min(width, int(across + reach) + 2)
        top, bottom = max(0, int(down - reach)), min(height, int(down + reach) + 2)
        if left >= right or top >= bottom:
            return None
        far = np.hypot(
            np.arange(left, right, dtype=np.float32)[None] - across,
            np.arange(top, bottom, dtype=np.float32)[:, None] - down,
        )
        core = reach * min(1.0, max(0.0, dab.hardness))
        fall = np.clip((reach - far) / max(1.0, reach - core), 0, 1)
        soft = fall * fall * (3 - 2 * fall) * min(1.0, max(0.0, dab.opacity))
        part = self._cover[top:bottom, left:right]
        np.maximum(part, soft.astype(np.float32), out=part)
        return left, top, right, bottom


def _cells(photo_size: tuple[int, int]) -> tuple[int, int]:
    width, height = photo_size
    longer = max(1, width, height)
    side = min(MOST_SIDE, longer)
    return max(1, round(width / longer * side)), max(1, round(height / longer * side))


def _stretched(before: StyleMap, size: tuple[int, int]) -> StyleMap:
    planes = [
        np.asarray(Image.fromarray(plane).resize(size, Image.Resampling.BILINEAR), np.float32)
        for plane in before.planes
    ]
    return StyleMap(_stepped(np.stack(planes)))


def _stepped(planes: NDArray[Any]) -> NDArray[np.uint8]:
    """Planes (6, h, w) in whole steps; where that went above 255, the strongest gives way."""
    rounded = np.rint(planes / _STEP).astype(np.int16) * _STEP
    surplus = np.maximum(rounded.sum(0) - _FULL, 0)
    if surplus.any():
        strongest = rounded.argmax(0)[None]
        less = np.take_along_axis(rounded, strongest, 0) - surplus[None]
        np.put_along_axis(rounded, strongest, less, 0)
    stepped: NDArray[np.uint8] = rounded.astype(np.uint8)
    return stepped


def _differences(planes: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Each cell less what its upper and left neighbours foretell: mostly zero on soft planes."""
    down = np.diff(planes, axis=1, prepend=np.uint8(0))
    return np.diff(down, axis=2, prepend=np.uint8(0))


def _sums(differences: NDArray[np.uint8]) -> NDArray[np.uint8]:
    down = np.cumsum(differences, axis=1, dtype=np.uint8)
    cells: NDArray[np.uint8] = np.cumsum(down, axis=2, dtype=np.uint8)
    return cells


@lru_cache(maxsize=8)
def _read(text: str) -> StyleMap:
    if not text:
        return StyleMap.empty((1, 1))
    damaged = StudioError("The style map is damaged; clear it and paint it again.")
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
        magic, width, height, bits = _HEAD.unpack_from(data)
    except (ValueError, binascii.Error, struct.error):
        raise damaged from None
    sides = 1 <= width <= MOST_SIDE and 1 <= height <= MOST_SIDE
    if magic != _MAGIC or not sides or not 0 < bits < 1 << PLANES:
        raise damaged
    kept = [plane for plane in range(PLANES) if bits >> plane & 1]
    planes = np.zeros((PLANES, height, width), np.uint8)
    cells = _unpacked(data[_HEAD.size :], len(kept) * width * height)
    if cells is None:
        raise damaged
    planes[kept] = _sums(cells.reshape(len(kept), height, width))
    return StyleMap(planes)


def _unpacked(packed: bytes, length: int) -> NDArray[np.uint8] | None:
    """The bytes of a bz2 stream that has exactly this length; None for any other."""
    stream = bz2.BZ2Decompressor()
    try:
        cells = stream.decompress(packed, length + 1)
    except (OSError, ValueError):
        return None
    if len(cells) != length or not stream.eof or stream.unused_data:
        return None
    return np.frombuffer(cells, np.uint8)
