"""A picture becomes a style card: measured, and shown by a thumbnail painted in its style."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from studio import registry
from studio.device import choose
from studio.errors import StudioError, UnreadableFile
from studio.image.convert import resize_pixels
from studio.image.fine_plan import FineSettings, plan_stages
from studio.image.picture_file import Picture, read_picture
from studio.image.style_card import (
    CARD_SUFFIX,
    CardInfo,
    find_card,
    identifier_for,
    own_folder,
    read_info,
)
from studio.jobs import Step, Work
from studio.paths import made, resources

if TYPE_CHECKING:
    from torch import Tensor

    from studio.image.encoder import Encoder
    from studio.image.style_statistics import StyleStatistics

THUMBNAIL = (288, 192)
"""Width and height in pixels."""
_SAMPLE = "samples/harbour-dusk.jpg"


def make_card(
    picture: Picture,
    *,
    title: str,
    artist: str = "",
    year: str = "",
    folder: Path | None = None,
    identifier: str | None = None,
    force: bool = False,
) -> Work[CardInfo]:
    """Measure ``picture`` and write its card into ``folder`` (the user's own by default).

    Raises StudioError for a picture too small to have a texture or no title, AlreadyExists in a
    given folder.
    """
    if not title.strip():
        raise StudioError("Give the style a title.")
    from studio.image.convert import to_tensor
    from studio.image.style_statistics import LARGEST, measure, write_card

    yield Step(0, 1, "measuring the style", 0.0)
    loaded = registry.encoder("studio")
    side = math.sqrt(picture.size[0] * picture.size[1])
    pixels = picture.pixels
    if side > LARGEST:
        pixels = resize_pixels(pixels, round(max(picture.size) * LARGEST / side))
    work = measure(to_tensor(pixels), loaded.network)
    while True:
        try:
            done = next(work)
        except StopIteration as end:
            statistics: StyleStatistics = end.value
            break
        yield Step(done, 6, "measuring the style", 0.1 * done / 6)
    thumbnail = yield from _thumbnail(statistics, loaded.network)
    words = {
        "id": identifier or _free_identifier(title),
        "title": title[:200],
        "artist": artist[:200],
        "year": year[:40],
    }
    path = made(folder or own_folder()) / f"{words['id']}{CARD_SUFFIX}"
    write_card(path, statistics, words, thumbnail, loaded.sha256, force=force)
    return read_info(path)


def _free_identifier(title: str) -> str:
    """An id that no card has yet."""
    stem = identifier_for(title)
    name, count = stem, 2
    while _taken(name):
        name, count = f"{stem}-{count}", count + 1
    return name


def _taken(name: str) -> bool:
    """Whether a card has that id, or a damaged one lies in its place."""
    try:
        return find_card(name) is not None
    except UnreadableFile:
        return True


def _thumbnail(statistics: StyleStatistics, encoder: Encoder) -> Work[bytes]:
    """The studio's sample picture in the style, as JPEG."""
    from studio.image.convert import resize, to_pixels, to_tensor
    from studio.image.optimise import optimise

    width, height = THUMBNAIL
    sample = to_tensor(_cropped(read_picture(resources() / _SAMPLE)))
    photo = resize(sample, (height, width))
    stages = plan_stages(height, width, "good")
    settings = FineSettings(stages, content_weight=0.3, smoothness=2.0)

    def targets(side: float) -> dict[str, Tensor]:
        return dict(statistics.targets(side * 1.4))

    bfloat16 = choose().precision == "bfloat16"
    work = optimise(photo, targets, encoder, settings, bfloat16=bfloat16)
    while True:
        try:
            at = next(work)
        except StopIteration as end:
            painted = to_pixels(end.value)
            break
        look = at.picture
        yield Step(
            at.step,
            at.steps,
            "painting its thumbnail",
            0.1 + 0.9 * at.fraction,
            preview=lambda look=look: to_pixels(look()),  # type: ignore[misc]
        )
    packed = io.BytesIO()
    Image.fromarray(painted).save(packed, "JPEG", quality=88, subsampling=0)
    return packed.getvalue()


def _cropped(picture: Picture) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8 | np.uint16]]:
    """The middle of the picture in the thumbnail's shape."""
    width, height = picture.size
    wanted = THUMBNAIL[0] / THUMBNAIL[1]
    if width > height * wanted:
        cut = round((width - height * wanted) / 2)
        return picture.pixels[:, cut : width - cut]
    cut = round((height - width / wanted) / 2)
    return picture.pixels[cut : height - cut]
