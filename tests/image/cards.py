"""Small style cards, sound and damaged, for the tiny encoder."""

import json
import struct
from collections.abc import Callable, Generator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image
from safetensors import safe_open
from safetensors.torch import save
from torch import Tensor

from studio.image.style_card import CARD_SUFFIX
from studio.image.style_statistics import StyleStatistics, measure, write_card
from tests.image.tiny import TINY, picture, tiny_encoder

ENCODER_SHA256 = "e" * 64
WIDTHS = {f"relu{name}": width for name, width in TINY.layers}
WORDS = {"id": "great-wave", "title": "神奈川沖浪裏 Große", "artist": "北斎", "year": "1831"}

T = TypeVar("T")


def result_of(work: Generator[Any, None, T]) -> T:
    """Drive a generator to its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: T = end.value
            return value


@cache
def statistics(height: int = 150, width: int = 200, seed: int = 0) -> StyleStatistics:
    """What the tiny encoder sees in a picture."""
    return result_of(measure(picture(height, width, seed), tiny_encoder()))


def thumbnail(width: int = 24, height: int = 16, kind: str = "JPEG") -> bytes:
    """A picture of one colour as it stands in a card."""
    file = BytesIO()
    Image.new("RGB", (width, height), (200, 120, 40)).save(file, kind)
    return file.getvalue()


def declared(width: int, height: int) -> bytes:
    """A JPEG whose header declares a size that its few bytes do not hold."""
    data = bytearray(thumbnail())
    at = data.index(b"\xff\xc0") + 5  # the start of frame: length, precision, height, width
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def card(folder: Path, words: Mapping[str, str] = WORDS, **changes: Any) -> Path:
    """Write a sound card into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{words['id']}{CARD_SUFFIX}"
    values = {
        "statistics": statistics(),
        "words": words,
        "thumbnail": thumbnail(),
        "encoder_sha256": ENCODER_SHA256,
    }
    write_card(path, **(values | changes))
    return path


def altered(
    path: Path,
    words: Callable[[dict[str, Any]], object] | str | None = None,
    tensors: Mapping[str, Tensor | None] | None = None,
) -> Path:
    """Change a card's words (or their JSON text) and tensors (None removes one) in place."""
    with safe_open(path, "pt") as file:
        table = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
        text = file.metadata()["klangbild_card"]
    if isinstance(words, str):
        text = words
    elif words is not None:
        values = json.loads(text)
        words(values)
        text = json.dumps(values)
    table = {k: v for k, v in (table | dict(tensors or {})).items() if v is not None}
    path.write_bytes(save(table, {"klangbild_card": text}))
    return path


def hostile_pickle(made: Path) -> bytes:
    """A pickle that would create the file ``made`` when it is loaded."""
    return b"cbuiltins\nopen\n(V" + str(made).encode() + b"\nVw\ntR."
