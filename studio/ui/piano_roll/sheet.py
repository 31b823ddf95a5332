"""What the parts of the roll show together: song, track, coordinates, selection, playhead."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from studio.music.note import Notes
from studio.music.song import Song, Track
from studio.music.theory import Key
from studio.ui.piano_roll import grid
from studio.ui.piano_roll.colours import track_colour
from studio.ui.piano_roll.coordinates import Coordinates
from studio.ui.piano_roll.grid import Grid

TOOLS = ("pencil", "select")
_ROOM = 8  # bars after the end of the song in which one can write on


@dataclass(frozen=True, slots=True)
class Pen:
    """What the next note will be: the last one's length (None: a step of the grid), velocity."""

    length: int | None = None
    velocity: int = 90


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next note is written by keys; shown once a key has moved it."""

    tick: int = 0
    pitch: int = 60
    shown: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """What a gesture would make of the notes: those it leaves alone, and those in the hand.

    Kept apart so that a hundred thousand notes are not sorted anew while the hand moves.
    """

    base: Notes
    over: Notes
    held: bool = True  # those in the hand are painted as selected, whatever the selection is


class Sheet(QObject):
    """Holds what is shown, for the widgets of one roll; says what changed and what is wanted.

    It keeps no document: ``set_song`` tells it what there is, ``edited`` says what is wanted.
    """

    coordinates_changed = Signal()
    notes_changed = Signal()  # the song, the track, a preview, ghosts, the theme: paint anew
    song_changed = Signal()
    selection_changed = Signal(object)  # frozenset[int]
    playhead_changed = Signal(object)  # where it was, int | None
    cursor_changed = Signal()
    sounding_changed = Signal()
    tool_changed = Signal(str)
    grid_changed = Signal()
    track_changed = Signal(int)
    edited = Signal(str, object, object)  # label, Notes, merge key
    auditioned = Signal(int, int, bool)
    seeked = Signal(int)
    loop_changed = Signal(object)  # Loop | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.song = Song(tracks=(Track(),))
        self.place = 0
        self.coordinates = Coordinates()
        self.selection: frozenset[int] = frozenset()
        self.playhead: int | None = None
        self.tool = "pencil"
        self.grid = Grid()
        self.pen = Pen()
        self.cursor = Cursor()
        self.preview: Preview | None = None
        self.sounding: frozenset[int] = frozenset()
        self.pressed: int | None = None
        self.ghosts: tuple[Notes, QColor] | None = None
        self.replaced: frozenset[int] = frozenset()
        self._heard: tuple[int, int] | None = None

    # -- what there is ---------------------------------------------------------------------------

    @property
    def track(self) -> Track:
        """The track that is edited; an empty one where the song has none."""
        tracks = self.song.tracks
        return tracks[self.place] if self.place < len(tracks) else Track()

    @property
    def notes(self) -> Notes:
        """The notes of that track, as the song has them."""
        return self.track.notes

    @property
    def colour(self) -> QColor:
        """The colour of that track."""
        return track_colour(self.place, self.track)

    @property
    def key(self) -> Key:
        """The key in the middle of what is seen."""
        begin, end = self.coordinates.ticks
        return self.song.key_at((begin + end) // 2)

    @property
    def step(self) -> int:
        """The ticks of a step of the grid."""
        return self.grid.step(self.coordinates.pace, self.coordinates.unit)

    @property
    def pen_length(self) -> int:
        """The ticks of the next note."""
        return self.pen.length or self.step

    # -- being told ------------------------------------------------------------------------------

    def set_song(self, song: Song) -> None:
        """Show another song, or the same after a change."""
        if song is self.song:
            return
        self.song = song
        last = max(0, len(song.tracks) - 1)
        moved = self.place > last
        self.place = min(self.place, last)
        self.preview = None
        self._keep_selection()
        self._stretch()
        self.song_changed.emit()
        self.notes_changed.emit()
        if moved:
            self.track_changed.emit(self.place)

    def set_track(self, place: int) -> None:
        """Edit another track; the selection of the last one is let go."""
        place = max(0, min(place, len(self.song.tracks) - 1))
        if place == self.place:
            return
        self.hush()
        self.place = place
        self.preview = None
        self.select(())
        self.notes_changed.emit()
        self.track_changed.emit(place)

    def set_coordinates(self, coordinates: Coordinates) -> None:
        """See another part, or see it otherwise."""
        if coordinates != self.coordinates:
            self.coordinates = coordinates
            self.coordinates_changed.emit()

    def set_playhead(self, tick: int | None) -> None:
        """Move the line that shows where the song is; None takes it away."""
        before, self.playhead = self.playhead, tick
        if tick != before:
            self.playhead_changed.emit(before)

    def set_tool(self, tool: str) -> None:
        """Take ``pencil`` or ``select``; ValueError for another."""
        if tool not in TOOLS:
            raise ValueError(f"no tool is called {tool!r}")
        if tool != self.tool:
            self.tool = tool
            self.tool_changed.emit(tool)

    def set_grid(self, ticks: int) -> None:
        """Snap to another grid, 0 for one that goes by the zoom."""
        self.grid = Grid(ticks)
        self.grid_changed.emit()

    def set_sounding(self, pitches: Collection[int]) -> None:
        """Light the keys of these pitches."""
        sounding = frozenset(pitches)
        if sounding != self.sounding:
            self.sounding = sounding
            self.sounding_changed.emit()

    def set_ghosts(
        self, ghosts: tuple[Notes, QColor] | None, replaced: Collection[int] = ()
    ) -> None:
        """Show dashed notes that could be taken in a colour; None takes them away.

        Notes of the track among ``replaced`` would go, and are faint.
        """
        if ghosts is None and self.ghosts is None:
            return
        self.ghosts, self.replaced = ghosts, frozenset(replaced)
        self.notes_changed.emit()

    def set_preview(self, preview: Preview | None) -> None:
        """Show what a gesture would make of the notes."""
        self.preview = preview
        self.notes_changed.emit()

    def is_seen(self, tick: int) -> bool:
        """Whether a tick lies in the window, or just beside it."""
        return -20 <= self.coordinates.x(tick) <= self.coordinates.width + 20

    def set_cursor(self, cursor: Cursor) -> None:
        """Move the place where keys write."""
        if cursor != self.cursor:
            self.cursor = cursor
            self.cursor_changed.emit()

    def select(self, ids: Collection[int]) -> None:
        """Select exactly these notes."""
        chosen = frozenset(ids)
        if chosen != self.selection:
            self.selection = chosen
            self.selection_changed.emit(chosen)

    # -- wanting ---------------------------------------------------------------------------------

    def edit(
        self,
        label: str,
        notes: Notes,
        selection: Collection[int] | None = None,
        merge: str | None = None,
    ) -> None:
        """Ask for other notes; what of ``selection`` has come of it is selected then."""
        self.preview = None
        if notes is not self.notes:
            self.edited.emit(label, notes, merge)
        if selection is not None:
            ids = self.notes.ids
            self.select(ids[np.isin(ids, list(selection))].tolist())
        self.notes_changed.emit()

    def remember(self, length: int | None = None, velocity: int | None = None) -> None:
        """Let the next note be as long, and as loud, as the last."""
        self.pen = replace(
            self.pen,
            length=self.pen.length if length is None else length,
            velocity=self.pen.velocity if velocity is None else velocity,
        )
        self.cursor_changed.emit()

    def sound(self, pitch: int, velocity: int) -> None:
        """Let a pitch be heard, in the place of the one before."""
        if self._heard == (pitch, velocity):
            return
        self.hush()
        self._heard = (pitch, velocity)
        self.auditioned.emit(pitch, velocity, True)

    def hush(self) -> None:
        """Let nothing be heard any more."""
        if self._heard is not None:
            pitch, velocity = self._heard
            self._heard = None
            self.auditioned.emit(pitch, velocity, False)

    def snapped(self, tick: int, *, free: bool = False, down: bool = False) -> int:
        """The place on the grid that belongs to a tick; the tick itself where snap is ``free``."""
        if free:
            return tick
        if down:
            return grid.floor(tick, self.step, self.song.metres)
        return grid.nearest(tick, self.step, self.song.metres)

    def _keep_selection(self) -> None:
        kept = self.notes.chosen(self.selection).ids.tolist() if self.selection else ()
        self.select(kept)

    def _stretch(self) -> None:
        """Let the window scroll over the song and some empty bars after it."""
        metres = self.song.metres
        end = self.song.length
        if self.song.loop is not None:
            end = max(end, self.song.loop.end)
        length = end + _ROOM * metres.at(end).bar
        if length != self.coordinates.length:
            self.set_coordinates(replace(self.coordinates, length=length).held())
