"""Rectangles and small pictures painted a thousand at a time, from columns of numpy."""

from typing import Any

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

Floats = NDArray[np.floating[Any]]


def shades(level: NDArray[np.integer[Any]]) -> list[int]:
    """The whole numbers from 0 that are in there, each once, in order.

    ``np.unique`` would import masked arrays first, before the window is seen.
    """
    found: list[int] = np.flatnonzero(np.bincount(level)).tolist()
    return found


def fill(painter: QPainter, boxes: Floats, brush: QBrush | QColor) -> None:
    """Fill rectangles (N, 4) of left, top, width, height.

    Qt reads an array of QRectF, which is four doubles each, so that the array goes as it is.
    """
    if not len(boxes):
        return
    rows = np.ascontiguousarray(boxes, np.float64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    first: Any = shiboken6.wrapInstance(rows.ctypes.data, QRectF)
    painter.drawRects(first, len(rows))


def stamp(
    painter: QPainter, centres: Floats, sources: Floats, picture: QPixmap, ratio: float
) -> None:
    """Paint parts of a picture: their centres (N, 2), and sources (N, 4) in its own pixels."""
    if not len(centres):
        return
    rows = np.zeros((len(centres), 10))
    rows[:, 0:2] = centres
    rows[:, 2:6] = sources
    rows[:, 6:8] = 1 / ratio
    rows[:, 9] = 1
    first: Any = shiboken6.wrapInstance(rows.ctypes.data, QPainter.PixmapFragment)
    painter.drawPixmapFragments(first, len(rows), picture)
