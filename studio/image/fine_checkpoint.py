"""A Fine run's checkpoint: a file that holds its tensors and says which run it belongs to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from studio.errors import UnreadableFile

_DAMAGED = (
    *(OSError, KeyError, ValueError, TypeError, IndexError, OverflowError, RecursionError),
    SafetensorError,
)


def write(path: Path, tensors: Mapping[str, Tensor], notes: Mapping[str, Any]) -> None:
    """Write the tensors and the notes; the file is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    contiguous = {name: value.detach().cpu().contiguous() for name, value in tensors.items()}
    save_file(contiguous, partial, {"run": json.dumps(notes)})
    partial.replace(path)


class Saved:
    """What an open checkpoint holds."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.notes: dict[str, Any] = json.loads((file.metadata() or {})["run"])

    def fill(self, tensors: Mapping[str, Tensor]) -> None:
        """Copy the saved values into tensors of those names, whose shapes they must have."""
        for name, pattern in tensors.items():
            value = self._file.get_tensor(name)
            if value.shape != pattern.shape or not bool(value.isfinite().all()):
                raise ValueError("another shape")
            pattern.copy_(value)

    def below(self, prefix: str) -> dict[str, Tensor]:
        """The tensors whose names begin with ``prefix``, by the rest of their names."""
        names = [name for name in self._file.keys() if name.startswith(prefix)]  # noqa: SIM118
        return {name.removeprefix(prefix): self._file.get_tensor(name) for name in names}


@contextmanager
def reading(path: Path) -> Iterator[Saved]:
    """Open a file that ``write`` wrote.

    Raises UnreadableFile for a damaged file, and for what the body stumbles over in it.
    """
    try:
        with safe_open(path, "pt") as file:
            yield Saved(file)
    except _DAMAGED as problem:
        raise UnreadableFile(
            f"The checkpoint {path.name} is damaged; the work starts anew once it is removed."
        ) from problem
