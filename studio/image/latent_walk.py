"""A walk through a latent space: keyframes on a time line, eased and looped."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from studio.errors import StudioError
from studio.image.latent import Latent, seed_at, slerp, wander

EASES = ("smooth", "linear", "steps")
MOST_FRAMES = 40_000
LONGEST = 3600.0
"""Seconds of a walk at most."""
FASTEST = 120.0
"""Frames a second at most."""


@dataclass(frozen=True, slots=True)
class Keyframe:
    """Where the walk is at ``time`` seconds: a place on the map of seeds, or a latent told.

    At ``x`` and ``y`` of 0 it is the place of ``seed`` itself.
    """

    time: float
    seed: int = 0
    x: float = 0.0
    y: float = 0.0
    latent: tuple[float, ...] = ()

    def place(self, size: int) -> Latent:
        """The latent (size,) there; StudioError where the latent told has another length."""
        if not self.latent:
            return seed_at(self.x, self.y, size, self.seed)
        if len(self.latent) != size:
            raise StudioError(
                f"A keyframe has a latent of {len(self.latent)} numbers, but the model has {size}."
            )
        return np.array(self.latent, np.float32)


@dataclass(frozen=True, slots=True)
class Walk:
    """Keyframes in time; ``rate`` are frames a second.

    ``ease`` is how it goes from one to the next: smooth, linear or in steps. ``wander`` 0..1 lets
    it stray smoothly on its way. ``model`` is the name of the one it was made for, where it says.

    Without a ``length`` it begins with the first keyframe and ends with the last; where it
    ``loop``s, the way back takes as long as that from the last but one to the last. With one it
    lasts from 0 to so many seconds: it stands still before the first keyframe and after the last,
    and where it loops that time is the way back.
    """

    keyframes: tuple[Keyframe, ...]
    rate: float = 24.0
    ease: str = "smooth"
    loop: bool = False
    wander: float = 0.0
    length: float = 0.0
    model: str = ""

    def __post_init__(self) -> None:
        times = [keyframe.time for keyframe in self.keyframes]
        if len(times) < 2:
            raise StudioError("A walk needs at least two keyframes.")
        if any(not 0 <= time <= LONGEST for time in times):
            raise StudioError(f"The times of keyframes lie between 0 and {LONGEST:.0f} seconds.")
        if any(later <= sooner for sooner, later in pairwise(times)):
            raise StudioError("Each keyframe of a walk needs a later time than the one before it.")
        if self.ease not in EASES:
            raise StudioError(f"There is no way to ease “{self.ease}”; there are {_listed()}.")
        if not 1 <= self.rate <= FASTEST or not 0 <= self.wander <= 1:
            raise StudioError("A walk has 1 to 120 frames a second and wanders from 0 to 1.")
        if self.length and not times[-1] <= self.length <= LONGEST:
            raise StudioError(
                f"A walk is as long as its last keyframe says or longer, up to {LONGEST:.0f} "
                "seconds."
            )
        if self.frames > MOST_FRAMES:
            raise StudioError(
                f"The walk would have {self.frames} frames; {MOST_FRAMES} are the most: make it "
                "shorter, or take fewer frames a second."
            )

    @property
    def begin(self) -> float:
        """The time of its first frame."""
        return 0.0 if self.length else self.keyframes[0].time

    @property
    def seconds(self) -> float:
        """How long it takes, the way back included where it loops."""
        if self.length:
            return self.length
        before, last = (keyframe.time for keyframe in self.keyframes[-2:])
        return last - self.begin + (last - before if self.loop else 0.0)

    @property
    def frames(self) -> int:
        """How many frames it has; a looped walk ends one before it begins again."""
        count = self.seconds * self.rate
        return max(1, round(count)) if self.loop else max(2, round(count) + 1)

    def latents(self, size: int, begin: int = 0, end: int | None = None) -> Latent:
        """The latents of frames ``begin`` to ``end``, of all without them: (frames, size)."""
        stops = self._stops()
        times = [time for time, _ in stops]
        places: dict[int, Latent] = {}
        found = []
        for number in range(begin, self.frames if end is None else min(end, self.frames)):
            time = min(number / self.rate, self.seconds)
            leg = min(max(0, bisect_right(times, time) - 1), len(times) - 2)
            for _, place in stops[leg : leg + 2]:
                if place not in places:
                    places[place] = self.keyframes[place].place(size)
            share = (time - times[leg]) / (times[leg + 1] - times[leg])
            one, other = (places[place] for _, place in stops[leg : leg + 2])
            latent = slerp(one, other, eased(share, self.ease))
            turns = number / max(1, self.frames if self.loop else self.frames - 1)
            found.append(wander(latent, self.wander, turns) if self.wander else latent)
        return np.stack(found)

    def check(self, size: int) -> None:
        """Raise StudioError where a keyframe tells a latent of another length."""
        for keyframe in self.keyframes:
            if keyframe.latent:
                keyframe.place(size)

    def _stops(self) -> list[tuple[float, int]]:
        """When, from the first frame on, it is at which keyframe; these reach past both ends."""
        stops = [(one.time - self.begin, number) for number, one in enumerate(self.keyframes)]
        last = len(stops) - 1
        if self.loop:
            back = (self.seconds + stops[0][0], 0)
            ahead = (stops[-1][0] - self.seconds, last)
            return [ahead, *stops, back] if ahead[0] < stops[0][0] else stops
        if stops[0][0] > 0:
            stops.insert(0, (0.0, 0))
        if stops[-1][0] < self.seconds:
            stops.append((self.seconds, last))
        return stops


def eased(share: float, ease: str = "smooth") -> float:
    """How far it is after a ``share`` of the time, both 0..1."""
    if ease == "steps":
        return 1.0 if share >= 1 else 0.0
    return share * share * (3 - 2 * share) if ease == "smooth" else share


def _listed() -> str:
    return ", ".join(EASES)
