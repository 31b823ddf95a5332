"""Generate, continue and fill with the melody network, note by note, with endings that are chosen.

The network knows no end: the last bars are drawn several times, and the draw that closes best, or
that makes what follows likeliest, is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import torch

from studio.music.lstm import MelodyLstm
from studio.music.melody_generate import MelodyEvent
from studio.music.melody_grid import STEP
from studio.music.note import Note, Notes
from studio.music.sampling import Sampling, seeded
from studio.music.song import Song
from studio.music.theory import SCALES, Key
from studio.tasks.compose_check import Stretch, cleared_song, octaves_of, stretches, told_key
from studio.tasks.compose_lstm import Melody, Writing, cost_of_following
from studio.tasks.compose_request import ComposeRequest

Written = tuple[float, tuple[Note, ...]]
"""How much of the whole is written, 0..1, and the notes so far, in the song's ticks."""
_ENDINGS = 5
_AGAIN = 3  # times that what came out empty is tried again


def write_melody(network: MelodyLstm, request: ComposeRequest, seed: int) -> Iterator[Written]:
    """Write what is asked for; where the network stays silent, a note must be on every beat.

    Raises StudioError where the rules leave nothing.
    """
    random = seeded(seed)
    parts = stretches(request)
    for number in range(_AGAIN):
        notes: tuple[Note, ...] = ()
        for share, notes in _once(network, request, parts, random):
            yield share, notes
        if notes:
            return
        if number + 2 == _AGAIN:
            parts = stretches(request, rhythm=_beats(request))


def _beats(request: ComposeRequest) -> tuple[int, ...]:
    """The beginning of the stretch and all beats in it."""
    metre = request.metre
    first = request.song.metres.bar_start(request.begin)
    beats = range(first, request.end, metre.beat)
    return (request.begin, *(tick for tick in beats if tick > request.begin))


def _once(
    network: MelodyLstm,
    request: ComposeRequest,
    parts: tuple[Stretch, ...],
    random: torch.Generator,
) -> Iterator[Written]:
    song, octaves = cleared_song(request), octaves_of(request)
    found: tuple[Note, ...] = ()
    for number, stretch in enumerate(parts):
        fresh = request.verb == "generate" and not found
        if fresh or found:
            stretch = replace(stretch, before=found[-1].pitch if found else None)
        writing = Writing(
            network=network,
            song=song,
            track=request.track,
            stretch=stretch,
            octaves=octaves,
            key=told_key(request),
            sampling=Sampling(request.temperature, request.top_p),
            fresh=fresh,
        )
        new: list[Note] = []
        for share, new in _stretch(Melody(writing), request, random, number + 1 == len(parts)):
            yield (number + share) / len(parts), (*found, *new)
        found = (*found, *new)
        song = with_new(song, request.track, new)


def with_new(song: Song, track: int, notes: list[Note]) -> Song:
    """The song with notes that were just written, as if they were locked."""
    held = [replace(note, locked=True) for note in notes]
    return song.with_notes(track, song.tracks[track].notes.added(held))


def _stretch(
    melody: Melody, request: ComposeRequest, random: torch.Generator, last: bool
) -> Iterator[tuple[float, list[Note]]]:
    stretch = melody.writing.stretch
    cut = _cut(stretch) if last else stretch.end
    done: list[MelodyEvent] = []
    found: list[Note] = []
    for event in melody.events(random):
        tick = melody.zero + event.begin * STEP
        if tick >= cut:
            break
        done.append(event)
        note = melody.note(event)
        if note is not None:
            found.append(note)
        yield min(1.0, (tick - stretch.begin) / (stretch.end - stretch.begin)), found
    if not last:
        return
    share = (cut - stretch.begin) / (stretch.end - stretch.begin)
    worth = _worth(melody, request, found)
    best: tuple[tuple[float, ...], list[Note]] | None = None
    for number in range(_ENDINGS):
        closing = _final(melody) if number else None
        notes = [melody.note(event) for event in melody.events(random, done, closing)]
        ending = [note for note in notes if note is not None]
        value = worth(ending)
        if best is None or value > best[0]:
            best = value, ending
        yield max(0.0, share), found
    yield 1.0, found + (best[1] if best else [])


def _final(melody: Melody) -> tuple[int, int] | None:
    """From where on an ending keeps to which pitch class; None where something follows."""
    stretch, song = melody.writing.stretch, melody.writing.song
    if _follows(stretch, song.tracks[melody.writing.track].notes):
        return None
    rules = stretch.rules
    size = rules.metre.bar
    tick = stretch.end - (size // 2 if rules.beat * 2 <= size else size)
    return tick, _root(stretch, melody.writing.key)


def _follows(stretch: Stretch, notes: Notes) -> bool:
    """Whether a note comes soon after the stretch."""
    near = stretch.end + 2 * stretch.rules.metre.bar
    return bool(((notes.start >= stretch.end) & (notes.start < near)).any())


def _root(stretch: Stretch, key: Key) -> int:
    """The pitch class on which a stretch closes: of the last chord, or the tonic."""
    chord = stretch.rules.chord_at(stretch.end - stretch.origin - 1)
    return key.tonic if chord is None or chord.root is None else chord.root


def _cut(stretch: Stretch) -> int:
    """Where the ending begins: two bars before the end, one in short stretches."""
    size = stretch.rules.metre.bar
    bars = -(-(stretch.end - stretch.origin) // size)
    ending = 2 if bars >= 4 else 1
    return max(stretch.begin, stretch.origin + (bars - ending) * size)


def _worth(
    melody: Melody, request: ComposeRequest, before: list[Note]
) -> Callable[[list[Note]], tuple[float, ...]]:
    """How good an ending is: by what follows where something does, else by how it closes."""
    writing, stretch = melody.writing, melody.writing.stretch
    notes = writing.song.tracks[writing.track].notes
    if _follows(stretch, notes):

        def joins(ending: list[Note]) -> tuple[float, ...]:
            song = with_new(writing.song, writing.track, before + ending)
            args = writing.network, song, writing.track, writing.key, melody.zero, stretch.end
            return (-cost_of_following(*args),)

        return joins
    return lambda ending: (closing(ending, stretch, writing.key, before[-1:]),)


def closing(ending: list[Note], stretch: Stretch, key: Key, before: Sequence[Note] = ()) -> float:
    """How well an ending closes: on the tonic (or the last chord), on a beat, with a long note.

    Leaps of more than a fifth, also from the note ``before``, count against it.
    """
    if not ending:
        return -9.0
    note, rules = ending[-1], stretch.rules
    into = note.start - stretch.origin
    root = _root(stretch, key)
    third = (root + (4 if 4 in SCALES[key.scale] else 3)) % 12
    classes = {root: 6.0, third: 1.5, (root + 7) % 12: 1.2}
    value = classes.get(note.pitch % 12, 0.0)
    last = stretch.end - rules.metre.bar
    value += 1.0 if note.start >= last else -1.0
    beats = min(note.length / rules.beat, 3.0)
    value += 0.6 * beats + (0.6 if into % rules.beat == 0 else 0.0)
    line = [one.pitch for one in (*before, *ending)]
    steps = [abs(second - first) for first, second in pairwise(line)]
    value += 0.5 if steps and steps[-1] in (1, 2, 5, 7) else 0.0
    value -= 0.4 * sum(max(0, step - 7) for step in steps)
    return round(value - 0.5 * (stretch.end - note.start - note.length > 2 * rules.beat), 3)
