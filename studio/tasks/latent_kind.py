"""Which kind of space a weight file holds, pictures or melodies, without loading the network."""

from __future__ import annotations

import json
from functools import lru_cache

from studio.registry import ModelSpec

_MOST_HEADER = 1 << 24  # bytes


def sounds(spec: ModelSpec) -> bool:
    """Whether the model writes melodies; a file that cannot be read is taken for pictures."""
    try:
        status = spec.path.stat()
    except OSError:
        return False
    return _kind(str(spec.path), status.st_mtime_ns) == "music_vae"


@lru_cache(maxsize=256)
def _kind(path: str, changed: int) -> str:
    """The first word of the configuration in a file's header; empty where there is none."""
    try:
        with open(path, "rb") as file:
            length = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(min(length, _MOST_HEADER)))
        return str(next(iter(json.loads(header["__metadata__"]["config"])), ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""
