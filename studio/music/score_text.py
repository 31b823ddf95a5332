"""What kind of score a file holds, and its text, taken out of the file without trust."""

import io
import re
import zipfile
import zlib
from typing import Any, Final
from xml.etree import ElementTree
from xml.parsers import expat

from studio.music.song_source import Fault

MOST_XML: Final = 48 << 20
"""Bytes of a MusicXML score when unpacked: a symphony has ten million."""
MOST_TEXT: Final = 2 << 20
"""Bytes of a kern score or a book of ABC; a long sonata has a hundred thousand."""
_MOST_DEPTH: Final = 100  # of elements in each other; real ones are ten deep
_MOST_ELEMENTS: Final = 2_000_000
_MOST_PARTS: Final = 1000  # of an archive; real ones have two and perhaps pictures
_CONTAINER: Final = "META-INF/container.xml"


class _NotXml(Fault):
    """The text is no XML at all."""


def kind_of(data: bytes) -> str | None:
    """``mxl``, ``xml``, ``kern`` or ``abc`` by what the file begins with; None for no score."""
    if data.startswith(b"PK\x03\x04"):
        return "mxl"
    if data.startswith((b"\xff\xfe<\0", b"\xfe\xff\0<", b"<\0", b"\0<")):
        return "xml"
    start = data[: 1 << 16].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        return "xml"
    if re.search(rb"^\*\*(kern|text|dynam|harm|recip)\b", start, re.MULTILINE):
        return "kern"
    if re.search(rb"^X: *\d", start, re.MULTILINE) and re.search(rb"^K:", data, re.MULTILINE):
        return "abc"
    return None


def unpacked(data: bytes) -> bytes:
    """The score in a compressed MusicXML file (.mxl); raises `Fault`.

    Nothing is written to the disk. What the archive declares is held against its bounds before a
    byte is unpacked, and unpacking stops where there is more than that.
    """
    try:
        _check_directory(data)
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            names = {info.filename: info for info in file.infolist()}
            if len(file.infolist()) > _MOST_PARTS:
                raise _too_many_parts()
            return _entry(file, names, _score_name(file, names))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise Fault("is damaged: its archive cannot be unpacked.") from error
    except (RuntimeError, ValueError, NotImplementedError, OverflowError) as error:
        raise Fault("is packed in a way that cannot be read, or locked.") from error


def checked_xml(data: bytes) -> ElementTree.Element:
    """The root of a MusicXML score that defines no entities and is not too large or too deep."""
    if len(data) > MOST_XML:
        raise Fault(f"is larger than the {MOST_XML >> 20} MiB that a score may have.")
    _scan(data)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Fault("is damaged: it is no valid XML.") from error
    if root.tag == "score-timewise":
        return _by_part(root)
    if root.tag != "score-partwise":
        raise Fault("is XML of another kind, not a score in MusicXML.")
    return root


def decoded(data: bytes) -> str:
    """The text of a kern or ABC file: UTF-8, else Latin-1, as old collections have it."""
    if len(data) > MOST_TEXT:
        raise Fault(f"is larger than the {MOST_TEXT >> 20} MiB that such a file may have.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_directory(data: bytes) -> None:
    """Refuse an archive with more parts than there can be, before they are listed."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 2**16 - 22))
    if end < 0:
        raise Fault("is damaged: the end of its archive is missing.")
    if int.from_bytes(data[end + 12 : end + 16], "little") > _MOST_PARTS * 1000:
        raise _too_many_parts()


def _too_many_parts() -> Fault:
    return Fault(f"holds more than the {_MOST_PARTS:,} parts that an archive may have.")


def _score_name(file: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> str:
    """The name of the score: what the container names, else the first XML there is."""
    if _CONTAINER in names:
        data = _entry(file, names, _CONTAINER, most=1 << 16)
        try:
            _scan(data)
            found = ElementTree.fromstring(data).iterfind("{*}rootfiles/{*}rootfile")
            named = [one.get("full-path", "") for one in found]
        except _NotXml:  # an & in the name of the score, which some programs leave as it is
            named = []
        for name in named:
            if name in names:
                return name
    for name in names:
        if name.lower().endswith((".xml", ".musicxml")) and not name.startswith("META-INF"):
            return name
    raise Fault("is an archive without a score in it.")


def _entry(
    file: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], name: str, most: int = MOST_XML
) -> bytes:
    info = names[name]
    if info.file_size > most:
        raise Fault(f"unpacks to more than the {most >> 20} MiB that a score may have.")
    with file.open(info) as entry:
        data = entry.read(most + 1)
    if len(data) > most:
        raise Fault(f"unpacks to more than the {most >> 20} MiB that a score may have.")
    return data


def _scan(data: bytes) -> None:
    """Go through the XML without keeping it: no entities, bounds for number and depth.

    A document type that is only named, as in every old MusicXML file, is not fetched.
    """
    parser = expat.ParserCreate()
    depth = elements = 0

    def begin(name: str, attributes: Any) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > _MOST_DEPTH:
            raise Fault("is nested deeper than any score.")
        if elements > _MOST_ELEMENTS:
            raise Fault(f"holds more than the {_MOST_ELEMENTS:,} elements that a score may have.")

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(*declaration: Any) -> None:
        raise Fault("defines entities, as files made to do harm do; it was not opened.")

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _NotXml("is damaged: it is no valid XML.") from error


def _by_part(score: ElementTree.Element) -> ElementTree.Element:
    """A score that goes measure by measure, turned so that it goes part by part."""
    turned = ElementTree.Element("score-partwise", score.attrib)
    parts: dict[str, ElementTree.Element] = {}
    for child in score:
        if child.tag != "measure":
            turned.append(child)
            continue
        for part in child.iterfind("part"):
            name = part.get("id", "")
            if name not in parts:
                parts[name] = ElementTree.SubElement(turned, "part", {"id": name})
            measure = ElementTree.SubElement(parts[name], "measure", child.attrib)
            measure.extend(part)
    return turned
