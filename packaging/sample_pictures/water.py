"""The water of the harbour: waves in perspective, what they mirror, and the path of the sun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from sample_pictures.land import EYE
from sample_pictures.noise import Field, perlin
from sample_pictures.sky import SUN

# Wave length (kilometres), slope, direction (radians from straight towards the eye), seed.
_WAVES = (
    (0.090, 0.010, 0.35, 1),
    (0.041, 0.016, -0.25, 2),
    (0.019, 0.024, 0.50, 3),
    (0.0090, 0.034, -0.10, 4),
    (0.0044, 0.044, 0.30, 5),
    (0.0021, 0.052, -0.45, 6),
    (0.0010, 0.056, 0.15, 7),
    (0.0005, 0.056, -0.2, 8),
)


@dataclass(frozen=True, slots=True, eq=False)
class Billboard:
    """An upright thing that stands in the water ``away`` kilometres off, already lit."""

    away: float
    left: int  # column and row of its upper left corner
    top: int
    light: Field  # (h, w, 3), linear
    cover: Field  # (h, w), in [0, 1]

    def onto(self, picture: Field) -> None:
        """Lay the thing over the picture."""
        height, width = self.cover.shape
        top, left = max(self.top, 0), max(self.left, 0)
        below, right = (
            min(self.top + height, picture.shape[0]),
            min(self.left + width, picture.shape[1]),
        )
        if top >= below or left >= right:
            return
        part = np.s_[top - self.top : below - self.top, left - self.left : right - self.left]
        cover = self.cover[part][..., None]
        patch = picture[top:below, left:right]
        patch += cover * (self.light[part] - patch)


def waves(x: Field, z: Field, focal: float) -> tuple[Field, Field, Field]:
    """Return the slopes across and away, and the variance of those too fine for a pixel."""
    reach = z * z / (EYE * focal)  # how much water one row of pixels covers
    wide = z / focal
    across = np.zeros_like(x)
    away = np.zeros_like(x)
    unseen = np.full_like(x, 2e-4)
    calm = 0.72 + 0.40 * perlin(x * 5, z * 1.4, 30) + 0.22 * perlin(x * 22, z * 5, 31)
    calm = np.clip(calm, 0.25, 1.4)
    for length, slope, turn, seed in _WAVES:
        u = (x * np.cos(turn) + z * np.sin(turn)) / (length * 2.1)
        v = (-x * np.sin(turn) + z * np.cos(turn)) / length
        blur = np.maximum(reach / length, wide / length)
        keep = np.exp(-((blur * 1.1) ** 2))
        small = keep > 0.01
        along = np.zeros_like(x)
        side = np.zeros_like(x)
        along[small] = perlin(u[small], v[small] + seed * 11, 100 + seed)
        side[small] = perlin(u[small] + 40, v[small], 200 + seed)
        # Crests are sharper than troughs.
        along = along + 0.35 * (along * along - 0.12) * np.sign(along + 0.2)
        away += slope * keep * along * calm
        across += 0.55 * slope * keep * side * calm
        unseen += (slope * calm) ** 2 * 0.16 * (1 - keep * keep)
    return across, away, unseen


def shine(
    world: Field,
    near: NDArray[np.bool_],
    boats: Sequence[Billboard],
    focal: float,
    horizon: float,
    first: int,
    rows: int,
) -> Field:
    """Return the light of the water in ``rows`` rows from row ``first`` on.

    ``world`` is the picture of everything above the water; what is ``near`` in it is mirrored about
    the row at which the water of its column begins, all else about the far shore.
    """
    width = world.shape[1]
    row, column = np.mgrid[first : first + rows, 0:width].astype(np.float32)
    dx = (column + 0.5 - width / 2) / np.float32(focal)
    dy = (horizon - row - 0.5) / np.float32(focal)
    z = EYE / np.maximum(-dy, 1e-4)
    x = dx * z
    across, away, unseen = waves(x, z, focal)
    towards = -dx * across + dy - away  # the ray on the normal (-across, 1, -away)
    hidden = towards > -0.004
    towards = np.minimum(towards, -0.004)
    up = np.maximum(dy - 2 * towards, 0.0) + 0.9 * np.sqrt(unseen) * 0.5
    side = dx + 2 * towards * across
    ahead = 1 + 2 * towards * away
    seen_column = np.clip(side / ahead * focal + width / 2, 0, width - 1)
    shore = np.float32(horizon + EYE / 6.5 * focal)
    lowest = np.where(near.any(0), near.shape[0] - np.argmax(near[::-1], axis=0), shore)
    line = np.interp(seen_column, np.arange(width), np.maximum(lowest, shore))
    rise = (up / ahead * focal + horizon).astype(np.float32)
    near_row = np.clip(2 * line - rise, 0, line - 1)
    far_row = np.clip(2 * shore - rise, 0, shore - 1)
    whole = np.rint(seen_column).astype(np.int32)
    by_near = near[near_row.astype(np.int32), whole] | near[far_row.astype(np.int32), whole]
    place = [np.where(by_near, near_row, far_row), seen_column]
    mirrored = np.stack(
        [map_coordinates(world[..., c], place, order=1, mode="nearest") for c in range(3)], axis=-1
    )
    for boat in sorted(boats, key=lambda boat: -boat.away):
        _mirror(boat, mirrored, (x, z), (side / ahead, up / ahead), focal, horizon)
    cosine = np.clip(-towards / np.sqrt(1 + dx**2), 0, 1)
    fresnel = 0.02 + 0.98 * (1 - cosine) ** 5
    fresnel = np.clip(fresnel * (1 - 1.3 * np.sqrt(unseen)), 0, 1)[..., None]
    depth = np.array([0.012, 0.034, 0.060]) * (1 + 6 * np.clip(away, -0.05, 0.1))[..., None]
    light = mirrored * fresnel + depth * (1 - fresnel)
    light *= np.where(hidden, 0.80, 1.0)[..., None]
    # The sun in the waves that are too fine to see one by one (a Gaussian of slopes).
    half = np.stack([SUN[0] - dx, SUN[1] - dy, SUN[2] - 1 + 0 * dx])
    half_z = (SUN[2] - 1 / np.sqrt(1 + dx**2 + dy**2)) / np.maximum(half[1], 1e-3)
    half_x = (SUN[0] - dx / np.sqrt(1 + dx**2 + dy**2)) / np.maximum(half[1], 1e-3)
    sigma = 1.6 * unseen + 1.2e-3
    off = (half_x + across) ** 2 / (0.9 * sigma) + (half_z + away) ** 2 / sigma
    glitter = np.exp(-0.5 * off) / (2 * np.pi * sigma * 0.95)
    sun = np.array([2.3, 1.12, 0.42]) * 0.040
    light += (glitter * fresnel[..., 0])[..., None] * sun
    return light.astype(np.float32)


def _mirror(
    boat: Billboard,
    mirrored: Field,
    place: tuple[Field, Field],
    ray: tuple[Field, Field],
    focal: float,
    horizon: float,
) -> None:
    """Lay the boat over what is mirrored wherever a ray from the water at ``place`` meets it."""
    x, z = place
    rest = boat.away - z
    column = (x + ray[0] * rest) / boat.away * focal + mirrored.shape[1] / 2 - 0.5 - boat.left
    row = horizon - (ray[1] * rest - EYE) / boat.away * focal - 0.5 - boat.top
    height, width = boat.cover.shape
    hit = (rest > 0) & (column > -1) & (column < width) & (row > -1) & (row < height + 2)
    at = [np.minimum(row[hit], height - 1), column[hit]]
    cover = map_coordinates(boat.cover, at, order=1)[:, None]
    light = [map_coordinates(boat.light[..., c], at, order=1, mode="nearest") for c in range(3)]
    mirrored[hit] += cover * (np.stack(light, axis=-1) - mirrored[hit])
