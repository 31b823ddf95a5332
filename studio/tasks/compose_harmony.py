"""Harmonise: chords under a melody, found by rule or by the composer, and how they are played."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from studio.errors import StudioError
from studio.music.chord_patterns import bass_notes, chord_notes
from studio.music.harmony import HarmonySettings, harmonise
from studio.music.note import Note, Notes
from studio.music.performing import perform
from studio.music.reharmonising import substituted
from studio.music.song import Track
from studio.music.timing import Metre
from studio.music.tokenizer_chords import Chord
from studio.tasks.compose_check import told_key
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Part

if TYPE_CHECKING:
    from studio.music.transformer import Composer

MANNERS = (
    HarmonySettings(),
    HarmonySettings(in_a_bar=2),
    HarmonySettings(borrowed=False, sevenths=False),
    HarmonySettings(in_a_bar=2, borrowed=False, sevenths=False),
)
"""How one variation after another finds its chords."""
_CALM = "block"
_CHORDS_SOFTER, _BASS_SOFTER = -16.0, -6.0


@dataclass(frozen=True, slots=True)
class Section:
    """Bars of one metre with their chords, whose ticks count from the bar line ``origin``."""

    origin: int
    begin: int
    end: int
    metre: Metre
    chords: tuple[Chord, ...] = ()


def sections(request: ComposeRequest) -> tuple[Section, ...]:
    """The parts of the stretch between changes of metre, without chords."""
    metres = request.song.metres
    edges = [c.tick for c in metres.changes if request.begin < c.tick < request.end]
    spans = zip([request.begin, *edges], [*edges, request.end], strict=True)
    return tuple(
        Section(metres.bar_start(a), a, b, replace(metres.at(a), tick=0)) for a, b in spans
    )


def harmonised(
    request: ComposeRequest, seed: int, earlier: Sequence[tuple[Chord, ...]] = ()
) -> tuple[Chord, ...]:
    """The chords for a seed, in the song's ticks: the lane, or found under the melody.

    What is found is unlike the chords of ``earlier`` variations, where there is another way.
    """
    if request.chords:
        return laned(request)
    key = told_key(request)
    melody = request.song.tracks[request.track].notes
    settings = MANNERS[seed % len(MANNERS)]
    found: list[Chord] = []
    parts = sections(request)
    for number, part in enumerate(parts):
        closing = number + 1 == len(parts)
        bars = -(-(part.end - part.origin) // part.metre.bar)
        notes = _from_tick(melody, part.origin, part.end)
        chords = harmonise(notes, key, part.metre, replace(settings, closing=closing), bars=bars)
        found += _placed(chords, part)
    random = np.random.default_rng(seed % 2**63)
    chords = tuple(found)
    if seed >= len(MANNERS) or seed < 0:
        chords = substituted(chords, melody, key, request.end, random, 0.35)
    for number in range(8):
        if not any(_same(chords, one) for one in earlier):
            break
        share = 0.4 + 0.08 * number
        chords = substituted(tuple(found), melody, key, request.end, random, share)
    return chords


def laned(request: ComposeRequest) -> tuple[Chord, ...]:
    """The chords of the lane within the stretch."""
    earlier = [chord for chord in request.chords if chord.tick <= request.begin]
    held = [replace(max(earlier, key=lambda c: c.tick), tick=request.begin)] if earlier else []
    later = [c for c in request.chords if request.begin < c.tick < request.end]
    return (*held, *sorted(later, key=lambda chord: chord.tick))


def composed_chords(
    network: Composer, request: ComposeRequest, seed: int
) -> Iterator[tuple[Chord, ...]]:
    """The composer's chords, one more each time; StudioError where it finds none."""
    from studio.tasks.compose_score import write_chords

    key = told_key(request)
    request = replace(request, song=request.song.with_keys([replace(key, tick=0)]))
    found: tuple[Chord, ...] = ()
    for chord in write_chords(network, request, seed):
        found = (*found, chord)
        yield found
    if not any(chord.root is not None for chord in found):
        raise StudioError("The composer found no chord; take another seed or a higher temperature.")


