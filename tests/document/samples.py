"""Small documents for the tests of this folder, the same at every run."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from studio.document.document import Document, EmbeddedCard
from studio.document.layer import Layer
from studio.document.recipe import Recipe
from studio.image.picture_file import Picture


def noise(
    height: int, width: int, channels: int = 3, dtype: type = np.uint8, seed: int = 0
) -> NDArray[np.uint8] | NDArray[np.uint16]:
    most = int(np.iinfo(dtype).max)
    return np.random.default_rng(seed).integers(
        0, most, (height, width, channels), dtype, endpoint=True
    )


def picture(name: str = "Brücke 橋.jpg", recipe: str | None = None) -> Picture:
    pixels = noise(23, 31)
    pixels.setflags(write=False)
    return Picture(
        pixels=pixels,
        name=name,
        path=Path("/pictures").absolute() / "bridge.jpg",
        recipe=recipe,
        notes=("colour profile damaged, taken as sRGB",),
    )


def recipe() -> Recipe:
    return Recipe(
        task="style",
        request={"styles": [{"card": "great-wave", "weight": 1.0}], "seed": 7, "strength": 0.6},
        models={"encoder": "ab" * 32},
        photo_name="Brücke 橋.jpg",
        photo_sha256="cd" * 32,
        photo_path="/pictures/bridge.jpg",
    )


def layer(name: str = "Great Wave", seed: int = 1, **changes: object) -> Layer:
    values: dict[str, object] = {
        "pixels": noise(19, 27, 3, np.uint16, seed),
        "name": name,
        "recipe": recipe(),
        "created": "2026-01-02T03:04:05+00:00",
        "id": f"layer-{seed}",
    }
    return Layer(**(values | changes))  # type: ignore[arg-type]


def document() -> Document:
    """A photo, four results of every kind of pixels, settings, a card."""
    return (
        Document.empty()
        .with_photo(picture(recipe='{"found": "inside"}'))
        .with_result(layer(seed=1))
        .with_result(layer("夜 · Ночь · 🌊", seed=2, pixels=noise(8, 9, 4), starred=True))
        .with_result(layer("partial", seed=3, pixels=noise(1, 1, 4, np.uint16), partial=True))
        .with_result(
            layer("", seed=4, pixels=noise(70, 3), recipe=None, opacity=0.25, blend="soft-light")
        )
        .with_shown("layer-2")
        .with_settings("style", {"strength": 0.6, "styles": ["great-wave"], "size": 512})
        .with_card(EmbeddedCard("mein-stil", b"\x00opaque\xff"))
    )
