"""Paintings that were begun and not finished: what it takes to go on with them after a quit.

Each has a folder below the checkpoints: ``job.json`` with the request, the photo when it has no
file of its own, and the checkpoint that the work itself writes.
"""

import json
import logging
import os
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.document.layer import now
from studio.document.process_life import began, lives
from studio.errors import StudioError
from studio.image.picture_file import Picture, read_picture, write_picture
from studio.jobs import Step, Work
from studio.paths import made, replacing, state_dir
from studio.tasks.style import StyleRequest

log = logging.getLogger(__name__)

VERSION = 1
_JOB, _PHOTO, _STATE = "job.json", "photo.png", "state.safetensors"
_MOST_BYTES = 1 << 20


def checkpoints() -> Path:
    """The folder that holds the unfinished paintings."""
    return state_dir() / "checkpoints"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A painting that can go on: its folder, its request, and where its photo is."""

    folder: Path
    request: StyleRequest
    photo: Path
    name: str
    created: str

    @property
    def checkpoint(self) -> Path:
        """The file that the work writes its state to and goes on from."""
        return self.folder / _STATE

    def read_photo(self) -> Picture:
        """Read the photo; raises StudioError when it is another one by now."""
        picture = read_picture(self.photo)
        if picture.sha256 != self.request.photo:
            raise StudioError(f"{self.name} has changed since it was being painted; paint it anew.")
        return picture

    def discard(self) -> None:
        """Delete the folder: the painting is done or was given up on purpose."""
        shutil.rmtree(self.folder, ignore_errors=True)


def begin(request: StyleRequest, photo: Picture, root: Path) -> Work[Unfinished]:
    """Write down what is going to be painted, so that a crash leaves something to go on with."""
    yield Step(0, 1)
    folder = root / uuid.uuid4().hex
    source = photo.path
    made(folder)
    if source is None or not source.is_file():
        source = folder / _PHOTO
        write_picture(source, photo.pixels, force=True)
    kept = Unfinished(folder, request, source, photo.name, now())
    table = {
        "version": VERSION,
        "name": kept.name,
        "created": kept.created,
        "photo": str(source),
        "request": request.to_json(),
        "process": os.getpid(),
        "started": began(),
    }
    with replacing(folder / _JOB, force=True) as temporary:
        temporary.write_text(json.dumps(table), encoding="utf-8")
    return kept


def found(root: Path) -> tuple[Unfinished, ...]:
    """The paintings that no living process works on and whose photo is there, newest first."""
    if not root.is_dir():
        return ()
    entries = [_read(folder) for folder in root.iterdir() if folder.is_dir()]
    alive = [entry for entry in entries if entry is not None and entry.photo.is_file()]
    return tuple(sorted(alive, key=lambda entry: entry.created, reverse=True))


def _read(folder: Path) -> Unfinished | None:
    path = folder / _JOB
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        table: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if table["version"] != VERSION or lives(int(table["process"]), float(table["started"])):
            return None
        return Unfinished(
            folder,
            StyleRequest.from_json(table["request"]),
            Path(str(table["photo"])),
            str(table["name"]),
            str(table["created"]),
        )
    except (OSError, ValueError, KeyError, TypeError, StudioError) as error:
        log.info("no checkpoint to go on with in %s: %s", folder, error)
        return None
