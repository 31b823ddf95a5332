"""A song as sound, from beginning to end: for files, and for whatever needs it whole."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from studio.audio.events import Score
from studio.audio.limiter import limited
from studio.audio.sequencer import Sequencer, Span
from studio.audio.synth import GAIN, GRAIN, Frames, Synth, Voice
from studio.errors import StudioError
from studio.music.song import Song

BLOCK = 192 * GRAIN
"""Frames that are rendered at once: a quarter of a second at 48,000 a second."""
TAIL = 5.0
"""Seconds that the last notes may ring on."""
LONGEST = 6 * 3600.0
"""Seconds of a song that are rendered at most."""
_SILENCE = 1e-4  # -80 dB


def render_song(
    song: Song,
    rate: int,
    soundfont: Path,
    *,
    begin: int = 0,
    end: int | None = None,
    tail: float = TAIL,
    metronome: bool = False,
    gain: float = GAIN,
) -> Iterator[Frames]:
    """Render a song from tick ``begin`` to ``end``, a block of (n, 2) float32 at a time.

    The same song gives the same samples, and no sample is beyond the limiter's ceiling. What
    rings after ``end`` is rendered until it is below -80 dB, for ``tail`` seconds at the most.
    Beginnings and ends of notes lie on borders of 64 frames, 0.7 ms away from where they should
    be at the most. Raises `StudioError` for a song of more than six hours, and as `Synth` does.
    """
    end = song.end if end is None else end
    seconds = song.tempos.seconds(end) - song.tempos.seconds(begin)
    if seconds > LONGEST:
        raise StudioError(
            f"The song lasts {seconds / 3600:,.0f} hours, and six are the most that is rendered; "
            "choose a part of it."
        )
    with Synth(soundfont, rate, gain=gain) as synth:
        yield from limited(_blocks(synth, Score(song, metronome=metronome), begin, end, tail))


def expected_frames(song: Song, rate: int, begin: int = 0, end: int | None = None) -> int:
    """How many frames there are from tick ``begin`` to ``end``, without what rings after it."""
    end = song.end if end is None else end
    seconds = song.tempos.seconds(end) - song.tempos.seconds(begin)
    return max(0, round(seconds * rate))


def _blocks(voice: Voice, score: Score, begin: int, end: int, tail: float) -> Iterator[Frames]:
    spans = [Span(begin, end)] if begin < end else []
    sequencer = Sequencer(voice, score, spans)
    length = expected_frames(score.song, voice.rate, begin, end)
    last = length + round(tail * voice.rate)
    while sequencer.frame < last:
        block = sequencer.render(min(BLOCK, -(-(last - sequencer.frame) // GRAIN) * GRAIN))
        yield block
        if sequencer.frame > length and np.abs(block).max(initial=0.0) < _SILENCE:
            return
