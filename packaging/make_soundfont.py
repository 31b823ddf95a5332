"""Makes the soundfont that the studio brings along; run it as a script.

Everything in it is computed here from formulas and seeded noise: the same script makes the same
file again, byte for byte. It takes about ten seconds of one core.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from soundfont.bank import soundfont

PATH = Path(__file__).resolve().parent.parent / "resources" / "soundfont" / "klangbild.sf2"


def main() -> None:
    """Write the soundfont."""
    parser = argparse.ArgumentParser(description="Make the soundfont of the studio.")
    parser.add_argument("path", nargs="?", type=Path, default=PATH)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    arguments.path.parent.mkdir(parents=True, exist_ok=True)
    data = soundfont()
    arguments.path.write_bytes(data)
    logging.getLogger(__name__).info("%s: %d kB", arguments.path.name, len(data) // 1000)


if __name__ == "__main__":
    main()
