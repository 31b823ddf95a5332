"""The preview of a walk: place after place at its rate, with the song where it has music."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.walk.walking import Desk, Walking

_FASTEST = 16  # ms between two frames
_NEAR = 0.35  # seconds between sound and picture that are mended by waiting
_PATIENCE = 0.5  # seconds that the song has to come to where it was sent
_ENDING = 0.3  # seconds before its end at which a song counts as having ended by itself


class Playing(QObject):
    """Shows the walk live, from where the playhead is; the places come through ``exploring``.

    With music the clock is the song's, so that what is seen goes with what is heard.
    """

    position_changed = Signal(float)  # seconds
    playing_changed = Signal(bool)

    def __init__(
        self,
        exploring: Exploring,
        walking: Walking,
        desk: Desk | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exploring = exploring
        self._walking = walking
        self._desk = desk
        self.position = 0.0
        self._began = 0.0  # of the clock, when the walk was at its beginning
        self._sought = 0.0  # when the song was last sent elsewhere
        self._waiting = False  # for the model
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        walking.changed.connect(self._follow)
        exploring.space_changed.connect(lambda _: self._model_came())
        exploring.active_changed.connect(lambda on: None if on else self.pause())
        if desk is not None:
            desk.playing_changed.connect(self._desk_changed)

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    def play(self) -> None:
        """Go on from the playhead, from the beginning where it is at the end."""
        walk = self._walking.walk
        if walk is None or self.playing:
            return
        if self.position >= walk.seconds - 1 / walk.rate:
            self.position = 0.0
        self._began = time.monotonic() - self.position
        self._timer.start(max(_FASTEST, round(1000 / walk.rate)))
        self._exploring.begin()
        self._start_music()
        self.playing_changed.emit(True)
        self._show()

    def pause(self) -> None:
        """Rest where it is."""
        if not self.playing:
            return
        self._timer.stop()
        if self._desk is not None and self._desk.is_playing and self._walking.music is not None:
            self._desk.toggle()
        self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Play or rest."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def seek(self, seconds: float) -> None:
        """Be at another moment, playing or not, and show what is there."""
        self.position = min(max(0.0, seconds), self._walking.seconds)
        self._began = time.monotonic() - self.position
        if self.playing:
            self._seek_music()
        self._exploring.begin()
        self._show()

    def rest_at(self, seconds: float) -> None:
        """Put the playhead somewhere without showing what is there."""
        self.position = max(0.0, seconds)
        self._began = time.monotonic() - self.position
        self.position_changed.emit(self.position)

    # -- running ---------------------------------------------------------------------------------

    def _advance(self) -> None:
        walk = self._walking.walk
        if walk is None:
            self.pause()
            return
        self._keep_with_music()
        now = time.monotonic() - self._began
        if now >= walk.seconds:
            if not walk.loop:
                self.position = walk.seconds
                self._show()
                self.pause()
                return
            now %= walk.seconds
            self._began = time.monotonic() - now
            self.position = now
            self._seek_music()
        self.position = max(0.0, now)
        self._show()

    def _show(self) -> None:
        self.position_changed.emit(self.position)
        space = self._exploring.space
        self._waiting = space is None or space.model != self._walking.model
        if space is None or self._waiting:
            return
        try:
            place = self._walking.place_at(self.position, space.size)
        except StudioError:
            return
        if place is not None:
            self._exploring.look(place)

    def _model_came(self) -> None:
        if self._waiting and self.playing:
            self._show()

    def _follow(self) -> None:
        if self._walking.walk is None:
            self.pause()
        if self.position > self._walking.seconds:
            self.rest_at(self._walking.seconds)

    # -- the song --------------------------------------------------------------------------------

    def _start_music(self) -> None:
        if self._desk is None or self._walking.music is None:
            return
        self._seek_music()
        if not self._desk.is_playing:
            self._desk.toggle()

    def _seek_music(self) -> None:
        music = self._walking.music
        if self._desk is not None and music is not None:
            tempos = music.song.tempos
            begin = tempos.seconds(music.begin)
            self._sought = time.monotonic()
            self._desk.seek(round(tempos.tick(begin + self.position % music.seconds)))

    def _keep_with_music(self) -> None:
        """Let the clock follow the song; where the song has gone elsewhere, bring it back."""
        music, desk = self._walking.music, self._desk
        if music is None or desk is None or not desk.is_playing:
            return
        tempos, whole = music.song.tempos, music.seconds
        heard = tempos.seconds(desk.tick) - tempos.seconds(music.begin)
        now = time.monotonic() - self._began
        apart = (heard - now + whole / 2) % whole - whole / 2  # it may be a round further on
        if 0 <= heard < whole and abs(apart) < min(_NEAR, whole / 4):
            self._began -= apart
        elif time.monotonic() - self._sought > _PATIENCE:
            self.position = now
            self._seek_music()

    def _desk_changed(self, playing: bool) -> None:
        """Somebody stopped the song, which stops the walk; or it has come to its end."""
        music, desk = self._walking.music, self._desk
        if playing or not self.playing or music is None or desk is None:
            return
        tempos = music.song.tempos
        left = tempos.seconds(music.last) - tempos.seconds(desk.tick)
        if left <= _ENDING:
            self.position = time.monotonic() - self._began
            QTimer.singleShot(0, self, self._start_music)
        else:
            self.pause()
