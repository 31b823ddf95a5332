"""A song rendered ahead of the device: started, stopped, and changed while it plays."""

import itertools
import math
import time
from collections.abc import Callable, Iterator

import numpy as np

from studio.audio.events import Score
from studio.audio.limiter import Limiter
from studio.audio.mixer import FADE, Mixer
from studio.audio.render import TAIL
from studio.audio.sequencer import Sequencer, Span, route
from studio.audio.synth import GRAIN, Frames, Voice
from studio.audio.timeline import Timeline
from studio.music.song import Loop

AHEAD = 4.0
"""Seconds that are rendered ahead of the device, whatever else keeps the cores busy."""
SAFE = 0.6
"""Seconds that are rendered ahead before the next change is taken up."""
_PIECE = 0.1  # seconds rendered at once
_LEAD = 0.03  # seconds between the device's clock and the place where a change is put in
_START = 0.012  # the same for a start, where nothing is to be faded over
_PREROLL_TIME = 0.04  # seconds that may be spent on what leads up to a change
_PREROLL = 2.0  # seconds of song that lead up to it at least, if there is time
_LONGEST_PREROLL = 10.0
_SILENCE = 1e-4


class Playback:
    """Renders a score ahead into a mixer, piece by piece; all methods belong to one thread.

    A change while it plays is put in some hundredths of a second ahead of the device: the
    synthesiser is led up to that place through the seconds before it, so that what sustains and
    reverberates is as if it had always been so, and the new sound is faded over from the old.
    """

    def __init__(self, mixer: Mixer, voice: Voice) -> None:
        self.timelines: tuple[Timeline, ...] = ()
        """What is played and was just before; replaced as a whole, to be read anywhere."""
        self.meanwhile: Callable[[], None] = lambda: None
        """Called after each piece, for what cannot wait until a change is put in."""
        self._mixer = mixer
        self._voice = voice
        self._limiter = Limiter()
        self._sequencer: Sequencer | None = None
        self._rendered = 0  # the frame of the device up to which there is sound
        self._speed = 20.0  # seconds of song rendered in a second

    @property
    def running(self) -> bool:
        """Whether there is a song to go on with; its tail counts too."""
        return self._sequencer is not None

    @property
    def end(self) -> float | None:
        """The frame at which the song is over; None while that is not known, or nothing plays."""
        return self.timelines[-1].end if self.timelines else None

    @property
    def ahead(self) -> float:
        """Seconds between the device and the end of what is rendered."""
        return (self._rendered - self._mixer.clock) / self._mixer.rate

    def start(
        self,
        score: Score,
        tick: int,
        loop: Loop | None = None,
        *,
        endless: bool = False,
        count_in: int = 0,
    ) -> None:
        """Play from ``tick`` on, faded over from what plays already."""
        spans = route(score.song, tick, loop, endless=endless, count_in=count_in)
        self._sequencer = Sequencer(self._voice, score, spans)
        self._limiter = Limiter()
        first = self._piece()
        playing = self._mixer.song.end > self._mixer.clock
        at = self._mixer.soon(_LEAD if playing else _START)
        self._put_in(at, at, first, score)

    def change(self, score: Score, loop: Loop | None = None, *, endless: bool = False) -> None:
        """Let the rest be played of another score or with another loop."""
        timeline = self.timelines[-1] if self.timelines else None
        if timeline is None or self._sequencer is None:
            return
        at = self._mixer.soon(_LEAD)
        at += -(at - timeline.origin) % GRAIN
        if timeline.end is not None and at >= timeline.end:
            return
        led_up, spans = self._way_to(timeline, at, score, loop, endless)
        exact = led_up * self._mixer.rate
        origin = at - math.ceil(exact / GRAIN) * GRAIN
        sequencer = Sequencer(self._voice, score, spans, lead=at - exact - origin)
        self._sequencer, self._limiter = sequencer, Limiter()
        self._lead_up(origin, at, score)

    def stop(self) -> None:
        """Fade out and be silent."""
        self._sequencer = None
        self._mixer.fade_out(self._mixer.soon(_START))

    def work(self) -> bool:
        """Render the next piece if there is room for it; whether there was."""
        sequencer = self._sequencer
        if sequencer is None or self.ahead > AHEAD:
            return False
        frames = self._piece()
        place, self._rendered = self._rendered, self._rendered + len(frames)
        if place < self._mixer.clock:  # the device has run ahead: leave out what is late
            late = self._mixer.soon(_START)
            place, frames = late, frames[late - place :]
        if len(frames):
            self._mixer.song.write(place, frames)
        end = self.timelines[-1].end
        if end is not None:
            self._mixer.owe_until(end)
            silent = len(frames) and np.abs(frames).max() < _SILENCE
            if self._rendered > end + TAIL * self._mixer.rate or (self._rendered > end and silent):
                self._sequencer = None
        return True

    def _piece(self) -> Frames:
        """Render some more of the song, and learn how fast that goes."""
        assert self._sequencer is not None
        count = int(_PIECE * self._mixer.rate / GRAIN) * GRAIN
        began = time.perf_counter()
        frames = self._limiter.process(self._sequencer.render(count))
        took = max(time.perf_counter() - began, 1e-6)
        self._speed += (count / self._mixer.rate / took - self._speed) / 8
        self.meanwhile()
        return frames

    def _lead_up(self, origin: int, at: int, score: Score) -> None:
        """Render up to frame ``at`` or where the device is by then, and put in what follows."""
        frames = self._piece()
        place = origin
        fade = int(FADE * self._mixer.rate)
        while place + len(frames) - fade < max(at, self._mixer.soon(_START)):
            place += len(frames)
            frames = self._piece()
        start = max(at, self._mixer.soon(_START), place)
        self._put_in(start, origin, frames[start - place :], score)

    def _put_in(self, at: int, origin: int, frames: Frames, score: Score) -> None:
        sequencer = self._sequencer
        assert sequencer is not None
        self._mixer.splice(at, frames)
        self._mixer.owe_until()
        self._rendered = at + len(frames)
        line = Timeline(at, origin, self._mixer.rate, score.song, sequencer)
        heard = self._mixer.heard()
        old = self.timelines
        still = [i for i, one in enumerate(old) if one.since <= heard]
        self.timelines = (*old[still[-1] if still else 0 :], line)

    def _way_to(
        self, timeline: Timeline, frame: int, score: Score, loop: Loop | None, endless: bool
    ) -> tuple[float, Iterator[Span]]:
        """The spans to begin with so that a frame comes right, and their seconds up to it."""
        song, tempos = score.song, score.song.tempos
        passed = list(itertools.takewhile(lambda p: not p.span.silent, timeline.past(frame)))
        tick = timeline.exact_tick(frame)
        if not passed:
            start, now = round(timeline.tick(frame)), math.floor(tick)
            rest = [Span(now, start, silent=True)] if now < start else []
            spans = itertools.chain(rest, route(song, start, loop, endless=endless))
            return tempos.seconds(tick) - tempos.seconds(now), spans
        left = self._preroll(score, tick)
        total = 0.0
        history: list[Span] = []
        for passage in passed:
            top = passage.span.end if history else tick
            begin = math.ceil(tempos.tick(tempos.seconds(top) - left))
            begin = min(max(passage.span.begin, begin), math.floor(top))
            lasts = tempos.seconds(top) - tempos.seconds(begin)
            total, left = total + lasts, left - lasts
            history.append(Span(begin, math.floor(top)))
            if begin > passage.span.begin or left <= 0:
                break
        earlier = [span for span in reversed(history[1:]) if span.begin < span.end]
        following = loop if loop is not None and tick < loop.end else None
        onward = route(song, history[0].begin, following, endless=endless)
        return total, itertools.chain(earlier, onward)

    def _preroll(self, score: Score, tick: float) -> float:
        """Seconds of song to lead up through: to where the notes that sound began, if possible."""
        tempos = score.song.tempos
        starts = [part.start[part.sounding(int(tick))] for part in score.parts]
        earliest = min((int(column[0]) for column in starts if len(column)), default=int(tick))
        wanted = max(_PREROLL, tempos.seconds(tick) - tempos.seconds(earliest) + _PIECE)
        return min(wanted, self._speed * _PREROLL_TIME, _LONGEST_PREROLL)
