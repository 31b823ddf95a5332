"""A desk that plays by the clock, a tiny untrained network of melodies, and what listens to it."""

import pytest

from studio import registry
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.tasks.kept_melody import Placed
from studio.tasks.latent_place import LatentPlace
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.tunes.listening import Listening
from studio.ui.explore.tunes.tune_box import TuneBox
from studio.ui.music.desk import MusicDesk
from studio.ui.music.music_panel import MusicPanel
from tests.audio.conftest import soundfont
from tests.tasks.latent_networks import write_network
from tests.ui.conftest import show
from tests.ui.music.conftest import clocked_player

__all__ = ["soundfont"]
BAR = 1920


@pytest.fixture
def song():
    """Eight bars of quarters, one of them locked, a bass, and drums."""
    line = Notes([Note(n * 480, 480, 60 + n % 5, 80, n + 1, n == 5) for n in range(32)])
    bass = Notes([Note(n * 960, 960, 36 + n % 3) for n in range(16)])
    drums = Notes([Note(n * 480, 120, 36) for n in range(32)])
    return Song(
        tracks=(
            Track("Melody", 73, notes=line),
            Track("Bass", 32, notes=bass),
            Track("Drums", drums=True, notes=drums),
        )
    )


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


@pytest.fixture
def model(tmp_path):
    """The file of a network of two bars."""
    return str(write_network(tmp_path, "music"))


@pytest.fixture
def exploring(qapp, editor, gpu, messages, settings):
    """What looks up places."""
    return Exploring(editor, gpu, messages, settings)


@pytest.fixture
def listening(exploring, desk, editor):
    """What is tested."""
    return Listening(exploring, desk, editor)


@pytest.fixture
def box(qtbot, exploring, listening, desk, editor, gpu, messages):
    """The section of the panel, on the screen."""
    made = TuneBox(exploring, listening, desk, editor, gpu, messages)
    qtbot.addWidget(made)
    made.resize(320, 320)
    made.show()
    return made


@pytest.fixture
def go(qtbot, exploring, listening, model):
    """Go to the place of a seed and wait until its melody is there."""

    def gone(seed, **fields):
        place = LatentPlace(model, seed=seed, **{"temperature": 1.0, **fields})
        exploring.go("Move", place)
        arrive(qtbot, listening, place)
        return place

    return gone


def arrive(qtbot, listening, place):
    """Wait until the melody of a place lies in the song."""
    qtbot.waitUntil(
        lambda: listening.dream is not None and listening.dream.place == place and listening._drawn,
        timeout=10_000,
    )
    qtbot.waitUntil(lambda: not listening._beat.isActive())


def melody_at(place):
    """What the network writes there."""
    import torch

    from studio.music.sampling import seeded

    network = registry.latent(place.model).network
    latent = torch.from_numpy(place.latent(network.config.latent, {}))[None]
    return network.decode(latent, temperature=place.temperature, random=seeded(0))[0]


def notes_at(place, begin=0):
    """Start and pitch of its notes in a song."""
    notes = Placed(melody_at(place), 0, begin).notes()
    return list(zip(notes.start.tolist(), notes.pitch.tolist(), strict=True))


def heard(desk, track=0):
    """Start and pitch of what the player has of a track."""
    notes = desk.heard.tracks[track].notes
    return list(zip(notes.start.tolist(), notes.pitch.tolist(), strict=True))


def in_song(editor, track=0):
    notes = editor.document.song.tracks[track].notes
    return list(zip(notes.start.tolist(), notes.pitch.tolist(), strict=True))


def ghosts(desk):
    """Start and pitch of the notes that lie as ghosts over the roll."""
    found = desk.panel.roll._sheet.ghosts
    if found is None:
        return None
    return list(zip(found[0].start.tolist(), found[0].pitch.tolist(), strict=True))


def within(notes, begin, end):
    """Those that begin in a stretch."""
    return [one for one in notes if begin <= one[0] < end]


def locked(place, begin=0):
    """What the two bars hold: the melody, and the locked note where it lies in them."""
    stays = [(5 * 480, 60)] if begin <= 5 * 480 < begin + 2 * BAR else []
    return sorted(notes_at(place, begin) + stays)
