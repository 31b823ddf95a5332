"""Binds the song of the document to piano roll, track list, transport and player."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.music.song import Loop, Song
from studio.ui.editor import DocumentEditor
from studio.ui.messages import MessageBar
from studio.ui.music.music_panel import MusicPanel
from studio.ui.music.song_edits import SongEdits, empty_song
from studio.ui.sentences import told
from studio.ui.stored_settings import StoredSettings

if TYPE_CHECKING:
    from studio.audio.player import Player

FRAME = 16  # ms between two looks at the player while it plays
LOOK = 1_000  # ms between two looks at what is connected


class MusicDesk(QObject):
    """Turns what the hand wants into edits of the document, and the document into sound.

    The player is made by ``wake``, once the window is seen; until then, and where there is none,
    everything but the sound works.
    """

    playing_changed = Signal(bool)
    song_shown = Signal(object)  # Song
    bar_changed = Signal(int)  # the playhead has come to another bar

    def __init__(
        self,
        editor: DocumentEditor,
        panel: MusicPanel,
        messages: MessageBar,
        settings: StoredSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._messages = messages
        self._settings = settings
        self.panel = panel
        self.player: Player | None = None
        self._song: Song = empty_song()
        self._of_document: Song | None = None
        self._opened: Song | None = None
        self._auditioned: Song | None = None
        self._audition_loop: Loop | None = None
        self._bar = 1
        self._tick = 0.0
        self._was_playing = False
        self._sound = ("", "")
        self.edits = SongEdits(
            editor, panel, messages, settings, lambda: self._song, lambda: self.tick, self
        )
        self._frame = QTimer(self)
        self._frame.setInterval(FRAME)
        self._frame.timeout.connect(self._look_at_player)
        self._slow = QTimer(self)
        self._slow.setInterval(LOOK)
        self._slow.timeout.connect(self._look_at_sound)
        self._connect()
        self._show(self._song)
        editor.changed.connect(self._document_changed)
        editor.replaced.connect(self._document_replaced)
        self._document_changed(editor.document)

    # -- what there is ---------------------------------------------------------------------------

    @property
    def song(self) -> Song:
        """The song that is shown: the document's, or an empty one."""
        return self._song

    @property
    def heard(self) -> Song:
        """The song that the player plays: one that is auditioned, else the one that is shown."""
        return self._song if self._auditioned is None else self._auditioned

    @property
    def loop(self) -> Loop | None:
        """The loop that is played: the song's own, or that of what is auditioned beyond it."""
        own, other = self._song.loop, self._audition_loop
        if other is None:
            return own
        within = own is not None and own.on and own.start <= other.start and other.end <= own.end
        return own if within else other

    @property
    def place(self) -> int:
        """Which track is edited."""
        return self.panel.roll.track

    @property
    def tick(self) -> int:
        """Where the playhead is."""
        return int(self._tick)

    @property
    def is_playing(self) -> bool:
        """Whether the song runs."""
        return self.player is not None and self.player.is_playing

    def wake(self, make_player: Callable[[], "Player"]) -> None:
        """Make the player and let it know the song."""
        self.player = make_player()
        self.player.set_song(self.heard)
        self.player.set_loop(self.loop)
        self._slow.start()
        self._look_at_sound()

    def close(self) -> None:
        """Stop playing and let the device go."""
        self._frame.stop()
        self._slow.stop()
        if self.player is not None:
            self.player.close()
            self.player = None

    # -- playing ---------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Play from the playhead, or hold there."""
        if self.player is None:
            self._messages.info(self.tr("The sound is still being got ready."))
        elif self.player.is_playing:
            self._hold()
        else:
            self._start()

    def stop(self) -> None:
        """Stop and go back to where the loop, or the song, begins."""
        playing = self.is_playing
        if self.player is not None:
            self.player.stop()
        loop = self.loop
        self.seek(loop.start if loop is not None and loop.on and playing else 0)
        self._look_at_player()

    def seek(self, tick: int) -> None:
        """Go to a tick, playing or not."""
        self._tick = float(max(0, tick))
        if self.player is not None:
            self.player.seek(int(self._tick))
        self._show_position()

    def rewind(self) -> None:
        """Go to the beginning."""
        self.seek(0)
        self.panel.roll.show_tick(0)

    def audition(self, song: Song | None, loop: Loop | None = None) -> None:
        """Let another song be heard than the document's, which is not touched; None ends it.

        ``loop`` is played round unless the document's own loop holds it. What plays goes on.
        """
        loop = None if song is None else loop
        if song is self._auditioned and loop == self._audition_loop:
            return
        self._auditioned, self._audition_loop = song, loop
        if self.player is not None:
            self.player.set_song(self.heard)
            self.player.set_loop(self.loop)

    def play_within(self, loop: Loop) -> None:
        """Let a stretch be heard: from its beginning, unless the playhead is in it already."""
        if not loop.start <= self._tick < loop.end:
            self.seek(loop.start)
        if self.player is not None and not self.player.is_playing:
            self._start()

    def set_metronome(self, on: bool) -> None:
        """Click with the beats, or not."""
        self.panel.transport.metronome.setChecked(on)
        self._settings.change(metronome=on)
        if self.player is not None:
            self.player.set_metronome(on)

    def toggle_metronome(self) -> None:
        """Click with the beats, or no longer."""
        self.set_metronome(not self._settings.value.metronome)

    # -- showing ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar, roll, tracks = self.panel.transport, self.panel.roll, self.panel.tracks
        bar.rewind_wanted.connect(self.rewind)
        bar.stop_wanted.connect(self.stop)
        bar.play_wanted.connect(self.toggle)
        bar.loop_toggled.connect(lambda _: self.edits.toggle_loop())
        bar.metronome_toggled.connect(self.set_metronome)
        bar.follow_toggled.connect(roll.set_follow)
        bar.tempo_committed.connect(self.edits.set_tempo)
        bar.metre_chosen.connect(self.edits.set_metre)
        bar.key_chosen.connect(self.edits.set_key)
        bar.grid_chosen.connect(roll.set_grid)
        bar.tool_chosen.connect(roll.set_tool)
        bar.metronome.setChecked(self._settings.value.metronome)
        roll.tool_changed.connect(bar.show_tool)
        roll.edited.connect(self.edits.change_notes)
        roll.seeked.connect(self.seek)
        roll.loop_changed.connect(self.edits.set_loop)
        roll.auditioned.connect(self._audition)
        roll.quantise_wanted.connect(self.edits.quantise)
        roll.mute_wanted.connect(self.edits.toggle_mute)
        roll.solo_wanted.connect(self.edits.toggle_solo)
        tracks.chosen.connect(self.panel.choose_track)
        tracks.track_edited.connect(self.edits.change_track)
        tracks.track_added.connect(self.edits.add_track)
        tracks.track_removed.connect(self.edits.remove_track)

    def _document_changed(self, document: object) -> None:
        song = self._editor.document.song
        if song is self._of_document:
            return
        self._of_document = song
        self._show(song if song is not None and song.tracks else empty_song())

    def _document_replaced(self) -> None:
        """A project was opened: its song is seen from the beginning, unless it stayed the same."""
        if self._of_document is not None and self._of_document is not self._opened:
            self.show_opening()
        self._opened = self._of_document

    def show_opening(self) -> None:
        """Show a song that has come in from its beginning."""
        self.seek(0)
        self.panel.choose_track(0)
        self.panel.roll.show_opening()

    def _show(self, song: Song) -> None:
        before, self._song = self._song, song
        self.panel.show_song(song)
        self._show_position()
        if self.player is not None and self._auditioned is None:
            self.player.set_song(song)
        if self.player is not None and song.loop != before.loop:
            self.player.set_loop(self.loop)
        self.song_shown.emit(song)

    def _show_position(self) -> None:
        bar = self.panel.transport
        bar.show_position(self._song, self._tick)
        bar.show_song(self._song, int(self._tick))
        self.panel.roll.set_playhead(int(self._tick))
        self._tell_bar()

    def _tell_bar(self) -> None:
        bar = self._song.metres.position(int(self._tick)).bar
        if bar != self._bar:
            self._bar = bar
            self.bar_changed.emit(bar)

    def _start(self) -> None:
        assert self.player is not None
        self.player.play(int(self._tick))
        self._frame.start()
        self._look_at_player()

    def _hold(self) -> None:
        assert self.player is not None
        self._tick = self.player.position
        self.player.stop()
        self.player.seek(int(self._tick))
        self._look_at_player()

    def _look_at_player(self) -> None:
        player = self.player
        playing = player is not None and player.is_playing
        if player is not None and playing:
            self._tick = player.position
            bar = self.panel.transport
            bar.show_position(self._song, self._tick)
            self.panel.roll.set_playhead(int(self._tick))
            self.panel.roll.set_sounding(self._sounding())
            self._tell_bar()
        if player is not None:
            self.panel.transport.level.show_level(*player.level)
        if playing != self._was_playing:
            self._was_playing = playing
            self.panel.transport.show_playing(playing, self.panel.transport.record.isChecked())
            self.playing_changed.emit(playing)
            if not playing:
                self.panel.roll.set_sounding(frozenset())
                self._show_position()
        if not playing and self.panel.transport.level.resting:
            self._frame.stop()

    def _sounding(self) -> frozenset[int]:
        tick = int(self._tick)
        if not self._song.tracks:
            return frozenset()
        notes = self.heard.tracks[self.place].notes
        return frozenset(notes.pitch[notes.sounding(tick, tick + 1)].tolist())

    def _look_at_sound(self) -> None:
        player = self.player
        if player is None:
            return
        sound = (player.problem or "", player.sound_name)
        if sound != self._sound:
            self._sound = sound
            self.panel.transport.show_sound(told(sound[0]), sound[1])

    def _audition(self, pitch: int, velocity: int, on: bool) -> None:
        if self.player is None:
            return
        if on:
            self.player.note_on(pitch, velocity, self.place)
            self._frame.start()
        else:
            self.player.note_off(pitch, self.place)
