"""What stands at places of a latent space, for the hand: the newest network is kept, and asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from studio.image.enlarge import enlarged
from studio.image.latent import Latent
from studio.jobs import Step, Work
from studio.music.melody_grid import Steps
from studio.tasks.latent_place import LatentPlace

CHANCE = 0
"""By which symbols are drawn: the same latent is the same melody wherever it is seen."""
PRINCIPAL = 16
"""Principal directions of a network; their names are the numbers from 1."""
_AT_ONCE = 4
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Dream:
    """What stands at a place: a picture, or a melody of symbols on the grid of sixteenths."""

    place: LatentPlace
    latent: Latent
    pixels: Pixels | None = None
    """(S, S, 3), read-only."""
    large: Pixels | None = None
    """The same, enlarged for the canvas where that was asked for."""
    melody: Steps | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """What one must know of a latent space to move in it.

    ``steps`` lead a deviation along each principal direction, and ``shares`` of the variance they
    explain. ``side`` is that of its pictures, ``bars`` the length of its melodies; the other is 0.
    """

    model: str
    sha256: str
    size: int
    steps: Mapping[str, Latent]
    shares: tuple[float, ...]
    side: int = 0
    bars: int = 0

    @property
    def sounds(self) -> bool:
        """Whether it is a space of melodies."""
        return self.bars > 0


class Dreamer:
    """Looks up places, one request after the other; belongs to one thread."""

    def __init__(self, device: str = "cpu") -> None:
        self._device = device
        self._spaces: dict[str, Space] = {}

    def space(self, model: str) -> Work[Space]:
        """Load a model and find its directions; raises as ``registry.latent`` does."""
        yield Step(0, 1, "loading")
        return self._space(model)

    def dream(
        self,
        places: Sequence[LatentPlace],
        made: Mapping[str, Latent] | None = None,
        *,
        few: int = _AT_ONCE,
        side: int = 0,
    ) -> Work[tuple[Dream, ...]]:
        """What stands at each place, ``few`` at a time; ``so_far`` are the dreams until then.

        ``made`` are directions beside the principal ones, by name. With a ``side`` pictures are
        enlarged to it beside.
        """
        found: tuple[Dream, ...] = ()
        yield Step(0, len(places), "dreaming", 0.0)
        for first in range(0, len(places), few):
            found += self._looked(places[first : first + few], made or {}, side)
            last = found[-1].pixels
            shown = None if last is None else partial(_same, last)
            yield Step(len(found), len(places), "dreaming", preview=shown, so_far=found)
        return found

    def _looked(
        self, places: Sequence[LatentPlace], made: Mapping[str, Latent], side: int
    ) -> tuple[Dream, ...]:
        from studio.tasks.single_thread import single_thread

        found: list[Dream] = []
        for place in places:
            space = self._space(place.model)
            latent = place.latent(space.size, {**space.steps, **made})
            with single_thread():
                found.append(self._dreamt(place, latent, side))
        return tuple(found)

    def _dreamt(self, place: LatentPlace, latent: Latent, side: int) -> Dream:
        from studio import registry
        from studio.image.convert import to_pixels
        from studio.music.music_vae import MusicVae
        from studio.tasks.explore import decoded
        from studio.tasks.explore_music import melody_at

        network = registry.latent(place.model, self._device).network
        if isinstance(network, MusicVae):
            melody = melody_at(network, latent, place.temperature, CHANCE)
            return Dream(place, latent, melody=melody)
        pixels = to_pixels(decoded(network, latent[None])[0])
        pixels.flags.writeable = False
        return Dream(place, latent, pixels, enlarged(pixels, side) if side else None)

    def _space(self, model: str) -> Space:
        from studio import registry
        from studio.music.music_vae import MusicVae
        from studio.tasks.explore import directions

        loaded = registry.latent(model, self._device)
        known = self._spaces.get(model)
        if known is not None and known.sha256 == loaded.sha256:
            return known
        network = loaded.network
        found = directions(network, PRINCIPAL)
        steps = {str(number): step for number, step in enumerate(found.steps, start=1)}
        side, bars = (
            (0, network.config.bars) if isinstance(network, MusicVae) else (network.config.side, 0)
        )
        self._spaces[model] = space = Space(
            model,
            loaded.sha256,
            network.config.latent,
            steps,
            tuple(found.shares.tolist()),
            side,
            bars,
        )
        return space


def _same(pixels: Pixels) -> Pixels:
    return pixels
