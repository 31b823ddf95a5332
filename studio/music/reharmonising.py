"""Other chords in the place of given ones: sevenths, and chords that share two notes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from studio.music.chords import triads
from studio.music.note import Notes
from studio.music.theory import Key
from studio.music.tokenizer_chords import Chord

_WORSE = 0.15  # of a chord's time, by which a substitute may fit the melody less


def substituted(
    chords: Sequence[Chord],
    melody: Notes,
    key: Key,
    end: int,
    random: np.random.Generator,
    share: float = 0.5,
) -> tuple[Chord, ...]:
    """The chords up to the tick ``end`` with about ``share`` of them exchanged.

    A chord becomes one of the key that shares two notes with it (the tonic the one upon the sixth,
    and so on), where the melody suits it as well, or is given its seventh. The first and the last
    keep their roots.
    """
    found: list[Chord] = []
    stops = [*(chord.tick for chord in chords[1:]), end]
    for place, (chord, stop) in enumerate(zip(chords, stops, strict=True)):
        drawn, which = random.random(), random.random()
        if chord.root is None or drawn >= share:
            found.append(chord)
            continue
        edge = place == 0 or place == len(chords) - 1
        near = [] if edge else _related(chord, melody, key, stop)
        options = [*near, with_seventh(chord, key)]
        found.append(options[int(which * len(options))])
    return tuple(found)


def with_seventh(chord: Chord, key: Key) -> Chord:
    """A triad with the seventh that the key has upon it; other chords as they are."""
    if chord.root is None:
        return chord
    large = (chord.root + 11) % 12 in key.pitch_classes
    names = {"": "maj7" if large else "7", "m": "m7", "dim": "m7b5"}
    return replace(chord, quality=names.get(chord.quality, chord.quality))


def _related(chord: Chord, melody: Notes, key: Key, stop: int) -> list[Chord]:
    present = _fit(chord, melody, stop)
    found = []
    for other in triads(key):
        moved = replace(other, tick=chord.tick)
        shared = len(other.pitch_classes & chord.pitch_classes)
        fits = _fit(moved, melody, stop) >= present - _WORSE
        if other.root != chord.root and shared >= 2 and fits:
            found.append(moved)
    return found


def _fit(chord: Chord, melody: Notes, stop: int) -> float:
    """The share of the melody's time under the chord that is in it."""
    here = melody.sounding(chord.tick, max(stop, chord.tick + 1))
    if not len(here):
        return 1.0
    start, end = melody.start[here], melody.start[here] + melody.length[here]
    time = np.minimum(end, stop) - np.maximum(start, chord.tick)
    inside = np.isin(melody.pitch[here] % 12, list(chord.pitch_classes))
    return float((time * inside).sum() / max(1, time.sum()))
