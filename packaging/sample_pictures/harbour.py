"""Paints "harbour dusk": a bay between mountains, the sun just above the far shore."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import gaussian_filter

from sample_pictures import built, growth, land, sky, water
from sample_pictures.noise import Field, fbm, perlin
from sample_pictures.water import Billboard

WIDTH, HEIGHT = 1536, 1024
_LAMPLIGHT = np.array([7.0, 3.6, 1.15], np.float32)


def develop(light: Field, exposure: float = 0.60, bloom: float = 1.0) -> Field:
    """Return display values in [0, 1] of linear light: bloom, a filmic curve, a vignette.

    The curve is Narkowicz's fit (2016) of the ACES tone curve.
    """
    height, width = light.shape[:2]
    bright = np.minimum(np.maximum(light - 1.2, 0), 9)
    for sigma, share in ((0.0025, 0.22), (0.012, 0.12), (0.05, 0.08)):
        blurred = gaussian_filter(bright, (sigma * width, sigma * width, 0), truncate=3)
        light = light + bloom * share * blurred
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    fall = 1 - 0.20 * (0.55 * x * x + 0.45 * y * y) ** 1.3
    light = light * fall[..., None] * np.float32(exposure)
    grey = light @ np.array([0.25, 0.6, 0.15], np.float32)
    light = np.maximum(grey[..., None] + 1.10 * (light - grey[..., None]), 0)
    curve = light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14)
    return np.clip(curve, 0, 1) ** np.float32(1 / 2.2)


def _linear(stamp: Image.Image, gain: float = 1.0) -> tuple[Field, Field]:
    """Return the light and the cover of a drawn stamp."""
    pixels = np.asarray(stamp, np.float32) / 255
    return pixels[..., :3] ** np.float32(2.2) * np.float32(gain), pixels[..., 3]


class _View:
    """Where things on the water and on the land stand in the picture."""

    def __init__(self, scale: float) -> None:
        """Look at the bay with ``scale`` times the pixels of the finished picture."""
        self.width, self.height = int(WIDTH * scale), int(HEIGHT * scale)
        self.focal, self.horizon = 1.1 * self.width, 0.60 * self.height

    def at(self, x: Field, y: Field, z: Field) -> tuple[Field, Field]:
        """Return column and row of a point, which is given in kilometres."""
        column = x / z * self.focal + self.width / 2
        return column, self.horizon - (y - land.EYE) / z * self.focal

    def stand(
        self, stamp: Image.Image, lamps: Image.Image | None, column: float, foot: float, z: float
    ) -> Billboard:
        """Stand a stamp up with the middle of its foot at the given place."""
        light, cover = _linear(stamp, 1.5)
        away = np.float32(1 - np.exp(-z / 14))
        light = light * (1 - away) + away * np.array([0.62, 0.34, 0.28], np.float32)
        if lamps is not None:
            light = light + np.asarray(lamps, np.float32)[..., None] / 255 * _LAMPLIGHT
        left = round(column - stamp.width / 2)
        return Billboard(z, left, round(foot - stamp.height), light.astype(np.float32), cover)


def _settle(view: _View, distance: Field, random: Generator) -> list[Billboard]:
    """Plant the trees of the headland and build its village and its lighthouse."""
    count = 26000
    x = random.uniform(0.02, 1.35, count).astype(np.float32)
    z = random.uniform(0.8, 2.1, count).astype(np.float32)
    y = land.height(x, z)
    column, row = view.at(x, y, z)
    inside = (y > 0.001) & (column > -20) & (column < view.width + 20) & (row > 0)
    x, y, z, column, row = x[inside], y[inside], z[inside], column[inside], row[inside]
    ahead = distance[
        np.clip(row.astype(int) - 2, 0, distance.shape[0] - 1),
        np.clip(column.astype(int), 0, view.width - 1),
    ]
    shown = ahead > z - 0.10
    wood = perlin(x * 5, z * 5, 60) + 0.4 * fbm(x * 18, z * 18, 3, 61) + 3.0 * (y - 0.03)
    centre = np.hypot((x - 0.47) / 0.15, (z - 1.17) / 0.12)
    settled = (y > 0.002) & (y < 0.045) & (centre < 1.0)
    trees = [growth.spruce(random) for _ in range(9)] + [growth.broadleaf(random) for _ in range(9)]
    things: list[Billboard] = []
    taken: list[tuple[float, float]] = []
    for i in np.argsort(-z):
        unit = view.focal / float(z[i])
        if not shown[i]:
            continue
        if settled[i] and random.random() < 0.10:
            size = unit * random.uniform(0.0085, 0.0150)
            if all(
                abs(column[i] - c) > 0.75 * size or abs(row[i] - r) > size * 0.8 for c, r in taken
            ):
                taken.append((float(column[i]), float(row[i])))
                stamp, lamps = built.house(random, size)
                things.append(view.stand(stamp, lamps, column[i], row[i] + 2, float(z[i])))
        elif wood[i] > 0.02 and (centre[i] > 0.75 or random.random() < 0.22):
            conifer = perlin(x[i : i + 1] * 3, z[i : i + 1] * 3, 63)[0] + random.normal(0, 0.2) > 0
            stamp = trees[int(random.integers(9)) + (0 if conifer else 9)]
            tall = max(round(unit * random.uniform(0.008, 0.016)), 5)
            stamp = stamp.resize((tall, tall), Image.Resampling.BOX)
            if random.random() < 0.5 and not conifer:
                stamp = stamp.rotate(random.uniform(-4, 4))
            things.append(view.stand(stamp, None, column[i], row[i] + 0.06 * tall, float(z[i])))
    things.append(_light(view))
    return things


def _light(view: _View) -> Billboard:
    x, z = np.float32(0.205), np.float32(1.18)
    y = land.height(np.full(1, x), np.full(1, z))[0]
    column, row = view.at(x, max(y, 0.004), z)
    stamp, lamps = built.lighthouse(view.focal / float(z) * 0.056)
    return view.stand(stamp, lamps, float(column), float(row) + 3, float(z))


def _boats(view: _View, random: Generator) -> list[Billboard]:
    boats = []
    for share, z, tall, turn in (
        (0.565, 0.150, 0.0175, -1),
        (0.315, 0.50, 0.018, 1),
        (0.475, 1.35, 0.019, -1),
        (0.610, 2.1, 0.019, 1),
    ):
        foot = view.horizon + land.EYE / z * view.focal
        stamp, lamps = built.boat(view.focal / z * tall, turn, random)
        boats.append(view.stand(stamp, lamps, share * view.width, foot, z))
    return boats


def _bank(view: _View, scale: float, random: Generator) -> Billboard:
    """Return the near shore on the left, with its pine and its grasses, as one thing."""
    canvas = Image.new("RGBA", (view.width, view.height), (0, 0, 0, 0))
    column = np.arange(view.width, dtype=np.float32) / view.width
    edge = 0.872 + 0.33 * column**1.25 + 0.012 * fbm(column * 9, 0 * column, 5, 66)
    edge = (edge * view.height).astype(np.float32)
    growth.Pine(canvas, 0.86 * view.height, random).grow(0.035 * view.width, 0.95 * view.height)
    growth.grass(canvas, edge, scale, random)
    light, cover = _linear(canvas, 1.35)
    return Billboard(0.02, 0, 0, light, cover)


def _lay(things: list[Billboard], world: Field, near: NDArray[np.bool_]) -> None:
    for thing in things:
        thing.onto(world)
        height, width = thing.cover.shape
        top, left = max(thing.top, 0), max(thing.left, 0)
        part = thing.cover[top - thing.top :, left - thing.left :] > 0.5
        patch = near[top : thing.top + height, left : thing.left + width]
        patch |= part[: patch.shape[0], : patch.shape[1]]


def paint(scale: float = 2.0) -> Image.Image:
    """Return the picture, painted ``scale`` times as large and shrunk."""
    random = np.random.default_rng(1729)
    view = _View(scale)
    above = int(view.horizon + 0.04 * view.height)
    row, column = np.mgrid[0:above, 0 : view.width].astype(np.float32)
    across = (column + 0.5 - view.width / 2) / np.float32(view.focal)
    up = (view.horizon - row - 0.5) / np.float32(view.focal)
    world, clear = sky.render_sky(across, np.maximum(up, 0.0005))
    distance = land.trace(across[0], above, view.focal, view.horizon, int(1100 * scale))
    solid = np.isfinite(distance)
    near = distance < 3
    disc = sky.sun_disc(across, up) * (np.maximum(clear, 0.75) * ~solid)[..., None]
    world[solid] = land.shade(across[solid], up[solid], distance[solid], view.focal)
    _lay(_settle(view, distance, random), world, near)
    solid |= near
    boats = _boats(view, random)
    first = int(view.horizon)
    sea = water.shine(world, near, boats, view.focal, view.horizon, first, view.height - first)
    picture = np.concatenate([world[:first] + disc[:first] * ~near[:first, :, None], sea])
    overlap = solid[first:]
    picture[first:above][overlap] = world[first:][overlap]
    for thing in [*sorted(boats, key=lambda boat: -boat.away), _bank(view, scale, random)]:
        thing.onto(picture)
    pixels = (develop(picture) * 255 + 0.5).astype(np.uint8)
    return Image.fromarray(pixels).resize((WIDTH, HEIGHT), Image.Resampling.BOX)
