"""Finds the place of a picture in a latent space: at once by the encoder, or by searching."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.document.layer import Pixels, small
from studio.errors import StudioError
from studio.jobs import Step, Work
from studio.tasks.latent_place import LatentPlace

if TYPE_CHECKING:
    from studio.image.inversion import InversionPlan

_SPARE = 4  # how many times larger than the network's pictures the picture is looked at


def find_place(
    picture: Pixels,
    place: LatentPlace,
    plan: InversionPlan | None = None,
    device: str = "cpu",
) -> Work[LatentPlace]:
    """Where the middle square of ``picture`` (H, W, 3|4) is in the space of ``place``'s model.

    ``plan`` says how long is searched where there is no encoder; the steps preview what is found
    until now. The result is told, and nothing leads away from it. Raises StudioError where the
    model writes melodies, and as ``registry.latent``.
    """
    yield Step(0, 1, "loading", 0.0)
    from studio import registry
    from studio.image.convert import to_tensor
    from studio.music.music_vae import MusicVae
    from studio.tasks.explore import place_of_picture, squared

    network = registry.latent(place.model, device).network
    if isinstance(network, MusicVae):
        raise StudioError("This model writes melodies; choose one of pictures to find a picture.")
    side = network.config.side
    seen = squared(to_tensor(small(_middle(picture), _SPARE * side)), side)
    latent = yield from place_of_picture(network, seen, plan)
    told = tuple(float(number) for number in latent)
    return replace(
        place, told=told, amounts=(), truncation=1.0, wander=0.0, turns=0.0, x=0.0, y=0.0
    )


def _middle(picture: Pixels) -> Pixels:
    """The middle square, without alpha."""
    height, width = picture.shape[:2]
    edge = min(height, width)
    top, left = (height - edge) // 2, (width - edge) // 2
    cut: Pixels = picture[top : top + edge, left : left + edge, :3]
    return cut
