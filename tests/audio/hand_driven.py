"""A sound system without devices: a test pulls the frames, and hears what a device would."""

import time
from collections.abc import Callable

import numpy as np

from studio.audio.player import Player
from studio.audio.sink import Device, Fill, Sink
from studio.audio.synth import Frames
from studio.errors import Unavailable

BLOCK = 480


class PulledSink:
    """A device that asks for frames when it is told to."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self.alive = True
        self.blocks: list[Frames] = []
        self.fill: Fill | None = None

    def start(self, fill: Fill) -> None:
        """Begin to be pulled."""
        self.fill = fill

    def close(self) -> None:
        """Be gone."""
        self.alive = False

    def pull(self, count: int = BLOCK) -> None:
        """Ask for the next frames."""
        out = np.full((count, 2), np.nan, np.float32)
        assert self.fill is not None
        self.fill(out, 0.0, False)
        self.blocks.append(out)

    @property
    def heard(self) -> Frames:
        """All that it was given."""
        return np.concatenate(self.blocks)


class PulledSystem:
    """Opens pulled sinks as long as ``present``."""

    def __init__(self, *, present: bool = True) -> None:
        self.present = present
        self.sinks: list[PulledSink] = []
        self.asked: list[tuple[str | None, float]] = []

    def open(
        self, device: str | None, rate: int | None, buffer: int | None, latency: float
    ) -> Sink:
        """A new sink; none is there where nothing is present, or the device is “broken”."""
        self.asked.append((device, latency))
        if not self.present or device == "broken":
            raise Unavailable("There is no sound: no sound device was found; connect one.")
        self.sinks.append(PulledSink(rate or 48000))
        return self.sinks[-1]

    def devices(self) -> tuple[Device, ...]:
        """One, as long as it is there."""
        return (Device("pulled", 48000, True),) if self.present else ()

    def look_again(self) -> None:
        """Nothing to do."""


class Listener:
    """A player with a pulled device."""

    def __init__(self, player: Player, system: PulledSystem) -> None:
        self.player = player
        self.system = system
        player.open()
        until(lambda: bool(system.sinks) and system.sinks[-1].fill is not None)

    @property
    def sink(self) -> PulledSink:
        """The device that is open."""
        return self.system.sinks[-1]

    def play(self, tick: float | None = None) -> None:
        """Start, and wait until the player has taken it up."""
        self.player.play(tick)
        self.settle()

    def listen(self, seconds: float) -> Frames:
        """What is heard in that time, with the player always given the time it needs."""
        first = len(self.sink.blocks)
        for _ in range(round(seconds * self.sink.rate / BLOCK)):
            self.settle()
            self.sink.pull()
        return np.concatenate(self.sink.blocks[first:])

    def settle(self) -> None:
        """Wait until the player has done what it was asked and rendered ahead."""
        conductor, player = self.player._conductor, self.player
        rig = conductor.rig

        def settled() -> bool:
            wish, playback = player._wish, rig.playback
            if player._by_hand:
                return False
            if not wish.playing:
                return conductor.run == 0
            enough = playback.ahead > 1.0 or not playback.running
            return conductor.run == wish.run and conductor.music == wish.music and enough

        assert rig is not None
        until(settled)


def until(true: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait for something that another thread brings about."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.001)
