"""How soon the canvas shows another picture after a slider was moved, in the real window."""

import os
import statistics
import time

import pytest
from PySide6.QtCore import QPoint, Qt  # noqa: TID251

from studio.document.document import Document
from studio.document.recovery import Recovery
from studio.image.picture_file import read_picture
from studio.paths import state_dir
from studio.settings import Settings
from studio.ui import style_settings
from studio.ui.editor import DocumentEditor
from studio.ui.first_start import sample_picture
from studio.ui.main_window import MainWindow
from studio.ui.stored_settings import StoredSettings
from studio.ui.worker import QtWorker

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when `qapp` is made
pytestmark = pytest.mark.slow

MOVES = 30
BAR = 120.0  # ms, median


@pytest.fixture
def window(qtbot):
    """The window with the sample photo, painted live by the networks that ship."""
    gpu, disk = QtWorker("gpu"), QtWorker("disk")
    document = Document.empty().with_photo(read_picture(sample_picture()))
    editor = DocumentEditor(style_settings.with_cards(document, ["great-wave"]))
    settings = StoredSettings(Settings(first_start_done=True))
    made = MainWindow(settings, editor, gpu, disk, Recovery(state_dir() / "recovery"))
    qtbot.addWidget(made, before_close_func=lambda one: one.editor.reset(Document.empty()))
    made.resize(1400, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.greet()
    made.live.wake()
    qtbot.waitUntil(lambda: made.live.full is not None, timeout=120_000)
    yield made
    made.live.stop()
    gpu.close(30)
    disk.close(30)


@pytest.mark.parametrize("engine", ["instant", "fast"])
def test_slider_to_canvas(qtbot, window, engine, capsys):
    window.style_panel.engine.choose(engine)
    qtbot.waitUntil(lambda: window.live.full is not None, timeout=120_000)
    canvas, track = window.workbench.canvas, window.style_panel.slider("strength").track
    spent = []
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=_place(track, 0.2))
    for move in range(MOVES):
        before = canvas.grab().toImage()
        seen = []
        window.live.previewed.connect(lambda pixels, seen=seen: seen.append(pixels is not None))
        began = time.perf_counter()
        qtbot.mouseMove(track, _place(track, 0.2 + 0.7 * ((move * 7) % MOVES) / MOVES))
        qtbot.waitUntil(lambda seen=seen: any(seen), timeout=30_000)
        canvas.repaint()
        spent.append(1000 * (time.perf_counter() - began))
        if move > 1:
            assert canvas.grab().toImage() != before
        qtbot.waitUntil(lambda: window.live.full is not None, timeout=30_000)
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=_place(track, 0.5))
    median, worst = statistics.median(spent), max(spent)
    with capsys.disabled():
        print(f"\n{engine}: slider to canvas {median:.0f} ms median, {worst:.0f} ms worst")  # noqa: T201
    assert median <= BAR


def _place(track, fraction):
    return QPoint(round(track.width() * fraction), track.height() // 2)
