"""A walk through melodies put into the song, as one step to undo, and how it is heard there."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject

from studio.music.melody_grid import HOLD, Steps
from studio.music.song import Song, Track
from studio.tasks.kept_melody import Placed
from studio.tasks.walk_tune import BAR, Tuned, Voice
from studio.ui.editor import DocumentEditor
from studio.ui.explore.tunes.listening import Listening
from studio.ui.explore.tunes.spot import Spot, in_words
from studio.ui.music.desk import MusicDesk
from studio.ui.stored_settings import StoredSettings


class KeepingWalk(QObject):
    """Knows where a walk goes in the song, and with which instrument it is heard beside it.

    It begins where melodies lie that one hears: with the selected notes, the loop, or the bar of
    the playhead.
    """

    def __init__(
        self,
        listening: Listening,
        desk: MusicDesk,
        editor: DocumentEditor,
        settings: StoredSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._listening = listening
        self._desk = desk
        self._editor = editor
        self._settings = settings

    @property
    def voice(self) -> Voice:
        """What is heard as one explores: instrument and octave, and the song's tempo there."""
        like, tempo = self._like(), self._desk.song.tempos.at(self._listening.spot.begin)
        return Voice(like.program, like.bank, self._listening.octaves, tempo)

    @property
    def soundfont(self) -> Path | None:
        """The soundfont that was chosen for the song, if any."""
        chosen = self._settings.value.soundfont
        return Path(chosen) if chosen else None

    def spot(self, apart: bool) -> Spot:
        """Where a walk would go now; ``apart`` is on a track of its own."""
        found = self._listening.spot
        return replace(found, track=len(self._desk.song.tracks)) if apart else found

    def told(self, bars: int, spot: Spot) -> tuple[str, float]:
        """Where so many bars lie in words, and their seconds; StudioError past the end of time."""
        song, placed = self._desk.song, self._placed(np.full(bars * BAR, HOLD), spot)
        tempos = song.tempos
        return in_words(song, placed), tempos.seconds(placed.end) - tempos.seconds(placed.begin)

    def keep(self, tuned: Tuned, spot: Spot) -> None:
        """Put a walk there: notes make way, locked ones stay; behind the last track on a new one.

        Raises StudioError where the song has no room for it.
        """
        song, placed = self._desk.song, self._placed(tuned.melody, spot)
        label, after = self.tr("Keep a walk"), song
        track = min(spot.track, len(song.tracks))
        if track < len(song.tracks):
            after = placed.within(song)
        else:
            label = self.tr("Keep a walk on a new track")
            like = self._like()
            name = self.tr("Melody {n}").format(n=track + 1) if track else self.tr("Melody")
            after = placed.beside(song, Track(name, like.program, bank=like.bank))
        self._put(label, replace(after, recipe=tuned.recipe), track)
        notes, roll = placed.notes(), self._desk.panel.roll
        if len(notes):
            low, high = int(notes.pitch.min()), int(notes.pitch.max())
            roll.show_span(placed.begin, placed.end, low, high)

    def _put(self, label: str, song: Song, track: int) -> None:
        self._listening.put_away()
        self._editor.edit(label, self._editor.document.with_song(song))
        self._desk.panel.choose_track(track)
        self._desk.panel.roll.set_selection(())

    def _placed(self, melody: Steps, spot: Spot) -> Placed:
        return Placed(melody, spot.track, spot.begin, self._listening.octaves)

    def _like(self) -> Track:
        """A track like the one that is edited, without notes; a piano where that holds drums."""
        song = self._desk.song
        track = song.tracks[self._desk.place]
        return Track() if track.drums else Track(program=track.program, bank=track.bank)
