"""Where frames go: a sound device through PortAudio, or nowhere, by the clock."""

import contextlib
import ctypes
import functools
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from studio.audio.synth import HIGHEST_RATE, LOWEST_RATE, Frames
from studio.errors import StudioError, Unavailable

Fill = Callable[[Frames, float, bool], None]
"""Asked for the next frames, with the seconds until the first of them is heard, 0 where nothing
is, and whether the device has had to go without frames."""

PLAIN_RATE = 48000
_STALLED = 3.0  # seconds without a callback after which a device has gone
_CLOSING = 0.5  # seconds that a device may take to close


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device by the name that `Player.choose` takes; ``rate`` is its own."""

    name: str
    rate: int
    is_default: bool = False


class Sink(Protocol):
    """What asks for frames, at its own pace, until it is closed."""

    @property
    def rate(self) -> int:
        """Frames a second."""

    @property
    def alive(self) -> bool:
        """Whether it still asks."""

    def start(self, fill: Fill) -> None:
        """Ask ``fill`` from now on, on a thread of its own."""

    def close(self) -> None:
        """Ask no more."""


class SoundSystem(Protocol):
    """What opens devices: `PortAudio`, or another in its place."""

    def open(
        self, device: str | None, rate: int | None, buffer: int | None, latency: float
    ) -> Sink:
        """Open a device by its name, None for the usual one, at its own rate if that is None.

        Without a ``buffer`` in frames it may take ``latency`` seconds. Raises `Unavailable`.
        """

    def devices(self) -> tuple[Device, ...]:
        """The devices that sound can come out of, the system's choice first."""

    def look_again(self) -> None:
        """Look which devices there are now; nothing may be open."""


class ClockSink:
    """No device: frames are asked for as time passes, and thrown away."""

    def __init__(self, rate: int = PLAIN_RATE, every: float = 0.02) -> None:
        self.rate = rate
        self._every = every
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def alive(self) -> bool:
        """Until it is closed."""
        return not self._closed.is_set()

    def start(self, fill: Fill) -> None:
        """Ask ``fill`` from now on, fifty times a second."""
        self._thread = threading.Thread(target=self._run, args=(fill,), name="audio clock")
        self._thread.start()

    def _run(self, fill: Fill) -> None:
        began = time.perf_counter()
        asked = 0
        most = self.rate  # after a sleep of the machine, go on rather than catch up
        scratch = np.empty((most, 2), np.float32)
        while not self._closed.wait(self._every):
            due = int((time.perf_counter() - began) * self.rate) - asked
            if due > 0:
                fill(scratch[: min(due, most)], 0.0, False)
                asked += due

    def close(self) -> None:
        """Ask no more."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join()


class DeviceSink:
    """A PortAudio stream whose callback copies what was rendered ahead, and counts.

    See `SoundSystem.open` for what is asked. Raises `Unavailable` where the device, or any, is
    missing or does not take the rate.
    """

    def __init__(
        self, device: str | None, rate: int | None, buffer: int | None, latency: float
    ) -> None:
        sounddevice = _sounddevice()
        try:
            index = None if device is None else _index_of(sounddevice, device)
            info = sounddevice.query_devices(index, "output")
            self.rate = int(rate or info["default_samplerate"])
            if not LOWEST_RATE <= self.rate <= HIGHEST_RATE:
                self.rate = PLAIN_RATE
            self._stream = sounddevice.OutputStream(
                samplerate=self.rate,
                device=index,
                channels=2,
                dtype="float32",
                latency=latency if buffer is None else buffer / self.rate,
                callback=self._callback,
                finished_callback=self._finish,
            )
        except (sounddevice.PortAudioError, ValueError) as error:
            raise Unavailable(_why(device, error)) from error
        self.name = str(info["name"])
        self._finished = False
        self._asked = time.monotonic()
        self._fill: Fill | None = None
        self._plain_delay = float(self._stream.latency)

    @property
    def latency(self) -> float:
        """Seconds from the callback to the ear, as the device says."""
        return self._plain_delay

    @property
    def alive(self) -> bool:
        """Whether the device still asks for frames."""
        return not self._finished and time.monotonic() - self._asked < _STALLED

    def start(self, fill: Fill) -> None:
        """Ask ``fill`` from now on, on the device's own thread."""
        import sounddevice

        self._fill = fill
        self._asked = time.monotonic()
        try:
            self._stream.start()
        except sounddevice.PortAudioError as error:
            raise Unavailable(_why(None, error)) from error

    def _callback(self, out: Frames, count: int, when: Any, status: Any) -> None:
        delay = when.outputBufferDacTime - when.currentTime
        if not 0 < delay < 2:
            delay = self._plain_delay
        assert self._fill is not None
        self._fill(out, delay, status.output_underflow)
        self._asked = time.monotonic()

    def _finish(self) -> None:
        self._finished = True

    def close(self) -> None:
        """Ask no more; a device that hangs, as one that has gone may, is left alone."""
        closing = threading.Thread(target=self._close, name="audio closing", daemon=True)
        closing.start()
        closing.join(_CLOSING)

    def _close(self) -> None:
        import sounddevice

        with contextlib.suppress(sounddevice.PortAudioError):
            self._stream.abort()
        with contextlib.suppress(sounddevice.PortAudioError):
            self._stream.close()


