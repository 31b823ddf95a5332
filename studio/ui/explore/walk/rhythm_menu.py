"""The menu by which a walk takes its rhythm from the song."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from studio.tasks.walk_rhythm import BARS, NOTES
from studio.ui.explore.walk.walking import Walking


class RhythmMenu(QMenu):
    """Off, a keyframe a note or a bar; whose notes, and in which part of the song."""

    def __init__(self, walking: Walking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walking = walking
        self.setToolTipsVisible(True)
        self.setTitle(self.tr("Rhythm from the piano roll"))
        self.kinds: dict[str, QAction] = {}
        names = {
            "": self.tr("No rhythm"),
            NOTES: self.tr("A keyframe a note"),
            BARS: self.tr("A keyframe a bar"),
        }
        tips = {
            "": self.tr("Keyframes are where you put them"),
            NOTES: self.tr("The places come in turn, one with each note; chords count once"),
            BARS: self.tr("The places come in turn, one with each bar"),
        }
        group = QActionGroup(self)
        for kind, name in names.items():
            action = self.addAction(name, partial(self._take, rhythm=kind))
            action.setCheckable(True)
            action.setToolTip(tips[kind])
            group.addAction(action)
            self.kinds[kind] = action
        self.addSeparator()
        self.tracks = self.addMenu(self.tr("Notes of"))
        self.looped = self.addAction(self.tr("In the loop of the song only"))
        self.looped.setCheckable(True)
        self.looped.triggered.connect(lambda on: self._take(looped=bool(on)))
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is to choose."""
        values, song = self._walking.values, self._walking.song
        for kind, action in self.kinds.items():
            action.setChecked(kind == values.rhythm)
            action.setEnabled(not kind or song is not None)
        self.tracks.clear()
        names = [] if song is None else [track.name for track in song.tracks]
        every = self.tracks.addAction(self.tr("All that are heard"), partial(self._take, track=-1))
        every.setCheckable(True)
        every.setChecked(values.track < 0)
        for place, name in enumerate(names):
            action = self.tracks.addAction(
                (name or self.tr("Track {number}").format(number=place + 1)).replace("&", "&&"),
                partial(self._take, track=place),
            )
            action.setCheckable(True)
            action.setChecked(values.track == place)
        self.tracks.setEnabled(song is not None and values.rhythm == NOTES)
        self.looped.setChecked(values.looped)
        self.looped.setEnabled(song is not None and song.loop is not None)

    def _take(self, **changed: Any) -> None:
        self._walking.change(self.tr("Change the rhythm of the walk"), **changed)
