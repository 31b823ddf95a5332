"""Taking PNG, JPEG, WebP and GIF files apart: what the decoder needs, and what lies beside it.

The decoders get only the chunks that make the pixels. Profiles, camera data, recipes and whatever
hostile or broken text there is are looked at here, within bounds, so that none of them can keep a
picture from opening. A file that ends before its last chunk is found out here, too.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import SEEK_CUR, SEEK_END
from typing import BinaryIO, Final

from studio.image import picture_recipe
from studio.image.picture_source import CUT_SHORT, DAMAGED, MOST_BYTES, Fault

MOST_PROFILE: Final = 16 << 20
_MOST_EXIF: Final = 1 << 20
_MOST_CHUNKS: Final = 500_000
_PNG_PIXELS: Final = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_WEBP_PIXELS: Final = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"}
_ICC: Final = b"ICC_PROFILE\0"
_EXIF: Final = b"Exif\0\0"
_XMP: Final = b"http://ns.adobe.com/xap/1.0/\0"
_FRAMES: Final = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


@dataclass(slots=True)
class Parts:
    """A picture file taken apart; ``data`` is what the decoder is to see."""

    size: tuple[int, int] = (0, 0)  # width, height
    data: bytes = b""
    profile: bytes | None = None
    exif: bytes | None = None
    recipe: str | None = None
    cicp: tuple[int, int] | None = None  # colour primaries and transfer, ITU-T H.273
    deep: bool = False  # 16 bits in a channel
    grey: bool = False
    transparent: bytes | None = None  # PNG's tRNS
    adobe: bool = False
    animated: bool = False


def png_parts(stream: BinaryIO, *, pixels: bool = True) -> Parts:
    """Take a PNG apart; without ``pixels`` the compressed data are passed over."""
    parts = Parts()
    kept = [stream.read(8)]
    for kind, length in _png_chunks(stream):
        if not kept[1:] and (kind != b"IHDR" or length != 13):
            raise Fault(DAMAGED)
        if kind == b"IDAT" and not pixels:
            continue
        if kind in _PNG_PIXELS:
            body = stream.read(length + 4)
            kept.append(struct.pack(">I4s", length, kind) + body)
            if kind == b"IHDR":
                parts.size = struct.unpack(">II", body[:8])
                parts.deep, parts.grey = body[8] == 16, body[9] in (0, 4)
            elif kind == b"tRNS":
                parts.transparent = body[:-4]
            elif kind == b"IEND":
                break
        else:
            _read_png_extra(parts, stream, kind, length)
    else:
        raise Fault(CUT_SHORT)
    parts.data = b"".join(kept)
    return parts


def _png_chunks(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Kind and length of each chunk; the reader may read the body and its sum, or leave it."""
    end = _length(stream)
    offset = 8
    for _ in range(_MOST_CHUNKS):
        stream.seek(offset)
        head = stream.read(8)
        if len(head) < 8:
            raise Fault(CUT_SHORT)
        length, kind = struct.unpack(">I4s", head)
        if not kind.isalpha():
            raise Fault(DAMAGED)
        offset += length + 12
        if offset > end:
            raise Fault(CUT_SHORT)
        yield kind, length
    raise Fault(DAMAGED)


def _read_png_extra(parts: Parts, stream: BinaryIO, kind: bytes, length: int) -> None:
    if kind == b"iCCP" and length <= MOST_PROFILE:
        parts.profile = _png_profile(stream.read(length))
    elif kind == b"eXIf" and length <= _MOST_EXIF:
        parts.exif = stream.read(length)
    elif kind == b"cICP" and length == 4:
        parts.cicp = (stream.read(1)[0], stream.read(1)[0])
    elif kind == b"acTL":
        parts.animated = True
    elif kind == b"iTXt" and length <= picture_recipe.MOST_RECIPE + 64:
        start = stream.read(min(length, 16))
        if picture_recipe.is_text_chunk(start):
            parts.recipe = picture_recipe.from_text_chunk(start + stream.read(length - len(start)))


def _png_profile(data: bytes) -> bytes:
    """The profile in an iCCP chunk; what is damaged comes back as it is and fails later."""
    _, _, rest = data.partition(b"\0")
    inflate = zlib.decompressobj()
    try:
        profile = inflate.decompress(rest[1:], MOST_PROFILE)
    except zlib.error:
        return b"?"
    return profile if inflate.eof else b"?"


