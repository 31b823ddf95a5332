"""The bouquet of the still life: flower heads, stems, and the order in which they stand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from sample_pictures.fruit import Point, grain, leaf, mix
from sample_pictures.marching import Thing
from sample_pictures.noise import Field, smoothstep


def _frame(facing: Point) -> tuple[Field, Field, Field]:
    """Return axes across, up and out of a flower that looks along ``facing``."""
    out = np.asarray(facing, np.float32) / np.float32(np.linalg.norm(facing))
    across = np.cross([0.0, 1.0, 0.0], out).astype(np.float32)
    across /= np.linalg.norm(across)
    return across, np.cross(out, across), out


def flower(
    at: Point,
    facing: Point,
    size: float,
    petals: int,
    tones: tuple[Point, Point, Point],
    heart: float,
) -> Thing:
    """Return a flower head: two rings of petals around a heart.

    ``tones`` are the colours at the root of a petal, at its tip, and of the heart; ``heart`` is the
    share of the radius that the heart takes.
    """
    across, upper, out = _frame(facing)
    seed = float(at[0] * 13.7 + at[1] * 5.1)

    def local(points: Field) -> tuple[Field, Field, Field]:
        p = (points - np.asarray(at, np.float32)) / np.float32(size)
        u, v = p @ across, p @ upper
        return np.hypot(u, v), np.arctan2(v, u), p @ out

    def petal(turn: Field, ring: int) -> tuple[Field, Field, Field]:
        sector = turn / (2 * np.pi) * petals + 0.5 * ring + seed
        which = np.floor(sector)
        chance = np.sin(which * 12.9898 + ring * 4.1 + seed) * 43758.5
        chance = chance - np.floor(chance)
        off = sector - which - 0.5
        return off, 0.80 + 0.20 * chance - 0.10 * ring, chance

    def sheets(points: Field) -> list[Field]:
        r, turn, w = local(points)
        result = []
        for ring in (0, 1):
            off, long, chance = petal(turn, ring)
            part = np.clip(r / long, 0, 1)
            half = 0.50 * np.sqrt(np.clip(1 - part**3.2, 0, 1)) * (0.80 + 0.2 * ring)
            edge = (np.abs(off) - half) * (2 * np.pi * np.maximum(r, 0.15) / petals)
            edge = np.maximum(edge, r - long)
            lift = 0.10 * ring + (0.20 + 0.35 * (chance - 0.5)) * r * r + 0.16 * off * off * r
            lift = lift + 0.22 * np.sin(r * 2.6) - 0.30 * r**3
            result.append(np.maximum(np.abs(w - lift) * 0.62 - 0.010, edge * 0.8))
        knob = np.hypot(r, (w - 0.12) * 1.5) - heart * 1.02
        result.append(np.minimum(knob, 9) * 0.7)
        return result

    def distance(points: Field) -> Field:
        d = np.minimum.reduce(sheets(points))
        near = d < 0.03
        r, _, _ = local(points[near])
        inner = smoothstep(heart * 1.1, heart * 0.8, r)
        d[near] += 0.018 * inner * grain(points[near] / np.float32(size), 4.0, pores=True)
        return (d * (size * 0.72)).astype(np.float32)

    def colour(points: Field) -> Field:
        r, turn, _ = local(points)
        first, second, knob = sheets(points)
        ring = (second < first).astype(np.int32)
        off0, _, chance0 = petal(turn, 0)
        off1, _, chance1 = petal(turn, 1)
        off, chance = np.where(ring, off1, off0), np.where(ring, chance1, chance0)
        veins = 0.5 + 0.5 * np.cos(off * 46 + 3 * np.sin(r * 7))
        tone = mix(tones[0], tones[1], smoothstep(heart * 0.8, 0.85, r + 0.18 * (chance - 0.5)))
        tone *= (0.84 + 0.16 * veins + 0.22 * (chance - 0.5))[:, None]
        rough = grain(points / np.float32(size), 4.0, pores=True)
        dark = np.asarray(tones[2], np.float32) * np.float32(0.25)
        seeds = mix(tones[2], dark, 0.5 + 0.5 * rough)
        rim = mix(seeds, tones[0], 0.35 * smoothstep(heart * 0.72, heart, r))
        return mix(tone, rim, (knob < np.minimum(first, second) + 0.004).astype(np.float32))

    red, green, blue = tones[1]
    mean = (0.5 * red, 0.5 * green, 0.5 * blue)
    return Thing(distance, at, size * 1.12, colour, mean, 0.035, 0.05, glow=0.55, fine=0.003)


def stem(foot: Point, bend: Point, head: Point, thick: float) -> Thing:
    """Return a stem: a bent, tapering rod."""
    t = np.linspace(0, 1, 7, dtype=np.float32)[:, None]
    ends = [np.asarray(p, np.float32) for p in (foot, bend, head)]
    path = (1 - t) ** 2 * ends[0] + 2 * t * (1 - t) * ends[1] + t * t * ends[2]

    def distance(points: Field) -> Field:
        best = np.full(len(points), 1e9, np.float32)
        for start, end in pairwise(path):
            way, p = end - start, points - start
            part = np.clip(p @ way / (way @ way), 0, 1)
            p -= part[:, None] * way
            best = np.minimum(best, np.einsum("ij,ij->i", p, p))
        return (np.sqrt(best) - thick) * np.float32(0.95)

    def colour(points: Field) -> Field:
        return mix((0.05, 0.12, 0.025), (0.13, 0.22, 0.05), 0.5 + 0.4 * grain(points, 1.5))

    middle = (path.max(axis=0) + path.min(axis=0)) / 2
    reach = float(np.max(np.linalg.norm(path - middle, axis=1))) + thick
    centre = (float(middle[0]), float(middle[1]), float(middle[2]))
    return Thing(distance, centre, reach, colour, (0.05, 0.10, 0.03), 0.04, 0.1, glow=0.2)


_SUN = ((0.66, 0.20, 0.006), (0.86, 0.46, 0.012), (0.11, 0.045, 0.015))
_GOLD = ((0.72, 0.30, 0.01), (0.86, 0.55, 0.03), (0.16, 0.07, 0.015))
_SNOW = ((0.62, 0.60, 0.44), (0.74, 0.73, 0.70), (0.70, 0.38, 0.02))
_FIRE = ((0.10, 0.008, 0.012), (0.66, 0.045, 0.016), (0.05, 0.03, 0.04))
_BLUE = ((0.26, 0.20, 0.52), (0.075, 0.10, 0.50), (0.55, 0.42, 0.08))


def bouquet(mouth: Point) -> list[Thing]:
    """Return the flowers that stand in a jug whose mouth is at ``mouth``."""
    x, y, z = mouth
    heads = [
        ((-0.06, 0.66, 0.10), (0.05, 0.12, 1.0), 0.36, 17, _SUN, 0.40),
        ((0.43, 0.34, 0.26), (0.45, 0.05, 1.0), 0.31, 16, _GOLD, 0.40),
        ((-0.50, 0.36, 0.20), (-0.55, 0.15, 1.0), 0.30, 15, _SUN, 0.42),
        ((0.06, 0.24, 0.38), (0.10, 0.05, 1.0), 0.21, 13, _SNOW, 0.30),
        ((-0.26, 0.14, 0.36), (-0.25, -0.05, 1.0), 0.19, 7, _FIRE, 0.30),
        ((0.42, 0.82, 0.00), (0.35, 0.30, 1.0), 0.21, 7, _FIRE, 0.30),
        ((-0.46, 0.86, -0.02), (-0.40, 0.35, 1.0), 0.20, 14, _SNOW, 0.30),
        ((0.70, 0.62, 0.02), (0.60, 0.15, 0.9), 0.17, 11, _BLUE, 0.26),
        ((-0.80, 0.62, 0.02), (-0.60, 0.25, 0.9), 0.17, 11, _BLUE, 0.26),
        ((0.16, 1.10, -0.08), (0.10, 0.45, 1.0), 0.17, 11, _BLUE, 0.26),
        ((0.34, 0.02, 0.34), (0.40, -0.25, 1.0), 0.15, 11, _BLUE, 0.26),
    ]
    things = []
    for (dx, dy, dz), facing, size, petals, tones, heart in heads:
        at = (x + dx, y + dy, z + dz)
        things.append(flower(at, facing, size, petals, tones, heart))
        fx, fy, fz = facing
        back = (at[0] - 0.1 * size * fx, at[1] - 0.1 * size * fy, at[2] - 0.1 * size * fz)
        bend = (x + 0.25 * dx, y + 0.6 * dy, z + 0.4 * dz - 0.08)
        things.append(stem((x + 0.12 * dx, y - 0.25, z), bend, back, 0.016 + 0.02 * size))
    leaves = [
        ((0.68, 0.16, 0.10), (1.0, -0.10, 0.25), (0.0, 1.0, 0.5), 0.30),
        ((-0.72, 0.12, 0.12), (-1.0, -0.22, 0.3), (0.0, 1.0, 0.5), 0.28),
        ((-0.20, 0.98, -0.10), (-0.45, 1.0, 0.1), (0.3, 0.2, 1.0), 0.24),
        ((0.62, 0.98, -0.10), (0.7, 0.8, 0.0), (-0.3, 0.3, 1.0), 0.24),
        ((0.18, 0.05, 0.34), (0.35, -0.8, 0.5), (0.2, 0.4, 1.0), 0.22),
        ((-0.68, 0.86, -0.12), (-1.0, 0.6, 0.0), (0.0, 0.5, 1.0), 0.22),
    ]
    for (dx, dy, dz), along, up, size in leaves:
        things.append(leaf((x + dx, y + dy, z + dz), along, up, size))
    return things
