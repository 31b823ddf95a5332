"""A film as a folder of numbered PNG pictures, which is whole or as it was before."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.errors import AlreadyExists, StudioError

_FRAME = re.compile(r".*-\d{4,}\.png")


class PngFrames:
    """Writes NAME-0001.png, NAME-0002.png and so on."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._count = 0

    def add(self, pixels: NDArray[np.uint8]) -> None:
        """Write the next picture."""
        self._count += 1
        path = self._folder / f"{self._name}-{self._count:04d}.png"
        Image.fromarray(pixels).save(path, compress_level=4)


def has_files(folder: Path) -> bool:
    """Whether frames would come among other files there."""
    return any(folder.iterdir())


@contextmanager
def replacing_folder(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a temporary folder beside ``path`` whose files come there when the block ends well.

    Of a folder that is there already, ``force`` takes away the frames and no other file. Raises
    `AlreadyExists` without it, unless that folder is empty, and StudioError for every `OSError`.
    """
    temporary = path.absolute().with_name(f".{path.name}-{secrets.token_hex(6)}")
    try:
        if path.exists() and not path.is_dir():
            raise StudioError(f"“{path}” is a file; choose the name of a folder.")
        temporary.mkdir()
        yield temporary
        if path.is_dir() and has_files(path):
            if not force:
                raise AlreadyExists(f"There are files in “{path}” already; choose another folder.")
            _take_away(path)
        path.mkdir(exist_ok=True)
        for one in sorted(temporary.iterdir()):
            one.replace(path / one.name)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StudioError(f"“{path}” could not be written: {reason}.") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _take_away(folder: Path) -> None:
    for one in folder.iterdir():
        if one.is_file() and one.name.startswith(folder.name) and _FRAME.fullmatch(one.name):
            one.unlink()
