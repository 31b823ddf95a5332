"""Which kind of space a weight file holds, pictures or melodies, without loading the network."""

from __future__ import annotations

import json
from functools import lru_cache

from studio.registry import ModelSpec

_FLAT = 2  # bars up to which the likeliest melody is a good one
_FREE = 0.5
_MOST_HEADER = 1 << 24  # bytes


def sounds(spec: ModelSpec) -> bool:
    """Whether the model writes melodies; a file that cannot be read is taken for pictures."""
    try:
        status = spec.path.stat()
    except OSError:
        return False
    return _kind(str(spec.path), status.st_mtime_ns)[0] == "music_vae"


def usual_temperature(spec: ModelSpec) -> float:
    """How freely its melodies are best drawn: the likeliest of many bars hardly moves."""
    try:
        status = spec.path.stat()
    except OSError:
        return 0.0
    return _FREE if _kind(str(spec.path), status.st_mtime_ns)[1] > _FLAT else 0.0


@lru_cache(maxsize=256)
def _kind(path: str, changed: int) -> tuple[str, int]:
    """The first word of the configuration in a file's header, and its bars; else empty and 0."""
    try:
        with open(path, "rb") as file:
            length = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(min(length, _MOST_HEADER)))
        ((kind, sizes),) = json.loads(header["__metadata__"]["config"]).items()
        return str(kind), int(sizes.get("bars", 0))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "", 0
