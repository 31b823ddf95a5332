"""How a real window does, opened by another process that measures itself and answers."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

_PROBE = "import gc, sys; gc.disable(); from studio.app import probe; probe(sys.argv[1])"
"""It begins as the program does."""


def probed(what: str, environment: Mapping[str, str], patience: float) -> str:
    """What the probe of that name answers, or the end of its complaint; see `studio.app.probe`."""
    command = [sys.executable, "-P", "-c", _PROBE, what]
    variables = dict(environment) | {"PYTHONPATH": str(Path(__file__).parents[2])}
    try:
        ended = subprocess.run(
            command, env=variables, capture_output=True, text=True, timeout=patience, check=False
        )
    except subprocess.TimeoutExpired:
        return f"it took more than {patience:.0f} seconds"
    lines = ended.stderr.strip().splitlines() or ["without a word"]
    return ended.stdout or lines[-1]


def seconds_to_canvas() -> float | str:
    """The median of a change of strength to its picture on the canvas; or why there is none.

    In a fresh home, whose first start paints the sample by Instant.
    """
    answered = _in_a_fresh_home("slider")
    try:
        return float(answered)
    except ValueError:
        return answered


def dragging() -> tuple[float, float] | str:
    """Dreams a second on the canvas under a drag over the map, and a gap of a timer of 16 ms.

    The gap is the one that 99 of 100 stay below. Or why there are none.
    """
    answered = _in_a_fresh_home("drag")
    try:
        dreams, gap = (float(word) for word in answered.split())
    except ValueError:
        return answered
    return dreams, gap


def _in_a_fresh_home(what: str) -> str:
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"KLANGBILD_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        return probed(what, environment, 120)
