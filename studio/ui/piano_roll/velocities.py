"""The velocities that a line drawn across the lane gives to the notes below it."""

import numpy as np

from studio.music.edit import LOUDEST
from studio.music.note import Column, Mask, Notes

Point = tuple[float, float]
"""A tick, with its fraction, and a velocity."""


def under(notes: Notes, first: Point, last: Point, reach: float) -> Mask:
    """Which notes (N,) begin between two points; within ``reach`` ticks for a mere click."""
    begin, end = sorted((first[0], last[0]))
    mask: Mask = (notes.start >= begin) & (notes.start <= end)
    if not mask.any():
        distance = np.abs(notes.start - last[0])
        least = distance.min(initial=np.inf)
        mask = (distance == least) & (distance <= reach)
    return mask


def along(start: Column, first: Point, last: Point) -> Column:
    """The velocities that a straight line from one point to the other gives at ``start``."""
    (begin, low), (end, high) = sorted((first, last))
    wanted = (
        np.interp(start, [begin, end], [low, high]) if end > begin else np.full(len(start), last[1])
    )
    held: Column = np.clip(np.rint(wanted), 1, LOUDEST).astype(np.int64)
    return held
