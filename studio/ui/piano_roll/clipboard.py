"""Notes on the clipboard: a small JSON, counted from the first note on."""

import json
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from studio.errors import StudioError
from studio.music.note import TICKS, Note, Notes

MIME = "application/x-klangbild-notes"
_MOST = 20_000_000  # bytes; what is larger is not ours


def put(notes: Notes) -> None:
    """Put notes on the clipboard; their first beginning becomes 0."""
    first = int(notes.start[0]) if len(notes) else 0
    rows = [[n.start - first, n.length, n.pitch, n.velocity, int(n.locked)] for n in notes]
    data = QMimeData()
    text = json.dumps({"version": 1, "ticks": TICKS, "notes": rows}, separators=(",", ":"))
    data.setData(MIME, text.encode())
    QGuiApplication.clipboard().setMimeData(data)


def has_notes() -> bool:
    """Whether there are notes on the clipboard."""
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and data.hasFormat(MIME)


def take(tick: int) -> list[Note]:
    """The notes of the clipboard, the first of them at ``tick``; none where nothing fits."""
    if not has_notes():
        return []
    packed = bytes(QGuiApplication.clipboard().mimeData().data(MIME).data())
    if len(packed) > _MOST:
        return []
    try:
        return _read(json.loads(packed), tick)
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError, StudioError):
        return []  # somebody else's, under our name


def _read(value: Any, tick: int) -> list[Note]:
    scale = TICKS / int(value["ticks"])
    if value["version"] != 1 or not 0 < scale <= TICKS:
        return []
    return [
        Note(
            tick + round(int(start) * scale),
            max(1, round(int(length) * scale)),
            int(pitch),
            int(velocity),
            0,
            bool(locked),
        )
        for start, length, pitch, velocity, locked in value["notes"]
    ]
