"""What the player does on its own thread: wishes come in, sound goes out ahead of the device."""

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from studio.audio.events import Score
from studio.audio.playback import SAFE
from studio.audio.rig import Rig
from studio.audio.sink import PLAIN_RATE, ClockSink, Device, Sink, SoundSystem
from studio.audio.soundfont import Soundfont
from studio.audio.timeline import Timeline
from studio.errors import StudioError
from studio.music.song import Loop, Song

_log = logging.getLogger(__name__)

_HELD = 0.004  # seconds between two looks while keys are held
_PLAYING = 0.05  # while a song plays and enough is rendered
_SOON = 0.01  # while a change waits for its turn
_AT_REST = 0.25
_AGAIN = 2.0  # seconds between two attempts to find the device that is wanted
_CHANGES = 0.1  # seconds between two changes of what plays
_LATENCY = 0.08  # seconds that a device may take, unless a buffer is asked for
_MOST_LATENCY = 0.4
_DRY = 6  # so many underruns, and a device is given more time at once rather than at rest

ByHand = Callable[[Rig], None]
"""Something that was played by hand."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the callers want just now."""

    song: Song
    soundfont: Soundfont | None
    device: str | None
    rate: int | None
    buffer: int | None
    loop: Loop | None = None
    metronome: bool = False
    endless: bool = False
    count_in: int = 0
    playing: bool = False
    start: int = 0
    run: int = 0
    looks: int = 0
    """Counts the starts, and the requests to look for devices."""

    @property
    def outfit(self) -> tuple[object, ...]:
        """What another rig is needed for."""
        return self.soundfont, self.device, self.rate, self.buffer, self.looks

    @property
    def music(self) -> tuple[object, ...]:
        """What is rendered anew when it changes while playing."""
        return id(self.song), self.loop, self.metronome, self.endless


