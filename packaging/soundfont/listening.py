"""Plays a soundfont through the FluidSynth library and hands back what it sounds like."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from soundfont.sf2 import Signal

RATE = 44100
Event = tuple[float, str, int, int]
"""When (seconds), "on", "off" or "cc", and its two values."""


class Listener:
    """A synthesiser with one soundfont, without reverb and chorus unless they are asked for."""

    def __init__(self, path: Path, gain: float = 0.6, *, room: bool = False) -> None:
        import fluidsynth

        self._module: Any = fluidsynth
        self._synth: Any = fluidsynth.Synth(gain=gain, samplerate=float(RATE))
        self._synth.setting("synth.reverb.active", int(room))
        self._synth.setting("synth.chorus.active", int(room))
        self._synth.setting("synth.polyphony", 1024)
        self._font = self._synth.sfload(str(path))
        if self._font < 0:
            raise ValueError(f"{path} is not read as a soundfont")
        self._write: Any = fluidsynth._fl.fluid_synth_write_float

    def play(self, program: int, events: Sequence[Event], length: float, bank: int = 0) -> Signal:
        """Render (N, 2) of ``length`` seconds; events on channel 1, drums are bank 128."""
        self._silence()
        channel = 9 if bank == 128 else 0
        self._synth.program_select(channel, self._font, bank, program)
        return self._run(
            [(when, what, channel, one, two) for when, what, one, two in events], length
        )

    def play_channels(
        self,
        programs: dict[int, tuple[int, int]],
        events: Sequence[tuple[float, str, int, int, int]],
        length: float,
    ) -> Signal:
        """Render several channels at once: programs as channel: (bank, program)."""
        self._silence()
        for channel, (bank, program) in programs.items():
            self._synth.program_select(channel, self._font, bank, program)
        return self._run(events, length)

    def _silence(self) -> None:
        """Forget everything; what still rings is let go unheard."""
        self._synth.system_reset()
        for _ in range(400):
            if not self._synth.get_active_voice_count():
                break
            self._render(2048)
        self._render(64)

    def _run(self, events: Sequence[tuple[float, str, int, int, int]], length: float) -> Signal:
        parts: list[Signal] = []
        done = 0
        for when, what, channel, one, two in sorted(events, key=lambda event: event[0]):
            place = min(round(when * RATE), round(length * RATE))
            if place > done:
                parts.append(self._render(place - done))
                done = place
            if what == "on":
                self._synth.noteon(channel, one, two)
            elif what == "off":
                self._synth.noteoff(channel, one)
            else:
                self._synth.cc(channel, one, two)
        parts.append(self._render(round(length * RATE) - done))
        return np.concatenate(parts)

    def _render(self, count: int) -> Signal:
        out = np.zeros((max(count, 0), 2), np.float32)
        at = 0
        while at < count:
            size = min(4096, count - at)
            pointer = out[at:].ctypes.data_as(ctypes.c_void_p)
            self._write(ctypes.c_void_p(self._synth.synth), size, pointer, 0, 2, pointer, 1, 2)
            at += size
        return out.astype(np.float64)

    def close(self) -> None:
        """Give the synthesiser back."""
        self._synth.delete()
