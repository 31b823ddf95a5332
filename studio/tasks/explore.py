"""Explores latent spaces of pictures: what stands at latents, as stills, films and strips."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from studio import registry
from studio.errors import StudioError
from studio.image.convert import resize, to_pixels, to_tensor
from studio.image.gan import Generator
from studio.image.inversion import InversionPlan, invert
from studio.image.latent import Directions, Latent, principal, seeded
from studio.image.picture_file import read_picture
from studio.image.vae import Vae
from studio.jobs import Step, Work
from studio.music.music_vae import MusicVae
from studio.tasks.explore_request import ExploreRequest
from studio.training.picture_sets import tiled

PictureNetwork = Vae | Generator
Pixels = NDArray[np.uint8]
_PROBED = 2048  # latents of which the first layer's directions are found
_AT_ONCE = 4


def of_pictures(network: Vae | Generator | MusicVae) -> PictureNetwork:
    """The network back, where it makes pictures; StudioError otherwise."""
    if isinstance(network, MusicVae):
        raise StudioError("This model writes melodies; choose a name that ends in .mid.")
    return network


def explore(
    request: ExploreRequest,
    *,
    device: str = "cpu",
    tell: Callable[[Pixels], None] | None = None,
    sheet: bool = True,
) -> Work[Pixels]:
    """Make what is asked for and return it as one picture, in rows; steps are a picture or few.

    With ``tell`` each picture is given to it as it is made; without ``sheet`` the last alone is
    returned, so that a long walk needs no more memory than a frame.
    """
    network = of_pictures(registry.latent(request.model, device).network)
    ends = None
    if request.between is not None:
        found = []
        for path in request.between:
            found.append((yield from place_of(network, path)))
        ends = np.stack(found)
    made: list[Tensor] = []
    for first in range(0, request.count, _AT_ONCE):
        latents = request.latents(network.config.latent, first, first + _AT_ONCE, ends)
        pictures = decoded(network, latents, request.side)
        if tell is not None:
            for picture in pictures:
                tell(to_pixels(picture))
        made = [*made, pictures] if sheet else [pictures[-1:]]
        done = min(first + _AT_ONCE, request.count)
        yield Step(done, request.count, "decoding", preview=partial(to_pixels, pictures[-1]))
    return tiled(torch.cat(made), request.columns if sheet else 1)


@torch.no_grad()
def decoded(network: PictureNetwork, latents: Latent, side: int = 0) -> Tensor:
    """Pictures (N, 3, S, S) of latents (N, L), resized to ``side`` where there is one."""
    device = next(network.parameters()).device
    pictures = network.decode(torch.from_numpy(latents).to(device)).cpu()
    return resize(pictures, (side, side)) if side else pictures


def place_of(network: PictureNetwork, path: Path) -> Work[Latent]:
    """The latent of a picture file; raises as ``read_picture`` does."""
    picture = squared(to_tensor(np.asarray(read_picture(path).pixels)), network.config.side)
    return (yield from place_of_picture(network, picture))


def place_of_picture(
    network: PictureNetwork, picture: Tensor, plan: InversionPlan | None = None
) -> Work[Latent]:
    """The latent of a picture (1, 3, S, S): by the encoder, or by searching for it.

    A search yields previews of what is found until now, beside the latent as ``so_far``.
    """
    if isinstance(network, Vae):
        yield Step(0, 1, "finding the picture", 0.0)
        return _encoded(network, picture)
    encoder = registry.encoder("studio").network
    work = invert(network, picture, network.config.latent, plan, encoder=encoder)
    while True:
        try:
            found = next(work)
        except StopIteration as end:
            latent: Latent = end.value.latent.numpy()
            return latent
        yield Step(
            found.done,
            found.total,
            "searching for the picture",
            preview=partial(to_pixels, found.picture),
            figures={"distance": found.distance},
            so_far=found.latent.numpy(),
        )


@torch.no_grad()
def _encoded(network: Vae, picture: Tensor) -> Latent:
    device = next(network.parameters()).device
    found: Latent = network.find(picture.to(device))[0].cpu().numpy()
    return found


def squared(picture: Tensor, side: int) -> Tensor:
    """The middle of a picture (1, 3, H, W) as a square of this side."""
    height, width = picture.shape[-2:]
    edge = min(height, width)
    top, left = (height - edge) // 2, (width - edge) // 2
    cut = picture[..., top : top + edge, left : left + edge]
    return resize(cut, (side, side)).clamp(0, 1)


@torch.no_grad()
def directions(network: Vae | Generator | MusicVae, count: int = 16) -> Directions:
    """The principal directions of a network, a deviation each.

    Those of a generator are found of what its first layer makes of latents; those of the others are
    the axes of their space, which lie in order of strength.
    """
    size = network.config.latent
    if isinstance(network, Generator):
        latents = np.stack([seeded(number, size) for number in range(_PROBED)])
        return principal(latents, network.first(torch.from_numpy(latents)).numpy(), count)
    lengths = network.spread.norm(dim=1).double().square().numpy()
    steps = np.eye(size, dtype=np.float32)[:count]
    return Directions(np.zeros(size, np.float32), steps, (lengths / lengths.sum())[:count])
