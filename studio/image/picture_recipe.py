"""The recipe inside a picture file: how it is packed, and how it is found again.

PNG holds the text itself, in an iTXt chunk called "klangbild". JPEG, WebP and TIFF hold an XMP
packet, which other programs keep, with the text deflated in base64: XMP tools reflow plain text,
and a JPEG segment ends at 64 KiB.
"""

import base64
import binascii
import re
import zlib
from typing import Final

from studio.errors import StudioError

MOST_RECIPE: Final = 1 << 20  # bytes of UTF-8
MOST_PACKET: Final = 4 << 20
_KEYWORD: Final = b"klangbild"
_PACKET: Final = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:klangbild="urn:klangbild:recipe:1#">'
    "<klangbild:recipe>{}</klangbild:recipe>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="w"?>'
)
_FOUND: Final = re.compile(
    rb"<klangbild:recipe>([A-Za-z0-9+/=\s]*)</klangbild:recipe>"
    rb"|\bklangbild:recipe=[\"']([A-Za-z0-9+/=\s]*)[\"']"
)


def packet(recipe: str, most: int = MOST_PACKET) -> bytes:
    """The recipe as an XMP packet of at most ``most`` bytes; else a `StudioError`."""
    packed = base64.b64encode(zlib.compress(_encoded(recipe), 9)).decode()
    data = _PACKET.format(packed).encode()
    if len(data) > most:
        raise StudioError(
            "The recipe is too long for this kind of file; save the picture as PNG or TIFF."
        )
    return data


def from_packet(data: bytes) -> str | None:
    """The recipe in an XMP packet, or None where there is none or it is damaged."""
    found = _FOUND.search(data[:MOST_PACKET])
    if found is None:
        return None
    try:
        return _inflated(base64.b64decode(found[1] or found[2] or b""))
    except binascii.Error:
        return None


def text_chunk(recipe: str) -> bytes:
    """The recipe as the content of a PNG iTXt chunk (PNG specification, 11.3.4.5)."""
    return _KEYWORD + b"\0\0\0\0\0" + _encoded(recipe)


def is_text_chunk(start: bytes) -> bool:
    """Whether an iTXt chunk that starts so is the studio's."""
    return start.startswith(_KEYWORD + b"\0")


def from_text_chunk(data: bytes) -> str | None:
    """The recipe in the content of a PNG iTXt chunk, or None where it is damaged."""
    rest = data[len(_KEYWORD) + 1 :]
    if len(rest) < 4 or rest[0] > 1 or rest[1] != 0:
        return None
    parts = rest[2:].split(b"\0", 2)  # language, translated keyword, text
    if len(parts) != 3:
        return None
    return _inflated(parts[2]) if rest[0] else _decoded(parts[2])


def _encoded(recipe: str) -> bytes:
    try:
        data = recipe.encode()
    except UnicodeEncodeError as error:
        raise StudioError("The recipe holds characters that cannot be written.") from error
    if len(data) > MOST_RECIPE:
        raise StudioError("The recipe is longer than 1 MiB and cannot be put into a picture.")
    return data


def _inflated(data: bytes) -> str | None:
    """Inflate at most `MOST_RECIPE` bytes; None for what is damaged or would become more."""
    inflate = zlib.decompressobj()
    try:
        text = inflate.decompress(data, MOST_RECIPE + 1)
    except zlib.error:
        return None
    return _decoded(text) if inflate.eof else None


def _decoded(data: bytes) -> str | None:
    if len(data) > MOST_RECIPE:
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None
