"""What the menu, the track list and the transport change in the song: each an edit to undo."""

import time
from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.music import edit
from studio.music.note import Notes
from studio.music.song import Loop, Song, Track
from studio.music.theory import Key
from studio.ui.editor import DocumentEditor
from studio.ui.messages import MessageBar
from studio.ui.music.music_panel import MusicPanel
from studio.ui.sentences import told
from studio.ui.stored_settings import StoredSettings


def empty_song() -> Song:
    """What the roll shows where there is no song yet: one piano, nothing in it."""
    return Song(tracks=(Track("Piano"),))


class SongEdits(QObject):
    """Edits the song of the document; ``song`` and ``tick`` say what is shown and where it stands.

    What concerns notes changes the selected ones of the track, or all where none is selected.
    """

    def __init__(
        self,
        editor: DocumentEditor,
        panel: MusicPanel,
        messages: MessageBar,
        settings: StoredSettings,
        song: Callable[[], Song],
        tick: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._messages = messages
        self._settings = settings
        self._panel = panel
        self._shown = song
        self._now = tick

    @property
    def _song(self) -> Song:
        return self._shown()

    @property
    def place(self) -> int:
        """Which track is edited."""
        return self._panel.roll.track

    @property
    def tick(self) -> int:
        """Where the playhead is."""
        return self._now()

    @property
    def _notes(self) -> Notes:
        return self._song.tracks[self.place].notes if self._song.tracks else Notes()

    def apply(self, label: str, change: edit.Edit) -> None:
        """Change the selected notes of the track, or all of them where none is selected."""
        notes = self._notes
        try:
            ids = edit.chosen_or_all(notes, self._panel.roll.selection)
            after = change(notes, ids)
        except StudioError as error:
            self._messages.info(told(error))
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
        grid = self._panel.roll.grid_ticks()
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
        self._change(self.tr("Tempo"), self._song.with_tempo(bpm, self.tick), "tempo")

    def set_metre(self, numerator: int, denominator: int) -> None:
        """Another metre for the whole song."""
        self._change(self.tr("Metre"), self._song.with_metre(numerator, denominator))

    def set_key(self, key: Key) -> None:
        """Another key for the whole song; the notes stay."""
        self._change(self.tr("Key"), self._song.with_keys([key]))

    def add_track(self, track: Track | None = None) -> None:
        """Append a track and edit it."""
        number = len(self._song.tracks) + 1
        track = track or Track(self.tr("Track {n}").format(n=number))
        self._change(self.tr("New track"), self._song.with_new_track(track))
        self._panel.choose_track(len(self._song.tracks) - 1)

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

    def toggle_loop(self) -> None:
        """Loop the stretch that is marked, else the whole song; or no longer."""
        loop = self._song.loop
        if loop is None:
            self._change(self.tr("Loop"), replace(self._song, loop=Loop(0, self._song.length)))
        else:
            self._change(self.tr("Loop"), replace(self._song, loop=replace(loop, on=not loop.on)))

    def loop_selection(self) -> None:
        """Loop the bars of the selected notes, or of all where none is selected."""
        notes = self._notes.chosen(self._panel.roll.selection) or self._notes
        if not len(notes):
            self._messages.info(self.tr("Select the notes to loop first."))
            return
        metres = self._song.metres
        begin = metres.bar_start(int(notes.start.min()))
        end = max(metres.whole_bars(notes.end), metres.bar_end(begin))
        self._change(self.tr("Loop the selection"), replace(self._song, loop=Loop(begin, end)))

    def set_loop(self, loop: Loop | None) -> None:
        """Loop another stretch, None for none."""
        self._change(self.tr("Loop"), replace(self._song, loop=loop))
