"""A network on disk: weights in half precision, and a card that says where they are from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import torch
from safetensors.torch import save
from torch import Tensor

from studio.errors import StudioError, UnreadableFile
from studio.paths import replacing
from studio.weights_packed import packed

MOST_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class DataSet:
    """Pictures a network learned from: how many, and under which licence, by whom."""

    name: str
    pictures: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What a weight file is, how it was made, and how good it is; the checksum comes on writing."""

    name: str
    kind: str
    summary: str
    architecture: Mapping[str, object]
    command: str
    data: tuple[DataSet, ...]
    seed: int
    steps: int
    figures: Mapping[str, object] = field(default_factory=dict)
    teacher: Mapping[str, object] = field(default_factory=dict)
    licence: str = "MIT"
    date: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())


def card_path(weights: Path) -> Path:
    """The card that belongs to a weight file."""
    return weights.with_suffix(".json")


def write_model(
    path: Path,
    state: Mapping[str, Tensor],
    config: str,
    card: ModelCard,
    *,
    words: Mapping[str, str] | None = None,
    bits: int | None = None,
    force: bool = False,
) -> str:
    """Write the weights as float16 and the card beside them; return the weights' SHA-256.

    ``config`` is the JSON that builds the network again, ``words`` are more metadata. With ``bits``
    of 8 or 6 the large tables take half of the room or less (``studio.weights_packed``). Raises
    StudioError where a weight is not finite in half precision or a file may not be written.
    """
    tensors = {name: _halved(value.detach().cpu()).contiguous() for name, value in state.items()}
    if not all(bool(torch.isfinite(value).all()) for value in tensors.values()):
        raise StudioError("The training diverged: some weights are not finite; use a lower rate.")
    if bits is not None:
        tensors = packed(state, bits)
    metadata = {**(words or {}), "config": config, "kind": card.kind}
    content = _ordered(save(tensors, metadata))
    sha256 = hashlib.sha256(content).hexdigest()
    with replacing(path, force=force) as temporary:
        temporary.write_bytes(content)
    table = asdict(card) | {"file": path.name, "sha256": sha256}
    text = json.dumps(table, indent=2, ensure_ascii=False) + "\n"
    with replacing(card_path(path), force=force) as temporary:
        temporary.write_text(text, encoding="utf-8")
    return sha256


def _halved(value: Tensor) -> Tensor:
    """In half precision; a count stays whole, which may be beyond half's largest number."""
    return value.half() if value.is_floating_point() else value


def _ordered(content: bytes) -> bytes:
    """The file with its metadata in order: the library shuffles it, and a seed means one file."""
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])
    header["__metadata__"] = dict(sorted(header["__metadata__"].items()))
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + content[8 + size :]


def read_notes(lines: Sequence[str], file: Path | None) -> dict[str, str]:
    """Read what is said of the data sets: ``NAME=TEXT`` lines, and a JSON file of names and texts.

    A line wins over the file. Raises StudioError for a line without ``=`` and another kind of file.
    """
    notes: dict[str, str] = {}
    if file is not None:
        try:
            with file.open("rb") as opened:
                table = json.loads(opened.read(MOST_BYTES))
        except OSError as problem:
            raise UnreadableFile(f"“{file}” cannot be read: {problem.strerror}.") from None
        except (ValueError, RecursionError):
            raise UnreadableFile(f"“{file}” is not valid JSON.") from None
        if not isinstance(table, dict) or not all(isinstance(v, str) for v in table.values()):
            raise UnreadableFile(f"“{file}” should be a JSON table of data set names and texts.")
        notes |= table
    for line in lines:
        name, equals, text = line.partition("=")
        if not equals or not name.strip():
            raise StudioError(f"“{line}” should be NAME=TEXT: the data set's name and its licence.")
        notes[name.strip()] = text.strip()
    return notes
