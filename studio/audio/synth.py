"""A synthesiser: messages go in, frames of sound come out, without any device."""

import ctypes
import os
import sys
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from studio.audio.fluid import library
from studio.audio.soundfont import check_soundfont
from studio.errors import StudioError, Unavailable, UnreadableFile

GRAIN = 64
"""Frames that FluidSynth renders at once; a message is heard from the next such border on."""
CHANNELS = 256
GAIN = 0.8
"""What brings a song of a few tracks to some -20 LUFS, with peaks well below full scale."""
LOWEST_RATE, HIGHEST_RATE = 8000, 96000
_POLYPHONY = 256

Frames = NDArray[np.float32]  # (frames, 2)


class Do(IntEnum):
    """What a message asks a channel to do; its values ``first`` and ``second`` follow."""

    NOTE_OFF = 0
    """pitch"""
    NOTE_ON = 1
    """pitch, velocity"""
    CONTROL = 2
    """controller, value"""
    PROGRAM = 3
    """program"""
    BANK = 4
    """bank, of 14 bits"""
    DRUMS = 5
    """1 for a drum kit, 0 for an instrument"""
    BEND = 6
    """-8192..8191"""
    PRESSURE = 7
    """value"""
    KEY_PRESSURE = 8
    """pitch, value"""


class Voice(Protocol):
    """What plays messages: a `Synth`, or `Silence` in its place."""

    rate: int

    def send(self, do: int, channel: int, first: int, second: int = 0) -> None:
        """Do what a message asks from the next grain on; values beyond MIDI's do nothing."""

    def render(self, frames: int) -> Frames:
        """The next ``frames`` of sound."""

    def reset(self) -> None:
        """Silence everything at once, and forget programs, controllers and reverberation."""

    def close(self) -> None:
        """Give the memory back."""


class Synth:
    """FluidSynth with one soundfont, to be used on one thread at a time and closed.

    Twice the same messages at the same frames give the same samples. There are `CHANNELS`
    channels, so that each track has its own. Where more than 256 voices sound, the quietest give
    way. Raises `Unavailable` without the library, `UnreadableFile` for a file it cannot use.
    """

    def __init__(
        self,
        soundfont: Path,
        rate: int,
        *,
        gain: float = GAIN,
        polyphony: int = _POLYPHONY,
        reverb: bool = True,
        chorus: bool = True,
    ) -> None:
        if not LOWEST_RATE <= rate <= HIGHEST_RATE:
            raise StudioError(
                f"The rate lies between {LOWEST_RATE} and {HIGHEST_RATE} frames a second."
            )
        self._fluid: Any = library()
        check_soundfont(soundfont)
        self.rate = rate
        self._settings: int | None = self._fluid.new_fluid_settings()
        self._synth: int | None = None
        for name, value in {
            "synth.sample-rate": float(rate),
            "synth.gain": gain,
            "synth.polyphony": polyphony,
            "synth.midi-channels": CHANNELS,
            "synth.reverb.active": int(reverb),
            "synth.chorus.active": int(chorus),
            "synth.cpu-cores": 1,
            "synth.threadsafe-api": 0,
            "synth.lock-memory": 0,
            # Only the instruments in use are read: a large soundfont opens at once.
            "synth.dynamic-sample-loading": 1,
        }.items():
            self._set(name, value)
        self._synth = self._fluid.new_fluid_synth(self._settings)
        try:
            if not self._synth:
                raise Unavailable(
                    "There is no sound: FluidSynth could not start; restart the studio."
                )
            if self._fluid.fluid_synth_sfload(self._synth, _encoded(soundfont), 1) < 0:
                raise UnreadableFile(
                    f"FluidSynth cannot play the soundfont “{soundfont.name}”; choose another file."
                )
        except StudioError:
            self.close()
            raise
        self._calls = self._table()

    def _set(self, name: str, value: float) -> None:
        setter = "setnum" if isinstance(value, float) else "setint"
        getattr(self._fluid, f"fluid_settings_{setter}")(self._settings, name.encode(), value)

    def _table(self) -> tuple[Callable[[int, int, int], object], ...]:
        """What each `Do` calls, in their order."""
        fluid, synth = self._fluid, self._synth

        def bank(channel: int, bank: int, _: int) -> None:
            # GS puts the bank of a soundfont into the upper 7 bits, XG into the lower.
            fluid.fluid_synth_bank_select(synth, channel, bank >> 7 or bank & 127)

        return (
            lambda c, pitch, _: fluid.fluid_synth_noteoff(synth, c, pitch),
            lambda c, pitch, velocity: fluid.fluid_synth_noteon(synth, c, pitch, velocity),
            lambda c, number, value: fluid.fluid_synth_cc(synth, c, number, value),
            lambda c, program, _: fluid.fluid_synth_program_change(synth, c, program),
            bank,
            lambda c, drums, _: fluid.fluid_synth_set_channel_type(synth, c, drums),
            lambda c, bend, _: fluid.fluid_synth_pitch_bend(synth, c, bend + 8192),
            lambda c, value, _: fluid.fluid_synth_channel_pressure(synth, c, value),
            lambda c, pitch, value: fluid.fluid_synth_key_pressure(synth, c, pitch, value),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def voices(self) -> int:
        """How many voices sound just now, in their release or in the pedal too."""
        count: int = self._fluid.fluid_synth_get_active_voice_count(self._synth)
        return count

    def send(self, do: int, channel: int, first: int, second: int = 0) -> None:
        """Do what a message asks from the next grain on; values beyond MIDI's do nothing."""
        self._calls[do](channel, first, second)

    def render(self, frames: int) -> Frames:
        """The next ``frames`` of sound, new (frames, 2) float32; beyond 1 where it is loud."""
        made = np.empty((frames, 2), np.float32)
        place = made.ctypes.data_as(ctypes.c_void_p)
        self._fluid.fluid_synth_write_float(self._synth, frames, place, 0, 2, place, 1, 2)
        return made

    def reset(self) -> None:
        """Silence everything at once, and forget programs, controllers and reverberation."""
        self._fluid.fluid_synth_system_reset(self._synth)

    def close(self) -> None:
        """Give the memory back; nothing else may be called afterwards."""
        if self._synth:
            self._fluid.delete_fluid_synth(self._synth)
        if self._settings:
            self._fluid.delete_fluid_settings(self._settings)
        self._synth = self._settings = None


class Silence:
    """In the place of a synthesiser where there is none: time passes and nothing is heard."""

    def __init__(self, rate: int) -> None:
        self.rate = rate

    def send(self, do: int, channel: int, first: int, second: int = 0) -> None:
        """Nothing."""

    def render(self, frames: int) -> Frames:
        """Silence of that length."""
        return np.zeros((frames, 2), np.float32)

    def reset(self) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


def _encoded(path: Path) -> bytes:
    # On Windows FluidSynth reads names in UTF-8, elsewhere as the file system has them.
    text = str(path.absolute())
    return text.encode() if sys.platform == "win32" else os.fsencode(text)
