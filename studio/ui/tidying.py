"""Deletes what was only lent: pictures dragged out or dropped in from a browser, after a while."""

import logging
import time
from pathlib import Path

log = logging.getLogger(__name__)

DAY = 24 * 3600.0


def forget_old(folder: Path, days: float) -> int:
    """Delete the files below ``folder`` that nobody touched for ``days``; returns how many."""
    if not folder.is_dir():
        return 0
    oldest = time.time() - days * DAY
    gone = 0
    for path in sorted(folder.rglob("*"), reverse=True):  # files before the folders they are in
        try:
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.stat().st_mtime < oldest:
                path.unlink()
                gone += 1
        except OSError as error:
            log.info("%s stays: %s", path, error)
    return gone