class PortAudio:
    """The devices of this machine; those are seen that were there at the last `look_again`."""

    def open(
        self, device: str | None, rate: int | None, buffer: int | None, latency: float
    ) -> Sink:
        """Open a device; see `DeviceSink`."""
        return DeviceSink(device, rate, buffer, latency)

    def devices(self) -> tuple[Device, ...]:
        """The devices that sound can come out of, the system's choice first."""
        try:
            sounddevice = _sounddevice()
        except StudioError:
            return ()
        default = sounddevice.default.device[1]
        found = [
            Device(_name(sounddevice, info), int(info["default_samplerate"]), place == default)
            for place, info in enumerate(sounddevice.query_devices())
            if info["max_output_channels"] >= 2
        ]
        return tuple(sorted(found, key=lambda one: not one.is_default))

    def look_again(self) -> None:
        """Start PortAudio anew, since it looks for devices at its start only."""
        with contextlib.suppress(StudioError):
            sounddevice = _sounddevice()
            with contextlib.suppress(sounddevice.PortAudioError):
                sounddevice._terminate()
            with contextlib.suppress(sounddevice.PortAudioError):
                sounddevice._initialize()


def _sounddevice() -> Any:
    """The module; `Unavailable` where PortAudio is missing."""
    _hush_alsa()
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        raise Unavailable(f"There is no sound: PortAudio is not installed; {_remedy()}.") from error
    return sounddevice


def _name(sounddevice: Any, info: Any) -> str:
    return f"{info['name']}, {sounddevice.query_hostapis(info['hostapi'])['name']}"


def _index_of(sounddevice: Any, name: str) -> int:
    for place, info in enumerate(sounddevice.query_devices()):
        if info["max_output_channels"] >= 2 and _name(sounddevice, info) == name:
            return place
    raise ValueError("it is not connected")


def _why(device: str | None, error: Exception) -> str:
    if device is not None:
        return f"There is no sound from “{device}”: {error}; choose another device."
    return "There is no sound: no sound device was found; connect one, and it will be used."


def _remedy() -> str:
    if sys.platform == "darwin":
        return "install it with “brew install portaudio” and start the studio again"
    if sys.platform == "win32":
        return "install Klangbild again"
    return "install libportaudio2 (apt) or portaudio (dnf, pacman) and start the studio again"


@functools.cache
def _hush_alsa() -> Any:
    """Keep ALSA from writing to the terminal what it tries and does not find."""
    if not sys.platform.startswith("linux"):
        return None
    kind = ctypes.CFUNCTYPE(
        None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
    )
    nothing = kind(lambda *_: None)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(nothing)
    return nothing  # kept alive by the cache
