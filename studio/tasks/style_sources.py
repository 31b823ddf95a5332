"""The styles that a request names, as statistics: from a card, or measured from a picture."""

from __future__ import annotations

import math
import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from studio import registry
from studio.device import Device
from studio.errors import StudioError, UnreadableFile
from studio.image.convert import resize_pixels
from studio.image.picture_file import read_picture
from studio.image.style_card import CARD_SUFFIX, CardInfo, find_card, read_info
from studio.jobs import Step, Work
from studio.paths import data_dir
from studio.tasks.style_request import StyleRequest

if TYPE_CHECKING:
    from torch import Tensor

    from studio.image.encoder import Encoder
    from studio.image.style_statistics import StyleStatistics


def load_styles(
    request: StyleRequest, loaded: registry.Loaded[Encoder]
) -> Work[tuple[list[tuple[StyleStatistics, float]], dict[str, str]]]:
    """Every chosen style's statistics with its weight, and the checksums for the recipe."""
    from studio.image.convert import to_tensor
    from studio.image.style_statistics import LARGEST, measure, read_card

    widths = {f"relu{name}": width for name, width in loaded.network.config.layers}
    styles, hashes = [], {}
    for choice in request.styles:
        info = card_of(choice.card)
        if info is not None:
            if request.encoder != "studio":
                raise StudioError(
                    f"The card “{info.title}” holds statistics for the studio's own encoder; "
                    "with VGG-19 give the picture itself as the style."
                )
            statistics = read_card(info.path, loaded.sha256, widths)
            hashes[f"style {info.id}"] = info.sha256
        else:
            picture = read_picture(choice.card)
            hashes[f"style {Path(choice.card).name}"[:200]] = picture.sha256
            pixels = picture.pixels
            if math.sqrt(picture.size[0] * picture.size[1]) > LARGEST:
                shrink = LARGEST / math.sqrt(picture.size[0] * picture.size[1])
                pixels = resize_pixels(pixels, max(1, round(max(picture.size) * shrink)))
            statistics = yield from _counted(measure(to_tensor(pixels), loaded.network))
        styles.append((statistics, choice.weight))
    return styles, hashes


def card_of(name: str) -> CardInfo | None:
    """The card of that id or file; None for a picture; StudioError for neither."""
    if name.endswith(CARD_SUFFIX):
        return read_info(Path(name))
    known = find_card(name)
    if known is None and not os.path.exists(name):  # False too for a name that no file can have
        raise UnreadableFile(f"There is no style “{name}”; “studio styles” lists them.")
    return known


def _counted(work: Generator[int, None, StyleStatistics]) -> Work[StyleStatistics]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            statistics: StyleStatistics = end.value
            return statistics
        yield Step(0, 1, "measuring the style", 0.0)


def fast_embedding(info: CardInfo, device: Device) -> tuple[registry.LoadedFast, Tensor] | None:
    """The network and the row with which Fast paints a card; None where it has not learned it.

    Bundled styles lie in the network's own file; a style trained here has its row in its card, or
    a network of its own.
    """
    from studio.image.style_statistics import read_embedding

    own = fast_network_path(info.id)
    if own.is_file():
        loaded = registry.fast(device.device, own)
        row = loaded.embeddings.get(info.id)
        return None if row is None else (loaded, row)
    loaded = registry.fast(device.device)
    row = loaded.embeddings.get(info.id)
    if row is None:
        row = read_embedding(info.path, loaded.sha256, loaded.network.config.embedding)
    return None if row is None else (loaded, row.to(device.device))


def fast_network_path(identifier: str) -> Path:
    """Where a style keeps a network of its own."""
    return data_dir() / "models" / f"fast-{identifier}.safetensors"
