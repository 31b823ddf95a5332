"""What a composition is asked for in words: a range, a density, chords, bars and tracks."""

from __future__ import annotations

import re

import numpy as np

from studio.errors import StudioError
from studio.music.chords import parse_chord
from studio.music.song import Song
from studio.music.timing import Metre
from studio.music.tokenizer_chords import Chord

_LETTERS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SIGNS = {"#": 1, "♯": 1, "b": -1, "♭": -1, "": 0}
_PITCH = re.compile(r"([A-Ga-g])([#♯b♭]?)(-?\d{1,2})")
_RANGE = re.compile(r"\s*(.+?)\s*(?:-|–|\.\.| to )\s*([A-Ga-g].*|\d+)\s*")
_DENSITY = re.compile(r"\s*(\d{1,3})\s*(?:[-–]\s*(\d{1,3}))?\s*")
_METRE = re.compile(r"\s*(\d{1,2})\s*/\s*(\d{1,2})\s*")


def parse_pitch(text: str) -> int:
    """Read ``C4`` (60), ``F#5``, ``Bb3`` or a number 0..127; StudioError with an example."""
    words = text.strip()
    found = _PITCH.fullmatch(words)
    pitch = -1
    if found is not None:
        pitch = 12 * (int(found[3]) + 1) + _LETTERS[found[1].upper()] + _SIGNS[found[2]]
    elif words.isascii() and words.isdigit() and len(words) <= 3:
        pitch = int(words)
    if not 0 <= pitch <= 127:
        raise StudioError(f"“{text}” is no note; say it as in “C4” or “F#5”.")
    return pitch


def parse_range(text: str) -> tuple[int, int]:
    """Read ``C4-C6``: the lowest and the highest pitch."""
    found = _RANGE.fullmatch(text)
    if found is None:
        raise StudioError(f"“{text}” is no range; say it as in “C4-C6”.")
    lowest, highest = parse_pitch(found[1]), parse_pitch(found[2])
    if lowest > highest:
        raise StudioError("The range ends below its beginning; choose a highest note above.")
    return lowest, highest


def parse_density(text: str) -> tuple[int, int | None]:
    """Read ``2-8`` or ``8`` notes a bar: at least and at most."""
    found = _DENSITY.fullmatch(text)
    if found is None:
        raise StudioError(f"“{text}” is no density; say it as in “2-8” notes a bar.")
    if found[2] is None:
        return 0, int(found[1])
    fewest, most = int(found[1]), int(found[2])
    if fewest > most:
        raise StudioError("The bars are to have fewer notes at most than at least; swap them.")
    return fewest, most


def parse_metre(text: str) -> Metre:
    """Read ``3/4``; StudioError with an example where it is none."""
    found = _METRE.fullmatch(text)
    if found is None:
        raise StudioError(f"“{text}” is no metre; say it as in “3/4”.")
    return Metre(0, int(found[1]), int(found[2]))


def parse_chords(text: str, metre: Metre, begin: int, end: int) -> tuple[Chord, ...]:
    """Read ``Dm7 | G7 C | F``: bars from ``begin``, begun again until ``end``.

    Several chords in a bar share its beats; ``N.C.`` is none, ``%`` the bar before.
    """
    bars: list[list[str]] = []
    for bar in text.strip().strip("|").split("|"):
        names = bar.split()
        if names == ["%"] and bars:
            names = bars[-1]
        if not names:
            raise StudioError(f"“{text}” has a bar without a chord; say it as in “Dm7 | G7 | C”.")
        bars.append(names)
    found: list[Chord] = []
    for number, line in enumerate(range(begin, end, metre.bar)):
        names = bars[number % len(bars)]
        for place, name in enumerate(names):
            tick = line + round(place * metre.numerator / len(names)) * metre.beat
            if tick < end and (not found or tick > found[-1].tick):
                none = name.upper() in ("N.C.", "NC")
                found.append(Chord(tick, None) if none else parse_chord(name, tick))
    return tuple(found)


def melody_place(song: Song, number: int | None = None) -> int:
    """The place of the track with that number from 1; without one, of the melody.

    The melody is the track that lies highest, drums apart. StudioError where there is none.
    """
    if number is not None:
        if not 1 <= number <= len(song.tracks):
            raise StudioError(f"The song has {len(song.tracks)} tracks; there is no {number}.")
        return number - 1
    heard = [
        (float(np.median(track.notes.pitch)), -place)
        for place, track in enumerate(song.tracks)
        if len(track.notes) and not track.drums
    ]
    if not heard:
        raise StudioError("There is no melody in it: no track with notes.")
    return -max(heard)[1]
