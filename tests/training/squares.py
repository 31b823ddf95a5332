"""Folders of tiny pictures, and the tables that are made of them."""

from pathlib import Path

import numpy as np
from PIL import Image

from studio.training.picture_sets import SquareSet, reading_squares
from tests.training.tiny_runs import ended


def pictures_folder(folder: Path, count: int = 50, size: tuple[int, int] = (20, 24)) -> Path:
    """Discs of chance colours on plain ground, in PNG; made once."""
    if folder.is_dir():
        return folder
    folder.mkdir(parents=True)
    down, across = np.mgrid[: size[0], : size[1]]
    for number in range(count):
        random = np.random.default_rng(number)
        ground, ink = random.integers(0, 256, (2, 3))
        far = np.hypot(down - random.uniform(6, 14), across - random.uniform(6, 18))
        pixels = np.where(far[..., None] < random.uniform(4, 8), ink, ground).astype(np.uint8)
        Image.fromarray(pixels).save(folder / f"disc-{number:03}.png")
    return folder


def squares(folder: Path, side: int = 16, margin: int = 0, **options: object) -> SquareSet:
    """The table of a folder."""
    cache = folder.parent / "cache"
    work = reading_squares((folder,), side, margin=margin, cache=cache, **options)  # type: ignore[arg-type]
    return ended(work)[0]
