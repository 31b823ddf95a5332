"""Figures of pitch, key and rhythm over songs: what is compared between real and written music."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from studio.errors import StudioError
from studio.jobs import Work
from studio.music.note import Notes
from studio.music.song import Song
from studio.music.statistics import NoteStatistics, mean_and_deviation, note_statistics
from studio.tasks.evaluate_files import reading_songs

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NoteFigures:
    """Of each song that has notes, and over all of them."""

    songs: tuple[tuple[str, NoteStatistics], ...]
    mean: NoteStatistics
    deviation: NoteStatistics


def evaluate_notes(files: tuple[Path, ...]) -> Work[NoteFigures]:
    """Count every song of the files, drums left out.

    Files that are no songs and songs without notes are left out with a warning; raises StudioError
    where none is left.
    """
    found: list[tuple[str, NoteStatistics]] = []
    problem = StudioError("Name a song in MIDI, MusicXML, kern or ABC that is to be measured.")
    for number, path in enumerate(files):
        try:
            songs = yield from reading_songs(path, number, len(files))
            for song in songs:
                counted = note_statistics(pitched_notes(song), song.metres)
                found.append((song.title or path.name, counted))
        except StudioError as error:
            problem = error
            logger.warning("%s is left out: %s", path, error.sentence)
    if not found:
        raise problem
    mean, deviation = mean_and_deviation([counted for _, counted in found])
    return NoteFigures(tuple(found), mean, deviation)


def pitched_notes(song: Song) -> Notes:
    """The notes of all tracks but drums, together."""
    found = Notes()
    for track in song.tracks:
        if not track.drums:
            found = found.added(track.notes)
    return found
