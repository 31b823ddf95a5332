"""Paints "still life": fruit, a jug, a bottle and a bowl on linen by the light of a window."""

from __future__ import annotations

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, map_coordinates

from sample_pictures import flowers, fruit
from sample_pictures.fruit import grain, mix
from sample_pictures.harbour import HEIGHT, WIDTH, develop
from sample_pictures.marching import Thing, first_hit, lit, normals, surroundings, unit
from sample_pictures.noise import Field, fbm, perlin, smoothstep

EYE = np.array([0.12, 1.85, 6.4], np.float32)
AIM = np.array([0.12, 1.08, 0.0], np.float32)
WINDOW = np.array([-4.2, 3.2, 1.9], np.float32)
DAY = np.array([1.0, 0.90, 0.74], np.float32)
WALL = -1.75  # the depth of the wall
_TABLE_LOW, _TABLE_SPAN, _TABLE_CELLS = (-4.0, -2.0), (8.0, 7.0), (1536, 1344)


def things() -> list[Thing]:
    """Return what stands and lies on the table."""
    random = np.random.default_rng(12)
    return [
        _jug((-0.92, 0.0, -0.30)),
        _bottle((0.02, 0.0, -0.85)),
        _bowl((0.98, 0.0, -0.12)),
        fruit.orange((0.76, 0.56, -0.10), 0.27, (-0.3, 1, 0.5)),
        fruit.orange((1.22, 0.56, -0.24), 0.26, (0.5, 0.8, 0.6)),
        fruit.apple((1.00, 0.62, 0.16), 0.25, (0.15, 1, 0.35), 0.9),
        fruit.orange((0.96, 0.88, -0.18), 0.25, (0.3, 1, 0.7)),
        *flowers.bouquet((-0.92, 1.55, -0.30)),
        fruit.leaf((0.66, 0.98, -0.02), (-1, 0.35, 0.5), (0.2, 1, 0.4), 0.26),
        fruit.leaf((1.22, 1.04, -0.08), (1, 0.5, 0.3), (-0.3, 1, 0.5), 0.24),
        fruit.apple((-1.72, 0.27, 0.20), 0.30, (-0.25, 1, 0.30), 0.75),
        fruit.pear((1.93, 0.0, 0.42), 0.78),
        fruit.lemon((-0.42, 0.215, 0.78), 0.20, (1, 0.12, 0.55)),
        fruit.half_lemon((-1.02, 0.225, 0.92), 0.22, (0.28, 0.35, 1)),
        fruit.grapes((0.72, 0.0, 0.82), 46, random),
        fruit.leaf((0.86, 0.30, 0.92), (0.9, 0.15, 0.5), (0, 1, 0.3), 0.27),
    ]


