"""Playing time: a synthesiser led through stretches of a song, one after the other, gapless."""

import math
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from studio.audio.events import Events, Score
from studio.audio.synth import GRAIN, Frames, Voice
from studio.music.note import LAST_TICK
from studio.music.song import Loop, Song

_WINDOW = 0.25  # seconds of messages prepared at once
_SHORTEST_LOOP = 0.02  # seconds; a shorter one would be a tone and no loop, and is not followed


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the song that is played from tick ``begin`` to ``end`` (excluded).

    A ``silent`` one is a count-in: only the clicks that lead up to ``end``.
    """

    begin: int
    end: int
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A span with the frame of playing time at which it begins."""

    frame: float
    span: Span


def route(
    song: Song,
    begin: int,
    loop: Loop | None = None,
    *,
    endless: bool = False,
    count_in: int = 0,
) -> Iterator[Span]:
    """The spans from tick ``begin`` on: round and round in the loop, else to the end of the song.

    A loop is followed by those who come from before its end. ``endless`` goes on after the end of
    the song; ``count_in`` bars are clicked first.
    """
    if count_in:
        yield Span(begin - count_in * song.metres.at(begin).bar, begin, silent=True)
    if loop is not None and loop.on and begin < loop.end and _is_long_enough(song, loop):
        yield Span(begin, loop.end)
        while True:
            yield Span(loop.start, loop.end)
    end = LAST_TICK if endless else song.length
    if begin < end:
        yield Span(begin, end)


def _is_long_enough(song: Song, loop: Loop) -> bool:
    return song.tempos.seconds(loop.end) - song.tempos.seconds(loop.start) >= _SHORTEST_LOOP


class Sequencer:
    """Renders spans one after the other: at a jump notes end, their tails ring on.

    Messages are heard at the nearest border of `GRAIN` frames, 0.7 ms away at the most, counted
    from frame 0, so the samples do not depend on how many are asked for at once. ``lead`` is how
    many frames (0 ≤ lead < GRAIN, with its fraction) the first span begins after frame 0.
    """

    def __init__(
        self, voice: Voice, score: Score, route: Iterable[Span], *, lead: float = 0.0
    ) -> None:
        voice.reset()
        self.passages: list[Passage] = []
        """The spans that were begun, in order."""
        self.frame = 0
        """How many frames were rendered."""
        self.ends: float | None = None
        """The frame at which the last span ends, once that is known."""
        self._voice = voice
        self._score = score
        self._route: Iterator[Span] = iter(route)
        self._next_frame = lead
        self._span = next(self._route, None)
        if self._span is None:
            self.ends = lead
        self._at = 0
        self._known = 0.0  # messages before this frame are in the queue
        self._queue: deque[tuple[int, int, int, int, int]] = deque()

    def render(self, frames: int) -> Frames:
        """The next ``frames`` (a multiple of `GRAIN`), (frames, 2); silence after the last span."""
        last = self.frame + frames
        while self._known < last + GRAIN:
            self._prepare()
        pieces: list[Frames] = []
        queue = self._queue
        while self.frame < last:
            while queue and queue[0][0] <= self.frame:
                self._voice.send(*queue.popleft()[1:])
            until = min(last, queue[0][0]) if queue else last
            pieces.append(self._voice.render(until - self.frame))
            self.frame = until
        return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)

    def frame_of(self, passage: Passage, tick: float) -> float:
        """The frame at which a tick of a passage is played."""
        tempos = self._score.song.tempos
        seconds = tempos.seconds(tick) - tempos.seconds(passage.span.begin)
        return passage.frame + seconds * self._voice.rate

    def _prepare(self) -> None:
        """Put the messages of the next window into the queue."""
        span = self._span
        if span is None:
            self._known = math.inf
            return
        if not self.passages or self.passages[-1].span is not span:
            self._enter(span)
        tempos = self._score.song.tempos
        later = math.ceil(tempos.tick(tempos.seconds(self._at) + _WINDOW))
        until = min(max(later, self._at + 1), span.end)
        if span.silent:
            self._enqueue(self._score.count_in(self._at, until, span.end))
        else:
            self._enqueue(self._score.between(self._at, until))
        self._at = until
        self._known = self.frame_of(self.passages[-1], until)
        if until >= span.end:
            self._leave(span)

    def _enter(self, span: Span) -> None:
        """Bring the synthesiser to the beginning of a span, unless it is there already."""
        before = self.passages[-1].span if self.passages else None
        self.passages.append(Passage(self._next_frame, span))
        self._at = span.begin
        if span.silent:
            self._enqueue(self._score.ready_to_click(span.begin))
        elif before is None or before.silent or before.end != span.begin:
            self._enqueue(self._score.begun(span.begin))

    def _leave(self, span: Span) -> None:
        """End the notes where the next span does not go on from this one."""
        following = next(self._route, None)
        if following is None or following.begin != span.end:
            self._enqueue(self._score.ended(span.end))
        self._next_frame = self._known
        self._span = following
        if following is None:
            self.ends = self._known

    def _enqueue(self, events: Events) -> None:
        if not len(events):
            return
        passage = self.passages[-1]
        tempos = self._score.song.tempos
        seconds = tempos.all_seconds(events.tick) - tempos.seconds(passage.span.begin)
        frames = passage.frame + np.maximum(seconds, 0) * self._voice.rate
        grains = np.round(frames / GRAIN).astype(np.int64) * GRAIN
        columns = (grains, events.do, events.channel, events.first, events.second)
        self._queue.extend(zip(*(column.tolist() for column in columns), strict=True))
