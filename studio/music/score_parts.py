"""The parts of a score as music21 has it, measure by measure, become rows of plain numbers."""

from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from studio.music.note import HIGHEST, LAST_TICK, LOWEST, TICKS
from studio.music.song_source import Fault
from studio.music.theory import SCALES, Key, key_of_signature

GRACE: Final = TICKS // 8
"""Ticks of a grace note; it sounds before the beat."""
LOUDNESS: Final = {
    "pppp": 10, "ppp": 16, "pp": 33, "p": 49, "mp": 64, "mf": 80, "f": 96, "ff": 112,
    "fff": 126, "ffff": 127, "fp": 49, "sfp": 49,
}  # fmt: skip
"""Velocities of the dynamics, as in other programs."""
# Where a drum kit's notes stand on the staff (Weinberg, Guidelines for Drumset Notation).
_KIT: Final = {
    "D4": 44, "E4": 36, "F4": 36, "G4": 41, "A4": 43, "B4": 38, "C5": 38, "D5": 47, "E5": 50,
    "F5": 51, "G5": 42, "A5": 49, "B5": 57,
}  # fmt: skip
_SNARE: Final = 38


class Row(NamedTuple):
    """A note as it is written: ``start`` in ticks from the beginning of its measure."""

    start: int
    length: int
    pitch: int
    velocity: int | None
    """None where the dynamics say it."""
    goes_on: bool
    """Whether a tie begins at it or goes through it."""
    went_on: bool
    """Whether a tie ends at it or goes through it."""


class Mark(NamedTuple):
    """Something that holds from a place on: a tempo, a metre, a key, a loudness."""

    start: int
    value: Any


@dataclass(slots=True, eq=False)
class Measure:
    """What one measure of one part holds; ``length`` in ticks."""

    start: int
    length: int
    rows: list[Row] = field(default_factory=list)
    tempos: list[Mark] = field(default_factory=list)
    metres: list[Mark] = field(default_factory=list)
    keys: list[Mark] = field(default_factory=list)
    loudness: list[Mark] = field(default_factory=list)
    markers: list[Mark] = field(default_factory=list)
    pedal: list[Mark] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Part:
    """One staff of the score."""

    id: str
    name: str
    program: int
    drums: bool
    measures: list[Measure]
    streams: list[Any]
    """The measures as music21 has them, for their bar lines; none where there are no bars."""


def ticks(quarters: Any) -> int:
    """Ticks of a length in quarters, which is a float or a fraction; raises `Fault` beyond time."""
    value = float(quarters) * TICKS
    if not -1 < value < LAST_TICK:
        raise Fault("goes on for longer than a song can.")
    return max(0, round(value))


def read_part(stream: Any) -> Part:
    """Read a part; its notes come out at the pitch at which they sound."""
    from music21 import instrument
    from music21 import stream as streams

    measures = list(stream.getElementsByClass(streams.Measure)) or [stream]
    plays = list(stream.getElementsByClass(instrument.Instrument)) if measures != [stream] else []
    reader = _Reader(stream.atSoundingPitch is not False)
    read = []
    for number, measure in enumerate(measures):
        start = ticks(measure.offset) if measure is not stream else 0
        if number + 1 < len(measures):
            length = max(0, ticks(measures[number + 1].offset) - start)
        else:
            length = ticks(measure.duration.quarterLength)
        while plays and ticks(plays[0].offset) <= start:
            reader.take_instrument(plays.pop(0))
        read.append(reader.read(measure, Measure(start, length)))
    name = stream.partName or reader.name or ""
    streams_of_bars = [] if measures == [stream] else measures
    return Part(str(stream.id), name, reader.program, reader.drums, read, streams_of_bars)