class Conductor:
    """Follows wishes; `turn` and `close` belong to one thread, the rest may be read anywhere."""

    def __init__(self, system: SoundSystem) -> None:
        self.rig: Rig | None = None
        """What plays just now; None before the first turn."""
        self.devices: tuple[Device, ...] = ()
        """The devices that were seen last."""
        self.run = 0
        """The start that is heard, by its number; 0 while nothing plays."""
        self.ended = 0
        """The last start that came to the end of the song."""
        self.missed = 0
        """Underruns of the rigs before this one."""
        self.music: tuple[object, ...] = ()
        """What is rendered, as the wish had it."""
        self._system = system
        self._outfit: tuple[object, ...] = ()
        self._score: Score | None = None
        self._latency = _LATENCY
        self._changed_at = 0.0
        self._looked_at = 0.0

    def line(self, frame: float) -> Timeline | None:
        """What is played at a frame of the device; None where nothing is."""
        return None if self.rig is None else _line(self.rig, frame)

    def turn(self, wish: Wish, by_hand: deque[ByHand]) -> float:
        """Do what is most urgent; the seconds that may pass until the next turn."""
        rig = self._fitted(wish)
        while by_hand:
            by_hand[0](rig)
            by_hand.popleft()
        self._play(rig, wish)
        rig.hand.work()
        if rig.playback.work():
            return 0.0
        if rig.hand.busy:
            return _HELD
        if wish.playing and wish.music != self.music:
            return _SOON
        return _PLAYING if rig.playback.running else _AT_REST

    def close(self) -> None:
        """Let everything go."""
        if self.rig is not None:
            self.rig.close()

    # -- the song --------------------------------------------------------------------------------

    def _play(self, rig: Rig, wish: Wish) -> None:
        """Start, change or stop, as is wished."""
        if not wish.playing:
            if self.run and self.run != self.ended:
                rig.playback.stop()
            self.run = 0
        elif wish.run != self.run:
            self._start(rig, wish, wish.start, wish.count_in)
        elif wish.music != self.music and self._may_change(rig):
            self._changed_at = time.monotonic()
            rig.playback.change(self._taken(wish), wish.loop, endless=wish.endless)
            self.music = wish.music
        end = rig.playback.end
        if self.run and end is not None and rig.mixer.heard() >= end:
            self.ended = self.run

    def _may_change(self, rig: Rig) -> bool:
        """Whether enough is rendered, and time has passed, since the last change."""
        enough = rig.playback.ahead >= SAFE or not rig.playback.running
        return enough and time.monotonic() - self._changed_at >= _CHANGES

    def _start(self, rig: Rig, wish: Wish, tick: int, count_in: int) -> None:
        score = self._taken(wish)
        rig.playback.start(score, tick, wish.loop, endless=wish.endless, count_in=count_in)
        self.music = wish.music
        self.run = wish.run

    def _taken(self, wish: Wish) -> Score:
        """The song of the wish, ready to be played."""
        self._score = Score(wish.song, metronome=wish.metronome, before=self._score)
        return self._score

    # -- the device ------------------------------------------------------------------------------

    def _fitted(self, wish: Wish) -> Rig:
        """The rig that the wish asks for: built anew where it lacks, or its device has gone."""
        old = self.rig
        if old is None or wish.outfit != self._outfit:
            return self._replaced(wish)
        if not old.sink.alive:
            _log.info("the sound device has gone")
            return self._replaced(wish)
        if self._runs_dry(old, wish):
            self._latency *= 2
            _log.info("the sound device ran dry; it is given %.1f s", self._latency)
            return self._replaced(wish)
        if old.no_device is None or time.monotonic() - self._looked_at < _AGAIN:
            return old
        if old.by_the_clock:
            self._looked_at = time.monotonic()
            self._system.look_again()
            sink, problem = self._opened(wish)
            if isinstance(sink, ClockSink):
                return old
            return self._installed(wish, sink, problem)
        if not (old.playback.running or old.hand.busy):
            return self._replaced(wish)
        return old

    def _runs_dry(self, rig: Rig, wish: Wish) -> bool:
        """Whether other work keeps the device waiting, so that it should be given more time."""
        most = _DRY if rig.playback.running or rig.hand.busy else 1
        often = rig.mixer.underruns >= most and not rig.by_the_clock
        return often and wish.buffer is None and self._latency < _MOST_LATENCY

    def _replaced(self, wish: Wish) -> Rig:
        """Close the device, look which ones there are, and open the one that is wanted."""
        if self.rig is not None:
            self.rig.sink.close()
            if wish.outfit[1:] != self._outfit[1:] or not self.rig.sink.alive:
                self._system.look_again()
        self._looked_at = time.monotonic()
        self._outfit = wish.outfit
        return self._installed(wish, *self._opened(wish))

    def _installed(self, wish: Wish, sink: Sink, problem: str | None) -> Rig:
        """A new rig that goes on where the old one was."""
        old = self.rig
        rig = Rig(wish.soundfont, sink, problem)
        if old is not None:
            if self.run and self.run == wish.run and self.run != self.ended and wish.playing:
                frame = old.mixer.heard()
                line = _line(old, frame)
                tick = wish.start if line is None else round(line.tick(frame))
                self._start(rig, wish, tick, 0)
            self.missed += old.mixer.underruns
        self.rig = rig
        self.devices = self._system.devices()
        if old is not None:
            old.close()
        return rig

    def _opened(self, wish: Wish) -> tuple[Sink, str | None]:
        """The device that is wanted, else the usual one, else none; and why."""
        problem: str | None = None
        for name in dict.fromkeys((wish.device, None)):
            try:
                return self._system.open(name, wish.rate, wish.buffer, self._latency), problem
            except StudioError as error:
                problem = problem or error.sentence
        return ClockSink(wish.rate or PLAIN_RATE), problem


def _line(rig: Rig, frame: float) -> Timeline | None:
    lines = rig.playback.timelines
    for one in reversed(lines):
        if one.since <= frame:
            return one
    return lines[0] if lines else None
