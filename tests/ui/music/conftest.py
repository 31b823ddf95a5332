"""A desk with a real player that runs by the clock, so that no device is needed."""

import pytest

from studio.audio.player import Player
from studio.audio.sink import ClockSink
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.ui.music.desk import MusicDesk
from studio.ui.music.music_panel import MusicPanel
from tests.audio.conftest import soundfont
from tests.ui.conftest import show

__all__ = ["soundfont"]


class Clocked:
    """A sound system whose only device is the clock."""

    def open(self, device, rate, *_):
        """Open the clock."""
        return ClockSink(rate or 48_000)

    def devices(self):
        """There is none."""
        return ()

    def look_again(self):
        """There is still none."""


def clocked_player():
    """A player that nobody hears."""
    return Player(None, system=Clocked())


@pytest.fixture
def song():
    """Four quarters on two tracks."""
    line = Notes([Note(n * 480, 480, 60 + 2 * n, 80, n + 1) for n in range(4)])
    return Song(tracks=(Track("Melody", notes=line), Track("Bass", 32, notes=line)))


@pytest.fixture
def desk(qtbot, editor, messages, settings, song):
    """The desk with the song in the document, and its panel on the screen."""
    editor.reset(editor.document.with_song(song))
    panel = MusicPanel()
    qtbot.addWidget(panel)
    panel.resize(1100, 380)
    made = MusicDesk(editor, panel, messages, settings)
    made.wake(clocked_player)
    show(qtbot, panel)
    yield made
    made.close()
