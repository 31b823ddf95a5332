"""A lock that the system lets go of when its process dies, however it dies."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

_PATIENCE = 0.2  # seconds: another instance that only looks holds the lock for far less


class ProcessLock:
    """Holds a small file locked for as long as this object and its process live.

    The lock is advisory on Linux and macOS (flock), mandatory on Windows; the file is empty.
    """

    def __init__(self, path: Path) -> None:
        """Make and lock the file. On a file system that cannot lock, ``held`` stays False."""
        self.path = path
        self._handle: int | None = None
        deadline = time.monotonic() + _PATIENCE
        while self._handle is None and time.monotonic() < deadline:
            self._handle = _take(path, os.O_RDWR | os.O_CREAT)
            if self._handle is None:
                time.sleep(_PATIENCE / 20)

    @property
    def held(self) -> bool:
        """Whether the lock was got."""
        return self._handle is not None

    def release(self) -> None:
        """Unlock and remove the file."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def __del__(self) -> None:
        if getattr(self, "_handle", None) is not None:
            os.close(self._handle)  # type: ignore[arg-type]  # unlocked, but the file stays


def is_locked(path: Path) -> bool:
    """Whether a living process holds the lock of that file."""
    if not path.exists():
        return False
    handle = _take(path, os.O_RDWR)
    if handle is None:
        return path.exists()
    os.close(handle)
    return False


def _take(path: Path, flags: int) -> int | None:
    """Open and lock the file; None when another has it or it cannot be locked."""
    try:
        handle = os.open(path, flags, 0o600)
    except OSError:
        return None
    try:
        _lock(handle)
    except OSError:
        os.close(handle)
        return None
    return handle


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
