"""The ground of the notes: rows tinted by the scale, lines of bar, beat and grid."""

import numpy as np
from PySide6.QtGui import QColor, QPainter

from studio.music.note import Column
from studio.music.song import Song
from studio.music.theory import Key
from studio.ui.piano_roll.batches import Floats, fill
from studio.ui.piano_roll.colours import lines as line_colours
from studio.ui.piano_roll.colours import row_fill
from studio.ui.piano_roll.coordinates import Coordinates
from studio.ui.piano_roll.grid import Grid
from studio.ui.piano_roll.lines import bars, within_bars

_BARS_APART, _BEATS_APART = 14, 7  # pixels of the design


def paint_background(
    painter: QPainter, song: Song, coordinates: Coordinates, grid: Grid, *, drums: bool = False
) -> None:
    """Paint rows and lines; a drum kit has no scale, its rows follow the keys of a piano."""
    begin, end = coordinates.ticks
    keys = (Key(),) if drums else song.keys
    for place, key in enumerate(keys):
        last = keys[place + 1].tick if place + 1 < len(keys) else end
        if last > begin and key.tick < end:
            _paint_rows(painter, coordinates, key, max(begin, key.tick), min(last, end), drums)
    _paint_row_lines(painter, coordinates)
    _paint_time(painter, song, coordinates, grid)


def paint_time_lines(painter: QPainter, song: Song, coordinates: Coordinates) -> None:
    """Paint only the lines of bars and beats, as below the velocities."""
    bar, beat, _, _ = line_colours()
    begin, end = coordinates.ticks
    if (painted := _beats(song, coordinates, begin, end)) is not None:
        fill(painter, painted, beat)
    fill(painter, _bars(song, coordinates, begin, end), bar)


def _paint_rows(
    painter: QPainter, coordinates: Coordinates, key: Key, begin: int, end: int, drums: bool
) -> None:
    low, high = coordinates.pitches
    pitches = np.arange(low, high + 1)
    left = max(0.0, _sharp(coordinates, coordinates.x(begin)))
    right = min(coordinates.width, _sharp(coordinates, coordinates.x(end)))
    inside = np.isin(pitches % 12, list(key.pitch_classes))
    tonic = (pitches % 12 == key.tonic) & (not drums)
    for chosen, colour in (
        (inside & ~tonic, row_fill(True, False)),
        (~inside, row_fill(False, False)),
        (tonic, row_fill(True, True)),
    ):
        rows = pitches[chosen]
        boxes = np.empty((len(rows), 4))
        boxes[:, 0], boxes[:, 2] = left, right - left
        boxes[:, 1], boxes[:, 3] = coordinates.y(rows), coordinates.row
        fill(painter, boxes, colour)


def _paint_row_lines(painter: QPainter, coordinates: Coordinates) -> None:
    """A fine line below every row, and a plainer one below each C."""
    _, beat, _, row = line_colours()
    low, high = coordinates.pitches
    pitches = np.arange(low, high + 1)
    thin = 1 / coordinates.ratio
    for chosen, colour, least in ((pitches, row, 8.0), (pitches[pitches % 12 == 0], beat, 2.0)):
        if coordinates.row < least * coordinates.unit:
            continue
        boxes = np.empty((len(chosen), 4))
        boxes[:, 0], boxes[:, 2] = 0, coordinates.width
        boxes[:, 1], boxes[:, 3] = coordinates.y(chosen) + coordinates.row - thin, thin
        fill(painter, boxes, colour)


def _paint_time(painter: QPainter, song: Song, coordinates: Coordinates, grid: Grid) -> None:
    bar, beat, fine, _ = line_colours()
    begin, end = coordinates.ticks
    step = grid.drawn(coordinates.pace, coordinates.unit)
    if step:
        fill(painter, _uprights(coordinates, within_bars(song.metres, begin, end, step)), fine)
    if (painted := _beats(song, coordinates, begin, end)) is not None:
        fill(painter, painted, beat)
    fill(painter, _bars(song, coordinates, begin, end), bar)


def _beats(song: Song, coordinates: Coordinates, begin: int, end: int) -> Floats | None:
    closest = min(one.beat for one in song.metres.changes) * coordinates.pace
    if closest < _BEATS_APART * coordinates.unit:
        return None
    return _uprights(coordinates, within_bars(song.metres, begin, end, None))


def _bars(song: Song, coordinates: Coordinates, begin: int, end: int) -> Floats:
    apart = _BARS_APART * coordinates.unit / coordinates.pace
    return _uprights(coordinates, bars(song.metres, begin, end, apart).ticks)


def _uprights(coordinates: Coordinates, ticks: Column) -> Floats:
    """Upright lines of one device pixel over the whole height."""
    boxes = np.empty((len(ticks), 4))
    boxes[:, 0] = np.round(coordinates.x(ticks) * coordinates.ratio) / coordinates.ratio
    boxes[:, 1], boxes[:, 2], boxes[:, 3] = 0, 1 / coordinates.ratio, coordinates.height
    return boxes


def _sharp(coordinates: Coordinates, x: float) -> float:
    return round(x * coordinates.ratio) / coordinates.ratio


def upright(painter: QPainter, coordinates: Coordinates, tick: float, colour: QColor) -> None:
    """One upright line of a pixel of the design at a tick."""
    wide = max(1.0, round(coordinates.unit * coordinates.ratio)) / coordinates.ratio
    x = _sharp(coordinates, coordinates.x(tick))
    fill(painter, np.array([[x, 0, wide, coordinates.height]]), colour)
