"""What can be done to the notes of a track: pure functions from notes to notes.

``ids`` chooses the notes that are meant; the others stay as they are. Nothing leaves MIDI's range:
a group that would is held at the edge as a whole, so that its shape is kept.
"""

from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.note import HIGHEST, LAST_TICK, LOWEST, Column, Note, Notes
from studio.music.theory import SCALES, Key

LOUDEST = 127


def move(notes: Notes, ids: Collection[int], ticks: int = 0, semitones: int = 0) -> Notes:
    """Move by ``ticks`` and ``semitones``; the group stops where its first note meets an edge."""
    mask = notes.mask(ids)
    if not mask.any():
        return notes
    start, pitch = notes.start[mask], notes.pitch[mask]
    ticks = _held(ticks, -int(start.min()), LAST_TICK - int((start + notes.length[mask]).max()))
    semitones = _held(semitones, LOWEST - int(pitch.min()), HIGHEST - int(pitch.max()))
    if not ticks and not semitones:
        return notes
    return notes.altered(mask, start=start + ticks, pitch=pitch + semitones)


def resize(notes: Notes, ids: Collection[int], ticks: int, *, shortest: int = 1) -> Notes:
    """Make longer, or shorter where ``ticks`` is below 0; none becomes shorter than ``shortest``.

    A note that was shorter than ``shortest`` before stays as it was when the others shrink.
    """
    mask = notes.mask(ids)
    if not mask.any() or not ticks:
        return notes
    length = notes.length[mask]
    wanted = np.maximum(length + ticks, np.minimum(length, max(1, shortest)))
    return notes.altered(mask, length=np.minimum(wanted, LAST_TICK))


def resize_start(notes: Notes, ids: Collection[int], ticks: int, *, shortest: int = 1) -> Notes:
    """Move the beginnings by ``ticks``; the ends stay where they are."""
    mask = notes.mask(ids)
    if not mask.any() or not ticks:
        return notes
    start, end = notes.start[mask], (notes.start + notes.length)[mask]
    moved = np.clip(start + ticks, 0, np.maximum(start, end - max(1, shortest)))
    return notes.altered(mask, start=moved, length=end - moved)


def transpose(notes: Notes, ids: Collection[int], semitones: int) -> Notes:
    """Move up or down by ``semitones``; the same notes where they would not all find room."""
    mask = notes.mask(ids)
    if not mask.any() or not semitones:
        return notes
    pitch = notes.pitch[mask] + semitones
    if pitch.min() < LOWEST or pitch.max() > HIGHEST:
        return notes
    return notes.altered(mask, pitch=pitch)


def transpose_in_scale(notes: Notes, ids: Collection[int], steps: int, key: Key) -> Notes:
    """Move up or down by ``steps`` of the scale of ``key``.

    A note outside the scale keeps its distance above the scale's note below it, as far as the
    next one allows. The same notes where they would not all find room.
    """
    mask = notes.mask(ids)
    if not mask.any() or not steps:
        return notes
    ladder = _ladder(key)
    pitch = notes.pitch[mask]
    place = np.searchsorted(ladder, pitch, side="right") - 1
    target = place + steps
    if place.min() < 0 or target.min() < 0 or target.max() >= len(ladder):
        return notes
    above = pitch - ladder[place]
    room = np.append(np.diff(ladder), 1)[target] - 1
    moved = ladder[target] + np.minimum(above, room)
    return notes if moved.max() > HIGHEST else notes.altered(mask, pitch=moved)


def to_scale(notes: Notes, ids: Collection[int], key: Key) -> Notes:
    """Move every note to the nearest one of the scale, down where two are as near."""
    mask = notes.mask(ids)
    if not mask.any():
        return notes
    ladder = _ladder(key)
    pitch = notes.pitch[mask]
    distance = np.abs(pitch[:, None] - ladder[None])  # (N, S)
    return notes.altered(mask, pitch=ladder[distance.argmin(1)])


