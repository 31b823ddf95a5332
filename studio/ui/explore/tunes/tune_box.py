"""The section of the Explore panel for melodies: hear them, find bars of the song, keep one."""

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from studio.tasks.kept_melody import MOST_OCTAVES
from studio.ui.compose.form import stacked
from studio.ui.editor import DocumentEditor
from studio.ui.explore.exploring import Exploring
from studio.ui.explore.tunes.bars import FindingBars, KeepingMelody
from studio.ui.explore.tunes.listening import Listening
from studio.ui.explore.tunes.spot import in_words
from studio.ui.explore.values import SLOTS
from studio.ui.icons import icon
from studio.ui.messages import MessageBar
from studio.ui.music.desk import MusicDesk
from studio.ui.theme import metrics, set_role
from studio.ui.translate import tr
from studio.ui.widgets.parameter_slider import ParameterSlider
from studio.ui.widgets.section import Section
from studio.ui.widgets.segmented_control import SegmentedControl
from studio.ui.worker import QtWorker


class TuneBox(Section):
    """Shows and moves what is heard; to be shown while ``exploring.space`` sounds."""

    def __init__(
        self,
        exploring: Exploring,
        listening: Listening,
        desk: MusicDesk,
        editor: DocumentEditor,
        worker: QtWorker,
        messages: MessageBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Melody"), parent=parent)
        self._exploring = exploring
        self._listening = listening
        self._desk = desk
        self.finding = FindingBars(exploring, listening, desk, worker, messages, self)
        self.keeping = KeepingMelody(exploring, listening, desk, editor, self)
        self.listen = self._listen_button()
        self.where = QLabel(self.body)
        self.where.setWordWrap(True)
        set_role(self.where, "muted")
        self.temperature = self._temperature()
        self.octave = SegmentedControl(
            [(str(n), f"{n:+d}".replace("-", "−") if n else "0") for n in _OCTAVES],
            name=self.tr("Octave"), filled=False, parent=self.body,
        )  # fmt: skip
        self.octave.setToolTip(self.tr("Move melodies up or down in the song, by octaves"))
        self.octave.currentChanged.connect(lambda key: listening.set_octaves(int(key)))
        self.find_bars = QPushButton(self.tr("Find the bars"), self.body)
        self.find_bars.clicked.connect(self.finding.find)
        self.put = self._slot_button()
        self.keep = QPushButton(self.tr("Keep"), self.body)
        set_role(self.keep, "primary")
        self.keep.clicked.connect(self.keeping.keep)
        self.apart = QPushButton(self.tr("New track"), self.body)
        self.apart.clicked.connect(self.keeping.keep_apart)
        self._lay_out()
        listening.changed.connect(self.refresh)
        exploring.place_changed.connect(lambda _: self.refresh())
        desk.song_shown.connect(lambda _: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show what is heard, and where; emits nothing."""
        listening, song = self._listening, self._desk.song
        placed = listening.placed
        self.listen.setChecked(listening.on)
        self.listen.setIcon(icon("speaker" if listening.on else "speaker-off"))
        self.temperature.set_value(self._exploring.place.temperature)
        self.octave.set_current(str(listening.octaves))
        nothing = self.tr("Move on the map to hear a melody.")
        self.where.setText(nothing if placed is None else in_words(song, placed))
        for button in (self.keep, self.apart):
            button.setEnabled(placed is not None)
        there = nothing if placed is None else self.where.text()
        self._tell(self.keep, self.tr("Put the melody into the song: {where}").format(where=there))
        self._tell(self.apart, self.tr("Put the melody on a track of its own"))
        tip = self.tr("Find the selected bars, or those from the playhead, in the space")
        self._tell(self.find_bars, tip)

    def stop(self) -> None:
        """Take no more news: the window is gone."""
        self.finding.stop()

    def _tell(self, button: QPushButton, tip: str) -> None:
        button.setToolTip(tip)
        button.setAccessibleName(button.text())
        button.setAccessibleDescription(tip)

    def _listen_button(self) -> QToolButton:
        button = QToolButton(self)
        side = metrics(self).px(16)
        button.setCheckable(True)
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(self.tr("Listen"))
        button.setToolTip(self.tr("Hear melodies as you move and over the map, or only see them"))
        button.clicked.connect(lambda on: self._listening.set_on(bool(on)))
        return button

    def _slot_button(self) -> QPushButton:
        button = QPushButton(self.tr("Put into…"), self.body)
        menu = QMenu(button)
        for number, name in enumerate(SLOTS):
            text = self.tr("Put the bars into {name}").format(name=name)
            menu.addAction(text, partial(self.finding.put, number))
        button.setMenu(menu)
        self._tell(button, self.tr("Put the selected bars by in a slot, to mix them with others"))
        return button

    def _temperature(self) -> ParameterSlider:
        name = self.tr("Temperature")
        made = ParameterSlider(
            name, 0.0, 1.5, 0.0, decimals=2, limits=(0.0, 1.5), parent=self.body,
            tooltip=self.tr("0 writes the likeliest notes; above, they are drawn more freely"),
        )  # fmt: skip
        label = self.tr("Change the temperature")
        made.valueChanged.connect(
            lambda n: self._exploring.move(label, gesture=True, temperature=float(n))
        )
        made.valueCommitted.connect(lambda _: self._exploring.end_gesture())
        return made

    def _lay_out(self) -> None:
        self.add_to_heading(self.listen)
        self.add(self.where)
        self.add(self._row(self.keep, self.apart))
        self.add(self._row(self.find_bars, self.put))
        self.add(self.temperature)
        self.add(stacked(self.tr("Octave"), self.octave, parent=self.body))

    def _row(self, wide: QWidget, narrow: QWidget) -> QWidget:
        made = QWidget(self.body)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics(self).px(8))
        row.addWidget(wide, 1)
        row.addWidget(narrow, 1)
        return made


_OCTAVES = range(-MOST_OCTAVES, MOST_OCTAVES + 1)
