"""The transport: play, stop, record, loop, metronome, where we are, tempo, metre, key and grid."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from studio.music.song import Song
from studio.music.theory import SCALES, Key
from studio.music.timing import FASTEST, SLOWEST
from studio.ui.icons import icon
from studio.ui.music.level_meter import LevelMeter
from studio.ui.theme import metrics, set_role
from studio.ui.translate import tr
from studio.ui.widgets.number_field import NumberField

METRES = ((4, 4), (3, 4), (2, 4), (6, 8), (9, 8), (12, 8), (5, 4), (7, 8), (2, 2))
_TONICS = ("C", "Db", "D", "Eb", "E", "F", "Gb", "G", "Ab", "A", "Bb", "B")


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid of the piano roll: its name, and its ticks, 0 for one that goes by the zoom."""

    name: str
    ticks: int


def grids() -> tuple[Grid, ...]:
    """The grids one can choose: straight, triplets, dotted."""
    whole = 4 * 480
    made = [Grid(tr("by zoom"), 0)]
    made += [Grid(f"1/{part}", whole // part) for part in (1, 2, 4, 8, 16, 32, 64)]
    made += [Grid(f"1/{part} T", whole * 2 // (3 * part)) for part in (4, 8, 16, 32)]
    made += [Grid(f"1/{part}.", whole * 3 // (2 * part)) for part in (2, 4, 8, 16)]
    return tuple(made)


class Transport(QWidget):
    """One line of controls; it shows what it is told and says what the hand wants."""

    rewind_wanted = Signal()
    stop_wanted = Signal()
    play_wanted = Signal()
    record_wanted = Signal()
    loop_toggled = Signal(bool)
    metronome_toggled = Signal(bool)
    follow_toggled = Signal(bool)
    tempo_committed = Signal(float)
    metre_chosen = Signal(int, int)
    key_chosen = Signal(object)
    grid_chosen = Signal(int)
    tool_chosen = Signal(str)
    sound_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self.setAccessibleName(self.tr("Transport"))
        self.rewind = self._button("rewind", self.tr("To the start"), self.tr("Home"))
        self.stop = self._button("stop", self.tr("Stop"), "")
        self.play = self._button("play", self.tr("Play"), self.tr("Space"))
        self.record = self._button("record", self.tr("Record from a MIDI keyboard"), "Ctrl+Alt+R")
        self.loop = self._button("loop", self.tr("Loop"), self.tr("L loops the selection"))
        self.metronome = self._button("metronome", self.tr("Metronome"), "Ctrl+M")
        self.follow = self._button("follow", self.tr("Follow the playhead"), "")
        self.pencil = self._button("pencil", self.tr("Draw notes"), "1")
        self.select = self._button("select", self.tr("Select notes"), "2")
        for one in (self.loop, self.metronome, self.follow, self.pencil, self.select):
            one.setCheckable(True)
        self.play.setCheckable(True)
        self.record.setCheckable(True)
        self.position = QLabel(self)
        self.position.setFont(_figures(self.font()))
        set_role(self.position, "position")
        self.position.setAccessibleName(self.tr("Position: bar, beat, tick"))
        self.position.setToolTip(self.tr("Bar : beat : tick"))
        self.tempo = NumberField(
            self.tr("Tempo"),
            120,
            suffix=" bpm",
            limits=(SLOWEST, FASTEST),
            plain=True,
            tooltip=self.tr("Quarters a minute; type a number, or use the arrow keys"),
            parent=self,
        )
        self.metre = self._menu_button(self.tr("Metre"))
        self.key = self._menu_button(self.tr("Key"))
        self.grid = self._menu_button(self.tr("Grid"))
        self.level = LevelMeter(self)
        self.sound = QPushButton(self)
        set_role(self.sound, "quiet")
        self._grid = 120
        self._lay_out()
        self._fill_menus()
        self._wire()
        self.show_song(Song())
        self.show_grid(self._grid)
        self.show_tool("pencil")
        self.show_sound("", "")
        self.follow.setChecked(True)

    # -- showing ---------------------------------------------------------------------------------

    def show_song(self, song: Song, tick: int = 0) -> None:
        """Show tempo, metre, key and loop as they are at ``tick``."""
        self.tempo.set_value(song.tempos.at(tick))
        metre = song.metres.at(tick)
        self.metre.setText(f"{metre.numerator}/{metre.denominator}")
        self.key.setText(song.key_at(tick).name)
        self.loop.setChecked(song.loop is not None and song.loop.on)

    def show_position(self, song: Song, tick: float) -> None:
        """Show where the song is."""
        bar, beat, rest = song.metres.position(int(tick))
        self.position.setText(f"{bar:>3} : {beat} : {rest:03}")

    def show_playing(self, playing: bool, recording: bool = False) -> None:
        """Mark what runs."""
        self.play.setChecked(playing)
        self.play.setIcon(icon("pause" if playing else "play", "ink" if playing else "text"))
        self.record.setChecked(recording)
        self.record.setIcon(icon("record", "bad" if recording else "muted"))

    def show_grid(self, ticks: int) -> None:
        """Name the grid."""
        self._grid = ticks
        name = next((one.name for one in grids() if one.ticks == ticks), str(ticks))
        self.grid.setText(name)

    def show_tool(self, tool: str) -> None:
        """Mark the tool of the piano roll, ``pencil`` or ``select``."""
        self.pencil.setChecked(tool == "pencil")
        self.select.setChecked(tool == "select")

    def show_sound(self, problem: str, name: str) -> None:
        """Say with what the song is played, or in one line why it is not heard."""
        self.sound.setIcon(icon("speaker-off" if problem else "speaker", "muted"))
        metrics_ = self.sound.fontMetrics()
        room = metrics(self).px(300)
        self.sound.setText(metrics_.elidedText(problem or name, Qt.TextElideMode.ElideRight, room))
        self.sound.setToolTip(problem or self.tr("Sound: {name}").format(name=name))
        self.sound.setAccessibleName(self.sound.toolTip())
        self.level.setVisible(not problem)

    def set_recordable(self, inputs: Sequence[str]) -> None:
        """Show the record button only where a keyboard is connected."""
        self.record.setVisible(bool(inputs))
        names = ", ".join(inputs)
        self.record.setToolTip(self.tr("Record from {names}  (Ctrl+Alt+R)").format(names=names))

    # -- building --------------------------------------------------------------------------------

    def _button(self, name: str, text: str, keys: str) -> QToolButton:
        sizes = metrics(self)
        button = QToolButton(self)
        button.setIcon(icon(name, "text" if name in ("play", "stop", "rewind") else "muted"))
        button.setIconSize(QSize(sizes.px(18), sizes.px(18)))
        button.setAccessibleName(text)
        button.setToolTip(f"{text}  ({keys})" if keys else text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _menu_button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        set_role(button, "quiet")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setMenu(QMenu(button))
        return button

    def _lay_out(self) -> None:
        sizes = metrics(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(sizes.px(12), sizes.px(4), sizes.px(12), sizes.px(4))
        layout.setSpacing(sizes.px(2))
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.rewind, self.stop, self.play, self.record, self.loop),
            (self.position,),
            (self.tempo, self.metre, self.key),
            (self.pencil, self.select, self.grid),
            (self.metronome, self.follow),
        )
        for group in groups:
            for widget in group:
                layout.addWidget(widget)
            layout.addSpacing(sizes.px(12))
        layout.addStretch(1)
        layout.addWidget(self.level)
        layout.addWidget(self.sound)
        width = self.position.fontMetrics().horizontalAdvance("000 : 00 : 0000")
        self.position.setFixedWidth(width)

    def _fill_menus(self) -> None:
        for numerator, denominator in METRES:
            text = f"{numerator}/{denominator}"
            chosen = partial(self.metre_chosen.emit, numerator, denominator)
            self.metre.menu().addAction(text, chosen)
        for scale in SCALES:
            child = self.key.menu().addMenu(scale)
            for name in _TONICS:
                key = Key(_TONICS.index(name), scale)
                child.addAction(key.name, partial(self.key_chosen.emit, key))
        for grid in grids():
            self.grid.menu().addAction(grid.name, partial(self._choose_grid, grid.ticks))

    def _wire(self) -> None:
        self.rewind.clicked.connect(self.rewind_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.play.clicked.connect(self.play_wanted)
        self.record.clicked.connect(self.record_wanted)
        self.loop.clicked.connect(self.loop_toggled)
        self.metronome.clicked.connect(self.metronome_toggled)
        self.follow.clicked.connect(self.follow_toggled)
        self.tempo.valueCommitted.connect(self.tempo_committed)
        self.sound.clicked.connect(self.sound_wanted)
        for button, tool in ((self.pencil, "pencil"), (self.select, "select")):
            button.clicked.connect(lambda _=False, tool=tool: self._choose_tool(tool))

    def _choose_grid(self, ticks: int) -> None:
        self.show_grid(ticks)
        self.grid_chosen.emit(ticks)

    def _choose_tool(self, tool: str) -> None:
        self.show_tool(tool)
        self.tool_chosen.emit(tool)


def _figures(font: QFont) -> QFont:
    """Figures of one width, so that the position does not tremble."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    fixed.setPointSizeF(max(1.0, font.pointSizeF()) * 1.15)
    fixed.setBold(True)
    return fixed
