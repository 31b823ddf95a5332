"""A contact sheet: nine pictures of one photo that differ in one wish, with captions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from studio.document.layer import small
from studio.errors import StudioError
from studio.image.picture_file import Picture
from studio.jobs import Step, Work
from studio.tasks.style import StyleChoice, StyleRequest, StyleResult, stylize

Pixels: TypeAlias = NDArray[np.uint8]
Deep: TypeAlias = NDArray[np.uint16]

KINDS = ("strengths", "styles", "sizes")
COLUMNS = ROWS = 3
MOST = {"fine": 512}
"""The longer side of a picture of a sheet, by engine; it is there to choose from."""
MOST_OTHERWISE = 1024
_CELL = 480  # pixels of a cell's longer side
_EDGE = 24
_TEXT = 19
_FONTS = (
    "NotoSansCJK-Regular.ttc",
    "PingFang.ttc",
    "msyh.ttc",
    "DejaVuSans.ttf",
    "LiberationSans-Regular.ttf",
    "Arial.ttf",
)
_GROUND, _INK = (20, 21, 24), (232, 234, 237)


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture of a sheet: what is asked for, and the words below it."""

    request: StyleRequest
    caption: str


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A finished sheet and the pictures it is made of, in their order."""

    pixels: NDArray[np.uint8]
    results: tuple[StyleResult, ...]


def cells(
    kind: str,
    request: StyleRequest,
    gallery: Sequence[str] = (),
    title: Callable[[str], str] = str,
) -> tuple[Cell, ...]:
    """Nine requests around ``request``: strengths, sizes of the style, or the styles that follow
    the chosen one in the ``gallery`` (ids, in its order; fewer where it holds fewer).

    They are smaller and, with Fine, drafts: a sheet is to choose from. StudioError for another
    kind, or a request without a style.
    """
    if kind not in KINDS:
        raise StudioError(f"There is no sheet of “{kind[:40]}”; there are {', '.join(KINDS)}.")
    if not request.styles:
        raise StudioError("Choose a style to paint with.")
    size = min(request.size, MOST.get(request.engine, MOST_OTHERWISE))
    request = replace(request, size=size, quality="draft")
    if kind == "strengths":
        strengths = [round(0.2 + 0.1 * step, 1) for step in range(9)]
        return tuple(Cell(replace(request, strength=s), f"{s:.0%}") for s in strengths)
    if kind == "sizes":
        sizes = [2.0 ** (step / 2 - 2) for step in range(9)]
        return tuple(Cell(replace(request, style_size=s), f"{s:.2g} ×") for s in sizes)
    alone = replace(request, style_map="")
    names = _next_in(gallery, request.styles[0].card)
    return tuple(Cell(replace(alone, styles=(StyleChoice(n),)), title(n)) for n in names)


def _next_in(gallery: Sequence[str], first: str) -> list[str]:
    """The chosen style and the eight that follow it, round the end to the beginning."""
    at = gallery.index(first) if first in gallery else -1
    others = [*gallery[at + 1 :], *gallery[: max(at, 0)]]
    return [first, *others][: COLUMNS * ROWS]


def draw(pictures: Sequence[Pixels | Deep], captions: Sequence[str]) -> Pixels:
    """The pictures in rows of three, each with its caption, as (H, W, 3) on a dark ground."""
    tiles = [Image.fromarray(small(pixels, _CELL)[..., :3]) for pixels in pictures]
    width, height = (max(sides) for sides in zip(*(tile.size for tile in tiles), strict=True))
    line = round(_TEXT * 1.9)
    columns = min(COLUMNS, len(tiles))
    rows = -(-len(tiles) // columns)
    across = columns * (width + _EDGE) + _EDGE
    down = rows * (height + line + _EDGE) + _EDGE
    sheet = Image.new("RGB", (across, down), _GROUND)
    pen, font = ImageDraw.Draw(sheet), _font()
    for index, (tile, caption) in enumerate(zip(tiles, captions, strict=True)):
        left = _EDGE + index % columns * (width + _EDGE)
        top = _EDGE + index // columns * (height + line + _EDGE)
        sheet.paste(tile, (left + (width - tile.width) // 2, top + (height - tile.height) // 2))
        middle = (left + width / 2, top + height + line / 2)
        pen.text(middle, _shortened(caption, font, width), fill=_INK, font=font, anchor="mm")
    pixels = np.asarray(sheet)
    pixels.flags.writeable = False
    return pixels


Font: TypeAlias = ImageFont.FreeTypeFont | ImageFont.ImageFont


@cache
def _font() -> Font:
    """A font of this machine that knows titles of all countries; else the plain one of Pillow."""
    for name in _FONTS:
        with suppress(OSError):
            return ImageFont.truetype(name, _TEXT)
    return ImageFont.load_default(_TEXT)


def _shortened(text: str, font: Font, width: int) -> str:
    """As much of the text as fits into the width."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def paint_sheet(wanted: Sequence[Cell], photo: Picture) -> Work[Sheet]:
    """Paint every cell, one after the other, and draw the sheet; StudioError as ``stylize``."""
    results: list[StyleResult] = []
    for index, cell in enumerate(wanted):
        work = stylize(cell.request, photo)
        while True:
            try:
                step = next(work)
            except StopIteration as end:
                results.append(end.value)
                break
            label = f"{index + 1}/{len(wanted)} · {cell.caption}"
            done = (index + step.progress) / len(wanted)
            yield replace(step, label=label, fraction=done)
    yield Step(len(wanted), len(wanted), "drawing the sheet", 1.0)
    captions = [cell.caption for cell in wanted]
    return Sheet(draw([one.pixels for one in results], captions), tuple(results))
