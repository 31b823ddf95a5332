"""Tiles cover a picture exactly once, on the grid of the deepest features."""

import numpy as np
import pytest

from studio.image.tiling import GRID, divide


@pytest.mark.parametrize(
    ("height", "width", "side"),
    [(512, 512, 768), (2731, 4096, 512), (97, 3001, 256), (700, 130, 64)],
)
def test_every_pixel_counts_once(height: int, width: int, side: int) -> None:
    seen = np.zeros((height, width), int)
    for tile in divide(height, width, side):
        rows, columns = tile.rows, tile.columns
        seen[rows.inner_start : rows.inner_stop, columns.inner_start : columns.inner_stop] += 1
        assert rows.start <= rows.inner_start < rows.inner_stop <= rows.stop <= height
        assert rows.start % GRID == columns.start % GRID == 0

    assert (seen == 1).all()


def test_what_fits_one_tile_is_one_tile() -> None:
    (tile,) = divide(300, 500, 512)

    assert (tile.rows.start, tile.rows.stop, tile.columns.stop) == (0, 300, 500)
    assert tile.inner_area == 300 * 500


def test_inner_tiles_see_their_surroundings() -> None:
    tiles = divide(1024, 1024, 256, margin=64)

    inner = [t for t in tiles if t.rows.start and t.rows.stop < 1024]
    assert inner
    assert all(t.rows.inner_start - t.rows.start == 64 for t in inner)
