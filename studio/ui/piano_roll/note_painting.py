"""Paints notes: in batches of one shade, or as an image where there are too many to tell apart."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter

from studio.music.note import Column, Mask, Notes
from studio.ui.piano_roll import colours
from studio.ui.piano_roll.batches import Floats, fill, shades, stamp
from studio.ui.piano_roll.coordinates import Coordinates
from studio.ui.piano_roll.dense import paint_dense
from studio.ui.piano_roll.stamps import Ends, Stamps

DENSE = 5_000
"""Above so many visible notes they are painted as an image."""
_NARROW = 3.0  # pixels of the design; notes are never thinner, so that they can be seen
_NAMES = 1_500  # names at most; with more of them nobody reads


@dataclass(frozen=True, slots=True)
class Look:
    """How notes are painted: the fill at each level of velocity, and what is on it."""

    fills: tuple[QColor, ...]
    ring: QColor | None = None
    font: QFont | None = None
    names: tuple[str, ...] = ()


def plain(colour: QColor) -> Look:
    """One fill whatever the velocity, as ghosts have it."""
    return Look((colour,) * colours.SHADES)


class NotePainter:
    """Paints notes for a roll; keeps the small pictures that they are put together of."""

    def __init__(self) -> None:
        self._stamps = Stamps()

    def paint(
        self,
        painter: QPainter,
        notes: Notes,
        coordinates: Coordinates,
        look: Look,
        selected: Look | None = None,
        mask: Mask | None = None,
    ) -> None:
        """Paint the notes that are seen; those where ``mask`` (N,) is true in another look."""
        places = visible(notes, coordinates)
        chosen = np.zeros(len(places), np.bool_) if mask is None else mask[places]
        if len(places) > DENSE:
            fills = look.fills + (selected or look).fills
            paint_dense(painter, notes, places, chosen, coordinates, fills)
            return
        self._paint_some(painter, notes, places[~chosen], coordinates, look)
        if selected is not None and chosen.any():
            self._paint_some(painter, notes, places[chosen], coordinates, selected)

    def _paint_some(
        self, painter: QPainter, notes: Notes, places: Column, coordinates: Coordinates, look: Look
    ) -> None:
        if not len(places):
            return
        boxes = note_boxes(notes, places, coordinates)
        level = notes.velocity[places] * colours.SHADES // 128
        self._paint_bodies(painter, boxes, level, coordinates, look)
        if look.font is not None and coordinates.row >= 12 * coordinates.unit:
            self._paint_names(painter, notes.pitch[places], level, boxes, coordinates, look)
        locked = notes.locked[places]
        if locked.any():
            hatch = QBrush(QColor(0, 0, 0, 110), Qt.BrushStyle.BDiagPattern)
            fill(painter, boxes[locked], hatch)

    def _paint_bodies(
        self, painter: QPainter, boxes: Floats, level: Column, coordinates: Coordinates, look: Look
    ) -> None:
        """A rectangle for each note, and its rounded ends where it is large enough for them."""
        ratio, unit = coordinates.ratio, coordinates.unit
        high = round(boxes[0, 3] * ratio)
        radius = min(3 * unit, high / ratio / 3) * ratio
        rim = max(1.0, round(1.5 * unit * ratio))
        if radius < 1:
            _fill_shades(painter, boxes, level, look)
            return
        ends = self._stamps.ends(look.fills, look.ring, high, radius, rim)
        wide = ends.wide / ratio
        rounded = boxes[:, 2] >= 4 * wide  # a narrower one would be a disc among squares
        inset = np.where(rounded, wide, 0.0)
        bodies = boxes.copy()
        bodies[:, 0] += inset
        bodies[:, 2] -= 2 * inset
        _fill_shades(painter, bodies, level, look)
        if look.ring is not None:
            _fill_rims(painter, bodies, rim / ratio, look.ring)
            fill(painter, boxes[~rounded], look.ring)
        _stamp_ends(painter, boxes[rounded], level[rounded], ends, ratio)

    def _paint_names(
        self,
        painter: QPainter,
        pitches: Column,
        level: Column,
        boxes: Floats,
        coordinates: Coordinates,
        look: Look,
    ) -> None:
        assert look.font is not None
        ratio, pad = coordinates.ratio, 4 * coordinates.unit
        high = round(boxes[0, 3] * ratio) if len(boxes) else 1
        inks = [colours.ink(one) for one in look.fills]
        for ink in {one.rgba(): one for one in inks}.values():
            same = np.array([one.rgba() == ink.rgba() for one in inks])[level]
            names = self._stamps.names(look.names, ink, look.font, high, ratio)
            widths = names.widths[pitches]
            fits = same & (boxes[:, 2] >= widths / ratio + 2 * pad)
            if not fits.any() or fits.sum() > _NAMES:
                continue
            box, wide, pitch = boxes[fits], widths[fits], pitches[fits]
            sources = np.empty((len(box), 4))
            sources[:, 0], sources[:, 1] = 0, pitch * names.high
            sources[:, 2], sources[:, 3] = wide, names.high
            left = np.round((box[:, 0] + pad) * ratio) / ratio
            centres = np.stack([left + wide / ratio / 2, box[:, 1] + names.high / ratio / 2], 1)
            stamp(painter, centres, sources, names.picture, ratio)


def visible(notes: Notes, coordinates: Coordinates) -> Column:
    """The places of the notes that are seen at least in part."""
    places = notes.sounding(*coordinates.ticks)
    low, high = coordinates.pitches
    pitch = notes.pitch[places]
    return places[(pitch >= low) & (pitch <= high)]


def note_boxes(notes: Notes, places: Column, coordinates: Coordinates) -> Floats:
    """Left, top, width and height (N, 4) of notes, on whole device pixels."""
    ratio = coordinates.ratio
    gap = max(1.0, round(coordinates.unit * ratio)) / ratio
    gap = gap if coordinates.row >= 4 * gap else 0.0
    start, length = notes.start[places], notes.length[places]
    left = np.round(coordinates.x(start) * ratio) / ratio
    right = np.round(coordinates.x(start + length) * ratio) / ratio
    boxes = np.empty((len(places), 4))
    boxes[:, 0] = np.maximum(left, -1e6)
    right = np.minimum(right, coordinates.width + 1e6)
    boxes[:, 2] = np.maximum(right - boxes[:, 0] - gap, min(_NARROW * coordinates.unit, 2.0))
    boxes[:, 1] = coordinates.y(notes.pitch[places]) + gap
    boxes[:, 3] = max(1.0, coordinates.row - 2 * gap)
    return boxes


def _fill_shades(painter: QPainter, boxes: Floats, level: Column, look: Look) -> None:
    if len({one.rgba() for one in look.fills}) == 1:
        fill(painter, boxes, look.fills[0])
        return
    for shade in shades(level):
        fill(painter, boxes[level == shade], look.fills[shade])


def _fill_rims(painter: QPainter, bodies: Floats, thin: float, colour: QColor) -> None:
    """A line along the upper and the lower edge of each."""
    edges = np.concatenate([bodies, bodies])
    edges[len(bodies) :, 1] += edges[len(bodies) :, 3] - thin
    edges[:, 3] = thin
    fill(painter, edges, colour)


def _stamp_ends(painter: QPainter, boxes: Floats, level: Column, ends: Ends, ratio: float) -> None:
    count, half = len(boxes), ends.wide / ratio / 2
    centres = np.empty((2 * count, 2))
    centres[:count, 0] = boxes[:, 0] + half
    centres[count:, 0] = boxes[:, 0] + boxes[:, 2] - half
    centres[:count, 1] = centres[count:, 1] = boxes[:, 1] + ends.high / ratio / 2
    sources = np.empty((2 * count, 4))
    sources[:count, 0], sources[count:, 0] = 0, ends.wide
    sources[:count, 1] = sources[count:, 1] = level * ends.high
    sources[:, 2], sources[:, 3] = ends.wide, ends.high
    stamp(painter, centres, sources, ends.picture, ratio)
