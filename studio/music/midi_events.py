"""The inside of a MIDI track: its bytes become columns of events, a million in half a second.

Where an event ends depends only on the bytes at its place and on how many bytes follow under
running status. So the length of the event that would begin at each byte is computed for all bytes
at once, and finding the real ones is a walk from length to length; all else is done on columns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Column = NDArray[np.int64]

TEXT, NAME, MARKER, CUE, PORT, END, TEMPO, METRE, KEY = 1, 3, 6, 7, 0x21, 0x2F, 0x51, 0x58, 0x59
_KEPT: Final = (TEXT, NAME, MARKER, CUE, PORT, TEMPO, METRE, KEY)
MOST_METAS: Final = 100_000
"""Of the texts, tempos and so on of one file, as many are kept; a film score has hundreds."""
_LAST_RAW: Final = 2**40  # ticks of any division; what is later is beyond the end of time too
_AHEAD: Final = 8  # bytes after one, by which the length of its event is known
_BLOCK: Final = 2**22  # bytes whose lengths are computed at once


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
    ``end`` is the tick at which the track ends.
    """

    tick: Column
    status: Bytes
    first: Bytes
    second: Bytes
    metas: tuple[Meta, ...]
    end: int


@dataclass(slots=True)
class Damage:
    """What was mended in the tracks of a file, counted over all of them."""

    cut: int = 0
    """Tracks of which the rest could not be read."""
    unended: int = 0
    """Tracks that lack their end and are whole otherwise."""
    stray: int = 0
    """Events that have no place in a file."""
    orphans: int = 0
    """Events before the first that says what it is."""
    broken: int = 0
    """Events with a value above 127."""
    metas: int = 0
    """Texts, tempos and so on that are too many."""


class Reader:
    """Reads the tracks of one MIDI file; ``damage`` grows with each of them."""

    def __init__(self, data: bytes) -> None:
        self.damage = Damage()
        self._data = data
        self._bytes = np.frombuffer(data + bytes(2 * _AHEAD), np.uint8)
        begins = range(0, len(data), _BLOCK)
        blocks = [_steps(self._bytes[at : at + _BLOCK + _AHEAD]) for at in begins]
        self._steps = [b"".join(tables) for tables in zip(*blocks, strict=True)]
        self._metas_left = MOST_METAS

    def events(self, begin: int, end: int) -> Events:
        """The events of the track from byte ``begin`` to ``end`` (excluded)."""
        starts = np.fromiter(self._walk(begin, end), np.int32)
        delta, place = _deltas(self._bytes, starts)
        tick = np.minimum(np.cumsum(delta, dtype=np.int64), _LAST_RAW)
        metas = self._metas(tick, place)
        last = int(tick[-1]) if len(tick) else 0
        return Events(*self._of_channels(tick, place), metas, last)

    def _walk(self, begin: int, end: int) -> Iterator[int]:
        """The byte at which each whole event begins, the end of the track among them."""
        two, one = self._steps
        step = two
        at = begin
        while at < end:
            length = step[at]
            if not length:
                other = one if step is two else two
                if other[at]:
                    step = other
                length = step[at] or self._long(at)
            if at + length > end or length < 0:
                self.damage.cut += 1
                return
            yield at
            if not length:
                return
            at += length
        self.damage.unended += 1

    def _long(self, at: int) -> int:
        """The length of an event that no table holds; 0 for the end, below 0 for no event."""
        data = self._data
        place, _ = _number(data, at)
        status = data[place : place + 2]
        if status == bytes((0xFF, END)):
            return 0
        body = {0xF0: place + 1, 0xF7: place + 1, 0xFF: place + 2}.get(status[0] if status else 0)
        if place == at or body is None:
            return -1
        begin, length = _number(data, body)
        return begin + length - at if begin > body else -1

    def _metas(self, tick: Column, place: NDArray[np.int32]) -> tuple[Meta, ...]:
        found = self._bytes[place] == 0xFF
        found[found] = np.isin(self._bytes[place[found] + 1], _KEPT)
        places = np.flatnonzero(found)
        self.damage.metas += max(0, len(places) - self._metas_left)
        places = places[: self._metas_left]
        self._metas_left -= len(places)
        metas = []
        for when, at in zip(tick[places].tolist(), place[places].tolist(), strict=True):
            begin, length = _number(self._data, at + 2)
            metas.append(Meta(when, self._data[at + 1], self._data[begin : begin + length]))
        return tuple(metas)

    def _of_channels(
        self, tick: Column, place: NDArray[np.int32]
    ) -> tuple[Column, Bytes, Bytes, Bytes]:
        """Tick, status, first and second byte of the channels' events; others are left out."""
        found = self._bytes[place]
        spoken = found >= 0x80
        named = spoken & (found < 0xF0)
        last = np.maximum.accumulate(np.where(named, np.arange(len(found)), -1))
        channel = named | ~spoken
        self.damage.orphans += int((channel & (last < 0)).sum())
        self.damage.stray += int(((found > 0xF0) & (found < 0xFF) & (found != 0xF7)).sum())
        channel &= last >= 0
        status = found[last[channel]]
        body = place[channel] + spoken[channel]
        first, second = self._bytes[body], self._bytes[body + 1]
        second = np.where((status >= 0xC0) & (status < 0xE0), np.uint8(0), second)
        broken = (first | second) >= 0x80
        if broken.any():
            self.damage.broken += int(broken.sum())
            first, second = first & np.uint8(0x7F), second & np.uint8(0x7F)
        return tick[channel], status, first, second


