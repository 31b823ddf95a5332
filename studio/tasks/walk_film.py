"""A walk through a latent space as a film, with the music it goes to."""

from __future__ import annotations

from functools import partial

import numpy as np

from studio import registry
from studio.device import choose
from studio.image.convert import to_pixels
from studio.image.enlarge import at_side
from studio.image.latent import truncated
from studio.tasks.explore import decoded, of_pictures
from studio.tasks.film import check_film, film
from studio.tasks.film_paint import FramePainter
from studio.tasks.film_request import Filmed, FilmRequest
from studio.tasks.film_sound import film_sound
from studio.work import Step, Work


def walk_film(request: FilmRequest, *, device: str = "cpu") -> Work[Filmed]:
    """Write the film, a step and a preview for each frame; painted, some steps more.

    Whatever ends the work before, nothing is left behind. Raises StudioError for a model of
    melodies, a keyframe of another length, a target that cannot be, and as ``registry.latent`` and
    `film_sound` do, and as painting a still does where it is painted.
    """
    walk = request.walk
    check_film(request.target, request.force, walk.rate)
    yield Step(0, walk.frames, "getting ready")
    network = of_pictures(registry.latent(request.model, device).network)
    size = network.config.latent
    walk.check(size)
    seconds = walk.frames / walk.rate
    painter, doing = None, "filming"
    if request.paint is not None:
        doing = "painting"
        painter = FramePainter(request.paint.request(request.painted_side), choose())
        yield from painter.ready()
    sound = None if request.music is None else film_sound(request.music, seconds)
    with film(request.target, walk.rate, force=request.force, loop=walk.loop, sound=sound) as made:
        for number in range(walk.frames):
            latents = truncated(walk.latents(size, number, number + 1), request.truncation)
            dream = decoded(network, latents)[0]
            if painter is not None:
                pixels = yield from painter.paint(dream, Step(number, walk.frames, doing))
            else:
                pixels = to_pixels(dream)
                if request.side:
                    pixels = at_side(pixels, request.side)
            made.add(pixels)
            shown = partial(np.copy, pixels)
            yield Step(number + 1, walk.frames, doing, preview=shown)
    return Filmed(request.target, walk.frames, seconds)
