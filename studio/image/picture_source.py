"""Opening what may be a picture: only plain files, told apart by what they hold."""

import errno
import os
import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from PIL import Image

from studio.errors import UnreadableFile

HEAD: Final = 4096
MOST_BYTES: Final = 1 << 31
READABLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        ".jpg": "JPEG", ".jpeg": "JPEG", ".jpe": "JPEG", ".jfif": "JPEG",
        ".png": "PNG", ".webp": "WebP", ".tif": "TIFF", ".tiff": "TIFF",
        ".heic": "HEIC", ".heif": "HEIC", ".hif": "HEIC", ".avif": "AVIF", ".gif": "GIF",
    }
)  # fmt: skip
WRITABLE: Final[Mapping[str, str]] = MappingProxyType(
    {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WebP", ".tif": "TIFF",
     ".tiff": "TIFF"}
)  # fmt: skip

# What the decoders raise when a file is not as it should be; anything else is a bug of ours.
DECODER_ERRORS: Final = (
    OSError,
    ValueError,
    TypeError,
    LookupError,
    RuntimeError,
    SyntaxError,  # Pillow's word for "not my format"
    EOFError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    ImportError,  # a codec that the installed imagecodecs was built without
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)

_MAGIC: Final = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
)
_HEIC_BRANDS: Final = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_OTHERS: Final = (
    (b"BM", "a Windows bitmap"),
    (b"8BPS", "a Photoshop document"),
    (b"%PDF", "a PDF document"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
    (b"PK\x03\x04", "a zip archive"),
    (b"MThd", "a MIDI file"),
)
_REASONS: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.ENOENT: "is not there; it may have been moved, renamed or deleted.",
        errno.ENOTDIR: "is not there; it may have been moved, renamed or deleted.",
        errno.EACCES: "may not be read: its permissions forbid it.",
        errno.EPERM: "may not be read: its permissions forbid it.",
        errno.ELOOP: "is a link that leads in a circle; open the picture itself.",
        errno.ENAMETOOLONG: "has a name that is too long for this system; shorten it.",
        errno.ENXIO: "is a device, not a picture file.",
    }
)


class Fault(Exception):
    """What is wrong with a file, as the end of a sentence that begins with the file's name."""


class TooLarge(Fault):
    """The picture is whole, as far as one can see, but too large to open."""


CUT_SHORT: Final = "is cut short: part of the picture is missing. Get the file again, or another."
DAMAGED: Final = "is damaged and cannot be opened. Get the file again, or open another copy."


def shown_name(path: str | os.PathLike[str]) -> str:
    """The file's name as it can be shown: printable, on one line, at most 80 characters."""
    text = os.fspath(path)
    name = os.path.basename(text.rstrip("/\\")) or text or "."
    clean = "".join("\ufffd" if unicodedata.category(c) in _HIDDEN else c for c in name)
    return clean if len(clean) <= 80 else f"{clean[:48]}…{clean[-31:]}"


_HIDDEN: Final = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file for reading; folders, pipes and devices raise `UnreadableFile`.

    The kind is asked before opening (opening a device can have effects) and once more after it
    (the name may have changed hands in between). Never waits for the other end of a pipe.
    """
    name = shown_name(path)
    try:
        _check_plain(path.stat().st_mode)
        stream = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - closed below
    except Fault as fault:
        raise UnreadableFile(f"“{name}” {fault}") from None
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"cannot be read: {error.strerror or error}.")
        raise UnreadableFile(f"“{name}” {reason}") from error
    except ValueError as error:  # a zero byte inside the name
        raise UnreadableFile(f"“{name}” is not a name that a file can have.") from error
    with stream:
        try:
            _check_plain(os.fstat(stream.fileno()).st_mode)
        except Fault as fault:
            raise UnreadableFile(f"“{name}” {fault}") from None
        yield stream


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check_plain(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise Fault("is a folder; open a picture inside it.")
    if not stat.S_ISREG(mode):
        raise Fault("is a device or a pipe, not a picture file.")


def kind_of(head: bytes) -> str:
    """The kind of picture that begins with ``head``; raises `Fault` where it is none."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP"
    if head[4:8] == b"ftyp":
        size = min(max(struct.unpack(">I", head[:4])[0], 16), 256)
        brands = {head[8:12], *(head[i : i + 4] for i in range(16, size - 3, 4))}
        if brands & {b"avif", b"avis"}:
            return "AVIF"
        if brands & _HEIC_BRANDS:
            return "HEIC"
        raise Fault("is a film or another kind of media file, not a picture.")
    raise Fault(_what_else(head))


def _what_else(head: bytes) -> str:
    """Say what a file is that is no picture the studio reads."""
    if not head:
        return "is empty: it holds no picture."
    start = head[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "is a web page, not a picture; save the picture itself from the browser."
    if start.startswith(b"<svg") or (start.startswith(b"<?xml") and b"<svg" in head):
        return "is a drawing (SVG); export it as PNG to use it here."
    for magic, what in _OTHERS:
        if head.startswith(magic):
            return f"is {what}; export it as PNG, JPEG or TIFF to use it here."
    try:
        text = head[: max(1, len(head) - 3)].decode()  # a character may be cut at the end
    except UnicodeDecodeError as error:
        text = "" if error.start < len(head) - 8 else head[: error.start].decode()
    if text and not any(c < " " and c not in "\t\n\r\f\x1b" for c in text):
        return "is not a picture: it holds text."
    return "is not a picture of a kind the studio can read, or its beginning is damaged."


def check_size(width: int, height: int, most_pixels: int) -> None:
    """Refuse a picture of no size or of more than ``most_pixels`` before it is decoded."""
    if width <= 0 or height <= 0:
        raise Fault(DAMAGED)
    if width * height > most_pixels:
        raise TooLarge(
            f"is {width} × {height}, which is {width * height / 1e6:,.0f} megapixels; at most "
            f"{most_pixels / 1e6:,.0f} can be opened. Make it smaller in another program first."
        )
