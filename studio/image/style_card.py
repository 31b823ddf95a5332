"""Style is statistics: a card holds what the engines need of a picture, and never the picture.

A card is one safetensors file. Its metadata name the work; its tensors are, for one encoder and a
ladder of sizes, the upper triangles of the Gram matrices and the channel means (float16), the mean
and covariance of the colours, and a thumbnail that the studio rendered in the style, as JPEG. Other
engines add tensors under names of their own. This module reads the words and the thumbnail without
torch; ``studio.image.style_statistics`` reads and measures the rest.
"""

from __future__ import annotations

import hashlib
import io
import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from safetensors import SafetensorError, safe_open

from studio.errors import UnreadableFile
from studio.paths import data_dir, resources

logger = logging.getLogger(__name__)

CARD_SUFFIX = ".card.safetensors"
CARD_VERSION = 1
MOST_BYTES = 32 * 2**20
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


@dataclass(frozen=True, slots=True, eq=False)
class CardInfo:
    """A style as the gallery shows it."""

    id: str
    title: str
    artist: str
    year: str
    path: Path
    sha256: str
    thumbnail: NDArray[np.uint8]
    """(H, W, 3), rendered by the studio in this style."""
    own: bool
    """Made by the user, not bundled."""


def bundled_folder() -> Path:
    """Where the studio's own cards lie."""
    return resources() / "styles"


def own_folder() -> Path:
    """Where the user's cards lie."""
    return data_dir() / "styles"


def list_cards() -> tuple[CardInfo, ...]:
    """Every readable card: the bundled ones by title, then the user's; a bundled id wins."""
    cards: dict[str, CardInfo] = {}
    for path in _card_paths():
        try:
            info = read_info(path)
        except UnreadableFile as problem:
            logger.info("%s", problem)
            continue
        cards.setdefault(info.id, info)
    return tuple(sorted(cards.values(), key=lambda card: (card.own, card.title.casefold())))


def card_problems() -> tuple[str, ...]:
    """A sentence for every card that cannot be used."""
    problems = []
    for path in _card_paths():
        try:
            read_info(path)
        except UnreadableFile as problem:
            problems.append(str(problem))
    return tuple(problems)


def find_card(identifier: str) -> CardInfo | None:
    """The card of that id, or None."""
    for folder in (bundled_folder(), own_folder()):
        path = folder / f"{identifier}{CARD_SUFFIX}"
        if _IDENTIFIER.fullmatch(identifier) and path.is_file():
            return read_info(path)
    return next((card for card in list_cards() if card.id == identifier), None)


def read_info(path: Path) -> CardInfo:
    """Read a card's words and thumbnail; raises UnreadableFile for what is not a sound card."""
    try:
        status = path.stat()
    except (OSError, ValueError) as problem:  # ValueError: characters that no name can have
        reason = getattr(problem, "strerror", None) or "unreadable"
        raise UnreadableFile(f"The style card “{path.name}” cannot be read: {reason}.") from None
    return _read_info(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=512)
def _read_info(path: Path, _changed: int, size: int) -> CardInfo:
    try:
        if size > MOST_BYTES:
            raise ValueError("too large")
        with safe_open(path, "numpy") as file:
            words = card_words(file.metadata())
            text = {key: str(words[key])[:200] for key in ("id", "title", "artist", "year")}
            packed = file.get_tensor("thumbnail")
        with Image.open(io.BytesIO(packed.tobytes()), formats=("JPEG",)) as opened:
            if max(opened.size) > 1024:
                raise ValueError("thumbnail too large")
            thumbnail = np.asarray(opened.convert("RGB"))
        with path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as problem:
        reason = problem.strerror or "it is damaged"
        raise UnreadableFile(f"The style card “{path.name}” cannot be read: {reason}.") from None
    except (
        SafetensorError,
        KeyError,
        ValueError,
        TypeError,
        Image.DecompressionBombError,
    ) as error:
        if isinstance(error, NewerCard):
            raise UnreadableFile(
                f"The style card “{path.name}” was made by a newer studio."
            ) from None
        raise UnreadableFile(
            f"The style card “{path.name}” is damaged or no style card."
        ) from error
    thumbnail.flags.writeable = False
    own = bundled_folder() not in path.parents
    return CardInfo(**text, path=path, sha256=sha256, thumbnail=thumbnail, own=own)


class NewerCard(ValueError):
    """The card's version is above what this studio reads."""


def card_words(metadata: Mapping[str, str] | None) -> dict[str, Any]:
    """Check and return the words of a card; raises ValueError, KeyError or TypeError."""
    try:
        words = json.loads((metadata or {})["klangbild_card"])
        version = int(words["version"])
    except (OverflowError, RecursionError) as problem:
        raise ValueError("numbers or nesting out of bounds") from problem
    if version > CARD_VERSION:
        raise NewerCard("newer")
    if not _IDENTIFIER.fullmatch(words["id"]):
        raise ValueError("no identifier")
    if not isinstance(words["title"], str) or not words["title"].strip():
        raise ValueError("no title")
    return dict(words)


def identifier_for(title: str) -> str:
    """A file name's worth of a title: lower-case letters, digits and hyphens."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:48].strip("-")
    return slug or "style-" + hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _card_paths() -> list[Path]:
    paths = []
    for folder in (bundled_folder(), own_folder()):
        if folder.is_dir():
            paths += sorted(p for p in folder.iterdir() if p.name.endswith(CARD_SUFFIX))
    return paths
