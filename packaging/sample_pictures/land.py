"""The shores and mountains of the harbour: a height field, seen column by column."""

from __future__ import annotations

import numpy as np

from sample_pictures.noise import Field, fbm, perlin, ridged, smoothstep
from sample_pictures.sky import SUN, clear_sky

EYE = 0.014  # kilometres above the water


def _hill(x: Field, z: Field, at: tuple[float, float], size: tuple[float, float]) -> Field:
    return np.exp(-(((x - at[0]) / size[0]) ** 2) - ((z - at[1]) / size[1]) ** 2)


def height(x: Field, z: Field, octaves: int = 10) -> Field:
    """Return the height of the land above the water at (x, z); all in kilometres."""
    bend_x = x + 0.35 * perlin(x * 0.45, z * 0.45, 90) + 0.09 * perlin(x * 1.7, z * 1.7, 91)
    bend_z = z + 0.35 * perlin(x * 0.45, z * 0.45, 92) + 0.09 * perlin(x * 1.7, z * 1.7, 93)
    crest = ridged(bend_x * 0.30, bend_z * 0.30, octaves, 7, 0.43)
    rolling = fbm(x * 1.9, z * 1.9, max(octaves - 2, 3), 11)
    # The far alps, open towards the sun.
    gap = 1 - 0.72 * np.exp(-(((x / z + 0.085) / 0.10) ** 2))
    far = 2.75 * np.exp(-(((z - 21.0) / 4.2) ** 2)) * gap * (0.18 + 0.95 * crest)
    far *= 1 + 0.22 * np.sin(x * 0.42 + 0.8)
    # The massif on the right, the long mountain on the left, their foothills.
    right = _hill(x, z, (4.5, 9.6), (1.9, 1.9)) * (0.42 + 1.28 * crest) * 1.72
    left = _hill(x, z, (-4.6, 11.0), (2.2, 1.6)) * (0.38 + 1.05 * crest) * 1.20
    spur = _hill(x, z, (1.9, 6.4), (1.0, 0.75)) * (0.30 + 0.75 * crest) * 0.46
    cape = _hill(x, z, (-2.4, 6.0), (1.15, 0.5)) * (0.35 + 0.8 * crest) * 0.42
    # The headland with the village and, at its tip, the lighthouse.
    head = _hill(x, z, (0.76, 1.60), (0.36, 0.36)) * 0.225
    tip = _hill(x, z, (0.25, 1.22), (0.15, 0.11)) * 0.046
    near = head * (1 + 0.5 * rolling) + tip + 0.012 * rolling * smoothstep(0.004, 0.05, head + tip)
    land = far + right + left + spur + cape + near
    return land - 0.022


def trace(across: Field, rows: int, focal: float, horizon: float, steps: int) -> Field:
    """Return for every pixel how far the land is that it shows, or infinity, (rows, columns).

    Every column is one vertical fan of rays: projected heights are swept from near to far, and a
    row shows the first step whose running highest point reaches it.
    """
    far, near = 31.0, 0.5
    z = near * (far / near) ** np.linspace(0, 1, steps, dtype=np.float64)
    x = across[None, :] * z[:, None]
    tall = height(x.astype(np.float32), np.broadcast_to(z[:, None], x.shape).astype(np.float32), 11)
    up = (np.maximum(tall, -0.05) - EYE) / z[:, None] * focal
    up[tall <= 0] = -1e9
    up = np.maximum.accumulate(up, axis=0)
    wanted = horizon - np.arange(rows) - 0.5
    found = np.full((rows, across.size), np.inf, np.float32)
    for column in range(across.size):
        sweep = up[:, column]
        first = np.searchsorted(sweep, wanted)
        seen = first < steps
        index = first[seen]
        before = np.maximum(index - 1, 0)
        rise = np.maximum(sweep[index] - sweep[before], 1e-6)
        part = np.clip((wanted[seen] - sweep[before]) / rise, 0, 1)
        away = z[before] + part * (z[index] - z[before])
        dry = wanted[seen] > -EYE / away * focal  # lower than that the water is nearer
        found[seen, column] = np.where(dry, away, np.inf)
    return found


def shade(across: Field, up: Field, z: Field, focal: float) -> Field:
    """Return the light that land at distance ``z`` along (across, up, 1) sends, with the air."""
    x = across * z
    tall = height(x, z)
    step = np.maximum(z / focal * 1.6, 0.0015)
    slope_x = (height(x + step, z) - tall) / step
    slope_z = (height(x, z + step) - tall) / step
    up_n = 1 / np.sqrt(1 + slope_x**2 + slope_z**2)
    facing = -slope_x * SUN[0] * 3.2 + 0.30 - slope_z * 0.55
    sunny = np.clip(facing * up_n, 0, 1.4)
    sky = 0.30 + 0.45 * up_n + 0.25 * np.clip(-slope_z, -1, 1) * up_n
    grain = fbm(x * 26, z * 26, 6, 51)
    leafy = fbm(x * 190, z * 120, 3, 57)
    forest = np.array([0.052, 0.058, 0.030]) * (1 + 0.75 * grain + 0.55 * leafy)[..., None]
    rock = np.array([0.17, 0.135, 0.115]) * (1 + 0.55 * grain)[..., None]
    snow = np.array([0.80, 0.80, 0.84]) * (1 + 0.10 * grain)[..., None]
    meadow = np.array([0.115, 0.105, 0.042]) * (1 + 0.6 * grain)[..., None]
    stony = smoothstep(0.62, 0.80, 1 - up_n + 0.16 * grain + 0.32 * tall)[..., None]
    open_ground = smoothstep(0.08, 0.40, fbm(x * 7, z * 7, 4, 71))[..., None]
    open_ground = open_ground * (tall < 0.7)[..., None]
    ground = forest + (meadow - forest) * open_ground
    ground = ground + (rock - ground) * stony
    white = smoothstep(1.15, 1.75, tall + 0.35 * grain - 0.5 * (1 - up_n))[..., None]
    ground = ground + (snow - ground) * white
    shore = smoothstep(-0.007, -0.002, -tall)[..., None]
    ground = ground + (np.array([0.10, 0.085, 0.07]) - ground) * shore
    light = sunny[..., None] * np.array([3.6, 1.65, 0.80]) + sky[..., None] * [0.42, 0.42, 0.68]
    light *= (0.55 + 0.45 * smoothstep(0.0, 0.9, 0.5 + grain))[..., None]
    return hazed(ground * light, across, up, z, tall)


def hazed(light: Field, across: Field, up: Field, z: Field, tall: Field | float = 0.0) -> Field:
    """Return ``light`` as it arrives through ``z`` kilometres of evening air."""
    low = np.exp(-np.maximum(tall, 0) / 0.35)
    thick = z * (0.42 + 0.95 * low)
    through = np.exp(-thick[..., None] / np.array([15.5, 13.0, 10.5]))
    behind = clear_sky(across, np.full_like(across, 0.012))
    air = np.minimum(behind, 3.0) * np.array([0.74, 0.72, 0.86]) + [0.0, 0.012, 0.055]
    return (light * through + air * (1 - through)).astype(np.float32)
