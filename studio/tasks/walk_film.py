"""A walk through a latent space as a film, with the music it goes to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from studio import registry
from studio.errors import StudioError
from studio.image.convert import to_pixels
from studio.image.latent import truncated
from studio.image.latent_walk import Walk
from studio.tasks.explore import decoded, of_pictures
from studio.tasks.explore_request import MOST_SIDE
from studio.tasks.film import MP4, check_film, film
from studio.tasks.film_sound import FilmMusic, film_sound
from studio.work import Step, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmRequest:
    """Which walk through the space of which model becomes which film.

    ``side`` is that of the pictures, which are enlarged to it, 0 for the model's own.
    ``truncation`` 1 leaves the latents as they are. ``music`` is for an MP4.
    """

    model: str
    walk: Walk
    target: Path
    side: int = 0
    truncation: float = 1.0
    music: FilmMusic | None = None
    force: bool = False

    def __post_init__(self) -> None:
        if self.side and not 16 <= self.side <= MOST_SIDE:
            raise StudioError(f"The side of a film lies between 16 and {MOST_SIDE} pixels.")
        if self.music is not None and self.target.suffix.lower() != MP4:
            raise StudioError("Only a film that ends in .mp4 carries music.")


@dataclass(frozen=True, slots=True)
class Filmed:
    """A film that was written: how many frames it has, and how many seconds it lasts."""

    target: Path
    frames: int
    seconds: float


def walk_film(request: FilmRequest, *, device: str = "cpu") -> Work[Filmed]:
    """Write the film, a step and a preview for each frame.

    Whatever ends the work before, nothing is left behind. Raises StudioError for a model of
    melodies, a keyframe of another length, a target that cannot be, and as ``registry.latent`` and
    `film_sound` do.
    """
    walk = request.walk
    check_film(request.target, request.force, walk.rate)
    yield Step(0, walk.frames, "getting ready")
    network = of_pictures(registry.latent(request.model, device).network)
    size = network.config.latent
    walk.check(size)
    seconds = walk.frames / walk.rate
    sound = None if request.music is None else film_sound(request.music, seconds)
    with film(request.target, walk.rate, force=request.force, loop=walk.loop, sound=sound) as made:
        for number in range(walk.frames):
            latents = truncated(walk.latents(size, number, number + 1), request.truncation)
            pixels = to_pixels(decoded(network, latents, request.side)[0])
            made.add(pixels)
            shown = partial(np.copy, pixels)
            yield Step(number + 1, walk.frames, "filming", preview=shown)
    return Filmed(request.target, walk.frames, seconds)
