"""A small window in which an instrument is found: by family, or by a few typed letters."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from studio.music.instruments import FAMILIES, KITS
from studio.ui import theme
from studio.ui.fuzzy import best_first
from studio.ui.instrument_words import instrument_word
from studio.ui.translate import tr

_ENTRY = Qt.ItemDataRole.UserRole
_ROWS = 14


@dataclass(frozen=True, slots=True)
class Instrument:
    """One line of the menu: ``program`` of General MIDI, or of a drum kit."""

    name: str
    family: str
    program: int
    drums: bool
    english: str  # found by it too, in every language


def instruments() -> tuple[Instrument, ...]:
    """All instruments in the order of General MIDI, then the drum kits."""
    made = [
        Instrument(instrument_word(name), instrument_word(family), 8 * place + number, False, name)
        for place, (family, names) in enumerate(FAMILIES)
        for number, name in enumerate(names)
    ]
    made += [
        Instrument(instrument_word(name), tr("Drums"), program, True, name)
        for program, name in KITS.items()
    ]
    return tuple(made)


class InstrumentMenu(QFrame):
    """Type to search, arrows to walk, Enter or a click to choose, Esc to leave it."""

    chosen = Signal(int, bool)  # program, drums

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        theme.set_role(self, "card")
        sizes = theme.metrics(self)
        self._all = instruments()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Search instruments …"))
        self.field.setAccessibleName(self.tr("Search instruments"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Instruments"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        layout = QVBoxLayout(self)
        edge = sizes.px(6)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(edge)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.resize(sizes.px(240), sizes.px(22 * _ROWS))

    def open_at(self, place: QPoint, program: int, drums: bool) -> None:
        """Open below a point of the screen, at the instrument that is played now."""
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(place.x(), screen.right() - self.width()))
        y = max(screen.top(), min(place.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.field.clear()
        self._search("")
        for row in range(self.list.count()):
            entry = self.list.item(row).data(_ENTRY)
            if entry is not None and (entry.program, entry.drums) == (program, drums):
                self.list.setCurrentRow(row)
        self.show()
        self.list.scrollToItem(self.list.currentItem(), QListWidget.ScrollHint.PositionAtCenter)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def names(self) -> list[str]:
        """The instruments that are shown, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_ENTRY).name for item in items if item.data(_ENTRY) is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS,
            Qt.Key.Key_PageUp: -_ROWS,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._walk(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _walk(self, by: int) -> None:
        """Go on among the instruments, past the names of families."""
        way = 1 if by > 0 else -1
        row = max(0, min(self.list.count() - 1, self.list.currentRow() + by))
        while 0 <= row < self.list.count() and self.list.item(row).data(_ENTRY) is None:
            row += way
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _search(self, typed: str) -> None:
        self.list.clear()
        if typed.strip():
            for one in best_first(typed, self._all, _searched):
                self._add(one)
        else:
            family = ""
            for one in self._all:
                if one.family != family:
                    family = one.family
                    self._add_family(family)
                self._add(one)
        self.list.setCurrentRow(0)
        self._walk(0)

    def _add(self, one: Instrument) -> None:
        item = QListWidgetItem(one.name, self.list)
        item.setData(_ENTRY, one)

    def _add_family(self, name: str) -> None:
        item = QListWidgetItem(name, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(theme.small_font(self.font()))
        item.setForeground(theme.tokens().colour("muted"))

    def _take(self, item: QListWidgetItem | None) -> None:
        entry = None if item is None else item.data(_ENTRY)
        if entry is not None:
            self.hide()
            self.chosen.emit(entry.program, entry.drums)


def _searched(one: Instrument) -> str:
    """The words by which an instrument is found."""
    english = "" if one.english == one.name else f" {one.english}"
    return f"{one.name} {one.family}{english}"
