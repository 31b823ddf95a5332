"""Colours of pictures: embedded profiles to sRGB through Little CMS, and the sRGB profile itself.

Eight bits take the optimised path of Little CMS, which is within one level of the truth. Sixteen
bits must not: there the optimiser resamples the curves into a coarse cube that was measured to be
up to 19 (of 255) levels off for Adobe RGB, so its optimiser is switched off and the rows are
shared among threads instead.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from typing import Any, Final, Literal

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import ImageCms

from studio.image.convert import Pixels
from studio.image.picture_source import DECODER_ERRORS

Colour = Literal["grey", "rgb", "cmyk"]

_SPACES: Final = {b"GRAY": "grey", b"RGB ": "rgb", b"CMYK": "cmyk"}
_NAMES: Final = {"grey": "gray", "rgb": "rgb", "cmyk": "cmyk"}
_RELATIVE: Final = 1
_BLACK_POINT: Final = 0x2000
_NO_OPTIMISER: Final = 0x0100
_SAME: Final = 0.003  # of full scale: less than one level of 8 bits
_PIXELS_A_THREAD: Final = 1_000_000

DAMAGED_PROFILE: Final = "colour profile damaged, taken as sRGB"
_D65: Final = (0.3127, 0.3290)
_SRGB_PRIMARIES: Final = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_ADOBE_PRIMARIES: Final = ((0.64, 0.33), (0.21, 0.71), (0.15, 0.06))
_H273_PRIMARIES: Final = {
    1: _SRGB_PRIMARIES,
    9: ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),  # BT.2020
    12: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),  # P3 with D65
}


@cache
def srgb_profile() -> bytes:
    """An sRGB profile; its date is a fixed one, so that the same picture gives the same file."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = bytes((7, 0xE9, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))  # 2025-01-01
    return bytes(data)


def adobe_rgb_profile() -> bytes:
    """A profile of Adobe RGB (1998): gamma 563/256 and its own green."""
    return _profile(_ADOBE_PRIMARIES, gamma=563 / 256)


def coded_profile(primaries: int, transfer: int) -> tuple[bytes | None, str | None]:
    """The profile and a note for ITU-T H.273 numbers; None for sRGB and what is not known.

    HDR is brought to a standard screen: of PQ, 203 nits (ITU-R BT.2408) become white and what is
    brighter is cut; HLG is shown as the standard picture that it is made to be compatible with.
    """
    chosen = _H273_PRIMARIES.get(primaries, _SRGB_PRIMARIES)
    if transfer == 16:
        note = "HDR (PQ) picture: what is brighter than paper white was cut"
        return _profile(chosen, curve=_pq_curve()), note
    if transfer == 18:
        return _profile(chosen, gamma=2.4), "HDR (HLG) picture, shown as a standard one"
    if transfer == 8:
        return _profile(chosen, gamma=1.0), None
    if chosen is _SRGB_PRIMARIES:
        return None, None
    return _profile(chosen, curve=_srgb_curve()), None


def to_srgb(
    pixels: Pixels, colour: Colour, profile: bytes | None
) -> tuple[Pixels, tuple[str, ...]]:
    """Give (H, W, 3) sRGB of the same depth, and notes about what had to be assumed.

    ``pixels`` is (H, W) or (H, W, 1) for grey, (H, W, 3) for rgb, (H, W, 4) for cmyk, where full
    scale is full ink.
    """
    if profile is None:
        note = ("CMYK without a colour profile: colours are a guess",) if colour == "cmyk" else ()
        return _plain(pixels, colour), note
    space = _SPACES.get(profile[16:20])
    if colour == "grey" and space == "rgb":
        pixels, colour = _plain(pixels, "grey"), "rgb"
    if space is None or len(profile) < 132:
        return _plain(pixels, colour), (DAMAGED_PROFILE,)
    if space != colour:
        return _plain(pixels, colour), ("colour profile does not fit the picture, taken as sRGB",)
    try:
        if colour != "cmyk" and _is_srgb(profile, colour):
            return _plain(pixels, colour), ()
        return _converted(pixels, colour, profile), ()
    except DECODER_ERRORS:
        return _plain(pixels, colour), (DAMAGED_PROFILE,)