def _jug(at: fruit.Point) -> Thing:
    profile = [
        (0.0, 0.30),
        (0.05, 0.33),
        (0.10, 0.31),
        (0.35, 0.48),
        (0.62, 0.56),
        (0.90, 0.48),
        (1.15, 0.29),
        (1.32, 0.25),
        (1.52, 0.31),
        (1.60, 0.335),
    ]
    body = fruit.turned(profile, 0.022, at)
    handle = fruit.ring((at[0] - 0.46, at[1] + 1.05, at[2]), 0.40, 0.27, 0.042)
    shape = fruit.joined(body, handle, 0.05)

    def hollow(points: Field) -> Field:
        d = shape(points)
        p = points - np.asarray(at, np.float32)
        room = 0.05 + np.hypot(p[:, 0], p[:, 2]) - np.interp(p[:, 1], *np.array(profile).T)
        return np.where((room < 0) & (p[:, 1] > 0.1), np.maximum(d, body(points)), d)

    def colour(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        turn, y = np.arctan2(p[:, 0], p[:, 2]), p[:, 1]
        glaze = mix((0.62, 0.61, 0.57), (0.54, 0.56, 0.57), 0.5 + 0.4 * grain(p, 0.5))
        wash = 0.93 + 0.07 * grain(p, 1.6)
        paint = np.zeros(len(p), np.float32)
        for low, high in ((0.12, 0.15), (0.255, 0.27), (1.03, 1.045), (1.08, 1.12), (1.50, 1.53)):
            band = smoothstep(low - 0.006, low, y) * smoothstep(high + 0.006, high, y)
            paint = np.maximum(paint, band)
        # A row of flowers around the belly, scrolls between them, leaves round the neck.
        u = turn * 7 / (2 * np.pi)
        du, dv = ((u + 0.5) % 1 - 0.5) * 0.50, y - 0.66
        out, petal = np.hypot(du, dv), np.arctan2(dv, du)
        bloom = 0.135 * (0.72 + 0.28 * np.cos(petal * 6))
        flower = smoothstep(0.010, -0.004, out - bloom)
        flower *= 0.55 + 0.45 * np.cos(out * 90) ** 2
        flower = np.maximum(flower, smoothstep(0.035, 0.028, out))
        su = (u % 1 - 0.5) * 0.50
        spiral = np.hypot(su, dv * 0.8)
        curl = np.cos(np.arctan2(dv, su) * 2 + spiral * 62 + 1.2)
        scroll = smoothstep(0.55, 0.85, curl) * smoothstep(0.21, 0.15, spiral) * (out > 0.155)
        wave = dv - 0.03 * np.sin(turn * 14)
        vine = smoothstep(0.016, 0.008, np.minimum(np.abs(wave - 0.24), np.abs(wave + 0.27)))
        lace = smoothstep(0.1, 0.4, np.sin(turn * 14) * 0.5 + np.cos((y - 1.31) * 30))
        lace *= np.abs(y - 1.31) < 0.10
        away = np.hypot(p[:, 0], p[:, 2])
        inside = away < np.interp(y, *np.array(profile).T) - 0.03
        paint = np.maximum.reduce([paint, flower * 0.95, scroll * 0.8, vine, lace * 0.9])
        rod = smoothstep(0.2, 0.6, np.sin(y * 42)) * (p[:, 0] < -0.52) * (away > 0.58)
        paint = np.maximum(paint * ~inside, rod * 0.85)
        return mix(glaze, (0.010, 0.030, 0.20), paint * wash)

    return Thing(
        hollow, (at[0] - 0.1, at[1] + 0.8, at[2]), 1.02, colour, (0.40, 0.41, 0.44), 0.05, 1.0
    )


def _bottle(at: fruit.Point) -> Thing:
    profile = [
        (0.0, 0.26),
        (0.03, 0.30),
        (0.85, 0.315),
        (1.05, 0.27),
        (1.22, 0.13),
        (1.38, 0.095),
        (1.80, 0.085),
        (1.81, 0.112),
        (1.88, 0.112),
        (1.90, 0.10),
    ]

    def colour(points: Field) -> Field:
        y = points[:, 1]
        glass = mix((0.010, 0.034, 0.010), (0.016, 0.052, 0.012), smoothstep(0.9, 1.7, y))
        seal = smoothstep(1.56, 1.57, y + 0.02 * grain(points, 0.6))
        return mix(glass, (0.030, 0.003, 0.002), seal)

    shape = fruit.turned(profile, 0.0, at)
    return Thing(shape, (at[0], 0.95, at[2]), 1.02, colour, (0.02, 0.05, 0.02), 0.06, 1.0, glow=1.0)


def _bowl(at: fruit.Point) -> Thing:
    profile = [
        (0.0, 0.30),
        (0.03, 0.31),
        (0.06, 0.22),
        (0.10, 0.24),
        (0.20, 0.50),
        (0.34, 0.66),
        (0.47, 0.72),
        (0.50, 0.755),
    ]

    def beaten(points: Field) -> Field:
        d = shape(points)
        near = np.abs(d) < 0.03
        d[near] += 0.0012 * grain(points[near], 0.6)
        return d

    def colour(points: Field) -> Field:
        p = points - np.asarray(at, np.float32)
        out, y = np.hypot(p[:, 0], p[:, 2]), p[:, 1]
        run = grain(p, 0.5) + 0.5 * grain(p * np.array([1, 0.25, 1], np.float32), 2.0)
        glaze = mix((0.010, 0.105, 0.135), (0.045, 0.27, 0.27), 0.5 + 0.4 * run)
        bare = smoothstep(0.085, 0.06, y) + smoothstep(0.478, 0.492, y + 0.006 * grain(p, 1.5))
        ring = smoothstep(0.012, 0.006, np.abs(y - 0.40)) * (out > 0.66)
        return mix(mix(glaze, (0.30, 0.20, 0.10), bare), (0.50, 0.42, 0.22), ring)

    shape = fruit.turned(profile, 0.016, at)
    return Thing(beaten, (at[0], 0.28, at[2]), 0.85, colour, (0.03, 0.16, 0.17), 0.05, 1.0)


class _Table:
    """The table top with its linen, as a field of heights."""

    def __init__(self) -> None:
        """Lay the cloth: folds that run to its corners, smooth where something stands."""
        columns, rows = _TABLE_CELLS
        x = np.linspace(_TABLE_LOW[0], _TABLE_LOW[0] + _TABLE_SPAN[0], columns, dtype=np.float32)
        z = np.linspace(_TABLE_LOW[1], _TABLE_LOW[1] + _TABLE_SPAN[1], rows, dtype=np.float32)
        x, z = np.meshgrid(x, z)
        slant = x * 0.90 - z * 0.42
        edge = 0.62 - slant + 0.16 * perlin(x * 0.8, z * 0.8, 20)
        edge += 0.05 * perlin(x * 2.6, z * 2.6, 21)
        self.inside = np.minimum(edge, z + 1.15 + 0.12 * perlin(x * 1.2, z, 22))
        bend_x = x + 0.45 * perlin(x * 0.6, z * 0.6, 23)
        bend_z = z + 0.45 * perlin(x * 0.6, z * 0.6, 24)
        along = bend_x * 0.55 + bend_z * 0.95
        across = bend_x * 0.95 - bend_z * 0.45
        folds = self._fold(across * 1.25, along * 0.36, 25) * 0.17
        folds += self._fold(across * 2.6 + 7, along * 0.7, 26) * 0.080
        folds += self._fold(along * 1.9 + 3, across * 0.5, 28) * 0.045
        folds += 0.014 * perlin(x * 3.1, z * 3.1, 27)
        quiet = np.ones_like(x)
        for thing in things():
            cx, _, cz = thing.centre
            reach = min(thing.radius, 0.55)
            quiet *= smoothstep(0.62 * reach, 1.35 * reach + 0.25, np.hypot(x - cx, z - cz))
        sheet = smoothstep(0.0, 0.05, self.inside)
        self.height = sheet * (0.016 + folds * (0.06 + 0.94 * quiet))
        self.x, self.z = x, z

    @staticmethod
    def _fold(across: Field, along: Field, seed: int) -> Field:
        """Return rounded ridges that run along one way, in [0, 1]."""
        noise = perlin(across, along, seed)
        return np.exp(-((noise / 0.26) ** 2)) * smoothstep(
            -0.7, 0.5, perlin(across, along, seed + 40)
        )

    def look(self, field: Field, points: Field) -> Field:
        """Return a field of the table below points."""
        column = (points[:, 0] - _TABLE_LOW[0]) / _TABLE_SPAN[0] * (_TABLE_CELLS[0] - 1)
        row = (points[:, 2] - _TABLE_LOW[1]) / _TABLE_SPAN[1] * (_TABLE_CELLS[1] - 1)
        return map_coordinates(field, [row, column], order=1, mode="nearest")

    def thing(self) -> Thing:
        """Return the table as something that can be hit and that throws shadows."""

        def distance(points: Field) -> Field:
            return (points[:, 1] - self.look(self.height, points)) * np.float32(0.42)

        middle, mean = (0.0, 0.0, 0.8), (0.30, 0.24, 0.17)
        return Thing(distance, middle, 5.2, self._colour, mean, 0.04, 0.12, fine=0.006)

    def _colour(self, points: Field) -> Field:
        x, z = points[:, 0], points[:, 2]
        plank = np.floor(z / 0.62 + 0.35)
        shift = plank * 7.3
        ring = fbm(x * 0.45 + shift, z * 5.5 + shift, 4, 31)
        streak = fbm(x * 3 + shift, z * 70, 3, 33)
        tone = 0.5 + 0.36 * np.sin(ring * 14) + 0.35 * streak
        wood = mix((0.085, 0.036, 0.016), (0.21, 0.10, 0.045), tone)
        gap = np.abs((z / 0.62 + 0.35) % 1 - 0.5)
        wood *= (1 - 0.85 * smoothstep(0.488, 0.498, gap))[:, None]
        inside = self.look(self.inside, points)
        weave = 0.5 + 0.35 * fbm(x * 14, z * 90, 3, 34) + 0.35 * fbm(x * 90, z * 14, 3, 35)
        linen = mix((0.44, 0.42, 0.37), (0.56, 0.54, 0.49), weave)
        for low, high in ((0.14, 0.20), (0.235, 0.25), (0.09, 0.105)):
            band = smoothstep(low - 0.004, low, inside) * smoothstep(high + 0.004, high, inside)
            linen = mix(linen, (0.05, 0.09, 0.28), 0.85 * band)
        return mix(wood, linen, smoothstep(0.004, 0.012, inside))


def _window(start: Field, ray: Field, blur: float) -> Field:
    """Return how brightly a mirrored ray sees the window with its panes."""
    t = (WINDOW[0] - start[:, 0]) / np.minimum(ray[:, 0], -1e-4)
    y = start[:, 1] + ray[:, 1] * t - WINDOW[1]
    z = start[:, 2] + ray[:, 2] * t - WINDOW[2]
    shape = smoothstep(1.5 + blur, 1.5 - blur, np.abs(y))
    shape *= smoothstep(1.15 + blur, 1.15 - blur, np.abs(z))
    thin, wide = 0.05 - blur * 0.3, 0.07 + blur * 0.6
    bars = smoothstep(thin, wide, np.abs(z)) * smoothstep(thin, wide, np.abs((y + 1.5) % 1 - 0.5))
    return shape * bars * (ray[:, 0] < -0.02)


def _room(start: Field, ray: Field, blur: float) -> Field:
    """Return what a mirrored ray sees: the window, the dim room, the table."""
    up = ray[:, 1]
    dim = mix((0.055, 0.042, 0.032), (0.16, 0.125, 0.095), 0.5 + 0.5 * ray[:, 0])
    table = mix(
        (0.30, 0.25, 0.19), (0.12, 0.06, 0.03), smoothstep(-0.2, 0.6, start[:, 0] + ray[:, 0])
    )
    room = mix(dim, table, smoothstep(0.0, -0.25, up))
    return room + _window(start, ray, blur)[:, None] * DAY * 8.0


def _wall(points: Field) -> Field:
    """Return the plaster of the wall: warm, patched and worn."""
    x, y = points[:, 0], points[:, 1]
    patch = fbm(x * 0.9, y * 0.9, 5, 70)
    trowel = fbm(x * 5 + 2 * patch, y * 2.2, 5, 72)
    base = mix((0.055, 0.095, 0.100), (0.145, 0.190, 0.175), 0.5 + 0.9 * patch + 0.25 * trowel)
    worn = smoothstep(0.10, 0.45, fbm(x * 2.3 + 4, y * 2.3, 6, 74))
    base = mix(base, (0.25, 0.225, 0.155), 0.45 * worn)
    return base * (1 + 0.28 * trowel + 0.10 * fbm(x * 40, y * 40, 3, 76))[:, None]


def _shutter(points: Field) -> Field:
    """Return how much of the light of the window reaches the wall: two slanted columns of panes."""
    y = points[:, 1]
    x = points[:, 0] - 0.42 * (y - 1.6)
    slant = y + 0.20 * x
    panes = np.zeros(len(points), np.float32)
    for left in (0.35, 1.25):
        for low in (0.55, 1.45, 2.35):
            wide = smoothstep(left - 0.06, left + 0.06, x) * smoothstep(left + 0.83, left + 0.71, x)
            tall = smoothstep(low - 0.06, low + 0.06, slant)
            panes += wide * tall * smoothstep(low + 0.83, low + 0.71, slant)
    return 0.20 + 0.25 * smoothstep(-2.0, 1.0, points[:, 0] - 0.5 * (y - 1.5)) + 1.25 * panes


def _mirrored(scene: list[Thing], start: Field, ray: Field, room: Field) -> Field:
    """Return what mirrored rays see: the other things, roughly lit, before the room."""
    nearest = np.full(len(ray), np.inf, np.float32)
    seen = room.copy()
    for thing in scene:
        found = first_hit(thing, start, ray)
        closer = np.flatnonzero(found < nearest)
        if not closer.size:
            continue
        nearest[closer] = found[closer]
        points = start[closer] + ray[closer] * found[closer, None]
        normal = normals(thing.distance, points, 0.006)
        facing = np.clip(np.einsum("ij,ij->i", normal, unit(WINDOW - points)), 0, 1)
        seen[closer] = thing.colour(points) * (0.12 + 1.5 * facing[:, None] * DAY)
    return seen


def _shade(
    thing: Thing | None,
    points: Field,
    normal: Field,
    ray: Field,
    scene: list[Thing],
    table: Thing,
) -> Field:
    """Return the light that comes back along ``ray`` from points of a thing, or of the wall."""
    towards = unit(WINDOW - points)
    away = np.linalg.norm(WINDOW - points, axis=1)
    facing = np.einsum("ij,ij->i", normal, towards)
    glow = thing.glow if thing else 0.0
    wrapped = np.clip((facing + 0.25 * glow) / (1 + 0.25 * glow), 0, 1)
    sun = np.zeros(len(points), np.float32)
    some = wrapped > 0
    sun[some] = lit(scene, points[some] + normal[some] * 0.006, towards[some], 11.0, 6.0)
    open_sky, shed = surroundings(scene, points, normal)
    power = (5.0 / away) ** 2 * 2.1
    if thing is None:  # the shutter keeps the light of the window from the upper left
        sun *= _shutter(points)
    light = (wrapped * sun * power)[:, None] * DAY
    left = (0.5 - 0.5 * normal[:, 0])[:, None]
    fill = np.array([0.115, 0.085, 0.070]) * (1 - left) + np.array([0.26, 0.26, 0.27]) * left
    light = light + open_sky[:, None] * fill * (0.75 + 0.25 * normal[:, 1:2])
    light = light + shed * (0.06 + 0.16 * sun[:, None])
    albedo = thing.colour(points) if thing else _wall(points)
    if not thing:
        return albedo * light
    mirror = ray - 2 * np.einsum("ij,ij->i", ray, normal)[:, None] * normal
    cosine = np.clip(-np.einsum("ij,ij->i", ray, normal), 0, 1)
    fresnel = thing.gloss + (1 - thing.gloss) * (1 - cosine) ** 5
    room = _room(points, mirror, 0.10 + 0.9 * (1 - thing.polish))
    if thing.polish >= 0.9:
        room = _mirrored([*scene, table], points + normal * 0.01, mirror, room)
    seen = np.clip(open_sky * 1.2, 0, 1) * (0.3 + 0.7 * np.clip(sun + 0.4, 0, 1))
    if thing.glow > 0.9:  # glass: what stands behind shines through, dimmed towards the rims
        behind = _wall(points + 0.4 * ray) * 2.4 + 0.35 * np.clip(-facing, 0, 1)[:, None] ** 2
        tint = albedo * 6.5 * (0.06 + 0.94 * cosine**2.4)[:, None]
        return (behind * tint * 0.8 + albedo * light + fresnel[:, None] * room).astype(np.float32)
    through = np.clip(-facing, 0, 1) ** 1.5 * glow * (1 - cosine) * 1.6 + glow * 0.10
    light = light + through[:, None] * DAY * 1.3
    sheen = fresnel * (0.12 + 0.88 * thing.polish) * seen
    return (albedo * light + sheen[:, None] * room).astype(np.float32)


def paint(scale: float = 1.5) -> Image.Image:
    """Return the picture, painted ``scale`` times as large and shrunk."""
    width, height = int(WIDTH * scale), int(HEIGHT * scale)
    ahead = unit(AIM - EYE)
    right = unit(np.cross(ahead, [0, 1, 0]).astype(np.float32))
    upper = np.cross(right, ahead)
    row, column = np.mgrid[0:height, 0:width].astype(np.float32)
    u = ((column + 0.5 - width / 2) / height).ravel()[:, None]
    v = ((height / 2 - row - 0.5) / height).ravel()[:, None]
    ray = unit((ahead * 1.81 + u * right + v * upper).astype(np.float32))
    start = np.broadcast_to(EYE, ray.shape)
    table = _Table().thing()
    scene = things()
    nearest = (WALL - EYE[2]) / ray[:, 2]
    nearest = np.where(nearest > 0, nearest, 1e3).astype(np.float32)
    owner = np.full(len(ray), -1, np.int32)
    for index, thing in enumerate([*scene, table]):
        found = first_hit(thing, start, ray, 300 if thing is table else 100)
        closer = found < nearest
        nearest[closer], owner[closer] = found[closer], index
    light = np.zeros_like(ray)
    for index, thing in enumerate([*scene, table, None]):
        mine = np.flatnonzero(owner == (index if thing else -1))
        for some in np.array_split(mine, max(1, mine.size // 400_000)):
            points = EYE + ray[some] * nearest[some, None]
            if thing:
                normal = normals(thing.distance, points, thing.fine)
            else:
                normal = np.broadcast_to(np.array([0, 0, 1], np.float32), points.shape)
            near = [*scene, table] if thing is table else scene
            light[some] = _shade(thing, points, normal, ray[some], near, table)
    picture = light.reshape(height, width, 3)
    picture = picture + 0.05 * gaussian_filter(picture, (0.02 * width, 0.02 * width, 0), truncate=2)
    pixels = (develop(picture, 0.66, 0.3) * 255 + 0.5).astype(np.uint8)
    return Image.fromarray(pixels).resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
