"""Chords under a melody, found by weighing fit, function and the pace of change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.chords import parse_roman, triads
from studio.music.note import Notes
from studio.music.theory import Key
from studio.music.timing import Metre
from studio.music.tokenizer_chords import Chord

# How surprising one degree is after another, in major; minor follows it with its own chords.
# Piston, "Harmony" (1941), the table of usual root progressions: often 0, sometimes 1, seldom 2.
_AFTER = np.array(
    [  # to  I  ii iii IV  V  vi vii
        [0, 1, 2, 0, 0, 1, 2],  # I
        [2, 0, 2, 1, 0, 1, 1],  # ii
        [2, 1, 0, 1, 2, 0, 3],  # iii
        [0, 1, 2, 0, 0, 2, 1],  # IV
        [0, 3, 2, 2, 0, 1, 2],  # V
        [2, 0, 1, 0, 0, 0, 3],  # vi
        [0, 3, 1, 3, 2, 2, 0],  # vii
    ],
    np.float64,
)
_SELDOM = (0.0, 0.25, 0.6, 0.1, 0.05, 0.3, 0.9)  # what a degree costs by itself
# Chords from beside the scale: numeral, and the degree whose part they play.
_BORROWED = {
    False: (("II7", 1), ("III7", 2), ("I7", 0), ("ivm", 3), ("bVII", 4)),
    True: (("V7", 4), ("IVM", 3), ("bII", 1)),
}
_FOREIGN, _STAY, _WITHIN = 0.7, 0.35, 0.25


@dataclass(frozen=True, slots=True)
class HarmonySettings:
    """How chords are chosen.

    ``in_a_bar`` 1..4 places where the chord may change. ``borrowed`` lets chords from beside the
    scale in, ``sevenths`` the seventh upon the fifth degree. ``closing`` asks for the tonic at the
    end.
    """

    in_a_bar: int = 1
    borrowed: bool = True
    sevenths: bool = True
    closing: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.in_a_bar <= 4:
            raise StudioError("A bar has 1 to 4 chords.")


@dataclass(frozen=True, slots=True)
class _Candidate:
    chord: Chord
    degree: int
    cost: float


def harmonise(
    melody: Notes,
    key: Key,
    metre: Metre,
    settings: HarmonySettings | None = None,
    *,
    bars: int | None = None,
) -> tuple[Chord, ...]:
    """The chords under a melody that begins with the bar at tick 0; one that stays is said once.

    The dynamic programme adds for each place what the melody's notes outside the chord weigh (by
    their length, more on the beat), what the step from chord to chord costs, and what a change
    within a bar or none across the bar line costs. Raises StudioError where there is no note.
    """
    settings = settings or HarmonySettings()
    if not len(melody) and bars is None:
        raise StudioError("There is no melody to put chords under; choose some notes.")
    span = -(-melody.end // metre.bar) if bars is None else bars
    ticks = [bar * metre.bar + into for bar in range(span) for into in _changes(metre, settings)]
    options = _candidates(key, settings)
    fit = _misfit(melody, ticks, span * metre.bar, metre, options)
    row = _cheapest(fit, _steps(options), ticks, metre, options, settings)
    found: list[Chord] = []
    for tick, place in zip(ticks, row, strict=True):
        chord = options[place].chord
        if not found or (found[-1].root, found[-1].quality) != (chord.root, chord.quality):
            found.append(Chord(tick, chord.root, chord.quality))
    return tuple(found)


def _changes(metre: Metre, settings: HarmonySettings) -> list[int]:
    """The ticks within a bar at which a chord may change: on beats, evenly spread."""
    beats = metre.numerator
    count = min(settings.in_a_bar, beats)
    return sorted({round(n * beats / count) * metre.beat for n in range(count)})


def _candidates(key: Key, settings: HarmonySettings) -> list[_Candidate]:
    found = [_Candidate(c, n, _SELDOM[n]) for n, c in enumerate(triads(key))]
    if settings.sevenths:
        fifth = found[4].chord
        if fifth.quality == "":
            found.append(_Candidate(Chord(0, fifth.root, "7"), 4, _SELDOM[4] + 0.1))
    if settings.borrowed:
        for numeral, degree in _BORROWED[key.is_minor]:
            chord = parse_roman(numeral, key)
            if all((chord.root, chord.quality) != (c.chord.root, c.chord.quality) for c in found):
                cost = 0.05 if numeral == "V7" else _FOREIGN
                found.append(_Candidate(chord, degree, cost))
    return found


def _misfit(
    melody: Notes, ticks: Sequence[int], end: int, metre: Metre, options: Sequence[_Candidate]
) -> NDArray[np.float64]:
    """What the notes outside each chord weigh, 0..2: (places, candidates)."""
    inside = np.zeros((len(options), 12), np.bool_)
    for place, option in enumerate(options):
        inside[place, list(option.chord.pitch_classes)] = True
    found = np.zeros((len(ticks), len(options)))
    for place, (begin, stop) in enumerate(zip(ticks, [*ticks[1:], end], strict=True)):
        here = melody.sounding(begin, stop)
        start, pitch = melody.start[here], melody.pitch[here]
        ends = np.minimum(start + melody.length[here], stop)
        weight = (ends - np.maximum(start, begin)).astype(np.float64)
        weight *= np.where(start % metre.beat == 0, 1.5, 0.7)
        weight *= np.where(start <= begin, 1.3, 1.0)
        if weight.sum() > 0:
            outside = ~inside[:, pitch % 12]  # (candidates, notes)
            root = np.array([[o.chord.root == p % 12 for p in pitch] for o in options])
            found[place] = 2.0 * (outside * weight).sum(1) / weight.sum()
            found[place] -= 0.15 * (root * weight).sum(1) / weight.sum()
    return found


def _steps(options: Sequence[_Candidate]) -> NDArray[np.float64]:
    """What going from one candidate to another costs: (candidates, candidates)."""
    degrees = [option.degree for option in options]
    found: NDArray[np.float64] = 0.22 * _AFTER[np.ix_(degrees, degrees)]
    return found


def _cheapest(
    fit: NDArray[np.float64],
    steps: NDArray[np.float64],
    ticks: Sequence[int],
    metre: Metre,
    options: Sequence[_Candidate],
    settings: HarmonySettings,
) -> list[int]:
    own = np.array([option.cost for option in options])
    same = np.eye(len(options), dtype=np.bool_)
    cost = fit[0] + own + np.array([0.0 if o.degree == 0 else 0.4 for o in options])
    came: list[NDArray[np.intp]] = []
    for place in range(1, len(ticks)):
        on_the_bar = ticks[place] % metre.bar == 0
        moving = steps + (np.where(same, _STAY, 0.0) if on_the_bar else np.where(same, 0, _WITHIN))
        total = cost[:, None] + moving
        came.append(total.argmin(axis=0))
        cost = total.min(axis=0) + fit[place] + own
    if settings.closing:
        cost = cost + np.array([0.0 if o.degree == 0 and o.cost < 0.5 else 1.5 for o in options])
    row = [int(cost.argmin())]
    for table in reversed(came):
        row.append(int(table[row[-1]]))
    return row[::-1]
