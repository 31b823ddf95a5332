"""Songs to play, and what is heard of them."""

from collections.abc import Iterable

import numpy as np

from studio.audio.render import render_song
from studio.audio.soundfont import Soundfont
from studio.audio.synth import Frames
from studio.music.note import Note, Notes
from studio.music.song import Song, Track

RATE = 48000
BEAT = RATE // 2
"""Frames a quarter note at 120 quarters a minute."""


def song_of(*notes: Note, **track: object) -> Song:
    """A song of one track."""
    return Song(tracks=(Track(notes=Notes(notes), **track),))  # type: ignore[arg-type]


def quarters(*pitches: int, start: int = 0, length: int = 240) -> Iterable[Note]:
    """One note a quarter, half as long each."""
    return (Note(start + place * 480, length, pitch) for place, pitch in enumerate(pitches))


def heard(song: Song, soundfont: Soundfont, **options: object) -> Frames:
    """The whole song as sound."""
    return np.concatenate(list(render_song(song, RATE, soundfont.path, **options)))  # type: ignore[arg-type]


def pitch_of(frames: Frames) -> float:
    """The strongest frequency, in Hz."""
    mono = frames.sum(axis=1) * np.hanning(len(frames))
    size = 1 << 18
    return float(np.argmax(np.abs(np.fft.rfft(mono, size))) * RATE / size)


def loudness(frames: Frames) -> float:
    """The root of the mean square."""
    return float(np.sqrt(np.mean(np.square(frames))))
