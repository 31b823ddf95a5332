"""Puts all programs and kits together into one soundfont."""

from __future__ import annotations

from soundfont import kits, levels, programs_held, programs_struck
from soundfont.sf2 import Gen, Preset, write
from soundfont.voice import Programs, Voice
from studio.music.instruments import INSTRUMENTS, KITS

NAME = "Klangbild"
COMMENT = "Synthesised by the scripts in packaging/soundfont; no recording of anybody is in it."
_STRUCK = programs_struck
_HELD = programs_held
MAKERS = (
    _STRUCK.keys, _STRUCK.bars, _STRUCK.organs, _STRUCK.guitars, _STRUCK.basses, _HELD.strings,
    _HELD.sections, _HELD.brass, _HELD.reeds, _HELD.pipes, _HELD.leads, _HELD.pads, _HELD.effects,
    _STRUCK.world, _STRUCK.percussion, _HELD.noises,
)  # fmt: skip


def soundfont() -> bytes:
    """The bytes of the file."""
    return write(NAME, NAME, COMMENT, presets())


def presets() -> list[Preset]:
    """All 128 programs on bank 0, the kits on bank 128."""
    voices: Programs = {}
    for maker in MAKERS:
        voices |= maker()
    melodic = [
        _preset(0, program, INSTRUMENTS[program], voice, levels.PROGRAMS[program])
        for program, voice in voices.items()
    ]
    drums = [
        _preset(128, program, KITS[program], voice, levels.KITS.get(program, 0))
        for program, voice in kits.kits().items()
    ]
    return melodic + drums


def _preset(bank: int, program: int, name: str, voice: Voice, attenuation: int) -> Preset:
    gens = {Gen.RELEASE: -2786, **voice.gens}
    return Preset(bank, program, name, voice.zones, gens, voice.mods, attenuation)