def quantise(
    notes: Notes,
    ids: Collection[int],
    grid: int,
    strength: float = 1.0,
    swing: float = 0.0,
    *,
    lengths: bool = False,
) -> Notes:
    """Draw the beginnings to the grid of ``grid`` ticks by ``strength`` (0..1 of the way).

    ``swing`` (0..1) delays every second place of the grid by up to a third of it, which turns
    even notes into triplets at 1. With ``lengths`` the ends are drawn to the grid as well.
    """
    mask = notes.mask(ids)
    if not mask.any() or grid < 1:
        return notes
    start, length = notes.start[mask], notes.length[mask]
    aim = _swung(start, grid, swing)
    moved = np.rint(start + (aim - start) * strength).astype(np.int64)
    if lengths:
        end = start + length
        aim = np.maximum(_swung(end, grid, swing), moved + 1)
        length = np.rint(end + (aim - end) * strength).astype(np.int64) - moved
        length = np.where(length < grid / 2, np.maximum(length, grid // 2), length)
    return notes.altered(mask, start=np.maximum(moved, 0), length=np.maximum(length, 1))


def humanise(
    notes: Notes, ids: Collection[int], timing: int = 8, velocity: int = 6, seed: int = 0
) -> Notes:
    """Scatter beginnings by about ``timing`` ticks and velocities by about ``velocity``.

    Normally distributed and never more than three times that; notes that begin together move
    together, so that chords stay chords. The same seed scatters the same way.
    """
    mask = notes.mask(ids)
    if not mask.any():
        return notes
    random = np.random.default_rng(seed)
    start, hit = notes.start[mask], notes.velocity[mask]
    beginnings, which = np.unique(start, return_inverse=True)
    shift = np.clip(random.normal(0, max(0, timing), len(beginnings)), -3 * timing, 3 * timing)
    spread = np.clip(random.normal(0, max(0, velocity), len(hit)), -3 * velocity, 3 * velocity)
    return notes.altered(
        mask,
        start=np.maximum(np.rint(start + shift[which]), 0).astype(np.int64),
        velocity=np.clip(np.rint(hit + spread), 1, LOUDEST).astype(np.int64),
    )


def legato(notes: Notes, ids: Collection[int]) -> Notes:
    """Let every note last until the next one of the chosen begins; the last keeps its length."""
    mask = notes.mask(ids)
    start = notes.start[mask]
    beginnings = np.unique(start)
    if len(beginnings) < 2:
        return notes
    following = np.searchsorted(beginnings, start, side="right")
    last = following == len(beginnings)
    ends = beginnings[np.minimum(following, len(beginnings) - 1)]
    return notes.altered(mask, length=np.where(last, notes.length[mask], ends - start))


def split(notes: Notes, ids: Collection[int], tick: int) -> Notes:
    """Cut the notes that sound at ``tick`` in two; the first part keeps the id."""
    mask = notes.mask(ids) & (notes.start < tick) & (notes.start + notes.length > tick)
    if not mask.any():
        return notes
    rest = [
        Note(tick, one.end - tick, one.pitch, one.velocity, 0, one.locked)
        for one in notes.where(mask)
    ]
    return notes.altered(mask, length=tick - notes.start[mask]).added(rest)


def join(notes: Notes, ids: Collection[int]) -> Notes:
    """Make one note of those of a pitch, from the first beginning to the last end.

    The first keeps its id and velocity.
    """
    chosen = notes.chosen(ids)
    gone: list[int] = []
    for pitch in np.unique(chosen.pitch):
        same = chosen.where(chosen.pitch == pitch)
        if len(same) > 1:
            first = int(same.ids[0])
            notes = notes.changed({first}, length=same.end - int(same.start[0]))
            gone.extend(same.ids[1:].tolist())
    return notes.without(gone)


def invert(notes: Notes, ids: Collection[int], key: Key | None = None) -> Notes:
    """Turn upside down about the first note; in the scale of ``key`` where one is given.

    The same notes where they would not all find room.
    """
    chosen = notes.chosen(ids)
    if not len(chosen):
        return notes
    axis = int(chosen.pitch[0])
    if key is None:
        pitch = 2 * axis - chosen.pitch
    else:
        ladder = _ladder(key)
        place = np.searchsorted(ladder, chosen.pitch, side="right") - 1
        centre = int(np.searchsorted(ladder, axis, side="right")) - 1
        target = 2 * centre - place
        if place.min() < 0 or target.min() < 0 or target.max() >= len(ladder):
            return notes
        pitch = ladder[target] - (chosen.pitch - ladder[place])
        pitch = np.where(chosen.pitch == axis, axis, pitch)
    if pitch.min() < LOWEST or pitch.max() > HIGHEST:
        return notes
    return notes.changed(ids, pitch=pitch)


def retrograde(notes: Notes, ids: Collection[int]) -> Notes:
    """Play the chosen notes backwards within the time that they take."""
    chosen = notes.chosen(ids)
    if not len(chosen):
        return notes
    first, last = int(chosen.start[0]), chosen.end
    return notes.changed(ids, start=first + last - (chosen.start + chosen.length))


def ramp(notes: Notes, ids: Collection[int], first: int, last: int) -> Notes:
    """Let the velocities go evenly from ``first`` to ``last`` over the time of the chosen."""
    mask = notes.mask(ids)
    if not mask.any():
        return notes
    start = notes.start[mask]
    span = max(1, int(start.max() - start.min()))
    wanted = first + (last - first) * (start - start.min()) / span
    return notes.altered(mask, velocity=_velocities(wanted))


def set_velocity(notes: Notes, ids: Collection[int], velocity: int) -> Notes:
    """Give all the same velocity."""
    return notes.changed(ids, velocity=_held(velocity, 1, LOUDEST))


def scale_velocity(notes: Notes, ids: Collection[int], factor: float, offset: int = 0) -> Notes:
    """Multiply the velocities by ``factor`` and add ``offset``."""
    mask = notes.mask(ids)
    return notes.altered(mask, velocity=_velocities(notes.velocity[mask] * factor + offset))


def duplicate(
    notes: Notes, ids: Collection[int], ticks: int, semitones: int = 0
) -> tuple[Notes, frozenset[int]]:
    """Add copies, ``ticks`` later and ``semitones`` higher; also the ids of the copies."""
    chosen = notes.chosen(ids)
    copies = move(chosen, set(chosen.ids.tolist()), ticks, semitones)
    after = notes.added(Notes.of_columns(
        copies.start, copies.length, copies.pitch, copies.velocity, _new_ids(notes, copies)
    ))  # fmt: skip
    return after, frozenset(after.ids.tolist()) - frozenset(notes.ids.tolist())


def lock(notes: Notes, ids: Collection[int], locked: bool = True) -> Notes:
    """Protect notes from the networks, or give them free."""
    return notes.changed(ids, locked=locked)


def _new_ids(notes: Notes, copies: Notes) -> Column:
    first = int(notes.ids.max(initial=0)) + 1
    return np.arange(first, first + len(copies), dtype=np.int64)


def _held(value: int, least: int, most: int) -> int:
    return max(least, min(most, value))


def _velocities(wanted: NDArray[Any]) -> Column:
    rounded: Column = np.clip(np.rint(wanted), 1, LOUDEST).astype(np.int64)
    return rounded


def _ladder(key: Key) -> Column:
    """All pitches of the scale, upwards."""
    pitches = [
        octave + key.tonic + step
        for octave in range(-12, HIGHEST + 12, 12)
        for step in SCALES[key.scale]
    ]
    return np.array([pitch for pitch in pitches if LOWEST <= pitch <= HIGHEST], np.int64)


def _swung(ticks: Column, grid: int, swing: float) -> NDArray[np.float64]:
    """The places of the swung grid that are nearest to ``ticks``."""
    late = grid * max(0.0, min(1.0, swing)) / 3
    pair = ticks // (2 * grid) * (2 * grid)
    places = pair[:, None] + np.array([0.0, grid + late, 2.0 * grid])  # (N, 3)
    nearest = np.abs(places - ticks[:, None]).argmin(1)
    chosen: NDArray[np.float64] = places[np.arange(len(ticks)), nearest]
    return chosen


Edit = Callable[[Notes, Collection[int]], Notes]
"""An edit whose other arguments are given, as a menu entry holds it."""


def chosen_or_all(notes: Notes, ids: Collection[int]) -> Collection[int]:
    """The chosen notes, or all where none is chosen; StudioError where there is none at all."""
    if ids:
        return ids
    if not len(notes):
        raise StudioError("There is no note in this track yet; draw one first.")
    return set(notes.ids.tolist())
