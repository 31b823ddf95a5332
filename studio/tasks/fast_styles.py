"""Which styles Fast has learned, found out without torch, so that a gallery can tell."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from safetensors import SafetensorError, safe_open

from studio import registry
from studio.errors import StudioError
from studio.image.style_card import CardInfo, card_words
from studio.tasks.style_sources import fast_network_path
from studio.weights import file_sha256

logger = logging.getLogger(__name__)


def learned(cards: Iterable[CardInfo]) -> frozenset[str]:
    """The ids of the cards that Fast can paint: in its own file, in their card, or with a network
    of their own. Damaged files count as not learned; painting says what is wrong with them.
    """
    path = registry.MODELS["fast"].path
    bundled, sha256 = _network(path, *_version(path))
    return frozenset(
        card.id
        for card in cards
        if card.id in bundled
        or fast_network_path(card.id).is_file()
        or (card.own and sha256 and _network_of(card) == sha256)
    )


def _version(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=2)
def _network(path: Path, _changed: int, size: int) -> tuple[frozenset[str], str]:
    """The styles in the network's file, and the file's checksum; nothing where it is not there."""
    if not size:
        return frozenset(), ""
    try:
        with safe_open(path, "numpy") as file:
            names = json.loads((file.metadata() or {})["styles"])
        return frozenset(str(name) for name in names), file_sha256(path)
    except (OSError, SafetensorError, KeyError, ValueError, TypeError, RecursionError) as problem:
        logger.info("which styles Fast knows could not be read: %s", problem)
        return frozenset(), ""


def _network_of(card: CardInfo) -> str:
    """The checksum of the network that a card's row is for; empty where it has none."""
    try:
        with safe_open(card.path, "numpy") as file:
            fast = card_words(file.metadata()).get("fast")
    except (OSError, SafetensorError, KeyError, ValueError, TypeError, StudioError) as problem:
        logger.info("%s: %s", card.path.name, problem)
        return ""
    return str(fast.get("network", "")) if isinstance(fast, dict) else ""
