# ruff: noqa: TID251, T201
"""How long the roll takes to paint and to find a note; run by hand, prints a table.

``python -m tests.benchmarks.piano_roll [notes]``. Times are of the thread's own processor time,
so that what else runs on the machine does not count. A paint is of a whole widget that was
scrolled before, onto a pixmap; what a window system adds is its own matter.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from studio.music.note import Notes
from studio.music.song import Song, Track
from studio.ui import theme
from studio.ui.piano_roll.drags import Move
from studio.ui.piano_roll.hits import hit
from studio.ui.piano_roll.note_painting import visible
from studio.ui.piano_roll.piano_roll import PianoRoll

RUNS = 30
_CANVAS: list[QPixmap] = []
PAINT_BAR, HIT_BAR = 8.0, 1.0  # ms


def many(count: int) -> Notes:
    """So many notes over some hours, about 1,000 of them in a usual window."""
    random = np.random.default_rng(1)
    start = np.sort(random.integers(0, count * 15, count)) // 30 * 30
    length = random.choice([60, 120, 240, 480], count)
    pitch = random.integers(36, 97, count)
    return Notes.of_columns(start, length, pitch, random.integers(20, 128, count))


def measure(work: Callable[[int], object]) -> tuple[float, float]:
    """Median and worst of some runs, in milliseconds."""
    spent = []
    for run in range(RUNS):
        began = time.thread_time()
        work(run)
        spent.append(1000 * (time.thread_time() - began))
    return statistics.median(spent), max(spent[1:])


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    app = QApplication([])
    theme.apply(app, "dark")
    roll = PianoRoll()
    roll.resize(1600, 1000)
    roll.show()
    app.processEvents()
    _CANVAS.append(QPixmap(roll.size()))
    notes = many(count)
    began = time.thread_time()
    roll.set_song(Song(tracks=(Track("Many", notes=notes), Track("Other", notes=many(1_000)))))
    roll.minimap.grab()
    opened = 1000 * (time.thread_time() - began)
    sheet = roll.field._sheet
    print(f"{count:,} notes; shown the first time after {opened:.1f} ms")
    for wanted in (300, 1_000, 5_000, 20_000, count):
        _zoom_to(roll, wanted)
        seen = len(visible(notes, sheet.coordinates))
        bar = PAINT_BAR if wanted == 1_000 else None
        _row(f"scroll and paint with {seen:,} visible", measure(lambda n: _scrolled(roll, n)), bar)
        if wanted == 1_000:
            _row("  every widget of the roll", measure(lambda n: _whole(roll, n)))
            _row("  the playhead alone", measure(lambda n: _played(roll, n)))
            _row("  a note in the hand", _dragged(roll))
            _row(
                "hit test", measure(lambda n: hit(notes, sheet.coordinates, 31.0 * n, 300)), HIT_BAR
            )


def _zoom_to(roll: PianoRoll, wanted: int) -> None:
    """As many notes in sight as are wanted, or nearly."""
    sheet = roll.field._sheet
    wide = replace(sheet.coordinates, zoom_x=1.0, zoom_y=0.5, left=40_000, top=25).held()
    low, high = 0.0005, 15.0
    for _ in range(40):
        middle = (low * high) ** 0.5
        seen = len(visible(sheet.notes, replace(wide, zoom_x=middle)))
        low, high = (low, middle) if seen < wanted else (middle, high)
    sheet.set_coordinates(replace(wide, zoom_x=high))


def _scrolled(roll: PianoRoll, run: int) -> None:
    sheet = roll.field._sheet
    sheet.set_coordinates(sheet.coordinates.scrolled(7 if run % 2 else -7, 0))
    roll.field.render(_CANVAS[0])


def _whole(roll: PianoRoll, run: int) -> None:
    sheet = roll.field._sheet
    sheet.set_coordinates(sheet.coordinates.scrolled(7 if run % 2 else -7, 0))
    roll.render(_CANVAS[0])


def _played(roll: PianoRoll, run: int) -> None:
    sheet = roll.field._sheet
    sheet.set_playhead(sheet.coordinates.ticks[0] + 20 * run)
    roll.field.render(_CANVAS[0])


def _dragged(roll: PianoRoll) -> tuple[float, float]:
    sheet = roll.field._sheet
    place = visible(sheet.notes, sheet.coordinates)[50]
    note = sheet.notes[int(place)]
    at = QPointF(sheet.coordinates.x(note.start) + 1, sheet.coordinates.y(note.pitch) + 1)
    drag = Move(sheet, at, note, frozenset({note.id}))

    def moved(run: int) -> None:
        drag.move(at + QPointF(10 + run, run), Qt.KeyboardModifier.NoModifier)
        roll.field.render(_CANVAS[0])

    spent = measure(moved)
    drag.cancel()
    return spent


def _row(name: str, spent: tuple[float, float], bar: float | None = None) -> None:
    told = "" if bar is None else f"  (bar {bar:g} ms)"
    print(f"{name:<40} {spent[0]:7.2f} ms median {spent[1]:7.2f} ms worst{told}")


if __name__ == "__main__":
    main()
