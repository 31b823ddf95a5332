"""A MusicXML score made slim for music21: what only looks, or is not played, is taken out.

Half of a score says how it looks. Reading all that takes music21 twice the time, and one strange
chord symbol or lyric in it would make the whole score unreadable.
"""

from typing import Final
from xml.etree import ElementTree

from studio.music.song_source import count_of

_NOT_HEARD: Final = frozenset(
    ("credit", "defaults", "harmony", "figured-bass", "print", "grouping", "link", "bookmark",
     "listening", "lyric", "notehead", "notehead-text", "stem", "beam", "accidental", "play",
     "listen", "level", "footnote", "articulations", "ornaments", "technical", "fermata", "slur",
     "glissando", "slide", "arpeggiate", "non-arpeggiate", "accidental-mark", "other-notation")
)  # fmt: skip
_NOT_HEARD_DIRECTIONS: Final = frozenset(
    ("wedge", "bracket", "dashes", "octave-shift", "pedal", "image", "harp-pedals", "damp",
     "damp-all", "eyeglasses", "string-mute", "scordatura", "principal-voice", "percussion",
     "accordion-registration", "staff-divide", "other-direction")
)  # fmt: skip
_BEATS: Final = ("1", "2", "4", "8", "16", "32", "64")


def make_slim(score: ElementTree.Element, notes: list[str]) -> None:
    """Take out of the tree what is not heard, and metres that cannot be counted."""
    _without(score, _NOT_HEARD)
    strange = 0
    for part in score.iterfind("part"):
        for measure in part:
            for element in list(measure):
                if element.tag == "direction":
                    _slim_direction(measure, element)
                elif element.tag == "note":
                    _slim_note(element)
                elif element.tag == "attributes":
                    strange += _slim_attributes(element)
            _without(measure, _NOT_HEARD)
    if strange:
        metres = count_of(strange, "metre", "metres")
        notes.append(f"{metres} that cannot be counted were left out.")


def _without(parent: ElementTree.Element, tags: frozenset[str]) -> None:
    """Leave out the children of these names."""
    kept = [child for child in parent if child.tag not in tags]
    if len(kept) < len(parent):
        parent[:] = kept


def _slim_note(note: ElementTree.Element) -> None:
    for notations in note.findall("notations"):
        _without(notations, _NOT_HEARD)
        if not len(notations):
            note.remove(notations)
    _without(note, _NOT_HEARD)


def _slim_direction(measure: ElementTree.Element, direction: ElementTree.Element) -> None:
    """Without what is not heard, and altogether where nothing is left."""
    for kind in direction.findall("direction-type"):
        _without(kind, _NOT_HEARD_DIRECTIONS)
        if not len(kind):
            direction.remove(kind)
    if direction.find("direction-type") is not None:
        return
    if direction.find("sound") is None:
        measure.remove(direction)
    else:  # a direction has to say something
        kind = ElementTree.Element("direction-type")
        ElementTree.SubElement(kind, "words")
        direction.insert(0, kind)


def _slim_attributes(attributes: ElementTree.Element) -> int:
    """Without metres that no song can have; how many they were."""
    strange = [time for time in attributes.iterfind("time") if not _can_be_counted(time)]
    for time in strange:
        attributes.remove(time)
    return len(strange)


def _can_be_counted(time: ElementTree.Element) -> bool:
    """Whether every fraction of it has 1 to 64 beats of a whole note's 64th at the least."""
    if time.find("senza-misura") is not None:
        return True
    upper = [one.text or "" for one in time.iterfind("beats")]
    lower = [(one.text or "").strip() for one in time.iterfind("beat-type")]
    if not upper or len(upper) != len(lower) or any(one not in _BEATS for one in lower):
        return False
    numbers = [part.strip() for one in upper for part in one.split("+")]
    if not all(one.isascii() and one.isdigit() and len(one) < 3 for one in numbers):
        return False
    return 1 <= sum(int(one) for one in numbers) <= 64
