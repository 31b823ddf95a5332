"""Instant, AdaIN and Fast as a task: painters from a request, and the picture at its full size."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio import registry
from studio.device import Device
from studio.errors import StudioError
from studio.image.one_pass_plan import amount, base_size, pixels_painted, statistics_side
from studio.image.picture_file import Picture
from studio.image.style_map import StyleMap
from studio.jobs import Step, Work
from studio.tasks.style_content import Painting, content_of
from studio.tasks.style_cost import plan, remember_speed
from studio.tasks.style_request import StyleRequest
from studio.tasks.style_sources import card_of, fast_embedding, load_styles

if TYPE_CHECKING:
    from torch import Tensor

    from studio.image.moments import Moments
    from studio.image.one_pass import Painter, Weights
    from studio.image.style_statistics import StyleStatistics


@dataclass(frozen=True, slots=True, eq=False)
class Brushes:
    """A painter for a request's styles, and the checksums of what it is made of."""

    painter: Painter
    models: Mapping[str, str]


def paint_one_pass(request: StyleRequest, photo: Picture, device: Device) -> Work[Painting]:
    """Paint in one pass at the preview's size, and what is finer in tiles at full size."""
    from studio.image.convert import to_pixels
    from studio.image.memory import keep_for_the_next, let_go
    from studio.image.scale_true import paint_true

    keep_for_the_next()
    planned = plan(request, photo.size)
    size = (planned.height, planned.width)
    base = base_size(request.engine, size, request.style_size)
    brushes = yield from make_brushes(request, base, device)
    content = content_of(photo, request, size, device)
    yield Step(0, 1, "painting", 0.0)
    spent = time.perf_counter()
    work = paint_true(brushes.painter, content, base, weights_of(request), planned.tile)
    while True:
        try:
            at = next(work)
        except StopIteration as end:
            picture = finished(end.value, content, request)
            break
        look = at.picture
        yield Step(
            at.done,
            at.total,
            "smaller tiles" if at.smaller_tiles else "painting",
            preview=lambda look=look: to_pixels(look),  # type: ignore[misc]
        )
    seconds = time.perf_counter() - spent
    if max(size) >= 512:
        remember_speed(request.engine, seconds / (pixels_painted(size, base) / 1e6))
    if max(size) > 2048:
        let_go()
    return Painting(picture, brushes.models)


def make_brushes(request: StyleRequest, base: tuple[int, int], device: Device) -> Work[Brushes]:
    """Load the networks and styles of a request that is decided at ``base``."""
    if request.engine == "fast":
        return _fast(request, device)
    brushes = yield from _instant(request, base, device)
    return brushes


def _instant(request: StyleRequest, base: tuple[int, int], device: Device) -> Work[Brushes]:
    from studio.image.one_pass import InstantPainter

    encoder = registry.encoder("studio", device.device)
    decoder = registry.instant(request.engine, device.device)
    styles, hashes = yield from load_styles(request, encoder)
    side = statistics_side(base, request.style_size)
    moments = [_moments(one, side, device) for one, _ in styles]
    models = {"encoder studio": encoder.sha256, request.engine: decoder.sha256, **hashes}
    return Brushes(InstantPainter(decoder.network, encoder.network, moments), models)


def _moments(style: StyleStatistics, side: float, device: Device) -> dict[str, Moments]:
    from studio.image.moments import Moments

    return {
        tap: Moments.of_gram(gram.to(device.device), mean.to(device.device))
        for tap, (gram, mean) in style.moments(side).items()
    }


def _fast(request: StyleRequest, device: Device) -> Brushes:
    from studio.image.one_pass import FastPainter

    rows, network = [], None
    models: dict[str, str] = {}
    for choice in request.styles:
        info = card_of(choice.card)
        found = None if info is None else fast_embedding(info, device)
        if info is None or found is None:
            title = choice.card if info is None else info.title
            raise StudioError(
                f"Fast has not learned “{title}” yet: train it, or paint it with Instant."
            )
        loaded, row = found
        if network is not None and network is not loaded:
            raise StudioError(
                f"“{info.title}” has a network of its own in Fast and cannot be mixed with "
                "others there; mix it with Instant or Fine."
            )
        network = loaded
        rows.append(row)
        models |= {f"style {info.id}": info.sha256, "fast": loaded.sha256}
    assert network is not None, "a request without styles is refused before"
    return Brushes(FastPainter(network.network, [network.photo, *rows]), models)


def weights_of(request: StyleRequest) -> Weights:
    """The photo's part and each style's, or maps of them where something is brushed."""
    total = sum(choice.weight for choice in request.styles)
    mixture = [choice.weight / total for choice in request.styles]
    share = amount(request.strength)
    brushed = StyleMap.from_text(request.style_map)
    if brushed.is_empty:
        return [1 - share, *(share * part for part in mixture)]

    import torch

    maps = torch.from_numpy(brushed.weights(mixture).copy())
    maps[1:] *= share
    maps[0] = 1 - maps[1:].sum(0)
    return maps


def finished(picture: Tensor, content: Tensor, request: StyleRequest) -> Tensor:
    """Keep the photo's colours as far as asked, and the photo itself where it was brushed."""
    from studio.image.colour import keep_colours
    from studio.image.convert import resize

    like = resize(content, (picture.shape[-2], picture.shape[-1]))
    if request.strength == 0:
        return like.clone()
    kept = keep_colours(picture, like, request.keep_colours, request.colour_method)
    brushed = StyleMap.from_text(request.style_map)
    if not brushed.planes[0].any():
        return kept

    import torch

    plane = torch.from_numpy(brushed.planes[:1].astype("float32") / 255)[None]
    return kept.lerp(like, resize(plane.to(like.device), (like.shape[-2], like.shape[-1])))
