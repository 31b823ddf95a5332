"""Writes the sample tune that the studio opens with, "Harbour evening"; run it as a script.

Composed by hand for the picture of the harbour at dusk: D dorian, 96 quarters a minute, 32 bars as
theme, answer, middle part and return. The theme grows out of its first bar (a fourth up, two steps
and a third down): it is answered by its sequence in bars 5 and 6, widened in the answer, set
against a rising line with a rest on the beat in the middle part, and comes home calmer. The piano
laps like water, the bass mostly moves against the tune, brushes come in when the first phrase is
told. The same script writes the same file again.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path

from studio.music.edit import humanise
from studio.music.midi_file import write_midi
from studio.music.note import TICKS, Note, Notes
from studio.music.song import SUSTAIN, Controls, Marker, Song, Track
from studio.music.theory import Key
from studio.music.timing import Tempo, TempoMap

PATH = Path(__file__).resolve().parent.parent / "resources" / "samples" / "harbour-evening.mid"
BAR = 4 * TICKS
FLUTE, PIANO, UPRIGHT_BASS, BRUSHES = 73, 0, 32, 40
KICK, BRUSH, CLOSED_HAT, PEDAL_HAT, RIDE, CRASH, TOM = 36, 38, 42, 44, 51, 49, 45

# A bar a line: pitches as names, lengths in quarters; "-" rests.
MELODY = """
A4 1.5 D5 .5 C5 1 A4 1       | B4 2 G4 1 A4 1           | A4 1.5 D5 .5 E5 1 F5 1 | E5 3 C5 1
F5 1.5 E5 .5 D5 1 C5 1       | E5 1.5 D5 .5 C5 1 G4 1   | B4 1.5 C5 .5 D5 1 B4 1 | A4 3 - 1
A4 1.5 D5 .5 C5 .5 B4 .5 A4 1 | B4 2 D5 1 G5 1          | F5 1.5 E5 .5 D5 1 A4 1 | C5 3 E5 1
A5 1.5 G5 .5 F5 1 C5 1       | G5 1.5 F5 .5 E5 1 C5 1   | E5 1.5 D5 .5 C5 1 E5 1 | D5 3 - 1
- .5 C5 .5 F5 1 G5 1 A5 1    | G5 3 E5 1                | - .5 A4 .5 D5 1 E5 1 F5 1 | E5 3 C5 1
- .5 C5 .5 F5 1 A5 1 C6 1    | B5 2 A5 1 G5 1           | A5 1.5 G5 .5 E5 1 D5 1 | E5 2 D5 1 B4 1
A4 1.5 D5 .5 C5 1 A4 1       | B4 2 G4 1 A4 1           | A4 1.5 D5 .5 E5 1 F5 1 | E5 2 D5 .5 C5 .5 B4 1
C5 1.5 A4 .5 F5 1 E5 1       | D5 2 B4 1 G4 1           | G4 1.5 C5 .5 E5 2      | D5 4
"""  # noqa: E501  four bars a line, as they are sung
HARMONY = (
    "Dm", "G", "Dm", "Am", "F", "C", "G", "Am", "Dm", "G", "Dm", "Am", "F", "C/E", "C", "Dm",
    "F", "C/E", "Dm", "Am", "F", "G", "Am", "Em", "Dm", "G", "Dm", "Am", "F", "G", "C", "Dm",
)  # fmt: skip
VOICINGS = {  # low to high, chosen so that the hand hardly moves from one to the next
    "Dm": (50, 57, 64, 65), "G": (50, 55, 59, 67), "Am": (52, 57, 60, 64), "F": (53, 57, 60, 67),
    "C": (52, 55, 60, 62), "C/E": (52, 55, 60, 67), "Em": (52, 55, 59, 62),
}  # fmt: skip
ROOTS = {"Dm": 38, "G": 43, "Am": 45, "F": 41, "C": 36, "C/E": 40, "Em": 40}
FIFTHS = {"Dm": 45, "G": 38, "Am": 40, "F": 36, "C": 43, "C/E": 43, "Em": 47}
LOUD = (90, 98, 106, 91)
"""Velocity of the melody in the four parts."""
TURNS = {14: 36, 16: 43, 17: 36, 21: 47, 23: 43, 27: 43, 30: 36}
"""Last notes of the bass that go against the tune where a step would run parallel to it."""
WAVE = (0, 1, 2, 3, 2, 1, 2, 1)
_LETTERS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def song() -> Song:
    """The tune as a value."""
    tracks = (
        _track("Melody", FLUTE, melody(), 4, 3, 1, volume=108, pan=60, controls=_breath()),
        _track("Chords", PIANO, chords(), 5, 5, 2, volume=98, pan=68, controls=_pedal()),
        _track("Bass", UPRIGHT_BASS, bass(), 4, 4, 3, volume=102),
        _track("Drums", BRUSHES, drums(), 3, 5, 4, volume=104, drums=True),
    )
    last = 30 * BAR
    tempos = [Tempo(0, 96), Tempo(last, 88), Tempo(last + BAR // 2, 80), Tempo(last + BAR, 70)]
    parts = ("Theme", "Answer", "Open water", "Home")
    return Song(
        tracks=tracks,
        tempos=TempoMap(tempos),
        keys=(Key(2, "dorian"),),
        markers=tuple(Marker(8 * BAR * place, text) for place, text in enumerate(parts)),
        title="Harbour evening",
    )


def melody() -> list[Note]:
    """The tune, sung over the bar: louder towards the middle of every two bars."""
    bars = [bar.split() for line in MELODY.strip().splitlines() for bar in line.split("|")]
    notes = []
    for number, words in enumerate(bars):
        at = number * BAR
        for name, length in zip(words[::2], words[1::2], strict=True):
            ticks = round(float(length) * TICKS)
            if name != "-":
                arc = 6 - abs(at - (number // 2 * 2 + 1) * BAR) * 10 // BAR
                held = ticks - (40 if ticks <= TICKS else 20)
                notes.append(Note(at, held, _pitch(name), LOUD[number // 8] + arc))
            at += ticks
    return notes


def chords() -> list[Note]:
    """Broken chords that rise and fall; in the middle part full chords on the half bar."""
    notes = []
    for number, name in enumerate(HARMONY):
        at, voicing = number * BAR, VOICINGS[name]
        soft = LOUD[number // 8] - 20
        if number == 31:
            notes += [
                Note(at + 60 * place, BAR - 60 * place - 60, pitch, soft - 4)
                for place, pitch in enumerate((50, 57, 62, 65))
            ]
        elif number // 8 == 2:
            for half in (0, 2):
                notes += [
                    Note(at + half * TICKS + 14 * place, 2 * TICKS - 30, pitch, soft - half)
                    for place, pitch in enumerate(voicing)
                ]
            notes += [
                Note(at + 3 * TICKS + TICKS // 2, TICKS // 2 - 10, voicing[2], soft - 10),
            ]
        else:
            notes += [
                Note(
                    at + step * TICKS // 2,
                    TICKS // 2 + 60 * (step < 7),
                    voicing[place],
                    soft - 7 * (step % 2) + 6 * (step == 0),
                )
                for step, place in enumerate(WAVE)
            ]
    return notes


def bass() -> list[Note]:
    """Root, fifth and a step towards the next bar; long notes at the beginning and the end."""
    notes = []
    for number, name in enumerate(HARMONY):
        at, root, loud = number * BAR, ROOTS[name], LOUD[number // 8] - 4
        if number in (0, 1, 31):
            notes.append(Note(at, BAR - 60, root, loud - 4))
            continue
        following = ROOTS[HARMONY[number + 1]]
        notes.append(Note(at, round(1.5 * TICKS) - 40, root, loud))
        notes.append(Note(at + round(1.5 * TICKS), TICKS // 2 - 40, root, loud - 16))
        notes.append(Note(at + 2 * TICKS, TICKS - 40, FIFTHS[name], loud - 6))
        turn = TURNS.get(number, _towards(FIFTHS[name], following))
        notes.append(Note(at + 3 * TICKS, TICKS - 60, turn, loud - 10))
    return notes


def drums() -> list[Note]:
    """Brushes from bar 5 on, a ride in the middle part, less at the end."""
    notes = [Note(16 * BAR, TICKS, CRASH, 66), Note(24 * BAR, TICKS, CRASH, 54)]
    for number in range(4, 31):
        at, part = number * BAR, number // 8
        strong = (78, 86, 94, 80)[part]
        notes += [Note(at, 120, KICK, strong), Note(at + 5 * TICKS // 2, 120, KICK, strong - 12)]
        notes += [Note(at + beat * TICKS, 120, BRUSH, strong - 6) for beat in (1, 3)]
        if part == 2:
            notes += [Note(at + beat * TICKS, 100, RIDE, strong - 30) for beat in range(4)]
            notes += [Note(at + beat * TICKS, 100, PEDAL_HAT, strong - 14) for beat in (1, 3)]
        else:
            notes += [
                Note(at + step * TICKS // 2, 100, CLOSED_HAT, strong - 14 - 14 * (step % 2))
                for step in range(8)
            ]
        if number in (15, 23):
            notes += [
                Note(at + 3 * TICKS + step * TICKS // 3, 100, TOM + pitch, strong - 14 + 6 * step)
                for step, pitch in enumerate((5, 3, 0))
            ]
    return notes


def _track(
    name: str,
    program: int,
    notes: Sequence[Note],
    timing: int,
    velocity: int,
    seed: int,
    *,
    volume: int,
    pan: int = 64,
    controls: Controls | None = None,
    drums: bool = False,
) -> Track:
    """A track whose notes are played by a hand rather than by a clock."""
    exact = Notes(notes)
    played = humanise(exact, set(exact.ids.tolist()), timing, velocity, seed)
    return Track(
        name=name,
        program=program,
        notes=played,
        controls=controls or Controls(),
        volume=volume,
        pan=pan,
        drums=drums,
    )


def _pedal() -> Controls:
    """Down a little after every bar line, up right before the next."""
    ticks, values = [], []
    for number in range(32):
        ticks += [number * BAR + 40, (number + 1) * BAR - 20]
        values += [127, 0]
    ticks[-1] = 33 * BAR
    return Controls(ticks, [SUSTAIN] * len(ticks), values)


def _breath() -> Controls:
    """Expression that swells into every second bar and sinks at the end of the phrase."""
    shape = ((0, 96), (1, 106), (2, 116), (3, 120), (4, 124), (5, 122), (6, 114), (7, 102))
    ticks = [pair * 2 * BAR + step * TICKS for pair in range(16) for step, _ in shape]
    values = [value for _ in range(16) for _, value in shape]
    return Controls(ticks, [11] * len(ticks), values)


def _pitch(name: str) -> int:
    return 12 * (int(name[-1]) + 1) + _LETTERS[name[0]]


def _towards(here: int, there: int) -> int:
    """The note of the scale next to ``there``, on the side of ``here``."""
    step = -1 if here < there else 1
    near = there + step
    return near if near % 12 in Key(2, "dorian").pitch_classes else near + step


def main() -> None:
    """Write the tune."""
    parser = argparse.ArgumentParser(description="Write the sample tune of the studio.")
    parser.add_argument("path", nargs="?", type=Path, default=PATH)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    arguments.path.parent.mkdir(parents=True, exist_ok=True)
    write_midi(arguments.path, song(), force=True)
    logging.getLogger(__name__).info(
        "%s: %d bytes", arguments.path.name, arguments.path.stat().st_size
    )


if __name__ == "__main__":
    main()
