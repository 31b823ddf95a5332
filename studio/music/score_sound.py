"""What a MusicXML file says of how its parts are played, and the recipe, beside music21.

music21 takes the name of an instrument for more than its program, and leaves out bank, volume and
pan; so these are read from the file and written into it here.
"""

from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree

from studio.music.song import Song

_RECIPE: Final = "klangbild-recipe"
_RECIPES: Final = "identification/miscellaneous/miscellaneous-field"
_MOST_RECIPE: Final = 1 << 20  # characters
_DRUMS: Final = 10


@dataclass(frozen=True, slots=True)
class Sound:
    """How a part is to be played; None where the file does not say."""

    program: int | None = None
    bank: int | None = None
    volume: int | None = None
    pan: int | None = None
    drums: bool = False


def sounds_of(score: ElementTree.Element) -> dict[str, Sound]:
    """The sound of each part, by its id; of several instruments in a part the first."""
    found = {}
    for part in score.iterfind("part-list/score-part"):
        plays = part.find("midi-instrument")
        if plays is not None:
            volume, pan = _number(plays, "volume"), _number(plays, "pan")
            found[part.get("id", "")] = Sound(
                program=_whole(plays, "midi-program", 127),
                bank=_whole(plays, "midi-bank", 2**14 - 1),
                volume=None if volume is None else round(min(max(volume, 0), 100) * 1.27),
                pan=None if pan is None else min(max(round(pan * 64 / 90) + 64, 0), 127),
                drums=_number(plays, "midi-channel") == _DRUMS,
            )
    return found


def recipe_of(score: ElementTree.Element) -> str | None:
    """The text of the recipe that made the song."""
    for field in score.iterfind(_RECIPES):
        if field.get("name") == _RECIPE and field.text and len(field.text) <= _MOST_RECIPE:
            return field.text
    return None


def add_sounds(score: ElementTree.Element, song: Song) -> bytes:
    """Write the sounds of the tracks and the recipe into a score; the bytes of the file."""
    for part, track in zip(score.iterfind("part-list/score-part"), song.tracks, strict=True):
        plays = part.find("midi-instrument")
        if plays is None:
            continue
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
    if song.recipe is not None:
        identification = score.find("identification")
        if identification is None:
            raise ValueError("music21 wrote no identification")
        group = identification.find("miscellaneous")
        if group is None:
            group = ElementTree.SubElement(identification, "miscellaneous")
        field = ElementTree.SubElement(group, "miscellaneous-field", {"name": _RECIPE})
        field.text = song.recipe
    text: bytes = ElementTree.tostring(score, encoding="utf-8")
    return _HEAD + text


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
