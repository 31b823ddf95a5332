"""Which note lies under the pointer, and which part of it."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from studio.music.note import Note, Notes
from studio.ui.piano_roll.coordinates import Coordinates

Part = Literal["body", "start", "end"]
_EDGE = 6  # pixels of the design at either end that resize a note
_REACH = 2  # pixels beside a note that still count as on it


@dataclass(frozen=True, slots=True)
class Hit:
    """A note under the pointer and the part of it that was met."""

    note: Note
    part: Part


def hit(notes: Notes, coordinates: Coordinates, x: float, y: float) -> Hit | None:
    """The note at a point, the one that is painted last where several lie there."""
    reach = _REACH * coordinates.unit
    pitch = coordinates.pitch(y)
    places = notes.sounding(coordinates.tick(x - reach), coordinates.tick(x + reach) + 1)
    places = places[notes.pitch[places] == pitch]
    if not len(places) or not 0 <= y - coordinates.y(pitch) < coordinates.row:
        return None
    start, length = notes.start[places], notes.length[places]
    left, right = coordinates.x(start), coordinates.x(start + length)
    outside = np.maximum(np.maximum(left - x, x - right), 0)
    nearest = np.flatnonzero(outside == outside.min())[-1]
    if outside[nearest] > reach:
        return None
    return Hit(notes[int(places[nearest])], _part(left[nearest], right[nearest], x, coordinates))


def within(notes: Notes, begin: int, end: int, low: int, high: int) -> frozenset[int]:
    """The ids of the notes that touch the ticks and the pitches of a box (all but ``end``)."""
    places = notes.sounding(begin, max(end, begin + 1))
    pitch = notes.pitch[places]
    return frozenset(notes.ids[places[(pitch >= low) & (pitch <= high)]].tolist())


def _part(left: float, right: float, x: float, coordinates: Coordinates) -> Part:
    edge = min(_EDGE * coordinates.unit, (right - left) / 3)
    if x >= right - edge:
        return "end"
    return "start" if x < left + edge and right - left > 4 * edge else "body"
