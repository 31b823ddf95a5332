"""Reads tunes in ABC notation as songs: each voice a track, each note where it is written.

What the books of folk tunes and the hymnal use is read exactly: keys with modes, accidentals to the
end of the bar, broken rhythm, tuplets, ties, chords, voices. Grace notes take no time and are left
out, repeats are not played out, endings stand one after the other. A pickup stands at the end of
its first bar. Words, chord symbols and ornaments are passed over. (ABC standard 2.1.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from studio.music.note import Notes
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.training.abc_bars import metres_of_bars
from studio.training.abc_fields import (
    SIGNS,
    AbcKey,
    AbcTune,
    field_of,
    key_of,
    metre_of,
    split_tunes,
    tempo_of,
    unit_of,
    usual_unit,
)

_LENGTH = r"\d*(?:/+\d*)?"
_SIGN = r"(?:\^\^|__|\^|_|=)?"
_NOTE = rf"(\^\^|__|\^|_|=)?([A-Ga-g])([,']*)({_LENGTH})"
_TOKEN = re.compile(
    rf"""(?P<inline>\[[A-Za-z]:[^\]]*\])
    | (?P<grace>\{{[^}}]*\}})
    | (?P<mark>![^!\s|]*!)
    | (?P<chord>[\[+](?:\s*{_SIGN}[A-Ga-g][,']*{_LENGTH}-?)+\s*[\]+](?P<times>{_LENGTH}))
    | (?P<bar>(?:\[\||[|:])[|:\]]*)
    | (?P<tuplet>\(\d(?::\d*){{0,2}})
    | (?P<note>{_NOTE})
    | (?P<rest>[zx]{_LENGTH}) | (?P<bars>[ZX]\d*)
    | (?P<broken>>+|<+)
    | (?P<tie>-)""",
    re.VERBOSE,
)
_ONE = re.compile(_NOTE + "(-?)")
_STRING = re.compile(r'"[^"]*"')
_PLAIN_TUPLETS = {2: 3, 3: 2, 4: 3, 6: 2, 8: 3}
_NATURALS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_MIDDLE = 60


@dataclass(slots=True)
class _Item:
    """What sounds at once, or nothing: pitches by their written names, and a length in ticks."""

    pitches: dict[tuple[str, int], int]
    length: Fraction
    tied: set[tuple[str, int]] = field(default_factory=set)


@dataclass(slots=True)
class _Voice:
    """A voice as far as it is read."""

    key: AbcKey
    items: list[_Item] = field(default_factory=list)
    bars: list[Fraction] = field(default_factory=list)
    clock: Fraction = Fraction(0)
    marks: dict[str, int] = field(default_factory=dict)
    """The accidentals of this bar by letter."""
    next_times: Fraction = Fraction(1)
    tuplet: tuple[int, Fraction] = (0, Fraction(1))


def read_abc(text: str) -> Iterator[Song]:
    """The tunes of an ABC file in order; those without a note are left out."""
    for tune in split_tunes(text):
        song = _Reader(tune).song()
        if not song.is_empty:
            yield song


class _Reader:
    """One tune being read."""

    def __init__(self, tune: AbcTune) -> None:
        fields = tune.fields
        self.tune = tune
        self.key = key_of(fields.get("K", ""))
        self.metre = metre_of(fields.get("M", "C"))
        self.unit = unit_of(fields.get("L", "")) or usual_unit(self.metre)
        self.keys: list[tuple[Fraction, Key]] = [(Fraction(0), self.key.key)]
        self.metres: list[tuple[Fraction, tuple[int, int] | None]] = [(Fraction(0), self.metre)]
        self.tempos: list[tuple[Fraction, float]] = []
        self.note_tempo(fields.get("Q", ""), Fraction(0))
        self.voices: dict[str, _Voice] = {}
        for named in tune.voices:
            self.voice_called(named)
        self.voice = next(iter(self.voices.values()), None) or self.voice_called("1")
        for line in tune.lines:
            self.read_line(line)

    def voice_called(self, text: str) -> _Voice:
        name = (text.split() or ["1"])[0]
        return self.voices.setdefault(name, _Voice(self.key))

    def read_line(self, line: str) -> None:
        found = field_of(line)
        if found is not None:
            self.read_field(*found)
            return
        for match in _TOKEN.finditer(_STRING.sub(" ", line)):
            kind = match.lastgroup
            if match["inline"] is not None:
                self.read_field(match[0][1], match[0][3:-1].strip())
            elif match["chord"] is not None:
                self.read_chord(match[0], match["times"])
            elif match["note"] is not None:
                self.read_notes([match[0]], Fraction(1))
            elif kind == "rest":
                self.put(_Item({}, _times(match[0][1:]) * self.unit))
            elif kind == "bars":
                bar = Fraction(Metre(0, *(self.metre or (4, 4))).bar)
                self.put(_Item({}, bar * int(match[0][1:] or 1)))
            elif kind == "bar":
                self.voice.bars.append(self.voice.clock)
                self.voice.marks.clear()
            elif kind == "tuplet":
                self.begin_tuplet(match[0])
            elif kind == "broken":
                self.bend(match[0])
            elif kind == "tie" and self.voice.items:
                self.voice.items[-1].tied |= set(self.voice.items[-1].pitches)

    def read_field(self, letter: str, value: str) -> None:
        voice = self.voice
        if letter == "V":
            self.voice = self.voice_called(value)
        elif letter == "K":
            voice.key = self.key = key_of(value)
            self.keys.append((voice.clock, self.key.key))
            for other in self.voices.values():
                if other.clock == voice.clock:
                    other.key = self.key
        elif letter == "M":
            self.metre = metre_of(value)
            self.metres.append((voice.clock, self.metre))
        elif letter == "L":
            self.unit = unit_of(value) or self.unit
        elif letter == "Q":
            self.note_tempo(value, voice.clock)

    def note_tempo(self, text: str, clock: Fraction) -> None:
        speed = tempo_of(text)
        if speed is not None:
            self.tempos.append((clock, speed))

    def read_chord(self, text: str, times: str) -> None:
        self.read_notes([m[0] for m in _ONE.finditer(text)], _times(times))

    def read_notes(self, texts: list[str], times: Fraction) -> None:
        """What begins together; it lasts as long as the first of it is written."""
        item = _Item({}, Fraction(0))
        for text in texts:
            match = _ONE.match(text)
            assert match is not None
            sign, letter, marks, length, tie = match.groups()
            octave = letter.islower() + marks.count("'") - marks.count(",")
            name = (letter.upper(), octave)
            item.pitches[name] = self.pitch(sign, name)
            item.length = item.length or _times(length) * times * self.unit
            if tie:
                item.tied.add(name)
        self.put(item)

    def pitch(self, sign: str | None, name: tuple[str, int]) -> int:
        voice = self.voice
        letter, octave = name
        before = voice.items[-1] if voice.items else None
        if sign is not None:
            voice.marks[letter] = SIGNS[sign]
        elif before is not None and name in before.tied:
            return before.pitches[name]
        alter = voice.marks.get(letter, voice.key.alters.get(letter, 0))
        return _MIDDLE + 12 * octave + _NATURALS[letter] + alter

    def put(self, item: _Item) -> None:
        voice = self.voice
        left, factor = voice.tuplet
        if left:
            item.length *= factor
            voice.tuplet = (left - 1, factor)
        item.length *= voice.next_times
        voice.next_times = Fraction(1)
        voice.items.append(item)
        voice.clock += item.length

    def begin_tuplet(self, text: str) -> None:
        """``(3``, ``(3:2:4``: so many notes in the time of so many."""
        count, *more = [int(part) if part else 0 for part in text[1:].split(":")]
        if count < 2:
            return
        compound = self.metre is not None and self.metre[0] % 3 == 0 and self.metre[0] > 3
        time = (more[0] if more else 0) or _PLAIN_TUPLETS.get(count, 3 if compound else 2)
        self.voice.tuplet = ((more[1] if len(more) > 1 else 0) or count, Fraction(time, count))

    def bend(self, text: str) -> None:
        """Broken rhythm: one of two notes gives to the other."""
        voice = self.voice
        if not voice.items:
            return
        less = Fraction(1, 2 ** len(text))
        first, second = (2 - less, less) if text[0] == ">" else (less, 2 - less)
        last = voice.items[-1]
        voice.clock += last.length * (first - 1)
        last.length *= first
        voice.next_times = second

    # -- the song --------------------------------------------------------------------------------

    def song(self) -> Song:
        """What was read."""
        voices = {name: voice for name, voice in self.voices.items() if voice.items}
        if not voices:
            return Song()
        first = next(iter(voices.values()))
        lines = sorted({round(x) for x in (*first.bars, first.clock)})
        changes = [(round(tick), metre or (4, 4)) for tick, metre in self.metres]
        shift, metres = metres_of_bars(lines, changes)
        tracks = tuple(
            Track(name="" if len(voices) == 1 else name, notes=_notes(voice, shift))
            for name, voice in voices.items()
        )
        keys = {round(tick) + shift if tick else 0: key for tick, key in self.keys}
        tempos = [Tempo(round(t) + shift if t else 0, bpm) for t, bpm in self.tempos]
        return Song(
            tracks=tracks,
            metres=MetreMap([Metre(tick, *metre) for tick, metre in metres]),
            keys=tuple(Key(key.tonic, key.scale, tick) for tick, key in keys.items()),
            tempos=TempoMap(tempos),
            title=self.tune.fields.get("T", ""),
        )


def _notes(voice: _Voice, shift: int) -> Notes:
    """The sounding notes of a voice, ties joined."""
    rows: list[list[int]] = []
    held: dict[tuple[str, int], int] = {}
    clock = Fraction(shift)
    for item in voice.items:
        start, clock = clock, clock + item.length
        length = round(clock) - round(start)
        still: dict[tuple[str, int], int] = {}
        for name, pitch in item.pitches.items() if length > 0 else ():
            place = held.get(name)
            if place is not None and rows[place][2] == pitch:
                rows[place][1] += length
            elif 0 <= pitch <= 127:
                place = len(rows)
                rows.append([round(start), length, pitch])
            if name in item.tied and place is not None:
                still[name] = place
        held = still if length > 0 else held
    start_, length_, pitch_ = zip(*rows, strict=True) if rows else ((), (), ())
    return Notes.of_columns(start_, length_, pitch_, [90] * len(rows))


def _times(text: str) -> Fraction:
    """``3/2``, ``/``, ``//``, ``3/`` as a number."""
    digits = text.split("/", 1)[0]
    slashes = text.count("/")
    below = text.rsplit("/", 1)[1] if slashes else ""
    bottom = int(below) if below and int(below) else 2**slashes
    return Fraction(int(digits or 1), bottom)
