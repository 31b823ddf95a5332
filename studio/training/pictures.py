"""Pictures to learn from: folders read into memory once, random crops drawn by a generator."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from studio.errors import StudioError
from studio.training.picture_files import SUFFIXES

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class PictureSet:
    """Decoded pictures, each (H, W, 3) uint8 in memory."""

    pictures: tuple[NDArray[np.uint8], ...]
    unreadable: tuple[Path, ...] = ()

    def crops(self, count: int, side: int, random: torch.Generator) -> Tensor:
        """Draw (count, 3, side, side) in [0, 1], some at half scale, some mirrored."""
        batch = np.empty((count, side, side, 3), np.uint8)
        for i in range(count):
            picture = self.pictures[_below(len(self.pictures), random)]
            double = _below(4, random) == 0 and min(picture.shape[:2]) >= 2 * side
            window = side * 2 if double else side
            top = _below(picture.shape[0] - window + 1, random)
            left = _below(picture.shape[1] - window + 1, random)
            crop = picture[top : top + window, left : left + window]
            if double:
                halves = crop.reshape(side, 2, side, 2, 3)
                crop = (halves.mean((1, 3)) + 0.5).astype(np.uint8)
            batch[i] = crop[:, ::-1] if _below(2, random) else crop
        pixels = torch.from_numpy(batch).permute(0, 3, 1, 2)
        return pixels.float().div_(255).contiguous(memory_format=torch.channels_last)


def read_folders(
    folders: Sequence[Path],
    *,
    smallest: int = 128,
    largest: int = 640,
    leave_out: Sequence[str] = (),
) -> PictureSet:
    """Read every picture below the folders, shrunk to ``largest`` on its longer side.

    Pictures smaller than ``smallest`` are mirrored out to it. Unreadable ones are left out and
    listed. Raises StudioError when nothing can be read.
    """
    pictures: list[NDArray[np.uint8]] = []
    unreadable: list[Path] = []
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES):
            if path.stem in leave_out:
                continue
            try:
                with Image.open(path) as opened:
                    image = opened.convert("RGB")
            except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
                unreadable.append(path)
                continue
            image.thumbnail((largest, largest), Image.Resampling.LANCZOS)
            pixels = np.asarray(image)
            rows, columns = (max(0, smallest - side) for side in pixels.shape[:2])
            if rows or columns:
                pixels = np.pad(pixels, ((0, rows), (0, columns), (0, 0)), mode="symmetric")
            pictures.append(pixels)
    if not pictures:
        names = ", ".join(str(folder) for folder in folders)
        raise StudioError(f"No readable picture was found below {names}.")
    logger.info("%d pictures read, %d unreadable", len(pictures), len(unreadable))
    return PictureSet(tuple(pictures), tuple(unreadable))


def _below(limit: int, random: torch.Generator) -> int:
    """A whole number in [0, limit)."""
    return int(torch.randint(limit, (), generator=random))
