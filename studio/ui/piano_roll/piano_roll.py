"""The piano roll: keys, ruler, notes, velocities and the whole song in one view."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QScrollBar,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from studio.music.note import Notes
from studio.music.song import Song
from studio.ui import theme
from studio.ui.piano_roll.accessible import Speaker
from studio.ui.piano_roll.coordinates import DRUMS, KEYBOARD, PITCHES
from studio.ui.piano_roll.field import Field
from studio.ui.piano_roll.follow import Follow
from studio.ui.piano_roll.keyboard import Keyboard
from studio.ui.piano_roll.keys import Keys
from studio.ui.piano_roll.lane_head import LaneHead
from studio.ui.piano_roll.minimap import Minimap
from studio.ui.piano_roll.ruler import Ruler
from studio.ui.piano_roll.sheet import Sheet
from studio.ui.piano_roll.velocity_lane import VelocityLane

_SMALL = 3  # a stretch that takes less than a third of what is seen
_HUSH = 250  # ms that a note is heard that a key has moved


class PianoRoll(QWidget):
    """A pure view of a song: it shows what it is told and says what the hand wants.

    ``edited`` carries a label, the notes that the track should have and a merge key (None, or a
    word for steps that go together). Gestures are in ``Gestures``, keys in ``Keys``. ``place`` of
    a track is its index in the song.
    """

    edited = Signal(str, object, object)
    selection_changed = Signal(object)  # frozenset[int]
    auditioned = Signal(int, int, bool)  # pitch, velocity, on
    seeked = Signal(int)
    loop_changed = Signal(object)  # Loop | None
    track_changed = Signal(int)
    quantise_wanted = Signal()
    mute_wanted = Signal()
    solo_wanted = Signal()
    tool_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet(self)
        self.setAccessibleName(self.tr("Piano roll"))
        self.field = Field(self._sheet, self)
        gestures = self.field.gestures
        self._follow = Follow(self._sheet, lambda: gestures.is_dragging, self)
        self.keyboard = Keyboard(self._sheet, self)
        self.ruler = Ruler(self._sheet, self)
        self.lane = VelocityLane(self._sheet, self)
        self.minimap = Minimap(self._sheet, self)
        self.keys = Keys(self._sheet, self.field.gestures, self)
        self._speaker = Speaker(self.field, self.keys, self)
        self.setFocusProxy(self.field)
        for one in (self.keyboard, self.ruler, self.lane, self.minimap):
            one.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            one.setFocusProxy(self.field)
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(_HUSH)
        self._hush.timeout.connect(self._hush_keys)
        self._lay_out()
        self._wire()
        self.field.installEventFilter(self)

    # -- being told ------------------------------------------------------------------------------

    @property
    def song(self) -> Song:
        """The song that is shown."""
        return self._sheet.song

    def set_song(self, song: Song) -> None:
        """Show another song, or the same after a change; the selection stays as far as it can."""
        self._sheet.set_song(song)

    @property
    def track(self) -> int:
        """Which track is edited."""
        return self._sheet.place

    def set_track(self, index: int) -> None:
        """Edit another track; the others are ghosts."""
        self._sheet.set_track(index)

    @property
    def selection(self) -> frozenset[int]:
        """The ids of the selected notes."""
        return self._sheet.selection

    def set_selection(self, ids: Collection[int]) -> None:
        """Select exactly these notes of the track; unknown ids are passed over."""
        self._sheet.select(self._sheet.notes.chosen(ids).ids.tolist())

    def set_playhead(self, tick: int | None) -> None:
        """Show where the song is; the page is turned at nine tenths where it follows."""
        self._sheet.set_playhead(tick)
        if tick is not None:
            self._follow.move(tick)

    def set_follow(self, follow: bool) -> None:
        """Let the paper follow the playhead, or stay."""
        self._follow.on = follow

    @property
    def tool(self) -> str:
        """``pencil`` or ``select``."""
        return self._sheet.tool

    def set_tool(self, tool: str) -> None:
        """Take ``pencil`` or ``select``."""
        self._sheet.set_tool(tool)

    def set_grid(self, ticks: int) -> None:
        """Snap to so many ticks; 0 goes by the zoom."""
        self._sheet.set_grid(ticks)

    def grid_ticks(self) -> int:
        """The ticks of a step of the grid as it is now."""
        return self._sheet.step

    def set_sounding(self, pitches: Collection[int]) -> None:
        """Light the keys of these pitches."""
        self._sheet.set_sounding(pitches)

    def set_ghosts(
        self,
        notes: Notes | None,
        colour: QColor | None = None,
        replaced: Collection[int] = (),
    ) -> None:
        """Show dashed notes that could be taken, in a colour of their own; None shows none.

        The notes of the track with the ids ``replaced`` stand back for them.
        """
        if notes is None:
            self._sheet.set_ghosts(None)
        else:
            ghosts = (notes, colour or theme.tokens().colour("good"))
            self._sheet.set_ghosts(ghosts, replaced)

    def zoom_to_fit(self) -> None:
        """Show the whole song, and all pitches of the track."""
        self._frame(self._sheet.song.length)

    def show_opening(self, bars: int = 12) -> None:
        """Show the first bars of a song that has come in, and the pitches of the track there."""
        song = self._sheet.song
        self._frame(min(song.length, song.metres.tick(bars + 1)))

    def _frame(self, end: int) -> None:
        notes = self._sheet.notes
        if not len(notes):
            tracks = self._sheet.song.tracks
            notes = next((track.notes for track in tracks if len(track.notes)), notes)
        early = notes.where(notes.start < end)
        notes = early if len(early) else notes
        low, high = (int(notes.pitch.min()), int(notes.pitch.max())) if len(notes) else (48, 72)
        self._sheet.set_coordinates(self._sheet.coordinates.fitted(0, end, low, high))

    def show_tick(self, tick: int) -> None:
        """Scroll so that a tick is seen."""
        self._sheet.set_coordinates(self._sheet.coordinates.showing(tick))

    def show_span(
        self, begin: int, end: int, low: int | None = None, high: int | None = None
    ) -> None:
        """Let a stretch, and pitches, be seen: what is seen stays where they are in it already.

        Where the stretch is but a small part of what is seen, it comes nearer.
        """
        coordinates = self._sheet.coordinates
        first, last = coordinates.pitches
        low, high = first if low is None else low, last if high is None else high
        seen_from, seen_to = coordinates.ticks
        small = (end - begin) * _SMALL < seen_to - seen_from and coordinates.zoom_x < 1
        inside = seen_from <= begin and end <= seen_to and not small
        if not inside or low < first or high > last:
            room = (end - begin) // 8
            begin = max(0, begin - room) if not inside else seen_from
            end = end + room if not inside else seen_to
            self._sheet.set_coordinates(coordinates.fitted(begin, end, low, high))

    def visible_ticks(self) -> tuple[int, int]:
        """The first tick that is seen, and the one after the last."""
        return self._sheet.coordinates.ticks

    def visible_pitches(self) -> tuple[int, int]:
        """The lowest and the highest pitch that are seen."""
        return self._sheet.coordinates.pitches

    # -- building --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        sizes = theme.metrics(self)
        self._corner = _Plain(self, "raised")
        self._head = LaneHead(self.lane, self)
        self._foot = _Plain(self, "panel")
        self._upright = QScrollBar(Qt.Orientation.Vertical, self)
        self._upright.setAccessibleName(self.tr("Pitches"))
        self._upright.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        upper, lower = QWidget(self), QWidget(self)
        grid = _grid(upper)
        grid.addWidget(self.keyboard, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self._upright, 0, 2)
        below = _grid(lower)
        below.addWidget(self._head, 0, 0)
        below.addWidget(self.lane, 0, 1)
        beside = _Plain(self, "panel")
        beside.setFixedWidth(self._upright.sizeHint().width())
        below.addWidget(beside, 0, 2)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setHandleWidth(max(3, sizes.px(4)))
        self.splitter.setChildrenCollapsible(True)
        self.splitter.setAccessibleName(self.tr("Notes and velocities"))
        self.splitter.addWidget(upper)
        self.splitter.addWidget(lower)
        self.splitter.setCollapsible(0, False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([600, 400])
        top, foot = QWidget(self), QWidget(self)
        row = _grid(top)
        row.addWidget(self._corner, 0, 0)
        row.addWidget(self.ruler, 0, 1)
        last = _grid(foot)
        last.addWidget(self._foot, 0, 0)
        last.addWidget(self.minimap, 0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(foot)

    def _wire(self) -> None:
        sheet, keys = self._sheet, self.keys
        for signal, mine in (
            (sheet.edited, self.edited),
            (sheet.selection_changed, self.selection_changed),
            (sheet.auditioned, self.auditioned),
            (sheet.seeked, self.seeked),
            (sheet.loop_changed, self.loop_changed),
            (sheet.track_changed, self.track_changed),
            (sheet.tool_changed, self.tool_changed),
            (keys.quantise_wanted, self.quantise_wanted),
            (keys.mute_wanted, self.mute_wanted),
            (keys.solo_wanted, self.solo_wanted),
        ):
            signal.connect(mine)
        keys.fit_wanted.connect(self.zoom_to_fit)
        sheet.coordinates_changed.connect(self._show_scroll)
        self._upright.valueChanged.connect(self._scroll)
        sheet.notes_changed.connect(self._widen_keys)
        self._show_scroll()
        self._widen_keys()

    def _widen_keys(self) -> None:
        """Give the names of a drum kit the room that they need."""
        wide = theme.metrics(self).px(DRUMS if self._sheet.track.drums else KEYBOARD)
        for part in (self._corner, self.keyboard, self._head, self._foot):
            part.setFixedWidth(wide)

    def _show_scroll(self) -> None:
        coordinates = self._sheet.coordinates
        seen = coordinates.height / coordinates.row
        blocked = self._upright.blockSignals(True)
        self._upright.setRange(0, max(0, round((PITCHES - seen) * 100)))
        self._upright.setPageStep(max(1, round(seen * 100)))
        self._upright.setSingleStep(300)
        self._upright.setValue(round(coordinates.top * 100))
        self._upright.blockSignals(blocked)

    def _scroll(self, value: int) -> None:
        coordinates = replace(self._sheet.coordinates, top=value / 100).held()
        self._sheet.set_coordinates(coordinates)

    def sizeHint(self) -> QSize:
        em = theme.metrics(self)
        return QSize(em.px(900), em.px(330))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widen_keys()

    # -- keys ------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress and self.keys.press(event)
            if pressed:
                self._hush.start()
            early = event.type() == QEvent.Type.ShortcutOverride and self.keys.wants(event)
            if pressed or early:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _hush_keys(self) -> None:
        if not self.field.gestures.is_dragging and self._sheet.pressed is None:
            self._sheet.hush()


class _Plain(QWidget):
    """A corner in which nothing stands."""

    def __init__(self, parent: QWidget, role: str) -> None:
        super().__init__(parent)
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.tokens().colour(self._role))
        painter.end()


def _grid(owner: QWidget) -> QGridLayout:
    made = QGridLayout(owner)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    made.setColumnStretch(1, 1)
    return made
