"""Recognises that memory did not suffice, on whatever device."""

from __future__ import annotations

import torch

_WORDS = ("can't allocate memory", "out of memory", "defaultcpuallocator", "not enough memory")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error says that there was no memory left, and nothing else was wrong."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    text = str(error).lower()
    return isinstance(error, RuntimeError) and any(words in text for words in _WORDS)
