"""A real sound device, where there is one: frames are asked for in time, and closing is quick."""

import time
from collections.abc import Iterator

import pytest

from studio.audio.player import Player
from studio.audio.sink import PortAudio
from studio.audio.soundfont import Soundfont
from tests.audio.hand_driven import until
from tests.audio.songs import quarters, song_of

pytestmark = [
    pytest.mark.device,
    pytest.mark.skipif(not PortAudio().devices(), reason="there is no sound device"),
]


@pytest.fixture
def player(soundfont: Soundfont) -> Iterator[Player]:
    player = Player(soundfont)
    yield player
    player.close()


def test_a_song_is_played_in_time(player):
    player.set_song(song_of(*quarters(*range(60, 70))))
    player.play()
    until(lambda: player.position > 100)

    began, first = time.perf_counter(), player.position
    until(lambda: player.position > first + 960)
    took = time.perf_counter() - began

    assert player.problem is None
    assert took == pytest.approx(1, abs=0.15)


def test_it_closes_within_a_second(player):
    player.set_song(song_of(*quarters(*range(60, 70))))
    player.play()
    until(lambda: player.position > 100)

    began = time.perf_counter()
    player.close()

    assert time.perf_counter() - began < 1
