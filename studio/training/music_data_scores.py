"""Reads MusicXML to learn from: notes as written, staff by staff, and the chord symbols.

Far quicker than reading a score to be played: no repeats, dynamics or ornaments. Grace notes are
left out, ties joined; a part with several staves gives a track each.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element

from studio.errors import UnreadableFile
from studio.music.note import TICKS, Notes
from studio.music.score_text import checked_xml, unpacked
from studio.music.song import Song, Track
from studio.music.song_source import contents, faults_of
from studio.music.theory import Key, key_of_signature
from studio.music.timing import Metre, MetreMap
from studio.music.tokenizer_chords import Chord
from studio.music.tokenizer_score import Score
from studio.training.abc_bars import metres_of_bars

_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_KINDS = {
    "major": "", "minor": "m", "augmented": "aug", "diminished": "dim", "dominant": "7",
    "major-seventh": "maj7", "minor-seventh": "m7", "diminished-seventh": "dim7",
    "augmented-seventh": "7", "half-diminished": "m7b5", "major-minor": "mmaj7",
    "major-sixth": "6", "minor-sixth": "m6", "dominant-ninth": "9", "major-ninth": "maj9",
    "minor-ninth": "m9", "dominant-11th": "9", "major-11th": "maj9", "minor-11th": "m9",
    "dominant-13th": "9", "major-13th": "maj9", "minor-13th": "m9", "suspended-second": "sus2",
    "suspended-fourth": "sus4", "power": "5",
}  # fmt: skip

_Row = tuple[int, int, int]


def read_score(path: Path) -> Score:
    """Read a MusicXML file, compressed or not; raises UnreadableFile."""
    data = contents(path)
    with faults_of(path):
        root = checked_xml(unpacked(data) if data.startswith(b"PK") else data)
        try:
            return _Reader(root).score(path.stem)
        except (ValueError, KeyError, ZeroDivisionError) as problem:
            raise UnreadableFile(f"“{path.name}” is damaged: a value is none.") from problem


class _Reader:
    """A score being read; times are Fractions of ticks until the end."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.lines: list[Fraction] = []
        self.metres: dict[int, tuple[int, int]] = {}
        self.keys: dict[int, Key] = {}
        self.chords: dict[int, tuple[int | None, str]] = {}

    def score(self, title: str) -> Score:
        """All of it."""
        programs = {
            one.get("id"): int(one.findtext("midi-instrument/midi-program") or 1) - 1
            for one in self.root.iterfind("part-list/score-part")
        }
        tracks: list[tuple[int, list[_Row]]] = []
        for part in self.root.iterfind("part"):
            program = programs.get(part.get("id"), 0)
            tracks += [(program, rows) for rows in _Part(self, part).staves() if rows]
        lines = [round(line) for line in self.lines]
        changes = sorted(self.metres.items()) or [(0, (4, 4))]
        if changes[0][0] > 0:
            changes.insert(0, (0, (4, 4)))
        shift, metres = metres_of_bars(lines, changes)
        song = Song(
            tracks=tuple(
                Track(program=max(0, min(127, p)), notes=_notes(rows, shift)) for p, rows in tracks
            ),
            metres=MetreMap([Metre(tick, *metre) for tick, metre in metres]),
            keys=tuple(
                Key(key.tonic, key.scale, tick + shift if tick else 0)
                for tick, key in self.keys.items()
            ),
            title=title,
        )
        chords = [Chord(tick + shift, *named) for tick, named in sorted(self.chords.items())]
        return Score(song, tuple(chords))


class _Part:
    """One part being read, measure by measure."""

    def __init__(self, reader: _Reader, part: Element) -> None:
        self.reader, self.part = reader, part
        self.unit = Fraction(TICKS)
        self.sounding = 0
        self.rows: dict[str, list[_Row]] = {}
        self.held: dict[tuple[str, int], int] = {}

    def staves(self) -> Iterator[list[_Row]]:
        """The notes of each staff in order: start, length, pitch."""
        line = Fraction(0)
        for measure in self.part.iterfind("measure"):
            end = self.read(measure, line)
            line = max(end, line)
            if len(self.reader.lines) < 100_000:
                self.reader.lines.append(line)
        for staff in sorted(self.rows):
            yield self.rows[staff]

    def read(self, measure: Element, line: Fraction) -> Fraction:
        """One measure; returns where it ends."""
        now, onset, end = line, line, line
        for one in measure:
            length = Fraction(one.findtext("duration") or 0) * self.unit
            if one.tag == "attributes":
                self.read_attributes(one, now)
            elif one.tag == "backup":
                now = max(line, now - length)
            elif one.tag == "forward":
                now += length
            elif one.tag == "harmony":
                offset = Fraction(one.findtext("offset") or 0) * self.unit
                self.read_chord(one, round(now + offset))
            elif one.tag == "note" and one.find("grace") is None:
                if one.find("chord") is None:
                    onset, now = now, now + length
                self.read_note(one, onset, length)
            end = max(end, now)
        return end

    def read_attributes(self, one: Element, now: Fraction) -> None:
        divisions = one.findtext("divisions")
        if divisions is not None:
            self.unit = TICKS / Fraction(divisions)
        self.sounding = int(one.findtext("transpose/chromatic") or self.sounding)
        fifths = one.findtext("key/fifths")
        if fifths is not None and not self.sounding:
            minor = one.findtext("key/mode") == "minor"
            self.reader.keys[round(now)] = key_of_signature(int(fifths), minor)
        beats, kind = one.findtext("time/beats"), one.findtext("time/beat-type")
        if beats and kind:
            top = sum(int(part) for part in beats.split("+"))
            self.reader.metres[round(now)] = (top, int(kind))

    def read_note(self, one: Element, onset: Fraction, length: Fraction) -> None:
        step = one.findtext("pitch/step")
        if step is None or length <= 0:
            return
        octave = int(one.findtext("pitch/octave") or 4)
        alter = round(float(one.findtext("pitch/alter") or 0))
        pitch = 12 * (octave + 1) + _STEPS[step] + alter + self.sounding
        if not 0 <= pitch <= 127:
            return
        staff = one.findtext("staff") or "1"
        rows = self.rows.setdefault(staff, [])
        start, end = round(onset), round(onset + length)
        ties = {tie.get("type") for tie in one.iterfind("tie")}
        place = self.held.pop((staff, pitch), None) if "stop" in ties else None
        if place is not None and rows[place][0] + rows[place][1] == start:
            rows[place] = (rows[place][0], end - rows[place][0], pitch)
        elif end > start:
            place = len(rows)
            rows.append((start, end - start, pitch))
        if "start" in ties and place is not None:
            self.held[staff, pitch] = place

    def read_chord(self, one: Element, tick: int) -> None:
        step, kind = one.findtext("root/root-step"), one.findtext("kind") or ""
        if kind == "none":
            self.reader.chords[tick] = (None, "")
        elif step in _STEPS:
            root = _STEPS[step] + round(float(one.findtext("root/root-alter") or 0))
            self.reader.chords[tick] = ((root + self.sounding) % 12, _KINDS.get(kind, ""))


def _notes(rows: list[_Row], shift: int) -> Notes:
    start, length, pitch = zip(*rows, strict=True)
    return Notes.of_columns([s + shift for s in start], length, pitch, [90] * len(rows))
