"""Fixtures for sound: the library where there is one, and a soundfont that is made on the spot."""

from pathlib import Path

import pytest

from studio.audio.fluid import library
from studio.audio.soundfont import CHOSEN, Soundfont
from studio.errors import Unavailable
from tests.audio.tiny_soundfont import write_tiny_soundfont


@pytest.fixture
def soundfont(tmp_path: Path) -> Soundfont:
    """A soundfont of one tone, and a FluidSynth to play it; skips where there is none."""
    try:
        library()
    except Unavailable as missing:
        pytest.skip(missing.sentence)
    return Soundfont(write_tiny_soundfont(tmp_path / "tiny.sf2"), "tiny", CHOSEN)
