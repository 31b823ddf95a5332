"""What `studio doctor` finds about sound: the synthesiser, the soundfont and the device."""

from collections.abc import Iterator

from studio.audio import fluid
from studio.audio.recording import inputs
from studio.audio.sink import PortAudio
from studio.audio.soundfont import OWN, best_soundfont
from studio.errors import StudioError
from studio.tasks.doctor import Finding

PACKAGES = ("pyfluidsynth", "sounddevice", "soundfile", "python-rtmidi")


def sound_findings() -> Iterator[Finding]:
    """One line each for FluidSynth, the soundfont, the devices and the keyboards.

    Nothing is opened or played; looking takes some tenths of a second.
    """
    try:
        yield Finding("FluidSynth", fluid.version(), True)
    except StudioError as problem:
        yield Finding("FluidSynth", problem.sentence, False)
    try:
        soundfont = best_soundfont()
        size = soundfont.path.stat().st_size / 2**20
        whose = "the studio's own" if soundfont.origin == OWN else str(soundfont.path)
        yield Finding("soundfont", f"{soundfont.name} ({whose}, {size:.0f} MB)", True)
    except StudioError as problem:
        yield Finding("soundfont", problem.sentence, False)
    yield _device()
    keyboards = inputs()
    yield Finding("MIDI keyboards", ", ".join(keyboards) or "none")


def _device() -> Finding:
    try:
        found = PortAudio().devices()
    except StudioError as problem:
        return Finding("sound device", problem.sentence, False)
    if not found:
        return Finding("sound device", "none: songs are rendered to files all the same", False)
    first = found[0]
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    return Finding("sound device", f"{first.name} at {first.rate} Hz{more}", True)
