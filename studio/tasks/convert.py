"""A song from one kind of file to another: MIDI to MusicXML; MusicXML, kern or ABC to MIDI."""

from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

from studio.music.song_file import check_target, reading, writing
from studio.work import Step, Work

_T = TypeVar("_T")


def convert(source: Path, target: Path, *, force: bool = False) -> Work[tuple[str, ...]]:
    """Read ``source`` and write it as the kind that ``target``'s name ends in.

    Returns sentences on what was mended in the one and what the other cannot hold. Raises
    UnreadableFile, AlreadyExists unless ``force``, and StudioError for an ending that cannot be
    written. Scores are read and written in another process, so that a step is short.
    """
    check_target(target, force=force)
    yield Step(0, 2, "reading the song")
    file = yield from _waited_for(reading(source), Step(0, 2, "reading the song"))
    yield Step(1, 2, "writing the song")
    work = writing(target, file.song, force=force)
    left_out = yield from _waited_for(work, Step(1, 2, "writing the song"))
    return (*file.notes, *left_out)


def _waited_for(work: Generator[None, None, _T], step: Step) -> Work[_T]:
    """Tell of the same step as long as ``work`` yields; its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: _T = end.value
            return result
        yield step
