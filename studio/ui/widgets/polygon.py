"""The geometry of the mixing pad: a regular polygon whose corners share every point inside.

The shares are Wachspress's coordinates (A Rational Finite Element Basis, 1975) in the form
without division by areas, which holds on the rim too. They are smooth, sum to one, and the mean
of the corners under the shares of a point is that point, which makes the way back exact.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]


def corners(count: int) -> tuple[Point, ...]:
    """The corners on the unit circle, y downwards: a line, a triangle on its base, a square, …"""
    if count == 2:
        return ((-1.0, 0.0), (1.0, 0.0))
    first = -0.75 if count == 4 else -0.5  # in half turns: upper left, or the top
    turns = [(first + 2 * index / count) * math.pi for index in range(count)]
    return tuple((math.cos(turn), math.sin(turn)) for turn in turns)


def shares(count: int, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of each corner in points of any shape (…): (count, …), summing to 1.

    A point outside has the shares of one on the rim near to it.
    """
    points = corners(count)
    if count == 2:
        right = np.clip((np.asarray(x) + 1) / 2, 0, 1)
        return np.stack([1 - right, right])
    areas = [
        np.maximum(0, _area(points[at], points[(at + 1) % count], x, y)) for at in range(count)
    ]
    found = []
    for at in range(count):
        share = np.ones_like(areas[0])
        for side in range(count):
            if side not in (at, (at - 1) % count):  # the sides that do not touch the corner
                share = share * areas[side]
        found.append(share)
    total = np.stack(found)
    return total / np.maximum(total.sum(0), 1e-300)


def shares_at(count: int, point: Point) -> tuple[float, ...]:
    """The share of each corner in one point, which is brought inside first."""
    x, y = inside(count, point)
    if count > 2:  # a hair from the rim, so that no corner sees every area vanish
        x, y = x * (1 - 1e-12), y * (1 - 1e-12)
    found = shares(count, np.array(x), np.array(y))
    return tuple(0.0 if one < 1e-6 else float(one) for one in found)


def mean(weights: Sequence[float]) -> Point:
    """The point whose shares come nearest to weights: the mean of the corners under them."""
    total = sum(weights)
    if total <= 0:
        return (0.0, 0.0)
    points = corners(len(weights))
    x = sum(weight * point[0] for weight, point in zip(weights, points, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, points, strict=True))
    return x / total, y / total


def inside(count: int, point: Point) -> Point:
    """The point itself, or the nearest one of the polygon."""
    points = corners(count)
    if count == 2:
        return min(1.0, max(-1.0, point[0])), 0.0
    sides = [(points[at], points[(at + 1) % count]) for at in range(count)]
    if all(_area(first, second, *point) >= 0 for first, second in sides):
        return point
    near = [_nearest(first, second, point) for first, second in sides]
    return min(near, key=lambda one: math.dist(one, point))


def _area(first: Point, second: Point, x: Any, y: Any) -> Any:
    across, down = second[0] - first[0], second[1] - first[1]
    return across * (y - first[1]) - down * (x - first[0])


def _nearest(first: Point, second: Point, point: Point) -> Point:
    across, down = second[0] - first[0], second[1] - first[1]
    along = (point[0] - first[0]) * across + (point[1] - first[1]) * down
    along = min(1.0, max(0.0, along / (across**2 + down**2)))
    return first[0] + along * across, first[1] + along * down
