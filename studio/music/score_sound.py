"""What a MusicXML file says of how its parts are played, and the recipe, beside music21.

music21 takes the name of an instrument for more than its program, and leaves out bank, volume and
pan; so these are read from the file and written into it here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree

from studio.music.song import Song, Track

_RECIPE: Final = "klangbild-recipe"
_RECIPES: Final = "identification/miscellaneous/miscellaneous-field"
_MOST_RECIPE: Final = 1 << 20  # characters
_DRUMS: Final = 10
_XML_HIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file can hold (XML 1.0, 2.2)."""


@dataclass(frozen=True, slots=True)
class Sound:
    """How a part is to be played; None where the file does not say."""

    program: int | None = None
    bank: int | None = None
    volume: int | None = None
    pan: int | None = None
    drums: bool = False


def sounds_of(score: ElementTree.Element) -> list[Sound]:
    """The sound of each part in order; of several instruments in a part the first."""
    listed = {part.get("id"): part for part in score.iterfind("part-list/score-part")}
    found = []
    for part in score.iterfind("part"):
        named = listed.get(part.get("id"))
        plays = None if named is None else named.find("midi-instrument")
        found.append(Sound() if plays is None else _sound(plays))
    return found


def _sound(plays: ElementTree.Element) -> Sound:
    volume, pan = _number(plays, "volume"), _number(plays, "pan")
    return Sound(
        program=_whole(plays, "midi-program", 127),
        bank=_whole(plays, "midi-bank", 2**14 - 1),
        volume=None if volume is None else round(min(max(volume, 0), 100) * 1.27),
        pan=None if pan is None else min(max(round(pan * 64 / 90) + 64, 0), 127),
        drums=_number(plays, "midi-channel") == _DRUMS,
    )


def recipe_of(score: ElementTree.Element) -> str | None:
    """The text of the recipe that made the song."""
    for field in score.iterfind(_RECIPES):
        if field.get("name") == _RECIPE and field.text and len(field.text) <= _MOST_RECIPE:
            return field.text
    return None


def completed(score: ElementTree.Element, song: Song, loudness: Sequence[int]) -> bytes:
    """Write into a score of music21 what it leaves out; the bytes of the file.

    ``loudness`` has the velocity of each note in the order of the file. The names that music21
    draws by lot, its own name as the composer and the date go, so that a song always gives the
    same file.
    """
    notes = [note for note in score.iter("note") if note.find("rest") is None]
    for note, velocity in zip(notes, loudness, strict=True):
        note.set("dynamics", f"{velocity / 90 * 100:.2f}")
    parts = zip(score.findall("part-list/score-part"), score.findall("part"), strict=True)
    for number, ((listed, part), track) in enumerate(zip(parts, song.tracks, strict=True), 1):
        for one in (listed, part):
            one.set("id", f"P{number}")
        for one in (*listed.iterfind("score-instrument"), *listed.iterfind("midi-instrument")):
            one.set("id", f"P{number}-I1")
        _add_sound(listed, track)
    _add_origin(score, song)
    text: bytes = ElementTree.tostring(score, encoding="utf-8")
    return _HEAD + text


def _add_sound(part: ElementTree.Element, track: Track) -> None:
    plays = part.find("midi-instrument")
    if plays is None:
        raise ValueError("music21 wrote no instrument")
    for child in list(plays):
        plays.remove(child)
    values = {
        "midi-channel": str(_DRUMS) if track.drums else None,
        "midi-bank": str(track.bank + 1) if track.bank else None,
        "midi-program": str(track.program + 1),
        "volume": f"{track.volume / 1.27:.2f}",
        "pan": f"{(track.pan - 64) * 90 / 64:.2f}",
    }
    for name, value in values.items():
        if value is not None:
            ElementTree.SubElement(plays, name).text = value


def in_xml(text: str) -> str:
    """The text with a � for what no XML file can hold."""
    return _XML_HIDDEN.sub("\ufffd", text)


def _add_origin(score: ElementTree.Element, song: Song) -> None:
    """The title or none, no composer, and the recipe."""
    if not song.title:
        for name in ("work", "movement-title"):
            for found in score.findall(name):
                score.remove(found)
    identification = score.find("identification")
    if identification is None:
        raise ValueError("music21 wrote no identification")
    for composer in identification.findall("creator"):
        identification.remove(composer)
    for encoding in identification.iterfind("encoding"):
        for date in encoding.findall("encoding-date"):
            encoding.remove(date)
    if song.recipe is not None:
        group = ElementTree.SubElement(identification, "miscellaneous")
        field = ElementTree.SubElement(group, "miscellaneous-field", {"name": _RECIPE})
        field.text = in_xml(song.recipe)


_HEAD: Final = (
    b'<?xml version="1.0" encoding="utf-8"?>\n'
    b'<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN"'
    b' "http://www.musicxml.org/dtds/partwise.dtd">\n'
)


def _number(plays: ElementTree.Element, name: str) -> float | None:
    try:
        value = float(plays.findtext(name, ""))
    except ValueError:
        return None
    return value if abs(value) < 1e6 else None


def _whole(plays: ElementTree.Element, name: str, most: int) -> int | None:
    """A number that MusicXML counts from 1."""
    value = _number(plays, name)
    return None if value is None else min(max(int(value) - 1, 0), most)
