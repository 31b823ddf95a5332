"""A folder of small tunes in ABC."""

from pathlib import Path

import numpy as np

_LETTERS = "CDEFGABcdefgab"


def tunes_folder(tmp_path: Path, count: int = 60) -> Path:
    """Below ``tmp_path``, a file of tunes that wander along a scale; made once."""
    folder = tmp_path / "tunes"
    if not folder.is_dir():
        folder.mkdir()
        (folder / "some.abc").write_text("".join(_tune(number) for number in range(count)))
    return folder


def _tune(number: int) -> str:
    random = np.random.default_rng(number)
    degrees = np.clip(7 + np.cumsum(random.integers(-2, 3, 32)), 0, 13)
    notes = [_LETTERS[degree] for degree in degrees]
    bars = ["".join(notes[first : first + 8]) for first in range(0, 32, 8)]
    return f"X:{number + 1}\nT:Tune {number}\nM:4/4\nL:1/8\nK:G\n{'|'.join(bars)}|]\n\n"
