"""A song to a sound file: what the command line and the export dialogue ask for."""

import time
from dataclasses import dataclass
from pathlib import Path

from studio.audio.export import check_kind, sound_file
from studio.audio.render import TAIL, expected_frames, render_song
from studio.audio.soundfont import Soundfont, best_soundfont
from studio.audio.synth import HIGHEST_RATE, LOWEST_RATE
from studio.errors import AlreadyExists, StudioError
from studio.music.song import Song
from studio.tasks.song_recipe import render_recipe
from studio.work import Step, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderRequest:
    """Which song becomes which file: ``target`` ends with .wav, .flac or .ogg.

    ``soundfont`` is None for the best that is found; ``rate`` is in frames a second. From tick
    ``begin`` to ``end``, None for the end of the last note; what rings then is kept for ``tail``
    seconds at the most. ``floating`` makes a WAV of 32-bit float.
    """

    song: Song
    target: Path
    soundfont: Soundfont | None = None
    rate: int = 48000
    begin: int = 0
    end: int | None = None
    tail: float = TAIL
    metronome: bool = False
    floating: bool = False
    force: bool = False

    def __post_init__(self) -> None:
        check_kind(self.target)
        if not LOWEST_RATE <= self.rate <= HIGHEST_RATE:
            raise StudioError(
                f"The rate lies between {LOWEST_RATE} and {HIGHEST_RATE} frames a second."
            )


@dataclass(frozen=True, slots=True)
class Rendered:
    """A sound file that was written: how long it plays, and how long that took, in seconds."""

    target: Path
    soundfont: Soundfont
    length: float
    took: float


def render(request: RenderRequest) -> Work[Rendered]:
    """Write the file, a step for each quarter of a second of sound.

    The recipe in the file holds the song itself, and so its own recipe. Raises `StudioError` for a
    song without notes, a target that is there already, and as `render_song` and `sound_file` do.
    """
    began = time.perf_counter()
    song, rate = request.song, request.rate
    if song.is_empty:
        raise StudioError("The song has no notes, so there is nothing to hear.")
    if request.target.exists() and not request.force:
        raise AlreadyExists(
            f"“{request.target}” exists already; choose another name or allow it to be replaced."
        )
    soundfont = request.soundfont or best_soundfont()
    total = max(1, expected_frames(song, rate, request.begin, request.end))
    yield Step(0, total, "getting ready")
    blocks = render_song(
        song,
        rate,
        soundfont.path,
        begin=request.begin,
        end=request.end,
        tail=request.tail,
        metronome=request.metronome,
    )
    written = 0
    with sound_file(
        request.target,
        rate,
        recipe=render_recipe(song, soundfont.name, rate),
        title=song.title,
        force=request.force,
        floating=request.floating,
    ) as write:
        for block in blocks:
            write(block)
            written += len(block)
            yield Step(min(written, total), total, "rendering")
    return Rendered(request.target, soundfont, written / rate, time.perf_counter() - began)
