"""Frames become a film: MP4 with or without sound, GIF, or a folder of PNG pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from studio.errors import AlreadyExists, StudioError
from studio.paths import replacing
from studio.tasks.film_frames import PngFrames, has_files, replacing_folder
from studio.tasks.film_gif import Gif

if TYPE_CHECKING:
    from studio.tasks.film_mp4 import Sound

Pixels = NDArray[np.uint8]
MP4, GIF, FRAMES = ".mp4", ".gif", ""
"""How names of films end; one without an end is a folder of frames."""
FASTEST = 120.0


class Film(Protocol):
    """What takes frames (H, W, 3), all of one size, and is whole when the ``with`` ends."""

    def add(self, pixels: Pixels) -> None:
        """Take the next frame."""


def check_film(path: Path, force: bool, rate: float = 24.0) -> None:
    """Raise StudioError where no film can be written there, before anything slow."""
    if path.suffix.lower() not in (MP4, GIF, FRAMES):
        raise StudioError(
            f"“{path.name}” is no name of a film; use one in .mp4 or .gif, or that of a folder "
            "for a sequence of pictures."
        )
    if not 1 <= rate <= FASTEST:
        raise StudioError(f"A film has 1 to {FASTEST:.0f} frames a second.")
    if path.suffix.lower() == MP4:
        from studio.tasks.film_mp4 import library

        library()
    taken = has_files(path) if path.suffix == FRAMES and path.is_dir() else path.exists()
    if taken and not force:
        raise AlreadyExists(f"“{path}” exists already; choose another name or give --force.")
    if not path.absolute().parent.is_dir():
        raise StudioError(f"“{path}” could not be written: there is no such folder.")


@contextmanager
def film(
    path: Path,
    rate: float,
    *,
    force: bool = False,
    loop: bool = True,
    sound: Sound | None = None,
) -> Iterator[Film]:
    """Open a film of so many frames a second; whole or not there when the block ends.

    ``sound`` are blocks of samples for an MP4, which are cut where the pictures end, and silence
    where they end sooner. ``loop`` is for a GIF, which then begins again for ever.
    """
    check_film(path, force, rate)
    kind = path.suffix.lower()
    if kind == FRAMES:
        with replacing_folder(path, force=force) as folder:
            yield PngFrames(folder, path.name)
        return
    with replacing(path, force=force) as temporary:
        if kind == GIF:
            with temporary.open("wb") as file:
                gif = Gif(file, rate, loop)
                yield gif
                gif.close()
        else:
            from studio.tasks.film_mp4 import mp4

            with mp4(temporary, rate, sound) as made:
                yield made
