"""Songs as words for the composer, and back: exact for what lies on its grid.

A word each: bar, metre, key, tempo, position, chord, track, instrument, pitch, length, velocity
(after REMI, Huang & Yang 2020, and MMT, Dong et al. 2023). ``tokenizer_words`` has the grid,
``tokenizer_grammar`` the order, ``tokenizer_score.snapped`` puts a song on the grid. What a song
has beside its notes, maps and instruments (names, controllers, markers) is not said in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.note import Notes
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.music.timing import Metre, MetreMap, Tempo, TempoMap
from studio.music.tokenizer_chords import Chord
from studio.music.tokenizer_grammar import Grammar
from studio.music.tokenizer_score import Score
from studio.music.tokenizer_words import (
    BAR,
    CHORD,
    DRUM,
    END,
    KIT,
    LENGTH,
    LONGEST,
    METRE,
    METRES,
    MORE,
    MOST_TRACKS,
    NO_CHORD,
    PITCH,
    POSITION,
    PROGRAM,
    QUALITY_NAMES,
    SCALE,
    SCALE_NAMES,
    START,
    TEMPO,
    TEMPOS,
    TONIC,
    TRACK,
    UNIT,
    VELOCITIES,
    VELOCITY,
)

Tokens = NDArray[np.int64]
_BARS = 20_000  # more are no piece of music


def encode(score: Score) -> Tokens:
    """The words of a score that lies on the grid (T,); raises StudioError for another."""
    song = score.song
    if not 1 <= len(song.tracks) <= MOST_TRACKS:
        raise StudioError(f"The composer reads 1 to {MOST_TRACKS} tracks.")
    events = _events(score)
    last = max([0, *(tick for tick, *_ in events)])
    tokens = [START]
    for place, track in enumerate(song.tracks):
        tokens += [TRACK[place], (KIT if track.drums else PROGRAM)[track.program]]
    keys = {key.tick: key for key in song.keys}
    tempos = {one.tick: one.bpm for one in song.tempos.changes}
    metre: tuple[int, int] | None = None
    pending = iter([*_by_tick(events), (2**62, [])])
    tick, words = next(pending)
    for _, start, one in song.metres.bars(0, last + 1) if events else ():
        end = song.metres.bar_end(start)
        tokens.append(BAR)
        signature = (one.numerator, one.denominator)
        if signature != metre:
            tokens.append(METRE[_place(METRES, signature)])
            metre = signature
        _check(end - start == one.bar)
        if (key := keys.pop(start, None)) is not None:
            tokens += [TONIC[key.tonic], SCALE[SCALE_NAMES.index(key.scale)]]
        if (bpm := tempos.pop(start, None)) is not None:
            tokens.append(TEMPO[_place(TEMPOS, bpm)])
        while tick < end:
            _check((tick - start) % UNIT == 0)
            tokens += [POSITION[(tick - start) // UNIT], *words]
            tick, words = next(pending)
    _check(not events or (not keys and not tempos))
    return np.array([*tokens, END], np.int64)


def decode(tokens: Tokens | Sequence[int]) -> Score:
    """The score that words say; raises StudioError for words that say none."""
    reader = _Reader()
    grammar = Grammar()
    for token in np.asarray(tokens, np.int64).tolist():
        grammar.feed(token)
        reader.feed(token)
        if grammar.bar > _BARS:
            raise StudioError(f"The piece is longer than {_BARS} bars.")
    if not grammar.ended:
        raise StudioError("The piece is damaged: it breaks off.")
    return reader.score()


def transposed(tokens: Tokens, semitones: int) -> Tokens | None:
    """The same piece higher or lower, drums as they are; None where a pitch leaves MIDI's range."""
    moved = tokens.copy()
    pitch = (tokens >= PITCH.first) & (tokens < PITCH.first + PITCH.count)
    moved[pitch] += semitones
    out = (moved[pitch] < PITCH.first) | (moved[pitch] >= PITCH.first + PITCH.count)
    if bool(out.any()):
        return None
    tonic = (tokens >= TONIC.first) & (tokens < TONIC.first + TONIC.count)
    moved[tonic] = TONIC.first + (tokens[tonic] - TONIC.first + semitones) % 12
    chord = (tokens >= CHORD.first) & (tokens < NO_CHORD)
    quality, root = np.divmod(tokens[chord] - CHORD.first, 12)
    moved[chord] = CHORD.first + quality * 12 + (root + semitones) % 12
    return moved


# -- to words ----------------------------------------------------------------------------------


