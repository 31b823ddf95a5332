"""Paints "harbour dusk": a bay between mountains, the sun just above the far shore."""

from __future__ import annotations

import numpy as np
from PIL import Image
from sample_pictures import land, sky, water
from sample_pictures.noise import Field
from scipy.ndimage import gaussian_filter

WIDTH, HEIGHT = 1536, 1024


def develop(light: Field) -> Field:
    """Return display values in [0, 1] of linear light: bloom, a filmic curve, a vignette."""
    height, width = light.shape[:2]
    bright = np.minimum(np.maximum(light - 1.2, 0), 9)
    for sigma, share in ((0.004, 0.20), (0.016, 0.10), (0.06, 0.07)):
        blurred = gaussian_filter(bright, (sigma * width, sigma * width, 0), truncate=3)
        light = light + share * blurred
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    light = light * (1 - 0.20 * (0.55 * x * x + 0.45 * y * y) ** 1.3)[..., None] * np.float32(0.60)
    grey = light @ np.array([0.25, 0.6, 0.15], np.float32)
    light = np.maximum(grey[..., None] + 1.10 * (light - grey[..., None]), 0)
    curve = light * (2.51 * light + 0.03) / (light * (2.43 * light + 0.59) + 0.14)
    return np.clip(curve, 0, 1) ** np.float32(1 / 2.2)


def paint(scale: float = 2.0) -> Image.Image:
    """Return the picture, painted ``scale`` times as large and shrunk."""
    width, height = int(WIDTH * scale), int(HEIGHT * scale)
    focal, horizon = 1.1 * width, 0.60 * height
    above = int(horizon + 0.06 * height)
    row, column = np.mgrid[0:above, 0:width].astype(np.float32)
    across = (column + 0.5 - width / 2) / np.float32(focal)
    up = (horizon - row - 0.5) / np.float32(focal)
    world, clear = sky.render_sky(across, np.maximum(up, 0.0005))
    distance = land.trace(across[0], above, focal, horizon, int(1100 * scale))
    solid = np.isfinite(distance)
    disc = sky.sun_disc(across, up) * (clear * ~solid)[..., None]
    world[solid] = land.shade(across[solid], up[solid], distance[solid], focal)
    first = int(horizon)
    sea = water.shine(world, distance < 3, focal, horizon, first, height - first)
    picture = np.concatenate([world[:first] + disc[:first], sea])
    overlap = solid[first:]
    picture[first:above][overlap] = world[first:][overlap]
    pixels = (develop(picture) * 255 + 0.5).astype(np.uint8)
    return Image.fromarray(pixels).resize((WIDTH, HEIGHT), Image.Resampling.BOX)
