"""A small marcher of signed distances: first hits, soft shadows and the light that corners lose.

Hart, Sphere Tracing (1996); the penumbra is Quilez's estimate from the closest approach of the ray.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from sample_pictures.noise import Field

Distance = Callable[[Field], Field]


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """A solid in a bounding ball: how far it is, and how it looks at points of its surface."""

    distance: Distance  # (N, 3) -> (N,)
    centre: tuple[float, float, float]
    radius: float
    colour: Callable[[Field], Field]  # (N, 3) -> (N, 3)
    mean: tuple[float, float, float]  # what it sheds on its neighbours
    gloss: float = 0.04  # reflectance straight on
    polish: float = 0.0  # how much of the room it mirrors, in [0, 1]
    glow: float = 0.0  # how much light comes through it
    fine: float = 0.002  # the step of its normals


def unit(vectors: Field) -> Field:
    """Return vectors of length one."""
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def _span(thing: Thing, start: Field, ray: Field, margin: float = 0.0) -> tuple[Field, Field]:
    """Return where rays enter and leave the widened ball; entry > exit where they miss it."""
    to_centre = np.asarray(thing.centre, np.float32) - start
    along = np.einsum("ij,ij->i", to_centre, ray)
    square = along**2 - np.einsum("ij,ij->i", to_centre, to_centre) + (thing.radius + margin) ** 2
    half = np.sqrt(np.maximum(square, 0))
    enter = np.where(square > 0, np.maximum(along - half, 0), 1e9)
    return enter.astype(np.float32), (along + half).astype(np.float32)


def first_hit(thing: Thing, start: Field, ray: Field, steps: int = 90) -> Field:
    """Return how far along each ray the thing begins, or infinity."""
    enter, leave = _span(thing, start, ray)
    found = np.full(len(ray), np.inf, np.float32)
    active = np.flatnonzero(enter < leave)
    t = enter[active]
    for _ in range(steps):
        if not active.size:
            break
        d = thing.distance(start[active] + ray[active] * t[:, None])
        hit = d < 0.0006 * np.maximum(t, 1)
        found[active[hit]] = t[hit]
        t = t + d
        going = ~hit & (t < leave[active])
        active, t = active[going], t[going]
    return found


def normals(distance: Distance, points: Field, step: float) -> Field:
    """Return the outward normals by four probes at the corners of a tetrahedron."""
    total = np.zeros_like(points)
    for corner in ((1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)):
        way = np.array(corner, np.float32)
        total += way * distance(points + way * np.float32(step))[:, None]
    return unit(total)


def lit(things: Sequence[Thing], points: Field, towards: Field, soft: float, reach: float) -> Field:
    """Return how much of a wide light each point sees, in [0, 1]."""
    share = np.ones(len(points), np.float32)
    for thing in things:
        enter, leave = _span(thing, points, towards, 0.3)
        active = np.flatnonzero((enter < leave) & (share > 0.01) & (enter < reach))
        t = np.maximum(enter[active], 0.012)
        for _ in range(70):
            if not active.size:
                break
            d = thing.distance(points[active] + towards[active] * t[:, None])
            share[active] = np.minimum(share[active], np.clip(0.5 + soft * d / t * 0.5, 0, 1))
            t = t + np.clip(d * 0.6, 0.012, 0.25)
            going = (t < leave[active]) & (share[active] > 0.01)
            active, t = active[going], t[going]
    return share * share * (3 - 2 * share)


def surroundings(things: Sequence[Thing], points: Field, normal: Field) -> tuple[Field, Field]:
    """Return how open the sky above each point is, (N,), and what its neighbours shed, (N, 3)."""
    lost = np.zeros(len(points), np.float32)
    shed = np.zeros_like(points)
    for thing in things:
        away = np.linalg.norm(points - np.asarray(thing.centre, np.float32), axis=1)
        close = np.flatnonzero(away < thing.radius + 0.55)
        if not close.size:
            continue
        here = np.zeros(close.size, np.float32)
        for k, step in enumerate((0.02, 0.06, 0.13, 0.26, 0.45)):
            d = thing.distance(points[close] + normal[close] * np.float32(step))
            here += np.clip(step - d, 0, None) / step * 0.78**k
        lost[close] += here * 0.30
        shed[close] += here[:, None] * np.asarray(thing.mean, np.float32)
    return np.exp(-1.15 * lost), shed
