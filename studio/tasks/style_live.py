"""Painting under the hand: what a slider, the pad or the brush changed is seen at once.

A styler keeps what the last pictures needed, since mostly only weights change from one to the next:
the photo at each size, and painters that have sensed it. One styler belongs to one thread.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from studio.device import Device, choose
from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.image.convert import fit_size
from studio.image.one_pass_plan import base_size
from studio.image.picture_file import Picture
from studio.jobs import Step, Work
from studio.tasks.style_content import Painting, content_of, with_alpha
from studio.tasks.style_cost import plan
from studio.tasks.style_one_pass import Brushes, finished, make_brushes, paint_one_pass, weights_of
from studio.tasks.style_request import TASK, StyleRequest

if TYPE_CHECKING:
    from torch import Tensor

T = TypeVar("T")

_KEPT = 4
"""Photos and painters that are kept: two sizes, now and before."""
_WHOLE = 640
"""Up to this longer side a picture is painted in one go, from what is kept."""


def can_live(request: StyleRequest) -> bool:
    """Whether the engine paints fast enough to follow the hand."""
    return request.engine != "fine" and bool(request.styles)


@dataclass(frozen=True, slots=True, eq=False)
class LivePicture:
    """What the canvas shows while the hand moves, and what it is kept as when it is kept."""

    pixels: NDArray[np.uint16]
    """(H, W, 3), or (H, W, 4) where the photo had alpha; read-only."""
    recipe: Recipe
    request: StyleRequest
    """With the size that was painted."""
    seconds: float


class LiveStyler:
    """Paints one request after the other, each at several sizes in turn."""

    def __init__(self) -> None:
        self._contents: OrderedDict[object, Tensor] = OrderedDict()
        self._brushes: OrderedDict[object, Brushes] = OrderedDict()

    def paint(
        self, request: StyleRequest, photo: Picture, sides: Sequence[int]
    ) -> Work[LivePicture]:
        """Paint at each longer side in turn, a step with its preview after each.

        Returns the last. Raises StudioError for a request that cannot be painted.
        """
        if not can_live(request):
            raise StudioError("Fine takes its time; Instant and Fast follow the hand.")

        from studio.image.memory import keep_for_the_next

        keep_for_the_next()
        began = time.perf_counter()
        request = replace(request, photo=photo.sha256)
        device = choose()
        sides = sorted({min(side, request.size) for side in sides})
        painting, asked = None, request
        for done, side in enumerate(sides, start=1):
            asked = replace(request, size=side)
            painting = yield from self._painted(asked, photo, device, side < request.size)
            look = painting.picture
            yield Step(
                done,
                len(sides),
                f"{look.shape[-1]}×{look.shape[-2]}",
                preview=lambda look=look: _pixels(look),  # type: ignore[misc]
            )
        if painting is None:
            raise ValueError("no size to paint at")

        from studio.image.convert import to_pixels

        pixels = with_alpha(to_pixels(painting.picture, np.uint16), photo)
        recipe = Recipe(
            TASK,
            asked.to_json(),
            models=painting.models,
            photo_name=photo.name,
            photo_sha256=asked.photo,
            photo_path=str(photo.path or ""),
        )
        return LivePicture(pixels, recipe, asked, time.perf_counter() - began)

    def _painted(
        self, request: StyleRequest, photo: Picture, device: Device, hasty: bool
    ) -> Work[Painting]:
        """Paint at the request's size; in haste on no more pixels than are shown."""
        width, height = photo.size
        size = fit_size((height, width), request.size)
        if max(size) > _WHOLE:
            painting = yield from paint_one_pass(request, photo, device)
            return painting
        planned = plan(request, photo.size)
        size = (planned.height, planned.width)
        base = base_size(request.engine, size, request.style_size)
        if hasty and max(base) > max(size):
            base = size
        content = self._content(request, photo, size, device)
        brushes = yield from self._set(request, content, base, device)

        from studio.image.convert import resize

        picture = resize(brushes.painter.whole(weights_of(request)), size)
        return Painting(finished(picture, content, request), brushes.models)

    def _set(
        self, request: StyleRequest, content: Tensor, base: tuple[int, int], device: Device
    ) -> Work[Brushes]:
        """Painters that have sensed this photo for these styles: kept ones, or new."""
        cards = tuple(choice.card for choice in request.styles)
        asked = (request.photo, request.size, request.engine, cards, request.style_size)
        key = (*asked, base, device.device)
        if key not in self._brushes:
            from studio.image.convert import resize

            brushes = yield from make_brushes(request, base, device)
            brushes.painter.begin(resize(content, base))
            self._brushes[key] = brushes
        return _kept(self._brushes, key)

    def _content(
        self, request: StyleRequest, photo: Picture, size: tuple[int, int], device: Device
    ) -> Tensor:
        key = (request.photo, size, device.device)
        if key not in self._contents:
            self._contents[key] = content_of(photo, request, size, device)
        return _kept(self._contents, key)


def _kept(table: OrderedDict[object, T], key: object) -> T:
    """What is kept under a key, which is now the last to be let go."""
    table.move_to_end(key)
    while len(table) > _KEPT:
        table.popitem(last=False)
    return table[key]


def _pixels(picture: Tensor) -> NDArray[np.uint8]:
    from studio.image.convert import to_pixels

    return to_pixels(picture)