def chord_parts(request: ComposeRequest, chords: Sequence[Chord], seed: int) -> tuple[Part, ...]:
    """The chords as a new track, and a bass where one is asked for."""
    notes = played_chords(request, chords, request.pattern or _CALM)
    found = [Part(_performed(notes, request, seed, _CHORDS_SOFTER), None, Track("Chords", 0))]
    if "bass" in request.parts:
        found.append(bass_part(request, chords, seed, "root"))
    return tuple(found)


def bass_part(request: ComposeRequest, chords: Sequence[Chord], seed: int, manner: str) -> Part:
    """A bass line as a new track."""
    notes = played_bass(request, chords, manner)
    return Part(_performed(notes, request, seed + 1, _BASS_SOFTER), None, Track("Bass", 32))


def played_chords(
    request: ComposeRequest, chords: Sequence[Chord], pattern: str, voices: int = 3, lower: int = 0
) -> Notes:
    """Chords below the melody, in a pattern, ``lower`` by so many semitones."""
    highest = _below(request) - lower
    found: list[Note] = []
    for part in _with_chords(request, chords):
        end = part.end - part.origin
        notes = chord_notes(
            part.chords, part.metre, end, pattern, lowest=highest - 20, highest=highest,
            voices=voices,
        )  # fmt: skip
        found += _within(notes, part)
    return Notes(found)


def played_bass(request: ComposeRequest, chords: Sequence[Chord], manner: str) -> Notes:
    """A bass under the chords: ``manner`` is one of ``chord_patterns.BASSES``."""
    found: list[Note] = []
    for part in _with_chords(request, chords):
        notes = bass_notes(part.chords, part.metre, part.end - part.origin, manner)
        found += _within(notes, part)
    return Notes(found)


def _performed(notes: Notes, request: ComposeRequest, seed: int, louder: float) -> Notes:
    return perform(
        notes, request.song.metres, request.human, seed, begin=request.begin, louder=louder
    )


def _below(request: ComposeRequest) -> int:
    """The highest pitch of the chords: under most of the melody, but not deep."""
    notes = request.song.tracks[request.track].notes
    inside = (notes.start >= request.begin) & (notes.start < request.end)
    low = float(np.percentile(notes.pitch[inside], 15)) if inside.any() else 72.0
    return int(min(72, max(62, low - 1)))


def _with_chords(request: ComposeRequest, chords: Sequence[Chord]) -> Iterator[Section]:
    for part in sections(request):
        earlier = [chord for chord in chords if chord.tick <= part.begin]
        inside = [chord for chord in chords if part.begin < chord.tick < part.end]
        if earlier:
            inside.insert(0, replace(earlier[-1], tick=part.begin))
        moved = (replace(chord, tick=chord.tick - part.origin) for chord in inside)
        yield replace(part, chords=tuple(moved))


def _within(notes: Notes, part: Section) -> Iterator[Note]:
    for note in notes:
        start = note.start + part.origin
        if part.begin <= start < part.end:
            length = min(note.length, part.end - start)
            yield replace(note, start=start, length=length, id=0)


def _from_tick(notes: Notes, origin: int, end: int) -> Notes:
    kept = notes.where((notes.start >= origin) & (notes.start < end))
    return kept.altered(np.ones(len(kept), np.bool_), start=kept.start - origin)


def _placed(chords: Sequence[Chord], part: Section) -> Iterator[Chord]:
    earlier = [chord for chord in chords if chord.tick + part.origin <= part.begin]
    if earlier:
        yield replace(earlier[-1], tick=part.begin)
    for chord in chords:
        if part.begin < chord.tick + part.origin < part.end:
            yield replace(chord, tick=chord.tick + part.origin)


def _same(first: Sequence[Chord], second: Sequence[Chord]) -> bool:
    return [(c.tick, c.root, c.quality) for c in first] == [
        (c.tick, c.root, c.quality) for c in second
    ]
