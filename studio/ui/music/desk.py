"""Binds the song of the document to piano roll, track list, transport and player."""

import time
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.music import edit
from studio.music.note import Notes
from studio.music.song import Loop, Song, Track
from studio.music.theory import Key
from studio.ui.editor import DocumentEditor
from studio.ui.messages import MessageBar
from studio.ui.music.music_panel import MusicPanel
from studio.ui.music.transport import metre_of
from studio.ui.stored_settings import StoredSettings

if TYPE_CHECKING:
    from studio.audio.player import Player

FRAME = 16  # ms between two looks at the player while it plays
LOOK = 1_000  # ms between two looks at what is connected


def empty_song() -> Song:
    """What the roll shows where there is no song yet: one piano, nothing in it."""
    return Song(tracks=(Track("Piano"),))


class MusicDesk(QObject):
    """Turns what the hand wants into edits of the document, and the document into sound.

    The player is made by ``wake``, once the window is seen; until then, and where there is none,
    everything but the sound works.
    """

    playing_changed = Signal(bool)
    song_shown = Signal(object)  # Song

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
        self._tick = 0.0
        self._was_playing = False
        self._sound = ("", "")
        self._frame = QTimer(self)
        self._frame.setInterval(FRAME)
        self._frame.timeout.connect(self._look_at_player)
        self._slow = QTimer(self)
        self._slow.setInterval(LOOK)
        self._slow.timeout.connect(self._look_at_sound)
        self._connect()
        self._show(self._song)
        editor.changed.connect(self._document_changed)
        self._document_changed(editor.document)

    # -- what there is ---------------------------------------------------------------------------

    @property
    def song(self) -> Song:
        """The song that is shown: the document's, or an empty one."""
        return self._song

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
        self.player.set_song(self._song)
        self.player.set_loop(self._song.loop)
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
        loop = self._song.loop
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

    def set_metronome(self, on: bool) -> None:
        """Click with the beats, or not."""
        self.panel.transport.metronome.setChecked(on)
        self._settings.change(metronome=on)
        if self.player is not None:
            self.player.set_metronome(on)

    def toggle_metronome(self) -> None:
        """Click with the beats, or no longer."""
        self.set_metronome(not self._settings.value.metronome)

    def toggle_loop(self) -> None:
        """Loop the stretch that is marked, else the whole song; or no longer."""
        loop = self._song.loop
        if loop is None:
            self._change(self.tr("Loop"), replace(self._song, loop=Loop(0, self._song.length)))
        else:
            self._change(self.tr("Loop"), replace(self._song, loop=replace(loop, on=not loop.on)))

    def loop_selection(self) -> None:
        """Loop the bars of the selected notes, or of all where none is selected."""
        notes = self._notes.chosen(self.panel.roll.selection) or self._notes
        if not len(notes):
            self._messages.info(self.tr("Select the notes to loop first."))
            return
        metres = self._song.metres
        begin = metres.bar_start(int(notes.start.min()))
        end = max(metres.whole_bars(notes.end), metres.bar_end(begin))
        self._change(self.tr("Loop the selection"), replace(self._song, loop=Loop(begin, end)))

    # -- editing ---------------------------------------------------------------------------------

    @property
    def _notes(self) -> Notes:
        return self._song.tracks[self.place].notes if self._song.tracks else Notes()

    def apply(self, label: str, change: edit.Edit) -> None:
        """Change the selected notes of the track, or all of them where none is selected."""
        notes = self._notes
        try:
            ids = edit.chosen_or_all(notes, self.panel.roll.selection)
            after = change(notes, ids)
        except StudioError as error:
            self._messages.info(str(error))
            return
        self.change_notes(label, after)

    def change_notes(self, label: str, notes: Notes, merge: str | None = None) -> None:
        """Give the track other notes, as one step to undo."""
        if notes is self._notes:
            return
        place = self.place
        song = self._song if self._song.tracks else empty_song()
        merge = None if merge is None else f"notes-{place}-{merge}"
        self._change(label, song.with_notes(place, notes), merge)

    def quantise(self) -> None:
        """Draw the selected notes to the grid, as strong and swung as the settings say."""
        value = self._settings.value
        grid = self.panel.roll.grid_ticks()
        self.apply(
            self.tr("Quantise"),
            lambda notes, ids: edit.quantise(
                notes, ids, grid, value.quantise_strength, value.quantise_swing
            ),
        )

    def transpose(self, semitones: int) -> None:
        """Move the selected notes by semitones."""
        self.apply(self.tr("Transpose"), lambda n, ids: edit.transpose(n, ids, semitones))

    def transpose_in_scale(self, steps: int) -> None:
        """Move the selected notes by steps of the key."""
        key = self._song.key_at(self.tick)
        label = self.tr("Transpose in {key}").format(key=key.name)
        self.apply(label, lambda n, ids: edit.transpose_in_scale(n, ids, steps, key))

    def invert(self) -> None:
        """Turn the selected notes upside down within the key."""
        key = self._song.key_at(self.tick)
        self.apply(self.tr("Invert"), lambda n, ids: edit.invert(n, ids, key))

    def humanise(self) -> None:
        """Scatter timing and velocity a little, another way each time."""
        seed = time.monotonic_ns() % 2**32
        self.apply(self.tr("Humanise"), lambda n, ids: edit.humanise(n, ids, seed=seed))

    def split(self) -> None:
        """Cut the notes at the playhead."""
        tick = self.tick
        self.apply(self.tr("Split at the playhead"), lambda n, ids: edit.split(n, ids, tick))

    def toggle_lock(self) -> None:
        """Lock the selected notes against the networks, or free them when all are locked."""

        def change(notes: Notes, ids: Collection[int]) -> Notes:
            return edit.lock(notes, ids, not notes.chosen(ids).locked.all())

        self.apply(self.tr("Lock or free notes"), change)

    def set_tempo(self, bpm: float) -> None:
        """Go faster or slower as a whole."""
        self._change(self.tr("Tempo"), self._song.with_tempo(bpm, self._tick), "tempo")

    def set_metre(self, numerator: int, denominator: int) -> None:
        """Another metre for the whole song."""
        metre = metre_of(numerator, denominator)
        self._change(self.tr("Metre"), self._song.with_metre(metre.numerator, metre.denominator))

    def set_key(self, key: Key) -> None:
        """Another key for the whole song; the notes stay."""
        self._change(self.tr("Key"), self._song.with_keys([key]))

    def add_track(self, track: Track | None = None) -> None:
        """Append a track and edit it."""
        number = len(self._song.tracks) + 1
        track = track or Track(self.tr("Track {n}").format(n=number))
        self._change(self.tr("New track"), self._song.with_new_track(track))
        self.panel.choose_track(len(self._song.tracks) - 1)

    def remove_track(self, place: int) -> None:
        """Leave a track out; undo brings it back."""
        if len(self._song.tracks) > 1:
            self._change(self.tr("Remove the track"), self._song.without_track(place))
        else:
            self._change(self.tr("Remove the track"), replace(self._song, tracks=(Track("Piano"),)))

    def change_track(self, label: str, place: int, track: Track) -> None:
        """Give a track another name, instrument or volume, or mute it."""
        merge = f"volume-{place}" if label == self.tr("Volume") else None
        self._change(label, self._song.with_track(place, track), merge)

    def toggle_mute(self) -> None:
        """Mute the track that is edited, or no longer."""
        track = self._song.tracks[self.place]
        changed = replace(track, muted=not track.muted)
        self._change(self.tr("Mute"), self._song.with_track(self.place, changed))

    def toggle_solo(self) -> None:
        """Hear only the track that is edited, or all again."""
        track = self._song.tracks[self.place]
        changed = replace(track, solo=not track.solo)
        self._change(self.tr("Solo"), self._song.with_track(self.place, changed))

    def _change(self, label: str, song: Song, merge: str | None = None) -> None:
        self._editor.edit(label, self._editor.document.with_song(song), merge=merge)

    # -- showing ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar, roll, tracks = self.panel.transport, self.panel.roll, self.panel.tracks
        bar.rewind_wanted.connect(self.rewind)
        bar.stop_wanted.connect(self.stop)
        bar.play_wanted.connect(self.toggle)
        bar.loop_toggled.connect(lambda _: self.toggle_loop())
        bar.metronome_toggled.connect(self.set_metronome)
        bar.follow_toggled.connect(roll.set_follow)
        bar.tempo_committed.connect(self.set_tempo)
        bar.metre_chosen.connect(self.set_metre)
        bar.key_chosen.connect(self.set_key)
        bar.grid_chosen.connect(roll.set_grid)
        bar.tool_chosen.connect(roll.set_tool)
        bar.metronome.setChecked(self._settings.value.metronome)
        roll.tool_changed.connect(bar.show_tool)
        roll.edited.connect(self.change_notes)
        roll.seeked.connect(self.seek)
        roll.loop_changed.connect(self._set_loop)
        roll.auditioned.connect(self._audition)
        roll.quantise_wanted.connect(self.quantise)
        roll.mute_wanted.connect(self.toggle_mute)
        roll.solo_wanted.connect(self.toggle_solo)
        tracks.chosen.connect(self.panel.choose_track)
        tracks.track_edited.connect(self.change_track)
        tracks.track_added.connect(self.add_track)
        tracks.track_removed.connect(self.remove_track)

    def _document_changed(self, document: object) -> None:
        song = self._editor.document.song
        if song is self._of_document:
            return
        self._of_document = song
        self._show(song if song is not None and song.tracks else empty_song())

    def _show(self, song: Song) -> None:
        before, self._song = self._song, song
        self.panel.show_song(song)
        self._show_position()
        if self.player is not None:
            self.player.set_song(song)
            if song.loop != before.loop:
                self.player.set_loop(song.loop)
        self.song_shown.emit(song)

    def _show_position(self) -> None:
        bar = self.panel.transport
        bar.show_position(self._song, self._tick)
        bar.show_song(self._song, int(self._tick))
        self.panel.roll.set_playhead(int(self._tick))

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
        return frozenset(self._notes.pitch[self._notes.sounding(tick, tick + 1)].tolist())

    def _look_at_sound(self) -> None:
        player = self.player
        if player is None:
            return
        sound = (player.problem or "", player.sound_name)
        if sound != self._sound:
            self._sound = sound
            self.panel.transport.show_sound(*sound)

    def _set_loop(self, loop: Loop | None) -> None:
        self._change(self.tr("Loop"), replace(self._song, loop=loop))

    def _audition(self, pitch: int, velocity: int, on: bool) -> None:
        if self.player is None:
            return
        if on:
            self.player.note_on(pitch, velocity, self.place)
            self._frame.start()
        else:
            self.player.note_off(pitch, self.place)