def _plain(pixels: Pixels, colour: Colour) -> Pixels:
    """RGB without a profile; for CMYK the ink of each plate darkens what the others left."""
    if colour == "rgb":
        return pixels
    if colour == "grey":
        flat: NDArray[Any] = pixels.reshape((*pixels.shape[:2], 1))
        return np.repeat(flat, 3, axis=2)
    most = int(np.iinfo(pixels.dtype).max)
    result = np.empty((*pixels.shape[:2], 3), pixels.dtype)
    for begin in range(0, len(pixels), 256):
        rows = most - pixels[begin : begin + 256].astype(np.uint32)
        result[begin : begin + 256] = (rows[..., :3] * rows[..., 3:] + most // 2) // most
    return result


def _converted(pixels: Pixels, colour: Colour, profile: bytes) -> Pixels:
    """Run Little CMS over the rows, several bands at once where the picture is large."""
    if colour == "grey":
        pixels = pixels.reshape(pixels.shape[:2])
    count = min(4, os.cpu_count() or 1, 1 + pixels.shape[0] * pixels.shape[1] // _PIXELS_A_THREAD)
    if count == 1 or len(pixels) < 4 * count:
        return _transform(pixels, colour, profile)
    result = np.empty((*pixels.shape[:2], 3), pixels.dtype)
    edges = [len(pixels) * i // count for i in range(count + 1)]

    def band(begin: int, end: int) -> None:
        result[begin:end] = _transform(pixels[begin:end], colour, profile)

    with ThreadPoolExecutor(count) as threads:
        for done in [threads.submit(band, *edge) for edge in pairwise(edges)]:
            done.result()
    return result


def _transform(pixels: Pixels, colour: Colour, profile: bytes) -> Pixels:
    result: Any = imagecodecs.cms_transform(
        np.ascontiguousarray(pixels),
        profile,
        srgb_profile(),
        colorspace=_NAMES[colour],
        outcolorspace="rgb",
        intent=_RELATIVE,
        flags=_BLACK_POINT | (_NO_OPTIMISER if pixels.dtype == np.uint16 else 0),
    )
    if result.shape != (*pixels.shape[:2], 3) or result.dtype != pixels.dtype:
        raise ValueError("the colours came back in another shape")
    return result  # type: ignore[no-any-return]


def _is_srgb(profile: bytes, colour: Colour) -> bool:
    """Whether a profile moves none of the probe colours by as much as one level of 8 bits."""
    probe: NDArray[np.uint16]
    if colour == "grey":
        probe = np.linspace(0, 65535, 64).astype(np.uint16).reshape(1, -1)
    else:
        steps = np.linspace(0, 65535, 9).astype(np.uint16)
        probe = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(1, -1, 3)
    moved = _transform(probe, colour, profile).astype(np.int64) - _plain(probe, colour)
    return int(np.abs(moved).max()) <= _SAME * 65535


def _profile(
    primaries: Sequence[tuple[float, float]],
    *,
    gamma: float | None = None,
    curve: NDArray[np.float32] | None = None,
) -> bytes:
    return bytes(
        imagecodecs.cms_profile(
            "rgb",
            whitepoint=[*_D65, 1.0],
            primaries=[value for x, y in primaries for value in (x, y, 1.0)],
            gamma=gamma,
            transferfunction=curve,
        )
    )


def _srgb_curve() -> NDArray[np.float32]:
    value = np.linspace(0, 1, 4096)
    low = value <= 0.04045
    linear = np.where(low, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return linear.astype(np.float32)


def _pq_curve() -> NDArray[np.float32]:
    """The PQ function (SMPTE ST 2084) in units of paper white, cut at 1."""
    m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
    root = np.linspace(0, 1, 4096) ** (1 / m2)
    nits = 10_000 * (np.maximum(root - c1, 0) / (c2 - c3 * root)) ** (1 / m1)
    return np.minimum(nits / 203, 1).astype(np.float32)