def jpeg_parts(stream: BinaryIO, *, pixels: bool = True) -> Parts:
    """Take a JPEG apart; without ``pixels`` the coded data are not read."""
    parts = Parts()
    kept = [stream.read(2)]
    profile: dict[int, bytes] = {}
    for marker, length in _jpeg_segments(stream):
        if marker == 0xDA:
            kept.append(struct.pack(">BBH", 0xFF, marker, length + 2))
            break
        body = stream.read(length)
        if len(body) < length:
            raise Fault(CUT_SHORT)
        if marker in _FRAMES and length >= 6:
            parts.size = (int.from_bytes(body[3:5]), int.from_bytes(body[1:3]))
            parts.grey = body[5] == 1
        parts.adobe |= marker == 0xEE and body.startswith(b"Adobe")
        if marker == 0xE1:
            _read_app1(parts, body)
        elif marker == 0xE2 and body.startswith(_ICC) and len(body) > 14:
            profile[body[12]] = body[14:]
        elif marker < 0xE0 or marker == 0xEE or (marker == 0xE0 and body.startswith(b"JFIF")):
            kept.append(struct.pack(">BBH", 0xFF, marker, length + 2) + body)
    if profile:
        parts.profile = b"".join(profile[number] for number in sorted(profile))
    if pixels:
        parts.data = b"".join((*kept, _rest(stream)))
    return parts


def _jpeg_segments(stream: BinaryIO) -> Iterator[tuple[int, int]]:
    """Marker and length of each segment that has a body, up to the coded data."""
    for _ in range(_MOST_CHUNKS):
        byte = stream.read(1)
        if not byte:
            raise Fault(CUT_SHORT)
        if byte != b"\xff":
            continue  # rubbish between segments, which libjpeg skips, too
        while byte == b"\xff":
            byte = stream.read(1)
        marker = byte[0] if byte else 0xD9
        if marker == 0xD9:
            raise Fault(CUT_SHORT)
        if marker in (0x00, 0x01, 0xD8) or 0xD0 <= marker <= 0xD7:
            continue
        head = stream.read(2)
        if len(head) < 2:
            raise Fault(CUT_SHORT)
        length = int.from_bytes(head) - 2
        if length < 0:
            raise Fault(DAMAGED)
        yield marker, length
    raise Fault(DAMAGED)


def _read_app1(parts: Parts, body: bytes) -> None:
    if body.startswith(_EXIF) and parts.exif is None:
        parts.exif = body[len(_EXIF) :]
    elif body.startswith(_XMP) and parts.recipe is None:
        parts.recipe = picture_recipe.from_packet(body[len(_XMP) :])


def webp_parts(stream: BinaryIO, *, pixels: bool = True) -> Parts:
    """Take a WebP apart (RIFF container, RFC 9649)."""
    parts = Parts()
    kept: list[bytes] = []
    end = int.from_bytes(stream.read(8)[4:], "little") + 8
    if end > _length(stream):
        raise Fault(CUT_SHORT)
    offset = 12
    for _ in range(_MOST_CHUNKS):
        stream.seek(offset)
        head = stream.read(8)
        if offset + 8 > end or len(head) < 8:
            break
        kind, length = struct.unpack("<4sI", head)
        start, offset = offset + 8, offset + 8 + length + length % 2
        if kind in (b"VP8X", b"VP8 ", b"VP8L") and parts.size == (0, 0):
            parts.size = _webp_size(kind, stream.read(10))
        elif kind == b"ICCP" and length <= MOST_PROFILE:
            parts.profile = stream.read(length)
        elif kind == b"EXIF" and length <= _MOST_EXIF:
            parts.exif = stream.read(length).removeprefix(_EXIF)
        elif kind == b"XMP " and length <= picture_recipe.MOST_PACKET:
            parts.recipe = picture_recipe.from_packet(stream.read(length))
        parts.animated |= kind == b"ANIM"
        if pixels and kind in _WEBP_PIXELS:
            stream.seek(start)
            body = stream.read(length + length % 2)
            if kind == b"VP8X" and body:  # no more word of profile, camera data and XMP
                body = bytes((body[0] & ~0x2C,)) + body[1:]
            kept += [head, body]
    if pixels:
        data = b"".join((b"WEBP", *kept))
        parts.data = b"RIFF" + struct.pack("<I", len(data)) + data
    return parts


def _webp_size(kind: bytes, head: bytes) -> tuple[int, int]:
    if len(head) < 10:
        raise Fault(CUT_SHORT)
    if kind == b"VP8X":
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", head[6:10])
    return width & 0x3FFF, height & 0x3FFF


def gif_parts(stream: BinaryIO) -> Parts:
    """Take a GIF apart: there is only its size to see."""
    data = _rest(stream)
    if len(data) < 13:
        raise Fault(CUT_SHORT)
    return Parts(size=struct.unpack("<HH", data[6:10]), data=data)


def _length(stream: BinaryIO) -> int:
    here = stream.tell()
    end = stream.seek(0, SEEK_END)
    stream.seek(here)
    return end


def _rest(stream: BinaryIO) -> bytes:
    """All that follows, unless it is more than any picture of an openable size needs."""
    here = stream.seek(0, SEEK_CUR)
    if _length(stream) - here > MOST_BYTES:
        raise Fault("is larger than 2 GB; make it smaller in another program first.")
    return stream.read()
