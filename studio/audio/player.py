"""The player: what the transport, the roll and a keyboard ask for is heard, whatever else runs.

All that takes time happens on one thread of its own, which renders seconds ahead of the device.
Callers leave their wishes and read what is heard; nobody waits for anybody.
"""

import threading
from collections import deque
from dataclasses import replace
from typing import Any

from studio.audio.conductor import ByHand, Conductor, Wish
from studio.audio.sink import PortAudio, SoundSystem
from studio.audio.soundfont import Soundfont
from studio.music.song import Loop, Song, Track


class Player:
    """Plays a song, and notes by hand; any thread may call it, and all but `close` return at once.

    Nothing is opened before the first call that needs it, or `open`. What was asked for is heard
    some hundredths of a second later; a timer reads `position`, `is_playing`, `level`, `problem`.
    Without a device, a library or a soundfont the position goes on all the same. ``system`` gives
    the devices.
    """

    def __init__(
        self,
        soundfont: Soundfont | None,
        device: str | None = None,
        rate: int | None = None,
        buffer: int | None = None,
        *,
        system: SoundSystem | None = None,
    ) -> None:
        self.count_in = 0
        """How many bars are clicked before the next `play`."""
        self._changed = threading.Condition()
        self._wish = Wish(Song(), soundfont, device, rate, buffer)
        self._by_hand: deque[ByHand] = deque()
        self._rest = 0.0  # the tick where it stands while nothing plays
        self._closed = False
        self._thread: threading.Thread | None = None
        self._conductor = Conductor(system or PortAudio())

    # -- what is heard ---------------------------------------------------------------------------

    @property
    def is_playing(self) -> bool:
        """Whether the song goes on; false again when it has come to its end."""
        return self._wish.playing

    @property
    def position(self) -> float:
        """The tick that is heard just now; where it stands while nothing plays.

        In a count-in it stands at the start.
        """
        wish, rig = self._wish, self._conductor.rig
        if not wish.playing:
            return self._rest
        if rig is None or self._conductor.run != wish.run:
            return float(wish.start)
        heard = rig.mixer.heard()
        line = self._conductor.line(heard)
        return float(wish.start) if line is None else line.tick(heard)

    def tick_at(self, moment: float) -> float:
        """The tick that was heard at a moment of `time.perf_counter`, for notes to be recorded.

        In a count-in it is before the start, and may be below 0.
        """
        rig = self._conductor.rig
        heard = 0.0 if rig is None else rig.mixer.heard(moment)
        line = self._conductor.line(heard)
        return self.position if line is None else line.exact_tick(heard)

    @property
    def counting_in(self) -> bool:
        """Whether the clicks before the start are heard."""
        wish, rig = self._wish, self._conductor.rig
        if not wish.playing or rig is None or self._conductor.run != wish.run:
            return wish.playing and wish.count_in > 0
        heard = rig.mixer.heard()
        line = self._conductor.line(heard)
        passage = None if line is None else line.passage(heard)
        return passage is not None and passage.span.silent

    @property
    def level(self) -> tuple[float, float]:
        """The peaks of left and right in the last twentieth of a second, 1 for full scale."""
        rig = self._conductor.rig
        return (0.0, 0.0) if rig is None else rig.mixer.levels()

    @property
    def underruns(self) -> int:
        """How often the device went without frames since the player was made."""
        rig = self._conductor.rig
        return self._conductor.missed + (0 if rig is None else rig.mixer.underruns)

    @property
    def problem(self) -> str | None:
        """Why nothing is heard and what to do, in one line; None where all is well."""
        rig = self._conductor.rig
        return None if rig is None else rig.problem

    @property
    def rate(self) -> int | None:
        """Frames a second, once a device is open."""
        rig = self._conductor.rig
        return None if rig is None else rig.mixer.rate

    @property
    def sound_name(self) -> str:
        """The name of the soundfont; empty where there is none."""
        soundfont = self._wish.soundfont
        return "" if soundfont is None else soundfont.name

    def devices(self) -> tuple[str, ...]:
        """The names of the devices there are, the system's choice first, as they were seen last."""
        return tuple(device.name for device in self._conductor.devices)

    # -- what is wanted --------------------------------------------------------------------------

    def open(self) -> None:
        """Open the device and load the soundfont, so that the first note is heard at once."""
        self._want()

    def set_song(self, song: Song) -> None:
        """Play another song, or the same one changed, from where it stands."""
        self._want(song=song)

    def play(self, from_tick: float | None = None) -> None:
        """Play from a tick, or from where it stands; from the beginning where it is at the end."""
        wish = self._wish
        tick = self.position if from_tick is None else from_tick
        if from_tick is None and tick >= wish.song.length and not wish.endless:
            tick = wish.loop.start if wish.loop is not None and wish.loop.on else 0
        bars = self.count_in
        self._want(playing=True, start=max(0, round(tick)), run=wish.run + 1, count_in=bars)

    def stop(self) -> None:
        """Be silent and stand where it is."""
        self._rest = self.position
        self._want(playing=False)

    def seek(self, tick: float) -> None:
        """Go to a tick, and play on from there if it plays."""
        if self._wish.playing:
            self._want(start=max(0, round(tick)), run=self._wish.run + 1, count_in=0)
        else:
            self._rest = max(0.0, float(tick))

    def set_loop(self, loop: Loop | None) -> None:
        """Play round in a loop; None, or one that is off, to play to the end."""
        self._want(loop=loop)

    def set_metronome(self, on: bool) -> None:
        """Click at every beat while it plays."""
        self._want(metronome=on)

    def set_endless(self, on: bool) -> None:
        """Go on after the end of the song, for recording."""
        self._want(endless=on)

    def audition(self, pitch: int, velocity: int, place: int = 0, seconds: float = 0.8) -> None:
        """Let a note be heard at once, with the sound of the track at ``place`` in the song."""
        track = self._track(place)
        self._hand(lambda rig: rig.hand.strike(pitch, velocity, track, seconds))

    def note_on(self, pitch: int, velocity: int, place: int = 0) -> None:
        """Press a key, which sounds until `note_off`, with the sound of the track at ``place``."""
        track = self._track(place)
        self._hand(lambda rig: rig.hand.note_on(pitch, velocity, track, place))

    def note_off(self, pitch: int, place: int = 0) -> None:
        """Release a key."""
        self._hand(lambda rig: rig.hand.note_off(pitch, place))

    def control(self, number: int, value: int, place: int = 0) -> None:
        """Turn a controller of what is played by hand; 64 is the sustaining pedal."""
        self._hand(lambda rig: rig.hand.control(number, value, place))

    def release_all(self) -> None:
        """Release every key that is held, and the pedal."""
        self._hand(lambda rig: rig.hand.release())

    def set_soundfont(self, soundfont: Soundfont | None) -> None:
        """Play with other sounds."""
        self._want(soundfont=soundfont)

    def choose(
        self, device: str | None, rate: int | None = None, buffer: int | None = None
    ) -> None:
        """Play through another device; None for the system's, its rate, and a usual buffer."""
        self._want(device=device, rate=rate, buffer=buffer)

    def look_for_devices(self) -> None:
        """Look which devices there are now; sound stops for a moment."""
        self._want(looks=self._wish.looks + 1)

    def close(self) -> None:
        """Stop, let the device go, and wait for the thread, which ends within a second."""
        with self._changed:
            self._closed = True
            thread = self._thread
            self._changed.notify()
        if thread is not None:
            thread.join()

    def _track(self, place: int) -> Track:
        tracks = self._wish.song.tracks
        return tracks[place] if 0 <= place < len(tracks) else Track()

    def _want(self, **changes: Any) -> None:
        with self._changed:
            self._wish = replace(self._wish, **changes)
            self._wake()

    def _hand(self, act: ByHand) -> None:
        with self._changed:
            self._by_hand.append(act)
            self._wake()

    def _wake(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._work, name="audio")
            self._thread.start()
        self._changed.notify()

    # -- the thread ------------------------------------------------------------------------------

    def _work(self) -> None:
        conductor = self._conductor
        try:
            while True:
                with self._changed:
                    if self._closed:
                        return
                    wish = self._wish
                pause = conductor.turn(wish, self._by_hand)
                with self._changed:
                    if self._wish is wish and wish.playing and conductor.ended == wish.run:
                        self._rest = float(wish.song.length)
                        self._wish = replace(wish, playing=False)
                    elif self._wish is wish and not self._by_hand and not self._closed and pause:
                        self._changed.wait(pause)
        finally:
            conductor.close()
