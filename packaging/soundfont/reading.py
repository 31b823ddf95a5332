"""Reads a soundfont back and says what is wrong with its structure."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from soundfont.sf2 import GUARD, LOOP_GUARD

_SIZES = {
    "phdr": 38, "pbag": 4, "pmod": 10, "pgen": 4, "inst": 22, "ibag": 4, "imod": 10, "igen": 4,
    "shdr": 46,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Header:
    """A sample's header (7.10)."""

    name: str
    start: int
    end: int
    loop_start: int
    loop_end: int
    rate: int
    key: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a file: presets as (bank, program, name), headers, and all frames of 16 bits."""

    presets: tuple[tuple[int, int, str], ...]
    headers: tuple[Header, ...]
    frames: NDArray[np.int16]
    lists: dict[str, bytes]


def read(path: Path) -> Contents:
    """Read a file; ValueError where it is not a soundfont."""
    data = path.read_bytes()
    if data[:4] != b"RIFF" or data[8:12] != b"sfbk":
        raise ValueError("no soundfont")
    chunks: dict[str, bytes] = {}
    _walk(data[12 : 8 + struct.unpack_from("<I", data, 4)[0]], chunks)
    presets = tuple(
        (bank, program, _word(name))
        for name, program, bank, *_ in struct.iter_unpack("<20sHHHIII", chunks["phdr"])
    )[:-1]
    headers = tuple(
        Header(_word(row[0]), *row[1:7])
        for row in struct.iter_unpack("<20sIIIIIBbHH", chunks["shdr"])
    )[:-1]
    lists = {key: chunks[key] for key in _SIZES}
    return Contents(presets, headers, np.frombuffer(chunks["smpl"], "<i2"), lists)


def faults(contents: Contents) -> list[str]:
    """What breaks the rules of chapter 7; an empty list for a sound file."""
    found = [
        f"{key} has {len(contents.lists[key])} bytes"
        for key, size in _SIZES.items()
        if len(contents.lists[key]) % size
    ]
    for bags, gens, mods in (("pbag", "pgen", "pmod"), ("ibag", "igen", "imod")):
        rows = np.frombuffer(contents.lists[bags], "<u2").reshape(-1, 2)
        if (np.diff(rows.astype(int), axis=0) < 0).any():
            found.append(f"{bags} goes backwards")
        ends = (len(contents.lists[gens]) // 4 - 1, len(contents.lists[mods]) // 10 - 1)
        if tuple(rows[-1]) != ends:
            found.append(f"{bags} does not end where its lists do")
    place = 0
    for header in contents.headers:
        if header.start != place:
            found.append(f"{header.name} does not follow the one before it")
        place = header.end + GUARD
        if contents.frames[header.end : place].any():
            found.append(f"{header.name} is not followed by silence")
        if header.loop_end > header.loop_start and not (
            header.start + LOOP_GUARD
            <= header.loop_start
            < header.loop_end
            <= header.end - LOOP_GUARD
        ):
            found.append(f"{header.name} loops outside of itself")
    if place != len(contents.frames):
        found.append("frames are left over")
    return found


def seam(contents: Contents, header: Header) -> int:
    """Steps of 16 bits by which the frames after the loop differ from those at its beginning."""
    frames = contents.frames.astype(int)
    begin = frames[header.loop_start : header.loop_start + LOOP_GUARD]
    end = frames[header.loop_end : header.loop_end + LOOP_GUARD]
    return int(np.abs(begin - end).max())


def _walk(data: bytes, chunks: dict[str, bytes]) -> None:
    place = 0
    while place + 8 <= len(data):
        key, size = struct.unpack_from("<4sI", data, place)
        body = data[place + 8 : place + 8 + size]
        if key == b"LIST":
            _walk(body[4:], chunks)
        else:
            chunks[key.decode("ascii")] = body
        place += 8 + size + size % 2


def _word(name: bytes) -> str:
    return name.split(b"\0")[0].decode("ascii")
