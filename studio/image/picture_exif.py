"""The little of EXIF that decides how a picture looks: which way is up, and Adobe RGB or not.

Read here and not by a library, so that damaged camera data gives neither warning nor failure.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from io import SEEK_END
from typing import BinaryIO, Final

_WIDTHS: Final = {1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1, 8: 2, 9: 4, 13: 4}
ORIENTATION: Final = 0x0112
_EXIF_DIRECTORY: Final = 0x8769
_INTEROP_DIRECTORY: Final = 0xA005
_INTEROP_INDEX: Final = 0x0001


@dataclass(frozen=True, slots=True)
class Field:
    """One entry of a TIFF directory: its type, how many values, and where they lie."""

    kind: int
    count: int
    offset: int

    @property
    def length(self) -> int:
        """The length of the values in bytes; 0 for types that nothing here needs."""
        return _WIDTHS.get(self.kind, 0) * self.count


class TiffFields:
    """Reads the directories of a classic TIFF structure, on disk or inside EXIF, within bounds."""

    def __init__(self, stream: BinaryIO) -> None:
        """Read the header at the stream's beginning; raises ValueError where it is none."""
        self._stream = stream
        head = self._at(0, 8)
        if head[:4] not in (b"II*\0", b"MM\0*"):
            raise ValueError("no TIFF header")
        self._order = "<" if head[:2] == b"II" else ">"
        self.first: int = struct.unpack(self._order + "I", head[4:])[0]

    def directory(self, offset: int) -> Mapping[int, Field]:
        """The entries of the directory at ``offset``; ValueError where it does not fit."""
        count: int = struct.unpack(self._order + "H", self._at(offset, 2))[0]
        if not 0 < count <= 4096:
            raise ValueError("no TIFF directory")
        entries = self._at(offset + 2, 12 * count)
        fields: dict[int, Field] = {}
        for index in range(count):
            tag, kind, number, value = struct.unpack_from(self._order + "HHII", entries, 12 * index)
            field = Field(kind, number, value)
            if 0 < field.length <= 4:
                field = Field(kind, number, offset + 2 + 12 * index + 8)
            fields.setdefault(tag, field)
        return fields

    def data(self, field: Field, most: int) -> bytes:
        """The bytes of a field; ValueError where they lie outside or are more than ``most``."""
        if field.length > most:
            raise ValueError("field too long")
        return self._at(field.offset, field.length)

    def number(self, field: Field) -> int:
        """The first value of a field of whole numbers."""
        shape = {3: "H", 4: "I", 13: "I", 1: "B"}.get(field.kind)
        if shape is None or field.count < 1:
            raise ValueError("not a number")
        width = struct.calcsize(shape)
        value: int = struct.unpack(self._order + shape, self._at(field.offset, width))[0]
        return value

    def _at(self, offset: int, length: int) -> bytes:
        self._stream.seek(0, SEEK_END)
        if offset + length > self._stream.tell():
            raise ValueError("outside of the data")
        self._stream.seek(offset)
        return self._stream.read(length)


def orientation_of(fields: TiffFields) -> int:
    """The EXIF orientation, 1 to 8; 1 where none or a senseless one is given."""
    field = fields.directory(fields.first).get(ORIENTATION)
    value = fields.number(field) if field else 1
    return value if 1 <= value <= 8 else 1


def is_adobe_rgb(fields: TiffFields) -> bool:
    """Whether the camera says "Adobe RGB" the way DCF 2.0 does, by interoperability index R03."""
    directory = fields.directory(fields.first)
    for tag in (_EXIF_DIRECTORY, _INTEROP_DIRECTORY):
        if tag not in directory:
            return False
        directory = fields.directory(fields.number(directory[tag]))
    index = directory.get(_INTEROP_INDEX)
    return index is not None and fields.data(index, 16).startswith(b"R03")
