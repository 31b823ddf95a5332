"""A zip file read without trust: names, sizes and ratios are checked before a byte is unpacked."""

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

from studio.document.json_value import cleaned
from studio.errors import StudioError, UnreadableFile

MOST_ENTRIES = 20_000
_MOST_DIRECTORY = MOST_ENTRIES * 256  # bytes; our own entries take about 60
_MOST_RATIO = 200  # of an entry that some other tool deflated; ours are stored
_RATIO_COUNTS_FROM = 2**20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"^[A-Za-z]:")


class Archive:
    """The entries of a zip file that passed the checks; made by ``open_archive``."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._entries = {info.filename: info for info in file.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def size(self, name: str) -> int:
        """What the zip declares that the entry takes when unpacked; 0 if it is not there."""
        info = self._entries.get(name)
        return 0 if info is None else info.file_size

    def read(self, name: str, most: int) -> bytes:
        """Unpack one entry, StudioError if it is not there or larger than ``most`` bytes.

        What the zip declares and what really comes out must agree, checksum included.
        """
        info = self._entries.get(name)
        if info is None:
            raise StudioError(f"Its part {cleaned(name, 80)} is missing.")
        if info.file_size > most:
            raise StudioError(f"Its part {cleaned(name, 80)} is larger than it can be.")
        with _said_plainly(), self._file.open(info) as entry:
            data = entry.read(info.file_size + 1)
        if len(data) != info.file_size:
            raise StudioError(f"Its part {cleaned(name, 80)} is cut off.")
        return data


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a zip file, check its directory, and give its entries; nothing is unpacked to the disk.

    Raises UnreadableFile that names the file, also for a plain StudioError in the ``with`` block.
    """
    try:
        with _said_plainly():
            _check_file(path)
            file = zipfile.ZipFile(path)
        with file:
            _check_directory(file, path.stat().st_size)
            yield Archive(file)
    except StudioError as error:
        if type(error) is not StudioError:
            raise
        reason = str(error)
        raise UnreadableFile(
            f"“{cleaned(path.name, 120)}” cannot be opened: {reason[:1].lower()}{reason[1:]}"
        ) from error


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Turn what the zip library and the disk raise into a StudioError."""
    try:
        yield
    except FileNotFoundError:
        raise StudioError("It is not there any more.") from None
    except PermissionError:
        raise StudioError("Its permissions forbid it.") from None
    except OSError as error:
        raise StudioError(f"It cannot be read ({error.strerror or error}).") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error) as error:
        raise StudioError("It is damaged or no project at all.") from error
    except (RuntimeError, ValueError, OverflowError) as error:
        # zipfile says so of odd methods, offsets before the file and names with NULs
        raise StudioError("It is damaged or no project at all.") from error


def _check_file(path: Path) -> None:
    """Refuse what is no ordinary file, is empty, or has a directory too large to be read."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise StudioError("It is no file.")
    if found.st_size == 0:
        raise StudioError("It is empty.")
    if _directory_size(path, found.st_size) > _MOST_DIRECTORY:
        raise StudioError(f"It claims to hold more than {MOST_ENTRIES} parts.")


def _directory_size(path: Path, size: int) -> int:
    """The larger of the sizes that the two end records (APPNOTE 4.3.14, 4.3.16) declare."""
    with path.open("rb") as file:
        file.seek(max(0, size - 2**16 - 22 - 20 - 56))
        tail = file.read()
    declared = 0
    end = tail.rfind(b"PK\x05\x06")
    if 0 <= end <= len(tail) - 22:
        declared = struct.unpack_from("<L", tail, end + 12)[0]
        declared = 0 if declared == 0xFFFFFFFF else declared
    end = tail.rfind(b"PK\x06\x06")
    if 0 <= end <= len(tail) - 56:
        declared = max(declared, struct.unpack_from("<Q", tail, end + 40)[0])
    return declared


def _check_directory(file: zipfile.ZipFile, size: int) -> None:
    entries = file.infolist()
    if len(entries) > MOST_ENTRIES:
        raise StudioError(f"It holds more than {MOST_ENTRIES} parts.")
    if len({info.filename for info in entries}) != len(entries):
        raise StudioError("Two of its parts have the same name.")
    if sum(info.compress_size for info in entries) > size:
        raise StudioError("Its parts overlap, as in a file made to do harm.")
    for info in entries:
        _check_entry(info)


def _check_entry(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    outside = (
        PurePosixPath(name).is_absolute()
        or PureWindowsPath(name).is_absolute()
        or _DRIVE.match(name)
        or "\\" in name
        or "\0" in name
        or ".." in PurePosixPath(name).parts
    )
    if outside:
        raise StudioError("One of its parts has a name that leads out of the project.")
    if info.flag_bits & 0x1:
        raise StudioError("It is locked with a password.")
    if info.compress_type not in _METHODS:
        raise StudioError("It is packed in a way that projects never are.")
    if info.compress_type == zipfile.ZIP_STORED and info.file_size != info.compress_size:
        raise StudioError("The sizes of its parts contradict each other.")
    if info.file_size > max(_RATIO_COUNTS_FROM, info.compress_size * _MOST_RATIO):
        raise StudioError("One of its parts unpacks to far more than a picture can be.")


def entry(name: str, *, deflated: bool = False) -> zipfile.ZipInfo:
    """A zip entry to write: the same bytes at every time of day and on every system."""
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    info.create_system = 3  # Unix, so that the permissions below mean the same everywhere
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    return info
