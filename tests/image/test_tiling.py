"""Tiles cover a picture exactly once, on the grid of the deepest features."""

import numpy as np
import pytest

from studio.image.tiling import GRID, divide


@pytest.mark.parametrize(
    ("height", "width", "side"),
    [(512, 512, 768), (2731, 4096, 512), (97, 3001, 256), (700, 130, 64), (705, 719, 320)],
)
@pytest.mark.parametrize("alike", [False, True])
def test_every_pixel_counts_once(height: int, width: int, side: int, alike: bool) -> None:
    seen = np.zeros((height, width), int)
    for tile in divide(height, width, side, alike=alike):
        rows, columns = tile.rows, tile.columns
        seen[rows.inner_start : rows.inner_stop, columns.inner_start : columns.inner_stop] += 1
        assert rows.start <= rows.inner_start < rows.inner_stop <= rows.stop <= height
        assert columns.start <= columns.inner_start < columns.inner_stop <= columns.stop <= width
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


@pytest.mark.parametrize("size", [(704, 704), (705, 719), (2731, 4096), (300, 2000)])
def test_tiles_that_are_alike_have_one_size_and_no_less_around_them(size: tuple[int, int]) -> None:
    tiles = divide(*size, 320, alike=True)

    spans = [(t.rows.stop - t.rows.start, t.columns.stop - t.columns.start) for t in tiles]
    assert len(set(spans)) == 1
    for tile, plain in zip(tiles, divide(*size, 320), strict=True):
        assert tile.inner_area == plain.inner_area
        assert tile.rows.start <= plain.rows.start
        assert tile.columns.stop >= plain.columns.stop
