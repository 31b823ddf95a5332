"""The music of a film: a song by the studio's own synthesiser, as long as the pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np

from studio.audio.events import Score
from studio.audio.limiter import limited
from studio.audio.render import BLOCK
from studio.audio.sequencer import Sequencer, Span
from studio.audio.synth import Frames, Synth
from studio.errors import StudioError
from studio.music.song import Song
from studio.tasks.film_mp4 import SOUND_RATE

FADE = 0.75
"""Seconds in which the sound goes out at the end, or a quarter of a short film."""


@dataclass(frozen=True, slots=True)
class FilmMusic:
    """A stretch of a song from tick ``begin`` to ``end``, None for its last bar line.

    ``lead`` seconds of it have passed when the film begins. ``soundfont`` is that of a file, None
    for the best that is found. StudioError where nothing sounds.
    """

    song: Song
    begin: int = 0
    end: int | None = None
    lead: float = 0.0
    soundfont: Path | None = None

    def __post_init__(self) -> None:
        if self.song.is_empty:
            raise StudioError("The song has no notes, so there is nothing to hear.")
        if self.begin < 0 or self.last <= self.begin or self.lead < 0:
            raise StudioError("The music of a film ends before it begins; choose other bars.")

    @property
    def last(self) -> int:
        """The tick at which it ends."""
        return self.song.length if self.end is None else self.end

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        tempos = self.song.tempos
        return tempos.seconds(self.last) - tempos.seconds(self.begin)


def film_sound(music: FilmMusic, seconds: float) -> Iterator[Frames]:
    """Blocks (n, 2) of sound, in all as long as the film to the sample; see SOUND_RATE.

    Shorter music is played again and again, longer is cut; the end fades out. Raises as `Synth` and
    `best_soundfont` do, at the first block.
    """
    from studio.audio.soundfont import best_soundfont

    chosen = music.soundfont or best_soundfont().path
    total = round(seconds * SOUND_RATE)
    fade = max(1, round(min(FADE, seconds / 4) * SOUND_RATE))
    skipped = round(music.lead * SOUND_RATE)
    with Synth(chosen, SOUND_RATE) as synth:
        done = -skipped
        for block in limited(_played(synth, music, total + skipped)):
            begin = max(0, -done)
            done += len(block)
            kept = block[begin : len(block) - max(0, done - total)]
            if len(kept):
                at = np.arange(len(kept)) + min(done, total) - len(kept)
                share = np.clip((total - at) / fade, 0, 1)
                gain = np.sin(share * (math.pi / 2)).astype(np.float32)
                yield kept * gain[:, None]
            if done >= total:
                return


def _played(synth: Synth, music: FilmMusic, frames: int) -> Iterator[Frames]:
    """The music round and round, for so many frames or a block more."""
    spans = (Span(music.begin, music.last) for _ in count())  # each its own: that is how it jumps
    sequencer = Sequencer(synth, Score(music.song), spans)
    while sequencer.frame < frames + BLOCK:  # the limiter looks ahead
        yield sequencer.render(BLOCK)