class _Reader:
    """Reads the measures of a part in order, and keeps what holds from one to the next."""

    def __init__(self, sounding: bool) -> None:
        self.program = 0
        self.name = ""
        self.drums = False
        self._sounding = sounding
        self._shift = 0
        self._named = False

    def read(self, measure: Any, into: Measure) -> Measure:
        """Take in one measure with its voices."""
        from music21 import stream as streams

        containers = [(0, measure)]
        containers += [(ticks(v.offset), v) for v in measure.getElementsByClass(streams.Voice)]
        for base, container in containers:
            graces: dict[int, list[list[Row]]] = {}
            for element in container:
                start = base + ticks(element.offset)
                if element.duration.isGrace:
                    rows = self._rows(element, 0, GRACE)
                    if rows:
                        graces.setdefault(start, []).append(rows)
                else:
                    self._take(element, start, into)
            for start, groups in graces.items():
                for before, rows in enumerate(reversed(groups), 1):
                    into.rows += [row._replace(start=start - before * GRACE) for row in rows]
        return into

    def take_instrument(self, found: Any) -> None:
        """The first gives name and program, each one how far its notes sound from the written."""
        from music21 import instrument

        if not self._sounding:
            interval = found.transposition
            self._shift = int(interval.chromatic.semitones) if interval is not None else 0
        if self._named:
            return
        self._named = True
        self.name = str(found.partName or found.instrumentName or "")
        program = found.midiProgram
        if program is not None and 0 <= program <= 127:
            self.program = int(program)
        self.drums |= isinstance(found, instrument.UnpitchedPercussion)

    def _take(self, element: Any, start: int, into: Measure) -> None:
        from music21 import dynamics, expressions, instrument, key, meter, note, tempo

        if isinstance(element, note.NotRest):
            into.rows += self._rows(element, start, ticks(element.duration.quarterLength))
        elif isinstance(element, instrument.Instrument):
            self.take_instrument(element)
        elif isinstance(element, meter.TimeSignature):
            into.metres.append(Mark(start, (element.numerator, element.denominator)))
        elif isinstance(element, key.KeySignature):
            into.keys.append(Mark(start, self._key(element)))
        elif isinstance(element, tempo.MetronomeMark):
            bpm = element.getQuarterBPM()
            if bpm:
                into.tempos.append(Mark(start, float(bpm)))
        elif isinstance(element, dynamics.Dynamic):
            if element.value in LOUDNESS:
                into.loudness.append(Mark(start, LOUDNESS[element.value]))
        elif isinstance(element, expressions.RehearsalMark) and element.content:
            into.markers.append(Mark(start, str(element.content)))

    def _rows(self, element: Any, start: int, length: int) -> list[Row]:
        """The notes of a note or chord; none of a chord symbol, which is not played."""
        from music21 import chord, harmony, note

        if isinstance(element, harmony.Harmony) or not isinstance(element, note.NotRest):
            return []
        rows = []
        for one in element.notes if isinstance(element, chord.ChordBase) else (element,):
            pitch = self._pitch(one)
            if not LOWEST <= pitch <= HIGHEST or length < 1:
                continue
            tie = one.tie or element.tie
            kind = tie.type if tie is not None else ""
            rows.append(
                Row(
                    start,
                    length,
                    pitch,
                    _velocity(one) or _velocity(element),
                    kind in ("start", "continue"),
                    kind in ("stop", "continue"),
                )
            )
        return rows

    def _pitch(self, one: Any) -> int:
        from music21 import note

        if isinstance(one, note.Unpitched):
            self.drums = True
            known = getattr(one.storedInstrument, "percMapPitch", None)
            place = f"{one.displayStep}{one.displayOctave}"
            return int(known) if known is not None else _KIT.get(place, _SNARE)
        return int(one.pitch.midi) + self._shift

    def _key(self, found: Any) -> Key:
        mode = getattr(found, "mode", None)
        sharps = min(max(int(found.sharps or 0), -7), 7)
        plain = key_of_signature(sharps, mode == "minor")
        tonic = getattr(found, "tonic", None)
        if mode in SCALES and mode not in ("major", "minor") and tonic is not None:
            plain = Key(int(tonic.pitchClass), mode)
        return Key((plain.tonic + self._shift) % 12, plain.scale)


def _velocity(one: Any) -> int | None:
    """The loudness that the file gives to this very note."""
    if not one.hasVolumeInformation() or one.volume.velocity is None:
        return None
    return int(min(max(one.volume.velocity, 1), 127))
