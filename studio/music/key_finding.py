"""The key of notes by how long each pitch class sounds, where nobody has said it.

The profiles are those of Krumhansl & Kessler (1982) for major and minor, compared by correlation
as in Krumhansl, "Cognitive Foundations of Musical Pitch" (1990), chapter 4.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.music.note import Notes
from studio.music.song import Song
from studio.music.theory import Key

_MAJOR = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
_MINOR = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
_ENOUGH = 8
_BETTER = 0.06  # by so much the notes must speak for another key than the one that is written
_KEYS = tuple(Key(tonic, scale) for scale in ("major", "minor") for tonic in range(12))
_PROFILES = np.array([np.roll(mode, tonic) for mode in (_MAJOR, _MINOR) for tonic in range(12)])


def key_of(song: Song, tick: int = 0) -> Key:
    """The key at a tick: the song's, but where that is only the plain C major, what is heard.

    At least eight notes must speak for the other key, and clearly.
    """
    said = song.key_at(tick)
    if song.keys != (Key(),):
        return said
    likely = likeness([track.notes for track in song.tracks if not track.drums])
    if likely is None or likely.max() < likely[0] + _BETTER:
        return said
    return _KEYS[int(likely.argmax())]


def likeness(voices: list[Notes]) -> NDArray[np.float64] | None:
    """How like each of the 24 keys the notes are, C major first: (24,); None for too few notes."""
    weight = np.zeros(12)
    for notes in voices:
        np.add.at(weight, notes.pitch % 12, np.minimum(notes.length, 1920).astype(np.float64))
    if sum(map(len, voices)) < _ENOUGH or weight.std() == 0:
        return None
    return np.array([np.corrcoef(weight, profile)[0, 1] for profile in _PROFILES])
