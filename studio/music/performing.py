"""Makes written notes sound as if they were played: loudness, lengths and small delays by rule.

The rules are those of the KTH system (Friberg, Bresin & Sundberg 2006, "Overview of the KTH rule
system for musical performance"): phrase arch, high loud, duration contrast, repetition articulation
and punctuation, with accents by the metre, and noise as in its motor delay rule. Tempo is left as
it is, so the phrase arch is in the loudness alone.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from studio.music.note import Column, Mask, Notes
from studio.music.timing import MetreMap

LATEST = 15
"""Ticks that a note may come early or late at most."""
_LOUDNESS = 80.0
_ACCENTS = (9.0, 5.0, 2.0, -3.0)  # on the bar line, in its middle, on a beat, between beats
_ARCH, _PEAK = 15.0, 0.6
_HIGH, _FAR = 0.8, 9.0  # a semitone above the middle, and at most
_LONG = 5.0
_UNEVEN, _DELAY = 4.0, 6.0
_CLOSED, _REPEATED, _LAST = 0.07, 0.25, 0.12  # shares of a length that are left silent
_PHRASE_BARS = 4

Values = NDArray[np.float64]


def perform(
    notes: Notes,
    metres: MetreMap,
    amount: float,
    seed: int = 0,
    *,
    still: bool = False,
    begin: int = 0,
    beside: Notes | None = None,
    firm: Collection[int] = (),
    louder: float = 0.0,
) -> Notes:
    """Notes on the grid with loudness, lengths and small delays, the same for the same seed.

    ``amount`` 0..1: at 0 there are only the accents of the metre, and time stays as it is. Else
    notes come up to 15 ticks early or late; those on a beat or at one of the ticks ``firm`` are
    never early, none comes before ``begin`` or while one of ``beside`` sounds, and none lasts
    longer than it did, so that what was in a bar, under a chord or after another note still is.
    ``still`` leaves the beginnings where they are. Notes that begin together do so after.
    """
    if not len(notes):
        return notes
    random = np.random.default_rng(seed % 2**63)
    beats, lines = _metrical(notes.start, metres)
    velocity = _LOUDNESS + louder + _accents(notes.start, beats, lines)
    phrase = phrases(notes, metres)
    velocity += amount * _expression(notes, phrase, beats)
    velocity += amount * _UNEVEN * np.clip(random.normal(size=len(notes)), -2, 2)
    starts, which = np.unique(notes.start, return_inverse=True)
    shift = np.zeros(len(starts), np.int64)
    if amount and not still:
        drift = _DELAY * amount * random.normal(size=len(starts))
        shift = np.clip(np.rint(drift), -LATEST, LATEST).astype(np.int64)
        first = np.unique(which, return_index=True)[1]
        late = (beats[first] == np.rint(beats[first])) | np.isin(starts, list(firm))
        shift = _on_time(starts, np.where(late, np.abs(shift), shift), begin, beside)
    length = _lengths(notes, phrase, starts, shift, which, amount)
    return notes.altered(
        np.ones(len(notes), np.bool_),
        start=starts[which] + shift[which],
        length=length,
        velocity=np.clip(np.rint(velocity), 20, 120).astype(np.int64),
    )


def phrases(notes: Notes, metres: MetreMap) -> Column:
    """The number of the phrase of each note: (N,).

    A phrase ends with a silence of a beat, with a note of two beats or more that ends where a bar
    begins, and after four bars.
    """
    found = np.zeros(len(notes), np.int64)
    number, opened = 0, metres.position(int(notes.start[0])).bar if len(notes) else 1
    reach = np.maximum.accumulate(notes.start + notes.length)
    for place in range(1, len(notes)):
        start = int(notes.start[place])
        if start > notes.start[place - 1]:
            bar, beat, rest = metres.position(start)
            unit = metres.at(start).beat
            silent = start - int(reach[place - 1]) >= unit
            fresh = beat == 1 and rest == 0 and bar - opened >= 1
            long = start - int(notes.start[place - 1]) >= 2 * unit
            if silent or (fresh and (long or bar - opened >= _PHRASE_BARS)):
                number, opened = number + 1, bar
        found[place] = number
    return found


def _metrical(start: Column, metres: MetreMap) -> tuple[Values, Column]:
    """Beats into the bar, and the number of beats of the bar there: each (N,)."""
    into, count = np.zeros(len(start)), np.zeros(len(start), np.int64)
    for place, tick in enumerate(start.tolist()):
        metre = metres.at(tick)
        compound = metre.denominator >= 8 and metre.numerator % 3 == 0 and metre.numerator > 3
        unit = metre.beat * (3 if compound else 1)
        into[place] = (tick - metres.bar_start(tick)) / unit
        count[place] = max(1, metre.bar // unit)
    return into, count


def _accents(start: Column, beats: Values, count: Column) -> Values:
    middle = (count % 2 == 0) & (beats == count / 2)
    on_beat = beats == np.rint(beats)
    found: Values = np.select([beats == 0, middle, on_beat], _ACCENTS[:3], _ACCENTS[3])
    return found


def _expression(notes: Notes, phrase: Column, beats: Values) -> Values:
    """Phrase arch, high loud, and duration contrast, in steps of velocity: (N,)."""
    start = notes.start.astype(np.float64)
    count = int(phrase[-1]) + 1
    first, last = np.full(count, np.inf), np.zeros(count)
    np.minimum.at(first, phrase, start)
    np.maximum.at(last, phrase, start)
    span = np.maximum(last - first, 1.0)[phrase]
    away = (start - first[phrase]) / span - _PEAK
    arch = _ARCH * (0.5 - (away / _PEAK) ** 2)
    high = np.clip(_HIGH * (notes.pitch - notes.pitch.mean()), -_FAR, _FAR)
    usual = float(np.median(notes.length))
    long = _LONG * np.clip(np.log2(notes.length / max(usual, 1.0)), -1, 1)
    found: Values = arch + high + long
    return found


def _on_time(starts: Column, shift: Column, begin: int, beside: Notes | None) -> Column:
    """The delays of the beginnings (S,) that break nothing."""
    found = np.maximum(shift, begin - starts)
    apart = np.diff(starts, append=starts[-1] + 4 * LATEST)
    found = np.where((apart > 2 * LATEST) & (np.roll(apart, 1) > 2 * LATEST), found, 0)
    if beside is not None:
        for place in np.flatnonzero(found < 0).tolist():
            tick = int(starts[place])
            if len(beside.sounding(tick + int(found[place]), tick)):
                found[place] = 0
    late: Column = np.minimum(found, LATEST)
    return late


def _lengths(
    notes: Notes, phrase: Column, starts: Column, shift: Column, which: Column, amount: float
) -> Column:
    """Lengths with small silences, none over the next beginning that it did not cover: (N,)."""
    end = notes.start + notes.length
    after = np.searchsorted(starts, end)
    held = np.append(starts + shift, np.iinfo(np.int64).max)
    end = np.minimum(end, held[after])
    length = np.maximum(end - (starts + shift)[which], 1)
    silent = amount * (_CLOSED + _LAST * _ends(phrase) + _REPEATED * _repeats(notes))
    left = np.rint(length * (1 - np.minimum(silent, 0.5))).astype(np.int64)
    kept: Column = np.maximum(np.maximum(left, length - 90), 1)
    return kept


def _ends(phrase: Column) -> Mask:
    """Which notes are the last of their phrase."""
    found: Mask = np.append(phrase[1:] != phrase[:-1], True)
    return found


def _repeats(notes: Notes) -> Mask:
    """Which notes are struck again at once."""
    struck = set(zip(notes.start.tolist(), notes.pitch.tolist(), strict=True))
    stop = notes.start + notes.length
    return np.array(
        [one in struck for one in zip(stop.tolist(), notes.pitch.tolist(), strict=True)], np.bool_
    )
