"""Figures by which pieces of music are compared: pitches, keys and rhythm of many notes at once.

Defined as in MusPy (Dong et al. 2020), as the Multitrack Music Transformer (2023) tabulates them.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from studio.errors import StudioError
from studio.music.note import Notes
from studio.music.timing import MetreMap

Onsets = NDArray[np.bool_]
STEPS = 16
"""Of a bar, for the rhythm."""
_MAJOR = (0, 2, 4, 5, 7, 9, 11)
_MINOR = (0, 2, 3, 5, 7, 8, 10)


@dataclass(frozen=True, slots=True)
class NoteStatistics:
    """Of one piece: bits, shares 0..1, and numbers a bar."""

    pitch_class_entropy: float
    scale_consistency: float
    groove_consistency: float
    notes_a_bar: float
    mean_pitch: float


def note_statistics(notes: Notes, metres: MetreMap) -> NoteStatistics:
    """Figures of a piece; raises StudioError where it has no note."""
    if not len(notes):
        raise StudioError("There is no note that could be counted.")
    onsets = onset_grid(notes, metres)
    return NoteStatistics(
        pitch_class_entropy=pitch_class_entropy(notes),
        scale_consistency=scale_consistency(notes),
        groove_consistency=groove_consistency(onsets),
        notes_a_bar=len(notes) / len(onsets),
        mean_pitch=float(notes.pitch.mean()),
    )


def mean_and_deviation(
    statistics: list[NoteStatistics],
) -> tuple[NoteStatistics, NoteStatistics]:
    """The mean over pieces, and the standard deviation."""
    table = np.array([astuple(one) for one in statistics])
    mean, deviation = table.mean(0).tolist(), table.std(0).tolist()
    return NoteStatistics(*mean), NoteStatistics(*deviation)


def pitch_class_entropy(notes: Notes) -> float:
    """Of the shares of the twelve pitch classes, in bits: 0 for one, 3.58 for all alike."""
    shares = np.bincount(notes.pitch % 12, minlength=12) / len(notes)
    shares = shares[shares > 0]
    return float(-(shares * np.log2(shares)).sum())


def scale_consistency(notes: Notes) -> float:
    """The share of notes within the major or minor scale that holds the most of them."""
    classes = notes.pitch % 12
    scales = ((np.array(scale) + tonic) % 12 for scale in (_MAJOR, _MINOR) for tonic in range(12))
    return max(float(np.isin(classes, scale).mean()) for scale in scales)


def groove_consistency(onsets: Onsets) -> float:
    """How alike the onsets (bars, STEPS) of neighbouring bars are: 1 for the same in every bar."""
    if len(onsets) < 2:
        return 1.0
    return float(1 - (onsets[1:] != onsets[:-1]).mean())


def onset_grid(notes: Notes, metres: MetreMap) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Where notes begin, from the first bar with a note to the last: (bars, STEPS)."""
    first = metres.bar_start(int(notes.start.min()))
    bars = list(metres.bars(first, int(notes.start.max()) + 1))
    found = np.zeros((len(bars), STEPS), np.bool_)
    for row, (_, begin, _) in enumerate(bars):
        end = metres.bar_end(begin)
        inside = notes.start[(notes.start >= begin) & (notes.start < end)]
        found[row, (inside - begin) * STEPS // (end - begin)] = True
    return found
