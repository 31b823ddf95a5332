"""A window with all its parts for tests: real workers, real small cards, and a quick painter."""

import io
import json
import os
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from safetensors.numpy import save_file

from studio.document.document import Document
from studio.document.recipe import Recipe
from studio.document.recovery import Recovery
from studio.image.convert import fit_size
from studio.image.picture_file import Picture, write_picture
from studio.image.style_card import CARD_SUFFIX, own_folder
from studio.jobs import Step
from studio.paths import state_dir
from studio.settings import Settings
from studio.tasks.style import StyleResult
from studio.tasks.style_live import LivePicture
from studio.ui import style_settings, theme
from studio.ui.editor import DocumentEditor
from studio.ui.main_window import MainWindow
from studio.ui.messages import MessageBar
from studio.ui.stored_settings import StoredSettings
from studio.ui.worker import QtWorker

STEPS = 40
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the application is made


def pytest_collection_modifyitems(items):
    """The offscreen platform complains of what it cannot do: raise, grab, least sizes."""
    for item in items:
        if "tests/ui" in item.nodeid or "test_app" in item.nodeid:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def no_leaked_workers():
    """No test leaves a worker's thread behind."""
    yield
    left = [one for one in threading.enumerate() if one.name.startswith("worker-")]
    assert not left


@pytest.fixture(autouse=True)
def themed(qapp):
    """The dark theme, as the application starts with."""
    if theme.current() != "dark" or not qapp.styleSheet():
        theme.apply(qapp, "dark")


def show(qtbot, window):
    """Show a window and wait until keys reach it."""
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def make_picture(width=48, height=32, name="harbour.png", seed=1):
    """A small colourful picture without a file."""
    pixels = np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8)
    return Picture(pixels, name)


def write_card(name, title, artist="Nobody", year="1890"):
    """A card as the gallery reads it, among the user's own."""
    packed = io.BytesIO()
    Image.new("RGB", (60, 40), (120, 80, 200)).save(packed, "JPEG")
    words = {"version": 1, "id": name, "title": title, "artist": artist, "year": year}
    own_folder().mkdir(parents=True, exist_ok=True)
    path = own_folder() / f"{name}{CARD_SUFFIX}"
    thumbnail = np.frombuffer(packed.getvalue(), np.uint8)
    save_file({"thumbnail": thumbnail}, path, {"klangbild_card": json.dumps(words)})
    return path


def quick(request, photo, *, checkpoint=None):
    """Paint in 40 quick steps: the same shape as the real work, with previews and a checkpoint."""
    request = replace(request, photo=photo.sha256)
    start = int(checkpoint.read_text()) if checkpoint is not None and checkpoint.exists() else 0
    for done in range(start, STEPS):

        def preview(done=done):
            return np.full_like(photo.pixels[..., :3], done)

        def save(done=done):
            if checkpoint is not None:
                checkpoint.write_text(str(done))

        yield Step(done, STEPS, "scale 1/1 · 48×32", done / STEPS, preview, save)
        time.sleep(0.005)
    pixels = np.full((photo.size[1], photo.size[0], 3), 200 + request.seed % 50, np.uint16)
    recipe = Recipe(
        task="style",
        request=request.to_json(),
        photo_name=photo.name,
        photo_sha256=request.photo,
        photo_path=str(photo.path or ""),
    )
    return StyleResult(pixels * 257, recipe, 0.1)


def quick_live(request, photo, sides):
    """Paint at once, in the same shape as the real work: a preview a side, whose grey is the
    strength."""
    for done, side in enumerate(sides, start=1):
        asked = replace(request, photo=photo.sha256, size=min(side, request.size))
        shape = (*fit_size((photo.size[1], photo.size[0]), asked.size), 3)
        grey = np.full(shape, round(255 * request.strength), np.uint8)
        yield Step(done, len(sides), preview=lambda grey=grey: grey)
    pixels = grey.astype(np.uint16) * 257
    pixels.flags.writeable = False
    recipe = Recipe("style", asked.to_json(), photo_name=photo.name, photo_sha256=photo.sha256)
    return LivePicture(pixels, recipe, asked, 0.01)


@pytest.fixture
def picture():
    """A small photo without a file."""
    return make_picture()


@pytest.fixture
def photo_file(tmp_path):
    """A small photo in a file."""
    path = tmp_path / "harbour.png"
    write_picture(path, make_picture().pixels)
    return path


@pytest.fixture
def cards():
    """Three styles of the user's own, by id."""
    for name, title in (("ink", "Ink wash"), ("moss", "Moss"), ("wave", "Great Wave")):
        write_card(name, title)
    return ("ink", "moss", "wave")


@pytest.fixture
def editor(qapp):
    """An editor with an empty document."""
    return DocumentEditor(Document.empty())


@pytest.fixture
def messages(qtbot):
    """A message bar."""
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def settings(qapp):
    """Settings of somebody who knows the program."""
    return StoredSettings(Settings(first_start_done=True))


@pytest.fixture
def disk(qapp):
    """A worker, closed after the test."""
    worker = QtWorker("disk")
    yield worker
    assert worker.close(10)


@pytest.fixture
def gpu(qapp):
    """Another worker."""
    worker = QtWorker("gpu")
    yield worker
    assert worker.close(10)


@pytest.fixture
def recovery():
    """The recovery folder of the test's own home."""
    return Recovery(state_dir() / "recovery")


@pytest.fixture
def window(qtbot, cards, settings, editor, gpu, disk, recovery):
    """The whole window with three styles and no photo; closed without a question."""
    made = MainWindow(settings, editor, gpu, disk, recovery, stylize=quick, paint_live=quick_live)
    qtbot.addWidget(made, before_close_func=lambda one: one.editor.reset(Document.empty()))
    made.resize(1200, 800)
    with qtbot.waitSignal(made.shelf.changed):
        made.greet()
    show(qtbot, made)
    yield made
    gpu.close(10)
    disk.close(10)
    recovery.clear()


@pytest.fixture
def ready(window, picture):
    """The window with a photo, a style and Fine, so that it could paint."""
    document = style_settings.with_engine(window.editor.document.with_photo(picture), "fine")
    window.editor.reset(style_settings.with_cards(document, ["ink"]))
    return window
