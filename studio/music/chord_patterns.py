"""Chords as notes to play: blocks, broken chords, Alberti, waltz, pads, and a bass under them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from studio.errors import StudioError
from studio.music.chords import voice
from studio.music.note import Note, Notes
from studio.music.timing import Metre
from studio.music.tokenizer_chords import QUALITIES, Chord

_Hit = tuple[int, int, tuple[int, ...], int]  # start, length, places of the voices, velocity


def chord_notes(
    chords: Sequence[Chord],
    metre: Metre,
    end: int,
    pattern: str = "block",
    *,
    lowest: int = 52,
    highest: int = 72,
    voices: int = 3,
    velocity: int = 68,
) -> Notes:
    """A chord track up to the tick ``end``, with smooth voices.

    ``pattern``: one of PATTERNS; a waltz leaves the first beat to the bass. Silent where a chord
    is none. Raises StudioError for another pattern.
    """
    if pattern not in PATTERNS:
        raise StudioError(f"There is no pattern “{pattern}”; choose {', '.join(PATTERNS)}.")
    layouts = voice(chords, lowest=lowest, highest=highest, voices=voices)
    found = []
    for (begin, stop, chord), layout in zip(_spans(chords, end), layouts, strict=True):
        if chord.root is None or not layout:
            continue
        for start, length, places, louder in PATTERNS[pattern](begin, stop, metre, len(layout)):
            loud = min(127, max(1, velocity + louder))
            pitches = [layout[place] for place in places]
            found += [Note(start, length, pitch, loud) for pitch in pitches]
    return Notes(found)


def bass_notes(
    chords: Sequence[Chord],
    metre: Metre,
    end: int,
    pattern: str = "root",
    *,
    lowest: int = 36,
    highest: int = 55,
    velocity: int = 76,
) -> Notes:
    """A bass line: ``root`` once a chord and bar, ``fifths`` in turn with it, ``walking`` by beats.

    A walk takes the chord's notes and comes to the next root by a step from above or below.
    """
    if pattern not in BASSES:
        raise StudioError(f"There is no bass “{pattern}”; choose {', '.join(BASSES)}.")
    spans = [span for span in _spans(chords, end) if span[2].root is not None]
    found: list[Note] = []
    last = (lowest + highest) // 2
    for number, (begin, stop, chord) in enumerate(spans):
        following = spans[number + 1][2] if number + 1 < len(spans) else chord
        starts = list(_bass_starts(begin, stop, metre, pattern))
        for place, start in enumerate(starts):
            length = (starts[place + 1] if place + 1 < len(starts) else stop) - start
            wanted = _bass_class(chord, following, place, len(starts), pattern)
            last = _nearest(wanted, last, lowest, highest)
            loud = velocity + (6 if start % metre.bar == 0 else 0)
            found.append(Note(start, length, last, min(127, loud)))
    return Notes(found)


BASSES = ("root", "fifths", "walking")


def _spans(chords: Sequence[Chord], end: int) -> Iterator[tuple[int, int, Chord]]:
    """Begin, end and value of each chord."""
    stops = [*(chord.tick for chord in chords[1:]), max(end, chords[-1].tick + 1) if chords else 0]
    for chord, stop in zip(chords, stops, strict=True):
        yield chord.tick, max(stop, chord.tick + 1), chord


def _bars(begin: int, stop: int, metre: Metre) -> Iterator[tuple[int, int]]:
    """The parts of a span within each bar."""
    while begin < stop:
        line = (begin // metre.bar + 1) * metre.bar
        yield begin, min(line, stop)
        begin = min(line, stop)


def _block(begin: int, stop: int, metre: Metre, voices: int) -> Iterator[_Hit]:
    for start, end in _bars(begin, stop, metre):
        yield start, end - start, tuple(range(voices)), 0


def _pad(begin: int, stop: int, metre: Metre, voices: int) -> Iterator[_Hit]:
    yield begin, stop - begin, tuple(range(voices)), -8


def _in_turn(order: Callable[[int], list[int]]) -> Callable[..., Iterator[_Hit]]:
    """Eighths (or halves of a shorter beat), one voice after another, anew in every bar."""

    def hits(begin: int, stop: int, metre: Metre, voices: int) -> Iterator[_Hit]:
        unit = min(240, metre.beat)
        places = order(voices)
        for line, end in _bars(begin, stop, metre):
            for number, start in enumerate(range(line, end, unit)):
                beat = (start % metre.bar) % (2 * unit) == 0
                place = places[number % len(places)]
                yield start, min(unit, end - start), (place,), 0 if beat else -10

    return hits


def _waltz(begin: int, stop: int, metre: Metre, voices: int) -> Iterator[_Hit]:
    for line, end in _bars(begin, stop, metre):
        for start in range(line, end, metre.beat):
            if start % metre.bar:
                length = max(1, min(metre.beat, end - start) * 3 // 4)
                yield start, length, tuple(range(voices)), -6


def _offbeat(begin: int, stop: int, metre: Metre, voices: int) -> Iterator[_Hit]:
    half = metre.beat // 2
    for line, end in _bars(begin, stop, metre):
        for start in range(line - line % metre.beat + half, end, metre.beat):
            if start >= line:
                yield start, max(1, min(half, end - start) * 3 // 4), tuple(range(voices)), -4


def _up(voices: int) -> list[int]:
    return [*range(voices), *range(voices - 2, 0, -1)] or [0]


def _alberti(voices: int) -> list[int]:
    return [0, voices - 1, voices // 2, voices - 1]


PATTERNS: dict[str, Callable[[int, int, Metre, int], Iterator[_Hit]]] = {
    "block": _block,
    "broken": _in_turn(_up),
    "alberti": _in_turn(_alberti),
    "waltz": _waltz,
    "offbeat": _offbeat,
    "pad": _pad,
}
"""Ways to play a chord, by name."""


def _bass_starts(begin: int, stop: int, metre: Metre, pattern: str) -> Iterator[int]:
    for line, end in _bars(begin, stop, metre):
        beats = range(line, end, metre.beat)
        if pattern == "walking":
            yield from beats
        elif pattern == "fifths" and len(beats) > 1:
            yield from (line, beats[len(beats) // 2])
        else:
            yield line


def _bass_class(chord: Chord, following: Chord, place: int, count: int, pattern: str) -> int:
    root = chord.root or 0
    steps = QUALITIES[chord.quality]
    fifth = next((step for step in steps if step in (6, 7, 8)), 7)
    if pattern == "fifths":
        return (root + (fifth if place % 2 else 0)) % 12
    if pattern == "walking" and place:
        if place == count - 1 and following.root is not None and following.root != root:
            below = (following.root - root) % 12 <= 6
            return (following.root + (-1 if below else 2)) % 12
        return (root + (0, steps[1], fifth, steps[-1])[place % 4]) % 12
    return root


def _nearest(wanted: int, last: int, lowest: int, highest: int) -> int:
    places = [pitch for pitch in range(lowest, highest + 1) if pitch % 12 == wanted]
    if not places:
        raise StudioError("The bass needs a range of an octave at least.")
    return min(places, key=lambda pitch: (abs(pitch - last), pitch))
