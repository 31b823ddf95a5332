"""Bars of the variation that is heard go into the song, each as one step to undo."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from studio.music.song import Song
from studio.tasks.compose_recipe import compose_recipe
from studio.tasks.composition import accepted
from studio.ui.compose.audition import Audition
from studio.ui.compose.words import ORIGINAL, verb_name
from studio.ui.editor import DocumentEditor
from studio.ui.music.desk import MusicDesk

MOST_CELLS = 32
"""Above so many bars they are taken several at a time."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Bars that are taken together: their numbers, and the ticks they begin and end (excluded)."""

    first: int
    last: int
    begin: int
    end: int

    @property
    def name(self) -> str:
        """``6``, or ``5–8``."""
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"


class Taking(QObject):
    """Takes what is auditioned, whole or by cells, and remembers what came from where."""

    changed = Signal()

    def __init__(
        self,
        editor: DocumentEditor,
        desk: MusicDesk,
        audition: Audition,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._desk = desk
        self._audition = audition
        self._request: object = None
        self._taken: dict[int, int] = {}
        audition.changed.connect(self._follow)

    def cells(self) -> tuple[Cell, ...]:
        """The bars of the composition."""
        request = self._audition.request
        if request is None or self._audition.is_piece:
            return ()
        metres = request.song.metres
        bars = [
            Cell(number, number, start, min(metres.bar_end(start), request.end))
            for number, start, _ in metres.bars(request.begin, request.end)
        ]
        together = -(-len(bars) // MOST_CELLS)
        groups = [bars[n : n + together] for n in range(0, len(bars), together)]
        return tuple(Cell(g[0].first, g[-1].last, g[0].begin, g[-1].end) for g in groups)

    def taken(self, place: int) -> int:
        """Which variation a cell was taken from last, ORIGINAL for none."""
        return self._taken.get(place, ORIGINAL)

    def keep(self) -> bool:
        """Take the variation that is shown as a whole; all are put away then."""
        request, variation = self._audition.request, self._audition.variation
        if request is None or variation is None or not self._audition.ready:
            return False
        song = accepted(self._audition.ground, request, variation)
        piece = self._audition.is_piece
        self._edit(verb_name(request.verb), song)
        self._audition.put_away()
        self._desk.panel.roll.set_selection(())
        if piece:
            self._desk.panel.roll.show_opening()
        return True

    def take(self, place: int) -> bool:
        """Take one cell of the variation that is shown."""
        request, variation = self._audition.request, self._audition.variation
        cells = self.cells()
        ready = self._audition.ready and not self._audition.is_piece
        if request is None or variation is None or not ready or not 0 <= place < len(cells):
            return False
        cell = cells[place]
        song = accepted(self._desk.song, request, variation, cell.begin, cell.end)
        self._taken[place] = self._audition.number
        text = (
            self.tr("{verb} bar {bar}") if cell.first == cell.last else self.tr("{verb} bars {bar}")
        )
        self._edit(text.format(verb=verb_name(request.verb), bar=cell.name), song)
        self.changed.emit()
        return True

    def _edit(self, label: str, song: Song) -> None:
        composition = self._audition.composition
        assert composition is not None
        song = replace(song, recipe=compose_recipe(composition, self._audition.number))
        self._editor.edit(label, self._editor.document.with_song(song))

    def _follow(self) -> None:
        if self._audition.request is not self._request:
            self._request = self._audition.request
            self._taken = {}
            self.changed.emit()
