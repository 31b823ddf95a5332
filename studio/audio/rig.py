"""All that plays, for one soundfont and one device: synthesisers, a mixer, and what they feed."""

from contextlib import ExitStack

from studio.audio.hand import Hand
from studio.audio.mixer import Mixer
from studio.audio.playback import AHEAD, Playback
from studio.audio.sink import ClockSink, Sink
from studio.audio.soundfont import Soundfont
from studio.audio.synth import Silence, Synth, Voice
from studio.errors import StudioError

_NO_SOUNDFONT = "There is no sound: no soundfont was found; choose an .sf2 file in the preferences."


class Rig:
    """Built, used and closed by one thread; where no sound can be made, silence takes its place.

    ``no_sound`` and ``no_device`` are sentences that say what is missing and what to do.
    """

    def __init__(self, soundfont: Soundfont | None, sink: Sink, no_device: str | None) -> None:
        self.no_sound: str | None = None if soundfont else _NO_SOUNDFONT
        self.no_device = no_device
        self.sink = sink
        self.mixer = Mixer(sink.rate, AHEAD + 2)
        self._closing = ExitStack()
        self.playback = Playback(self.mixer, self._voice(soundfont))
        self.hand = Hand(self.mixer, self._voice(soundfont), self._voice(soundfont))
        self.playback.meanwhile = self.hand.work
        try:
            sink.start(self.mixer.fill)
        except StudioError as error:
            sink.close()
            self.no_device = error.sentence
            self.sink = ClockSink(sink.rate)
            self.sink.start(self.mixer.fill)

    @property
    def by_the_clock(self) -> bool:
        """Whether time passes without a device."""
        return isinstance(self.sink, ClockSink)

    @property
    def problem(self) -> str | None:
        """Why nothing is heard, and what to do."""
        return self.no_sound or self.no_device

    def close(self) -> None:
        """Let the device go, then the synthesisers."""
        self.sink.close()
        self._closing.close()

    def _voice(self, soundfont: Soundfont | None) -> Voice:
        if soundfont is None or self.no_sound is not None:
            return Silence(self.mixer.rate)
        try:
            voice = Synth(soundfont.path, self.mixer.rate)
        except StudioError as error:
            self.no_sound = error.sentence
            return Silence(self.mixer.rate)
        self._closing.callback(voice.close)
        return voice
