"""Walks in the rhythm of a song: a keyframe a note or a bar, at the time at which it is heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.image.latent_walk import LONGEST, Keyframe, Walk
from studio.music.song import Song

NOTES, BARS = "notes", "bars"
JOINED = 0.12
"""Seconds; notes nearer than this are one: chords, ornaments, and what is played loosely."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Which times of a song: its ``notes`` or its ``bars`` from tick ``begin`` to ``end``.

    ``track`` is the place of the one whose notes count, None for all that are heard; ``end`` None
    is the last bar line.
    """

    kind: str = BARS
    track: int | None = None
    begin: int = 0
    end: int | None = None

    def __post_init__(self) -> None:
        if self.kind not in (NOTES, BARS):
            raise StudioError("A rhythm is that of the notes or that of the bars.")


@dataclass(frozen=True, slots=True)
class Times:
    """Where keyframes fall, in seconds after the beginning, and how long the whole lasts."""

    times: tuple[float, ...]
    length: float


def rhythm_times(song: Song, rhythm: Rhythm) -> Times:
    """The times of a rhythm by the tempo map; StudioError where there are no notes for it."""
    end = song.length if rhythm.end is None else rhythm.end
    if not 0 <= rhythm.begin < end:
        raise StudioError("The rhythm ends before it begins; choose other bars.")
    if song.is_empty:
        raise StudioError("The song has no notes, so it gives no rhythm.")
    bars = rhythm.kind == BARS
    ticks = _bar_lines(song, rhythm.begin, end) if bars else _onsets(song, rhythm, end)
    if not len(ticks):
        raise StudioError("There are no notes in these bars; choose another track or other bars.")
    start = song.tempos.seconds(rhythm.begin)
    found: list[float] = []
    for time in (song.tempos.all_seconds(ticks) - start).tolist():
        if not found or time - found[-1] >= JOINED:
            found.append(time)
    length = song.tempos.seconds(end) - start
    if length > LONGEST:
        raise StudioError(
            f"That is music for {length / 60:,.0f} minutes, and a walk lasts an hour at most; "
            "choose fewer bars."
        )
    return Times(tuple(found), length)


def in_rhythm(walk: Walk, times: Times) -> Walk:
    """The places of a walk in turn, A, B, C, A, B, C and so on, a place at each of the times."""
    places = walk.keyframes
    return timed(walk, [places[n % len(places)] for n in range(len(times.times) + 1)], times)


def through_seeds(seed: int, times: Times, walk: Walk) -> Walk:
    """The places of seeds that count on from ``seed``, one at each of the times."""
    return timed(walk, [Keyframe(0.0, seed + n) for n in range(len(times.times) + 1)], times)


def timed(walk: Walk, places: Sequence[Keyframe], times: Times) -> Walk:
    """A walk as another but with these keyframes, as long as the times say.

    Where it does not loop, one more place is reached at the very end.
    """
    at = list(times.times)
    if not walk.loop and times.length - at[-1] >= JOINED:
        at.append(times.length)
    if len(at) < 2:
        raise StudioError("There is one note only; a rhythm needs at least two.")
    keyframes = [replace(one, time=time) for time, one in zip(at, places, strict=False)]
    return replace(walk, keyframes=tuple(keyframes), length=max(times.length, at[-1]))


def _bar_lines(song: Song, begin: int, end: int) -> NDArray[np.int64]:
    starts = [start for _, start, _ in song.metres.bars(begin, end) if start >= begin]
    return np.array(starts, np.int64)


def _onsets(song: Song, rhythm: Rhythm, end: int) -> NDArray[np.int64]:
    if rhythm.track is None:
        heard = [t for t, on in zip(song.tracks, song.audible, strict=True) if on]
    elif 0 <= rhythm.track < len(song.tracks):
        heard = [song.tracks[rhythm.track]]
    else:
        raise StudioError("The song has no such track; choose another for the rhythm.")
    starts = [track.notes.start for track in heard]
    found = np.unique(np.concatenate(starts)) if starts else np.zeros(0, np.int64)
    kept: NDArray[np.int64] = found[(found >= rhythm.begin) & (found < end)]
    return kept
