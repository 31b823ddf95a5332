"""What a picture is like, for music: palette, light, contrast, colour, texture, edges, symmetry.

All values are 0..1 and come from a copy of at most 160 pixels a side, in OKLab (B. Ottosson, "A
perceptual color space for image processing", 2020), so that they mean what is seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.image.convert import Pixels, eight_bit, resize_pixels

_SIDE = 160
_COLOURS = 5
_ROUNDS = 12
_STRONGEST = 0.33  # OKLab chroma of the most vivid colours of sRGB (blue 0.31, magenta 0.32)
Plane = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the palette: sRGB 0..255, and its share of the picture."""

    red: int
    green: int
    blue: int
    share: float

    @property
    def hex(self) -> str:
        """``#rrggbb``."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


@dataclass(frozen=True, slots=True)
class PictureTraits:
    """What was seen in a picture; each 0..1.

    ``light``: mean lightness L. ``contrast``: the spread of L from the 5th to the 95th of a
    hundred. ``saturation``: the root mean square chroma over 0.2, at most 1. ``warmth``: 0.5 plus
    half the mean of (a + b) / √2 over the mean chroma, by how much colour there is: cold blue 0,
    warm orange 1, grey 0.5. ``hue``: the angle of the mean of (a, b) round the circle, red near 0.
    ``variety``: 1 minus the length of the mean of (a, b) over the mean chroma. ``fine`` and
    ``coarse``: the mean gradient of L, over 0.08 at this size, over 0.16 at a quarter of it.
    ``upright``: 0.5 for no direction, 1 where all edges stand upright, 0 where they lie level,
    from the structure tensor (Bigün and Granlund 1987), as is ``diagonal``, the share of edges
    that slant, and ``order``, its coherence averaged by energy. ``symmetry``: the correlation of
    L with its mirror image, left and right, 0 where there is none. ``height``: where light lies,
    above 0.5 towards the top. ``palette``: at most five colours by share.
    """

    light: float
    contrast: float
    saturation: float
    warmth: float
    hue: float
    variety: float
    fine: float
    coarse: float
    upright: float
    diagonal: float
    order: float
    symmetry: float
    height: float
    palette: tuple[Colour, ...] = ()


# The 5th, 50th and 95th of a hundred over 150 paintings and photos.
_USUAL = {
    "light": (0.39, 0.63, 0.87), "contrast": (0.33, 0.51, 0.72), "saturation": (0.13, 0.25, 0.57),
    "warmth": (0.34, 0.70, 0.95), "variety": (0.01, 0.10, 0.57), "fine": (0.21, 0.53, 0.95),
    "coarse": (0.26, 0.46, 0.80), "upright": (0.39, 0.50, 0.60), "diagonal": (0.17, 0.40, 0.61),
    "order": (0.44, 0.64, 0.84), "symmetry": (0.0, 0.27, 0.91), "height": (0.467, 0.503, 0.546),
}  # fmt: skip


def compared(traits: PictureTraits) -> dict[str, float]:
    """The traits beside those of usual pictures: 0.5 for a usual one, 0.1 and 0.9 for rare ones.

    ``hue`` stays as it is, for it has no more and less.
    """
    found = {"hue": traits.hue}
    for name, (low, usual, high) in _USUAL.items():
        value = getattr(traits, name)
        places = np.interp(value, (min(0.0, low - 0.01), low, usual, high, 1.0), _PLACES)
        found[name] = _held(places)
    return found


_PLACES = (0.0, 0.1, 0.5, 0.9, 1.0)


def traits_of(pixels: Pixels) -> PictureTraits:
    """Look at (H, W, 3|4) pixels of 8 or 16 bits; what is transparent lies on white."""
    small = eight_bit(pixels)
    if max(small.shape[:2]) > _SIDE:
        small = eight_bit(resize_pixels(small, _SIDE))
    rgb = small[..., :3].astype(np.float64) / 255
    if small.shape[2] == 4:
        alpha = small[..., 3:].astype(np.float64) / 255
        rgb = rgb * alpha + (1 - alpha)
    lab = oklab(rgb)
    light, a, b = lab[..., 0], lab[..., 1], lab[..., 2]
    low, high = np.percentile(light, (5, 95))
    chroma = np.hypot(a, b)
    mean_a, mean_b, mean = float(a.mean()), float(b.mean()), float(chroma.mean())
    much = min(1.0, mean / 0.04)
    along = (mean_a + mean_b) / np.sqrt(2) / max(mean, 1e-6)
    upright, diagonal, order = _directions(light)
    return PictureTraits(
        light=_held(light.mean()),
        contrast=_held(high - low),
        saturation=_held(np.sqrt((chroma**2).mean()) / 0.2),
        warmth=_held(0.5 + 0.5 * along * much),
        hue=_held((np.arctan2(mean_b, mean_a) / (2 * np.pi)) % 1.0 if mean > 1e-4 else 0.0),
        variety=_held((1 - np.hypot(mean_a, mean_b) / max(mean, 1e-6)) * much),
        fine=_held(_gradient(light) / 0.08),
        coarse=_held(_gradient(_quarter(light)) / 0.16),
        upright=upright,
        diagonal=diagonal,
        order=order,
        symmetry=_mirrored(light),
        height=_height(light),
        palette=_palette(rgb, lab),
    )


def oklab(rgb: Plane) -> Plane:
    """OKLab (…, 3) of sRGB 0..1 (…, 3): L 0..1, a to red, b to yellow."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(linear @ _TO_CONES.T)
    lab: Plane = cones @ _TO_LAB.T
    return lab


