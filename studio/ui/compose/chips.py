"""The variations side by side, the song as it is first among them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from studio.music.note import Notes
from studio.music.song import Song
from studio.tasks.compose_request import MOST_VARIATIONS, ComposeRequest
from studio.ui import theme
from studio.ui.compose.audition import Audition
from studio.ui.compose.chip import Chip
from studio.ui.compose.ghosts import all_notes
from studio.ui.compose.words import ORIGINAL, letter

_COLUMNS = 4


def keys(number: int) -> str:
    """The shortcut that auditions a variation, or ORIGINAL."""
    return f"Ctrl+Alt+{number + 1}"


class Chips(QWidget):
    """Follows the audition; a press on a chip auditions it."""

    chosen = Signal(int)

    def __init__(self, audition: Audition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Variations"))
        self._audition = audition
        self._chips: dict[int, Chip] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.metrics(self).px(6))
        for place, number in enumerate((ORIGINAL, *range(MOST_VARIATIONS))):
            chip = Chip(letter(number), keys(number), self)
            chip.set_quiet(number == ORIGINAL)
            chip.clicked.connect(lambda _=False, number=number: self.chosen.emit(number))
            grid.addWidget(chip, place // _COLUMNS, place % _COLUMNS)
            grid.setColumnStretch(place % _COLUMNS, 1)
            self._chips[number] = chip
        self._shown: dict[int, object] = {}

    def chip(self, number: int) -> Chip:
        """The chip of a variation, or of ORIGINAL."""
        return self._chips[number]

    def refresh(self, song: Song) -> None:
        """Show what there is now; ``song`` is the one in the document."""
        audition = self._audition
        request = audition.request
        if request is None:
            self._shown = {}
            return
        original = self._chips[ORIGINAL]
        original.set_notes(_original(song, request), request.begin, request.end)
        original.describe("", self.tr("the song as it is"))
        for number in range(MOST_VARIATIONS):
            chip = self._chips[number]
            there = number < len(audition.variations)
            expected = audition.running and number < request.variations
            chip.setVisible(there or expected)
            chip.setEnabled(there)
            self._fill(number, request)
        for number, chip in self._chips.items():
            chip.setChecked(number == audition.number)

    def _fill(self, number: int, request: ComposeRequest) -> None:
        chip, audition = self._chips[number], self._audition
        if number >= len(audition.variations):
            chip.set_notes(Notes(), request.begin, request.end)
            chip.describe("", self.tr("not written yet"))
            return
        variation = audition.variations[number]
        if self._shown.get(number) is variation:
            return
        self._shown[number] = variation
        chip.set_notes(all_notes(variation), request.begin, request.end)
        tip = self.tr("{n} notes, seed {seed}").format(n=variation.count, seed=variation.seed)
        chip.describe(str(variation.count), tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        there = [chip for chip in self._chips.values() if not chip.isHidden() and chip.isEnabled()]
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
        }.get(Qt.Key(event.key()))
        here = next((n for n, chip in enumerate(there) if chip.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        place = min(len(there) - 1, max(0, here + step))
        there[place].setFocus(Qt.FocusReason.TabFocusReason)


def _original(song: Song, request: ComposeRequest) -> Notes:
    if request.track >= len(song.tracks):
        return Notes()
    notes = song.tracks[request.track].notes
    return notes.where((notes.start >= request.begin) & (notes.start < request.end))
