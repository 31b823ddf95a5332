"""What grows around the harbour: trees as small stamps, a tall pine, grasses by the stroke."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from sample_pictures.noise import perlin

Colour = tuple[int, int, int]


def blend(a: Colour, b: Colour, part: float) -> Colour:
    """Return the colour that lies ``part`` of the way from ``a`` to ``b``."""
    part = min(max(part, 0.0), 1.0)
    red, green, blue = (round(p + (q - p) * part) for p, q in zip(a, b, strict=True))
    return red, green, blue


def spruce(random: Generator, side: int = 160) -> Image.Image:
    """Return a spruce, its left edge lit by the evening, on a clear ground."""
    stamp = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(stamp)
    middle, wide = side / 2, side * random.uniform(0.15, 0.23)
    draw.line([middle, side, middle, side * 0.05], fill=(26, 20, 18, 255), width=3)
    for tier in np.linspace(0.04, 0.96, 30):
        reach = wide * (tier**0.85) * random.uniform(0.75, 1.2)
        for _ in range(int(10 + 20 * tier)):
            turn = random.uniform(-1, 1)
            end = middle + turn * reach
            fall = side * (0.025 + 0.05 * tier) * random.uniform(0.4, 1.3)
            top = side * tier
            lit = max(0.0, -turn) * random.uniform(0.2, 1.0)
            colour = blend((24, 31, 26), (150, 106, 54), lit**1.6 * 0.9)
            draw.line(
                [middle + turn * reach * 0.2, top, end, top + fall], fill=(*colour, 255), width=2
            )
    return stamp


def broadleaf(random: Generator, side: int = 160) -> Image.Image:
    """Return a round-headed tree, its upper left lit by the evening, on a clear ground."""
    stamp = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(stamp)
    middle = side / 2
    draw.line([middle, side, middle, side * 0.5], fill=(30, 23, 20, 255), width=5)
    heads = [
        (
            middle + random.normal(0, 0.13) * side,
            side * random.uniform(0.28, 0.66),
            side * random.uniform(0.10, 0.20),
        )
        for _ in range(9)
    ]
    heads.sort(key=lambda head: -head[1])
    warm = (random.uniform(0.7, 1.0), (178, 118, 54))
    for x, y, radius in heads:
        for _ in range(190):
            angle, out = random.uniform(0, 2 * math.pi), math.sqrt(random.uniform(0, 1))
            dx, dy = math.cos(angle) * out, math.sin(angle) * out
            lit = max(0.0, -0.75 * dx - 0.65 * dy) * random.uniform(0.3, 1.0)
            colour = blend((27, 32, 23), warm[1], lit * warm[0])
            size = radius * random.uniform(0.07, 0.15)
            px, py = x + dx * radius, y + dy * radius * 0.85
            draw.ellipse([px - size, py - size, px + size, py + size], fill=(*colour, 255))
    return stamp


class Pine:
    """Draws a tall pine against the light, tier by tier, from the ground up."""

    def __init__(self, canvas: Image.Image, unit: float, random: Generator) -> None:
        """Draw on ``canvas``; ``unit`` is the height of the tree in pixels."""
        self._unit, self._random = unit, random
        self._draw = ImageDraw.Draw(canvas)
        self._pads: list[tuple[float, float, float]] = []

    def grow(self, x: float, y: float) -> None:
        """Draw the whole tree with its foot at (x, y)."""
        random, unit = self._random, self._unit
        trunk = []
        for part in np.linspace(0, 1, 60):
            bend = 0.055 * math.sin(part * 3.4 + 0.3) + 0.012 * math.sin(part * 13)
            trunk.append((x + unit * (bend + 0.03 * part), y - unit * part))
        for i in range(len(trunk) - 1):
            part = i / len(trunk)
            self._bark(*trunk[i], *trunk[i + 1], unit * 0.034 * (1 - 0.86 * part) + 2)
        for tier, part in enumerate(np.linspace(0.43, 0.985, 23)):
            side = 1 if tier % 5 in (0, 2, 3) else -1
            long = unit * (0.06 + 0.30 * (1.06 - part) ** 0.75) * random.uniform(0.75, 1.1)
            start = trunk[min(int(part * 60), 59)]
            if part < 0.51:  # old limbs that have lost their needles
                long *= 0.40
            self._limb(*start, side, long * (1.0 if side > 0 else 0.72), part, 0)
        self._pads.append((*trunk[-1], unit * 0.03))
        self._pads.sort(key=lambda pad: pad[1] + random.normal(0, unit * 0.02))
        for pad in self._pads:
            self._needles(*pad)

    def _limb(self, x: float, y: float, side: int, long: float, part: float, depth: int) -> None:
        random, unit = self._random, self._unit
        pieces, angle = 18, random.uniform(0.05, 0.45) + (0.35 if part > 0.85 else 0.0)
        for piece in range(pieces):
            out = piece / pieces
            angle += random.normal(0, 0.10) + (0.035 if out > 0.5 else -0.030)
            end_x = x + side * math.cos(angle) * long / pieces
            end_y = y - math.sin(angle) * long / pieces
            self._bark(x, y, end_x, end_y, (1.25 - out) * max(long * 0.032, 3) / (depth + 1))
            x, y = end_x, end_y
            if part < 0.51:
                continue
            if depth == 0 and out > 0.22 and random.random() < 0.42:
                self._limb(x, y, side, long * random.uniform(0.2, 0.42), part, 1)
            if out > 0.30 and random.random() < (0.42 if depth == 0 else 0.34):
                self._pads.append((x, y - unit * 0.008, unit * random.uniform(0.015, 0.030)))
        if part >= 0.51:
            self._pads.append((x, y, unit * random.uniform(0.014, 0.026)))

    def _bark(self, x: float, y: float, to_x: float, to_y: float, width: float) -> None:
        self._draw.line([x, y, to_x, to_y], fill=(22, 17, 21, 255), width=max(round(width), 2))
        if abs(to_x - x) > abs(to_y - y):  # only the trunk shows its bark
            return
        for _ in range(int(width * 1.6)):
            off = self._random.uniform(-0.48, 0.46)
            glow = max(0.0, off - 0.10) * self._random.uniform(0.3, 2.4)
            colour = blend(
                blend((20, 17, 24), (44, 36, 44), self._random.random()), (226, 118, 56), glow
            )
            px = x + (to_x - x) * self._random.random() + off * width
            py = y + (to_y - y) * self._random.random()
            tall = self._unit * self._random.uniform(0.004, 0.014)
            self._draw.line([px, py, px, py + tall], fill=(*colour, 255), width=2)

    def _needles(self, x: float, y: float, size: float) -> None:
        """Draw a flat pad of tufts; cool light lies on top of it, warm light at its right edge."""
        random = self._random
        for _ in range(24):
            out, turn = math.sqrt(random.random()), random.uniform(0, 2 * math.pi)
            dx, dy = math.cos(turn) * out, math.sin(turn) * out
            px, py = x + dx * size * 1.7, y + dy * size * 0.50
            cool = max(0.0, -dy * 0.55 + random.normal(0.05, 0.18))
            warm = max(0.0, dx * 0.55 + dy * 0.15 - 0.12 + random.normal(0, 0.12))
            colour = blend((15, 19, 22), (50, 60, 70), cool * 0.8)
            colour = blend(colour, (224, 126, 48), warm * 0.7)
            lean = random.normal(0, 0.35)
            for needle in range(9):
                angle = -math.pi / 2 + lean + (needle - 4) * 0.30 + random.normal(0, 0.1)
                long = self._unit * random.uniform(0.006, 0.0125)
                end = (px + math.cos(angle) * long, py + math.sin(angle) * long)
                self._draw.line([px, py, *end], fill=(*colour, 255), width=2)


def grass(canvas: Image.Image, edge: NDArray[np.float32], scale: float, random: Generator) -> None:
    """Draw a bank of grasses whose upper edge is ``edge`` (row for every column), back to front."""
    draw = ImageDraw.Draw(canvas)
    height = canvas.height
    reach = int(np.count_nonzero(edge < height + 60 * scale))
    ground = [(0, height), *[(i, float(edge[i])) for i in range(0, reach, 4)], (reach, height)]
    draw.polygon(ground, fill=(13, 17, 21, 255))
    meadow, ridge = random.uniform(-20, reach - 1, 17000), random.uniform(-20, reach, 2600)
    column = np.concatenate([meadow, ridge])
    depth = random.random(column.size) ** 1.15
    depth[meadow.size :] *= 0.05  # the edge itself is dense
    top = edge[np.clip(column, 0, reach - 1).astype(int)]
    foot = top + depth * (height * 1.07 - top)
    where = np.stack([column, foot * 1.6]).astype(np.float32) / (scale * 95)
    clump = perlin(where[0], where[1], 301)
    tint = perlin(where[0] * 0.7, where[1] * 0.7, 302)
    bloom = perlin(where[0] * 1.3, where[1] * 1.3, 303)
    for i in np.argsort(foot):
        near = float((foot[i] - top[i]) / max(height - top[i], 40 * scale))
        tall = scale * random.uniform(10, 22) * (1 + 2.2 * near) * (1 + 0.65 * float(clump[i]))
        lean = (random.normal(0.16, 0.22) + 0.25 * float(tint[i])) * tall
        base = blend((13, 19, 22), (44, 50, 26), random.random() * (0.55 + float(tint[i])))
        lit = math.exp(-3.2 * near) * random.random() ** 1.5 + 0.10 * random.random()
        tip = blend(base, (240, 142, 54), lit * 0.95)
        x, y = float(column[i]), float(foot[i])
        blade = [
            (x + lean * t**2.2, y - tall * (t - 0.18 * abs(lean) / tall * t * t))
            for t in (0.0, 0.3, 0.6, 0.82, 1.0)
        ]
        thick = 2 + 1.6 * near
        for k, (start, end) in enumerate(pairwise(blade)):
            colour = blend(base, tip, (k + 1) / 4)
            draw.line([start, end], fill=(*colour, 255), width=max(round(thick * (1 - k / 5)), 1))
        kind = random.random()
        if kind < 0.022:
            _ear(draw, blade[-1], tall, tip, random)
        elif bloom[i] > 0.22 and kind < 0.15:
            _flower(
                draw, blade[-1], scale * (1.1 + 1.9 * near) * random.uniform(0.7, 1.2), lit, random
            )


def _ear(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    tall: float,
    colour: Colour,
    random: Generator,
) -> None:
    for grain in range(12):
        y, x = at[1] - grain * tall * 0.030, at[0] + grain * tall * 0.010
        for side in (-1, 1):
            end = (x + side * tall * 0.020, y - tall * 0.05)
            shine = blend(colour, (255, 176, 84), random.random() ** 2 * 0.8)
            draw.line([x, y, *end], fill=(*shine, 255), width=2)


def _flower(
    draw: ImageDraw.ImageDraw, at: tuple[float, float], size: float, lit: float, random: Generator
) -> None:
    petals = ((216, 58, 36), (216, 58, 36), (238, 118, 52), (214, 186, 180), (150, 98, 178))
    colour = petals[int(random.integers(len(petals)))]
    for petal in range(5):
        turn = petal * 2 * math.pi / 5 + random.uniform(-0.3, 0.3)
        x, y = at[0] + math.cos(turn) * size * 0.75, at[1] + math.sin(turn) * size * 0.45
        fill = blend((26, 14, 26), colour, 0.45 + 0.35 * random.random() + 0.3 * lit)
        box = [x - size * 0.65, y - size * 0.5, x + size * 0.65, y + size * 0.5]
        draw.ellipse(box, fill=(*fill, 255))