def _sizes(lengths: dict[range, int]) -> Bytes:
    """Bytes an event takes, by its first one; 0 where that is not said here."""
    table = np.zeros(256, np.uint8)
    for statuses, length in lengths.items():
        table[statuses.start : statuses.stop] = length
    return table


_FREE: Final = _sizes(
    {range(0xF1, 0xF4): 2, range(0xF2, 0xF3): 3, range(0xF4, 0xF7): 1, range(0xF8, 0xFF): 1}
)
_PAIR: Final = _sizes({range(0x80): 2, range(0x80, 0xC0): 3, range(0xE0, 0xF0): 3})
_SINGLE: Final = _sizes({range(0x80): 1, range(0xC0, 0xE0): 2})


def _steps(data: Bytes) -> list[bytes]:
    """How many bytes an event takes that would begin at each byte, its delta included.

    The first table holds while running status stands for two bytes, the second for one. There is
    0 where it cannot be said: at a status of the other table, at an end, a long text, at no event.
    """
    status, first, second = data[:-2], data[1:-1], data[2:]
    either = _FREE[status]
    special = np.flatnonzero(status >= 0xF0)
    kind, following, length = status[special], first[special], second[special]
    texts = special[(kind == 0xFF) & (following != END) & (length < 0x80)]
    either[texts] = 3 + second[texts]
    dumps = special[((kind == 0xF0) | (kind == 0xF7)) & (following < 0x80)]
    either[dumps] = 2 + first[dumps]
    pair, single = either + _PAIR[status], either + _SINGLE[status]
    return _after_deltas(data, pair, single)


def _after_deltas(data: Bytes, *sizes: Bytes) -> list[bytes]:
    """For each table the sizes where the delta ends that begins at a byte, and the delta's own."""
    count = len(data) - _AHEAD
    steps = [np.zeros(count, np.uint8) for _ in sizes]
    more = np.ones(count, np.bool_)  # whether the delta goes on to this byte
    for length in range(1, 5):
        last = more & (data[length - 1 : length - 1 + count] < 0x80)
        more ^= last
        for step, table in zip(steps, sizes, strict=True):
            size = table[length : length + count]
            step += (size + np.uint8(length)) * (last & (size > 0))
    return [step.tobytes() for step in steps]


def _deltas(data: Bytes, starts: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The number that begins at each place, and the place after it; at most four bytes."""
    byte = data[starts]
    value = (byte & 0x7F).astype(np.int32)
    place = starts + np.int32(1)
    rest = np.flatnonzero(byte >= 0x80)
    for _ in range(3):
        byte = data[place[rest]]
        value[rest] = value[rest] << 7 | (byte & 0x7F)
        place[rest] += 1
        rest = rest[byte >= 0x80]
    return value, place


def _number(data: bytes, at: int) -> tuple[int, int]:
    """The place after a number of at most four bytes, and the number; ``at`` where it is none."""
    value = 0
    for place in range(at, min(at + 4, len(data))):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return place + 1, value
    return at, 0
