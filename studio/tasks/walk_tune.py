"""A walk through a space of melodies as music: so many of them, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from studio.audio.export import SOUND_SUFFIXES
from studio.errors import StudioError
from studio.image.latent_walk import Walk
from studio.music.melody_grid import STEP, Steps
from studio.music.song import Song, Track
from studio.music.timing import Tempo, TempoMap
from studio.tasks.explore_request import MOST_STEPS, ExploreRequest
from studio.tasks.kept_melody import MOST_OCTAVES, Placed
from studio.work import Step, Work

LEAST, MOST = 2, MOST_STEPS
"""Melodies of a walk."""
BAR = 16
"""Steps of a bar."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How melodies are heard: an instrument, moved by octaves, and quarters a minute."""

    program: int = 0
    bank: int = 0
    octaves: int = 0
    tempo: float = 120.0

    def __post_init__(self) -> None:
        if abs(self.octaves) > MOST_OCTAVES:
            raise StudioError(f"A melody is moved by at most {MOST_OCTAVES} octaves.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TuneRequest:
    """Which walk through the space of which model becomes so many melodies.

    They stand evenly on its time line, the first at its beginning. ``target`` ends in .mid, .wav,
    .flac or .ogg; without one they are only found. ``soundfont`` None is the best there is.
    """

    model: str
    walk: Walk
    melodies: int
    temperature: float = 0.0
    voice: Voice = Voice()
    target: Path | None = None
    soundfont: Path | None = None
    force: bool = False

    def asked(self) -> ExploreRequest:
        """What the command line would ask for; StudioError for a number of melodies too large."""
        walk = paced(self.walk, self.melodies)
        return ExploreRequest(self.model, walk=walk, temperature=self.temperature)


@dataclass(frozen=True, slots=True, eq=False)
class Tuned:
    """What a walk became: its symbols (T,) and the text of its recipe, and the file, if any."""

    melody: Steps
    recipe: str
    seconds: float
    target: Path | None = None

    @property
    def bars(self) -> int:
        """How many bars it has."""
        return len(self.melody) // BAR


def paced(walk: Walk, count: int) -> Walk:
    """The same way in ``count`` frames that stand evenly on its time line: one a second."""
    if not LEAST <= count <= MOST:
        raise StudioError(f"A walk becomes {LEAST} to {MOST} melodies.")
    factor = (count if walk.loop else count - 1) / walk.seconds
    keyframes = tuple(replace(one, time=(one.time - walk.begin) * factor) for one in walk.keyframes)
    # rounding shall not bring the last keyframe behind the end
    length = max(walk.length * factor, keyframes[-1].time) if walk.length else 0.0
    return replace(walk, keyframes=keyframes, length=length, rate=1.0)


def walk_tune(request: TuneRequest, *, device: str = "cpu") -> Work[Tuned]:
    """Find the melodies, and write them where a file is wanted, with their recipe.

    Raises StudioError for a model of pictures, a keyframe of another length, more bars than there
    may be, and as `write_song` and `render` do.
    """
    from studio.tasks.explore_music import explore_melodies

    if request.target is not None:
        _check(request.target, request.force)
    tune = yield from explore_melodies(request.asked(), device=device)
    melody = np.concatenate(tune.melodies)
    seconds = len(melody) / 4 * 60 / request.voice.tempo
    if request.target is not None:
        song = tune_song(melody, tune.recipe, request.voice)
        yield from _write(song, request.target, request.soundfont, request.force)
    return Tuned(melody, tune.recipe, seconds, request.target)


def tune_song(melody: Steps, recipe: str, voice: Voice) -> Song:
    """A song of one track with the melody, in 4/4."""
    tempos = TempoMap([Tempo(0, voice.tempo)])
    placed = Placed(melody, 0, 0, voice.octaves)
    return placed.beside(
        Song(tempos=tempos, recipe=recipe), Track("Melody", voice.program, bank=voice.bank)
    )


def ticks(bars: int) -> int:
    """How long so many bars of melody are."""
    return bars * BAR * STEP


def _check(target: Path, force: bool) -> None:
    """Raise what writing would for the name, before melodies are looked for."""
    from studio.music.song_file import check_target

    if target.suffix.casefold() not in SOUND_SUFFIXES:
        check_target(target, force=force)


def _write(song: Song, target: Path, soundfont: Path | None, force: bool) -> Work[None]:
    from studio.audio.soundfont import best_soundfont
    from studio.music.song_file import write_song
    from studio.tasks.render import RenderRequest, render

    if target.suffix.casefold() not in SOUND_SUFFIXES:
        yield Step(0, 1, "writing")
        write_song(target, song, force=force)
        return
    request = RenderRequest(
        song=song, target=target, soundfont=best_soundfont(soundfont), force=force
    )
    yield from render(request)
