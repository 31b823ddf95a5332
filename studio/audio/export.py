"""Sound files: WAV, FLAC and OGG written block by block, with the recipe inside."""

import os
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from studio.audio.synth import Frames
from studio.errors import StudioError, WontFit
from studio.paths import replacing

SOUND_SUFFIXES = (".wav", ".flac", ".ogg")
"""What can be written, by the end of a name."""
MOST_RECIPE = 2**20
_SUBTYPES = {".wav": "PCM_24", ".flac": "PCM_24", ".ogg": "VORBIS"}
_FORMAT = "klangbild-recipe"
_SOFTWARE = "Klangbild"
_MOST_WAV = 2**32 - 2**24  # bytes; the lengths inside have 32 bits
_MOST_CHUNKS = 10_000

Write = Callable[[Frames], None]


def check_kind(path: Path) -> None:
    """Raise `StudioError` for a name that says no kind of sound file."""
    if path.suffix.lower() not in SOUND_SUFFIXES:
        raise StudioError(
            f"“{path.name}” is no name of a sound file; let it end with .wav, .flac or .ogg."
        )


def write_sound(
    path: Path,
    blocks: Iterable[Frames],
    rate: int,
    *,
    recipe: str | None = None,
    title: str = "",
    force: bool = False,
    floating: bool = False,
) -> int:
    """Write blocks of (n, 2) float32 and return how many frames they were; see `sound_file`."""
    count = 0
    with sound_file(
        path, rate, recipe=recipe, title=title, force=force, floating=floating
    ) as write:
        for block in blocks:
            write(block)
            count += len(block)
    return count


@contextmanager
def sound_file(
    path: Path,
    rate: int,
    *,
    recipe: str | None = None,
    title: str = "",
    force: bool = False,
    floating: bool = False,
) -> Iterator[Write]:
    """Give a function that writes the next frames; the file is there when the block ends well.

    The end of the name says the kind: WAV and FLAC have 24 bits a sample, ``floating`` gives a WAV
    32-bit float; OGG is Vorbis. Samples beyond 1 are cut, in float they stay. Only one block is in
    memory at a time. Raises `StudioError` for another kind, a disk that is full and so on,
    `AlreadyExists` without ``force``, and `WontFit` for a WAV of more than 4 GB.
    """
    import soundfile

    check_kind(path)
    if recipe is not None and len(recipe.encode()) > MOST_RECIPE:
        raise StudioError("The recipe is longer than 1 MiB and cannot be put into a sound file.")
    kind = path.suffix.lower()
    as_float = floating and kind == ".wav"
    subtype = "FLOAT" if as_float else _SUBTYPES[kind]
    most = _MOST_WAV // (8 if as_float else 6) if kind == ".wav" else None
    with replacing(path, force=force) as temporary:
        try:
            with soundfile.SoundFile(
                temporary, "w", rate, 2, subtype=subtype, format=kind[1:].upper()
            ) as file:
                if kind != ".wav":
                    _tell(file, recipe, title)
                yield _writer(file, path, most, clip=not as_float)
        except soundfile.LibsndfileError as error:
            raise StudioError(
                f"“{path}” could not be written: {error.error_string.rstrip('.')}; "
                "try again or choose another place."
            ) from error
        if kind == ".wav":
            with temporary.open("r+b") as raw:
                _append_information(raw, recipe, title)


def read_recipe(path: Path) -> str | None:
    """The recipe in a sound file; None where there is none, or the file is none that is known."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
            if head[:4] == b"RIFF" and head[8:] == b"WAVE":
                return _recipe_of(_comment(file, os.fstat(file.fileno()).st_size))
        if head[:4] not in (b"fLaC", b"OggS"):
            return None
        import soundfile

        with soundfile.SoundFile(path) as sound:
            return _recipe_of(sound.comment)
    except (OSError, RuntimeError):  # soundfile's errors are RuntimeErrors
        return None


def _writer(file: Any, path: Path, most: int | None, *, clip: bool) -> Write:
    def write(frames: Frames) -> None:
        if most is not None and file.tell() + len(frames) > most:
            raise WontFit(
                f"“{path.name}” would be larger than the 4 GB a WAV can have; "
                "write a FLAC or a part of the song."
            )
        file.write(np.clip(frames, -1, 1) if clip else frames)

    return write


def _tell(file: Any, recipe: str | None, title: str) -> None:
    """Put title and recipe into the comments of a FLAC or OGG file, before any sound."""
    file.software = _SOFTWARE
    if title:
        file.title = title
    if recipe is not None:
        file.comment = recipe


def _append_information(file: BinaryIO, recipe: str | None, title: str) -> None:
    """Put a LIST chunk of kind INFO after the sound of a WAV.

    Written here since libsndfile loses such texts when they are longer than some 4 KB.
    """
    texts = {b"INAM": title, b"ISFT": _SOFTWARE, b"ICMT": recipe or ""}
    content = b"INFO" + b"".join(_chunk(k, t.encode() + b"\0") for k, t in texts.items() if t)
    end = file.seek(0, os.SEEK_END)
    file.write(b"\0" * (end & 1) + _chunk(b"LIST", content))
    size = file.tell() - 8
    file.seek(4)
    file.write(struct.pack("<I", size))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) & 1)


def _comment(file: BinaryIO, size: int) -> str:
    """The text ICMT of a WAV, read past everything else; empty where there is none."""
    at, end = 12, size
    for _ in range(_MOST_CHUNKS):
        if at + 8 > end:
            break
        file.seek(at)
        kind, length = struct.unpack("<4sI", file.read(8))
        if kind == b"LIST" and file.read(4) == b"INFO":
            at, end = at + 12, min(at + 8 + length, size)
            continue
        if kind == b"ICMT":
            data = file.read(min(length, MOST_RECIPE + 1))
            return data.split(b"\0")[0].decode("utf-8", errors="replace")
        at += 8 + length + (length & 1)
    return ""


def _recipe_of(comment: str) -> str | None:
    return comment if _FORMAT in comment[:MOST_RECIPE] else None
