"""The evening sky of the harbour: a glow, a high veil, and clouds that light is marched through."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import map_coordinates, zoom

from sample_pictures.noise import Field, smoothstep, spectral

SUN = np.array([-0.098, 0.046, 1.0]) / np.linalg.norm([-0.098, 0.046, 1.0])

# Kilometres: the box that holds the clouds, (y, z, x).
_BOX_LOW = np.array([1.3, 3.0, -21.0])
_BOX_HIGH = np.array([3.2, 45.0, 21.0])
_CELLS = (32, 420, 512)


def clear_sky(across: Field, up: Field) -> Field:
    """Return the light of the empty sky along (across, up, 1), shape (..., 3), linear."""
    length = np.sqrt(across**2 + up**2 + 1)
    to_sun = np.clip((across * SUN[0] + up * SUN[1] + SUN[2]) / length, -1, 1)
    away = np.sqrt(np.maximum(2 - 2 * to_sun, 0))  # about the angle, radians
    height = np.clip(up, 0, None)
    stops = np.array([0.0, 0.035, 0.09, 0.17, 0.27, 0.40])
    colours = np.array(
        [
            [0.80, 0.34, 0.17],
            [0.82, 0.36, 0.20],
            [0.58, 0.29, 0.28],
            [0.22, 0.22, 0.38],
            [0.060, 0.125, 0.33],
            [0.028, 0.070, 0.21],
        ]
    )
    shade = np.stack([np.interp(height, stops, colours[:, c]) for c in range(3)], axis=-1)
    # Away from the sun the band above the horizon turns from orange to rose and violet.
    side = smoothstep(0.10, 0.55, np.abs(across - np.float32(SUN[0])))[..., None]
    shade *= 1 - side * np.array([0.52, 0.36, 0.02])
    glow = np.exp(-away[..., None] / np.array([0.118, 0.115, 0.088])) * [1.75, 0.80, 0.27]
    inner = np.exp(-((away[..., None] / 0.034) ** 1.2)) * [3.4, 2.1, 0.95]
    return (shade + glow + inner).astype(np.float32)


def sun_disc(across: Field, up: Field) -> Field:
    """Return the light of the disc of the sun itself, a little flattened, shape (..., 3)."""
    x = across - SUN[0] / SUN[2]
    y = (up - SUN[1] / SUN[2]) * 1.06
    disc = smoothstep(-0.0135, -0.0122, -np.sqrt(x**2 + y**2).astype(np.float32))
    return disc[..., None] * np.array([26, 17, 8.5], np.float32)


def _density() -> Field:
    """Return cloud density in the box, (y, z, x)."""
    layers, deep, wide = _CELLS
    y = np.linspace(0, 1, layers, dtype=np.float32)[:, None, None]
    z = np.linspace(_BOX_LOW[1], _BOX_HIGH[1], deep)[None, :, None]
    x = np.linspace(_BOX_LOW[2], _BOX_HIGH[2], wide)[None, None, :]
    cover = spectral((deep, wide), 3, 40, 1.75, 41)[None]
    cover = cover - 0.9 * np.exp(-(((x / z - 0.02) / 0.13) ** 2)) * (z < 30)
    puffs = spectral((64, deep, wide), 6, 120, 2.1, 17)[:layers]
    billow = 1 - np.abs(spectral((64, deep, wide), 20, 60, 1.6, 29)[:layers])
    fine = 1 - np.abs(spectral((64, deep, wide), 50, 160, 1.6, 31)[:layers])
    profile = smoothstep(0.0, 0.12, y) * (1 - y) ** 0.55
    body = 0.85 * cover + 0.55 * puffs + 0.42 * billow + 0.25 * fine - 0.62 - 1.15 * y
    return (np.clip(body, 0, 1.2) * profile).astype(np.float32)


def _sunlight(density: Field) -> Field:
    """Return how much cloud lies between each cell and the sun, by sweeping from far to near.

    The light comes from a little below the level of the clouds, as it does when the sun has gone
    down for the ground but not for them: that is what sets their undersides on fire.
    """
    layers, deep, wide = density.shape
    cell = (_BOX_HIGH - _BOX_LOW) / np.array([layers, deep, wide])
    rise = 0.055 * cell[1] / cell[0]  # layers that the light climbs on its way to the next slice
    drift = 0.098 * cell[1] / cell[2]
    depth = np.zeros_like(density)
    rows, columns = np.mgrid[0:layers, 0:wide].astype(np.float32)
    for k in range(deep - 2, -1, -1):
        behind = depth[:, k + 1] * 0.965 + density[:, k + 1] * np.float32(cell[1])
        depth[:, k] = map_coordinates(
            behind, [rows - rise, columns - drift], order=1, mode="constant"
        )
    return depth


def clouds(across: Field, up: Field, steps: int = 88) -> tuple[Field, Field]:
    """March through the clouds along (across, up, 1): (light, what shines through), both linear."""
    density = _density()
    depth = _sunlight(density)
    tile = np.sqrt(np.abs(spectral((96, 96, 96), 3, 40, 2.1, 5)))
    shape = across.shape
    across, up = across.ravel(), np.maximum(up.ravel(), 1e-4)
    near = _BOX_LOW[0] / up
    far = np.minimum(_BOX_HIGH[0] / up, _BOX_HIGH[1])
    light = np.zeros((across.size, 3), np.float32)
    clear = np.ones(across.size, np.float32)
    jitter = np.random.default_rng(3).random(across.size).astype(np.float32)
    to_sun = (across * SUN[0] + up * SUN[1] + SUN[2]) / np.sqrt(across**2 + up**2 + 1)

    def forward(g: float) -> Field:
        return ((1 - g * g) / (1 + g * g - 2 * g * to_sun) ** 1.5).astype(np.float32)

    phase = 0.012 * forward(0.86) + 0.07 * forward(0.5) + 0.16
    warm = np.array([2.9, 1.0, 0.36], np.float32)
    scale = (np.array(_CELLS) - 1) / (_BOX_HIGH - _BOX_LOW)
    for step in range(steps):
        z = near + (far - near) * (step + jitter) / steps
        inside = np.flatnonzero((clear > 0.02) & (near < _BOX_HIGH[1]) & (z > _BOX_LOW[1]))
        zi = z[inside]
        place = np.stack([up[inside] * zi, zi, across[inside] * zi])
        cell = (place - _BOX_LOW[:, None]) * scale[:, None]
        thick = map_coordinates(density, cell, order=1, mode="nearest")
        some = thick > 0.004
        inside, zi, place, cell, thick = (
            inside[some],
            zi[some],
            place[:, some],
            cell[:, some],
            thick[some],
        )
        fine = map_coordinates(tile, place * 26 % 96, order=1, mode="grid-wrap")
        fine += 0.5 * map_coordinates(tile, place * 103 % 96, order=1, mode="grid-wrap")
        thick = np.clip(thick - 0.17 * fine * (1 - np.clip(thick, 0, 0.7)), 0, None)
        shade = map_coordinates(depth, cell, order=1, mode="nearest")
        run = np.minimum((far - near)[inside] / steps, 0.6)
        stop = 1 - np.exp(-thick * run * 9.5)
        level = ((place[0] - _BOX_LOW[0]) / (_BOX_HIGH[0] - _BOX_LOW[0])).astype(np.float32)
        lit = np.exp(-shade * 5.0) + 0.30 * np.exp(-shade * 1.1)
        lit = lit[:, None] * warm * phase[inside, None]
        # Longer ways through the air redden the light; the sky above fills the shadows with blue.
        lit *= np.exp(-shade[:, None] * np.array([0.0, 0.16, 0.30]))
        lit += np.array([0.060, 0.060, 0.110]) * (0.55 + 0.9 * level[:, None])
        air = np.exp(-zi / 60)[:, None]
        haze = clear_sky(across[inside], up[inside])
        lit = lit * air + haze * (1 - air)
        light[inside] += (clear[inside] * stop)[:, None] * lit
        clear[inside] *= 1 - stop
    return light.reshape(*shape, 3), clear.reshape(shape)


def veil(across: Field, up: Field) -> Field:
    """Return how thick the high, combed-out cirrus is along (across, up, 1), in [0, 1]."""
    field = spectral((1024, 1024), 3, 300, 1.75, 77)
    warp = spectral((1024, 1024), 2, 12, 2.0, 78)
    z = np.minimum(7.5 / np.maximum(up, 0.02), 150)
    x = across * z
    row = (z * 9 + x * 4) % 1023
    column = (x * 7 - z * 1.2) % 1023
    bend = map_coordinates(warp, [row, column], order=1, mode="grid-wrap") * 22
    value = map_coordinates(field, [(row * 3 + bend) % 1023, (column + bend) % 1023], order=1)
    return (smoothstep(0.1, 2.6, value) * smoothstep(0.02, 0.12, up)).astype(np.float32)


def flock(across: Field, up: Field) -> tuple[Field, Field]:
    """Return the cover of the flock of small high clouds along (across, up, 1), and its shade.

    A sheet of cells, thick where the air rises; the side of a cell away from the sun is in shade.
    """
    cells = spectral((1024, 1024), 16, 60, 1.2, 61) + 0.42 * spectral(
        (1024, 1024), 60, 420, 1.7, 62
    )
    cover = spectral((1024, 1024), 2, 9, 1.6, 64)
    warp = spectral((1024, 1024), 4, 24, 1.9, 65) * 4.5
    z = np.minimum(5.2 / np.maximum(up, 0.03), 120)
    row, column = z * 26 + across * z * 9, across * z * 34 - z * 6

    def look(field: Field, shift: float, scale: float = 1.0) -> Field:
        bend = map_coordinates(warp, [row % 1024, column % 1024], order=1, mode="grid-wrap")
        place = [((row + shift) * scale + bend) % 1024, (column * scale + 0.6 * bend) % 1024]
        return map_coordinates(field, place, order=1, mode="grid-wrap")

    patch = smoothstep(-0.5, 1.2, look(cover, 0, 0.8))
    here, behind = look(cells, 0), look(cells, 14)
    thick = smoothstep(-0.5, 2.1, here + 1.1 * patch - 0.6) * patch
    thick *= smoothstep(0.07, 0.17, up) * (0.35 + 0.65 * smoothstep(0.40, 0.26, up))
    return thick, smoothstep(-0.3, 1.5, behind + 0.5 * here)


def render_sky(across: Field, up: Field) -> tuple[Field, Field]:
    """Return the whole sky without the disc, and how much of the disc the clouds let through.

    The clouds are marched at half the resolution of the rays: they are soft.
    """
    light = clear_sky(across, up)
    thin = veil(across, up)[..., None]
    pink = np.array([0.95, 0.58, 0.52]) * np.exp(-np.clip(up, 0, 1) * 2.2)[..., None]
    light = light * (1 - 0.25 * thin) + 0.36 * thin * pink
    flakes, shaded = flock(across, up)
    bright = np.exp(-np.abs(across - np.float32(SUN[0])) * 1.5)[..., None]
    lit = np.array([1.50, 0.62, 0.36]) * (0.45 + 0.75 * bright)
    lit = lit + (np.array([0.21, 0.15, 0.26]) - lit) * shaded[..., None]
    light = light + (lit - light) * 0.62 * flakes[..., None]
    glow, clear = clouds(across[::2, ::2], up[::2, ::2])
    height, width = across.shape
    factor = (height / glow.shape[0], width / glow.shape[1])
    glow = zoom(glow, (*factor, 1), order=1, grid_mode=True, mode="nearest")
    clear = zoom(clear, factor, order=1, grid_mode=True, mode="nearest")
    return (light * clear[..., None] + glow).astype(np.float32), clear.astype(np.float32)
