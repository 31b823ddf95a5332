"""The inside of a MIDI track: its bytes become columns of events, a million in a second.

Where an event ends depends only on the bytes at its place and on how many bytes running status
stands for. So the length of the event that would begin at each byte is computed for all bytes at
once, and finding the real ones is a walk from length to length; all else is done on columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Column = NDArray[np.int64]

TEXT, NAME, LYRIC, MARKER, CUE, CHANNEL_PREFIX, PORT = 1, 3, 5, 6, 7, 0x20, 0x21
END, TEMPO, METRE, KEY = 0x2F, 0x51, 0x58, 0x59
_KEPT: Final = (TEXT, NAME, MARKER, CUE, CHANNEL_PREFIX, PORT, TEMPO, METRE, KEY)
MOST_METAS: Final = 100_000
"""Of the texts, tempos and so on of one file, as many are kept; a film score has hundreds."""
MOST_TEXT: Final = 4 << 20  # bytes of one text: a recipe may be long
_LAST_RAW: Final = 2**40  # ticks of any division; sums beyond are beyond the end of time too
_PADDING: Final = 8


@dataclass(frozen=True, slots=True)
class Meta:
    """What is no channel's: a tempo, a marker, a name. ``tick`` is in the file's own division."""

    tick: int
    kind: int
    data: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """The channel events of one track in the order of the file: columns of length N.

    ``status`` is 0x80 to 0xEF with the channel; ``second`` is 0 where an event has no such byte.
    """

    tick: Column
    status: Bytes
    first: Bytes
    second: Bytes
    metas: tuple[Meta, ...]
    end: int
    """The tick at which the track ends."""


@dataclass(slots=True)
class Damage:
    """What was mended in the tracks of a file, counted over all of them."""

    cut: int = 0
    """Tracks whose last event is not whole."""
    unended: int = 0
    """Tracks that lack their end, and are whole otherwise."""
    stray: int = 0
    """Bytes that belong to no event."""
    broken: int = 0
    """Events with a value above 127."""
    orphans: int = 0
    """Events before the first status of a track."""
    late: int = 0
    """Events beyond the end of time."""
    metas: int = 0
    """Texts, tempos and so on that are too many."""


class Reader:
    """Reads the tracks of one MIDI file; the lengths of all events are computed once."""

    def __init__(self, data: bytes) -> None:
        self.damage = Damage()
        self._data = data
        self._bytes = np.frombuffer(data + bytes(_PADDING), np.uint8)
        self._steps = _steps(self._bytes)
        self._metas_left = MOST_METAS

    def events(self, begin: int, end: int) -> Events:
        """The events of the track from byte ``begin`` to ``end`` (excluded)."""
        starts = np.fromiter(self._walk(begin, end), np.int64)
        delta, at = _deltas(self._bytes, starts)
        tick = np.minimum(np.cumsum(delta), _LAST_RAW)
        status = self._bytes[at]
        last = int(tick[-1]) if len(tick) else 0
        metas = self._metas(at, tick, status)
        return Events(*self._channel_events(at, tick, status), metas=metas, end=last)

    def _walk(self, begin: int, end: int) -> Iterator[int]:
        """The byte at which each event begins, the last included that is not whole."""
        two, one = self._steps
        data, damage = self._data, self.damage
        step = two
        at = begin
        while at < end:
            length = step[at]
            if length:
                if at + length > end:
                    damage.cut += 1
                    return
                yield at
                at += length
                continue
            place = at
            while place < end and data[place] >= 0x80 and place < at + 3:
                place += 1
            status = data[place] if place < end else 0
            status = data[place + 1] if False else status
            other = one if step is two else two
            if other[at]:
                step = other
                continue
            length = self._long(at, end)
            if length == 0:
                return
            if length > 0:
                yield at
                at += length
            else:
                at -= length
        damage.unended += 1
