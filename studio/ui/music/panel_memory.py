"""Remembers how the music panel was laid out: the fold of the tracks, the share of the notes."""

from PySide6.QtCore import QObject

from studio.ui.music.music_panel import MusicPanel
from studio.ui.stored_settings import StoredSettings

_WHOLE = 1_000


class PanelMemory(QObject):
    """Lays the panel out as it was left, and keeps what the hand changes."""

    def __init__(self, panel: MusicPanel, settings: StoredSettings) -> None:
        super().__init__(panel)
        self._panel = panel
        self._settings = settings
        value = settings.value
        panel.tracks.set_folded(value.tracks_folded)
        notes = round(value.roll_share * _WHOLE)
        panel.roll.splitter.setSizes([notes, _WHOLE - notes])
        panel.tracks.folded_changed.connect(lambda folded: settings.change(tracks_folded=folded))
        panel.roll.splitter.splitterMoved.connect(lambda *_: self._keep())

    def _keep(self) -> None:
        notes, lane = self._panel.roll.splitter.sizes()
        self._settings.change(roll_share=round(notes / max(1, notes + lane), 3))
