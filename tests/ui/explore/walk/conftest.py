"""A strip with a tiny untrained model, and a desk that counts ticks without a sound device."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from studio import registry
from studio.music.note import Note, Notes
from studio.music.song import Song, Track
from studio.music.timing import Tempo, TempoMap
from studio.ui.errands import Errands
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.walk.strip import WalkStrip
from studio.ui.job_controller import StyleJobs
from tests.tasks.latent_networks import write_network
from tests.ui.conftest import show

SONG = Song(
    tracks=(Track("Melody", notes=Notes([Note(s, 400, 60) for s in (0, 480, 960, 1920)])),),
    tempos=TempoMap([Tempo(0, 120.0), Tempo(1920, 60.0)]),
)


class Desk(QObject):
    """Plays the document's song in silence, by the clock."""

    playing_changed = Signal(bool)
    song_shown = Signal(object)

    def __init__(self, editor) -> None:
        super().__init__()
        self._editor = editor
        self._began = None
        self._from = 0.0
        self.sought = []
        editor.changed.connect(lambda document: self.song_shown.emit(document.song))

    @property
    def song(self):
        return self._editor.document.song or Song()

    @property
    def tick(self):
        passed = 0.0 if self._began is None else time.monotonic() - self._began
        return int(self.song.tempos.tick(self._from + passed))

    @property
    def is_playing(self):
        return self._began is not None

    def seek(self, tick):
        self.sought.append(tick)
        self._from = self.song.tempos.seconds(tick)
        if self._began is not None:
            self._began = time.monotonic()

    def toggle(self):
        self._from = self.song.tempos.seconds(self.tick)
        self._began = None if self.is_playing else time.monotonic()
        self.playing_changed.emit(self.is_playing)


@pytest.fixture
def model(studio_home: Path) -> str:
    """The name of a model of the user's own."""
    folder = studio_home / "data" / "models" / registry.OWN_LATENT
    folder.mkdir(parents=True)
    write_network(folder, "vae")
    return "vae"


@pytest.fixture
def desk(editor):
    """A desk for the document's song, which is there from the beginning."""
    return Desk(editor)


@pytest.fixture
def exploring(editor, gpu, messages, settings, model):
    """Somebody who explores the tiny model."""
    made = Exploring(editor, gpu, messages, settings)
    made.move("Choose a model", model=model, seed=1)
    yield made
    made.stop()


@pytest.fixture
def jobs(gpu, editor, messages):
    """What shows the jobs."""
    made = StyleJobs(gpu, editor, messages, lambda request: "")
    yield made
    made.stop()


@pytest.fixture
def strip(qtbot, exploring, editor, gpu, desk, disk, messages, jobs, tmp_path):
    """The strip, seen, with the model loaded."""
    made = WalkStrip(
        exploring, editor, gpu, desk, Errands(disk, messages), messages, jobs,
        folder=lambda: tmp_path,
    )  # fmt: skip
    qtbot.addWidget(made)
    made.resize(800, 130)
    show(qtbot, made)
    exploring.begin()
    qtbot.waitUntil(lambda: exploring.space is not None)
    yield made
    made.stop()


@pytest.fixture
def three(strip, exploring):
    """The strip with three keyframes: seeds 1, 2 and 3 at 0, 1 and 3 seconds."""
    for seed, when in ((1, 0.0), (2, 1.0), (3, 3.0)):
        exploring.move("Go to a seed", seed=seed, x=0.0, y=0.0, told=())
        strip.add(when)
    return strip