_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _held(value: float | np.floating) -> float:
    return round(min(1.0, max(0.0, float(value))), 4)


def _gradient(light: Plane) -> float:
    across = np.abs(np.diff(light, axis=1)).mean() if light.shape[1] > 1 else 0.0
    down = np.abs(np.diff(light, axis=0)).mean() if light.shape[0] > 1 else 0.0
    return float(np.hypot(across, down))


def _quarter(light: Plane) -> Plane:
    """Means of blocks of 4 by 4; as it is where that leaves nothing."""
    height, width = light.shape[0] // 4, light.shape[1] // 4
    if height < 2 or width < 2:
        return light
    blocks = light[: height * 4, : width * 4].reshape(height, 4, width, 4)
    found: Plane = blocks.mean(axis=(1, 3))
    return found


def _directions(light: Plane) -> tuple[float, float, float]:
    """Upright, slanting and ordered edges, from the structure tensor over blocks of 8 by 8."""
    if min(light.shape) < 3:
        return 0.5, 0.0, 0.0
    across = (light[1:-1, 2:] - light[1:-1, :-2]) / 2
    down = (light[2:, 1:-1] - light[:-2, 1:-1]) / 2
    xx, yy, xy = (_blocks(one) for one in (across**2, down**2, across * down))
    energy = float((xx + yy).sum())
    if energy < 1e-6:
        return 0.5, 0.0, 0.0
    turned = np.hypot(xx - yy, 2 * xy)
    upright = 0.5 + 0.5 * float((xx - yy).sum()) / energy
    diagonal = float(np.abs(2 * xy).sum()) / energy
    return _held(upright), _held(diagonal), _held(float(turned.sum()) / energy)


def _blocks(plane: Plane) -> Plane:
    """Sums over blocks of 8 by 8, the last ones smaller."""
    rows = np.add.reduceat(plane, np.arange(0, plane.shape[0], 8), axis=0)
    found: Plane = np.add.reduceat(rows, np.arange(0, plane.shape[1], 8), axis=1)
    return found


def _mirrored(light: Plane) -> float:
    centred = light - light.mean()
    energy = float((centred**2).sum())
    if energy < 1e-6:
        return 1.0
    return _held(float((centred * centred[:, ::-1]).sum()) / energy)


def _height(light: Plane) -> float:
    """1 where all light is at the top, 0 at the bottom, 0.5 for even light."""
    rows = light.mean(axis=1)
    places = np.linspace(1.0, 0.0, len(rows)) if len(rows) > 1 else np.array([0.5])
    total = float(rows.sum())
    return _held(float((rows * places).sum()) / total) if total > 1e-6 else 0.5


def _palette(rgb: Plane, lab: Plane) -> tuple[Colour, ...]:
    """Five colours by k-means in OKLab, begun with the colours farthest from each other."""
    points, colours = lab.reshape(-1, 3), rgb.reshape(-1, 3)
    centres = [points.mean(axis=0)]
    nearest = ((points - centres[0]) ** 2).sum(axis=1)
    while len(centres) < _COLOURS:
        centres.append(points[int(nearest.argmax())])
        nearest = np.minimum(nearest, ((points - centres[-1]) ** 2).sum(axis=1))
    middle = np.array(centres)
    for _ in range(_ROUNDS):
        owner = _owners(points, middle)
        count = np.bincount(owner, minlength=_COLOURS)
        sums = np.stack([np.bincount(owner, points[:, c], _COLOURS) for c in range(3)], axis=1)
        middle = np.where(count[:, None] > 0, sums / np.maximum(count, 1)[:, None], middle)
    owner = _owners(points, middle)
    found = []
    for place in range(_COLOURS):
        mine = colours[owner == place]
        if len(mine):
            red, green, blue = (round(value * 255) for value in mine.mean(axis=0).tolist())
            found.append(Colour(red, green, blue, round(len(mine) / len(colours), 4)))
    return tuple(sorted(found, key=lambda colour: -colour.share))


def _owners(points: Plane, middle: Plane) -> NDArray[np.intp]:
    found: NDArray[np.intp] = ((points[:, None, :] - middle) ** 2).sum(axis=2).argmin(axis=1)
    return found
