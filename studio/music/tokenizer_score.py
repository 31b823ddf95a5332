"""A song with its chords, and how it is put on the grid of the composer's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from studio.music.note import Notes
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.music.tokenizer_chords import Chord
from studio.music.tokenizer_words import METRES, MOST_TRACKS, TEMPOS, UNIT, VELOCITIES, nearest


@dataclass(frozen=True, slots=True)
class Score:
    """A song with the chords under it; compares by value."""

    song: Song
    chords: tuple[Chord, ...] = ()


def snapped(score: Score) -> Score:
    """The score as the words can say it: all on the grid, at most 16 tracks, those with notes.

    Starts, lengths and chords go to the nearest unit, velocities and tempos to the nearest word,
    changes of key and tempo to the bar line before them; bars longer than 8 quarters are parted.
    """
    song = score.song
    tracks = [
        Track(program=t.program, drums=t.drums, notes=_snapped_notes(t.notes))
        for t in song.tracks
        if len(t.notes)
    ][:MOST_TRACKS]
    chords = {_units(c.tick) * UNIT: c for c in score.chords}
    last = max([0, *(int(t.notes.start.max()) for t in tracks), *chords])
    metres = _snapped_metres(song.metres, last)
    lines = [tick for _, tick, _ in metres.bars(0, last + 1)]
    keys = {_line(lines, key.tick): key for key in song.keys if key.tick <= last}
    tempos = {_line(lines, t.tick): t.bpm for t in song.tempos.changes if t.tick <= last}
    plain = Song(
        tracks=tuple(tracks) or (Track(),),
        metres=metres,
        keys=_changing([replace(key, tick=tick) for tick, key in sorted(keys.items())]),
        tempos=TempoMap(_slower(tempos)),
    )
    found = [replace(chord, tick=tick) for tick, chord in sorted(chords.items())]
    return Score(plain, tuple(found))


def _units(ticks: int) -> int:
    return (ticks + UNIT // 2) // UNIT


def _snapped_notes(notes: Notes) -> Notes:
    start = (notes.start + UNIT // 2) // UNIT
    end = (notes.start + notes.length + UNIT // 2) // UNIT
    loud = np.clip((notes.velocity - 2 + 2) // 4, 0, len(VELOCITIES) - 1) * 4 + 2
    length = np.maximum(end - start, 1)
    return Notes.of_columns(start * UNIT, length * UNIT, notes.pitch, loud)


def _snapped_metres(metres: MetreMap, last: int) -> MetreMap:
    """Every bar of a length that is a metre of the vocabulary."""
    found: list[Metre] = []
    tick = 0
    for _, start, metre in metres.bars(0, last + 1):
        left = max(1, _units(metres.bar_end(start)) - tick // UNIT)
        signature = (metre.numerator, metre.denominator)
        for one in _signatures(left, signature):
            if not found or (found[-1].numerator, found[-1].denominator) != one:
                found.append(Metre(tick, *one))
            tick += Metre(0, *one).bar
    return MetreMap([metre for metre in found if metre.tick <= last])


def _signatures(units: int, usual: tuple[int, int]) -> list[tuple[int, int]]:
    """Metres that together are as long, or the nearest 32nd; the usual one where it fits."""
    if usual in METRES and Metre(0, *usual).bar == units * UNIT:
        return [usual]
    for bottom in (usual[1], 4, 8, 16, 32):
        whole = Metre(0, 1, bottom).bar // UNIT if bottom <= 32 else 0
        if whole and units % whole == 0 and (units // whole, bottom) in METRES:
            return [(units // whole, bottom)]
    parts = [(4, 4)] * (units // 96)
    rest = min(31, round(units % 96 / 3))
    return [*parts, *_of_32nds(rest)] or [(1, 32)]


def _of_32nds(count: int) -> list[tuple[int, int]]:
    return [(16, 32), (count - 16, 32)] if count > 16 else [(count, 32)] * bool(count)


def _line(lines: Sequence[int], tick: int) -> int:
    place = int(np.searchsorted(lines, tick, side="right")) - 1
    return lines[max(0, place)]


def _changing(keys: Sequence[Key]) -> tuple[Key, ...]:
    found: list[Key] = []
    for key in keys:
        if not found or (found[-1].tonic, found[-1].scale) != (key.tonic, key.scale):
            found.append(key)
    return tuple(found)


def _slower(tempos: dict[int, float]) -> list[Tempo]:
    found: list[Tempo] = []
    for tick in sorted(tempos):
        bpm = TEMPOS[nearest(TEMPOS, tempos[tick])]
        if not found or found[-1].bpm != bpm:
            found.append(Tempo(tick, bpm))
    return found
