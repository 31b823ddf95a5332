"""Reads kern, the text in which the Humdrum archives keep scores: one column a staff or voice.

music21 loses the notes of voices that split twice, which piano music does all the time, and knows
no pedal; the format is plain enough to be read here. After D. Huron, The Humdrum Toolkit, and the
reference of **kern. What is heard is read: notes, ties, grace notes, dynamics, pedal, tempo,
metre, key, repeats and the order of the sections. Pitches in kern are sounding ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from studio.music.note import HIGHEST, LOWEST, TICKS
from studio.music.score_kern_words import (
    METRE,
    PROGRAMS,
    TEMPO,
    UNIT,
    Order,
    key_of,
    pitch_of,
    units,
)
from studio.music.score_parts import GRACE, LOUDNESS, Mark, Measure, Part, Row, ticks
from studio.music.song_source import Fault, count_of

_MOST_COLUMNS: Final = 256


@dataclass(slots=True, eq=False)
class _Staff:
    """One column of the beginning, with all that it splits into: a staff, or its dynamics."""

    kind: str
    player: str = ""
    name: str = ""
    program: int = 0
    measures: list[Measure] = field(default_factory=lambda: [Measure(0, 0)])
    graces: list[list[Row]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Column:
    """One of the columns of a line, and when its note ends, in units."""

    staff: _Staff
    busy_until: int = 0


@dataclass(slots=True, eq=False)
class KernScore:
    """What was read: the staves from the top, whose they are, and the measures as played."""

    parts: list[Part]
    players: list[int]
    order: list[int] | None
    title: str


def read_kern(text: str, notes: list[str]) -> KernScore:
    """Read a kern score; ``notes`` grow by what was left out. Raises `Fault` for no score.

    A line whose columns are not as many as they should be has no place and is left out. Of
    several pieces in one text the first is read.
    """
    reader = _Reader()
    for line in text.split("\n"):
        if not reader.take(line):
            notes.append("It holds several pieces; the first was read.")
            break
    if not reader.staves:
        raise Fault("holds no staff that can be read.")
    reader.end_measure()
    if reader.left_out:
        lines = count_of(reader.left_out, "line", "lines")
        notes.append(f"{lines} had too few or too many columns and were left out.")
    return reader.score(notes)


class _Reader:
    """Goes through the lines, and knows what column they are in and what time it is."""

    def __init__(self) -> None:
        self.staves: list[_Staff] = []
        self.left_out = 0
        self._title = ""
        self._columns: list[_Column] = []
        self._now = 0
        self._begin = 0
        self._marks = Order()

    def take(self, line: str) -> bool:
        """Read one line; False where another piece begins."""
        fields = line.split("\t")
        if line.startswith("!!!OTL") and not self._title:
            self._title = line.partition(":")[2].strip()
        elif line.startswith("!") or not line.strip():
            pass
        elif line.startswith("**") and not self._columns:
            if self.staves:
                return False
            self._start(fields)
        elif len(fields) != len(self._columns):
            self.left_out += bool(self._columns)
        elif line.startswith("*"):
            self._interpret(fields)
        elif line.startswith("="):
            self._bar(fields[0])
        else:
            self._sound(fields)
        return True

    def end_measure(self) -> bool:
        """Close the measure here; False where nothing has happened in it."""
        for staff in self.staves:
            self._place_graces(staff)
        if self._now == self._begin:
            return False
        for staff in self.staves:
            staff.measures[-1].length = self._tick()
            staff.measures.append(Measure(staff.measures[-1].start + self._tick(), 0))
        self._begin = self._now
        return True

    def score(self, notes: list[str]) -> KernScore:
        """What was read."""
        staves = list(reversed(self.staves))
        parts = []
        for number, staff in enumerate(staves):
            name = staff.name or f"Staff {number + 1}"
            parts.append(Part(str(number), name, staff.program, False, staff.measures, []))
        players: list[int] = []
        for before, staff in zip([None, *staves], staves, strict=False):
            same = before is not None and bool(staff.player) and before.player == staff.player
            players.append(players[-1] + (not same) if players else 0)
        count = len(staves[0].measures)
        return KernScore(parts, players, self._marks.played(count, notes), self._title)

    # -- lines -----------------------------------------------------------------------------------

    def _start(self, fields: Sequence[str]) -> None:
        if len(fields) > _MOST_COLUMNS:
            raise Fault(f"has more than {_MOST_COLUMNS} columns.")
        self._columns = [_Column(_Staff(kind)) for kind in fields]
        self.staves = [column.staff for column in self._columns if column.staff.kind == "**kern"]

    def _interpret(self, fields: Sequence[str]) -> None:
        for column, word in zip(self._columns, fields, strict=True):
            if word.startswith("*>"):
                self._section(word)
            elif word not in ("*", "*^", "*v", "*-", "*x", "*+"):
                self._say(column.staff, word)
        self._rearrange(fields)

    def _rearrange(self, fields: Sequence[str]) -> None:
        """Let columns split, join, end and change places, as the line says."""
        columns: list[_Column] = []
        joining: _Staff | None = None
        for place, (column, word) in enumerate(zip(self._columns, fields, strict=True)):
            if word == "*v" and joining is column.staff:
                columns[-1].busy_until = max(columns[-1].busy_until, column.busy_until)
                continue
            joining = column.staff if word == "*v" else None
            if word == "*x" and fields[place - 1 : place] == ["*x"] and columns:
                columns.insert(len(columns) - 1, column)
            elif word != "*-":
                columns.append(column)
            if word == "*^":
                columns.append(_Column(column.staff, column.busy_until))
            elif word == "*+":
                columns.append(_Column(_Staff("")))
        if len(columns) > _MOST_COLUMNS:
            raise Fault(f"has more than {_MOST_COLUMNS} columns.")
        self._columns = columns

    def _bar(self, sign: str) -> None:
        begins, ends = sign.rstrip().endswith(":"), ":" in sign.rstrip(":;")
        if not (begins or ends or sign.startswith("==") or any(c.isdigit() for c in sign)):
            return
        self._now = max((column.busy_until for column in self._columns), default=self._now)
        self.end_measure()
        here = len(self.staves[0].measures) - 1 if self.staves else 0
        if ends:
            self._marks.ends.add(here - 1)
        if begins:
            self._marks.begins.add(here)

    def _section(self, word: str) -> None:
        name = word[2:]
        if name.startswith("[") and name.endswith("]"):
            self._marks.plan = self._marks.plan or name[1:-1].split(",")
        elif "[" not in name and self.staves:
            self.end_measure()
            self._marks.sections.setdefault(name, len(self.staves[0].measures) - 1)

    def _sound(self, fields: Sequence[str]) -> None:
        """Take a line of notes; one without any, which some files have, takes no time."""
        told = [
            (column, token)
            for column, token in zip(self._columns, fields, strict=True)
            if token not in (".", "") and not token.startswith("!")
        ]
        begun = [c.busy_until for c, token in told if _is_note(c, token)]
        self._now = max(self._now, *begun, 0)
        for column, token in told:
            if column.staff.kind == "**kern":
                self._notes(column, token)
            elif column.staff.kind == "**dynam":
                self._dynamic(column.staff, token)
        if begun:
            ends = [column.busy_until for column in self._columns]
            self._now = min((end for end in ends if end > self._now), default=self._now)
        ticks(self._now // UNIT / TICKS)  # not beyond the end of time

    # -- what the columns say --------------------------------------------------------------------

    def _tick(self) -> int:
        """Ticks from the beginning of the measure."""
        return (2 * (self._now - self._begin) + UNIT) // (2 * UNIT)

    def _notes(self, column: _Column, token: str) -> None:
        staff = column.staff
        length = 0
        rows = []
        for one in token.split(" "):
            length = units(one) or length
            pitch = pitch_of(one)
            if pitch is None or not LOWEST <= pitch <= HIGHEST:
                continue
            went, goes = "]" in one or "_" in one, "[" in one or "_" in one
            span = max(1, (2 * length + UNIT) // (2 * UNIT))
            rows.append(Row(self._tick(), span, pitch, None, goes, went))
        if "q" in token:
            if rows:
                staff.graces.append([r._replace(length=GRACE) for r in rows])
            return
        if not length:
            return
        self._place_graces(staff)
        column.busy_until = self._now + length
        staff.measures[-1].rows += rows

    def _place_graces(self, staff: _Staff) -> None:
        """Grace notes sound one after another, and the last ends where they are written."""
        for before, rows in enumerate(reversed(staff.graces), 1):
            staff.measures[-1].rows += [r._replace(start=r.start - before * GRACE) for r in rows]
        staff.graces.clear()

    def _dynamic(self, staff: _Staff, token: str) -> None:
        loudness = LOUDNESS.get(token.strip("<>[]() "))
        if loudness is None:
            return
        for one in self._of_player(staff):
            one.measures[-1].loudness.append(Mark(self._tick(), loudness))

    def _of_player(self, staff: _Staff) -> list[_Staff]:
        same = [one for one in self.staves if one.player == staff.player]
        return same or self.staves

    def _join(self, staff: _Staff, kind: str) -> None:
        """A column that was added to the others says what it is."""
        staff.kind = kind
        if kind == "**kern" and self.staves:
            if len(self.staves) == _MOST_COLUMNS:
                raise Fault(f"has more than {_MOST_COLUMNS} staves.")
            staff.measures = [Measure(one.start, one.length) for one in self.staves[0].measures]
            self.staves.append(staff)

    def _say(self, staff: _Staff, word: str) -> None:
        """A word that holds from here on for its staff."""
        measure = staff.measures[-1]
        here = self._tick()
        if staff.kind == "" and word.startswith("**"):
            self._join(staff, word)
        elif word.startswith("*part"):
            staff.player = word
        elif word.startswith('*I"'):
            staff.name = word[3:]
        elif word[2:] in PROGRAMS and word.startswith("*I"):
            staff.program = PROGRAMS[word[2:]]
        elif word in ("*ped", "*Xped", "*ped*"):
            measure.pedal.append(Mark(here, word == "*ped"))
        elif found := METRE.fullmatch(word):
            measure.metres.append(Mark(here, (int(found[1]), int(found[2]))))
        elif found := TEMPO.fullmatch(word):
            measure.tempos.append(Mark(here, float(found[1])))
        elif (key := key_of(word)) is not None:
            measure.keys.append(Mark(here, key))


def _is_note(column: _Column, token: str) -> bool:
    """Whether a token is a note or a rest that takes time."""
    return column.staff.kind == "**kern" and "q" not in token and units(token) > 0
