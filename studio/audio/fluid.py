"""The FluidSynth library: found and loaded when it is first needed, and told to keep quiet."""

import contextlib
import ctypes
import io
import os
import sys
from ctypes import c_char_p, c_double, c_int, c_void_p
from functools import cache
from pathlib import Path

from studio.errors import Unavailable

_SYNTH = c_void_p
_FUNCTIONS: dict[str, tuple[object, tuple[object, ...]]] = {
    "new_fluid_settings": (c_void_p, ()),
    "delete_fluid_settings": (None, (c_void_p,)),
    "fluid_settings_setint": (c_int, (c_void_p, c_char_p, c_int)),
    "fluid_settings_setnum": (c_int, (c_void_p, c_char_p, c_double)),
    "fluid_settings_setstr": (c_int, (c_void_p, c_char_p, c_char_p)),
    "new_fluid_synth": (c_void_p, (c_void_p,)),
    "delete_fluid_synth": (None, (_SYNTH,)),
    "fluid_synth_sfload": (c_int, (_SYNTH, c_char_p, c_int)),
    "fluid_synth_system_reset": (c_int, (_SYNTH,)),
    "fluid_synth_set_channel_type": (c_int, (_SYNTH, c_int, c_int)),
    "fluid_synth_bank_select": (c_int, (_SYNTH, c_int, c_int)),
    "fluid_synth_program_change": (c_int, (_SYNTH, c_int, c_int)),
    "fluid_synth_noteon": (c_int, (_SYNTH, c_int, c_int, c_int)),
    "fluid_synth_noteoff": (c_int, (_SYNTH, c_int, c_int)),
    "fluid_synth_cc": (c_int, (_SYNTH, c_int, c_int, c_int)),
    "fluid_synth_pitch_bend": (c_int, (_SYNTH, c_int, c_int)),
    "fluid_synth_channel_pressure": (c_int, (_SYNTH, c_int, c_int)),
    "fluid_synth_key_pressure": (c_int, (_SYNTH, c_int, c_int, c_int)),
    "fluid_synth_all_notes_off": (c_int, (_SYNTH, c_int)),
    "fluid_synth_get_active_voice_count": (c_int, (_SYNTH,)),
    "fluid_synth_write_float": (
        c_int,
        (_SYNTH, c_int, c_void_p, c_int, c_int, c_void_p, c_int, c_int),
    ),
    "fluid_set_log_function": (c_void_p, (c_int, c_void_p, c_void_p)),
    "fluid_version_str": (c_char_p, ()),
}
_NAMES = {
    "linux": ("libfluidsynth.so.3", "libfluidsynth.so.2"),
    "darwin": (
        "/opt/homebrew/lib/libfluidsynth.3.dylib",
        "/usr/local/lib/libfluidsynth.3.dylib",
        "/opt/local/lib/libfluidsynth.3.dylib",
    ),
    "win32": ("libfluidsynth-3.dll", "fluidsynth-3.dll", "libfluidsynth-2.dll"),
}
_LEVELS = 5  # panic, error, warning, information, debugging


@cache
def library() -> ctypes.CDLL:
    """Load FluidSynth 2 or newer; `Unavailable` with what to do where there is none.

    What it has to say about strange soundfonts goes nowhere. The first call takes some hundredths
    of a second and belongs on a worker's thread.
    """
    loaded = _through_pyfluidsynth() or _by_name()
    if loaded is None:
        raise Unavailable(f"There is no sound: FluidSynth is not installed; {_remedy()}.")
    try:
        for name, (result, arguments) in _FUNCTIONS.items():
            function = getattr(loaded, name)
            function.restype, function.argtypes = result, arguments
    except AttributeError:
        raise Unavailable(
            f"There is no sound: FluidSynth is older than version 2; {_remedy()}."
        ) from None
    for level in range(_LEVELS):
        loaded.fluid_set_log_function(level, None, None)
    return loaded


def version() -> str:
    """Which FluidSynth it is; `Unavailable` where there is none."""
    text: bytes = library().fluid_version_str()
    return text.decode("ascii", errors="replace")


def _through_pyfluidsynth() -> ctypes.CDLL | None:
    # Under continuous integration the module prints where it has found the library.
    quiet = contextlib.redirect_stdout(io.StringIO()) if os.environ.get("CI") else None
    try:
        with quiet or contextlib.nullcontext():
            import fluidsynth
    except (ImportError, OSError, AttributeError):
        return None
    loaded = getattr(fluidsynth, "_fl", None)
    return loaded if isinstance(loaded, ctypes.CDLL) else None


def _by_name() -> ctypes.CDLL | None:
    """Where the system's own search finds nothing: the names and places that are usual."""
    names = list(_NAMES.get(sys.platform, ()))
    if sys.platform == "win32":
        folders = [os.environ.get(name, "") for name in ("ProgramFiles", "ChocolateyInstall")]
        for folder in (r"C:\tools\fluidsynth\bin", *folders):
            names += [str(Path(folder, "FluidSynth", "bin", name)) for name in _NAMES["win32"]]
    for name in names:
        with contextlib.suppress(OSError):
            return ctypes.CDLL(name)
    return None


def _remedy() -> str:
    """How FluidSynth comes to this system."""
    if sys.platform == "darwin":
        return "install it with “brew install fluid-synth” and start the studio again"
    if sys.platform == "win32":
        return "install it with “choco install fluidsynth” and start the studio again"
    return (
        "install libfluidsynth3 (apt), fluidsynth-libs (dnf) or fluidsynth (pacman) "
        "and start the studio again"
    )
