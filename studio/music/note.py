"""A note, and the notes of a track as columns that nobody changes."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError

TICKS = 480
"""Ticks a quarter note, in every song; files of another resolution are converted."""
LAST_TICK = 2**31 - 1
"""Where time ends: 27 days at 120 quarters a minute, and what 32 bits can say."""
LOWEST, HIGHEST = 0, 127
MIDDLE_C = 60

Column = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Note:
    """One note: ``start`` and ``length`` in ticks, ``pitch`` and ``velocity`` as MIDI has them.

    ``pitch`` 0..127 with 60 for middle C, ``velocity`` 1..127. ``id`` names the note within its
    track for as long as it lives; 0 is a note that has no place yet. A ``locked`` note is one that
    no network may change.
    """

    start: int
    length: int
    pitch: int
    velocity: int = 90
    id: int = 0
    locked: bool = False

    def __post_init__(self) -> None:
        if not (0 <= self.start <= LAST_TICK and 1 <= self.length <= LAST_TICK):
            raise StudioError("A note begins before the song or lasts no time at all.")
        if not (LOWEST <= self.pitch <= HIGHEST and 1 <= self.velocity <= 127):
            raise StudioError("A note has a pitch or a velocity that MIDI does not know.")

    @property
    def end(self) -> int:
        """The tick at which it is over."""
        return self.start + self.length


class Notes:
    """The notes of a track, ordered by start, then pitch, then id; frozen.

    Kept as columns of int64 (``locked``: bool), all of length N and read-only, so that a hundred
    thousand of them are moved, sought and painted at once. Iterating gives ``Note`` values. Ids
    are unique; a note that comes in with id 0 is given the next free one. Compares by value.
    """

    __slots__ = ("_places", "_reach", "ids", "length", "locked", "pitch", "start", "velocity")
    __hash__ = None  # type: ignore[assignment]  # compared by value, and too large to hash

    ids: Column
    start: Column
    length: Column
    pitch: Column
    velocity: Column
    locked: Mask

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        values = tuple(notes)
        table = np.array(
            [(n.start, n.length, n.pitch, n.velocity, n.id) for n in values], np.int64
        ).reshape(-1, 5)
        locked = np.array([n.locked for n in values], np.bool_)
        start, length, pitch, velocity, ids = table.T
        self._set(start, length, pitch, velocity, ids, locked)

    @classmethod
    def of_columns(
        cls,
        start: Any,
        length: Any,
        pitch: Any,
        velocity: Any,
        ids: Any | None = None,
        locked: Any | None = None,
    ) -> Self:
        """Make notes of columns (arrays or lists of length N), in any order.

        ``ids`` of 0, or none, are given out. Raises StudioError where a value is out of range, as
        ``Note`` does, or where two notes have the same id.
        """
        made = cls.__new__(cls)
        count = len(start)
        ids = np.zeros(count, np.int64) if ids is None else ids
        locked = np.zeros(count, np.bool_) if locked is None else locked
        made._set(start, length, pitch, velocity, ids, locked)
        return made

    def _set(
        self, start: Any, length: Any, pitch: Any, velocity: Any, ids: Any, locked: Any
    ) -> None:
        columns = [np.array(c, np.int64) for c in (start, length, pitch, velocity, ids)]
        held = np.array(locked, np.bool_)
        if len({len(column) for column in (*columns, held)}) > 1:
            raise ValueError("columns of different lengths")
        _check(*columns[:4])
        columns[4] = _numbered(columns[4])
        self._keep(dict(zip(_COLUMNS, (*columns, held), strict=True)), sort=True)

    @classmethod
    def _ordered(cls, columns: dict[str, Any], *, sort: bool) -> Self:
        """Of columns that are sound and whose ids are unique."""
        made = cls.__new__(cls)
        made._keep(columns, sort=sort)
        return made

    def _keep(self, columns: dict[str, Any], *, sort: bool) -> None:
        order = _order(columns["start"], columns["pitch"], columns["ids"]) if sort else None
        for name, column in columns.items():
            kept = column if order is None else column[order]
            kept.flags.writeable = False
            setattr(self, name, kept)
        self._reach: Column | None = None
        self._places: dict[int, int] | None = None

    # -- looking ---------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Note]:
        rows = zip(*(getattr(self, name).tolist() for name in _COLUMNS), strict=True)
        return (Note(*row) for row in rows)

    def __getitem__(self, place: int) -> Note:
        return Note(*(getattr(self, name)[place].item() for name in _COLUMNS))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Notes):
            return NotImplemented
        return len(self) == len(other) and all(
            np.array_equal(getattr(self, name), getattr(other, name)) for name in _COLUMNS
        )

    def __repr__(self) -> str:
        return f"Notes({len(self)})"

    @property
    def end(self) -> int:
        """The tick at which the last of them is over; 0 when there is none."""
        return int((self.start + self.length).max()) if len(self) else 0

    def get(self, id: int) -> Note | None:  # noqa: A002  the field has the same name
        """The note of that id, None when it is not there."""
        place = self._where().get(id)
        return None if place is None else self[place]

    def mask(self, ids: Collection[int]) -> Mask:
        """Which of the notes are among ``ids``: (N,) bool. Unknown ids are passed over."""
        if len(ids) > 32:
            wanted = np.fromiter(ids, np.int64, len(ids))
            found: Mask = np.isin(self.ids, wanted)
            return found
        found = np.zeros(len(self), np.bool_)
        where = self._where() if ids else {}
        found[[where[one] for one in ids if one in where]] = True
        return found

    def chosen(self, ids: Collection[int]) -> "Notes":
        """Only the notes among ``ids``."""
        return self.where(self.mask(ids))

    def where(self, mask: Mask) -> "Notes":
        """Only the notes where ``mask`` (N,) is true."""
        return Notes._ordered({name: getattr(self, name)[mask] for name in _COLUMNS}, sort=False)

    def sounding(self, begin: int, end: int) -> NDArray[np.intp]:
        """The places of the notes that sound between the ticks ``begin`` and ``end`` (excluded).

        Two binary searches and one comparison; ordered by start.
        """
        if self._reach is None:
            self._reach = np.maximum.accumulate(self.start + self.length)
        first = int(np.searchsorted(self._reach, begin, side="right"))
        last = int(np.searchsorted(self.start, end, side="left"))
        places = np.arange(first, max(first, last))
        return places[(self.start + self.length)[first:last] > begin]

    def _where(self) -> dict[int, int]:
        if self._places is None:
            self._places = {one: place for place, one in enumerate(self.ids.tolist())}
        return self._places

    # -- changing --------------------------------------------------------------------------------

    def added(self, notes: "Iterable[Note] | Notes") -> "Notes":
        """These and further ones; a new note whose id is 0 or taken is given the next free one."""
        if isinstance(notes, Notes):
            return self._joined(notes, notes.ids)
        values = sorted(notes, key=lambda note: (note.start, note.pitch))
        named = np.array([note.id for note in values], np.int64)
        return self._joined(Notes(replace(note, id=n) for n, note in enumerate(values, 1)), named)

    def _joined(self, new: "Notes", ids: Column) -> "Notes":
        if not len(new):
            return self
        ids = np.where(np.isin(ids, self.ids), 0, ids)
        columns = {
            name: np.concatenate([getattr(self, name), getattr(new, name)]) for name in _COLUMNS
        }
        columns["ids"] = np.concatenate([self.ids, _after(self.ids, ids)])
        return Notes._ordered(columns, sort=True)

    def without(self, ids: Collection[int]) -> "Notes":
        """All but those among ``ids``."""
        mask = self.mask(ids)
        return self.where(~mask) if mask.any() else self

    def changed(self, ids: Collection[int], **columns: Any) -> "Notes":
        """Give the notes among ``ids`` other values: ``changed(ids, start=…, pitch=…)``.

        A value is a number, or an array with one for each of them, in the order of the notes.
        """
        return self.altered(self.mask(ids), **columns)

    def altered(self, mask: Mask, **columns: Any) -> "Notes":
        """As ``changed``, for the notes where ``mask`` (N,) is true."""
        if not mask.any():
            return self
        values = {name: getattr(self, name) for name in _COLUMNS}
        for name, value in columns.items():
            values[name] = values[name].copy()
            values[name][mask] = value
        _check(*(values[name] for name in _COLUMNS[:4]))
        return Notes._ordered(values, sort=not columns.keys().isdisjoint(("start", "pitch")))

    def renumbered(self) -> "Notes":
        """The same notes with ids 1, 2, 3 … in order."""
        columns = {name: getattr(self, name) for name in _COLUMNS}
        columns["ids"] = np.arange(1, len(self) + 1)
        return Notes._ordered(columns, sort=False)


_COLUMNS = ("start", "length", "pitch", "velocity", "ids", "locked")


def _check(start: Column, length: Column, pitch: Column, velocity: Column) -> None:
    if not len(start):
        return
    if start.min() < 0 or length.min() < 1 or max(start.max(), length.max()) > LAST_TICK:
        raise StudioError("A note begins before the song or lasts no time at all.")
    if pitch.min() < LOWEST or pitch.max() > HIGHEST or velocity.min() < 1 or velocity.max() > 127:
        raise StudioError("A note has a pitch or a velocity that MIDI does not know.")


def _order(start: Column, pitch: Column, ids: Column) -> NDArray[np.intp]:
    """The order by start, pitch and id; one sort of 63 bits where the numbers allow it."""
    top = int(ids.max(initial=0))
    if top < 2**24:
        return np.argsort((start << 31) | (pitch << 24) | ids)
    return np.lexsort((ids, pitch, start))


def _numbered(ids: Column) -> Column:
    """Give every id of 0 the next free number; ValueError where two are the same."""
    free = ids == 0
    if free.any():
        first = int(ids.max(initial=0)) + 1
        ids = ids.copy()
        ids[free] = np.arange(first, first + int(free.sum()))
    ordered = np.sort(ids)
    if (ordered[1:] == ordered[:-1]).any():
        raise StudioError("Two notes of a track have the same id.")
    return ids


def _after(present: Column, ids: Column) -> Column:
    """Ids for newcomers: those of 0 follow both the present ones and the other newcomers."""
    first = max(int(present.max(initial=0)), int(ids.max(initial=0))) + 1
    given = ids.copy()
    free = ids == 0
    given[free] = np.arange(first, first + int(free.sum()))
    return given
