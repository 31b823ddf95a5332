"""How soon the window shows another picture after a value was changed, measured in a real one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

# Run in a process of its own, with a fresh home: the first start paints the sample by Instant.
_MOVES = """
import os, statistics, sys, time
from PySide6.QtWidgets import QApplication
from studio.app import Studio
from studio.ui import style_settings

def end(answer):
    sys.stdout.write(answer)
    sys.stdout.flush()
    os._exit(0)

def wait(there):
    latest = time.perf_counter() + 60
    while not there():
        app.processEvents()
        time.sleep(0.001)
        if time.perf_counter() > latest:
            end(" ".join(window.messages.texts()) or "nothing was painted")

app = QApplication(["studio"])
studio = Studio(app)
window, seen, spent = studio.window, [], []
window.live.previewed.connect(seen.append)
studio.open()
window.resize(1400, 900)
wait(lambda: window.live.full is not None)
for move in range(15):
    strength = 0.2 + 0.05 * (7 * move % 15)
    seen.clear()
    began = time.perf_counter()
    document = style_settings.with_values(window.editor.document, {"strength": strength})
    window.editor.edit("Change strength", document, merge="drag")
    wait(lambda: seen)
    window.workbench.canvas.repaint()
    spent.append(time.perf_counter() - began)
    wait(lambda: window.live.full is not None)
end(str(statistics.median(spent[2:])))
"""


def seconds_to_canvas() -> float | str:
    """The median of a change of strength to its picture on the canvas; or why there is none."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "KLANGBILD_HOME": home,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        command = [sys.executable, "-P", "-c", _MOVES]
        try:
            ended = subprocess.run(
                command, env=environment, capture_output=True, text=True, timeout=120, check=False
            )
        except subprocess.TimeoutExpired:
            return "it took more than two minutes"
    try:
        return float(ended.stdout)
    except ValueError:
        lines = ended.stderr.strip().splitlines() or ["without a word"]
        return ended.stdout or lines[-1]
