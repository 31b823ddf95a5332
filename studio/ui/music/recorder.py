"""Records from a MIDI keyboard into the track that is edited, while the song plays."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from studio.audio.recording import Message, Recording, inputs
from studio.errors import StudioError
from studio.music.note import Notes
from studio.music.song import SUSTAIN, Controls
from studio.ui.messages import MessageBar
from studio.ui.music.desk import MusicDesk
from studio.ui.stored_settings import StoredSettings

LOOK = 2_000  # ms between two looks for a keyboard, so that one that is plugged in is found
_CONTROL = 0xB0


class Recorder(QObject):
    """Shows the record button where a keyboard is connected; what is played becomes notes.

    The first keyboard that is found is taken. What is recorded is added to the track as one step
    to undo, when the song stops or the button is pressed again.
    """

    changed = Signal(bool)  # whether it records

    def __init__(
        self,
        desk: MusicDesk,
        messages: MessageBar,
        settings: StoredSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._settings = settings
        self._inputs: tuple[str, ...] = ()
        self._recording: Recording | None = None
        self._begin = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        desk.panel.transport.set_recordable(())
        desk.playing_changed.connect(self._playing_changed)

    @property
    def is_recording(self) -> bool:
        """Whether what is played becomes notes."""
        return self._recording is not None

    def wake(self) -> None:
        """Begin to look for keyboards."""
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Look which keyboards are connected."""
        found = inputs()
        if found != self._inputs:
            self._inputs = found
            self._desk.panel.transport.set_recordable(found)

    def toggle(self) -> None:
        """Begin to record at the playhead, or end it."""
        if self._recording is not None:
            self._desk.toggle()
            return
        self.look()
        player = self._desk.player
        if player is None or not self._inputs:
            self._desk.panel.transport.record.setChecked(False)
            self._messages.info(self.tr("Connect a MIDI keyboard to record; none is found."))
            return
        place = self._desk.place

        def heard(message: Message) -> None:
            """Let the player sound; called on a thread of the MIDI system."""
            if message.is_on:
                player.note_on(message.first, message.second, place)
            elif message.is_off:
                player.note_off(message.first, place)
            elif message.kind == _CONTROL and message.first == SUSTAIN:
                player.control(SUSTAIN, message.second, place)

        try:
            self._recording = Recording(self._inputs[0], player.tick_at, heard)
        except StudioError as error:
            self._messages.error(error)
            return
        self._begin = self._desk.tick
        player.count_in = 0 if self._desk.is_playing else self._settings.value.count_in
        player.set_endless(True)
        self._desk.panel.transport.show_playing(self._desk.is_playing, True)
        self.changed.emit(True)
        if not self._desk.is_playing:
            self._desk.toggle()

    def close(self) -> None:
        """Let the keyboard go; what was played is lost."""
        self._timer.stop()
        if self._recording is not None:
            self._recording.close()
            self._recording = None

    def _playing_changed(self, playing: bool) -> None:
        if playing or self._recording is None:
            return
        recording, self._recording = self._recording, None
        recording.close()
        player = self._desk.player
        if player is not None:
            player.count_in = 0
            player.set_endless(False)
            player.release_all()
        song = self._desk.song
        loop = song.loop if song.loop is not None and song.loop.on else None
        notes, controls = recording.take.result(self._desk.tick, begin=self._begin, loop=loop)
        self._desk.panel.transport.show_playing(False, False)
        self.changed.emit(False)
        if len(notes) or len(controls):
            self._keep(notes, controls)

    def _keep(self, notes: Notes, controls: Controls) -> None:
        place = self._desk.place
        track = self._desk.song.tracks[place]
        known = track.controls
        both = (
            np.concatenate([getattr(known, name), getattr(controls, name)])
            for name in ("tick", "number", "value")
        )
        track = replace(track, notes=track.notes.added(list(notes)), controls=Controls(*both))
        self._desk.edits.change_track(self.tr("Record"), place, track)
        text = self.tr("Recorded {n} notes.").format(n=len(notes))
        self._messages.good(text, key="recorded")
