"""A walk through a latent space: keyframes on a time line, eased, looped, read from a file."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from studio.errors import StudioError, UnreadableFile
from studio.image.latent import Latent, seed_at, slerp, wander

EASES = ("smooth", "linear", "steps")
MOST_FRAMES = 40_000
_MOST_BYTES = 2**22
_LONGEST = 3600.0  # seconds
_FASTEST = 120.0  # frames a second


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

    ``ease`` is how it goes from one to the next: smooth, linear or in steps. A walk that ``loop``s
    takes as long from the last keyframe back to the first as from the last but one to the last.
    ``wander`` 0..1 lets it stray smoothly on its way.
    """

    keyframes: tuple[Keyframe, ...]
    rate: float = 24.0
    ease: str = "smooth"
    loop: bool = False
    wander: float = 0.0

    def __post_init__(self) -> None:
        times = [keyframe.time for keyframe in self.keyframes]
        if len(times) < 2:
            raise StudioError("A walk needs at least two keyframes.")
        if any(not 0 <= time <= _LONGEST for time in times):
            raise StudioError(f"The times of keyframes lie between 0 and {_LONGEST:.0f} seconds.")
        if any(later <= sooner for sooner, later in pairwise(times)):
            raise StudioError("Each keyframe of a walk needs a later time than the one before it.")
        if self.ease not in EASES:
            raise StudioError(f"There is no way to ease “{self.ease}”; there are {_listed()}.")
        if not 1 <= self.rate <= _FASTEST or not 0 <= self.wander <= 1:
            raise StudioError("A walk has 1 to 120 frames a second and wanders from 0 to 1.")
        if self.frames > MOST_FRAMES:
            raise StudioError(
                f"The walk would have {self.frames} frames; {MOST_FRAMES} are the most: make it "
                "shorter, or take fewer frames a second."
            )

    @property
    def seconds(self) -> float:
        """How long it takes, the way back included where it loops."""
        first, *_, before, last = (0.0, *(keyframe.time for keyframe in self.keyframes))
        begin = self.keyframes[0].time
        return last - begin + (last - before if self.loop else first)

    @property
    def frames(self) -> int:
        """How many frames it has; a looped walk ends one before it begins again."""
        count = self.seconds * self.rate
        return max(1, round(count)) if self.loop else max(2, round(count) + 1)

    def latents(self, size: int, begin: int = 0, end: int | None = None) -> Latent:
        """The latents of frames ``begin`` to ``end``, of all without them: (frames, size)."""
        places = [keyframe.place(size) for keyframe in self.keyframes]
        start = self.keyframes[0].time
        times = [keyframe.time - start for keyframe in self.keyframes]
        if self.loop:
            places.append(places[0])
            times.append(self.seconds)
        found = []
        for number in range(begin, self.frames if end is None else min(end, self.frames)):
            time = min(number / self.rate, times[-1])
            leg = min(int(np.searchsorted(times, time, side="right")) - 1, len(times) - 2)
            share = (time - times[leg]) / (times[leg + 1] - times[leg])
            latent = slerp(places[leg], places[leg + 1], eased(share, self.ease))
            turns = number / max(1, self.frames if self.loop else self.frames - 1)
            found.append(wander(latent, self.wander, turns) if self.wander else latent)
        return np.stack(found)


def eased(share: float, ease: str = "smooth") -> float:
    """How far it is after a ``share`` of the time, both 0..1."""
    if ease == "steps":
        return 1.0 if share >= 1 else 0.0
    return share * share * (3 - 2 * share) if ease == "smooth" else share


def read_walk(path: Path) -> Walk:
    """Read a walk from JSON; StudioError says in one sentence what is wrong with it.

    ``{"rate": 24, "ease": "smooth", "loop": true, "wander": 0, "keyframes": [{"time": 0,
    "seed": 1}, {"time": 2, "seed": 1, "x": 0.5, "y": 0.5}, {"time": 4, "latent": […]}]}``
    """
    try:
        with path.open("rb") as file:
            table = json.loads(file.read(_MOST_BYTES))
    except OSError as problem:
        raise UnreadableFile(f"“{path}” cannot be read: {problem.strerror}.") from None
    except (ValueError, RecursionError):
        raise UnreadableFile(f"“{path}” is not valid JSON.") from None
    if not isinstance(table, dict) or not isinstance(table.get("keyframes"), list):
        raise UnreadableFile(f"“{path}” is no walk: it needs a list of “keyframes”.")
    unknown = set(table) - {"keyframes", "rate", "ease", "loop", "wander"}
    if unknown:
        raise UnreadableFile(f"“{path}” says “{min(unknown)}”, which a walk does not have.")
    keyframes = tuple(
        _keyframe(path, number, row) for number, row in enumerate(table["keyframes"], start=1)
    )
    loop, ease = table.get("loop", False), table.get("ease", "smooth")
    if not isinstance(loop, bool) or not isinstance(ease, str):
        raise UnreadableFile(f"“{path}”: “loop” is true or false, and “ease” a word.")
    rate, stray = (_number(path, name, table.get(name, d)) for name, d in _DEFAULTS)
    return Walk(keyframes, rate, ease, loop, stray)


_DEFAULTS = (("rate", 24.0), ("wander", 0.0))


def _keyframe(path: Path, number: int, row: Any) -> Keyframe:
    where = f"keyframe {number}"
    if not isinstance(row, dict) or "time" not in row:
        raise UnreadableFile(f"“{path}”, {where}: it needs a “time” in seconds.")
    unknown = set(row) - {"time", "seed", "x", "y", "latent"}
    if unknown:
        raise UnreadableFile(
            f"“{path}”, {where}: there is no “{min(unknown)}”; use time, seed, x, y or latent."
        )
    latent = row.get("latent", [])
    if not isinstance(latent, list):
        raise UnreadableFile(f"“{path}”, {where}: a latent is a list of numbers.")
    numbers = tuple(_number(path, where, value) for value in latent)
    time, x, y = (_number(path, where, row.get(name, 0.0)) for name in ("time", "x", "y"))
    seed = row.get("seed", 0)
    if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**53:
        raise UnreadableFile(f"“{path}”, {where}: a seed is a whole number from 0.")
    if max(abs(x), abs(y)) > 1e6:
        raise UnreadableFile(f"“{path}”, {where}: x and y lie within a million of 0.")
    return Keyframe(time, seed, x, y, numbers)


def _number(path: Path, where: str, value: Any) -> float:
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    if not plain or not math.isfinite(value) or abs(value) > 1e9:
        raise UnreadableFile(f"“{path}”, {where}: {json.dumps(value)[:40]} is no usable number.")
    return float(value)


def _listed() -> str:
    return ", ".join(EASES)
