"""Accompany: a piano, a bass and drums under a melody, by rule or (the piano) by the composer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from studio.errors import StudioError
from studio.music.chord_patterns import BASSES
from studio.music.constraints import MOST_BARS
from studio.music.drums import Drumming, drum_notes, style_for
from studio.music.note import Note, Notes
from studio.music.performing import perform
from studio.music.song import Track
from studio.music.timing import Metre
from studio.music.tokenizer_chords import Chord
from studio.tasks.compose_check import stretches
from studio.tasks.compose_harmony import (
    bass_part,
    harmonised,
    played_bass,
    played_chords,
    sections,
)
from studio.tasks.compose_request import ComposeRequest
from studio.tasks.composition import Part

if TYPE_CHECKING:
    from studio.music.transformer import Composer

PIANO = Track("Piano", 0)
_PATTERNS = ("broken", "block", "alberti", "offbeat", "pad")
_IN_THREE = ("waltz", "broken", "block", "alberti", "pad")
_COMPOUND = ("broken", "block", "pad", "alberti")
_ENERGIES = (0.5, 0.3, 0.75, 0.15, 0.95)
_LOWEST, _HIGHEST = 36, 84  # where the composer's piano lies
_SOFTER = -14.0

Accompanied = tuple[float, tuple[Part, ...], tuple[Chord, ...]]
"""How much is written, 0..1, the parts so far, and the chords under them."""


def accompany(
    request: ComposeRequest,
    seed: int,
    network: Composer | None,
    earlier: Sequence[tuple[Chord, ...]] = (),
) -> Iterator[Accompanied]:
    """Write the parts that are asked for; with a ``network`` it writes the piano.

    One seed after another takes other chords, patterns, basses and drums. ``earlier`` are the
    chords of the variations before.
    """
    chords = harmonised(request, seed, earlier)
    found: tuple[Part, ...] = ()
    wanted = [part for part in ("piano", "bass", "drums") if part in request.parts]
    for number, part in enumerate(wanted):
        if part == "piano" and network is not None:
            for share, notes in _written_piano(network, request, chords, seed):
                done = (number + share) / len(wanted)
                yield done, (*found, Part(Notes(notes), None, PIANO)), chords
            found = (*found, Part(Notes(notes), None, PIANO))
        else:
            found = (*found, _by_rule(part, request, chords, seed))
        yield (number + 1) / len(wanted), found, chords


def _by_rule(part: str, request: ComposeRequest, chords: Sequence[Chord], seed: int) -> Part:
    if part == "bass":
        return bass_part(request, chords, seed, BASSES[seed % len(BASSES)])
    return _drums(request, seed) if part == "drums" else _piano(request, chords, seed)


def _piano(request: ComposeRequest, chords: Sequence[Chord], seed: int) -> Part:
    """Both hands; only the right one where a bass plays too."""
    pattern = request.pattern or pattern_for(request.metre, seed)
    voices, lower = (3, 0) if not request.pattern else (3 + seed % 2, 2 * (seed // 2 % 3))
    notes = played_chords(request, chords, pattern, voices, lower)
    if "bass" not in request.parts:
        notes = notes.added(replace(n, id=0) for n in played_bass(request, chords, "root"))
    human = request.human
    notes = _apart(notes)
    metres = request.song.metres
    played = perform(notes, metres, human, seed, begin=request.begin, louder=_SOFTER)
    return Part(played, None, PIANO)


def pattern_for(metre: Metre, seed: int) -> str:
    """A pattern that suits the metre, another one for each of a few seeds."""
    compound = metre.denominator >= 8 and metre.numerator % 3 == 0
    names = _COMPOUND if compound else _IN_THREE if metre.numerator == 3 else _PATTERNS
    return names[seed % len(names)]


def _drums(request: ComposeRequest, seed: int) -> Part:
    found: list[Note] = []
    for section in sections(request):
        tempo = request.song.tempos.at(section.begin)
        energy = _ENERGIES[seed % len(_ENERGIES)]
        style = request.drumming or style_for(tempo, section.metre, energy)
        drumming = Drumming(style, humanise=request.human, density=0.35 + 0.1 * (seed % 4))
        bars = -(-(section.end - section.origin) // section.metre.bar)
        for note in drum_notes(min(bars, MOST_BARS), section.metre, drumming, seed=seed % 2**63):
            start = note.start + section.origin
            if section.begin <= start < section.end:
                found.append(replace(note, start=start, id=0))
    return Part(Notes(found), None, Track("Drums", drums=True))


def _written_piano(
    network: Composer, request: ComposeRequest, chords: tuple[Chord, ...], seed: int
) -> Iterator[tuple[float, tuple[Note, ...]]]:
    """The composer's piano over the chords, at least two notes in each whole bar."""
    from studio.tasks.compose_score import write_parts

    song = request.song.with_new_track(PIANO)
    low, high = max(_LOWEST, request.lowest), min(_HIGHEST, request.highest)
    if high - low < 12:
        low, high = _LOWEST, _HIGHEST
    asked = replace(
        request, song=song, track=len(song.tracks) - 1, verb="generate", lowest=low, highest=high,
        fewest=2, most=None, leap=None, rhythm=None, kept=frozenset(), chords=chords,
    )  # fmt: skip
    notes: tuple[Note, ...] = ()
    for share, notes in write_parts(network, asked, seed, song, stretches(asked, melody=False)):
        yield share, notes
    if not notes:
        raise StudioError("The composer wrote nothing; take another seed or a higher temperature.")


def _apart(notes: Notes) -> Notes:
    """Both hands together, no key struck twice at once."""
    seen: set[tuple[int, int]] = set()
    found = []
    for note in notes:
        if (note.start, note.pitch) not in seen:
            seen.add((note.start, note.pitch))
            found.append(replace(note, id=0))
    return Notes(found)
