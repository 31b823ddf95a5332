"""The work of the moment, kept beside the project: offered after a crash, never deleted by itself.

One file for each process, itself a project: ``PID-START-TOKEN.studio``. Two things tell whether
its process lives, and either is enough: the lock file beside it, and the process of that number
having begun at that time (for network folders, where locks may not work).
"""

import os
import re
import secrets
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from studio.document.archive import open_archive
from studio.document.document import Document
from studio.document.fields import Fields
from studio.document.json_value import cleaned, from_json, to_json
from studio.document.layer import now
from studio.document.opening import project_table
from studio.document.process_life import began, lives
from studio.document.process_lock import ProcessLock, is_locked
from studio.document.storage import SUFFIX, save_project_steps
from studio.errors import StudioError
from studio.paths import made

_NOTE = "recovery.json"
_MOST_NOTE = 2**16
_NAME = re.compile(r"(?P<pid>\d{1,10})-(?P<start>\d{1,14})-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class RecoveryFile:
    """Work that a process left behind: open it with ``open_project(file.path)``.

    ``name`` is what the window called it, ``original`` the project it came from, None where it
    never had one. ``saved`` is in UTC, ``size`` in bytes. ``problem`` is the sentence that says
    why it cannot be opened, None when it looks whole; such a file is kept all the same.
    """

    path: Path
    name: str
    original: Path | None
    saved: datetime
    size: int
    problem: str | None = None


class Recovery:
    """The recovery files in one folder; writes this process's own and finds those of others.

    ``write`` and ``clear`` may be called from different threads: what is being written when the
    file is cleared does not come back.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: ProcessLock | None = None
        self._clearings = 0

    @cached_property
    def _own(self) -> Path:
        return self._folder / f"{_identity()}-{secrets.token_hex(4)}{SUFFIX}"

    @property
    def path(self) -> Path:
        """Where this process keeps its work; there only after ``write``."""
        return self._own

    def write(self, document: Document, original: Path | None, name: str) -> None:
        """Keep the document in place of what this process kept before, whole or not at all.

        Raises StudioError when the disk is full or the folder may not be written.
        """
        for _ in self.write_steps(document, original, name):
            pass

    def write_steps(
        self, document: Document, original: Path | None, name: str
    ) -> Generator[float, None, None]:
        """Write as ``write`` does, yielding the part that is done, 0..1."""
        clearings = self._clearings
        made(self._folder)
        if self._lock is None:
            self._lock = ProcessLock(self._own.with_suffix(".lock"))
        note = to_json(
            {
                "name": cleaned(name, 200),
                "original": None if original is None else cleaned(str(original.absolute())),
                "saved": now(),
            }
        )
        with closing(save_project_steps(self._own, document, more={_NOTE: note.encode()})) as steps:
            for part in steps:
                yield part
                if clearings != self._clearings:
                    return
        if clearings != self._clearings:
            self._remove_own()

    def clear(self) -> None:
        """Remove this process's own file: its work is saved, or was given up on purpose."""
        self._clearings += 1
        self._remove_own()

    def _remove_own(self) -> None:
        with suppress(OSError):
            self._own.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def found(self) -> list[RecoveryFile]:
        """What processes that are gone have left behind, newest first.

        Files of living processes, this one included, are not among them; damaged ones are, with
        their sentence. Reads only each file's directory, so it is quick for large projects.
        """
        try:
            paths = [path for path in self._folder.iterdir() if _is_ours(path)]
        except OSError:
            return []
        left = [_described(path) for path in paths if not _is_living(path)]
        return sorted((file for file in left if file), key=lambda file: file.saved, reverse=True)

    def set_aside(self, file: RecoveryFile) -> Path:
        """Offer the file no more but keep it, in the folder ``kept``; returns where it is now.

        For work that was restored and saved. Raises StudioError when it cannot be moved.
        """
        target = made(self._folder / "kept") / file.path.name
        try:
            os.replace(file.path, target)
        except OSError as error:
            raise StudioError(
                f"“{file.path}” could not be moved: {error.strerror or error}."
            ) from error
        _remove_lock(file.path)
        return target

    def discard(self, file: RecoveryFile) -> None:
        """Delete the file for good, because the user said so; StudioError if that fails."""
        try:
            file.path.unlink(missing_ok=True)
        except OSError as error:
            raise StudioError(
                f"“{file.path}” could not be deleted: {error.strerror or error}."
            ) from error
        _remove_lock(file.path)


def _identity() -> str:
    """This process, in a way that no later process of the same number shares."""
    return f"{os.getpid()}-{round(began() * 1000)}"


def _is_ours(path: Path) -> bool:
    """A finished file: one that was being written when its process died has a hidden name."""
    return path.suffix == SUFFIX and not path.name.startswith(".")


def _is_living(path: Path) -> bool:
    name = _NAME.fullmatch(path.stem)
    if name is not None and lives(int(name["pid"]), int(name["start"]) / 1000):
        return True
    return is_locked(path.with_suffix(".lock"))


def _described(path: Path) -> RecoveryFile | None:
    """What the file says of itself; None when it has just gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    saved = datetime.fromtimestamp(found.st_mtime, UTC)
    name, original, problem = cleaned(path.stem), None, None
    try:
        with open_archive(path) as archive:
            project_table(archive)
            if _NOTE in archive:
                note = Fields(
                    from_json(archive.read(_NOTE, _MOST_NOTE), "note", most=_MOST_NOTE), "note"
                )
                name = note.text("name", name)
                original = _original(note.optional_text("original"))
                saved = _moment(note.text("saved"), saved)
    except StudioError as error:
        problem = str(error)
    return RecoveryFile(path, name, original, saved, found.st_size, problem)


def _original(text: str | None) -> Path | None:
    if text is None or "\0" in text or not Path(text).is_absolute():
        return None
    return Path(text)


def _moment(text: str, default: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo is not None else default
    except ValueError:
        return default


def _remove_lock(path: Path) -> None:
    with suppress(OSError):
        path.with_suffix(".lock").unlink(missing_ok=True)
