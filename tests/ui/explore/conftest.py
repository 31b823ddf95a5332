"""The window with tiny untrained networks to explore, which dream grey things quickly."""

import pytest

from studio.document.document import Document
from studio.paths import data_dir
from studio.registry import OWN_LATENT
from studio.settings import Settings
from studio.tasks.latent_place import LatentPlace
from studio.ui.explore.values import ExploreValues
from studio.ui.main_window import MainWindow
from studio.ui.stored_settings import StoredSettings
from tests.tasks.latent_networks import write_network
from tests.ui.conftest import quick, quick_live, show


@pytest.fixture
def models():
    """A network of each kind among the user's own: "vae", "gan" and "music"."""
    folder = data_dir() / "models" / OWN_LATENT
    folder.mkdir(parents=True, exist_ok=True)
    for kind in ("vae", "gan", "music"):
        write_network(folder, kind)
    return folder


@pytest.fixture
def dreaming(qtbot, cards, models, editor, gpu, disk, recovery):
    """The window where the tiny network of pictures was explored last, and nothing is open."""
    values = ExploreValues(LatentPlace("vae"))
    settings = StoredSettings(Settings(first_start_done=True, explore=values.to_json()))
    made = MainWindow(settings, editor, gpu, disk, recovery, stylize=quick, paint_live=quick_live)
    qtbot.addWidget(made, before_close_func=lambda one: one.editor.reset(Document.empty()))
    made.resize(1200, 900)
    show(qtbot, made)
    yield made
    made.explorer.stop()
    gpu.close(10)
    disk.close(10)
    recovery.clear()


@pytest.fixture
def explorer(dreaming):
    """What explores in it."""
    return dreaming.explorer


@pytest.fixture
def panel(qtbot, dreaming, picture):
    """The panel with a photo open, its model loaded; nobody explores yet."""
    dreaming.editor.reset(dreaming.editor.document.with_photo(picture))
    dreaming.explorer.open()
    qtbot.waitUntil(lambda: dreaming.explorer.exploring.space is not None, timeout=20_000)
    return dreaming.explorer.panel
