"""A file that may hold a song: opened without trust, read whole, and what it became."""

import errno
import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from studio.errors import StudioError, UnreadableFile, WontFit
from studio.music.song import Song

MOST_BYTES: Final = 32 << 20
"""Bytes of any file of music: more is no piece of music, and would take gigabytes of memory."""
_REASONS: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.ENOENT: "is not there; it may have been moved, renamed or deleted.",
        errno.ENOTDIR: "is not there; it may have been moved, renamed or deleted.",
        errno.EACCES: "may not be read: its permissions forbid it.",
        errno.EPERM: "may not be read: its permissions forbid it.",
        errno.ELOOP: "is a link that leads in a circle; open the song itself.",
        errno.ENAMETOOLONG: "has a name that is too long for this system; shorten it.",
        errno.ENXIO: "is a device, not a file of music.",
    }
)
_HIDDEN: Final = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class SongFile:
    """A song out of a file; ``notes`` are sentences that say what was mended or left out."""

    song: Song
    notes: tuple[str, ...] = ()


class Fault(Exception):
    """What is wrong with a file, as the end of a sentence that begins with the file's name."""


def contents(path: Path, most: int = MOST_BYTES) -> bytes:
    """All bytes of a plain file; folders, pipes, devices and long files raise UnreadableFile.

    Never waits for the other end of a pipe.
    """
    with faults_of(path):
        try:
            _check_plain(path.stat().st_mode)
            with open(path, "rb", opener=_without_waiting) as stream:
                _check_plain(os.fstat(stream.fileno()).st_mode)
                data = stream.read(most + 1)
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}."
            raise Fault(_REASONS.get(error.errno or 0, reason)) from error
        except ValueError as error:  # a zero byte inside the name
            raise Fault("is not a name that a file can have.") from error
        if not data:
            raise Fault("is empty: it holds no music.")
        if len(data) > most:
            raise Fault(f"is larger than the {most >> 20} MiB that a file of music may have.")
        return data


@contextmanager
def faults_of(name: str | Path) -> Iterator[None]:
    """Turn a `Fault` of the block into UnreadableFile, and a lack of memory into WontFit.

    So does a plain StudioError: a value in the file that no song can have.
    """
    shown = shown_name(name)
    try:
        yield
    except Fault as fault:
        raise UnreadableFile(f"“{shown}” {fault}") from fault
    except MemoryError as error:
        raise WontFit(
            f"“{shown}” needs more memory than there is; close other programs and try again."
        ) from error
    except StudioError as error:
        if type(error) is not StudioError:
            raise
        said = error.sentence
        raise UnreadableFile(f"“{shown}” cannot be read: {said[:1].lower()}{said[1:]}") from error


def shown_name(path: str | Path) -> str:
    """The file's name as it can be shown: printable, on one line, at most 80 characters."""
    text = os.fspath(path)
    name = plain_text(os.path.basename(text.rstrip("/\\")) or text or ".")
    return name if len(name) <= 80 else f"{name[:48]}…{name[-31:]}"


def plain_text(text: str) -> str:
    """The text with a � in the place of everything that cannot be shown on one line."""
    return "".join("\ufffd" if unicodedata.category(c) in _HIDDEN else c for c in text)


def count_of(number: int, one: str, many: str) -> str:
    """``1 note``, ``12,000 notes``."""
    return f"{number:,} {one if number == 1 else many}"


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check_plain(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise Fault("is a folder; open a song inside it.")
    if not stat.S_ISREG(mode):
        raise Fault("is a device or a pipe, not a file of music.")
