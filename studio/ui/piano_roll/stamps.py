"""Small pictures that notes are put together of: rounded ends, and names."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

_MOST = 64  # pictures kept; more only come with many zooms and themes


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """Both ends of a note in one picture, each ``wide`` × ``high`` device pixels; a row a fill."""

    picture: QPixmap
    wide: int
    high: int


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names of all pitches in one picture, a row of ``high`` for each, ``widths`` (128,)."""

    picture: QPixmap
    widths: NDArray[np.float64]
    high: int


class Stamps:
    """Makes the small pictures and keeps the last of them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], Ends | Names] = {}

    def ends(
        self, fills: Sequence[QColor], ring: QColor | None, high: int, radius: float, rim: float
    ) -> Ends:
        """The ends of notes of some fills, with a ring of ``rim`` around each if one is given."""
        shades = tuple(one.rgba() for one in fills)
        key = ("ends", shades, None if ring is None else ring.rgba(), high, radius, rim)
        kept = self._kept.get(key)
        if not isinstance(kept, Ends):
            kept = self._keep(key, _ends(fills, ring, high, radius, rim))
        assert isinstance(kept, Ends)
        return kept

    def names(
        self, texts: Sequence[str], ink: QColor, font: QFont, high: int, ratio: float
    ) -> Names:
        """The names of the pitches in an ink, each centred in ``high`` device pixels."""
        key = ("names", tuple(texts), ink.rgba(), font.toString(), high, ratio)
        kept = self._kept.get(key)
        if not isinstance(kept, Names):
            kept = self._keep(key, _names(texts, ink, font, high, ratio))
        assert isinstance(kept, Names)
        return kept

    def _keep(self, key: tuple[object, ...], made: Ends | Names) -> Ends | Names:
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[key] = made
        return made


def _ends(
    fills: Sequence[QColor], ring: QColor | None, high: int, radius: float, rim: float
) -> Ends:
    wide = max(1, math.ceil(radius))
    picture = QPixmap(QSize(2 * wide, high * len(fills)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = rim / 2 if ring is not None else 0.0
    painter.setPen(Qt.PenStyle.NoPen if ring is None else QPen(ring, rim))
    inner = max(0.0, radius - half)
    for row, colour in enumerate(fills):
        painter.setBrush(colour)
        for left, begin in ((0, 0), (wide, -2 * wide)):
            painter.setClipRect(QRectF(left, row * high, wide, high))
            box = QRectF(begin, row * high, 4 * wide, high).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, inner, inner)
    painter.end()
    return Ends(picture, wide, high)


def _names(texts: Sequence[str], ink: QColor, font: QFont, high: int, ratio: float) -> Names:
    sizes = QFontMetricsF(font)
    widths = np.array([math.ceil(sizes.horizontalAdvance(text) * ratio) for text in texts], float)
    wide = max(1, int(widths.max(initial=1)))
    picture = QPixmap(QSize(wide, high * len(texts)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(ink)
    for place, text in enumerate(texts):
        box = QRectF(0, place * high / ratio, wide / ratio + 1, high / ratio)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.end()
    picture.setDevicePixelRatio(1.0)
    return Names(picture, widths, high)
