"""Small scores as text: MusicXML, kern and ABC."""

import io
import zipfile

DOCTYPE = (
    '<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 3.0 Partwise//EN"'
    ' "http://www.musicxml.org/dtds/partwise.dtd">'
)


def note(step: str, octave: int, duration: int, inside: str = "", attributes: str = "") -> str:
    """A note in MusicXML; ``duration`` in halves of a quarter, 0 for a grace note."""
    before, _, after = inside.partition("|")
    length = f"<duration>{duration}</duration>" if duration else ""
    grace = "" if duration else "<grace/>"
    alter = f"<alter>{1 if step[1] == '#' else -1}</alter>" if step[1:] else ""
    return (
        f"<note {attributes}>{grace}{before}<pitch><step>{step[0]}</step>{alter}"
        f"<octave>{octave}</octave></pitch>{length}{after}</note>"
    )


def part(number: int, *measures: str) -> str:
    """A part of measures."""
    inside = "".join(
        f'<measure number="{n}">{content}</measure>' for n, content in enumerate(measures, 1)
    )
    return f'<part id="P{number}">{inside}</part>'


def score(*parts: str, head: str = "", listed: str = "", doctype: str = DOCTYPE) -> bytes:
    """A score of such parts; ``listed`` stands in the list entry of the first one."""
    names = "".join(
        f'<score-part id="P{n}"><part-name>Part {n}</part-name>{listed if n == 1 else ""}'
        "</score-part>"
        for n in range(1, len(parts) + 1)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<score-partwise version="3.0">{head}'
        f"<part-list>{names}</part-list>{''.join(parts)}</score-partwise>"
    ).encode()


def attributes(inside: str = "", after: str = "") -> str:
    """Two divisions a quarter, 2/4, and what is said besides."""
    time = "<time><beats>2</beats><beat-type>4</beat-type></time>"
    return f"<attributes><divisions>2</divisions>{inside}{time}{after}</attributes>"


def packed(*entries: tuple[str, bytes]) -> bytes:
    """A zip file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries:
            file.writestr(name, data)
    return stream.getvalue()


def kern(text: str) -> bytes:
    """Kern with a bar for each tab, which is easier to read."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return "\n".join("\t".join(line.split(" | ")) for line in lines).encode()
