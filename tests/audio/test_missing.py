"""Without the libraries of sound there is a sentence, and everything else works."""

import sys
from collections.abc import Iterator

import pytest

from studio.audio import fluid
from studio.audio.player import Player
from studio.audio.sink import DeviceSink, PortAudio
from studio.audio.soundfont import Soundfont
from studio.errors import Unavailable
from tests.audio.hand_driven import PulledSystem, until
from tests.audio.songs import quarters, song_of
from tests.audio.tiny_soundfont import write_tiny_soundfont


@pytest.fixture
def no_fluidsynth(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(fluid, "_through_pyfluidsynth", lambda: None)
    monkeypatch.setattr(fluid, "_by_name", lambda: None)
    fluid.library.cache_clear()
    yield
    fluid.library.cache_clear()


@pytest.mark.usefixtures("no_fluidsynth")
def test_without_fluidsynth_the_sentence_says_what_to_install():
    with pytest.raises(Unavailable, match=r"FluidSynth is not installed; install .*fluid"):
        fluid.library()


@pytest.mark.usefixtures("no_fluidsynth")
def test_without_fluidsynth_the_position_goes_on(tmp_path):
    soundfont = Soundfont(write_tiny_soundfont(tmp_path / "tiny.sf2"), "tiny", "chosen")
    player = Player(soundfont, system=PulledSystem(present=False))
    player.set_song(song_of(*quarters(60, 62)))
    player.play()
    player.audition(60, 90)

    until(lambda: player.position > 100)
    problem = player.problem
    player.close()

    assert "FluidSynth" in problem


def test_without_portaudio_there_is_no_device_and_a_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "sounddevice", None)

    assert PortAudio().devices() == ()
    with pytest.raises(Unavailable, match="PortAudio is not installed"):
        DeviceSink(None, None, None, 0.1)


def test_the_wanted_places_are_named_for_every_system(monkeypatch):
    for system, word in (("linux", "apt"), ("darwin", "brew"), ("win32", "choco")):
        monkeypatch.setattr(sys, "platform", system)
        assert word in fluid._remedy()
