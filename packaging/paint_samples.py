"""Paints the sample pictures that the studio opens with; run it as a script.

The pictures are made of nothing but numbers, and the numbers are seeded: the same script paints
the same pictures again. Each is painted larger than it is and shrunk, which smooths its edges; one
takes a minute or two of one core.
"""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from sample_pictures import harbour, still_life

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "samples"
PAINTERS = {"harbour-dusk": harbour.paint, "still-life": still_life.paint}
QUALITY = 92


def main() -> None:
    """Paint the pictures that are asked for, or all of them, into ``resources/samples``."""
    parser = argparse.ArgumentParser(description="Paint the sample pictures of the studio.")
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(PAINTERS))
    parser.add_argument("--scale", type=float, help="paint this many times as large, then shrink")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    unknown = sorted(set(arguments.names) - set(PAINTERS))
    if unknown:
        parser.error(f"There is no painter for {', '.join(unknown)}.")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name in arguments.names or PAINTERS:
        path = arguments.folder / f"{name}.jpg"
        paint = PAINTERS[name]
        picture = paint(arguments.scale) if arguments.scale else paint()
        picture.save(path, quality=QUALITY, optimize=True, subsampling="4:4:4")
        logging.getLogger(__name__).info("%s: %d kB", path.name, path.stat().st_size // 1000)


if __name__ == "__main__":
    main()
