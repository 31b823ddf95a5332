"""Notes out of the keys that go down and up: which end belongs to which beginning."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.music.midi_events import Bytes, Column


@dataclass(frozen=True, slots=True, eq=False)
class Paired:
    """The notes of one track: columns (N,), by channel, then start, then pitch."""

    channel: NDArray[np.int64]
    start: Column
    end: Column
    pitch: Column
    velocity: Column
    unended: int
    """How many of them had no end."""

    def of(self, channel: int) -> slice:
        """Where the notes of one channel are."""
        begin, end = np.searchsorted(self.channel, [channel, channel + 1])
        return slice(int(begin), int(end))


def paired(tick: Column, status: Bytes, pitch: Bytes, velocity: Bytes, last: int) -> Paired:
    """Make notes of the events 0x80 and 0x90, given in the order of time; ``last`` ends all.

    Of several notes of one pitch the first ends first, as in most programs. Where ends are missing
    a note of that pitch ends when the next begins. An end without a beginning is passed over.
    """
    if not len(tick):
        none = np.zeros(0, np.int64)
        return Paired(none, none, none, none, none, 0)
    key = (status & 0x0F).astype(np.uint16) << 7 | pitch
    order = np.argsort(key, kind="stable")  # by channel and pitch, within them by time
    key = key[order]
    down = ((status >= 0x90) & (velocity > 0))[order]
    begins = np.flatnonzero(np.diff(key, prepend=np.uint16(0xFFFF)))
    group = np.repeat(np.arange(len(begins)), np.diff(begins, append=len(key)))
    matched = _matched(down, group)
    order, key, down, group = order[matched], key[matched], down[matched], group[matched]
    open_ones = np.bincount(group, np.where(down, 1, -1), len(begins)) > 0
    loose = open_ones[group]
    time = tick[order].astype(np.int64)
    end = np.empty(len(time), np.int64)
    end[down & ~loose] = time[~down & ~loose]
    following = np.append(time[1:], last)
    following[np.append(group[1:] != group[:-1], True)] = max(last, 0)
    end[down & loose] = following[down & loose]
    unended = int((down & loose).sum() - (~down & loose).sum())
    key, start, end, chosen = key[down], time[down], end[down], order[down]
    by_start = np.lexsort((chosen, key & 0x7F, start, key >> 7))
    return Paired(
        (key[by_start] >> 7).astype(np.int64),
        start[by_start],
        np.maximum(end[by_start], start[by_start]),
        (key[by_start] & 0x7F).astype(np.int64),
        velocity[chosen[by_start]].astype(np.int64),
        unended,
    )


def _matched(down: NDArray[np.bool_], group: NDArray[np.int64]) -> NDArray[np.bool_]:
    """All but the ends at which no note of their group sounds."""
    count = len(down)
    level = np.cumsum(np.where(down, 1, -1))
    first = np.flatnonzero(np.diff(group, prepend=-1))
    level -= (level[first] - np.where(down[first], 1, -1))[group]
    # Each group lies far below the one before, so that one running minimum serves them all.
    below = np.minimum(level, 0) - group * (2 * count + 2)
    lowest = np.minimum.accumulate(below)
    floor = -group * (2 * count + 2)
    matched: NDArray[np.bool_] = down | (below >= np.minimum(np.append(0, lowest[:-1]), floor))
    return matched
