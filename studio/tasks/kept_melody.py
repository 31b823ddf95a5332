"""A melody of a latent space within a song: its notes there, what makes way, and its recipe."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from studio.document.recipe import Recipe
from studio.errors import StudioError
from studio.music.melody_grid import STEP, Steps, notes_of_symbols
from studio.music.note import LAST_TICK, Notes
from studio.music.song import Song, Track
from studio.music.timing import MetreMap
from studio.tasks.dreaming import Dream
from studio.tasks.latent_place import TASK

MOST_OCTAVES = 2
_BARS = (16 * STEP, 8 * STEP)  # ticks of bars that the models know: 4/4, or two of 2/4


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A melody on the track at ``track`` of a song, from tick ``begin`` on, moved by octaves."""

    melody: Steps
    track: int
    begin: int
    octaves: int = 0

    def __post_init__(self) -> None:
        if abs(self.octaves) > MOST_OCTAVES:
            raise StudioError(f"A melody is moved by at most {MOST_OCTAVES} octaves.")
        if self.end > LAST_TICK:
            raise StudioError("The melody would end after the end of time; go further left.")

    @property
    def end(self) -> int:
        """The tick at which it is over, rests at its end among it."""
        return self.begin + len(self.melody) * STEP

    def notes(self) -> Notes:
        """Its notes in the song's ticks: sixteenths whatever the metre."""
        notes = notes_of_symbols(self.melody)
        everyone = np.ones(len(notes), np.bool_)
        return notes.altered(
            everyone, start=notes.start + self.begin, pitch=notes.pitch + 12 * self.octaves
        )

    def replaced(self, song: Song) -> frozenset[int]:
        """The notes of the track that make way for it, by their ids; locked ones stay."""
        if self.track >= len(song.tracks):
            return frozenset()
        notes = song.tracks[self.track].notes
        inside = (notes.start >= self.begin) & (notes.start < self.end) & ~notes.locked
        return frozenset(notes.ids[inside].tolist())

    def within(self, song: Song) -> Song:
        """The song with the melody in it, on a track of its own where there is no such track."""
        if self.track >= len(song.tracks):
            return self.beside(song, Track("Melody"))
        notes = song.tracks[self.track].notes.without(self.replaced(song))
        return song.with_notes(self.track, notes.added(self.notes()))

    def beside(self, song: Song, track: Track) -> Song:
        """The song with the melody on a new track like ``track``, which holds no notes itself."""
        return song.with_new_track(replace(track, notes=self.notes()))


def kept_recipe(dream: Dream, sha256: str) -> str:
    """The text of the recipe of a melody that is kept; ``sha256`` is its model's."""
    from studio.tasks.dream_recipe import resolved

    request = {"place": resolved(dream).to_json()}
    return Recipe(TASK, request, {dream.place.model: sha256}).to_text()


def check_metres(metres: MetreMap, begin: int, steps: int, what: str = "") -> None:
    """Raise StudioError unless the bars of so many steps from a tick on are in 4/4 or 2/4.

    ``what`` is what is said to have another metre; else it is the bar.
    """
    for number, _, metre in metres.bars(begin, begin + steps * STEP):
        if metre.bar not in _BARS:
            where = what or f"Bar {number}"
            raise StudioError(
                f"{where} is in {metre.numerator}/{metre.denominator}, but the models of melodies "
                "know 4/4 and 2/4; choose bars in one of these."
            )
