"""Notes as an image, a cell a pixel, where there are too many to be told apart."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from studio.music.note import Column, Mask, Notes
from studio.ui.piano_roll import colours
from studio.ui.piano_roll.batches import Floats
from studio.ui.piano_roll.coordinates import Coordinates

Cells = NDArray[np.uint8]


def paint_dense(
    painter: QPainter,
    notes: Notes,
    places: Column,
    chosen: Mask,
    coordinates: Coordinates,
    fills: Sequence[QColor],
) -> None:
    """Paint notes by their mean velocity in each column of pixels.

    ``fills`` are the shades by velocity, then those for selected notes: where ``chosen``, one for
    each of ``places``, is true anywhere in a cell.
    """
    ratio = coordinates.ratio
    low, high = coordinates.pitches
    wide, rows = round(coordinates.width * ratio), high - low + 1
    start = notes.start[places]
    left = np.rint(coordinates.x(start) * ratio).astype(np.int64)
    right = np.rint(coordinates.x(start + notes.length[places]) * ratio).astype(np.int64)
    row = high - notes.pitch[places]

    def covered(weights: Floats) -> Floats:
        return coverage(left, right, row, weights, rows, wide)

    count = covered(np.ones(len(places)))
    level = covered(notes.velocity[places] * (colours.SHADES / 128)) / np.maximum(count, 1)
    cells = np.minimum(level.astype(np.uint8), colours.SHADES - 1) + np.uint8(1)
    if chosen.any():
        cells[covered(chosen.astype(np.float64)) > 0.5] += colours.SHADES
    cells[count < 0.5] = 0
    tall = round(coordinates.row * ratio)
    spread = np.repeat(cells, tall, 0)
    if tall >= 4:
        spread[::tall] = 0
    image = indexed(spread, fills)
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(0, coordinates.y(high)), image)


def coverage(
    left: Column, right: Column, row: Column, weights: Floats, rows: int, wide: int
) -> Floats:
    """The sum of the weights of what covers each cell (rows, wide); at least a cell each.

    ``left`` and ``right`` are columns, ``right`` excluded; what lies beyond is cut off.
    """
    begin = np.clip(left, 0, wide - 1)
    end = np.clip(right, begin + 1, wide)
    cells, offset = rows * (wide + 1), row * (wide + 1)
    begun = np.bincount(offset + begin, weights, cells)
    over = np.bincount(offset + end, weights, cells)
    summed: Floats = np.cumsum((begun - over).reshape(rows, wide + 1), 1)[:, :wide]
    return summed


def indexed(cells: Cells, fills: Sequence[QColor]) -> QImage:
    """An image of cells (H, W): 0 is transparent, n the n-th of the fills."""
    high, wide = cells.shape
    padded = np.zeros((high, -(-wide // 4) * 4), np.uint8)
    padded[:, :wide] = cells
    image = QImage(padded.data, wide, high, padded.strides[0], QImage.Format.Format_Indexed8)
    image.setColorTable([0, *(one.rgba() for one in fills)])
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
