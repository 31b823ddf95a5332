"""Playing into the studio: MIDI keyboards, and what they send as notes of a track."""

import logging
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from studio.errors import Unavailable
from studio.music.note import LAST_TICK, Note, Notes
from studio.music.song import PITCH_BEND, PRESSURE, Controls, Loop

_log = logging.getLogger(__name__)

_NOTE_OFF, _NOTE_ON, _CONTROL, _PRESSURE, _BEND = 0x80, 0x90, 0xB0, 0xD0, 0xE0
_SEQUENCER = Path("/dev/snd/seq")
_CLIENT = "Klangbild"


@dataclass(frozen=True, slots=True)
class Message:
    """What a keyboard sent: the moment of `time.perf_counter`, a status byte and two values."""

    moment: float
    status: int
    first: int
    second: int = 0

    @property
    def kind(self) -> int:
        """The upper half of the status: 0x90 for a note."""
        return self.status & 0xF0

    @property
    def is_on(self) -> bool:
        """Whether a key was pressed."""
        return self.kind == _NOTE_ON and self.second > 0

    @property
    def is_off(self) -> bool:
        """Whether a key was released; some keyboards say so by a velocity of 0."""
        return self.kind == _NOTE_OFF or (self.kind == _NOTE_ON and self.second == 0)


def inputs() -> tuple[str, ...]:
    """The keyboards that are connected, by name; () where there is none or nothing to ask."""
    ports = _midi_in()
    if ports is None:
        return ()
    try:
        names: list[str] = ports.get_ports()
    finally:
        ports.delete()
    return tuple(names)


class Keyboard:
    """A keyboard that is listened to, from its making to `close`.

    ``receive`` is called with each `Message` on a thread of the MIDI system, so it must be quick
    and touch no widget. Raises `Unavailable` where the keyboard has gone.
    """

    def __init__(self, name: str, receive: Callable[[Message], None]) -> None:
        port = _midi_in()
        names = [] if port is None else port.get_ports()
        if port is None or name not in names:
            if port is not None:
                port.delete()
            raise Unavailable(f"The keyboard “{name}” is not connected; connect it and try again.")
        self.name = name
        self._port = port
        self._receive = receive
        port.open_port(names.index(name))
        port.ignore_types(sysex=True, timing=True, active_sense=True)
        port.set_callback(self._take)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def connected(self) -> bool:
        """Whether it is still there."""
        return self.name in inputs()

    def close(self) -> None:
        """Listen no more."""
        self._port.cancel_callback()
        self._port.close_port()
        self._port.delete()

    def _take(self, event: tuple[Sequence[int], float], _: object = None) -> None:
        data, _since = event
        if len(data) >= 2:
            second = data[2] if len(data) > 2 else 0
            self._receive(Message(time.perf_counter(), data[0], data[1], second))


class Take:
    """Gathers what a keyboard sends while the song plays; `receive` may be called on any thread.

    ``tick_at`` says which tick was heard at a moment, as `Player.tick_at` does. It is asked as each
    message comes, since the clocks of a device and of the machine drift apart.
    """

    def __init__(self, tick_at: Callable[[float], float]) -> None:
        self._tick_at = tick_at
        self._played: list[tuple[float, Message]] = []

    def receive(self, message: Message) -> None:
        """Keep a message with the tick at which it came."""
        self._played.append((self._tick_at(message.moment), message))

    def result(
        self, end: float, *, begin: int = 0, loop: Loop | None = None
    ) -> tuple[Notes, Controls]:
        """What was played up to tick ``end``; see `recorded`."""
        return recorded(tuple(self._played), end, begin=begin, loop=loop)


class Recording:
    """A keyboard that is being recorded: what it sends is kept and handed on, until `close`.

    ``heard`` gets each message too, so that the player lets it sound; it is called on a thread of
    the MIDI system. Raises `Unavailable` where the keyboard has gone.
    """

    def __init__(
        self,
        name: str,
        tick_at: Callable[[float], float],
        heard: Callable[[Message], None] = lambda _: None,
    ) -> None:
        self.take = Take(tick_at)
        """What was played so far."""
        self._heard = heard
        self._keyboard = Keyboard(name, self._receive)

    def _receive(self, message: Message) -> None:
        self.take.receive(message)
        self._heard(message)

    def close(self) -> None:
        """Listen no more; what was taken stays."""
        self._keyboard.close()


def recorded(
    played: Iterable[tuple[float, Message]],
    end: float,
    *,
    begin: int = 0,
    loop: Loop | None = None,
) -> tuple[Notes, Controls]:
    """The notes and controllers of messages in the order they came, each with its tick.

    Keys that are held at tick ``end`` end there, those held at the end of the ``loop`` there. What
    was released before tick ``begin`` is left out, and what was pressed before it begins there, so
    that a first note that came a little early is kept. The sustaining pedal stays a controller.
    """
    notes: list[Note] = []
    controls: list[tuple[int, int, int]] = []
    held: dict[int, tuple[int, int]] = {}

    def released(pitch: int, stop: int) -> None:
        start, velocity = held.pop(pitch)
        if stop < start and loop is not None:
            stop = loop.end
        if stop > begin or start >= begin:
            start = max(begin, start)
            notes.append(Note(start, max(1, min(stop, LAST_TICK) - start), pitch, velocity))

    for exact, message in played:
        tick, pitch = round(exact), message.first & 127
        if (message.is_on or message.is_off) and pitch in held:
            released(pitch, tick)
        if message.is_on:
            held[pitch] = (tick, message.second & 127)
        value = _control(message)
        if value is not None:
            controls.append((max(begin, tick), *value))
    for pitch in tuple(held):
        released(pitch, round(end))
    ticks, numbers, values = zip(*controls, strict=True) if controls else ((), (), ())
    return Notes(notes), Controls(ticks, numbers, values)


def _control(message: Message) -> tuple[int, int] | None:
    """Number and value as `Controls` has them; None for what is no controller."""
    if message.kind == _CONTROL and message.first < 120:
        return message.first, message.second & 127
    if message.kind == _PRESSURE:
        return PRESSURE, message.first & 127
    if message.kind == _BEND:
        return PITCH_BEND, (message.first & 127 | (message.second & 127) << 7) - 8192
    return None


def _midi_in() -> Any | None:
    """A way to the MIDI system; None where there is none."""
    if sys.platform.startswith("linux") and not _SEQUENCER.exists():
        return None  # asking all the same would write to the terminal
    try:
        import rtmidi
    except (ImportError, OSError):
        return None
    try:
        return rtmidi.MidiIn(name=_CLIENT)
    except (rtmidi.RtMidiError, MemoryError) as error:
        _log.info("there is no MIDI system: %s", error)
        return None
