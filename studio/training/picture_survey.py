"""A first look at a folder of pictures: how many there are, and how some of them will be cut."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from studio.training.picture_files import FEWEST, drawn, listing, too_few
from studio.training.picture_sets import cut

LOOKED = 500
"""Pictures that are opened at most; of more, so many are drawn by chance."""
TILE = 64
"""The side of a picture in the mosaic."""
COLUMNS = 5
_EACH = 2  # pictures opened between two yields


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """What was found in a folder: pictures ``there``, of which so many were ``looked`` at.

    ``mosaic`` shows the first of those that can be read, as they will be cut, (COLUMNS × TILE,) a
    side.
    """

    folder: Path
    there: int
    wanted: int = 0
    """How many will be looked at."""
    looked: int = 0
    unreadable: tuple[str, ...] = ()
    mosaic: NDArray[np.uint8] | None = field(default=None, repr=False)

    @property
    def readable(self) -> int:
        """About how many pictures can be read, if the others are like those looked at."""
        if not self.looked:
            return self.there
        return round(self.there * (1 - len(self.unreadable) / self.looked))

    @property
    def whole(self) -> bool:
        """Whether every picture was looked at, so that the numbers are exact."""
        return self.looked == self.there


def surveying(
    folder: Path, *, fewest: int = FEWEST, most: int = LOOKED
) -> Generator[Survey, None, Survey]:
    """Count the pictures below a folder and look at some; yields what was found so far.

    Raises StudioError where the folder cannot be read or holds fewer than ``fewest`` pictures that
    can, as soon as that is known.
    """
    found = Survey(folder, 0)
    work = listing(folder)
    while True:
        try:
            found = replace(found, there=next(work))
        except StopIteration as end:
            listed = end.value
            break
        yield found
    if len(listed) < fewest:
        raise too_few([listed], len(listed), fewest)
    places = drawn(len(listed), most)
    order = np.random.default_rng(0).permutation(len(places))  # neighbours are often alike
    found = replace(found, there=len(listed), wanted=len(places))
    yield found
    canvas = np.zeros((COLUMNS * TILE, COLUMNS * TILE, 3), np.uint8)
    tiles = 0
    for number, which in enumerate(order.tolist(), start=1):
        name = listed.names[places[which]]
        pixels = cut(folder / name, TILE)
        if pixels is None:
            found = replace(found, unreadable=(*found.unreadable, name))
        elif tiles < COLUMNS**2:
            top, left = (TILE * place for place in divmod(tiles, COLUMNS))
            canvas[top : top + TILE, left : left + TILE] = pixels
            tiles += 1
            found = replace(found, mosaic=canvas.copy())
        found = replace(found, looked=number)
        if number % _EACH == 0:
            yield found
    if found.readable < fewest:
        raise too_few([listed], found.readable, fewest)
    return replace(found, unreadable=tuple(sorted(found.unreadable)))