def _events(score: Score) -> list[tuple[int, int, int, list[int]]]:
    """Tick, order within it, pitch, and the words of each chord and note."""
    events = []
    for chord in score.chords:
        place = QUALITY_NAMES.index(chord.quality)
        token = NO_CHORD if chord.root is None else CHORD[place * 12 + chord.root]
        events.append((chord.tick, -1, 0, [token]))
    for number, track in enumerate(score.song.tracks):
        pitches = DRUM if track.drums else PITCH
        for note in track.notes:
            _check(note.length % UNIT == 0)
            more, rest = divmod(note.length // UNIT - 1, LONGEST)
            loud = VELOCITY[_place(VELOCITIES, note.velocity)]
            words = [pitches[note.pitch], *[MORE] * more, LENGTH[rest], loud]
            events.append((note.start, number, note.pitch, words))
    return sorted(events)


def _by_tick(
    events: list[tuple[int, int, int, list[int]]],
) -> Iterator[tuple[int, list[int]]]:
    """The words at each tick in order, with the track said before its notes."""
    for tick, here in groupby(events, key=lambda event: event[0]):
        words: list[int] = []
        for number, of_track in groupby(here, key=lambda event: event[1]):
            if number >= 0:
                words.append(TRACK[number])
            for *_, one in of_track:
                words += one
        yield tick, words


def _place(values: Sequence[object], value: object) -> int:
    _check(value in values)
    return values.index(value)


def _check(on_the_grid: bool) -> None:
    if not on_the_grid:
        raise StudioError("The song does not lie on the composer's grid; snap it first.")


# -- from words --------------------------------------------------------------------------------


class _Reader:
    """A score as far as its words are read."""

    def __init__(self) -> None:
        self.instruments: list[tuple[int, bool]] = []
        self.rows: list[list[tuple[int, int, int, int]]] = []
        self.metres: list[Metre] = []
        self.keys: list[Key] = []
        self.tempos: list[Tempo] = []
        self.chords: list[Chord] = []
        self.line = self.tick = self.next_line = 0
        self.tonic = self.track = self.pitch = self.length = 0

    def feed(self, token: int) -> None:
        """One more word, which may come here."""
        if token == BAR:
            self.line = self.next_line
            self.next_line = self.line + (self.metres[-1].bar if self.metres else 0)
        elif token == MORE:
            self.length += LONGEST
        elif token in METRE:
            metre = Metre(self.line, *METRES[METRE.value(token)])
            self.metres.append(metre)
            self.next_line = self.line + metre.bar
        elif token in TONIC:
            self.tonic = TONIC.value(token)
        elif token in SCALE:
            self.keys.append(Key(self.tonic, SCALE_NAMES[SCALE.value(token)], self.line))
        elif token in TEMPO:
            self.tempos.append(Tempo(self.line, TEMPOS[TEMPO.value(token)]))
        elif token in POSITION:
            self.tick = self.line + POSITION.value(token) * UNIT
        elif token in CHORD:
            quality, root = divmod(CHORD.value(token), 12)
            none = token == NO_CHORD
            name = "" if none else QUALITY_NAMES[quality]
            self.chords.append(Chord(self.tick, None if none else root, name))
        else:
            self._feed_note(token)

    def _feed_note(self, token: int) -> None:
        if token in TRACK:
            self.track = TRACK.value(token)
        elif token in PROGRAM or token in KIT:
            drums = token in KIT
            self.instruments.append(((KIT if drums else PROGRAM).value(token), drums))
            self.rows.append([])
        elif token in PITCH or token in DRUM:
            self.pitch = (PITCH if token in PITCH else DRUM).value(token)
            self.length = 0
        elif token in LENGTH:
            self.length += LENGTH.value(token) + 1
        elif token in VELOCITY:
            loud = VELOCITIES[VELOCITY.value(token)]
            self.rows[self.track].append((self.tick, self.length * UNIT, self.pitch, loud))

    def score(self) -> Score:
        """What was read."""
        tracks = []
        for (program, drums), rows in zip(self.instruments, self.rows, strict=True):
            columns = zip(*rows, strict=True) if rows else ((), (), (), ())
            tracks.append(Track(program=program, drums=drums, notes=Notes.of_columns(*columns)))
        song = Song(
            tracks=tuple(tracks),
            metres=MetreMap(self.metres),
            tempos=TempoMap(self.tempos),
            keys=tuple(self.keys),
        )
        return Score(song, tuple(self.chords))
