"""Runs `score_child`: music21 reads and writes scores in a process of its own.

So a score that is made to do harm is ended by the clock or by its bound of memory, the window goes
on while music21 works, and none of what it says or keeps gets into the studio.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Final

from studio.errors import StudioError
from studio.music.score_wire import song_text, text_song
from studio.music.song import Song
from studio.music.song_source import Fault, SongFile

_PATIENCE: Final = 60.0  # seconds, and more for every MiB, several times what music21 takes
_SECONDS_A_MIB: Final = {"mxl": 600.0, "xml": 30.0, "abc": 60.0}
_WRITING: Final = 3600.0  # a song is no stranger's file
_REST: Final = 0.02  # seconds between two looks
_MOST_ANSWER: Final = 256 << 20

Waiting = Generator[None, None, SongFile]


def reading(data: bytes, kind: str) -> Waiting:
    """Read the bytes of a score; yields while it waits. Raises `Fault` for what is no score."""
    patience = _PATIENCE + len(data) / 2**20 * _SECONDS_A_MIB[kind]
    output = yield from _running(["read", kind], data, patience)
    if output is None:
        raise Fault("takes longer to read than any score, and was given up.")
    if not output.strip():
        raise Fault("needs more memory than a score can, and was not opened.")
    answer = json.loads(output)
    if "fault" in answer:
        raise Fault(answer["fault"])
    return SongFile(text_song(answer["song"]), tuple(answer["notes"]))


def writing(song: Song) -> Generator[None, None, bytes]:
    """Turn the song into MusicXML; yields while it waits."""
    output = yield from _running(["write"], song_text(song).encode(), _WRITING)
    if not output:
        raise StudioError("The song could not be written as a score; try it with fewer tracks.")
    return output


def _running(words: list[str], data: bytes, patience: float) -> Generator[None, None, bytes | None]:
    """What the child answers, empty where it broke down; None after ``patience`` seconds."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as target:
        source.write(data)
        source.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-P", "-m", "studio.music.score_child", *words],
            stdin=source,
            stdout=target,
            stderr=subprocess.DEVNULL,
            env=_surroundings(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            deadline = time.monotonic() + patience
            while child.poll() is None:
                if time.monotonic() > deadline:
                    return None
                yield
                time.sleep(_REST)
        finally:
            child.kill()
            child.wait()
        target.seek(0)
        return target.read(_MOST_ANSWER) if child.returncode == 0 else b""


def _surroundings() -> dict[str, str]:
    """The environment of the child: it finds the studio's modules where this process has them."""
    studio = str(Path(__file__).resolve().parents[2])
    known = os.environ.get("PYTHONPATH")
    path = studio if not known else os.pathsep.join((studio, known))
    # Every thread of the linear algebra would reserve memory that the child may not have.
    return {**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
