"""Films painted frame by frame, by the engines that paint in one pass; to ask takes no torch.

Every frame has the same ground under its paint, whose grain does not move, and the same painter;
none is rounded before it is painted, so that nothing flickers.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.tasks.calibration import recall, remember
from studio.tasks.style_cost import plan, seconds_a_step
from studio.tasks.style_request import SMALLEST_SIZE, StyleChoice, StyleRequest
from studio.work import Step, Work

if TYPE_CHECKING:
    from torch import Tensor

    from studio.device import Device
    from studio.tasks.style_one_pass import Brushes

ENGINES = ("instant", "fast")
USUAL_SIDE = 512
"""The side of a painted film where nobody says otherwise: what the networks learned on."""
_MEASURED = 5  # frames after which it is known how quick this machine is
_FILM = "film {engine}"  # the name of that in the table of speeds
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class FilmPaint:
    """The styles that paint every frame, and the engine: StudioError for one that takes long."""

    styles: tuple[StyleChoice, ...]
    engine: str = "instant"

    def __post_init__(self) -> None:
        if self.engine not in ENGINES:
            raise StudioError(
                "Only Instant and Fast paint films: the others take minutes for every frame. "
                "Choose one of these, or paint a still."
            )
        if not self.styles:
            raise StudioError("Choose a style to paint with.")

    def request(self, side: int) -> StyleRequest:
        """What is asked for each frame; StudioError for a side that is too small."""
        if side < SMALLEST_SIZE:
            raise StudioError(
                f"A painted film has a side of {SMALLEST_SIZE} pixels at least; choose more."
            )
        return StyleRequest(styles=self.styles, engine=self.engine, size=side)

    def seconds(self, frames: int, side: int) -> float:
        """How long it will take, by what was measured on this machine."""
        measured = recall("speed").get(_FILM.format(engine=self.engine))
        return frames * (measured or seconds_a_step(self.engine)) * _millions(self.request(side))


@dataclass(slots=True, eq=False)
class FramePainter:
    """Paints one frame after the other; belongs to one thread. ``ready`` comes first."""

    request: StyleRequest
    device: Device
    _brushes: Brushes | None = None
    _spent: list[float] = field(default_factory=list)

    @property
    def models(self) -> Mapping[str, str]:
        """The checksums of what it paints with."""
        return {} if self._brushes is None else self._brushes.models

    def ready(self) -> Work[None]:
        """Load the networks and styles; raises as painting a still does."""
        from studio.image.memory import keep_for_the_next
        from studio.tasks.style_one_pass import make_brushes

        keep_for_the_next()
        plan(self.request, (self.request.size, self.request.size))
        self._brushes = yield from make_brushes(self.request, self._base, self.device)

    def paint(self, frame: Tensor, step: Step) -> Work[Pixels]:
        """A frame (3, S, S) in [0, 1] painted at the request's size; steps come between parts."""
        import torch

        from studio.image.convert import to_pixels
        from studio.image.enlarge import moving_ground
        from studio.image.scale_true import paint_true
        from studio.tasks.style_one_pass import finished, weights_of

        assert self._brushes is not None, "ready comes first"
        began = time.perf_counter()
        side = self.request.size
        paper = moving_ground(frame.permute(1, 2, 0).cpu().numpy(), side)
        content = torch.from_numpy(paper).permute(2, 0, 1)[None].to(self.device.device)
        weights, painter = weights_of(self.request), self._brushes.painter
        yield step
        if self._base == (side, side):
            painter.begin(content)
            yield step
            picture = painter.whole(weights)
        else:
            tile = plan(self.request, (side, side)).tile
            work = paint_true(painter, content, self._base, weights, tile)
            while True:
                try:
                    next(work)
                except StopIteration as end:
                    picture = end.value
                    break
                yield step
        painted = to_pixels(finished(picture, content, self.request))
        self._measure(time.perf_counter() - began)
        return painted

    def _measure(self, seconds: float) -> None:
        """Keep what a frame takes, for what is foretold next."""
        self._spent.append(seconds)
        if len(self._spent) == _MEASURED:
            middle = sorted(self._spent)[_MEASURED // 2] / _millions(self.request)
            remember("speed", _FILM.format(engine=self.request.engine), middle)

    @property
    def _base(self) -> tuple[int, int]:
        return _base(self.request)


def _base(request: StyleRequest) -> tuple[int, int]:
    from studio.image.one_pass_plan import base_size

    return base_size(request.engine, (request.size, request.size), request.style_size)


def _millions(request: StyleRequest) -> float:
    """Millions of pixels that go through the network for a frame."""
    from studio.image.one_pass_plan import pixels_painted

    return pixels_painted((request.size, request.size), _base(request)) / 1e6
