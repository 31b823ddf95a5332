"""Reading the boxes of HEIC and AVIF files (ISO/IEC 14496-12 and 23008-12), within bounds."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from studio.image.picture_source import CUT_SHORT, DAMAGED, Fault

_MOST_BOXES: Final = 20_000
# (irot quarter turns against the clock) -> EXIF orientation; mirrored ones follow in `_turned`.
_TURNS: Final = {0: 1, 1: 8, 2: 3, 3: 6}
_MIRRORED: Final = {
    0: {1: 4, 8: 5, 3: 2, 6: 7},  # imir axis 0: upside down, after the turn
    1: {1: 2, 8: 7, 3: 4, 6: 5},  # imir axis 1: left to right, after the turn
}


@dataclass(slots=True)
class Item:
    """What the container says about its primary picture."""

    size: tuple[int, int] = (0, 0)
    depth: int = 8
    orientation: int = 1
    profile: bytes | None = None
    cicp: tuple[int, int] | None = None  # colour primaries and transfer, ITU-T H.273


def boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, begin and end of the content of each box; raises `Fault` where one does not fit."""
    for _ in range(_MOST_BOXES):
        if start >= end:
            return
        if end - start < 8:
            raise Fault(CUT_SHORT)
        length, kind = struct.unpack_from(">I4s", data, start)
        head = 8
        if length == 1 and end - start >= 16:
            (length,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        elif length == 0:
            length = end - start
        if length < head:
            raise Fault(DAMAGED)
        if start + length > end:
            raise Fault(CUT_SHORT)
        yield kind, start + head, start + length
        start += length
    raise Fault(DAMAGED)


def primary_item(data: bytes) -> Item:
    """The primary picture's properties; also finds out files that end too early."""
    item = Item()
    for kind, start, end in boxes(data, 0, len(data)):
        if kind == b"meta" and item.size == (0, 0):
            _read_meta(item, data, start + 4, end)
    return item


def _read_meta(item: Item, data: bytes, start: int, end: int) -> None:
    content = {kind: (begin, stop) for kind, begin, stop in boxes(data, start, end)}
    primary = 0
    if b"pitm" in content:
        begin, _ = content[b"pitm"]
        primary = int.from_bytes(data[begin + 4 : begin + (8 if data[begin] else 6)])
    if b"iprp" not in content:
        return
    inner = list(boxes(data, *content[b"iprp"]))
    properties = [
        box for kind, begin, stop in inner if kind == b"ipco" for box in boxes(data, begin, stop)
    ]
    for kind, begin, stop in inner:
        if kind == b"ipma":
            for index in _associated(data[begin:stop], primary):
                if 0 < index <= len(properties):
                    _read_property(item, data, *properties[index - 1])


def _associated(ipma: bytes, item: int) -> list[int]:
    """The numbers, from 1, of the properties that belong to an item (23008-12, 9.3.2)."""
    version, wide = ipma[0], ipma[3] & 1
    offset = 8
    for _ in range(min(int.from_bytes(ipma[4:8]), _MOST_BOXES)):
        id_length = 4 if version else 2
        number = int.from_bytes(ipma[offset : offset + id_length])
        count = ipma[offset + id_length]
        offset += id_length + 1
        step = 2 if wide else 1
        if number == item:
            mask = 0x7FFF if wide else 0x7F
            ends = range(offset, offset + count * step, step)
            return [int.from_bytes(ipma[i : i + step]) & mask for i in ends]
        offset += count * step
    return []


def _read_property(item: Item, data: bytes, kind: bytes, start: int, end: int) -> None:
    body = data[start:end]
    if kind == b"ispe" and len(body) >= 12:
        width, height = struct.unpack_from(">II", body, 4)
        item.size = (width, height)
    elif kind == b"pixi" and len(body) >= 6:
        item.depth = body[5]
    elif kind == b"irot" and body:
        item.orientation = _TURNS[body[0] & 3]
    elif kind == b"imir" and body:
        item.orientation = _MIRRORED[body[0] & 1].get(item.orientation, item.orientation)
    elif kind == b"colr" and body[:4] in (b"prof", b"rICC"):
        item.profile = body[4:]
    elif kind == b"colr" and body[:4] == b"nclx" and len(body) >= 8:
        primaries, transfer = struct.unpack_from(">HH", body, 4)
        item.cicp = (primaries, transfer)
