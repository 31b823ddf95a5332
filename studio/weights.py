"""Weight files: read without trust, and known by their checksums."""

from __future__ import annotations

import hashlib
import pickle
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import UnreadableFile
from studio.weights_packed import unpacked

if TYPE_CHECKING:
    from torch import Tensor


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def readable_sha256(path: Path) -> str:
    """The SHA-256, or UnreadableFile where the file does not let itself be read."""
    try:
        return file_sha256(path)
    except OSError as problem:
        reason = problem.strerror or "it is damaged"
        raise UnreadableFile(f"The weights “{path}” cannot be read: {reason}.") from None


def read_weights(path: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    """Read tensors and metadata from safetensors, or tensors from a file of torch's.

    What was written in eight or six bits is unpacked. Nothing in the file is executed. Raises
    UnreadableFile for anything else than named tensors.
    """
    import torch
    from safetensors import SafetensorError, safe_open

    odd: tuple[type[Exception], ...]
    odd = (RuntimeError, ValueError, TypeError, AttributeError, LookupError, EOFError)
    odd += (AssertionError, struct.error)  # from torch's unpickler, for a truncated or altered file
    try:
        if path.suffix.lower() == ".safetensors":
            with safe_open(path, "pt") as file:
                tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
                return unpacked(tensors), file.metadata() or {}
        weights = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as problem:
        reason = problem.strerror or "it is no file"
        raise UnreadableFile(f"The weights “{path}” cannot be read: {reason}.") from None
    except (SafetensorError, pickle.UnpicklingError, *odd) as problem:
        raise UnreadableFile(f"“{path}” is damaged or no weight file.") from problem
    named = isinstance(weights, dict) and all(isinstance(v, torch.Tensor) for v in weights.values())
    if not named:
        raise UnreadableFile(f"“{path}” is no table of weights.")
    return dict(weights), {}
