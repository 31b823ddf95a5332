"""A song becomes MusicXML through music21: measures, voices, ties, and what surrounds them."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final

from studio.music.instruments import instrument_name
from studio.music.note import MIDDLE_C, TICKS, Notes
from studio.music.score_layout import (
    GRID,
    Piece,
    bars_of,
    on_grid,
    pieces,
    settled,
    signs,
    voices,
)
from studio.music.score_sound import completed, in_xml
from studio.music.song import Song, Track
from studio.music.theory import Key

_MODES: Final = frozenset(
    ("major", "minor", "dorian", "phrygian", "lydian", "mixolydian", "locrian")
)


def musicxml_of(song: Song) -> bytes:
    """The song as a MusicXML file: a part for each track.

    Notes keep their places where all of them are on a grid of 48 a quarter; else, as in what was
    played by hand, they are settled on sixteenths and triplets.
    """
    from music21 import metadata, musicxml, stream

    exact = on_grid(song)
    tracks = [settled(track.notes, exact) for track in song.tracks]
    end = song.metres.whole_bars(max((notes.end for notes in tracks), default=0))
    bars = bars_of(song.metres, max(end, song.length))
    score = stream.Score()
    score.metadata = metadata.Metadata(title=in_xml(song.title) or None)
    loudness: list[int] = []
    for number, (track, notes) in enumerate(zip(song.tracks, tracks, strict=True)):
        part = stream.Part(id=f"P{number + 1}")
        part.partName = in_xml(track.name or instrument_name(track))
        in_bars = pieces(notes, bars)
        for bar, span in enumerate(bars):
            measure = _measure(song, bar, span, number == 0)
            _add_notes(measure, voices(in_bars.get(bar, [])), span[1] * GRID // TICKS, loudness)
            if bar == 0:
                measure.insert(0, _instrument(track))
                measure.insert(0, _clef(track, notes))
            part.append(measure)
        score.insert(0, part)
    exporter = musicxml.m21ToXml.ScoreExporter(score, makeNotation=False)
    return completed(exporter.parse(), song, loudness)


def _measure(song: Song, bar: int, span: tuple[int, int], first: bool) -> Any:
    from music21 import stream

    measure = stream.Measure(number=bar + 1)
    _add_signatures(measure, song, *span)
    if first:
        _add_words(measure, song, *span)
    return measure


def _add_notes(
    measure: Any, placed: list[list[list[Piece]]], cells: int, loudness: list[int]
) -> None:
    """Fill a measure of so many cells; ``loudness`` grows by each note in the order of the file."""
    from music21 import stream

    if len(placed) <= 1:
        _fill(measure, placed[0] if placed else [], cells, loudness, hidden=False)
        return
    for number, chords in enumerate(placed):
        voice = stream.Voice(id=str(number + 1))
        _fill(voice, chords, cells, loudness, hidden=number > 0)
        measure.insert(0, voice)


def _fill(
    stream: Any, chords: Sequence[list[Piece]], cells: int, loudness: list[int], hidden: bool
) -> None:
    """Write chords one after another, with rests between them and up to the end."""
    at = 0
    for chord in chords:
        _rest(stream, at, chord[0].start - at, hidden)
        at = chord[0].start
        lengths = signs(chord[0].length)
        for place, length in enumerate(lengths):
            inner = place > 0, place < len(lengths) - 1
            stream.insert(Fraction(at, GRID), _chord(chord, length, *inner))
            loudness += [piece.velocity for piece in chord]
            at += length
    _rest(stream, at, cells - at, hidden)


def _rest(stream: Any, at: int, length: int, hidden: bool) -> None:
    from music21 import note

    for sign in signs(length):
        rest = note.Rest(quarterLength=Fraction(sign, GRID))
        rest.style.hideObjectOnPrint = hidden
        stream.insert(Fraction(at, GRID), rest)
        at += sign


def _chord(chord: list[Piece], length: int, went_on: bool, goes_on: bool) -> Any:
    from music21 import chord as chords
    from music21 import note, tie

    made = []
    for piece in chord:
        one = note.Note(piece.pitch, quarterLength=Fraction(length, GRID))
        before, after = went_on or piece.went_on, goes_on or piece.goes_on
        if before or after:
            one.tie = tie.Tie("continue" if before and after else "stop" if before else "start")
        made.append(one)
    return made[0] if len(made) == 1 else chords.Chord(made)


# -- what stands beside the notes ----------------------------------------------------------------


def _add_signatures(measure: Any, song: Song, begin: int, length: int) -> None:
    from music21 import meter

    for metre in song.metres.changes:
        if metre.tick == begin and not _continues(song, begin):
            sign = meter.TimeSignature(f"{metre.numerator}/{metre.denominator}")
            measure.insert(0, sign)
    for key in song.keys:
        if begin <= key.tick < begin + length:
            measure.insert(_quarters(key.tick - begin), _key(key))


def _continues(song: Song, tick: int) -> bool:
    """Whether a metre only begins a new bar and is the same as the one before."""
    before = song.metres.at(tick - 1) if tick else None
    now = song.metres.at(tick)
    return before is not None and (before.numerator, before.denominator) == (
        now.numerator,
        now.denominator,
    )


def _add_words(measure: Any, song: Song, begin: int, length: int) -> None:
    """Tempo and markers, which stand above the first part."""
    from music21 import expressions, tempo

    for change in song.tempos.changes:
        if begin <= change.tick < begin + length:
            mark = tempo.MetronomeMark(number=round(change.bpm, 3))
            last = song.tempos.at(change.tick - 1) if change.tick else 0.0
            if change.tick > begin or abs(change.bpm - last) < last / 10:
                # A player's give and take is heard, not printed.
                mark = tempo.MetronomeMark(numberSounding=round(change.bpm, 3))
            measure.insert(_quarters(change.tick - begin), mark)
    for marker in song.markers:
        if begin <= marker.tick < begin + length and marker.text:
            word = expressions.RehearsalMark(in_xml(marker.text))
            measure.insert(_quarters(marker.tick - begin), word)


def _key(key: Key) -> Any:
    from music21 import key as keys

    sign = keys.KeySignature(key.fifths)
    mode = key.scale if key.scale in _MODES else "minor" if key.is_minor else "major"
    return sign.asKey(mode)


def _instrument(track: Track) -> Any:
    """One that does not transpose: notes are written as they sound."""
    from music21 import instrument

    plays = instrument.Instrument(instrument_name(track))
    plays.midiProgram = track.program
    return plays


def _clef(track: Track, notes: Notes) -> Any:
    from music21 import clef

    if track.drums:
        return clef.PercussionClef()
    low = len(notes) and float(notes.pitch.mean()) < MIDDLE_C
    return clef.BassClef() if low else clef.TrebleClef()


def _quarters(ticks: int) -> Fraction:
    return Fraction(ticks // (TICKS // GRID), GRID)
