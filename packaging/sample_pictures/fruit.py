"""The shapes of the still life: turned vessels, fruit and leaves, each with its painted surface."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import map_coordinates

from sample_pictures.marching import Distance, Thing
from sample_pictures.noise import Field, smoothstep, spectral

Point = tuple[float, float, float]

Shape = Callable[[Field], Field]

_GRAIN = spectral((96, 96, 96), 2, 40, 1.9, 8)
_PORES = spectral((96, 96, 96), 14, 30, 0.5, 9)


def grain(points: Field, scale: float, pores: bool = False) -> Field:
    """Return smooth noise of unit deviation in space, about ``scale`` features a unit."""
    place = (points * scale * 16 % 96).T
    return map_coordinates(
        _PORES if pores else _GRAIN, place, order=2, mode="grid-wrap", prefilter=False
    )


def mix(a: Point | Field, b: Point | Field, part: Field) -> Field:
    """Return colours between two colours."""
    low, high = np.asarray(a, np.float32), np.asarray(b, np.float32)
    return low + (high - low) * np.clip(part, 0, 1)[:, None]


def turned(profile: list[tuple[float, float]], thick: float, at: Point) -> Distance:
    """Return a vessel that is turned about its upright axis; ``profile`` is (height, radius)."""
    heights, radii = np.array(profile).T
    table_y = np.linspace(heights[0], heights[-1], 512)
    table_r = PchipInterpolator(heights, radii)(table_y)
    lean = 1 / np.sqrt(1 + np.gradient(table_r, table_y) ** 2)
    low, high = float(heights[0]), float(heights[-1])

    def distance(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        out = np.hypot(p[:, 0], p[:, 2])
        y = np.clip(p[:, 1], low, high)
        wall = (out - np.interp(y, table_y, table_r)) * np.interp(y, table_y, lean)
        if thick:
            floor = np.maximum(wall, np.abs(p[:, 1] - low) - thick)
            wall = np.minimum(np.abs(wall + thick) - thick, floor)
        over = np.abs(p[:, 1] - y)
        return (np.where(over > 0, np.hypot(np.maximum(wall, 0), over), wall) * 0.85).astype(
            np.float32
        )

    return distance


def ring(at: Point, tall: float, wide: float, thick: float) -> Distance:
    """Return an upright elliptic ring in the plane of the picture: the handle of a jug."""

    def distance(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        x, y = p[:, 0] / wide, p[:, 1] / tall
        flat = (np.hypot(x, y) - 1) * min(wide, tall)
        return (np.hypot(flat, p[:, 2] * 0.75) - thick).astype(np.float32) * np.float32(0.8)

    return distance


def joined(first: Distance, second: Distance, blend: float) -> Distance:
    """Return the union of two shapes with a fillet of about ``blend``."""

    def distance(points: Field) -> Field:
        a, b = first(points), second(points)
        h = np.clip(0.5 + 0.5 * (b - a) / blend, 0, 1)
        return b + (a - b) * h - blend * h * (1 - h)

    return distance


def _axes(points: Field, at: Point, axis: Point) -> tuple[Field, Field, Field]:
    """Return distance from the axis, height along it and the offset from the middle."""
    p = points - np.asarray(at, np.float32)
    way = np.asarray(axis, np.float32) / np.linalg.norm(axis).astype(np.float32)
    height = p @ way
    out = np.linalg.norm(p - height[:, None] * way, axis=1)
    return out, height, p


def _round(
    at: Point, axis: Point, radius: Shape, bump: Shape | None = None, slack: float = 0.75
) -> Distance:
    """Return a fruit whose radius is a function of the angle above its equator."""

    def distance(points: Field) -> Field:
        out, height, p = _axes(points, at, axis)
        length = np.hypot(out, height)
        d = length - radius(np.arctan2(height, out))
        if bump is not None:
            near = d < 0.05
            d[near] += bump(p[near])
        return (d * slack).astype(np.float32)

    return distance


def orange(at: Point, size: float, axis: Point = (0.2, 1, 0.3)) -> Thing:
    """Return an orange: pores, and a small star where the stalk was."""

    def radius(angle: Field) -> Field:
        dent = 0.10 * np.exp(-(((angle - 1.571) / 0.12) ** 2))
        return size * (1 - 0.03 * np.sin(angle) ** 2 - dent)

    def bump(p: Field) -> Field:
        return 0.0011 * grain(p, 9.0, pores=True) + 0.002 * grain(p, 0.6)

    def colour(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        out, height, _ = _axes(points, at, axis)
        skin = mix((0.72, 0.165, 0.004), (0.82, 0.26, 0.010), 0.5 + 0.35 * grain(p, 0.35))
        skin *= (1 - 0.10 * np.clip(grain(p, 9.0, pores=True), -1, 2))[:, None]
        stalk = smoothstep(0.12, 0.05, out / size) * (height > 0)
        return mix(skin, (0.16, 0.19, 0.04), stalk)

    shape = _round(at, axis, radius, bump)
    return Thing(shape, at, size * 1.05, colour, (0.5, 0.17, 0.02), 0.045, 0.25)


def apple(at: Point, size: float, axis: Point, red: float) -> Thing:
    """Return an apple with its stalk; ``red`` says how ripe it is."""

    def radius(angle: Field) -> Field:
        top = 0.42 * np.exp(-(((angle - 1.571) / 0.38) ** 2))
        foot = 0.24 * np.exp(-(((angle + 1.571) / 0.26) ** 2))
        return size * (1 - 0.06 * np.sin(angle) - top - foot)

    way = np.asarray(axis) / np.linalg.norm(axis)
    body = _round(at, axis, radius, None, 0.62)

    def stalk(points: Field) -> Field:
        _, height, p = _axes(points, at, axis)
        sway = np.array([0.14, 0, 0.05], np.float32) * (size / 0.3)
        bend = np.clip(height / size - 0.55, 0, 1)[:, None] * sway
        bent = np.linalg.norm(p - height[:, None] * way.astype(np.float32) - bend, axis=1)
        inside = np.abs(height - size * 0.86) - size * 0.30
        return (np.maximum(bent - size * 0.045, inside) * 0.8).astype(np.float32)

    def colour(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        out, height, _ = _axes(points, at, axis)
        turn = np.arctan2(p[:, 0], p[:, 2])
        around = np.stack([np.cos(turn), np.sin(turn), height * 0.25], axis=1).astype(np.float32)
        streak = grain(around, 1.1) * 0.5 + 0.35 * grain(around * [1, 1, 3], 3.0)
        side = grain(p, 0.16) * 0.55
        pale = 1.3 * np.clip(height / size - 0.55, 0, None)
        part = smoothstep(-0.7, 0.9, streak + side + (red - 0.5) * 2.6 - pale)
        skin = mix((0.70, 0.52, 0.08), (0.52, 0.022, 0.02), part)
        freckle = smoothstep(1.3, 2.0, grain(p, 6.0, pores=True))
        skin = mix(skin, (0.72, 0.45, 0.18), 0.40 * freckle)
        cup = smoothstep(0.40, 0.12, out / size) * (height > 0)
        skin = mix(skin, (0.42, 0.40, 0.07), cup * 0.8)
        wood = smoothstep(0.10, 0.07, out / size) * (height > size * 0.62)
        return mix(skin, (0.09, 0.05, 0.025), wood)

    mean = (0.42, 0.05, 0.025) if red > 0.4 else (0.35, 0.26, 0.05)
    return Thing(joined(body, stalk, 0.004), at, size * 1.30, colour, mean, 0.05, 0.75)


def lemon(at: Point, size: float, axis: Point) -> Thing:
    """Return a lemon with its two nubs."""

    def radius(angle: Field) -> Field:
        tip = 0.34 * np.exp(-(((angle - 1.571) / 0.25) ** 2))
        foot = 0.26 * np.exp(-(((angle + 1.571) / 0.22) ** 2))
        return size * (0.92 + 0.18 * np.sin(angle) ** 2 + tip + foot)

    def bump(p: Field) -> Field:
        return 0.0012 * grain(p, 7.5, pores=True) + 0.004 * grain(p, 0.5)

    def colour(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        _, height, _ = _axes(points, at, axis)
        skin = mix((0.70, 0.41, 0.008), (0.76, 0.52, 0.03), 0.5 + 0.35 * grain(p, 0.4))
        skin *= (1 - 0.07 * np.clip(grain(p, 7.5, pores=True), -1, 2))[:, None]
        return mix(skin, (0.50, 0.52, 0.08), smoothstep(1.05, 1.4, np.abs(height) / size) * 0.7)

    shape = _round(at, axis, radius, bump)
    return Thing(shape, at, size * 1.5, colour, (0.5, 0.34, 0.03), 0.045, 0.28)


def half_lemon(at: Point, size: float, axis: Point) -> Thing:
    """Return half a lemon; ``axis`` is where its cut face looks."""
    whole = lemon(at, size, axis).distance
    way = np.asarray(axis, np.float32) / np.float32(np.linalg.norm(axis))
    side = np.cross(way, [0, 1, 0])
    side /= np.linalg.norm(side)
    upper = np.cross(side, way)

    def face(p: Field) -> tuple[Field, Field]:
        u, v = p @ side.astype(np.float32), p @ upper.astype(np.float32)
        return np.hypot(u, v) / (size * 0.92), np.arctan2(v, u)

    def distance(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        cut = p @ way
        near = np.abs(cut) < 0.03
        if near.any():
            out, turn = face(p[near])
            wedge = np.abs(((turn / (2 * np.pi) * 9) % 1) - 0.5)
            pulp = smoothstep(0.47, 0.40, wedge) * smoothstep(0.84, 0.76, out)
            cut[near] += 0.006 * pulp * (1 + 0.4 * grain(p[near], 2.0))
        return np.maximum(whole(points), cut * np.float32(0.9))

    def colour(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        skin = lemon(at, size, axis).colour(points)
        out, turn = face(p)
        sector = turn / (2 * np.pi) * 9
        wedge = np.abs((sector % 1) - 0.5)
        cell = grain(np.stack([out * 0.35, turn * 1.1, 0 * out], axis=1).astype(np.float32), 1.5)
        pulp = mix((0.86, 0.66, 0.12), (0.95, 0.84, 0.34), 0.5 + 0.4 * cell)
        inner = smoothstep(0.48, 0.43, wedge + 0.02 / np.maximum(out, 0.05) * 0.4)
        inner *= smoothstep(0.85, 0.81, out) * smoothstep(0.04, 0.09, out)
        flesh = mix((0.90, 0.84, 0.62), pulp, inner)
        flesh = mix(flesh, (0.86, 0.62, 0.05), smoothstep(0.95, 0.985, out))
        return mix(skin, flesh, ((p @ way) > -0.012).astype(np.float32))

    return Thing(distance, at, size * 1.5, colour, (0.6, 0.45, 0.10), 0.05, 0.35, glow=0.25)


def pear(at: Point, size: float) -> Thing:
    """Return a pear that stands; ``size`` is its height and ``at`` its foot."""
    profile = [
        (0.0, 0.10),
        (0.02, 0.19),
        (0.12, 0.325),
        (0.28, 0.375),
        (0.45, 0.325),
        (0.62, 0.215),
        (0.80, 0.150),
        (0.92, 0.115),
        (0.985, 0.05),
        (1.0, 0.012),
        (1.12, 0.014),
        (1.2, 0.022),
    ]
    body = turned([(h * size, r * size) for h, r in profile], 0.0, at)

    def bent(points: Field) -> Field:
        p = points.copy()
        rise = np.clip((p[:, 1] - at[1]) / size, 0, 1.3)
        p[:, 0] -= 0.10 * size * rise**2
        return body(p) * np.float32(0.9)

    def colour(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        rise = p[:, 1] / size
        skin = mix((0.42, 0.44, 0.055), (0.70, 0.52, 0.07), 0.5 + 0.45 * grain(p, 0.25))
        blush = smoothstep(-0.25, 0.28, -p[:, 0] / size + 0.12 * grain(p, 0.4) + 0.12)
        skin = mix(skin, (0.62, 0.17, 0.04), 0.62 * blush * smoothstep(0.95, 0.4, rise))
        skin = mix(skin, (0.28, 0.19, 0.06), 0.65 * smoothstep(0.9, 1.7, grain(p, 6.5, pores=True)))
        return mix(skin, (0.10, 0.06, 0.03), smoothstep(0.985, 1.0, rise))

    middle = (at[0], at[1] + size * 0.58, at[2])
    return Thing(bent, middle, size * 0.72, colour, (0.35, 0.28, 0.04), 0.045, 0.40)


def grapes(at: Point, count: int, random: Generator) -> Thing:
    """Return a bunch of grapes that lies on the table, its tip to the left front."""
    middles: list[Field] = []
    sizes: list[float] = []
    for _ in range(6000):
        along = random.uniform(0, 1)
        wide = 0.30 * (1 - along) ** 0.6 + 0.05
        size = random.uniform(0.074, 0.092)
        lift = size + random.uniform(0, 1) ** 1.3 * max(0.38 * (1 - along) - 0.02, 0.0)
        across = random.uniform(-wide, wide)
        x, z = 0.35 * across - 0.72 * along, 0.80 * across + 0.30 * along
        spot = np.array([at[0] + x, at[1] + lift, at[2] + z])
        placed = zip(middles, sizes, strict=True)
        if all(np.linalg.norm(spot - m) > 0.74 * (size + s) for m, s in placed):
            middles.append(spot)
            sizes.append(size)
        if len(middles) == count:
            break
    balls = np.array(middles, np.float32)
    radii = np.array(sizes, np.float32)

    def distance(points: Field) -> Field:
        best = np.full(len(points), 1e9, np.float32)
        for ball, size in zip(balls, radii, strict=True):
            p = points - ball
            best = np.minimum(best, np.sqrt(np.einsum("ij,ij->i", p, p)) - size)
        return best

    def colour(points: Field) -> Field:
        pairs = zip(balls, radii, strict=True)
        gaps = np.stack([np.linalg.norm(points - b, axis=1) - r for b, r in pairs])
        which = np.argmin(gaps, axis=0)
        tint = np.random.default_rng(4).random(len(balls)).astype(np.float32)[which]
        skin = mix((0.070, 0.010, 0.060), (0.20, 0.022, 0.050), tint)
        dust = smoothstep(-0.8, 1.6, grain(points + tint[:, None] * 3, 0.7) + 0.35)
        return mix(skin, (0.16, 0.15, 0.27), 0.40 * dust)

    middle = balls.mean(axis=0)
    reach = float(np.max(np.linalg.norm(balls - middle, axis=1) + radii)) + 0.01
    centre = (float(middle[0]), float(middle[1]), float(middle[2]))
    return Thing(distance, centre, reach, colour, (0.10, 0.02, 0.07), 0.05, 0.85, glow=0.35)


def leaf(at: Point, along: Point, up: Point, size: float) -> Thing:
    """Return a leaf: thin, bent along its rib, with veins."""
    x = np.asarray(along, np.float32) / np.float32(np.linalg.norm(along))
    z = np.cross(x, up).astype(np.float32)
    z /= np.linalg.norm(z)
    y = np.cross(z, x)

    def local(points: Field) -> tuple[Field, Field, Field]:
        p = points - np.asarray(at, np.float32)
        return p @ x / size, p @ y / size, p @ z / size

    def distance(points: Field) -> Field:
        a, b, c = local(points)
        wide = 0.36 * np.sqrt(np.clip(1 - a * a, 0, 1)) * (1 - 0.35 * a)
        bend = b - 0.45 * np.abs(c) + 0.30 * a * a - 0.035 * np.sin(a * 16 + np.abs(c) * 18)
        edge = np.maximum(np.abs(c) - wide, np.abs(a) - 1)
        sheet = np.abs(bend) * 0.75 - 0.012
        return (np.maximum(sheet, edge) * size * 0.7).astype(np.float32)

    def colour(points: Field) -> Field:
        a, _, c = local(points)
        vein = smoothstep(0.10, 0.02, np.abs(((a * 5 - np.abs(c) * 4.5) % 1) - 0.5) * 0.9)
        rib = smoothstep(0.035, 0.012, np.abs(c))
        green = mix((0.045, 0.13, 0.022), (0.10, 0.22, 0.03), 0.5 + 0.4 * grain(points, 0.8))
        return mix(green, (0.24, 0.34, 0.08), 0.55 * np.maximum(0.5 * vein, rib))

    return Thing(distance, at, size * 1.2, colour, (0.06, 0.14, 0.03), 0.045, 0.3, glow=0.3)
