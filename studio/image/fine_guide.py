"""Where Fine paints which style, and where it leaves the photo: a style map as tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from studio.image.style_map import StyleMap

_FULL = 255


@dataclass(frozen=True, slots=True, eq=False)
class Guide:
    """Planes of any one size, in parts of 255 that sum to 255 everywhere."""

    regions: Tensor  # (R, h, w) uint8: where each of R targets holds
    photo: Tensor | None  # (1, h, w) uint8: where the photo stays as it is

    def resized(self, size: tuple[int, int]) -> Guide:
        """The planes at (height, width)."""
        photo = None if self.photo is None else _resized(self.photo, size)
        return Guide(_resized(self.regions, size), photo)

    def to(self, device: torch.device | str) -> Guide:
        """The planes on a device."""
        photo = None if self.photo is None else self.photo.to(device)
        return Guide(self.regions.to(device), photo)

    @torch.no_grad()
    def keep(self, picture: Tensor, photo: Tensor) -> Tensor:
        """The picture (1, 3, H, W) with the photo, of the same size, where that stays."""
        if self.photo is None:
            return picture
        plane = _resized(self.photo, (picture.shape[-2], picture.shape[-1]))
        return picture.lerp(photo, plane[None].float() / _FULL)

    @torch.no_grad()
    def released(self, slope: Tensor) -> Tensor:
        """The slope of what lies under the kept photo, from the slope of what ``keep`` shows."""
        if self.photo is None:
            return slope
        return slope * (1 - self.photo[None].float() / _FULL)


def read_map(
    style_map: StyleMap, mixture: Sequence[float]
) -> tuple[Guide | None, tuple[tuple[float, ...], ...]]:
    """The guide of a map for n styles of which ``mixture`` has the weights, and its mixtures.

    Each region of the guide has a mixture of its own: a painted style alone, or, where nothing was
    painted, that of the pad; summed by the regions they are ``StyleMap.weights``. There is no guide
    where one mixture holds everywhere.
    """
    count = len(mixture)
    planes = style_map.planes[: 1 + count]
    places: dict[tuple[float, ...], Tensor] = {}
    rest = torch.from_numpy(_FULL - planes.sum(0, dtype="uint8"))
    alone = sum(weight > 0 for weight in mixture) == 1
    shares = tuple(1.0 if weight > 0 else 0.0 for weight in mixture) if alone else tuple(mixture)
    if rest.any():
        places[shares] = rest
    for style in range(count):
        plane = torch.from_numpy(planes[1 + style].copy())
        if plane.any():
            own = tuple(float(other == style) for other in range(count))
            places[own] = places[own] + plane if own in places else plane
    photo = torch.from_numpy(planes[:1].copy()) if planes[0].any() else None
    if not places:
        places[shares] = rest
    if photo is None and len(places) == 1:
        return None, tuple(places)
    return Guide(torch.stack(list(places.values())), photo), tuple(places)


def _resized(planes: Tensor, size: tuple[int, int]) -> Tensor:
    """Planes (N, h, w) of bytes at another size; a plane's 255 stays 255 away from its edge."""
    if planes.shape[-2:] == size:
        return planes
    whole = F.interpolate(planes[None].float(), size, mode="bilinear", antialias=True)[0]
    return whole.round_().clamp_(0, _FULL).to(torch.uint8)
