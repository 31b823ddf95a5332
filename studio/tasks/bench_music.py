"""How fast songs are opened and played into a file, beside the bars."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from studio.errors import StudioError
from studio.jobs import Step, Work
from studio.music.midi_file import midi_bytes, parse_midi
from studio.music.note import TICKS, Notes
from studio.music.song import Song, Track

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTES = 10
_BYTES_A_NOTE = 8
_BARS = 16


def opening() -> Work[tuple[float, float]]:
    """Megabytes of a MIDI file of about ten, and the seconds until it is a song."""
    count = MEGABYTES * 2**20 // _BYTES_A_NOTE
    random = np.random.default_rng(0)
    start = np.sort(random.integers(0, count * 8, count))
    notes = Notes.of_columns(
        start,
        random.integers(10, 100, count),
        random.integers(21, 109, count),
        random.integers(30, 120, count),
    )
    yield Step(0, 2, "writing a large song")
    data = midi_bytes(Song(tracks=(Track(notes=notes),)))
    yield Step(1, 2, "opening it")
    began = time.perf_counter()
    parse_midi(data, "large.mid")
    return len(data) / 2**20, time.perf_counter() - began


def rendering() -> Work[float | str]:
    """How many times faster than it lasts a song of four tracks is rendered; or why not at all."""
    from studio.audio.render import render_song
    from studio.audio.soundfont import best_soundfont

    song = Song(tracks=tuple(_tracks()))
    rate, frames = 44_100, 0
    try:
        blocks = render_song(song, rate, best_soundfont().path)
        began = time.perf_counter()
        for block in blocks:
            frames += len(block)
            yield Step(frames, 2 * frames, "playing a song")
    except StudioError as problem:
        return problem.sentence
    return frames / rate / (time.perf_counter() - began)


def _tracks() -> Iterator[Track]:
    """Eighths on a piano, chords of strings, a bass and a beat."""
    bar = 4 * TICKS
    for program, drums, step, pitches in (
        (0, False, TICKS // 2, (72,)),
        (48, False, bar, (60, 64, 67)),
        (32, False, TICKS, (36,)),
        (0, True, TICKS // 2, (42,)),
    ):
        starts = np.repeat(np.arange(0, _BARS * bar, step), len(pitches))
        tones = np.tile(pitches, len(starts) // len(pitches))
        length, velocity = np.full(len(starts), step), np.full(len(starts), 80)
        notes = Notes.of_columns(starts, length, tones, velocity)
        yield Track(program=program, drums=drums, notes=notes)
