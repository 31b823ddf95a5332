"""Notes that are played by hand: struck on the roll or on a keyboard, heard at once."""

import numpy as np

from studio.audio.events import CLICKS
from studio.audio.mixer import Mixer
from studio.audio.synth import GRAIN, Do, Voice
from studio.music.song import SUSTAIN, Track

_SOON = 0.003  # seconds from the device's clock to the place where a note is put in
_HELD = 0.02  # seconds that are rendered ahead while a key is held
_PIECE = 0.1  # seconds rendered at once of a note whose end is known
_LONGEST_RING = 3.0  # seconds after the end of a note
_SILENCE = 2e-4
_ALL_NOTES_OFF = 123
_VOLUME, _PAN = 7, 10


class Hand:
    """Mixes notes on top of the song; all methods belong to the thread that renders.

    A note of known length is rendered as a whole, so that no other work can break it. A key that
    is held is rendered 20 ms ahead, piece by piece, until nothing rings any more.
    """

    def __init__(self, mixer: Mixer, struck: Voice, held: Voice) -> None:
        self.busy = False
        """Whether keys are held or ring on, so that `work` is to be called every few ms."""
        self._mixer = mixer
        self._struck = struck
        self._held = held
        self._keys: set[tuple[int, int]] = set()
        self._pedal = False
        self._sounds: dict[int, tuple[tuple[int, int, int], ...]] = {}
        self._rendered = 0
        self._released = 0

    def strike(self, pitch: int, velocity: int, track: Track, seconds: float) -> None:
        """Let a note of that length be heard at once, and ring."""
        mixer, voice = self._mixer, self._struck
        voice.reset()
        for do, first, second in _sound(track):
            voice.send(do, 0, first, second)
        voice.send(Do.NOTE_ON, 0, pitch, velocity)
        left = _grains(seconds * mixer.rate)
        last = left + _grains(_LONGEST_RING * mixer.rate)
        at = rendered = 0
        while rendered < last:
            until = left if rendered < left else last
            frames = voice.render(min(_grains(_PIECE * mixer.rate), until - rendered))
            if rendered == 0:  # so late that the device has not gone past it meanwhile
                at = mixer.soon(_SOON, safe=False)
            mixer.hand.add(at + rendered, frames)
            rendered += len(frames)
            if rendered == left:
                voice.send(Do.NOTE_OFF, 0, pitch)
            elif rendered > left and np.abs(frames).max() < _SILENCE:
                break

    def note_on(self, pitch: int, velocity: int, track: Track, place: int) -> None:
        """Press a key of the track at ``place`` in the song."""
        channel = place % CLICKS
        sound = _sound(track)
        if self._sounds.get(channel) != sound:
            self._sounds[channel] = sound
            for do, first, second in sound:
                self._held.send(do, channel, first, second)
        self._held.send(Do.NOTE_ON, channel, pitch, velocity)
        self._keys.add((channel, pitch))
        self._wake()

    def note_off(self, pitch: int, place: int) -> None:
        """Release the key."""
        channel = place % CLICKS
        self._held.send(Do.NOTE_OFF, channel, pitch)
        self._keys.discard((channel, pitch))
        self._released = self._rendered

    def control(self, number: int, value: int, place: int) -> None:
        """Turn a controller of the track: 64 is the sustaining pedal."""
        self._held.send(Do.CONTROL, place % CLICKS, number, value)
        if number == SUSTAIN:
            self._pedal = value >= 64
            self._released = self._rendered

    def release(self) -> None:
        """Release all keys and the pedal."""
        for channel in {channel for channel, _ in self._keys} | set(self._sounds):
            self._held.send(Do.CONTROL, channel, SUSTAIN, 0)
            self._held.send(Do.CONTROL, channel, _ALL_NOTES_OFF, 0)
        self._keys.clear()
        self._pedal = False
        self._released = self._rendered

    def work(self) -> None:
        """Render what is held up to 20 ms ahead of the device."""
        mixer = self._mixer
        if not self.busy:
            return
        ahead = mixer.soon(_HELD)
        if self._rendered < mixer.clock:
            self._rendered = mixer.soon(_SOON, safe=False)
        count = _grains(ahead - self._rendered)
        if count <= 0:
            return
        frames = self._held.render(count)
        mixer.hand.add(self._rendered, frames)
        self._rendered += count
        ringing = self._rendered - self._released < _LONGEST_RING * mixer.rate
        quiet = np.abs(frames).max() < _SILENCE
        self.busy = bool(self._keys) or self._pedal or (ringing and not quiet)

    def _wake(self) -> None:
        if not self.busy:
            self._rendered = self._mixer.soon(_SOON, safe=False)
            self.busy = True


def _sound(track: Track) -> tuple[tuple[int, int, int], ...]:
    """What gives a channel the sound of a track."""
    return (
        (Do.DRUMS, int(track.drums), 0),
        (Do.BANK, track.bank, 0),
        (Do.PROGRAM, track.program, 0),
        (Do.CONTROL, _VOLUME, track.volume),
        (Do.CONTROL, _PAN, track.pan),
    )


def _grains(frames: float) -> int:
    """So many frames in whole grains."""
    return int(frames / GRAIN) * GRAIN
