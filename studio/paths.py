"""Where the studio's files live, and how a file is written so that it is whole or not there."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs

from studio.errors import AlreadyExists, StudioError, Unavailable

_HOME = "KLANGBILD_HOME"
_NAME = "klangbild"
_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of icons, style cards, sample material and translations."""
    return _shipped("resources")


def models() -> Path:
    """The folder of the networks that ship with the studio."""
    return _shipped("models")


def _shipped(name: str) -> Path:
    """A folder inside an installed package, else beside the package in a checkout."""
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise Unavailable(f"The studio's folder “{name}” is missing; please install Klangbild again.")


def config_dir() -> Path:
    """The folder of the settings. It need not exist: see `made`."""
    return _own("config") or platformdirs.user_config_path(_NAME, appauthor=False)


def data_dir() -> Path:
    """The folder of what the user made and would miss: their own style cards and models."""
    return _own("data") or platformdirs.user_data_path(_NAME, appauthor=False)


def cache_dir() -> Path:
    """The folder of what can be made or fetched again."""
    return _own("cache") or platformdirs.user_cache_path(_NAME, appauthor=False)


def state_dir() -> Path:
    """The folder of recovery files, checkpoints and logs."""
    return _own("state") or platformdirs.user_state_path(_NAME, appauthor=False)


def _own(name: str) -> Path | None:
    """The folder below $KLANGBILD_HOME, where that is set: for tests and portable installs."""
    home = os.environ.get(_HOME)
    return Path(home).expanduser().absolute() / name if home else None


def made(folder: Path) -> Path:
    """Make the folder and those above it where they lack, and return it; else a `StudioError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise StudioError(_sentence(folder, error)) from error
    return folder


@contextmanager
def replacing(path: Path | str, *, force: bool = False) -> Iterator[Path]:
    """Give a temporary file beside ``path``, which takes its place when the block ends well.

    The content is on the disk before the name changes, so after a crash there is the old file or
    the new one. The temporary file has the suffix of ``path`` and never stays behind. A symbolic
    link is followed; an existing file keeps its permissions.

    Raises `AlreadyExists` where there is a file and not ``force``, even one that came while the
    block ran, and `StudioError` for every `OSError`, those of the block included.
    """
    asked = Path(path)
    temporary: Path | None = None
    try:
        if not force and os.path.lexists(asked):
            raise AlreadyExists(_exists(asked))
        target = _followed(asked)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(asked))
        temporary = _new_file_beside(target)
        yield temporary
        _sync(temporary, os.O_RDWR)
        if force:
            os.replace(temporary, target)
        else:
            _move_without_replacing(temporary, target)
        if os.name == "posix":
            with suppress(OSError):  # some file systems cannot sync a folder
                _sync(target.parent, os.O_RDONLY)
    except OSError as error:
        raise StudioError(_sentence(asked, error)) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _followed(path: Path) -> Path:
    """The file itself where ``path`` is a link to it."""
    try:
        return Path(os.path.realpath(path))
    except ValueError as error:  # characters that no name can have
        raise StudioError(_sentence(path, error)) from error


def _new_file_beside(target: Path) -> Path:
    """Make an empty file with the permissions that ``target`` has or would get."""
    temporary = target.with_name(f".{_NAME}-{secrets.token_hex(6)}{target.suffix[:16]}")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    with suppress(OSError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    return temporary


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _move_without_replacing(temporary: Path, target: Path) -> None:
    """Give the file its name unless another has it, whoever came first."""
    try:
        try:
            os.link(temporary, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links: claim the name, then fill it
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            try:
                os.replace(temporary, target)
            except OSError:
                target.unlink()
                raise
    except FileExistsError as error:
        raise AlreadyExists(_exists(target)) from error


def _exists(path: Path) -> str:
    return f"“{path}” exists already; choose another name or allow it to be replaced."


def _sentence(path: Path, error: OSError | ValueError) -> str:
    """What kept ``path`` from being written and what to do about it."""
    code = error.errno if isinstance(error, OSError) else None
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"“{path}” may not be written: the folder or file is protected; choose another."
    if code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"“{path}” could not be written: the disk is full; free some space and try again."
    if code in (errno.ENOENT, errno.ENOTDIR):
        return f"“{path}” could not be written: there is no such folder; choose another."
    if code == errno.EISDIR:
        return f"“{path}” is a folder; choose a file name."
    if code == errno.ENAMETOOLONG:
        return f"“{path}” could not be written: the name is too long; choose a shorter one."
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error) or "unknown"
    return f"“{path}” could not be written: {reason}; try again or choose another place."
