"""What people built around the harbour: houses with lit windows, a lighthouse, sailing boats."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw

from sample_pictures.growth import Colour, blend

WALLS: tuple[Colour, ...] = (
    (150, 108, 84),
    (168, 128, 88),
    (128, 84, 76),
    (150, 136, 128),
    (112, 96, 108),
    (166, 104, 70),
)
LAMP = (255, 190, 92)


def house(random: Generator, size: float) -> tuple[Image.Image, Image.Image]:
    """Return a house and its lamplight ("L"), ``size`` pixels wide; the foot is the lower edge."""
    fine = 4
    wide = round(size * fine)
    tall = round(wide * random.uniform(0.85, 1.25))
    roof = round(wide * random.uniform(0.28, 0.42))
    stamp = Image.new("RGBA", (wide, tall + roof), (0, 0, 0, 0))
    lamps = Image.new("L", stamp.size, 0)
    draw, glow = ImageDraw.Draw(stamp), ImageDraw.Draw(lamps)
    wall = blend(WALLS[int(random.integers(len(WALLS)))], (34, 32, 52), 0.42)
    corner = round(wide * random.uniform(0.30, 0.45))  # the gable to the left of it catches light
    for y in range(roof, tall + roof):
        dark = 0.30 * (y - roof) / tall
        draw.line(
            [0, y, corner, y],
            fill=(*blend(blend(wall, (255, 158, 84), 0.42), (20, 18, 30), dark), 255),
        )
        draw.line([corner, y, wide, y], fill=(*blend(wall, (16, 16, 28), 0.25 + dark), 255))
    tiles = blend((112, 52, 40), (40, 30, 44), random.uniform(0.2, 0.7))
    draw.polygon(
        [(0, roof), (corner / 2, 0), (corner, roof)], fill=(*blend(wall, (255, 158, 84), 0.34), 255)
    )
    draw.polygon(
        [(corner / 2, 0), (wide - corner / 3, 0), (wide, roof + 2), (corner, roof + 2)],
        fill=(*tiles, 255),
    )
    draw.line(
        [(0, roof), (corner / 2, 0), (wide - corner / 3, 0)],
        fill=(*blend(tiles, (255, 170, 96), 0.6), 255),
        width=3,
    )
    chimney = wide * random.uniform(0.5, 0.75)
    draw.rectangle(
        [chimney, 0, chimney + wide * 0.07, roof * 0.4],
        fill=(*blend(tiles, (20, 16, 24), 0.4), 255),
    )
    lived = random.uniform(0.05, 0.55)
    storeys = max(2, round(tall / wide * 2.4))
    for storey in range(storeys):
        y = roof + tall * (storey + 0.22) / storeys
        for x in np.arange(wide * 0.08, wide * 0.88, wide * 0.19):
            box = [x, y, x + wide * 0.095, y + tall * 0.46 / storeys]
            if random.random() < lived:
                draw.rectangle(box, fill=(*LAMP, 255))
                glow.rectangle(box, fill=int(random.uniform(60, 190)))
            else:
                draw.rectangle(box, fill=(*blend(wall, (14, 16, 34), 0.72), 255))
    shape = (max(stamp.width // fine, 1), max(stamp.height // fine, 1))
    return stamp.resize(shape, Image.Resampling.BOX), lamps.resize(shape, Image.Resampling.BOX)


def lighthouse(size: float) -> tuple[Image.Image, Image.Image]:
    """Return a lighthouse and its lamplight ("L"), ``size`` pixels tall."""
    fine = 4
    tall = round(size * fine)
    wide = round(tall * 0.46)
    stamp = Image.new("RGBA", (wide, tall), (0, 0, 0, 0))
    lamps = Image.new("L", stamp.size, 0)
    draw, glow = ImageDraw.Draw(stamp), ImageDraw.Draw(lamps)
    middle = wide * 0.52

    def drum(low: float, high: float, foot: float, head: float, colour: Colour) -> None:
        for y in range(round(tall * high), round(tall * low)):
            part = (y / tall - high) / (low - high)
            radius = tall * (head + (foot - head) * part)
            for x in range(round(middle - radius), round(middle + radius)):
                across = (x - middle) / radius
                warm = max(0.0, -across) ** 0.8
                shade = blend(
                    blend(colour, (44, 44, 78), 0.55), blend(colour, (255, 164, 92), 0.45), warm
                )
                draw.point((x, y), fill=(*blend(shade, (26, 24, 44), 0.35 * across * across), 255))

    white, red, iron = (226, 214, 204), (176, 52, 40), (46, 42, 54)
    for band, colour in enumerate((white, red, white, red, white)):
        low, high = 0.97 - band * 0.144, 0.97 - (band + 1) * 0.144
        drum(low, high, 0.062 - band * 0.006, 0.056 - band * 0.006, colour)
    drum(0.262, 0.238, 0.056, 0.056, iron)
    drum(0.238, 0.140, 0.028, 0.028, (255, 214, 140))
    glow.rectangle(
        [middle - tall * 0.026, tall * 0.150, middle + tall * 0.026, tall * 0.236], fill=255
    )
    draw.rectangle(
        [middle - tall * 0.026, tall * 0.150, middle + tall * 0.026, tall * 0.236],
        fill=(255, 226, 160, 255),
    )
    for bar in (-0.028, 0.0, 0.027):
        x = middle + bar * tall
        draw.line([x, tall * 0.140, x, tall * 0.238], fill=(*iron, 255), width=3)
    for post in np.linspace(-0.056, 0.054, 7):
        draw.line(
            [middle + post * tall, tall * 0.205, middle + post * tall, tall * 0.24],
            fill=(*iron, 255),
            width=2,
        )
    draw.line(
        [middle - tall * 0.056, tall * 0.205, middle + tall * 0.056, tall * 0.205],
        fill=(*iron, 255),
        width=2,
    )
    dome = [
        (middle - tall * 0.036, tall * 0.142),
        (middle - tall * 0.016, tall * 0.105),
        (middle, tall * 0.075),
        (middle + tall * 0.016, tall * 0.105),
        (middle + tall * 0.036, tall * 0.142),
    ]
    draw.polygon(dome, fill=(*blend(red, iron, 0.3), 255))
    draw.line([middle, tall * 0.08, middle, tall * 0.04], fill=(*iron, 255), width=4)
    for y in (0.47, 0.70):
        draw.rectangle(
            [middle - tall * 0.008, tall * y, middle + tall * 0.010, tall * (y + 0.035)],
            fill=(*LAMP, 255),
        )
        glow.rectangle(
            [middle - tall * 0.008, tall * y, middle + tall * 0.010, tall * (y + 0.035)], fill=170
        )
    shape = (wide // fine, tall // fine)
    return stamp.resize(shape, Image.Resampling.BOX), lamps.resize(shape, Image.Resampling.BOX)


def _curve(
    a: tuple[float, float], bend: tuple[float, float], b: tuple[float, float]
) -> list[tuple[float, float]]:
    points = []
    for t in np.linspace(0, 1, 24):
        s = 1 - t
        points.append(
            tuple(s * s * p + 2 * s * t * q + t * t * r for p, q, r in zip(a, bend, b, strict=True))
        )
    return points  # type: ignore[return-value]


def boat(size: float, turn: int, random: Generator) -> tuple[Image.Image, Image.Image]:
    """Return a sailing boat and its lamplight ("L"), ``size`` pixels tall, heading left or right.

    The sun stands behind it: the cloth glows where it is thin and darkens at its seams.
    """
    fine = 3
    tall = round(size * fine)
    wide = round(tall * 0.80)
    stamp = Image.new("RGBA", (wide, tall), (0, 0, 0, 0))
    lamps = Image.new("L", stamp.size, 0)
    mast, head, deck = wide * 0.47, tall * 0.015, tall * 0.885

    def cloth(outline: list[tuple[float, float]], dark: Colour, light: Colour) -> None:
        mask = Image.new("L", stamp.size, 0)
        ImageDraw.Draw(mask).polygon(outline, fill=255)
        y, x = np.mgrid[0 : 1 : tall * 1j, 0 : 1 : wide * 1j]
        glow = 0.62 - 0.75 * (x - 0.35) + 0.25 * np.sin(y * 9 + x * 5) * 0.4 + 0.18 * (1 - y)
        folds = 0.06 * np.sin((x * 1.8 + y * 0.5) * 46 + 3 * np.sin(y * 7))
        seams = 0.16 * (np.abs((y * 11 + 0.7 * x) % 1 - 0.5) > 0.47)
        part = np.clip(0.82 * glow + folds - seams + random.normal(0, 0.02, y.shape), 0, 1)[
            ..., None
        ]
        pixels = np.array(dark) * (1 - part) + np.array(light) * part
        stamp.paste(Image.fromarray(pixels.astype(np.uint8)), (0, 0), mask)

    main = [
        *_curve(
            (mast + tall * 0.006, head),
            (mast + wide * 0.24, tall * 0.38),
            (wide * 0.93, tall * 0.835),
        ),
        *_curve(
            (wide * 0.93, tall * 0.835),
            (wide * 0.70, tall * 0.862),
            (mast + tall * 0.006, tall * 0.845),
        ),
    ]
    jib = [
        *_curve(
            (mast - tall * 0.008, tall * 0.09),
            (wide * 0.26, tall * 0.50),
            (wide * 0.06, tall * 0.865),
        ),
        *_curve(
            (wide * 0.06, tall * 0.865), (wide * 0.26, tall * 0.85), (wide * 0.42, tall * 0.83)
        ),
        *_curve(
            (wide * 0.42, tall * 0.83),
            (wide * 0.475, tall * 0.48),
            (mast - tall * 0.008, tall * 0.09),
        ),
    ]
    cloth(main, (74, 40, 58), (255, 186, 116))
    cloth(jib, (96, 50, 58), (255, 200, 132))
    draw, glow = ImageDraw.Draw(stamp), ImageDraw.Draw(lamps)
    draw.line([mast, head, mast, deck], fill=(38, 26, 26, 255), width=max(2, tall // 110))
    draw.line(
        [mast, tall * 0.85, wide * 0.94, tall * 0.842],
        fill=(44, 30, 28, 255),
        width=max(2, tall // 130),
    )
    draw.line([mast, tall * 0.085, wide * 0.03, tall * 0.875], fill=(40, 28, 30, 255), width=1)
    draw.line([mast, head, wide * 0.965, tall * 0.88], fill=(40, 28, 30, 255), width=1)
    hull = [
        *_curve(
            (wide * 0.015, tall * 0.872), (wide * 0.4, tall * 0.905), (wide * 0.985, tall * 0.868)
        ),
        *_curve(
            (wide * 0.985, tall * 0.868), (wide * 0.96, tall * 0.99), (wide * 0.84, tall * 0.999)
        ),
        *_curve(
            (wide * 0.84, tall * 0.999), (wide * 0.30, tall * 1.005), (wide * 0.015, tall * 0.872)
        ),
    ]
    draw.polygon(hull, fill=(40, 24, 34, 255))
    rim = _curve(
        (wide * 0.015, tall * 0.872), (wide * 0.4, tall * 0.905), (wide * 0.985, tall * 0.868)
    )
    draw.line(rim, fill=(232, 150, 92, 255), width=max(2, tall // 120))
    band = [(x, y + tall * 0.026) for x, y in rim[2:-1]]
    draw.line(band, fill=(138, 44, 40, 255), width=max(2, tall // 80))
    cabin = [
        (wide * 0.50, tall * 0.887),
        (wide * 0.52, tall * 0.858),
        (wide * 0.72, tall * 0.856),
        (wide * 0.745, tall * 0.882),
    ]
    draw.polygon(cabin, fill=(86, 56, 52, 255))
    for x in (0.555, 0.615, 0.675):
        box = [wide * x, tall * 0.864, wide * (x + 0.03), tall * 0.876]
        draw.rectangle(box, fill=(*LAMP, 255))
        glow.rectangle(box, fill=220)
    draw.ellipse([wide * 0.795, tall * 0.815, wide * 0.815, tall * 0.829], fill=(30, 20, 24, 255))
    draw.polygon(
        [
            (wide * 0.785, tall * 0.885),
            (wide * 0.792, tall * 0.83),
            (wide * 0.82, tall * 0.83),
            (wide * 0.83, tall * 0.885),
        ],
        fill=(30, 20, 26, 255),
    )
    shape = (max(wide // fine, 2), max(tall // fine, 2))
    stamp = stamp.resize(shape, Image.Resampling.BOX)
    lamps = lamps.resize(shape, Image.Resampling.BOX)
    if turn < 0:
        return stamp, lamps
    return stamp.transpose(Image.Transpose.FLIP_LEFT_RIGHT), lamps.transpose(
        Image.Transpose.FLIP_LEFT_RIGHT
    )
