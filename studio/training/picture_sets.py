"""Small square pictures to learn from: folders cut to one size once, read from disk as needed."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageOps
from torch import Tensor

from studio.errors import WontFit
from studio.image.convert import to_pixels
from studio.image.picture_source import DECODER_ERRORS
from studio.paths import cache_dir, made
from studio.training.picture_files import FEWEST, MOST, Listing, drawn, listing, too_few

logger = logging.getLogger(__name__)
_VERSION = 1  # of how pictures are cut; a new one makes the cache anew
_EACH = 4  # pictures read between two yields
_STATED = 500  # files whose dates are asked for between two yields
_SPARED = 2**28  # bytes of the disk that stay free
_MOST_HELD = 400
File = tuple[int, str, Path]
"""The number of a folder, a name below it, and the path."""
Progressing = Generator[tuple[int, int], None, "SquareSet"]


@dataclass(frozen=True, slots=True, eq=False)
class SquareSet:
    """Pictures (N, K, K, 3) uint8 on disk, K being ``side`` and a margin to cut from.

    ``learned`` and ``held`` are the places of those to learn from and of those to measure on,
    ``counts`` how many are of each folder, ``there`` how many files there were to draw from.
    """

    pixels: NDArray[np.uint8]
    side: int
    names: tuple[str, ...]
    unreadable: tuple[str, ...]
    learned: NDArray[np.int64]
    held: NDArray[np.int64]
    counts: tuple[int, ...] = ()
    there: int = 0

    def __len__(self) -> int:
        return len(self.pixels)

    def batch(self, count: int, random: torch.Generator, *, flips: bool = True) -> Tensor:
        """Draw (count, 3, side, side) in [0, 1] to learn from, cut and mirrored by chance."""
        places = self.learned[_below(len(self.learned), count, random)]
        margin = self.pixels.shape[1] - self.side
        down, across = _below(margin + 1, count, random), _below(margin + 1, count, random)
        mirrored = _below(2, count, random).astype(bool) & flips
        found = np.empty((count, self.side, self.side, 3), np.uint8)
        for row, place in enumerate(places.tolist()):
            top, left = int(down[row]), int(across[row])
            cut = self.pixels[place, top : top + self.side, left : left + self.side]
            found[row] = cut[:, ::-1] if mirrored[row] else cut
        return _tensor(found)

    def views(self, places: NDArray[np.int64] | Sequence[int]) -> Tensor:
        """The middles of the pictures at these places: (n, 3, side, side) in [0, 1]."""
        edge = (self.pixels.shape[1] - self.side) // 2
        cut = slice(edge, edge + self.side)
        return _tensor(np.stack([self.pixels[int(place), cut, cut] for place in places]))


def reading_squares(
    folders: Sequence[Path],
    side: int,
    *,
    margin: int = 0,
    fewest: int = FEWEST,
    most: int = MOST,
    leave_out: Sequence[str] = (),
    unseen: Sequence[Path] = (),
    cache: Path | None = None,
) -> Progressing:
    """Read all pictures below the folders; yields how many of how many are looked at.

    Each is made ``side + margin`` pixels on its shorter side and cut to its middle; what is
    transparent lies on white. Those that cannot be read are left out and named. Of more than
    ``most``, or than the disk has room for, some are drawn by chance. The table lies on disk, made
    anew where a file has changed. What is measured on is a twentieth, or the ``unseen`` folders
    where there are any, of which nothing is learned. Raises StudioError for fewer than ``fewest``.
    """
    size = side + margin
    cache = cache or cache_dir() / "pictures"
    own, folders = len(folders), [*folders, *unseen]
    listings = yield from _listed(folders, leave_out)
    count = sum(len(one) for one in listings)
    if count < fewest:
        raise too_few(listings, count, fewest)
    most = _room(cache, size, min(count, most), fewest)
    ends = np.cumsum([len(one) for one in listings])
    files: list[File] = []
    for place in drawn(count, most):
        which = int(np.searchsorted(ends, place, side="right"))
        name = listings[which].names[place - int(ends[which])]  # counted from the end
        files.append((which, name, folders[which] / name))
    kept = yield from _kept(files, size, cache)
    found = _load(kept, side)
    if found is None:
        yield from _write(kept, files, size)
        found = _load(kept, side)
    if found is None or len(found) < fewest:
        raise too_few(listings, 0 if found is None else len(found), fewest)
    if unseen:
        found = _parted(found, own)
        if len(found.learned) < fewest:
            raise too_few(listings[:own], len(found.learned), fewest)
        if not len(found.held):
            raise too_few(listings[own:], 0, 1)
    logger.info("%d pictures of %d, %d unreadable", len(found), count, len(found.unreadable))
    return replace(found, there=count)


def tiled(pictures: Tensor, columns: int) -> NDArray[np.uint8]:
    """Pictures (N, 3, S, S) in rows of so many, as pixels; empty places are black."""
    count, _, height, width = pictures.shape
    rows = -(-count // columns)
    table = torch.zeros((rows * columns, 3, height, width))
    table[:count] = pictures.detach().cpu()
    grid = table.view(rows, columns, 3, height, width).permute(2, 0, 3, 1, 4)
    return to_pixels(grid.reshape(3, rows * height, columns * width))


def cut(path: Path, size: int) -> NDArray[np.uint8] | None:
    """The middle of a picture, (size, size, 3), or None where it cannot be read."""
    try:
        with Image.open(path) as opened:
            opened.draft("RGB", (size, size))  # a large JPEG is decoded at an eighth, say
            image = ImageOps.exif_transpose(opened)
            if image.has_transparency_data:
                clear = image.convert("RGBA")
                image = Image.new("RGBA", clear.size, (255, 255, 255, 255))
                image.alpha_composite(clear)
            image = image.convert("RGB")
            fitted = ImageOps.fit(image, (size, size), Image.Resampling.LANCZOS)
            return np.asarray(fitted)
    except (*DECODER_ERRORS, Warning):
        return None


def _listed(
    folders: Sequence[Path], leave_out: Sequence[str]
) -> Generator[tuple[int, int], None, list[Listing]]:
    found = []
    for folder in folders:
        work = listing(folder, leave_out)
        while True:
            try:
                next(work)
            except StopIteration as end:
                found.append(end.value)
                break
            yield 0, 1
    return found


def _room(cache: Path, size: int, count: int, fewest: int) -> int:
    """How many of so many pictures there is room for on the disk: all, a half, a quarter …"""
    free = shutil.disk_usage(made(cache)).free - _SPARED
    fits = count
    while fits * size * size * 3 > free and fits > fewest:
        fits = max(fewest, fits // 2)
    if fits * size * size * 3 > free:
        raise WontFit(
            f"The disk has no room for {fits} pictures of {size} pixels: free "
            f"{(fits * size * size * 3 - free) / 1e6:.0f} MB, and begin again."
        )
    return fits


def _kept(files: Sequence[File], size: int, cache: Path) -> Generator[tuple[int, int], None, Path]:
    """Where the table of these files lies, or would: known by their names, sizes and dates."""
    digest = hashlib.sha256(f"{_VERSION} {size}\n".encode())
    for number, (_, name, path) in enumerate(files):
        with suppress(OSError):  # gone since it was found: it will be among the unreadable
            status = path.stat()
            stamp = f"{name} {status.st_size} {status.st_mtime_ns}\n"
            digest.update(stamp.encode("utf-8", "replace"))
        if number % _STATED == 0:
            yield 0, len(files)
    return cache / f"squares-{size}-{digest.hexdigest()[:24]}.npy"


def _write(kept: Path, files: Sequence[File], size: int) -> Generator[tuple[int, int]]:
    partial = kept.with_suffix(f".{os.getpid()}.part")  # another may write the same just now
    try:
        notes = yield from _filled(partial, files, size)
        kept.with_suffix(".json").write_text(json.dumps(notes), encoding="utf-8")
        partial.replace(kept)
    finally:
        partial.unlink(missing_ok=True)


def _filled(
    path: Path, files: Sequence[File], size: int
) -> Generator[tuple[int, int], None, dict[str, object]]:
    """Write the squares there; returns what is told of them."""
    table = np.lib.format.open_memmap(
        path, mode="w+", dtype=np.uint8, shape=(len(files), size, size, 3)
    )
    names: list[str] = []
    unreadable: list[str] = []
    counts = [0] * (1 + max(folder for folder, _, _ in files))
    for number, (folder, name, file) in enumerate(files):
        pixels = cut(file, size)
        if pixels is None:
            unreadable.append(name)
        else:
            table[len(names)] = pixels
            names.append(name)
            counts[folder] += 1
        if number % _EACH == 0:
            yield number, len(files)
    table.flush()
    return {"names": names, "unreadable": unreadable, "counts": counts}


def _load(kept: Path, side: int) -> SquareSet | None:
    """What was written, or None where it is not there or not whole."""
    try:
        notes = json.loads(kept.with_suffix(".json").read_text(encoding="utf-8"))
        names = tuple(str(name) for name in notes["names"])
        unreadable = tuple(str(name) for name in notes["unreadable"])
        counts = tuple(int(count) for count in notes["counts"])
        pixels = np.load(kept, mmap_mode="r", allow_pickle=False)
        if len(pixels) != len(names) + len(unreadable) or pixels.dtype != np.uint8:
            return None
    except (OSError, ValueError, KeyError, TypeError, EOFError, RecursionError):
        return None
    held = _held(names)
    learned = np.setdiff1d(np.arange(len(names)), held)
    return SquareSet(pixels[: len(names)], side, names, unreadable, learned, held, counts)


def _parted(found: SquareSet, own: int) -> SquareSet:
    """Learn from the first so many folders alone, and measure on the others."""
    counts = found.counts[:own]
    ours = sum(counts)
    held = np.arange(ours, len(found))[:_MOST_HELD]
    return replace(found, learned=np.arange(ours), held=held, counts=counts)


def _held(names: Sequence[str]) -> NDArray[np.int64]:
    """The places of a twentieth, chosen by names alone, so that others may come and go."""
    ranks = [hashlib.sha256(name.encode("utf-8", "replace")).digest() for name in names]
    count = min(_MOST_HELD, max(1, len(names) // 20)) if len(names) > 1 else 0
    order = sorted(range(len(names)), key=ranks.__getitem__)
    return np.array(sorted(order[:count]), np.int64)


def _below(limit: int, count: int, random: torch.Generator) -> NDArray[np.int64]:
    """Whole numbers (count,) in [0, limit)."""
    return torch.randint(limit, (count,), generator=random).numpy()


def _tensor(pixels: NDArray[np.uint8]) -> Tensor:
    planes = torch.from_numpy(pixels).permute(0, 3, 1, 2)
    return planes.float().div_(255).contiguous(memory_format=torch.channels_last)
