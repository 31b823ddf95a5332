"""A walk as it lies in the document, also while it is too short to be one."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from studio.document.json_value import JSON
from studio.errors import StudioError
from studio.image.latent_walk import EASES, FASTEST, LONGEST, Keyframe, Walk
from studio.image.walk_file import keyframe_table
from studio.tasks.film_paint import ENGINES
from studio.tasks.latent_place import LatentPlace
from studio.tasks.walk_rhythm import BARS, NOTES
from studio.tasks.walk_tune import MOST as MOST_MELODIES

APART = 0.02
"""Seconds between two keyframes at least."""
USUAL = 2.0
"""Seconds from one keyframe to the next where nobody says otherwise."""
KINDS = ("mp4", "gif", "png")
SIDES = (0, 256, 512, 1024)
IN_SONG = "song"
TUNES = (IN_SONG, "mid", "wav", "flac", "ogg")
MOST = 500
_PLAIN: Mapping[str, tuple[float, float]] = {
    "rate": (1, FASTEST),
    "wander": (0, 1),
    "length": (0, LONGEST),
}


@dataclass(frozen=True, slots=True)
class WalkValues:
    """Keyframes in order of time, and how one walks and films.

    With a ``rhythm``, "notes" or "bars", the keyframes are places that come in turn at its times:
    those of ``track`` (below 0 of all that is heard), in the song's loop where ``looped``.
    ``length`` 0 is as the keyframes say. ``kind`` and ``side`` are those of the film. A walk
    through melodies becomes a ``tune`` of so many ``melodies``, 0 for as many as it has time for,
    in the song on the track that is edited or ``apart``. ``paint`` is the id of the card in whose
    style each frame of a film is painted by ``engine``; empty where it is left as it is.
    """

    model: str = ""
    keyframes: tuple[Keyframe, ...] = ()
    rate: float = 24.0
    ease: str = "smooth"
    loop: bool = False
    wander: float = 0.0
    length: float = 0.0
    rhythm: str = ""
    track: int = -1
    looped: bool = False
    music: bool = True
    kind: str = "mp4"
    side: int = 512
    tune: str = IN_SONG
    melodies: int = 0
    apart: bool = False
    paint: str = ""
    engine: str = "instant"

    @property
    def seconds(self) -> float:
        """How long it lasts without a rhythm; 0 where there is no way to go."""
        times = [one.time for one in self.keyframes]
        if not times:
            return 0.0
        if self.loop and len(times) > 1 and not self.length:
            return min(LONGEST, times[-1] + times[-1] - times[-2])
        return max(self.length, times[-1])

    def walk(self) -> Walk | None:
        """The walk without a rhythm; None where two keyframes lack. Raises as `Walk` does."""
        if len(self.keyframes) < 2:
            return None
        return Walk(
            self.keyframes, self.rate, self.ease, self.loop, self.wander, self.seconds, self.model
        )

    def added(self, keyframe: Keyframe) -> WalkValues:
        """With one keyframe more; one that is there at that time gives way to it."""
        kept = [one for one in self.keyframes if abs(one.time - keyframe.time) >= APART]
        kept.insert(bisect_left([one.time for one in kept], keyframe.time), keyframe)
        return replace(self, keyframes=tuple(kept))

    def moved(self, place: int, time: float) -> WalkValues:
        """With a keyframe at another time, held between those before and after it."""
        times = [one.time for one in self.keyframes]
        low = times[place - 1] + APART if place else 0.0
        high = times[place + 1] - APART if place + 1 < len(times) else LONGEST
        held = round(min(max(time, low), high), 3)
        keyframes = list(self.keyframes)
        keyframes[place] = replace(keyframes[place], time=held)
        length = max(self.length, held) if self.length else 0.0
        return replace(self, keyframes=tuple(keyframes), length=length)

    def removed(self, place: int) -> WalkValues:
        """Without a keyframe."""
        keyframes = self.keyframes[:place] + self.keyframes[place + 1 :]
        return replace(self, keyframes=keyframes, length=self.length if keyframes else 0.0)

    def lasting(self, seconds: float) -> WalkValues:
        """Faster or slower as a whole, so that it lasts so long."""
        if not self.seconds:
            return self
        factor = min(max(seconds, APART * len(self.keyframes)), LONGEST) / self.seconds
        keyframes = tuple(
            replace(one, time=min(LONGEST, round(one.time * factor, 6))) for one in self.keyframes
        )
        return replace(self, keyframes=keyframes, length=min(LONGEST, self.length * factor))

    def next_time(self) -> float:
        """Where a keyframe comes that is put behind the last."""
        times = [one.time for one in self.keyframes]
        step = times[-1] - times[-2] if len(times) > 1 else USUAL
        return min(LONGEST, round(times[-1] + step, 3)) if times else 0.0

    def of_walk(self, walk: Walk) -> WalkValues:
        """With all that a walk says; as it says nothing of a rhythm there is none."""
        moved = tuple(replace(one, time=one.time - walk.begin) for one in walk.keyframes)
        return replace(
            self,
            model=walk.model or self.model,
            keyframes=moved[:MOST],
            rate=walk.rate,
            ease=walk.ease,
            loop=walk.loop,
            wander=walk.wander,
            length=walk.length,
            rhythm="",
        )

    def to_json(self) -> dict[str, JSON]:
        """The values as they are kept."""
        names = (*_PLAIN, "model", "ease", "loop", "rhythm", "track", "looped", "music", "kind")
        more = ("side", "tune", "melodies", "apart", "paint", "engine")
        table: dict[str, JSON] = {name: getattr(self, name) for name in (*names, *more)}
        return {**table, "keyframes": [keyframe_table(one) for one in self.keyframes]}

    @classmethod
    def from_json(cls, table: Mapping[str, Any]) -> WalkValues:
        """The values of a table; what no strip could have put there is left at its default."""
        plain: dict[str, Any] = {}
        for name, (low, high) in _PLAIN.items():
            number = table.get(name)
            if isinstance(number, int | float) and low <= number <= high:
                plain[name] = float(number)
        words: Mapping[str, Sequence[Any]] = {
            "ease": EASES, "rhythm": ("", NOTES, BARS), "kind": KINDS, "side": SIDES,
            "tune": TUNES, "melodies": range(MOST_MELODIES + 1), "engine": ENGINES,
        }  # fmt: skip
        for name, allowed in words.items():
            if table.get(name) in allowed:
                plain[name] = table[name]
        kinds: tuple[tuple[str, type], ...] = (
            ("model", str), ("loop", bool), ("looped", bool), ("music", bool), ("track", int),
            ("apart", bool), ("paint", str),
        )  # fmt: skip
        for name, kind in kinds:
            if isinstance(table.get(name), kind):
                plain[name] = table[name]
        values = cls(**plain)
        rows = table.get("keyframes")
        for row in rows[:MOST] if isinstance(rows, list) else ():
            try:
                values = values.added(_keyframe(row))
            except (StudioError, TypeError, ValueError, AttributeError):
                continue
        return values


def _keyframe(row: Mapping[str, Any]) -> Keyframe:
    place = LatentPlace.from_json({**row, "told": row.get("latent", ())})
    time = float(row.get("time", math.nan))
    if not 0 <= time <= LONGEST:
        raise ValueError("a keyframe lies within the walk")
    return Keyframe(time, place.seed, place.x, place.y, place.told)
